"""What a report says, apart from how it is written: sections of blocks, made of words that carry no markup."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from argmap.core.labelling import Labelling
    from argmap.core.model import ArgumentMap
    from argmap.diagram.scene import Scene
    from argmap.digest.base import Digest

WordStyle: TypeAlias = Literal["plain", "strong", "emphasis", "soft", "label", "stands", "falls", "undecided"]
"""`soft` is for asides such as who says it; `label` for the word that says what a point does; the last three are for
what an evaluation says. An output may show several of them alike."""
Tone: TypeAlias = Literal["pro", "con", "none"]
SectionKind: TypeAlias = Literal[
    "glance", "picture", "question", "position", "evaluation", "disagreements", "gaps", "speakers", "sources"
]


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of running text.

    Attributes:
        text: Plain text, whatever it holds, on one line; spaces between pieces are part of them.
        style: How it is told from the rest.
        link: Address that it leads to (`http`, `https` or `mailto`), or None.
        anchor: Key of the section, figure or source of this report that it refers to, or None.
    """

    text: str
    style: WordStyle = "plain"
    link: str | None = None
    anchor: str | None = None


Words: TypeAlias = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        words: What it says.
        role: `lead` for the summary, `statement` for a position in full, `heading` for a small heading without number
            over a list, `note` for a remark in small letters, else `text`.
    """

    words: Words
    role: Literal["text", "lead", "statement", "heading", "note"] = "text"
    block: Literal["paragraph"] = field(default="paragraph", init=False)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list.

    Attributes:
        words: What it says.
        level: How deep it lies, from 0; at most one more than that of the item before.
        number: Its number as it is shown (`1`), or empty for none.
        tone: Whether it speaks for what the list is about, or against it.
        note: A remark on it, for a footnote or small letters; may be empty.
    """

    words: Words
    level: int = 0
    number: str = ""
    tone: Tone = "none"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A nested list.

    Attributes:
        items: Its items in reading order; never empty.
        role: `points` for reasons and objections, else `plain`.
    """

    items: tuple[Item, ...]
    role: Literal["points", "plain"] = "plain"
    block: Literal["listing"] = field(default="listing", init=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: as many cells as the head has, or, for a row that heads those below it, one."""

    cells: tuple[Words, ...]

    @property
    def is_heading(self) -> bool:
        """Whether it heads the rows below it."""
        return len(self.cells) == 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        head: The titles of its columns, at least two.
        rows: Its rows; never empty.
        caption: What it shows, for those who cannot see it.
    """

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: str
    block: Literal["table"] = field(default="table", init=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the map, or of a part of it.

    Attributes:
        key: Anchor of the figure, such as `figure-2`.
        number: Its number in the report, from 1.
        caption: What stands under it, without `Figure 2`.
        alt: The short text alternative, a sentence.
        description: The full text alternative: all that the picture says, in lines.
        scene: The picture; its size is the one that it has on the page, in points. Write it with `report.drawn`.
        turned: Whether it takes a page on its side.
        smallest: Size of its smallest text as printed, in points.
        map: The part of the map that it shows.
    """

    key: str
    number: int
    caption: str
    alt: str
    description: str
    scene: "Scene"
    turned: bool
    smallest: float
    map: "ArgumentMap"
    block: Literal["figure"] = field(default="figure", init=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A source in the bibliography.

    Attributes:
        key: Anchor of the entry, such as `source-1`.
        number: Its number, as it is cited: `1` for `[1]`.
        words: Author, date, title and link.
        places: Which places of it are cited; may be empty.
    """

    key: str
    number: int
    words: Words
    places: Words


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The sources; never empty."""

    entries: tuple[Entry, ...]
    block: Literal["bibliography"] = field(default="bibliography", init=False)


Block: TypeAlias = Paragraph | Listing | Table | Figure | Bibliography


@dataclass(frozen=True, slots=True)
class Section:
    """A section.

    Attributes:
        kind: What it is about.
        key: Anchor of the section: unique in the report, ASCII letters, digits and hyphens.
        number: Its number, such as `3` or `3.2`.
        title: Its heading, plain text.
        blocks: What it says.
        sections: The sections inside it, after its blocks; these have none of their own.
        subject: Id of the question or claim that it is about, or None.
    """

    kind: SectionKind
    key: str
    number: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a report says, in its order.

    Attributes:
        title: What it is called.
        subtitle: What kind of text it is, and by what it was evaluated; a line.
        language: BCP 47 tag of its texts, or None.
        summary: The map in a sentence.
        description: What the map says of itself; may be empty.
        questions: The texts of the questions.
        sections: The sections.
        page: Name of the page that the figures fit: `a4` or `letter`.
        digest: What it was made from: the map, its labelling, the cases.
        notes: What the user should know of the figures and the evaluation, a sentence each.
    """

    title: str
    subtitle: str
    language: str | None
    summary: str
    description: str
    questions: tuple[str, ...]
    sections: tuple[Section, ...]
    page: str
    digest: "Digest"
    notes: tuple[str, ...] = ()

    @property
    def labelling(self) -> "Labelling | None":
        """What an evaluation says, or None."""
        return self.digest.labelling

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures, in the order of their numbers."""
        return tuple(block for section in self.walk() for block in section.blocks if isinstance(block, Figure))

    def walk(self) -> Iterator[Section]:
        """All sections in reading order, each before those inside it."""
        for section in self.sections:
            yield section
            yield from section.sections
