"""Where lines touch a box: side by side in the order in which they come, so that they neither cross nor crowd."""

from collections import defaultdict
from itertools import pairwise
from math import atan2, radians

from argmap.diagram.layout.base import Shape
from argmap.diagram.layout.grid import Chain, Grid

MARK_ROOM = 17.0
HEAD_ROOM = 11.0
_BARE_ROOM = 8.0
_LOOSE = 26.0
EDGE_ROOM = 12.0
_STRAIGHT = 30.0
_FAN = radians(72)
_APART = radians(34)
_HEADS_APART = radians(58)
_LEAN = radians(30)
_REACH = 70.0


class Slots:
    """The touching points of all chains; computed once, then only read."""

    def __init__(self, grid: Grid, chains: list[Chain], straight: frozenset[int]) -> None:
        self._grid = grid
        self._across: dict[tuple[int, int, bool], float] = {}
        self._angles: dict[tuple[int, int, bool], float] = {}
        for (node, near), users in _users(grid, chains, straight).items():
            users.sort()
            if grid.layers.shape[node] is Shape.JUNCTION:
                self._fan(node, near, users)
            else:
                self._spread(node, near, users)

    def at(self, chain: int, node: int, near: bool) -> float:
        """Where a chain touches a side of a box, across."""
        return self._across[chain, node, near]

    def angle(self, chain: int, node: int, near: bool) -> float:
        """The angle at which a chain meets a junction, in radians from straight up or down."""
        return self._angles[chain, node, near]

    def _fan(self, node: int, near: bool, users: list[tuple[float, int, float]]) -> None:
        """Lines meet a junction each from where it comes, but never two from nearly the same side."""
        middle, count = self._grid.middles[node], len(users)
        wanted = [atan2(origin - middle, _REACH) for origin, _, _ in users]
        steps = [_HEADS_APART if one[2] == two[2] == HEAD_ROOM else _APART for one, two in pairwise(users)]
        squeeze = min(1.0, 2 * _FAN / sum(steps)) if steps else 1.0
        steps = [0.0, *(step * squeeze for step in steps)]
        for place, angle in enumerate(wanted):
            low, high = -_FAN + sum(steps[: place + 1]), _FAN - sum(steps[place + 1 :])
            wanted[place] = max(min(angle, high), low, wanted[place - 1] + steps[place] if place else low)
        for (_, chain, _), angle in zip(users, wanted, strict=True):
            self._angles[chain, node, near] = angle if count > 1 else max(min(angle, _LEAN), -_LEAN)

    def _spread(self, node: int, near: bool, users: list[tuple[float, int, float]]) -> None:
        middle = self._grid.middles[node]
        size = self._grid.problem.nodes[node].across
        free = size - 2 * EDGE_ROOM
        if len(users) == 1:
            origin, chain, _ = users[0]
            off = origin - middle
            self._across[chain, node, near] = middle + (off if abs(off) <= min(_STRAIGHT, free / 2) and not near else 0)
            return
        steps = [(one[2] + two[2]) / 2 for one, two in pairwise(users)]
        need = sum(steps)
        stretch = min(free / need, max(1.0, _LOOSE * len(steps) / need)) if need else 1.0
        place = middle - need * stretch / 2
        for (_, chain, _), step in zip(users, [*steps, 0.0], strict=True):
            self._across[chain, node, near] = round(place, 2)
            place += step * stretch


def _users(
    grid: Grid, chains: list[Chain], straight: frozenset[int]
) -> dict[tuple[int, bool], list[tuple[float, int, float]]]:
    """Who touches each side of each node: where it comes from, which chain, and the room that it needs."""
    found: dict[tuple[int, bool], list[tuple[float, int, float]]] = defaultdict(list)
    for place, chain in enumerate(chains):
        link, way = chain.link, chain.way
        if link.upper == link.lower:
            continue
        upper, lower = way[0], way[-1]
        if grid.layers.layer[upper] == grid.layers.layer[lower]:
            if place not in straight:
                found[upper, False].append((grid.middles[lower], place, HEAD_ROOM))
                found[lower, False].append((grid.middles[upper], place, HEAD_ROOM))
            continue
        room = MARK_ROOM if link.marked else HEAD_ROOM
        target = HEAD_ROOM if link.head != "none" or grid.layers.shape[link.upper] is Shape.BOX else _BARE_ROOM
        found[upper, False].append((grid.middles[way[1]], place, target if chain.kept else room))
        found[lower, True].append((grid.middles[way[-2]], place, room if chain.kept else target))
    return found
