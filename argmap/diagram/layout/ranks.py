"""Which layer each node stands on: circles are cut, then everything stands as near to its targets as it can."""

from collections.abc import Sequence

from argmap.diagram.layout.base import Link, Problem, Shape


def upward(problem: Problem) -> list[bool]:
    """Say for each link whether it keeps its direction; the others must be turned to leave no circle.

    A depth-first walk from the roots, then from what is left, in file order; a link back onto the walk's own path is
    turned. Free links never order anything and count as kept.
    """
    below: list[list[int]] = [[] for _ in problem.nodes]
    has_upper = [False] * len(problem.nodes)
    for place, link in enumerate(problem.links):
        if not link.free and link.upper != link.lower:
            below[link.upper].append(place)
            has_upper[link.lower] = True
    kept = [True] * len(problem.links)
    state = [0] * len(problem.nodes)
    starts = sorted(range(len(problem.nodes)), key=lambda node: has_upper[node])
    for start in starts:
        if not state[start]:
            _walk(start, problem.links, below, state, kept)
    return kept


def _walk(start: int, links: Sequence[Link], below: list[list[int]], state: list[int], kept: list[bool]) -> None:
    state[start] = 1
    work = [(start, iter(below[start]))]
    while work:
        node, rest = work[-1]
        for place in rest:
            lower = links[place].lower
            if state[lower] == 1:
                kept[place] = False
            elif not state[lower]:
                state[lower] = 1
                work.append((lower, iter(below[lower])))
                break
        else:
            state[node] = 2
            work.pop()


def layers(problem: Problem, kept: Sequence[bool]) -> list[int]:
    """Give each node its layer: boxes on even ones, junctions between them; unused layers are closed up."""
    count = len(problem.nodes)
    below: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for link, keep in zip(problem.links, kept, strict=True):
        if link.free or link.upper == link.lower:
            continue
        upper, lower = (link.upper, link.lower) if keep else (link.lower, link.upper)
        below[upper].append(lower)
        waiting[lower] += 1
    rank = [int(node.shape is Shape.JUNCTION) for node in problem.nodes]
    roots = [node for node in range(count) if not waiting[node]]
    ready = list(roots)
    for node in ready:
        for lower in below[node]:
            rank[lower] = max(rank[lower], rank[node] + _step(problem, node, lower))
            waiting[lower] -= 1
            if not waiting[lower]:
                ready.append(lower)
    for root in roots:
        if below[root]:
            rank[root] = max(rank[root], min(rank[lower] - _step(problem, root, lower) for lower in below[root]))
    _beside_rivals(problem, rank, {node for node in roots if not below[node]})
    numbers = {value: place for place, value in enumerate(sorted(set(rank)))}
    return [numbers[value] for value in rank]


def _beside_rivals(problem: Problem, rank: list[int], alone: set[int]) -> None:
    """What nothing but a symmetric conflict ties to the rest stands on the layer of its rival."""
    for link in problem.links:
        for one, other in ((link.upper, link.lower), (link.lower, link.upper)):
            if link.free and one in alone and other not in alone:
                rank[one] = rank[other]
                alone.discard(one)


def _step(problem: Problem, upper: int, lower: int) -> int:
    """Boxes stand two layers apart, and a junction in between."""
    return 1 if problem.nodes[upper].shape is not problem.nodes[lower].shape else 2
