"""Layered layout: boxes on layers, long lines led through every layer that they pass, so that none runs under a box."""

from dataclasses import dataclass, replace
from itertools import pairwise

from argmap.diagram.layout import ranks
from argmap.diagram.layout.base import Engine, Layers, Layout, Link, Problem, Shape, TooLargeError
from argmap.diagram.layout.grid import Chain, Grid
from argmap.diagram.layout.marks import apart
from argmap.diagram.layout.order import broken_areas, settle
from argmap.diagram.layout.route import route

BEND_ROOM = 8.0
CONFLICT_ROOM = 22.0
LOOP_ROOM = 34.0
MOST_PIECES = 150_000
"""So many pieces of line, one for each layer that a line crosses, can be drawn; ten for each of 15,000 claims."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distances of a layered layout, in points.

    Attributes:
        side: Between neighbours on a layer.
        gap: Least distance between layers.
        area: From an area's border to what lies in it.
        label: Room above an area's members for its label, along the layers' direction.
    """

    side: float = 16.0
    gap: float = 62.0
    area: float = 12.0
    label: float = 0.0


def arrange(problem: Problem, engine: Engine, spacing: Spacing) -> Layout:
    """Lay out one connected problem.

    Args:
        problem: Boxes and links.
        engine: Places the nodes along their layers.
        spacing: Distances.

    Raises:
        ArgmapError: The engine cannot run on this machine.
        TooLargeError: So many lines cross so many layers that nothing could be read.
    """
    kept = ranks.upward(problem)
    rank = ranks.layers(problem, kept)
    if sum(abs(rank[link.upper] - rank[link.lower]) for link in problem.links) > MOST_PIECES:
        raise TooLargeError("so many lines would cross in a layered view that nobody could read it")
    layered, chains = _layered(problem, kept, rank, spacing)
    middles = settle(layered, engine(layered))
    grid = Grid(problem, layered, middles, gap=spacing.gap, area_pad=spacing.area, label=spacing.label)
    layout = route(grid, chains)
    broken = broken_areas(layered, middles)
    return replace(
        layout,
        lines=apart(layout.lines, problem.links, layout.boxes),
        areas=tuple(None if bad else area for bad, area in zip(broken, layout.areas, strict=True)),
    )


def _layered(problem: Problem, kept: list[bool], rank: list[int], spacing: Spacing) -> tuple[Layers, list[Chain]]:
    """Add a bend for every layer that a link passes; return the graph for the engine and each link's way."""
    layer = list(rank)
    across = [node.across for node in problem.nodes]
    area = [node.area for node in problem.nodes]
    shape = [node.shape for node in problem.nodes]
    segments: list[tuple[int, int, int]] = []
    neighbours: list[tuple[int, int]] = []
    chains: list[Chain] = []
    for link, keep in zip(problem.links, kept, strict=True):
        upwards = keep
        if link.free:  # it did not order the layers, so either end may be the upper one
            upwards = rank[link.upper] <= rank[link.lower]
        upper, lower = (link.upper, link.lower) if upwards else (link.lower, link.upper)
        if rank[upper] == rank[lower]:
            _make_room(link, across)
            if link.upper != link.lower:
                neighbours.append((min(upper, lower), max(upper, lower)))
            chains.append(Chain(link, (upper, lower), upwards))
            continue
        way = [upper]
        shared = _common_area(problem, area[upper], area[lower])
        for level in range(rank[upper] + 1, rank[lower]):
            way.append(len(layer))
            layer.append(level)
            across.append(BEND_ROOM)
            area.append(shared)
            shape.append(Shape.BEND)
        way.append(lower)
        chains.append(Chain(link, tuple(way), upwards))
        segments.extend((one, two, _weight(shape[one], shape[two])) for one, two in pairwise(way))
    whole = Layers(
        tuple(across), tuple(layer), tuple(area), tuple(shape), tuple(segments), tuple(neighbours), problem.areas,
        spacing.side, spacing.area,
    )  # fmt: skip
    return whole, chains


def _make_room(link: Link, across: list[float]) -> None:
    """A line between neighbours, or back to its own box, needs room beside the box."""
    if link.upper == link.lower:
        across[link.upper] += 2 * LOOP_ROOM
    else:
        across[link.upper] += 2 * CONFLICT_ROOM
        across[link.lower] += 2 * CONFLICT_ROOM


def _weight(one: Shape, two: Shape) -> int:
    return (2, 3, 8)[(one is Shape.BEND) + (two is Shape.BEND)]


def _common_area(problem: Problem, one: int, two: int) -> int:
    above = set()
    while one >= 0:
        above.add(one)
        one = problem.areas[one]
    while two >= 0 and two not in above:
        two = problem.areas[two]
    return two
