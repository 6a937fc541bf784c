"""What became of a debate from one map to another, as data."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

from argmap.core.labelling import Label
from argmap.core.model import Claim, Group, Question, Relation, Source, Speaker

T = TypeVar("T", Claim, Relation, Question, Speaker, Source, Group)


class Mark(StrEnum):
    """What happened to something between the old map and the new one."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Marked(NamedTuple):
    """A mark, and for something that changed what it was before, in a few words; None if there is nothing to quote."""

    mark: Mark
    was: str | None = None


class Part(StrEnum):
    """Where words of two wordings stand."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """Words of two wordings. The kept and removed ones in a row are the old wording, the kept and added ones the new.

    Attributes:
        part: Where they stand: in both, in the old one only, or in the new one only.
        words: The words, with the spaces that part them from what stands before.
    """

    part: Part
    words: str


@dataclass(frozen=True, slots=True)
class Alteration:
    """A field with another value.

    Attributes:
        field: Its name in the model: `id`, `text`, `title`, `by`, `cites`, `score`, ...; `groups` for the groups that a
            claim or question lies in.
        old: Its value in the old map, as the model has it; ids are those of the old map.
        new: Its value in the new map.
        pieces: For running text, the two wordings word by word; else empty.
    """

    field: str
    old: Any
    new: Any
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed(Generic[T]):
    """Something that both maps have, but not as it was. Of a renamed one the first alteration is that of its `id`."""

    old: T
    new: T
    alterations: tuple[Alteration, ...]

    def alteration(self, field: str) -> Alteration | None:
        """What became of a field, or None if that is as it was."""
        return next((item for item in self.alterations if item.field == field), None)


class Turn(StrEnum):
    """What was done to a relation."""

    TURNED = "turned"
    """It is of another kind: support became attack, and so on."""
    LINKED = "linked"
    """A premise joined it, or reasons that counted alone became premises of one."""
    UNLINKED = "unlinked"
    """A premise left it, or its premises became reasons that count alone."""
    RESOURCED = "re-sourced"
    """A premise took the place of another."""
    REAIMED = "re-aimed"
    """It leads elsewhere."""
    RENAMED = "renamed"
    """It got another id, or lost it."""
    ALTERED = "altered"
    """Other fields changed, such as its scheme."""


@dataclass(frozen=True, slots=True)
class RelationChange:
    """A relation that both maps have, but not as it was.

    Attributes:
        old: The relation; several if they became premises of one.
        new: The relation; several if its premises became reasons of their own.
        turns: What was done to it, in the order of `Turn`; at least one.
        alterations: The fields that differ, from the first of the old to the first of the new.
    """

    old: tuple[Relation, ...]
    new: tuple[Relation, ...]
    turns: tuple[Turn, ...]
    alterations: tuple[Alteration, ...]


@dataclass(frozen=True, slots=True)
class Changes(Generic[T]):
    """What became of the things of one kind.

    Attributes:
        added: What only the new map has, in its order.
        removed: What only the old map has, in its order.
        changed: What both have, but differently, in the order of the new map.
    """

    added: tuple[T, ...] = ()
    removed: tuple[T, ...] = ()
    changed: tuple[Changed[T], ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any change."""
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class RelationChanges:
    """What became of the relations; as `Changes`."""

    added: tuple[Relation, ...] = ()
    removed: tuple[Relation, ...] = ()
    changed: tuple[RelationChange, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any change."""
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class Cause:
    """The change that lies nearest to a claim among those that can have reached it.

    Attributes:
        mark: What happened.
        subject: Id of the relation, or of the claim whose own fields changed: in the old map if it was removed, else in
            the new one.
        steps: How many claims lie on the way; 0 for a change that touches the claim itself.
    """

    mark: Mark
    subject: str
    steps: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim of both maps that another thing is now said of.

    Attributes:
        old: Its id in the old map.
        new: Its id in the new map.
        before: Its label or strength in the old map.
        after: Its label or strength in the new map.
        cause: Why, where that can be told simply; else None.
    """

    old: str
    new: str
    before: Label | float
    after: Label | float
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What stands or falls since the old map.

    Attributes:
        title: How it was worked out, such as `grounded semantics`.
        changed: The claims whose label or strength differs, in the order of the new map.
    """

    title: str
    changed: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of a debate. The order in which a file tells things is no part of it.

    Attributes:
        map: What the map says of itself: `title`, `description`, `language`, `display`, `data`.
        claims, relations, questions, speakers, sources, groups: What became of them.
        verdicts: What stands or falls because of it; None if that was not asked.
    """

    map: tuple[Alteration, ...] = ()
    claims: Changes[Claim] = Changes()
    relations: RelationChanges = RelationChanges()
    questions: Changes[Question] = Changes()
    speakers: Changes[Speaker] = Changes()
    sources: Changes[Source] = Changes()
    groups: Changes[Group] = Changes()
    verdicts: Verdicts | None = None

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return any(getattr(self, item.name) for item in fields(self) if item.name != "verdicts")

    def renamed(self) -> Iterator[tuple[str, str]]:
        """The old and the new id of each claim that got another one."""
        for item in self.claims.changed:
            if item.old.id != item.new.id:
                yield item.old.id, item.new.id
