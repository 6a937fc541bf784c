"""A drawing without page, heading and legend: what the views make, and how several are put on one sheet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from argmap.diagram.scene import Area, Card, Edge, Junction, TextLine


@dataclass(frozen=True, slots=True)
class Drawing:
    """A part of a picture; everything lies between 0 and its size."""

    width: float
    height: float
    cards: tuple[Card, ...] = ()
    junctions: tuple[Junction, ...] = ()
    edges: tuple[Edge, ...] = ()
    areas: tuple[Area, ...] = ()


def moved(drawing: Drawing, right: float, down: float) -> Drawing:
    """Return the drawing, shifted."""
    if not right and not down:
        return drawing

    def spot(x: float, y: float) -> tuple[float, float]:
        return (round(x + right, 2), round(y + down, 2))

    def words(lines: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
        return tuple(TextLine(*spot(item.x, item.y), item.width, item.text, item.role, item.exact) for item in lines)

    cards = []
    for card in drawing.cards:
        x, y = spot(card.x, card.y)
        cards.append(replace(card, x=x, y=y, lines=words(card.lines)))
    junctions = []
    for junction in drawing.junctions:
        x, y = spot(junction.x, junction.y)
        junctions.append(replace(junction, x=x, y=y))
    edges = [
        replace(edge, path=tuple(spot(*point) for point in edge.path), mark=spot(*edge.mark) if edge.mark else None)
        for edge in drawing.edges
    ]
    areas = []
    for area in drawing.areas:
        x, y = spot(area.x, area.y)
        areas.append(replace(area, x=x, y=y, label=words(area.label)))
    return Drawing(drawing.width, drawing.height, tuple(cards), tuple(junctions), tuple(edges), tuple(areas))


def joined(parts: Sequence[Drawing], width: float, height: float) -> Drawing:
    """Put drawings, each already in its place, on one sheet."""
    return Drawing(
        round(width, 2),
        round(height, 2),
        tuple(card for part in parts for card in part.cards),
        tuple(junction for part in parts for junction in part.junctions),
        tuple(edge for part in parts for edge in part.edges),
        tuple(area for part in parts for area in part.areas),
    )


def packed(parts: Sequence[Drawing], gap: float, shape: float) -> Drawing:
    """Put drawings into rows, in their order.

    Args:
        parts: The drawings.
        gap: Room between two of them.
        shape: Wanted width of the sheet, in heights; the widest drawing may make it wider.
    """
    if len(parts) == 1:
        return parts[0]
    room = sum((part.width + gap) * (part.height + gap) for part in parts)
    limit = max(max((part.width for part in parts), default=0.0), (room * shape) ** 0.5)
    placed: list[Drawing] = []
    x = y = tall = wide = 0.0
    for part in parts:
        if x and x + part.width > limit:
            x, y, tall = 0.0, y + tall + gap, 0.0
        placed.append(moved(part, x, y))
        x += part.width + gap
        tall = max(tall, part.height)
        wide = max(wide, x - gap)
    return joined(placed, wide, y + tall)
