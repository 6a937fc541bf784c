"""The edges that a map comes to: what each says, and how it looks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, Relation, RelationKind
from argmap.diagram.themes import LIGHT
from argmap.formats.graphml import looks, values
from argmap.formats.graphml.values import Values

Key: TypeAlias = tuple[str, str]
"""A letter for the kind of a node (claim, question, relation, group, other), and its id in the map."""

_SIGNS = {"support": "+", "attack": "\N{MINUS SIGN}", "conflict": "\N{LEFT RIGHT ARROW}"}
_ANSWER = looks.Line("answer", LIGHT.answer)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge.

    Attributes:
        start: The node that it comes from.
        end: The node that it leads to.
        said: What it says, by the names of keys.
        line: How it looks, without its corners.
        relation: What it belongs to, as pictures call it; empty for an edge that argmap has no words for.
        whole: Id of the relation that it is; empty for part of one.
        own_id: Id that it gets in the file if XML allows it, or None.
    """

    start: Key
    end: Key
    said: Values
    line: looks.Line
    relation: str = ""
    whole: str = ""
    own_id: str | None = None


def edges_of(argument_map: ArgumentMap, joints: frozenset[str]) -> Iterator[Edge]:
    """All edges of a map: who answers what, then its relations, in its order.

    Args:
        argument_map: The map.
        joints: Ids of the relations that are a node with edges to and from it.
    """
    for claim in argument_map.claims:
        for question in dict.fromkeys(claim.answers):
            if question in argument_map.question:
                said: Values = {"relation": "answer"}
                yield Edge(("c", claim.id), ("q", question), said, _ANSWER, f"{claim.id} -> {question}")
    for relation in MapGraph(argument_map).relations:
        yield from _of_relation(argument_map, relation, is_joint=relation.id in joints)


def _of_relation(argument_map: ArgumentMap, relation: Relation, *, is_joint: bool) -> Iterator[Edge]:
    kind, sign = relation.kind.value, _SIGNS[relation.kind.value]
    is_conflict = relation.kind is RelationKind.CONFLICT
    line = looks.Line(kind, looks.ink_of(argument_map, relation), sign=sign)
    target = ("c" if relation.target in argument_map.claim else "r", relation.target)
    premises = [("c", premise) for premise in dict.fromkeys(relation.premises)]
    if not is_joint:
        said = {**values.of_relation(relation, is_joint=False), "label": sign}
        line = replace(line, heads=(is_conflict, True))
        own_id = relation.id if relation.named else None
        yield Edge(premises[0], target, said, line, relation.id, whole=relation.id, own_id=own_id)
        return
    joint = ("r", relation.id)
    for premise in premises:
        part: Values = {"relation": kind, "role": "premise"}
        yield Edge(premise, joint, part, replace(line, heads=(is_conflict, False), sign=""), relation.id)
    yield Edge(joint, target, {"relation": kind, "role": "conclusion", "label": sign}, line, relation.id)
