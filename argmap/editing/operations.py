"""What can be done to a map, as values. Each says what the map is afterwards; what else is in it stays as it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from argmap.core.model import Entity, Relation


@dataclass(frozen=True, slots=True)
class Add:
    """Add a claim, relation, question, speaker, source or group.

    It comes last among its kind, a claim or question also right behind `after`. Refused: an id that is taken.

    Attributes:
        entity: What is added. A relation that is not `named` gets no id in the file.
        relations: Relations that come with a claim; it is the first premise of each.
        group: Id of the group that a claim or question joins as its last member, or None.
        after: Id of the claim (or question) behind which it is put, or None for the end.
    """

    entity: Entity
    relations: tuple[Relation, ...] = ()
    group: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A change of a list: what goes out of it, and what is put at its end (unless it is there already)."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


Value: TypeAlias = str | tuple[str, ...] | Items | None
"""The new value of a field as it is typed: a text, number or truth value; a list; a change of a list; None for none."""


@dataclass(frozen=True, slots=True)
class SetFields:
    """Give fields new values.

    Fields are those of the file format, `data.KEY` for one of the data. Relations also have `kind` and `target`; an
    undercut of one without an id of its own follows it. Refused: `id` (see `Rename`), fields that the thing does not
    have, `supports`, `attacks`, `conflicts`, `with` and `premises` (see `Add`, `Link`), `members` (see `Move`).

    Attributes:
        id: Id of a claim, relation, question, group, speaker or source; None for the map itself.
        fields: New values by the name of the field.
    """

    id: str | None
    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Link:
    """Make linked premises of several: they only count together.

    The premises of `others` join those of the relation, each once, behind them. The relation keeps its id if it has one
    of its own. Fields that only the others have become its own, from the first that has them; where they differ it
    keeps its own, and a note says so; of a list, or `data`, as a whole. What undercuts one of the others undercuts the
    relation then. Refused: conflicts, relations of another kind or target.

    Attributes:
        relation: Id of a support or attack.
        others: Ids of relations of the same kind and target, which are gone then, or of claims that become premises.
    """

    relation: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unlink:
    """Make linked premises independent.

    Each premise that is named becomes the only premise of a new relation of the same kind, target and scheme, with
    nothing else. The relation keeps the rest with its id, fields and undercuts. Refused: to take its first premise
    away.

    Attributes:
        relation: Id of a relation with linked premises.
        premises: Premises that leave it; empty for all but the first.
    """

    relation: str
    premises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rename:
    """Give something another id, everywhere it is referred to.

    Refused: an id that is taken or is none. A relation without an id of its own gets this one. A title of a group that
    is its id goes with it.

    Attributes:
        old: The id. If it is that of a speaker or source as well, the claim, relation, question or group is meant; of
            a speaker and a source the speaker.
        new: The id that it gets. In Argdown both may also be titles.
        kind: `speaker` or `source` to mean one of these; None for what has the name.
    """

    old: str
    new: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """Make one claim of two that say the same.

    `kept` stays where it is. It gets the lists of both (`answers`, `by`, `cites`, `tags`, `restatements`), each item
    once, its own first; single fields that it lacks (`implicit` and `hidden` only if both have them); the wording that
    is not chosen becomes its last restatement, and none is added that is its text then. A wording that is empty gives
    way to the other. Fields in which they differ stay as in `kept`, and a note names them. Relations of `gone` are
    those of `kept` then, each premise once; of two with the same kind, premises and target that the merge makes so, the
    one that was so before stays, else the first in the file, with its id and fields, and those that only the other has,
    and what undercut the other undercuts it. Groups have `kept` where they had `gone`, unless they have it already.
    Refused: an attack or conflict between the two, an undercut of a support between them. A support from one of the two
    (also with others) to the other is gone, with a note.

    Attributes:
        kept: Id of the claim that stays.
        gone: Id of the claim that becomes part of it.
        text: Whose wording is taken: the id of one of the two, or None for `kept`.
    """

    kept: str
    gone: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """Put claims and questions into a group, or a group into another, and out of those that they are in.

    Attributes:
        ids: Ids of claims, questions and groups; they become its last members, in this order.
        group: Id of the group, or None for none.
    """

    ids: tuple[str, ...]
    group: str | None


@dataclass(frozen=True, slots=True)
class Remove:
    """Take something out of the map.

    A claim is also taken out of its groups; members of a group leave it, and groups in it lie in its parent. Refused
    unless `with_relations`: what others refer to, or what has relations. With it, relations that start from or end at a
    removed claim, or are steps of a removed argument, are gone too; so is, again and again, what undercuts a relation
    that is gone; other references (`answers`, `by`, `cites`) are dropped.

    Attributes:
        ids: Ids of what is removed.
        with_relations: Whether what hangs on it goes, too.
    """

    ids: tuple[str, ...]
    with_relations: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """Keep only a part of the map.

    What stays: the claims, with relations whose premises and target all stay, the questions that they answer, the
    speakers and sources that what stays refers to, and groups with what stays of their members, with the groups around
    them. References to what is gone (`argument`) are dropped. Title, description, language, display and data stay.

    Attributes:
        ids: Ids of claims, of questions, and of groups, which stand for all that lies in them.
    """

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """Make two claims of one that says two things.

    The claim gets the first wording. The new one stands right behind it, has the second wording and the same `answers`,
    `by`, `cites`, `tags` and `implicit`, and is in the same groups, behind it. Reasons for and against the claim stay
    with it. Where it is a premise: if `linked`, the new one is linked to it as the last premise; else, and for
    conflicts, there is a second relation with the new one in its place and no id of its own.

    Attributes:
        id: Id of the claim.
        first: What it says then.
        second: What the new claim says.
        new: Id of the new claim.
        title: Title of the new claim, or None.
        linked: Whether the two only count together.
    """

    id: str
    first: str
    second: str
    new: str
    title: str | None = None
    linked: bool = True


Operation: TypeAlias = Add | SetFields | Link | Unlink | Rename | Merge | Move | Remove | Extract | Split
