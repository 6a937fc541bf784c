"""How a report says things: claims in full, who says them and where, what a point does, and what becomes of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.core.labelling import Label, Labelling
from argmap.core.model import Citation, Claim, Question, Speaker
from argmap.diagram.measure import clean
from argmap.diagram.outline import short
from argmap.diagram.verdict import said
from argmap.report.base import Word, Words, WordStyle

if TYPE_CHECKING:
    from argmap.core.model import ArgumentMap
    from argmap.digest.base import Point

NB = "\N{NO-BREAK SPACE}"
_LONGEST_QUOTE = 120
_STYLES: Mapping[Label, WordStyle] = {Label.IN: "stands", Label.OUT: "falls", Label.UNDECIDED: "undecided"}
_ENDS = (".", "?", "!", "…", ":", ";")


def plain(text: str) -> str:
    """A text on one line, without control characters."""
    return " ".join(clean(text).split())


def full_stop(text: str) -> str:
    """A text as a sentence: with a full stop, unless it ends otherwise."""
    return text if text.endswith(_ENDS) or not text else f"{text}."


def words(*parts: str | Word | Words) -> Words:
    """Put pieces one after the other; a string is a plain piece."""
    found: list[Word] = []
    for part in parts:
        if isinstance(part, str):
            found += [Word(part)] if part else []
        else:
            found += [part] if isinstance(part, Word) else part
    return tuple(found)


def listed(items: Sequence[Words], joint: str = "and") -> Words:
    """Items with commas, and `and` before the last."""
    found: Words = ()
    for number, item in enumerate(items):
        gap = "" if not number else f" {joint} " if number == len(items) - 1 else ", "
        found = words(found, gap, item)
    return found


def apart(items: Sequence[Words], mark: str = "; ") -> Words:
    """Items with a mark between them."""
    found: Words = ()
    for number, item in enumerate(items):
        found = words(found, mark if number else "", item)
    return found


def counted(number: int, noun: str) -> str:
    """A number with its noun, in one piece."""
    return f"{number:,}{NB}{noun}" if number == 1 else f"{number:,}{NB}{noun}s"


def name(item: Claim | Question) -> str:
    """What to call a claim or question: its title, else the beginning of its text, without a full stop."""
    found = plain(short(item))
    return found if found.endswith("..") else found.removesuffix(".")


def verdict(labelling: Labelling | None, claim: str) -> Words:
    """What an evaluation says of a claim, in a word or two; nothing without one."""
    text = said(labelling, claim)
    if labelling is None or not text:
        return ()
    return (Word(text, _STYLES.get(labelling.labels.get(claim, Label.UNKNOWN), "strong")),)


class Speech:
    """Says the claims of one map.

    Args:
        map: The map.
        sources: Number in the bibliography by id of source; those that it lacks are not named.
    """

    def __init__(self, map: "ArgumentMap", sources: Mapping[str, int]) -> None:
        self.map = map
        self.sources = sources

    def names(self, who: Iterable[Speaker]) -> str:
        """The names of speakers, as a list in a sentence."""
        return "".join(item.text for item in listed([words(plain(one.name) or one.id) for one in who]))

    def held_by(self, by: Iterable[str]) -> Words:
        """The names of the speakers with these ids."""
        return words(self.names(self.map.speaker[key] for key in dict.fromkeys(by) if key in self.map.speaker))

    def origin(self, claim: Claim | Question) -> Words:
        """Who says a claim and where: `Zelenskyy; ¶ 2, 3`. Empty if nobody is named."""
        parts: list[Words] = []
        if isinstance(claim, Claim):
            parts = [part for part in [self.held_by(claim.by)] if part]
            if claim.implicit:
                parts.append(words("implicit"))
        parts += self.places(claim.cites)
        return tuple(Word(item.text, "soft", item.link, item.anchor) for item in apart(parts))

    def places(self, cites: Iterable[Citation]) -> list[Words]:
        """The places in sources, one entry a source: `[2] ¶ 3, 4`; without the number if there is but one source."""
        by_source: dict[str, list[Citation]] = defaultdict(list)
        for cite in cites:
            if cite.source in self.sources:
                by_source[cite.source].append(cite)
        return [self._in_source(key, found) for key, found in by_source.items()]

    def _in_source(self, key: str, cites: Sequence[Citation]) -> Words:
        number = self.sources[key]
        where = places([(item.place, item.section, item.paragraph) for item in cites])
        quotes = [plain(item.quote) for item in cites if item.quote]
        told = "".join(f", “{quote}”" for quote in quotes if quote and len(quote) <= _LONGEST_QUOTE)
        mark = f"[{number}]{NB if where else ''}" if len(self.sources) > 1 or not where else ""
        return words(Word(f"{mark}{where}", anchor=f"source-{number}"), told)

    def claim(self, claim: Claim, aside: Words | None = None) -> Words:
        """A claim as a sentence, with who says it and where, or with another aside, in brackets before its stop."""
        text = plain(claim.text) or name(claim)
        about = self.origin(claim) if aside is None else aside
        if not about:
            return words(full_stop(text))
        stop = "." if not text.endswith(_ENDS) or text.endswith(".") else ""
        bracketed = words(Word(" (", "soft"), about, Word(")", "soft"), stop)
        return words(text.removesuffix(".") if stop else text, bracketed)


def places(cites: Iterable[tuple[str, str | None, int | None]]) -> str:
    """Places of one source in words: `¶ 2, 3; § 2, ¶ 1`."""
    alone: dict[int, None] = {}
    others: dict[str, None] = {}
    for _, section, paragraph in cites:
        if section is None:
            alone |= {paragraph: None} if paragraph else {}
            continue
        where = f"§{NB}{plain(section)}" if section.isdecimal() else plain(section)
        others[where + (f", ¶{NB}{paragraph}" if paragraph else "")] = None
    whole = [f"¶{NB}{_ranges(alone)}"] if alone else []
    return "; ".join([*whole, *others])


def _ranges(numbers: Iterable[int]) -> str:
    """Numbers in order, three or more in a row as `1–3`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [f"{run[0]}–{run[-1]}" if len(run) > 2 else f",{NB}".join(map(str, run)) for run in runs]
    return f",{NB}".join(told)


def lead(point: "Point", parent: "Point | None", target: Claim | None) -> str:
    """What a point below the first level does, in a word or two: `Reason`, `Reply to this step`.

    Args:
        point: The point.
        parent: What it stands under.
        target: The claim that it bears on, if its parent has several, else None.
    """
    if point.effect == "conflict":
        word, joint = "Contrary claim", "to"
    elif point.effect == "support":
        word, joint = "Reason", "for"
    else:
        word, joint = ("Reply" if parent is not None and not parent.favours else "Objection"), "to"
    if parent is not None and point.target == parent.relation.id:
        word = f"{word} {joint} this step"
    elif target is not None:
        word = f"{word} {joint} “{name(target)}”"
    return word
