"""What stands under the keys of each part of a map."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from argmap.core.model import ArgumentMap, Claim, ClaimKind, Data, Group, Question, Relation
from argmap.formats.data import citations, display, said, source, speaker
from argmap.formats.foreign.names import carried
from argmap.formats.graphml.fields import (
    CARRIED,
    EXACT,
    FIELDS,
    MARK,
    as_json,
    is_xml_safe,
)
from argmap.formats.graphml.parts import plain

Value: TypeAlias = str | bool | float | int
Values: TypeAlias = dict[str, Value]
"""Values by the names of their keys."""

_NAME = "graphml"


def of_claim(claim: Claim, answered: Sequence[str]) -> Values:
    """What the node of a claim says.

    Args:
        claim: The claim.
        answered: The questions that edges lead to from it, in the order of these.
    """
    return _values(
        claim.data,
        id=claim.id,
        kind="argument" if claim.kind is ClaimKind.ARGUMENT else "claim",
        label=claim.label or claim.id,
        title=claim.title,
        text=claim.text,
        by=list(claim.by),
        answers=list(claim.answers) if tuple(answered) != claim.answers else [],
        cites=citations(claim.cites),
        implicit=claim.implicit or None,
        score=claim.score,
        assumed=claim.assumed,
        tags=list(claim.tags),
        note=claim.note,
        url=claim.link,
        restatements=list(claim.restatements),
        hidden=claim.hidden or None,
        colour=claim.colour,
    )


def of_question(question: Question) -> Values:
    """What the node of a question says."""
    return _values(
        {},
        id=question.id,
        kind="question",
        label=question.label or question.id,
        title=question.title,
        text=question.text,
        cites=citations(question.cites),
        tags=list(question.tags),
        note=question.note,
    )


def of_relation(relation: Relation, *, is_joint: bool) -> Values:
    """What the edge of a relation says, or the node where its parts meet."""
    return _values(
        relation.data,
        id=relation.id if relation.named else None,
        kind="step" if is_joint else None,
        named=False if is_joint and not relation.named else None,
        relation=relation.kind.value,
        scheme=relation.scheme,
        weight=relation.weight,
        by=list(relation.by),
        cites=citations(relation.cites),
        tags=list(relation.tags),
        note=relation.note,
        argument=relation.argument,
    )


def of_group(group: Group) -> Values:
    """What the node of a group says."""
    return _values(
        group.data,
        id=group.id,
        kind="group",
        label=group.title,
        title=group.title,
        note=group.note,
        tags=list(group.tags),
        closed=group.closed or None,
        hidden=group.hidden or None,
        colour=group.colour,
    )


def of_map(argument_map: ArgumentMap) -> Values:
    """What the graph says."""
    return _values(
        argument_map.data,
        argmap=1,
        title=argument_map.title,
        description=argument_map.description,
        language=argument_map.language,
        speakers={item.id: speaker(item) for item in argument_map.speakers},
        sources={item.id: source(item) for item in argument_map.sources},
        display=display(argument_map.display),
    )


def _values(data: Data, **fields: Any) -> Values:
    """Fields and free data as values; what another tool said under a key of its own stands there again."""
    own = carried(data, _NAME)
    free = {name: value for name, value in data.items() if name != _NAME or not own}
    fields |= {"data": free or None, CARRIED: dict(own) or None}
    found: Values = {}
    exact: dict[str, str] = {}
    for name, value in said(**fields).items():
        if isinstance(value, dict | list):
            found[name] = as_json(value)
        elif value != "" or name == "text":
            found[name] = value
            if isinstance(value, str) and not is_xml_safe(value):
                exact[name] = value
    if exact:
        found[EXACT] = as_json(exact)
    rest = own.get("data")
    if isinstance(rest, dict):
        natives = {name: value for name, value in rest.items() if isinstance(value, str) and value.strip()}
        found |= {name: value for name, value in natives.items() if plain(name) not in FIELDS and is_xml_safe(name)}
    return found


__all__ = ["MARK", "Value", "Values", "of_claim", "of_group", "of_map", "of_question", "of_relation"]
