"""Builds the framework of a map: what all readings share, namely attacks, undercuts and linked premises.

A relation with one premise and no undercut holds just when its premise does, so both are one argument. Any other
relation r is an argument of its own: each premise p attacks `absence(p)`, which attacks r, and each undercut of r
attacks r. So r is in just when all its premises are in and all its undercuts out. The framework is linear in the size
of the map, and a map of plain attacks becomes the framework that it draws, argument for argument (meta-argumentation:
Boella, Gabbay, van der Torre & Villata 2009; joint attacks: Nielsen & Parsons 2006).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from argmap.core.graph import MapGraph
from argmap.core.model import Relation, RelationKind
from argmap.frameworks.framework import Framework
from argmap.semantics.readings.base import Translation


def undercuts(graph: MapGraph) -> Mapping[str, Sequence[Relation]]:
    """For each relation that is undercut, by id, the attacks that end on it."""
    found: dict[str, list[Relation]] = defaultdict(list)
    for item in graph.relations:
        if item.kind is RelationKind.ATTACK and item.target not in graph.map.claim:
            found[item.target].append(item)
    return found


class Translator:
    """Builds one framework; lives for one translation.

    Args:
        graph: The map.
        shared: Claims that are one argument with another claim, by id; claims that are not in it stand alone.
    """

    def __init__(self, graph: MapGraph, shared: Mapping[str, str] | None = None) -> None:
        self.graph = graph
        self._size = 0
        self._attacks: dict[tuple[int, int], None] = {}
        self._absences: dict[int, int] = {}
        shared = shared or {}
        heads = {claim.id: self.fresh() for claim in graph.map.claims if shared.get(claim.id, claim.id) == claim.id}
        self._claims = {claim.id: heads[shared.get(claim.id, claim.id)] for claim in graph.map.claims}
        self.undercuts = undercuts(graph)
        self._relations = {item.id: tuple(self._steps(item)) for item in graph.relations}
        self._wire()

    def fresh(self) -> int:
        """Make a new argument."""
        self._size += 1
        return self._size - 1

    def attack(self, attacker: int, target: int) -> None:
        """Let one argument attack another."""
        self._attacks[attacker, target] = None

    def claim(self, name: str) -> int:
        """The argument of a claim."""
        return self._claims[name]

    def relation(self, name: str) -> tuple[int, ...]:
        """The argument of a relation; of a symmetric conflict, first from its premise, then from its target."""
        return self._relations[name]

    def absence(self, argument: int) -> int:
        """The argument that is in just when the given one is out."""
        if argument not in self._absences:
            self._absences[argument] = self.fresh()
            self.attack(argument, self._absences[argument])
        return self._absences[argument]

    def done(self, forced: Mapping[str, bool]) -> Translation:
        """Return the framework, with some claims forced in or out."""
        held = {self.claim(name) for name, stands in forced.items() if stands}
        for name, stands in forced.items():
            if not stands:
                self.attack(self.fresh(), self.claim(name))
        attacks = [pair for pair in self._attacks if pair[1] not in held] if held else self._attacks
        nodes = {name: (argument,) for name, argument in self._claims.items()}
        return Translation(Framework.of(self._size, attacks), nodes | self._relations)

    def _steps(self, item: Relation) -> Iterator[int]:
        yield self._step(item, item.premises)
        if item.kind is RelationKind.CONFLICT and item.target in self._claims:
            yield self._step(item, (item.target,))

    def _step(self, item: Relation, premises: tuple[str, ...]) -> int:
        """The argument for the step from these premises: the premise itself, or a new one."""
        arguments = list(dict.fromkeys(self._claims[name] for name in premises))
        if len(arguments) == 1 and item.id not in self.undercuts:
            return arguments[0]
        step = self.fresh()
        for argument in arguments:
            self.attack(self.absence(argument), step)
        return step

    def _wire(self) -> None:
        for item in self.graph.relations:
            steps = self._relations[item.id]
            for undercut in self.undercuts.get(item.id, ()):
                for step in steps:
                    self.attack(self._relations[undercut.id][0], step)
            if item.kind is RelationKind.SUPPORT or item.target not in self._claims:
                continue
            self.attack(steps[0], self._claims[item.target])
            if item.kind is RelationKind.CONFLICT:
                self.attack(steps[1], self._claims[item.premises[0]])
