"""The lines of an annotation file, each as what it says."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from argmap.core.source import SourceFile, Span

_LINE = re.compile(r"[^\r\n]+")
_SPOT = "[0-9]{1,12} [0-9]{1,12}"
_UNIT = re.compile(rf"(\S+(?: [^\s0-9]\S*)*) ({_SPOT}(?:;{_SPOT})*)")
_UNIT_WITHOUT_TABS = re.compile(rf"(T[0-9]\S*) +(\S+) +({_SPOT}(?:;{_SPOT})*)(?: +(.*))?")
_END = re.compile(r"([^\s:]+):(\S+)")
_LONGEST_HEAD = 10_000
"""Characters of what stands before the words at most, and of words that go on in the next line."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A `T` line: words that are marked.

    Attributes:
        id: Its id.
        label: What they are marked as.
        spots: Where they stand in the text, as pairs of offsets in characters; several if words lie between them.
        text: The words, as the line has them; may be empty.
        comment: What stands behind the words after another tab; may be empty.
        place, id_place, text_place: Where the line, the id and the words stand.
    """

    id: str
    label: str
    spots: tuple[tuple[int, int], ...]
    text: str
    comment: str
    place: Span
    id_place: Span
    text_place: Span

    @property
    def offsets(self) -> str:
        """The offsets, as they are typed."""
        return ";".join(f"{start} {end}" for start, end in self.spots)

    @property
    def length(self) -> int:
        """How many characters are marked."""
        return sum(end - start for start, end in self.spots)


@dataclass(frozen=True, slots=True)
class Link:
    """An `R` line: a relation from one annotation to another.

    Attributes:
        id: Its id.
        label: What it is called.
        ends: Ids of what it leads from and of what it leads to.
        raw: The line.
        place, id_place: Where the line and the id stand.
        end_places: Where the ends stand.
    """

    id: str
    label: str
    ends: tuple[str, str]
    raw: str
    place: Span
    id_place: Span
    end_places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """An `A` or `M` line: an attribute of another annotation. `value` is None for one that is only there or not."""

    id: str
    name: str
    about: str
    value: str | None
    raw: str
    place: Span


@dataclass(frozen=True, slots=True)
class Remark:
    """A `#` line: a note on another annotation; `name` says of what sort."""

    id: str
    name: str
    about: str
    text: str
    raw: str
    place: Span


@dataclass(frozen=True, slots=True)
class Sameness:
    """A `*` line that says that annotations mean the same."""

    ends: tuple[str, ...]
    raw: str
    place: Span


@dataclass(frozen=True, slots=True)
class Other:
    """Any other line: `kind` is its first letter for one of BRAT's own, and empty for what is none of these.

    Attributes:
        kind: `E` for an event, `N` for a reference to a lexicon, `*` for another sort of set; else empty.
        about: Id of the annotation that a reference is about, or empty.
        raw: The line.
        place: Where it stands.
    """

    kind: str
    about: str
    raw: str
    place: Span


Line: TypeAlias = Unit | Link | Mark | Remark | Sameness | Other


def lines_of(source: SourceFile) -> Iterator[Line]:
    """The lines that say something, in their order."""
    before: Line | None = None
    for found in _LINE.finditer(source.text):
        if not found[0].strip("\ufeff \t"):
            continue
        made = _line(source, found[0], found.start())
        longer = _continued(before, made)
        if before is not None and longer is None:
            yield before
        before = longer or made
    if before is not None:
        yield before


def _continued(before: Line | None, made: Line) -> Unit | None:
    """Marked words with what stands in the next line, if that is a rest of theirs: some tools break lines there."""
    if not isinstance(before, Unit) or not isinstance(made, Other) or made.kind or not before.text:
        return None
    length = len(before.text) + 1 + len(made.raw)
    if not length <= before.length <= _LONGEST_HEAD:
        return None
    place, words = before.place, before.text_place
    return replace(
        before,
        text=f"{before.text} {made.raw}",
        place=Span(place.source, place.start, made.place.end),
        text_place=Span(words.source, words.start, made.place.end),
    )


def _line(source: SourceFile, raw: str, start: int) -> Line:
    start += len(raw) - len(raw.lstrip("\ufeff "))
    raw = raw.lstrip("\ufeff ")
    place = Span(source, start, start + len(raw.rstrip()))
    key, tab, rest = raw.partition("\t")
    key = key.rstrip()
    made: Line | None = None
    if key[:1] == "T":
        made = _unit(key, rest, place) if tab else _unit_without_tabs(raw, place)
    elif tab and key[:1] in _READERS and (key == "*" or key[1:2].isdigit()):
        made = _READERS[key[:1]](key, rest, place)
    return made or Other("", "", raw.strip(), place)


def _unit(key: str, rest: str, place: Span) -> Unit | None:
    head, _, words = rest.partition("\t")
    found = _UNIT.fullmatch(head.strip()) if len(head) <= _LONGEST_HEAD else None
    return _made_unit((key, found[1], found[2]), words, place) if found else None


def _unit_without_tabs(raw: str, place: Span) -> Unit | None:
    """A line whose tabs became spaces on the way through an editor."""
    found = _UNIT_WITHOUT_TABS.fullmatch(raw.strip()) if len(raw) <= _LONGEST_HEAD else None
    return _made_unit((found[1], found[2], found[3]), found[4] or "", place) if found else None


def _made_unit(said: tuple[str, str, str], words: str, place: Span) -> Unit:
    key, label, offsets = said
    spots = tuple((int(pair.split()[0]), int(pair.split()[1])) for pair in offsets.split(";"))
    start = place.end - len(words.rstrip())
    text, _, comment = words.partition("\t")
    if comment and len(text.strip()) < sum(end - begin for begin, end in spots):
        # The tab is one of the text itself.
        text, comment = words, ""
    start += len(text) - len(text.lstrip())
    text = text.strip()
    text_place = Span(place.source, start, start + len(text)) if text else place
    return Unit(key, label, spots, text.replace("\t", " "), comment.strip(), place, _first(place, key), text_place)


def _first(place: Span, key: str) -> Span:
    """Where the id of a line stands."""
    return Span(place.source, place.start, place.start + len(key))


def _link(key: str, rest: str, place: Span) -> Link | None:
    label, _, ends = rest.strip().partition(" ")
    found = list(_END.finditer(ends))
    if not label or len(found) != 2 or len(ends.split()) != 2:
        return None
    start = place.end - len(ends)
    # The first one leads to the second, unless they say otherwise.
    found.sort(key=lambda item: item[1] == "Arg2")
    places = tuple(Span(place.source, start + item.start(), start + item.end()) for item in found)
    return Link(key, label, (found[0][2], found[1][2]), _raw(place), place, _first(place, key), places)


def _mark(key: str, rest: str, place: Span) -> Mark | None:
    words = rest.split()
    if len(words) < 2:
        return None
    return Mark(key, words[0], words[1], " ".join(words[2:]) or None, _raw(place), place)


def _remark(key: str, rest: str, place: Span) -> Remark | None:
    head, _, text = rest.partition("\t")
    words = head.split()
    return Remark(key, words[0], words[1], text.strip(), _raw(place), place) if len(words) == 2 else None


def _sameness(key: str, rest: str, place: Span) -> Line:
    words = rest.split()
    if words[:1] == ["Equiv"] and len(words) > 2:
        return Sameness(tuple(words[1:]), _raw(place), place)
    return Other(key, "", _raw(place), place)


def _other(key: str, rest: str, place: Span) -> Other:
    words = rest.split()
    about = words[1] if key[0] == "N" and len(words) > 1 else ""
    return Other(key[0], about, _raw(place), place)


def _raw(place: Span) -> str:
    return place.text


_READERS: dict[str, Callable[[str, str, Span], Line | None]] = {
    "R": _link,
    "A": _mark,
    "M": _mark,
    "#": _remark,
    "*": _sameness,
    "E": _other,
    "N": _other,
}
