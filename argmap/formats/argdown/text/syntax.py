"""The syntax tree of an Argdown text: what stands where, before anything is put together across the document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from argmap.formats.trees.tree import Node


class Place(NamedTuple):
    """A stretch of the manuscript, from `start` up to but not including `end`, in characters."""

    start: int
    end: int


class RangeKind(StrEnum):
    """What a stretch of a text is marked up as; the values are those of Argdown's JSON."""

    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"
    TAG = "tag"
    STATEMENT_MENTION = "statement-mention"
    ARGUMENT_MENTION = "argument-mention"


class Range(NamedTuple):
    """Marked-up stretch of a text.

    Attributes:
        kind: What it is.
        start, stop: First and last character in `Content.text`; both count.
        value: The address of a link, the name of a tag, the title of a mention; empty otherwise.
    """

    kind: RangeKind
    start: int
    stop: int
    value: str = ""


class Mention(NamedTuple):
    """`@[Statement]` or `@<Argument>` within a text; `place` is that of the title alone."""

    is_argument: bool
    title: str
    place: Place


class Content(NamedTuple):
    """A text in lines of an Argdown file.

    Attributes:
        text: The words as Argdown's own tools report them: no signs of markup, but tags and mentions as they are typed.
        plain: The same for readers: trailing tags are gone, others are words, mentions are titles; trimmed.
        markup: The text as it was typed, in one line without comments; None if nothing in it is marked up or escaped,
            so that it is the same as `text`.
        ranges: What is marked up in `text`.
        tags: Tags in it, each once.
        mentions: What it mentions.
        place: Where it stands.
    """

    text: str
    plain: str
    markup: str | None
    ranges: tuple[Range, ...]
    tags: tuple[str, ...]
    mentions: tuple[Mention, ...]
    place: Place


class Braces(NamedTuple):
    """Data in braces, or front matter.

    Attributes:
        value: What the YAML says, as Python values.
        node: The same as a tree; its places are those of the manuscript. None if there is nothing.
        place: Where it stands, braces or `===` included.
    """

    value: Any
    node: Node | None
    place: Place


class Symbol(StrEnum):
    """The sign of a relation. The first three lead from what stands above to what follows, the next three back."""

    SUPPORTS = "+>"
    ATTACKS = "->"
    UNDERCUTS = "_>"
    SUPPORTED_BY = "<+"
    ATTACKED_BY = "<-"
    UNDERCUT_BY = "<_"
    CONTRADICTS = "><"


@dataclass(slots=True)
class Element:
    """A statement or an argument, defined or referred to, with the relations nested under it.

    Attributes:
        is_argument: `<...>` rather than `[...]` or bare text.
        title: What stands between the brackets; None for bare text.
        title_place: Its place, without the brackets.
        is_reference: Whether there are only brackets and no text (`[Title]`, without a colon).
        content: The text, or None for a reference.
        tags: Tags behind a reference.
        braces: Data behind it.
        relations: What is nested under it.
        place: All of it but the relations.
    """

    is_argument: bool
    title: str | None
    title_place: Place | None
    is_reference: bool
    content: Content | None
    tags: tuple[str, ...]
    braces: Braces | None
    relations: "list[Nested]"
    place: Place


@dataclass(slots=True)
class Nested:
    """A relation under an element, with the element at its other end. `place` is that of the sign."""

    symbol: Symbol
    element: Element
    place: Place


@dataclass(slots=True)
class Row:
    """A numbered statement of a premise-conclusion structure. `place` is that of the number with its brackets."""

    element: Element
    place: Place


@dataclass(slots=True)
class Line:
    """The line between premises and conclusion: rules of inference, data, and what undercuts it (only `<_`)."""

    rules: tuple[str, ...]
    braces: Braces | None
    relations: list[Nested]
    place: Place


@dataclass(slots=True)
class Structure:
    """A premise-conclusion structure: premises, a line, a conclusion, perhaps more premises, a line, and so on.

    It begins with a row, every line is followed by a row, and the last part is the conclusion of the last line.
    """

    parts: list[Row | Line]
    place: Place


@dataclass(slots=True)
class Heading:
    """A heading. `level` is the number of `#`, from 1."""

    level: int
    content: Content
    braces: Braces | None
    place: Place


@dataclass(slots=True)
class Items:
    """A list, ordered or not."""

    is_ordered: bool
    elements: list[Element]
    place: Place


Block: TypeAlias = Heading | Element | Structure | Items


@dataclass(slots=True)
class Document:
    """A whole text."""

    front_matter: Braces | None = None
    blocks: list[Block] = field(default_factory=list)

    @property
    def settings(self) -> Mapping[str, Any]:
        """The front matter, if it is a mapping, else nothing."""
        value = self.front_matter.value if self.front_matter else None
        return value if isinstance(value, dict) else {}
