"""The words that all texts about maps share: claims with who says them and where, names, and sentences."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.core.labelling import Labelling
from argmap.core.model import ArgumentMap, Citation, Claim, Question, Source
from argmap.diagram.measure import clean
from argmap.diagram.outline import short
from argmap.diagram.verdict import said
from argmap.markup.base import Markup

_LONGEST_NAME = 100
"""How long the name of a claim is that is told in full elsewhere."""
_LONGEST_TITLE = 40
"""How long the title of a source is among the places that are cited."""


class Words(NamedTuple):
    """A part of a sentence.

    Attributes:
        start: Words in the markup.
        end: Plain text behind them, so that a full stop gets into the markup together with it: `0` and a full stop
            put behind it would begin a numbered list.
        is_open: Whether a full stop can follow.
    """

    start: str
    end: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Wording:
    """Writes the parts of a map in a markup; whatever comes from the map goes through `Markup.text`."""

    map: ArgumentMap
    labelling: Labelling | None
    markup: Markup

    def plain(self, text: str) -> str:
        """Plain text in the markup, on one line."""
        return self.markup.text(one_line(text))

    def aside(self, text: str) -> str:
        """Plain text that is not the map's own, emphasised."""
        return self.markup.emphasis(self.plain(text))

    def heading(self, text: str) -> str:
        """Plain text, made strong."""
        return self.markup.strong(self.plain(text))

    def sentence(self, parts: Sequence[Words]) -> str:
        """Words joined by "and", with a full stop at the end."""
        return f" {self.aside('and')} ".join([*map(self._inner, parts[:-1]), *map(self._last, parts[-1:])])

    def _inner(self, part: Words) -> str:
        return " ".join(words for words in (part.start, self.plain(part.end)) if words)

    def _last(self, part: Words) -> str:
        if not part.is_open:
            return self._inner(part)
        return self._inner(part._replace(end=f"{part.end}.")) if part.end else f"{part.start}."

    def full(self, item: Claim | Question) -> Words:
        """A claim or question with its title and text, then in brackets who says it, where, and its verdict."""
        title, text = one_line(item.title or ""), one_line(item.text)
        if title and text and title != text:
            start = self.heading(title if is_closed(title) else f"{title}.")
        else:
            start = "" if text else self.heading(_without_stop(title or one_line(item.id))[0])
        end, is_open = _without_stop(text) if text else ("", True)
        known, verdict = self._known(item), said(self.labelling, item.id)
        if not verdict:
            return Words(start, f"{end} ({known})".lstrip() if known else end, is_open)
        told = self.plain(f"{end} ({known};" if known else end)
        return Words(
            " ".join(filter(None, (start, told, f"{'' if known else '('}{self.aside(verdict)})"))), "", is_open
        )

    def _known(self, item: Claim | Question) -> str:
        """Whether it is implicit, who holds it and where it stands, in plain text."""
        known = [self.places(item.cites)]
        if isinstance(item, Claim):
            known = ["implicit" if item.implicit else "", ", ".join(self.speakers(item.by)), *known]
        return "; ".join(part for part in known if part)

    def reference(self, item: Claim, where: str) -> Words:
        """The name of a claim that is told in full elsewhere, and where that is."""
        return Words(self.name(item), f"({where})", True)

    def name(self, item: Claim) -> str:
        """The short name of a claim, made strong."""
        return self.heading(_without_stop(short(item, _LONGEST_NAME))[0])

    def speakers(self, names: Iterable[str]) -> list[str]:
        """The names of speakers, each once, in plain text."""
        known = self.map.speaker
        return list(dict.fromkeys(one_line(known[name].name if name in known else name) for name in names))

    def places(self, cites: Iterable[Citation]) -> str:
        """The places that are cited, in plain text; a source is named if the map has several, or no place is given."""
        by_source: dict[str, dict[str, None]] = defaultdict(dict)
        for cite in cites:
            by_source[cite.source][one_line(cite.place)] = None
        alone = len(self.map.sources) == 1
        return "; ".join(self._in_source(key, places, alone) for key, places in by_source.items())

    def _in_source(self, key: str, places: Iterable[str], alone: bool) -> str:
        named = ", ".join(place for place in places if place)
        if alone and named and key in self.map.source:
            return named
        source = self.map.source.get(key)
        title = _without_stop(short_text(source.title if source else key, _LONGEST_TITLE))[0]
        return f"{title}, {named}" if named else title


def one_line(text: str) -> str:
    """A text without control characters and line ends."""
    return " ".join(clean(text).split())


def short_text(text: str, limit: int) -> str:
    """A text on one line, cut at a word to a number of characters."""
    return short(Question("?", text), limit)


def listed(words: Sequence[str]) -> str:
    """Words as a list in running text: `a, b and c`."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def is_closed(text: str) -> bool:
    """Whether no full stop can follow a text."""
    return text.endswith((".", "?", "!", "…", ":"))


def called(source: Source) -> str:
    """The title of a source, else its id."""
    return one_line(source.title) or one_line(source.id)


def _without_stop(text: str) -> tuple[str, bool]:
    """A text without its full stop, and whether one is to be put behind what follows it."""
    if text.endswith(".") and not text.endswith("..") and len(text) > 1:
        return text[:-1].rstrip(), True
    return text, not is_closed(text)
