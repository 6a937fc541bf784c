"""The places of layers and nodes, once an engine has spoken: what the router reads."""

from dataclasses import dataclass

from argmap.diagram.layout.base import Layers, Link, Problem, Shape

_CLEARANCE = 15.0
_WIDE = 160.0
_SWING_ROOM = 2.5
_MOST_ROOM = 12.0
"""A gap grows by so much for each line that swings farther than `_WIDE`, and by so much at most."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The way of a link through the layers.

    Attributes:
        link: The link.
        way: Nodes from the upper to the lower end; both ends alone for a link within one layer.
        kept: Whether the link's own direction is upwards along the way.
    """

    link: Link
    way: tuple[int, ...]
    kept: bool


class Grid:
    """The places of nodes and layers; read by the router, never changed after it is made."""

    def __init__(
        self, problem: Problem, layers: Layers, middles: list[float], *, gap: float, area_pad: float, label: float
    ) -> None:
        self.problem = problem
        self.layers = layers
        self.middles = middles
        self.rows: list[list[int]] = [[] for _ in range(max(layers.layer, default=-1) + 1)]
        for node, layer in enumerate(layers.layer):
            self.rows[layer].append(node)
        for row in self.rows:
            row.sort(key=lambda node: middles[node])
        self.signed = _signed(problem, layers, len(self.rows))
        self.area_pad = area_pad
        self.label = label
        self.area_layers = _area_layers(problem, layers)
        self.starts, self.ends = self._along(gap)

    def _along(self, gap: float) -> tuple[list[float], list[float]]:
        thick = [max((self.along(node) for node in row), default=0.0) for row in self.rows]
        swings = [0] * len(self.rows)
        for upper, lower, _ in self.layers.segments:
            if abs(self.middles[upper] - self.middles[lower]) > _WIDE:
                swings[self.layers.layer[lower]] += 1
        starts, ends = [], []
        place = self._opening(0)
        for level in range(len(self.rows)):
            if level:
                place += self._gap(level, gap) + min(_MOST_ROOM, swings[level] * _SWING_ROOM)
                place += self._closing(level - 1) + self._opening(level)
            starts.append(round(place, 2))
            place += thick[level]
            ends.append(round(place, 2))
        return starts, ends

    def _gap(self, level: int, gap: float) -> float:
        """Least distance between a layer and the one before it; a junction layer shares the distance with the next."""
        if not self.signed[level]:
            return gap * 0.65
        if self._has_junctions(level):
            return gap * 0.8
        if self._has_junctions(level - 1):
            return gap * 0.74
        return gap

    def _has_junctions(self, level: int) -> bool:
        return any(self.layers.shape[node] is Shape.JUNCTION for node in self.rows[level])

    def _opening(self, level: int) -> float:
        return self._nested(level, 0) * (self.area_pad * 0.75 + self.label)

    def _closing(self, level: int) -> float:
        return self._nested(level, 1) * self.area_pad * 0.75

    def _nested(self, level: int, side: int) -> int:
        """How many areas in each other open (or close) at a layer, at most."""
        most = 0
        depth = [0] * len(self.problem.areas)
        for area, parent in enumerate(self.problem.areas):
            span = self.area_layers[area]
            depth[area] = (depth[parent] if parent >= 0 else 0) + int(span is not None and span[side] == level)
            most = max(most, depth[area])
        return most

    def along(self, node: int) -> float:
        """Size of a node along the layout; bends have none."""
        return self.problem.nodes[node].along if node < len(self.problem.nodes) else 0.0

    def near(self, node: int) -> float:
        """The side of a node that faces the layer before it."""
        return self.starts[self.layers.layer[node]]

    def far(self, node: int) -> float:
        """The side of a node that faces the layer after it."""
        return self.near(node) + self.along(node)

    def clear(self, level: int, across: float) -> bool:
        """Whether a line may cross a layer of junctions there without touching one, or its sign."""
        return all(
            self.layers.shape[node] is Shape.BEND or abs(self.middles[node] - across) > _CLEARANCE
            for node in self.rows[level]
        )

    def side_by_side(self, one: int, two: int) -> bool:
        """Whether nothing stands between two nodes of one layer."""
        row = self.rows[self.layers.layer[one]]
        return abs(row.index(one) - row.index(two)) == 1


def straight_ones(grid: Grid, chains: list[Chain]) -> frozenset[int]:
    """The links within a layer that can go straight from side to side: the first between each pair of neighbours."""
    found: dict[tuple[int, ...], int] = {}
    for place, chain in enumerate(chains):
        one, two = chain.way[0], chain.way[-1]
        if one != two and grid.layers.layer[one] == grid.layers.layer[two] and grid.side_by_side(one, two):
            found.setdefault((min(one, two), max(one, two)), place)
    return frozenset(found.values())


def _signed(problem: Problem, layers: Layers, count: int) -> list[bool]:
    """Whether lines wear signs or heads in the gap before each layer."""
    found = [False] * (count + 1)
    for link in problem.links:
        high, low = sorted((layers.layer[link.upper], layers.layer[link.lower]))
        if high != low and (link.marked or link.head != "none"):
            found[high + 1] = found[low] = True
    return found


def _area_layers(problem: Problem, layers: Layers) -> list[tuple[int, int] | None]:
    spans: list[tuple[int, int] | None] = [None] * len(problem.areas)
    for node, innermost in enumerate(layers.area[: len(problem.nodes)]):
        level, area = layers.layer[node], innermost
        while area >= 0:
            span = spans[area]
            spans[area] = (level, level) if span is None else (min(span[0], level), max(span[1], level))
            area = problem.areas[area]
    return spans
