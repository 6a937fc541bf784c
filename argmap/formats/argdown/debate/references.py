"""What a text refers to and nowhere says, mentions of nothing, and titles with two wordings."""

from collections.abc import Iterable, Iterator

from argmap.core.diagnostics import Diagnostic, Label, finding
from argmap.formats.argdown.debate.model import Argument, Debate, Member, Statement
from argmap.formats.argdown.debate.nearness import Suggester, Titles
from argmap.formats.argdown.text.manuscript import Manuscript
from argmap.formats.argdown.text.syntax import Mention, RangeKind


def check_references(debate: Debate, mentions: Iterable[Mention], script: Manuscript) -> list[Diagnostic]:
    """Return `undefined-claim`, `unknown-mention` and `differing-texts` for a debate as the text has it."""
    checker = _Checker(debate, script)
    return [
        *checker.undefined(),
        *checker.slips(),
        *checker.mentions(mentions),
        *checker.wordings(),
    ]


class _Checker:
    def __init__(self, debate: Debate, script: Manuscript) -> None:
        self.debate = debate
        self.script = script
        self.suggester = Suggester()
        statements = [item for item in debate.statements.values() if item.is_titled]
        arguments = [item for item in debate.arguments.values() if item.is_titled]
        self.worded = Titles(item.title for item in statements if _is_worded(item))
        self.told = Titles(item.title for item in arguments if _is_told(item))
        self.statements = Titles(item.title for item in statements)
        self.arguments = Titles(item.title for item in arguments)

    def undefined(self) -> Iterator[Diagnostic]:
        """Statements that are only ever referred to."""
        for item in self.debate.statements.values():
            if not _is_worded(item):
                if item.title in self.debate.arguments:
                    advice: str | None = f"there is an argument of this title: `<{item.title}>`"
                else:
                    advice = _question(self.suggester.meant(item.title, self.worded), "[]")
                message = f"no words are given for the statement `[{item.title}]`"
                yield self.finding("undefined-claim", message, item, advice)

    def slips(self) -> Iterator[Diagnostic]:
        """Arguments need no words; but one that is only referred to may be another one, mistyped."""
        for item in self.debate.arguments.values():
            if item.is_titled and not _is_told(item):
                meant = self.suggester.slip(item.title, self.told)
                if meant:
                    message = f"nothing is said about the argument `<{item.title}>`"
                    yield self.finding("undefined-claim", message, item, _question(meant, "<>"))

    def mentions(self, mentions: Iterable[Mention]) -> Iterator[Diagnostic]:
        """Mentions of what is nowhere."""
        for item in mentions:
            known = self.debate.arguments if item.is_argument else self.debate.statements
            if item.title in known:
                continue
            signs, others = ("<>", "[]") if item.is_argument else ("[]", "<>")
            if item.title in (self.debate.statements if item.is_argument else self.debate.arguments):
                advice = _question(item.title, others, "@")
            else:
                titles = self.arguments if item.is_argument else self.statements
                advice = _question(self.suggester.meant(item.title, titles), signs, "@")
            what = "argument" if item.is_argument else "statement"
            message = f"there is no {what} `{signs[0]}{item.title}{signs[1]}` to be mentioned"
            yield finding("unknown-mention", message, self.script.span(item.place), help=advice)

    def wordings(self) -> Iterator[Diagnostic]:
        """Statements that one text words in two ways, and says of neither which is the one that counts."""
        for item in self.debate.statements.values():
            if len(item.members) < 2:
                continue
            worded = sorted((other for other in item.members if not other.is_reference and other.plain), key=_start)
            if any(isinstance(other.data, dict) and other.data.get("isCanonical") for other in worded):
                continue
            differing = [other for other in worded if _said(other) != _said(worded[0])]
            first = worded[0].text_place if worded else None
            if differing and first and differing[0].text_place:
                yield finding(
                    "differing-texts",
                    f"the statement `[{item.title}]` is worded in two ways",
                    self.script.span(differing[0].text_place),
                    secondary=[Label(self.script.span(first), "it was worded like this")],
                    help="word it once and write just its title elsewhere, or add `{isCanonical: true}` to the wording "
                    "that counts",
                )

    def finding(self, name: str, message: str, item: Statement | Argument, help: str | None) -> Diagnostic:
        member = min(item.members, key=_start)
        place = member.title_place or member.place
        return finding(name, message, self.script.span(place) if place else None, help=help)


def _start(member: Member) -> int:
    return member.place.start if member.place else 0


def _is_worded(item: Statement) -> bool:
    return any(not member.is_reference for member in item.members)


def _is_told(item: Argument) -> bool:
    return bool(item.structure) or any(not member.is_reference for member in item.members)


def _said(member: Member) -> str:
    """The words alone: a tag among them is no word."""
    words = member.text or ""
    for part in reversed(member.ranges):
        if part.kind is RangeKind.TAG:
            words = words[: part.start] + words[part.stop + 1 :]
    return " ".join(words.split())


def _question(meant: str | None, signs: str, before: str = "") -> str | None:
    return f"did you mean `{before}{signs[0]}{meant}{signs[1]}`?" if meant else None
