"""How yEd and draw.io draw the parts of a map: shapes, colours, labels and lines, as yEd has them in its files."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from argmap.core.model import ArgumentMap, Claim, ClaimKind, Group, Relation
from argmap.diagram.colours import area_tint, card_tint, colour_of_claim, colour_of_relation, known_colour, line_ink
from argmap.diagram.measure import clean
from argmap.diagram.themes import LIGHT
from argmap.formats.foreign.names import carried
from argmap.formats.graphml.places import Box, Spot
from argmap.formats.graphml.xml_text import Writer

_FONT = {"fontFamily": "Arial", "fontSize": "11", "fontStyle": "plain"}
_LINE_HEIGHT = 13.2
_COLOURS = {"support": LIGHT.support, "attack": LIGHT.attack, "conflict": LIGHT.conflict, "answer": LIGHT.answer}
_HEADS = {"support": "standard", "attack": "white_delta", "conflict": "white_delta", "answer": "none"}
_LINES = {"support": "line", "attack": "dashed", "conflict": "dashed", "answer": "dotted"}


@dataclass(frozen=True, slots=True)
class Line:
    """How a line looks.

    Attributes:
        kind: `support`, `attack`, `conflict`, `answer`, or another word for a plain line.
        ink: Its colour.
        heads: Whether its start and its end have a head.
        sign: The sign on it; empty for none.
        bends: Its corners.
    """

    kind: str
    ink: str
    heads: tuple[bool, bool] = (False, True)
    sign: str = ""
    bends: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a node looks."""

    fill: str
    border: str
    name: str = "rectangle"
    line: str = "line"
    width: float = 1.0


def draw_claim(writer: Writer, argument_map: ArgumentMap, claim: Claim, box: Box, *, is_thesis: bool) -> None:
    """Draw a claim as a card."""
    fill, border, width = LIGHT.card, LIGHT.border, 1.0
    if claim.kind is ClaimKind.ARGUMENT:
        fill = LIGHT.argument
    if is_thesis or claim.answers:
        fill, border, width = LIGHT.thesis_ground, LIGHT.thesis, 2.0
    colour, _ = colour_of_claim(argument_map, claim)
    if colour:
        tint = card_tint(colour, LIGHT)
        fill, border = tint.ground, tint.border
    look = {"fill": fill, "border": border, "shape": "roundrectangle"} | _kept(claim)
    shape = _Shape(look["fill"], look["border"], look["shape"], "dashed" if claim.implicit else "line", width)
    _draw_shape(writer, box, shape, _label(box, claim.label))


def _kept(claim: Claim) -> dict[str, str]:
    """The look that a node had in another editor; the configurations of its own shapes are no shapes."""
    found = {name: carried(claim.data, "graphml").get(name) for name in ("fill", "border", "shape")}
    return {name: value for name, value in found.items() if isinstance(value, str) and "." not in value}


def draw_question(writer: Writer, words: str, box: Box) -> None:
    """Draw a question."""
    _draw_shape(writer, box, _Shape(LIGHT.question, LIGHT.answer), _label(box, words))


def draw_joint(writer: Writer, argument_map: ArgumentMap, relation: Relation, box: Box) -> None:
    """Draw the point where the parts of a step meet."""
    ink = ink_of(argument_map, relation)
    _draw_shape(writer, box, _Shape(ink, ink, "ellipse"), ())


def draw_other(writer: Writer, words: str, box: Box) -> None:
    """Draw a node that argmap has no words for."""
    shape = _Shape(LIGHT.card, LIGHT.area_border, line="dotted")
    _draw_shape(writer, box, shape, tuple(filter(None, [clean(words)])))


def _label(box: Box, words: str) -> tuple[str, ...]:
    return box.lines or tuple(filter(None, [clean(words)]))


def _draw_shape(writer: Writer, box: Box, shape: _Shape, lines: Sequence[str]) -> None:
    writer.open("y:ShapeNode")
    _draw_box(writer, box)
    writer.add("y:Fill", {"color": shape.fill, "transparent": False})
    writer.add("y:BorderStyle", {"color": shape.border, "type": shape.line, "width": shape.width})
    if lines:
        # yEd centres what is internal; draw.io looks at the place alone, and sets text at the top of it.
        height = round(min(len(lines) * _LINE_HEIGHT, box.height), 2)
        place = {"x": 0.0, "y": round((box.height - height) / 2, 2), "width": box.width, "height": height}
        _draw_label(writer, "y:NodeLabel", "\n".join(lines), {"modelName": "internal", "modelPosition": "c"} | place)
    writer.add("y:Shape", {"type": shape.name})
    writer.close()


def _draw_box(writer: Writer, box: Box) -> None:
    writer.add("y:Geometry", {"x": box.x, "y": box.y, "width": box.width, "height": box.height})


def _draw_label(writer: Writer, tag: str, words: str, more: dict[str, Any], colour: str = LIGHT.ink) -> None:
    usual = {"alignment": "center", **_FONT, "textColor": colour, "visible": True}
    writer.add(tag, usual | {"hasBackgroundColor": False, "hasLineColor": False} | more, words)


def draw_group(writer: Writer, group: Group, box: Box) -> None:
    """Draw a group, as it looks open and closed."""
    colour = known_colour(group.colour)
    tint = area_tint(colour, LIGHT) if colour else None
    fill, border = (tint.ground, tint.border) if tint else (LIGHT.area, LIGHT.area_border)
    writer.open("y:ProxyAutoBoundsNode")
    writer.open("y:Realizers", {"active": 0})
    for is_closed in (False, True):
        writer.open("y:GroupNode")
        _draw_box(writer, Box(box.x, box.y, 120.0, 50.0) if is_closed else box)
        writer.add("y:Fill", {"color": fill, "transparent": False})
        writer.add("y:BorderStyle", {"color": border, "type": "line", "width": 1.0})
        place = {"x": 0.0, "y": 0.0, "width": 120.0 if is_closed else box.width, "height": 20.0}
        model = {"modelName": "internal", "modelPosition": "t", "autoSizePolicy": "node_width"}
        _draw_label(writer, "y:NodeLabel", clean(group.title) or group.id, model | place, LIGHT.soft)
        writer.add("y:Shape", {"type": "roundrectangle"})
        size = {"closedHeight": 50.0, "closedWidth": 120.0}
        writer.add("y:State", {"closed": is_closed, **size, "innerGraphDisplayEnabled": False})
        writer.close()
    writer.close()
    writer.close()


def draw_line(writer: Writer, line: Line) -> None:
    """Draw a line."""
    writer.open("y:PolyLineEdge")
    ends = {"sx": 0.0, "sy": 0.0, "tx": 0.0, "ty": 0.0}
    if line.bends:
        writer.open("y:Path", ends)
        for x, y in line.bends:
            writer.add("y:Point", {"x": x, "y": y})
        writer.close()
    else:
        writer.add("y:Path", ends)
    writer.add("y:LineStyle", {"color": line.ink, "type": _LINES.get(line.kind, "line"), "width": 1.5})
    start, end = (_HEADS.get(line.kind, "plain") if wanted else "none" for wanted in line.heads)
    writer.add("y:Arrows", {"source": start, "target": end})
    if line.sign:
        model = {"modelName": "centered", "modelPosition": "center", "backgroundColor": LIGHT.page}
        _draw_label(writer, "y:EdgeLabel", line.sign, model | {"hasBackgroundColor": None}, line.ink)
    writer.add("y:BendStyle", {"smoothed": bool(line.bends)})
    writer.close()


def ink_of(argument_map: ArgumentMap, relation: Relation) -> str:
    """The colour of the line of a relation."""
    colour = colour_of_relation(argument_map, relation)
    return line_ink(colour, LIGHT) if colour else _COLOURS[relation.kind.value]
