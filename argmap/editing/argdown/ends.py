"""How a relation of a claim can be said by a sign: below its other end, or with its other end below the claim."""

from dataclasses import replace
from typing import NamedTuple

from argmap.core.model import ArgumentMap, Relation, RelationKind
from argmap.editing.argdown import meant
from argmap.editing.argdown.reading import Reading
from argmap.editing.argdown.relations import BACK, FORTH, Relations, best_place
from argmap.editing.argdown.wording import named
from argmap.editing.base import RefusedError
from argmap.formats.argdown.debate.model import Argument
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.syntax import Element, Heading, Line, Symbol
from argmap.formats.argdown.to_map.entries import Entry


class End(NamedTuple):
    """The other end of a relation that a claim gets.

    Attributes:
        below: What the claim can be nested under, or None if there is no such place.
        back: The sign with which it stands there.
        forth: The sign with which the other end stands below the claim.
        name: The other end in brackets, or None if it cannot be referred to.
        heading: The heading under which the other end stands, or None.
    """

    below: Element | Line | None
    back: Symbol
    forth: Symbol
    name: str | None
    heading: Heading | None


def known_ends(reading: Reading, argument_map: ArgumentMap, relation: Relation, new: str | None = None) -> Relation:
    """A relation whose premises and target are called by their ids.

    Args:
        reading: The text.
        argument_map: Its map.
        relation: The relation; its ends may be called by titles.
        new: Id of a claim that does not stand in the text yet.

    Raises:
        RefusedError: There is no such claim or relation.
    """

    def id_of(name: str) -> str:
        return name if name == new else meant.claim(reading, argument_map, name)[0]

    found = meant.thing(reading, argument_map, relation.target) if relation.target != new else None
    if found is not None and found.kind not in ("claim", "relation"):
        raise RefusedError(f"`{relation.target}` is neither a claim nor a relation")
    target = relation.target if found is None else found.id
    return replace(relation, premises=tuple(map(id_of, relation.premises)), target=target)


def is_simple(relation: Relation) -> bool:
    """Whether a sign says all of a relation."""
    more = (relation.scheme, relation.weight, relation.note, relation.argument)
    return (
        len(relation.premises) == 1
        and not relation.named
        and not any(it is not None for it in more)
        and not (relation.by or relation.cites or relation.tags or relation.data)
    )


def end_of_relation(reading: Reading, argument_map: ArgumentMap, relation: Relation, premise: Entry | None) -> End:
    """The end that a relation is aimed at.

    Args:
        reading: The text.
        argument_map: Its map.
        relation: A simple relation.
        premise: What it starts from, or None if that is new and a statement.

    Raises:
        RefusedError: Argdown has no sign for it.
    """
    if relation.target in argument_map.relation:
        return _undercut(reading, argument_map, relation)
    if isinstance(premise, Argument) and premise.structure:
        conclusion = premise.structure[-1].title
        raise RefusedError(
            f"what `<{premise.title}>` speaks for or against is a matter of its conclusion",
            f"let the relation start from `[{conclusion}]`",
        )
    entry = reading.named(relation.target)[0]
    standing = best_place(reading, entry)
    heading = (standing or reading.places(entry)[0]).heading if reading.places(entry) else None
    name = named(entry) if entry.is_titled else None
    below = standing.element if standing else None
    if relation.kind is RelationKind.CONFLICT:
        if isinstance(entry, Argument) or isinstance(premise, Argument):
            raise RefusedError("in Argdown a conflict is between statements, and one of the two is an argument")
        return End(below, Symbol.CONTRADICTS, Symbol.CONTRADICTS, name, heading)
    is_strict = Settings.of(reading.debate.settings).is_strict
    if (
        relation.kind is RelationKind.ATTACK
        and is_strict
        and not isinstance(entry, Argument)
        and not isinstance(premise, Argument)
    ):
        raise strict_attack()
    return End(below, BACK[relation.kind], FORTH[relation.kind], name, heading)


def _undercut(reading: Reading, argument_map: ArgumentMap, relation: Relation) -> End:
    if relation.kind is not RelationKind.ATTACK:
        raise RefusedError("a relation can only be attacked")
    relations = Relations(reading, argument_map)
    target = argument_map.relation[relation.target]
    found = relations.undercut_at(target)
    if found is None:
        raise RefusedError(
            f"in Argdown only the step of an argument can be undercut, and `{relation.target}` is none",
            "write the premise as an argument, `<Title>: text`, and undercut that; or attack the premise",
        )
    if isinstance(found, Line):
        return End(found, Symbol.UNDERCUT_BY, Symbol.UNDERCUTS, None, None)
    entry = reading.entry(found.element)
    name = named(entry) if entry is not None and entry.is_titled else None
    return End(found.element, Symbol.UNDERCUT_BY, Symbol.UNDERCUTS, name, found.heading)


def strict_attack() -> RefusedError:
    """The refusal of an attack where Argdown makes a conflict of it."""
    return RefusedError(
        "in `mode: strict`, an attack of a statement on a statement is a conflict", "add it as a conflict"
    )
