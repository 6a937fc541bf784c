"""Argdown's own model of a debate: statements, arguments, premise-conclusion structures, relations and sections.

It stands between the text (or the JSON export) and the map. Terms and roles are those of Argdown's JSON.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from argmap.formats.argdown.text.syntax import Place, Range
from argmap.formats.trees.tree import Node


class Role(StrEnum):
    """What a member of a statement or argument does where it stands."""

    PREMISE = "premise"
    STEP = "intermediary-conclusion"
    CONCLUSION = "main-conclusion"
    DESCRIPTION = "argument-description"
    TOP_LEVEL = "top-level-statement"
    IN_RELATION = "relation-statement"


class RelationType(StrEnum):
    """What a relation says. Of the last three, the first is one-way and the others go both ways."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    ENTAILS = "entails"
    CONTRARY = "contrary"
    CONTRADICTORY = "contradictory"

    @property
    def is_symmetric(self) -> bool:
        """Whether it goes both ways."""
        return self in (RelationType.CONTRARY, RelationType.CONTRADICTORY)


@dataclass(slots=True, eq=False)
class Section:
    """A heading with what stands under it.

    Attributes:
        id: `s1`, `s2`, ... in the order of the document.
        level: Number of `#` of the heading, from 1.
        is_group: Whether its data or the settings say that it is a group of the map, or not; None if nobody says.
        is_closed: The same for a closed group.
        node: The data as a tree with places, where there is a text.
    """

    id: str
    title: str
    level: int
    parent: "Section | None" = None
    children: "list[Section]" = field(default_factory=list)
    tags: tuple[str, ...] = ()
    ranges: tuple[Range, ...] = ()
    data: Any = None
    is_group: bool | None = None
    is_closed: bool | None = None
    place: Place | None = None
    node: Node | None = None


@dataclass(slots=True, eq=False)
class Inference:
    """The step from premises to a conclusion.

    Attributes:
        argument: The argument that it is part of.
        index: Place of its conclusion in `Argument.structure`, from 0.
        rules: Names of the rules of inference.
        data: What stands in its braces.
        relations: What undercuts it.
        node: The data as a tree with places, where there is a text.
    """

    argument: "Argument"
    index: int
    rules: tuple[str, ...] = ()
    data: Any = None
    relations: "list[Relation]" = field(default_factory=list)
    place: Place | None = None
    node: Node | None = None


@dataclass(slots=True, eq=False)
class Member:
    """A place at which a statement or argument occurs, with the wording that it has there.

    Attributes:
        title: Title of the statement or argument that it belongs to.
        text: The words as Argdown's tools report them (`Content.text`); None for a reference.
        plain: The same for readers (`Content.plain`).
        markup: The words as they were typed, if they are not just `text`.
        is_reference: Whether it only refers to the statement or argument.
        is_top_level: Whether it is a paragraph of its own.
        argument: For a row of a structure, the argument that it is part of.
        inference: For a conclusion, the step that leads to it.
        place: All of it; `title_place` the title without brackets, `text_place` the words; None if made up.
        node: The data as a tree with places, where there is a text.
    """

    title: str
    role: Role | None = None
    text: str | None = None
    plain: str = ""
    markup: str | None = None
    ranges: tuple[Range, ...] = ()
    tags: tuple[str, ...] = ()
    is_reference: bool = False
    is_top_level: bool = False
    data: Any = None
    section: Section | None = None
    argument: "Argument | None" = None
    inference: Inference | None = None
    place: Place | None = None
    title_place: Place | None = None
    text_place: Place | None = None
    node: Node | None = None


@dataclass(slots=True, eq=False)
class Statement:
    """What all statements with one title say: an equivalence class.

    Attributes:
        title: Its title; for one without, `Untitled 1`, ...
        is_titled: Whether the title was given in the text.
        members: Its occurrences, in the order of the document.
        relations: Relations that begin or end at it.
        tags: Tags of all members, each once.
        data: Data of all members, put together.
    """

    title: str
    is_titled: bool = True
    members: list[Member] = field(default_factory=list)
    relations: "list[Relation]" = field(default_factory=list)
    tags: tuple[str, ...] = ()
    data: Any = None
    section: Section | None = None

    @property
    def canonical(self) -> Member | None:
        """The member whose wording counts: the last with `isCanonical` in its data, else the last that has words."""
        return _canonical(self.members)


@dataclass(slots=True, eq=False)
class Argument:
    """An argument: its descriptions, and its premise-conclusion structure if it has one.

    Attributes:
        structure: Premises and conclusions in the order of the text; the last one is the main conclusion.
    """

    title: str
    is_titled: bool = True
    members: list[Member] = field(default_factory=list)
    structure: list[Member] = field(default_factory=list)
    relations: "list[Relation]" = field(default_factory=list)
    tags: tuple[str, ...] = ()
    data: Any = None
    section: Section | None = None
    place: Place | None = None

    @property
    def canonical(self) -> Member | None:
        """The member whose wording counts, as for a statement."""
        return _canonical(self.members)


End: TypeAlias = Statement | Argument | Inference


@dataclass(slots=True, eq=False)
class Relation:
    """A relation between two ends; only an undercut can end at an inference.

    Attributes:
        place: Where its sign stands first, or None.
    """

    type: RelationType
    source: Statement | Argument
    target: End
    place: Place | None = None


@dataclass(slots=True, eq=False)
class Debate:
    """A document, put together.

    Attributes:
        statements, arguments: By title, in the order in which they first occur.
        relations: What the text says, in its order; what follows from structures is not among them.
        sections: The outermost sections.
        tags: All tags, in the order in which they first occur.
        settings: The front matter.
        node: The front matter as a tree with places, where there is a text.
    """

    statements: dict[str, Statement] = field(default_factory=dict)
    arguments: dict[str, Argument] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    node: Node | None = None


def other_end(relation: Relation, end: End) -> End:
    """The end of a relation that is not the given one."""
    return relation.target if relation.source is end else relation.source


def _canonical(members: list[Member]) -> Member | None:
    worded = [item for item in members if not item.is_reference]
    marked = [item for item in worded if isinstance(item.data, dict) and item.data.get("isCanonical")]
    chosen = marked or worded
    return chosen[-1] if chosen else None
