"""Paths of links through a layered layout: they swing sideways only between layers, where no box stands."""

from math import cos, sin

from argmap.diagram.layout.base import Layout, Link, Placed, Point, Shape
from argmap.diagram.layout.grid import Chain, Grid, straight_ones
from argmap.diagram.layout.slots import Slots

MARK_AT = 12.0
"""From the side of a box to the middle of the sign on a line that leaves it."""
_MARK_STUB = 20.0
_TAIL_ROOM = 5.0
_HEAD_STUB = 12.0
_BARE_STUB = 5.0
_JUNCTION_MARK_AT = 12.0
_TIP = 1.5
"""An undercut stops this far from the rim of the dot."""
_LOOP = 24.0


def route(grid: Grid, chains: list[Chain]) -> Layout:
    """Draw every chain and put the boxes and areas in their places."""
    straight = straight_ones(grid, chains)
    slots = Slots(grid, chains, straight)
    arcs = 0
    lines = []
    for place, chain in enumerate(chains):
        if chain.link.upper == chain.link.lower:
            lines.append(_loop(grid, chain.link))
        elif len(chain.way) == 2 and grid.layers.layer[chain.way[0]] == grid.layers.layer[chain.way[1]]:
            flat = place in straight
            lines.append(_straight(grid, chain.link) if flat else _arc(grid, slots, place, chain, arcs))
            arcs += not flat
        else:
            lines.append(_through(grid, slots, place, chain))
    return _whole(grid, lines)


def _whole(grid: Grid, lines: list[Placed]) -> Layout:
    boxes = [
        (round(grid.middles[place] - node.across / 2, 2), grid.near(place), node.across, node.along)
        for place, node in enumerate(grid.problem.nodes)
    ]
    areas = _areas(grid, boxes)
    solid = boxes + [area for area in areas if area]
    points = [point for line in lines for point in line.path]
    left = min([box[0] for box in solid] + [point[0] for point in points], default=0.0)
    top = min([box[1] for box in solid] + [point[1] for point in points], default=0.0)
    right = max([box[0] + box[2] for box in solid] + [point[0] for point in points], default=0.0)
    bottom = max([box[1] + box[3] for box in solid] + [point[1] for point in points], default=0.0)

    def move(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        return (round(box[0] - left, 2), round(box[1] - top, 2), box[2], box[3])

    def shift(point: Point) -> Point:
        return (round(point[0] - left, 2), round(point[1] - top, 2))

    moved = [Placed(tuple(map(shift, line.path)), shift(line.mark) if line.mark else None) for line in lines]
    return Layout(
        tuple(map(move, boxes)),
        tuple(moved),
        tuple(move(area) if area else None for area in areas),
        round(right - left, 2),
        round(bottom - top, 2),
    )


def _areas(
    grid: Grid, boxes: list[tuple[float, float, float, float]]
) -> list[tuple[float, float, float, float] | None]:
    held: list[list[tuple[float, float, float, float]]] = [[] for _ in grid.problem.areas]
    for node, box in enumerate(boxes):
        if grid.problem.nodes[node].area >= 0:
            held[grid.problem.nodes[node].area].append(box)
    found: list[tuple[float, float, float, float] | None] = [None] * len(held)
    for area in reversed(range(len(held))):
        if not held[area]:
            continue
        left = min(box[0] for box in held[area]) - grid.area_pad
        top = min(box[1] for box in held[area]) - grid.area_pad * 0.75 - grid.label
        right = max(box[0] + box[2] for box in held[area]) + grid.area_pad
        bottom = max(box[1] + box[3] for box in held[area]) + grid.area_pad * 0.75
        whole = (round(left, 2), round(top, 2), round(right - left, 2), round(bottom - top, 2))
        found[area] = whole
        if grid.problem.areas[area] >= 0:
            held[grid.problem.areas[area]].append(whole)
    return found


def _through(grid: Grid, slots: Slots, place: int, chain: Chain) -> Placed:
    """A link through the layers: drawn from the lower end of its way, then turned if the link points down."""
    link, way = chain.link, chain.way
    lower, upper = way[-1], way[0]
    signed = _MARK_STUB + (_TAIL_ROOM if link.tail != "none" else 0.0)
    start_wears = signed if chain.kept and link.marked else _stub(link.tail if chain.kept else link.head)
    end_wears = _stub(link.head) if chain.kept else signed if link.marked else _stub(link.tail)
    heads = (link.tail, link.head) if chain.kept else (link.head, link.tail)
    points, mark = _leave(grid, slots, place, lower, stub=start_wears, head=heads[0])
    for bend in _needed(grid, way):
        end = (grid.middles[bend], grid.ends[grid.layers.layer[bend]])
        points += _swing(points[-1], end)
        start = (end[0], grid.starts[grid.layers.layer[bend]])
        if start[1] < end[1]:
            points += _line(points[-1], start)
    arrival, far_mark = _arrive(grid, slots, place, upper, stub=end_wears, start=points[-1], head=heads[1])
    points += arrival
    if not chain.kept:
        points.reverse()
        mark = far_mark
    return Placed(tuple(points), mark if link.marked else None)


def _needed(grid: Grid, way: tuple[int, ...]) -> list[int]:
    """The bends of a way, from below, that the line must really take: past junctions it mostly can go straight on."""
    taken = [way[-1]]
    for place in range(len(way) - 2, 0, -1):
        bend, level = way[place], grid.layers.layer[way[place]]
        thin = grid.ends[level] - grid.starts[level] < 10
        before, after = grid.middles[taken[-1]], grid.middles[way[place - 1]]
        if not (thin and all(grid.clear(level, before + (after - before) * share) for share in (0.2, 0.4, 0.6, 0.8))):
            taken.append(bend)
    return taken[1:]


def _stub(end: str) -> float:
    return _BARE_STUB if end == "none" else _HEAD_STUB


def _leave(grid: Grid, slots: Slots, place: int, node: int, *, stub: float, head: str) -> tuple[list[Point], Point]:
    """Leave a node on its near side; also say where a sign would stand."""
    near = grid.near(node)
    if grid.layers.shape[node] is Shape.JUNCTION:
        centre = (grid.middles[node], near + grid.along(node) / 2)
        turn = slots.angle(place, node, near=True)
        way = (sin(turn), -cos(turn))
        out = _JUNCTION_MARK_AT + grid.along(node) / 2
        end = (centre[0] + way[0] * (out + 6), centre[1] + way[1] * (out + 6))
        rim = grid.along(node) / 2 + _TIP if head != "none" else 0.0
        start = (centre[0] + way[0] * rim, centre[1] + way[1] * rim)
        return [start, *_line(start, end)], (centre[0] + way[0] * out, centre[1] + way[1] * out)
    across = slots.at(place, node, near=True)
    start = (across, near)
    return [start, *_line(start, (across, near - stub))], (across, near - stub + _MARK_STUB - MARK_AT)


def _arrive(
    grid: Grid, slots: Slots, place: int, node: int, *, stub: float, start: Point, head: str
) -> tuple[list[Point], Point]:
    """Swing to a node's far side and end on it; also say where a sign would stand."""
    if grid.layers.shape[node] is Shape.JUNCTION:
        turn = slots.angle(place, node, near=False)
        way = (sin(turn), cos(turn))
        out = grid.along(node) / 2
        centre = (grid.middles[node], grid.near(node) + out)
        rim = out + _TIP if head != "none" else 0.0
        end = (centre[0] + way[0] * rim, centre[1] + way[1] * rim)
        reach = _JUNCTION_MARK_AT + 8 if stub > _HEAD_STUB else 9.0
        inner = (end[0] + way[0] * reach, end[1] + way[1] * reach)
        sign = out + _JUNCTION_MARK_AT
        return [*_swing(start, inner, way), *_line(inner, end)], (centre[0] + way[0] * sign, centre[1] + way[1] * sign)
    across = slots.at(place, node, near=False)
    far = grid.far(node)
    low = max(grid.ends[grid.layers.layer[node]], far) + stub
    points = _swing(start, (across, low))
    points += _line((across, low), (across, far))
    return points, (across, far + stub - _MARK_STUB + MARK_AT)


def _line(start: Point, end: Point) -> list[Point]:
    return [
        (start[0] + (end[0] - start[0]) / 3, start[1] + (end[1] - start[1]) / 3),
        (start[0] + (end[0] - start[0]) * 2 / 3, start[1] + (end[1] - start[1]) * 2 / 3),
        end,
    ]


def _swing(start: Point, end: Point, way: Point = (0.0, 1.0)) -> list[Point]:
    """A curve that starts straight up and comes in along `way`."""
    rise = start[1] - end[1]
    pull = rise * 0.55
    return [(start[0], start[1] - pull), (end[0] + way[0] * pull, end[1] + way[1] * pull), end]


def _straight(grid: Grid, link: Link) -> Placed:
    """Between neighbours on a layer, from side to side."""
    one, two = link.lower, link.upper
    height = min(grid.along(one), grid.along(two)) / 2
    turned = grid.middles[one] > grid.middles[two]
    out = -1 if turned else 1
    start = (grid.middles[one] + out * grid.problem.nodes[one].across / 2, grid.near(one) + height)
    end = (grid.middles[two] - out * grid.problem.nodes[two].across / 2, grid.near(two) + height)
    return Placed((start, *_line(start, end)), ((start[0] + end[0]) / 2, start[1]) if link.marked else None)


def _arc(grid: Grid, slots: Slots, place: int, chain: Chain, number: int) -> Placed:
    """Between two nodes of a layer that others stand between: in a bow under them."""
    one, two = chain.link.lower, chain.link.upper
    level = grid.ends[grid.layers.layer[one]]
    start = (slots.at(place, one, near=False), grid.far(one))
    end = (slots.at(place, two, near=False), grid.far(two))
    low = level + 16 + 5 * (number % 3)
    reach = min(24.0, abs(end[0] - start[0]) / 2) * (1 if end[0] > start[0] else -1)
    first, last = (start[0], level + 2), (end[0], level + 2)
    bow = [(first[0], low), (first[0], low), (first[0] + reach, low)]
    back = [(last[0], low), (last[0], low), last]
    points = [start, *_line(start, first), *bow, *_line(bow[-1], (last[0] - reach, low)), *back, *_line(last, end)]
    middle = ((start[0] + end[0]) / 2 + 14 * (number % 3 - 1), low)
    return Placed(tuple(points), middle if chain.link.marked else None)


def _loop(grid: Grid, link: Link) -> Placed:
    """From a node back to itself."""
    node = link.upper
    if grid.layers.shape[node] is Shape.JUNCTION:
        centre = (grid.middles[node], grid.near(node) + grid.along(node) / 2)
        bow = [(centre[0] + 26, centre[1] - 14), (centre[0] + 26, centre[1] + 14), centre]
        return Placed((centre, *bow), (centre[0] + 19, centre[1]) if link.marked else None)
    side = grid.middles[node] + grid.problem.nodes[node].across / 2
    upper, lower = grid.near(node) + grid.along(node) * 0.3, grid.near(node) + grid.along(node) * 0.7
    points = ((side, upper), (side + _LOOP, upper - 4), (side + _LOOP, lower + 4), (side, lower))
    return Placed(points, (side + _LOOP * 0.75, (upper + lower) / 2) if link.marked else None)
