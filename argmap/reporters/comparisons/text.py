"""A comparison for people, as lines for a terminal: signs say what the colours say."""

from collections.abc import Iterator, Sequence

from argmap.core.comparison import Mark
from argmap.core.labelling import Label
from argmap.diagram.columns import Run, clean, paint, wrap
from argmap.diagram.verdict import MARKS
from argmap.reporters.answers.prose import BOLD, DIM, STYLES
from argmap.reporters.comparisons.base import Bit, Entry, Review, Role
from argmap.reporters.comparisons.telling import sections, summary

_SIGNS = {Mark.ADDED: ("+", "32"), Mark.REMOVED: ("−", "31"), Mark.CHANGED: ("~", "33")}
_STYLES = {
    Role.NAME: BOLD,
    Role.ID: DIM,
    Role.REMOVED: "31",
    Role.ADDED: "32",
    Role.BEFORE: "31",
    Role.AFTER: "32",
}
_AROUND = {Role.REMOVED: ("[-", "-]"), Role.ADDED: ("{+", "+}")}
_ASCII = {"−": "-", "→": "->", "✓": "+", "✗": "x", "◐": "?", "…": "...", "“": '"', "”": '"'}


def write(review: Review) -> str:
    """Write a review as lines, each with its line end and, but for single wide characters, within the width."""
    lines = [paint(line, colour=review.colour) for line in _lines(review)]
    return "".join(f"{line}\n" for line in lines)


def _lines(review: Review) -> Iterator[list[Run]]:
    width = max(review.width, 40)
    yield from wrap([Run(f"{summary(review)}.")], width)
    for section in sections(review):
        yield []
        yield from wrap([Run(clean(section.title), BOLD)], width)
        for entry in section.entries:
            yield from _entry(entry, review, width)


def _entry(entry: Entry, review: Review, width: int) -> Iterator[list[Run]]:
    sign, style = _sign(entry.mark)
    shown = sign if review.unicode else _ASCII.get(sign, sign)
    lead = [Run("  "), Run(shown, style), Run(" ")] if sign else [Run("  ")]
    rest = [Run(" " * (2 + len(shown) + 1 if sign else 2))]
    yield from _hung(lead, rest, _runs(entry.phrase, review), width)
    for detail in entry.details:
        yield from _hung([Run("      ")], [Run("        ")], _runs(detail, review), width)


def _sign(mark: Mark | Label | None) -> tuple[str, str]:
    if isinstance(mark, Label):
        return MARKS[mark], STYLES[mark]
    return _SIGNS[mark] if mark else ("", "")


def _hung(lead: list[Run], rest: list[Run], words: Sequence[Run], width: int) -> Iterator[list[Run]]:
    """Words behind a lead, and their further lines indented."""
    indent = sum(len(run.text) for run in rest)
    for place, line in enumerate(wrap(words, width - indent)):
        yield [*(rest if place else lead), *line]


def _runs(phrase: Sequence[Bit], review: Review) -> list[Run]:
    runs = []
    last = Role.PLAIN
    for text, role in phrase:
        words = clean(text)
        start, end = _AROUND.get(role, ("", ""))
        if role is Role.ID:
            start, end = "(", ")"
        elif role is Role.NAME and not review.colour:
            start, end = ("“", "”") if review.unicode else ('"', '"')
        elif role is Role.PLAIN and not review.unicode:
            words = "".join(_ASCII.get(sign, sign) for sign in words) if _is_ours(text) else words
        is_replacement = last is Role.REMOVED and role is Role.ADDED
        before = " " if is_replacement or text[:1].isspace() else ""
        after = " " if text[-1:].isspace() else ""
        last = role
        runs.append(Run(f"{before}{start}{words}{end}{after}", _STYLES.get(role, "")))
    return runs


def _is_ours(text: str) -> bool:
    """Whether the words are an arrow of argmap rather than words of a map."""
    return text == " → "
