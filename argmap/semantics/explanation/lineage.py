"""The part of a map that a claim's value can come from."""

from dataclasses import replace

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, RelationKind


def part_above(map: ArgumentMap, claim: str, *, both_ways: bool = False) -> tuple[ArgumentMap, tuple[str, ...]]:
    """The part of a map from which paths lead to a claim.

    Args:
        map: The map.
        claim: Id of the claim.
        both_ways: Whether supports are followed in both directions, as where a reason needs what it supports.

    Returns:
        A map of just those claims and relations, in file order; and the claims but the one itself, nearest first.
    """
    graph = MapGraph(map)
    nodes = dict.fromkeys([claim])
    waiting = [claim]
    for name in waiting:  # grows as it is walked
        inner = list(graph.onto.get(name, ()))
        if both_ways and name in map.claim:
            inner += [item for item in graph.out_of.get(name, ()) if item.kind is RelationKind.SUPPORT]
        for item in inner:
            found = [item.id, *item.premises]
            if (item.kind is RelationKind.CONFLICT or both_ways) and item.target in map.claim:
                found.append(item.target)
            for other in found:
                if other not in nodes:
                    nodes[other] = None
                    waiting.append(other)
    part = replace(
        map,
        claims=tuple(item for item in map.claims if item.id in nodes),
        relations=tuple(item for item in graph.relations if item.id in nodes),
    )
    return part, tuple(name for name in nodes if name in map.claim and name != claim)
