"""What there is to tell of two maps, and the pieces in which it is told before it becomes text or Markdown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from argmap.core.comparison import Comparison, Mark
from argmap.core.labelling import Label
from argmap.core.model import ArgumentMap


@dataclass(frozen=True, slots=True)
class Review:
    """A comparison with the maps that it is about.

    Attributes:
        old: The map as it was.
        new: The map as it is.
        comparison: What is told.
        files: What the two are called.
        colour: Whether the text may use terminal colours; all that they say is said by signs as well.
        width: How many cells a line may take; less than 40 are taken as 40.
        unicode: Whether signs and quotation marks may be other than ASCII; the words of maps always stay what they are.
    """

    old: ArgumentMap
    new: ArgumentMap
    comparison: Comparison
    files: tuple[str, str] = ("", "")
    colour: bool = False
    width: int = 100
    unicode: bool = True


@dataclass(frozen=True, slots=True)
class ComparisonFormat:
    """A way to tell comparisons.

    Attributes:
        name: What `--format` calls it.
        title: What a list says of it.
        write: The review as text, ending in a line end.
        suffixes: Endings of file names that stand for it.
    """

    name: str
    title: str
    write: Callable[[Review], str]
    suffixes: tuple[str, ...]


class Role(StrEnum):
    """What a bit of a phrase is."""

    PLAIN = "plain"
    """Words of argmap or of a map, without a mark."""
    NAME = "name"
    """What something is called."""
    ID = "id"
    REMOVED = "removed"
    """Words of the old map only."""
    ADDED = "added"
    """Words of the new map only."""
    BEFORE = "before"
    """A value in the old map, with an arrow behind it."""
    AFTER = "after"
    """The value in the new map, behind the arrow."""


class Bit(NamedTuple):
    """Words in one role; outer spaces part them from their neighbours."""

    text: str
    role: Role = Role.PLAIN


Phrase: TypeAlias = tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is told.

    Attributes:
        mark: What happened to it; for a verdict, the label that the claim has now, or None for a strength.
        phrase: What it is.
        details: What about it, one line each.
    """

    mark: Mark | Label | None
    phrase: Phrase
    details: tuple[Phrase, ...] = ()


class Section(NamedTuple):
    """Entries under a heading."""

    title: str
    entries: tuple[Entry, ...]


def phrase(*parts: "str | Bit | Phrase") -> Phrase:
    """Put words, bits and phrases one after the other."""
    found: list[Bit] = []
    for part in parts:
        if isinstance(part, str):
            found.append(Bit(part))
        elif isinstance(part, Bit):
            found.append(part)
        else:
            found += part
    return tuple(bit for bit in found if bit.text)


def listed(items: Sequence[Phrase], joint: str = ", ") -> Phrase:
    """Phrases with commas between them."""
    return phrase(*(part for item in items for part in (joint, item)))[1:]
