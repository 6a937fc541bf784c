"""Which claims stand by themselves, and which of the others a chain of supports reaches from those."""

from collections import defaultdict
from collections.abc import Iterable

from argmap.core.graph import MapGraph
from argmap.core.model import Relation, RelationKind


def supports(graph: MapGraph) -> tuple[Relation, ...]:
    """The support relations that end on a claim, in file order; one on a relation is a fault and supports nothing."""
    claims = graph.map.claim
    return tuple(item for item in graph.relations if item.kind is RelationKind.SUPPORT and item.target in claims)


def assumed_claims(graph: MapGraph) -> frozenset[str]:
    """Ids of the claims that stand by themselves until they are attacked.

    A claim does if its file says `assumed: true`, or says nothing of it and no support relation ends on it.
    """
    supported = {item.target for item in supports(graph)}
    return frozenset(
        claim.id
        for claim in graph.map.claims
        if (claim.id not in supported if claim.assumed is None else claim.assumed)
    )


def founded_claims(graph: MapGraph) -> frozenset[str]:
    """Ids of the claims that a chain of supports reaches from the assumed ones, those included.

    The least set that holds the assumed claims and the target of each support all of whose premises are in it (the
    evidential support of Oren & Norman 2008). Attacks play no part. Takes time linear in the size of the map.
    """
    return reached(assumed_claims(graph), supports(graph))


def reached(start: Iterable[str], steps: Iterable[Relation]) -> frozenset[str]:
    """The least set of ids that holds `start` and the target of each step all of whose premises are in it."""
    waiting = list(start)
    found = set(waiting)
    above: dict[str, list[int]] = defaultdict(list)
    targets: list[str] = []
    missing: list[int] = []
    for number, step in enumerate(steps):
        premises = set(step.premises)
        targets.append(step.target)
        missing.append(len(premises))
        for premise in premises:
            above[premise].append(number)
    while waiting:
        for number in above.get(waiting.pop(), ()):
            missing[number] -= 1
            if not missing[number] and targets[number] not in found:
                found.add(targets[number])
                waiting.append(targets[number])
    return frozenset(found)
