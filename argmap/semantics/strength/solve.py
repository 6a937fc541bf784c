"""Works out the strengths of a whole map: one pass where there are no circles, else iteration, else Runge-Kutta."""

from collections.abc import Mapping

from argmap.core.graph import MapGraph
from argmap.core.labelling import Convergence
from argmap.core.model import ArgumentMap
from argmap.semantics.framework.budget import Budget
from argmap.semantics.strength.base import Strength
from argmap.semantics.strength.circles import Part, split
from argmap.semantics.strength.iterate import TOLERANCE, iterate
from argmap.semantics.strength.network import Network, network_of
from argmap.semantics.strength.runge_kutta import integrate

METHODS = ("one pass", "iteration", "Runge-Kutta")
"""From the surest method to the last resort."""

_NODES_BETWEEN_CHECKS = 10_000


def solve(
    map: ArgumentMap, semantics: Strength, *, pinned: Mapping[str, float], budget: Budget
) -> tuple[Mapping[str, float], Convergence]:
    """Work out the strengths of claims and the forces of relations.

    A claim without a score has base score 0.5. The force of a relation is its weight, 1 if not given, times the
    strengths of its premises, times (1 - force) of each undercut of it. A symmetric conflict attacks both ways; its
    force is the larger of the two. Relations with an end that is not in the map are left out.

    Parts of a map that do not hang together do not influence each other, not even in how they are solved: a part
    without circles is worked out in one pass, a part with circles by iteration from the base scores, by Runge-Kutta if
    that has not come to rest after 1,000 steps.

    Args:
        map: The map, with whatever faults it has.
        semantics: How forces make a strength.
        pinned: Strengths in [0, 1] by claim id that stand whatever is said of the claim.
        budget: How much time it may take.

    Returns:
        Strengths of claims in file order, then forces of relations in file order, by id, each in [0, 1]; and the method
        used, the worst over the parts, with most steps and largest residual. Where it has not converged the numbers are
        the last ones tried, no answer.

    Raises:
        OutOfTimeError: Time is up.
    """
    network = network_of(MapGraph(map), semantics, pinned)
    budget.check()
    parts, order = split(network)
    values = list(network.own)
    rank, steps, residual = 0, 0, 0.0
    for part in parts:
        part_rank, part_steps, part_residual = _settle(part, values, budget)
        rank, steps, residual = max(rank, part_rank), max(steps, part_steps), max(residual, part_residual)
    for start in range(0, len(order), _NODES_BETWEEN_CHECKS):
        budget.check()
        for node in order[start : start + _NODES_BETWEEN_CHECKS]:
            values[node] = network.value(node, values)
    return _by_id(map, network, values), Convergence(METHODS[rank], steps, residual, residual <= TOLERANCE)


def _settle(part: Part, values: list[float], budget: Budget) -> tuple[int, int, float]:
    """Set the values of a part; return the rank of the method, its steps and the residual."""
    steps, residual = iterate(part, values, budget)
    if residual <= TOLERANCE:
        return 1, steps, residual
    return 2, *integrate(part, values, budget)


def _by_id(map: ArgumentMap, network: Network, values: list[float]) -> dict[str, float]:
    strengths = {claim.id: value for claim, value in zip(map.claims, values, strict=False)}
    for name, ways in network.forces.items():
        # in a faulty map a relation may have the id of a claim, which then keeps it
        strengths.setdefault(name, max(values[way] for way in ways))
    return strengths
