"""Signs kept apart: where two lines put their signs on one spot, one of them slides along its line to a free place."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import floor, hypot

from argmap.diagram.layout.base import Box, Link, Placed, Point
from argmap.diagram.scene import MARK_RADIUS

_APART = 2 * MARK_RADIUS + 1
_CLEAR = MARK_RADIUS + 1
_HEAD = 6.0
_STEPS = 12


class _Spots:
    """Signs and boxes by the cells of a grid, so that only near ones are looked at."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.side = 64.0
        self.marks: dict[tuple[int, int], list[Point]] = defaultdict(list)
        self.boxes: dict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            for cell in self._cells(box[0], box[1], box[0] + box[2], box[1] + box[3]):
                self.boxes[cell].append(box)

    def _cells(self, left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
        for column in range(floor((left - _APART) / self.side), floor((right + _APART) / self.side) + 1):
            for row in range(floor((top - _APART) / self.side), floor((bottom + _APART) / self.side) + 1):
                yield column, row

    def put(self, mark: Point) -> None:
        for cell in self._cells(*mark, *mark):
            self.marks[cell].append(mark)

    def are_free(self, spot: Point) -> bool:
        x, y = spot
        cell = (floor(x / self.side), floor(y / self.side))
        return all(hypot(x - a, y - b) >= _APART for a, b in self.marks[cell]) and all(
            hypot(max(left - x, 0, x - left - wide), max(top - y, 0, y - top - tall)) >= _CLEAR
            for left, top, wide, tall in self.boxes[cell]
        )


def apart(lines: Sequence[Placed], links: Sequence[Link], boxes: Sequence[Box]) -> tuple[Placed, ...]:
    """Return the lines with no two signs on one spot, and none on a box or head, if a line has a free place.

    Signs of conflicts give way to the others; among equals, the later one to the earlier.
    """
    spots = _Spots([*boxes, *_heads(lines, links)])
    found = list(lines)
    for place in sorted(range(len(found)), key=lambda index: (links[index].free, index)):
        line = found[place]
        mark = line.mark
        if mark is None:
            continue
        if not spots.are_free(mark):
            mark = next(filter(spots.are_free, _along(line)), mark)
            found[place] = replace(line, mark=mark)
        spots.put(mark)
    return tuple(found)


def _heads(lines: Sequence[Placed], links: Sequence[Link]) -> Iterator[Box]:
    """Where lines wear heads: no sign of another line may cover them."""
    for line, link in zip(lines, links, strict=True):
        for (x, y), worn in ((line.path[-1], link.head), (line.path[0], link.tail)):
            if worn != "none":
                yield x - _HEAD / 2, y - _HEAD / 2, _HEAD, _HEAD


def _along(line: Placed) -> list[Point]:
    """Places on a line, those near its sign first; its ends are left to the heads."""
    spots = []
    path = line.path
    for start in range(0, len(path) - 1, 3):
        for step in range(1, _STEPS):
            spots.append(_on_curve(path[start : start + 4], step / _STEPS))
    mark = line.mark or path[0]
    ends = (path[0], path[-1])
    inner = [spot for spot in spots if all(hypot(spot[0] - x, spot[1] - y) > 2 * _APART for x, y in ends)]
    return sorted(inner, key=lambda spot: hypot(spot[0] - mark[0], spot[1] - mark[1]))


def _on_curve(curve: Sequence[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, curve, strict=True)) for axis in (0, 1))
    return round(x, 2), round(y, 2)
