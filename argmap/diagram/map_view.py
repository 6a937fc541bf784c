"""The layered view of a map: every part of it laid out by itself, turned the asked way, and put on one sheet."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from argmap.core.model import ArgumentMap
from argmap.diagram.drawing import Drawing, packed
from argmap.diagram.layout import ranks
from argmap.diagram.layout.base import Engine, Layout, Link, Node, Point, Problem, Shape
from argmap.diagram.layout.layered import Spacing, arrange
from argmap.diagram.layout.slots import EDGE_ROOM, HEAD_ROOM, MARK_ROOM
from argmap.diagram.measure import clean
from argmap.diagram.plan import JUNCTION_RADIUS, Dot, Plan, parts
from argmap.diagram.scene import Area, Card, Edge, Junction, TextLine
from argmap.diagram.typography import ROLES, line
from argmap.diagram.wrap import wrap

Direction: TypeAlias = Literal["down", "up", "left", "right"]
"""In the order of the file format: Python may take one `Literal` for another that has the same words."""

_AREA_INSET = 9.0
_MOST_ABREAST = 6
"""A map with more cards than this on one layer runs to the right instead of down."""
_PART_GAP = 34.0


def natural_direction(plan: Plan) -> Direction:
    """The direction in which a map is drawn if nobody asks for one: from its structure alone."""
    problem = _problem(plan, sideways=False)
    layer = ranks.layers(problem, ranks.upward(problem))
    abreast: dict[int, int] = {}
    for place, node in enumerate(problem.nodes):
        if node.shape is Shape.BOX:
            abreast[layer[place]] = abreast.get(layer[place], 0) + 1
    linked = {end for link in problem.links for end in (link.upper, link.lower)}
    lone = sum(place not in linked for place in range(len(problem.nodes)))
    return "right" if max(abreast.values(), default=0) - lone > _MOST_ABREAST else "down"


def draw_map(map: ArgumentMap, plan: Plan, direction: Direction, engine: Engine) -> Drawing:
    """Draw the layered view.

    Args:
        map: The map, for the names of its groups.
        plan: What is to be drawn.
        direction: Where the reasons lie, seen from the thesis.
        engine: Places boxes along their layers.

    Raises:
        ArgmapError: The engine cannot run on this machine.
    """
    drawings = [_draw_part(map, part, direction, engine) for part in parts(plan)]
    return packed(drawings, _PART_GAP, 1.5 if direction in {"down", "up"} else 0.9)


def _draw_part(map: ArgumentMap, plan: Plan, direction: Direction, engine: Engine) -> Drawing:
    sideways = direction in {"right", "left"}
    problem = _problem(plan, sideways)
    names = [clean(map.group[key].title) or clean(key) for key, _ in plan.areas]
    style = ROLES["area"]
    narrowest = min((item.width for item in plan.items if not isinstance(item, Dot)), default=120.0)
    rows = max((len(wrap(name, style.face, style.size, narrowest)) for name in names), default=0)
    if sideways:
        spacing = Spacing(side=12.0, gap=48.0, area=6.0 + style.leading * max(rows, 1))
    else:
        spacing = Spacing(label=style.leading * rows)
    layout = arrange(problem, engine, spacing)
    return _Turned(layout, direction).drawing(plan, names)


def _problem(plan: Plan, sideways: bool) -> Problem:
    nodes = []
    for item, area in zip(plan.items, plan.area, strict=True):
        if isinstance(item, Dot):
            nodes.append(Node(Shape.JUNCTION, 2 * JUNCTION_RADIUS, 2 * JUNCTION_RADIUS, area))
        else:
            across, along = (item.height, item.width) if sideways else (item.width, item.height)
            nodes.append(Node(Shape.BOX, across, along, area))
    links = [Link(w.upper, w.lower, w.kind, w.marked, w.head, w.tail, w.free) for w in plan.wires]
    bare = Problem(tuple(nodes), tuple(links), tuple(parent for _, parent in plan.areas))
    return replace(bare, nodes=tuple(map(_roomy, nodes, _room_for_lines(bare))))


def _roomy(node: Node, room: float) -> Node:
    return node if node.across >= room or node.shape is Shape.JUNCTION else replace(node, across=room)


def _room_for_lines(problem: Problem) -> list[float]:
    """How long the sides of a box must be for the lines that touch it to stand clear of each other."""
    near = [0.0] * len(problem.nodes)
    far = [0.0] * len(problem.nodes)
    for link, kept in zip(problem.links, ranks.upward(problem), strict=True):
        room = MARK_ROOM if link.marked else HEAD_ROOM
        if kept or link.free:
            near[link.lower] += room
            far[link.upper] += HEAD_ROOM
        if not kept or link.free:  # a turned link leaves its premise on the other side
            far[link.lower] += room
            near[link.upper] += HEAD_ROOM
    return [round(2 * EDGE_ROOM + max(one, two) - HEAD_ROOM, 2) for one, two in zip(near, far, strict=True)]


class _Turned:
    """A layout seen in a direction."""

    def __init__(self, layout: Layout, direction: Direction) -> None:
        self.layout = layout
        self.sideways = direction in {"right", "left"}
        self.mirrored = direction in {"up", "left"}

    def point(self, spot: Point) -> Point:
        across, along = spot
        if self.mirrored:
            along = round(self.layout.along - along, 2)
        return (along, across) if self.sideways else (across, along)

    def box(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        across, along, wide, deep = box
        if self.mirrored:
            along = round(self.layout.along - along - deep, 2)
        return (along, across, deep, wide) if self.sideways else (across, along, wide, deep)

    def drawing(self, plan: Plan, names: Sequence[str]) -> Drawing:
        cards: list[Card] = []
        junctions: list[Junction] = []
        for item, place in zip(plan.items, self.layout.boxes, strict=True):
            x, y, width, height = self.box(place)
            if isinstance(item, Dot):
                junctions.append(
                    Junction(item.id, item.kind, round(x + width / 2, 2), round(y + height / 2, 2), JUNCTION_RADIUS)
                )
            else:
                cards.append(item.at(x, y, width, height))
        edges = [
            Edge(
                wire.id, wire.kind, plan.items[wire.lower].id, plan.items[wire.upper].id,
                tuple(map(self.point, placed.path)), self.point(placed.mark) if placed.mark else None,
                wire.head, wire.tail,
            )
            for wire, placed in zip(plan.wires, self.layout.lines, strict=True)
        ]  # fmt: skip
        width, height = self.layout.across, self.layout.along
        if self.sideways:
            width, height = height, width
        return Drawing(width, height, tuple(cards), tuple(junctions), tuple(edges), self._areas(plan, names))

    def _areas(self, plan: Plan, names: Sequence[str]) -> tuple[Area, ...]:
        found = []
        depths: list[int] = []
        style = ROLES["area"]
        for (key, parent), name, place in zip(plan.areas, names, self.layout.areas, strict=True):
            depths.append(depths[parent] + 1 if parent >= 0 else 0)
            if place is None:
                continue
            x, y, width, height = self.box(place)
            label: list[TextLine] = []
            rows = wrap(name, style.face, style.size, width - 2 * _AREA_INSET)
            is_upside_down = self.mirrored and not self.sideways  # then the room for the name is at the bottom
            first = y + height - 5.5 - (len(rows) - 1) * style.leading if is_upside_down else y + 12.5
            for number, words in enumerate(rows):
                label.append(line(words, "area", x + _AREA_INSET, first + number * style.leading))
            found.append(Area(key, x, y, width, height, tuple(label), depths[-1]))
        return tuple(found)
