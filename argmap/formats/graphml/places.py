"""Where the boxes of a map stand when an editor opens the file: argmap's own layout, or the one that the file had."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, TypeGuard

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, Claim, Group, Relation
from argmap.diagram.compose import Style, compose
from argmap.diagram.scene import Scene
from argmap.formats.foreign.names import carried

_MANY = 400
"""Claims beyond which the map is laid out as a tree: that is quick however they hang together."""
_WIDER = 1.25
"""Editors draw with wider letters than argmap does."""
_TALLER = 1.2
"""Editors draw the titles of groups higher."""
_JOINT = 14.0
_PADDING, _HEADING = 16.0, 26.0
_FAR = 1e7

Spot: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, and the lines of text in it."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...] = ()


@dataclass(slots=True)
class Places:
    """Where everything stands.

    Attributes:
        boxes: Claims, questions, joints (by the ids of their relations) and groups.
        bends: The corners of lines, by the id of the relation and both ends.
    """

    boxes: dict[str, Box] = field(default_factory=dict)
    bends: dict[tuple[str, str, str], tuple[Spot, ...]] = field(default_factory=dict)


def places_of(argument_map: ArgumentMap, joints: frozenset[str], inside: Mapping[str, tuple[str, ...]]) -> Places:
    """Find a place for everything in a map.

    Args:
        argument_map: The map.
        joints: Ids of the relations that are drawn with a joint.
        inside: What lies in each group, inner ones first.
    """
    found = _composed(argument_map)
    kept = _kept(argument_map, joints, found)
    if kept:
        found = Places(kept)
    for relation in argument_map.relations:
        if relation.id in joints and relation.id not in found.boxes:
            ends = [found.boxes[end] for end in (*relation.premises, relation.target) if end in found.boxes]
            x = sum(box.x + box.width / 2 for box in ends) / len(ends) if ends else 0.0
            y = sum(box.y + box.height / 2 for box in ends) / len(ends) if ends else 0.0
            found.boxes[relation.id] = Box(x - _JOINT / 2, y - _JOINT / 2, _JOINT, _JOINT)
    for group, members in inside.items():
        if group not in found.boxes:
            found.boxes[group] = _around([found.boxes[item] for item in members if item in found.boxes])
    return found


def _composed(argument_map: ArgumentMap) -> Places:
    """The places in the picture that argmap draws, with nothing hidden."""
    whole = replace(
        argument_map,
        claims=tuple(replace(item, hidden=False) for item in argument_map.claims),
        groups=tuple(replace(item, hidden=False, closed=False) for item in argument_map.groups),
    )
    is_large = len(whole.claims) > _MANY
    style = Style(view="tree" if is_large else "map", heading="", legend=False, engine="tree" if is_large else "dot")
    scene = compose(whole, style).scene
    found = Places()
    for area in scene.areas:
        found.boxes[area.id] = _box(area.x, area.y * _TALLER, area.width, area.height * _TALLER)
    for card in scene.cards:
        if card.kind != "reference" and (card.id in whole.claim or card.id in whole.question):
            lines = tuple(line.text for line in card.lines if line.role in _SHOWN)
            top = (card.y + card.height / 2) * _TALLER - card.height / 2
            found.boxes[card.id] = _box(card.x, top, card.width, card.height, lines)
    for dot in scene.junctions:
        x, y = dot.x * _WIDER - _JOINT / 2, dot.y * _TALLER - _JOINT / 2
        found.boxes[dot.id] = Box(round(x, 2), round(y, 2), _JOINT, _JOINT)
    if not is_large:
        _add_bends(scene, found)
    return found


_SHOWN = frozenset(("title", "body", "question"))


def _box(x: float, y: float, width: float, height: float, lines: tuple[str, ...] = ()) -> Box:
    return Box(round(x * _WIDER, 2), round(y, 2), round(width * _WIDER, 2), round(height, 2), lines)


def _add_bends(scene: Scene, found: Places) -> None:
    for edge in scene.edges:
        knots = edge.path[3:-1:3]
        if knots:
            key = (edge.id, edge.start, edge.end)
            found.bends[key] = tuple((round(x * _WIDER, 2), round(y * _TALLER, 2)) for x, y in knots)


def _kept(argument_map: ArgumentMap, joints: frozenset[str], found: Places) -> dict[str, Box]:
    """The places that another editor gave, if it gave one to everything."""
    boxes: dict[str, Box] = {}
    items: list[Claim | Group | Relation] = [*argument_map.claims, *argument_map.groups, *argument_map.relations]
    for item in items:
        place = carried(item.data, "graphml").get("place")
        if is_place(place):
            lines = found.boxes[item.id].lines if item.id in found.boxes else ()
            boxes[item.id] = box_at(place, lines)
        elif item.id in argument_map.claim:
            return {}
    return boxes if boxes and not argument_map.questions else {}


def is_place(place: Any) -> TypeGuard[Sequence[float]]:
    """Whether something carried along is a place: x, y, width and height."""
    if not isinstance(place, list | tuple) or len(place) != 4:
        return False
    return all(isinstance(number, int | float) and abs(number) < _FAR for number in place)


def box_at(place: Sequence[float], lines: tuple[str, ...] = ()) -> Box:
    """The box at a place."""
    x, y, width, height = (float(number) for number in place)
    return Box(x, y, width, height, lines)


def _around(boxes: list[Box]) -> Box:
    if not boxes:
        return Box(0.0, 0.0, 120.0, 60.0)
    left, top = min(box.x for box in boxes) - _PADDING, min(box.y for box in boxes) - _HEADING
    right, bottom = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
    return Box(left, top, round(right + _PADDING - left, 2), round(bottom + _PADDING - top, 2))


def joints_of(argument_map: ArgumentMap) -> frozenset[str]:
    """The relations that need a node: they have several premises, or another one ends on them."""
    relations = MapGraph(argument_map).relations
    aimed_at = {item.target for item in relations if item.target not in argument_map.claim}
    return frozenset(item.id for item in relations if item.id in aimed_at or len(set(item.premises)) > 1)
