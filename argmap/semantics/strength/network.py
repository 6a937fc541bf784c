"""A map as numbered nodes, claims and links, each with a value that follows from the values of other nodes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from argmap.core.graph import MapGraph
from argmap.core.model import Relation, RelationKind
from argmap.semantics.strength.base import Strength

_NONE: tuple[int, ...] = ()
_SUPPORT, _ATTACK, _CONFLICT = RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.CONFLICT


@dataclass(frozen=True, slots=True)
class Network:
    """Claims, numbered from 0, then links, whose forces depend on others just as the strengths of claims do.

    A relation that is weighted, linked or undercut is a link, a symmetric conflict of that sort two, one each way. Any
    other relation needs no node: its force is the strength of its premise, which takes its place.

    Attributes:
        semantics: How forces make a strength.
        claims: How many of the nodes are claims.
        own: What a node brings along: base score of a claim, weight of a link; in [0, 1].
        plus: Nodes that lift a node: what supports a claim, the premises of a link.
        minus: Nodes that lower it: what attacks a claim, what undercuts a link.
        forces: The nodes that have the force of a relation, one for each way it goes, by its id, in file order.
    """

    semantics: Strength
    claims: int
    own: Sequence[float]
    plus: Sequence[Sequence[int]]
    minus: Sequence[Sequence[int]]
    forces: Mapping[str, tuple[int, ...]]

    @property
    def size(self) -> int:
        """How many nodes there are."""
        return len(self.own)

    def inputs(self, node: int) -> tuple[int, ...]:
        """The nodes whose values a node's value follows from."""
        return (*self.plus[node], *self.minus[node])

    def value(self, node: int, values: Sequence[float]) -> float:
        """The value that a node has under the values of the others, in [0, 1]."""
        plus, minus = self.plus[node], self.minus[node]
        if not plus and not minus:
            return self.own[node]
        lifting, lowering = [values[item] for item in plus], [values[item] for item in minus]
        if node >= self.claims:
            return force(self.own[node], lifting, lowering)
        found = self.semantics.strength(self.own[node], lifting, lowering)
        return found if 0.0 <= found <= 1.0 else within(found)


def force(weight: float, premises: Sequence[float], undercuts: Sequence[float]) -> float:
    """Return the force of a relation: its weight, times its premises, times what each undercut leaves of it.

    Linked premises and undercuts go in by their product, as independent conditions do; both are argmap's own addition
    to the published semantics, which know neither.
    """
    return weight * prod(sorted([*premises, *(1.0 - item for item in undercuts)]))


def within(number: float) -> float:
    """Return the number in [0, 1] that is nearest to a number; 0 for what is not a number."""
    return min(1.0, max(0.0, number))


def weight_of(relation: Relation) -> float:
    """Return the weight of a relation, in [0, 1]; 1 if none is given."""
    return 1.0 if relation.weight is None else within(relation.weight)


def network_of(graph: MapGraph, semantics: Strength, pinned: Mapping[str, float]) -> Network:
    """Make the network of a map.

    Scores and weights out of range are taken as the nearest end of it. A support or a conflict that is aimed at a
    relation lowers and lifts nothing.

    Args:
        graph: The map.
        semantics: How forces make a strength.
        pinned: Strengths by claim id that stand whatever is said of the claim; other ids are ignored.
    """
    claims = graph.map.claims
    number = {claim.id: place for place, claim in enumerate(claims)}
    pins = {number[name]: within(strength) for name, strength in pinned.items() if name in number}
    own = [within(claim.base_score) for claim in claims]
    for place, strength in pins.items():
        own[place] = strength
    wires = _Wires(number, own, graph.relations)
    for item in graph.relations:
        wires.add(item)
    plus, minus = [_NONE] * len(own), [_NONE] * len(own)
    for place, premises in wires.premises.items():
        plus[place] = premises
    for sides, found in ((plus, wires.supports), (minus, wires.attacks)):
        for place, nodes in found.items():
            if place not in pins:
                sides[place] = tuple(nodes)
    for name, nodes in wires.undercuts.items():
        for place in wires.forces[name]:
            minus[place] = tuple(nodes)
    return Network(semantics, len(number), own, plus, minus, wires.forces)


class _Wires:
    """What connects the nodes, gathered relation by relation. Grows `own` by a weight for each link."""

    def __init__(self, number: Mapping[str, int], own: list[float], relations: Sequence[Relation]) -> None:
        self.premises: dict[int, tuple[int, ...]] = {}
        self.supports: dict[int, list[int]] = defaultdict(list)
        self.attacks: dict[int, list[int]] = defaultdict(list)
        self.undercuts: dict[str, list[int]] = defaultdict(list)
        self.forces: dict[str, tuple[int, ...]] = {}
        self._number = number
        self._own = own
        self._undercut = {item.target for item in relations if item.target not in number}

    def add(self, relation: Relation) -> None:
        number, kind = self._number, relation.kind
        if len(relation.premises) == 1:
            premises: tuple[int, ...] = (number[relation.premises[0]],)
        else:
            premises = tuple([number[premise] for premise in dict.fromkeys(relation.premises)])
        ways: tuple[int, ...] = (self._node(relation, premises),)
        target = number.get(relation.target)
        if target is None:
            if kind is _ATTACK:
                self.undercuts[relation.target].append(ways[0])
        elif kind is _SUPPORT:
            self.supports[target].append(ways[0])
        else:
            self.attacks[target].append(ways[0])
            if kind is _CONFLICT and premises != (target,):
                ways = (*ways, self._node(relation, (target,)))
                self.attacks[premises[0]].append(ways[1])
        self.forces[relation.id] = ways

    def _node(self, relation: Relation, premises: tuple[int, ...]) -> int:
        """The node that has the force of a relation: its premise, or a new link."""
        if relation.weight is None and len(premises) == 1 and relation.id not in self._undercut:
            return premises[0]
        self._own.append(weight_of(relation))
        self.premises[len(self._own) - 1] = premises
        return len(self._own) - 1
