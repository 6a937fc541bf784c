"""What an evaluation adds to a picture: the words for it, where its marks stand, and which lines it fades."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from argmap.core.labelling import WORTH, Label, Labelling
from argmap.core.model import ArgumentMap, Relation, RelationKind
from argmap.diagram.drawing import Drawing
from argmap.diagram.lines import Route, is_redrawn, routes_of
from argmap.diagram.marking import change_rank
from argmap.diagram.scene import Card, Edge

T = TypeVar("T")

WORDS: Mapping[Label, str] = MappingProxyType(
    {Label.IN: "stands", Label.OUT: "falls", Label.UNDECIDED: "undecided", Label.UNKNOWN: "not worked out"}
)
MARKS: Mapping[Label, str] = MappingProxyType({Label.IN: "✓", Label.OUT: "✗", Label.UNDECIDED: "◐", Label.UNKNOWN: "…"})
"""The mark that stands before a claim in running text."""
EFFECTS: Mapping[Label, str] = MappingProxyType(
    {Label.OUT: "without effect", Label.UNDECIDED: "effect undecided", Label.UNKNOWN: "effect not worked out"}
)
"""What is said of a relation that does not simply take effect."""

BADGE = 13.0
"""Side of the badge that tells a card's label."""
BADGE_INSET = 7.5
"""From the top and right edge of a card to its badge."""
BADGE_ROOM = 15.0
"""By how much the first line of a card is shorter to leave room for its badge."""
THEREFORE_ROOM = 14.0
"""By how much the first line of an argument is shorter to leave room for its sign."""

GAUGE_HEIGHT = 5.0
GAUGE_GAP = 6.0
"""Between the bar of a strength and its number."""

_CORNER = 6
"""In the path of a line that turns round a corner onto a trunk: the point where the trunk begins."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """The bar of a strength: its box, and how much of it is filled, from 0 to 1."""

    x: float
    y: float
    width: float
    height: float
    filled: float


def number(strength: float) -> str:
    """A strength as it is written everywhere: two decimals."""
    return f"{bounded(strength):.2f}"


def bounded(strength: float) -> float:
    """A strength that can be drawn whatever was handed over."""
    return min(max(0.0, strength), 1.0)


def relevant(map: ArgumentMap, labelling: Labelling | None) -> Labelling | None:
    """The labelling, or None if it says nothing of what is in a map.

    A redrawn relation gets what holds of the best of its routes; a route is as good as the worst relation on it.
    """
    if labelling is None:
        return None
    known = {*labelling.labels, *labelling.strengths}
    behind = (key for item in map.relations for route in routes_of(item) for key in route)
    if known.isdisjoint(map.claim) and known.isdisjoint(behind):
        return None
    anew = {item.id: routes_of(item) for item in map.relations if is_redrawn(item)}
    if not anew:
        return labelling
    return replace(
        labelling,
        labels={**labelling.labels, **_along(anew, labelling.labels, WORTH.__getitem__)},
        strengths={**labelling.strengths, **_along(anew, labelling.strengths, float)},
    )


def _along(
    relations: Mapping[str, Sequence[Route]], values: Mapping[str, T], worth: Callable[[T], float]
) -> dict[str, T]:
    """The value of each relation: that of its best route."""
    found = {}
    for name, routes in relations.items():
        weakest = [[values[key] for key in route if key in values] for route in routes]
        ends = [min(route, key=worth) for route in weakest if route]
        if ends:
            found[name] = max(ends, key=worth)
    return found


def said(labelling: Labelling | None, key: str) -> str:
    """What an evaluation says of a claim, in words: `stands`, `strength 0.72`; empty if nothing."""
    if labelling is None:
        return ""
    if key in labelling.labels:
        return WORDS[labelling.labels[key]]
    return f"strength {number(labelling.strengths[key])}" if key in labelling.strengths else ""


def lost_effect(relation: Relation, labelling: Labelling | None) -> str:
    """What to say of a relation that does less than its premises let expect, as where it is undercut; else nothing."""
    if labelling is None or labelling.labels.get(relation.id, Label.IN) is Label.IN:
        return ""
    own = labelling.labels[relation.id]
    ends = [labelling.labels[key] for key in relation.premises if key in labelling.labels]
    if relation.kind is RelationKind.CONFLICT and relation.target in labelling.labels:
        ends = [max([*ends, labelling.labels[relation.target]], key=lambda label: WORTH[label])]
    return "" if own in ends else EFFECTS[own]


def badge(card: Card) -> tuple[float, float] | None:
    """The middle of a card's badge; None for a card that has no label."""
    if card.label is None:
        return None
    from_edge = BADGE_INSET + BADGE / 2
    down = min(from_edge, card.height / 2)
    return round(card.x + card.width - from_edge, 2), round(card.y + down, 2)


def therefore(card: Card) -> tuple[float, float] | None:
    """The middle of the sign of an argument, left of its badge if it has one; None for other cards."""
    if card.kind != "argument":
        return None
    taken = BADGE_ROOM + 1.5 if card.label is not None else 0.0
    return round(card.x + card.width - BADGE_INSET - 6.0 - taken, 2), round(card.y + BADGE_INSET + BADGE / 2, 2)


def gauge(card: Card) -> Gauge | None:
    """The bar of a card's strength: at the left of its number, from where the texts begin. References have none."""
    numbers = [item for item in card.lines if item.role == "strength"]
    if card.strength is None or not numbers or card.kind == "reference":
        return None
    left, right = min(item.x for item in card.lines), numbers[0].x - GAUGE_GAP
    top = numbers[0].y - 3.4 - GAUGE_HEIGHT / 2
    return Gauge(left, round(top, 2), round(right - left, 2), GAUGE_HEIGHT, bounded(card.strength))


def marked(drawing: Drawing, labelling: Labelling | None) -> Drawing:
    """Tell the lines and junctions of a drawing what becomes of their relations; answers to questions stay as is."""
    if labelling is None:
        return drawing
    labels, forces = labelling.labels, labelling.strengths
    edges = [
        edge if edge.kind == "answer" else replace(edge, label=labels.get(edge.id), force=forces.get(edge.id))
        for edge in drawing.edges
    ]
    junctions = [replace(dot, label=labels.get(dot.id)) for dot in drawing.junctions]
    return replace(drawing, edges=tuple(edges), junctions=tuple(junctions))


def with_lively_trunks(drawing: Drawing) -> Drawing:
    """Give each piece of a shared trunk in a tree the look of the best relation that comes up through it.

    In the tree view each line goes up the trunk as far as the line before it. So a relation that takes effect would
    end in the faded piece of an elder sibling that does not.
    """
    trunks: dict[tuple[str, str, float], list[int]] = {}
    for place, edge in enumerate(drawing.edges):
        if len(edge.path) > _CORNER + 1 and edge.kind != "answer" and edge.end != edge.id:
            trunks.setdefault((edge.end, edge.kind, edge.path[-1][0]), []).append(place)
    pieces: dict[int, Sequence[Edge]] = {}
    for members in trunks.values():
        best = drawing.edges[members[-1]]
        for place in reversed(members):
            edge = drawing.edges[place]
            best = max(edge, best, key=_liveliness)
            if _liveliness(best) > _liveliness(edge):
                pieces[place] = _split(edge, best)
    return replace(
        drawing, edges=tuple(piece for place, edge in enumerate(drawing.edges) for piece in pieces.get(place, (edge,)))
    )


def _liveliness(edge: Edge) -> tuple[int, float, int]:
    return (WORTH[edge.label or Label.IN], 1.0 if edge.force is None else edge.force, change_rank(edge))


def _split(edge: Edge, best: Edge) -> Sequence[Edge]:
    """The line up to the trunk as it is, and the trunk above it with the look of another."""
    return (
        replace(edge, path=edge.path[: _CORNER + 1], head="none"),
        replace(
            edge,
            path=edge.path[_CORNER:],
            mark=None,
            tail="none",
            label=best.label,
            force=best.force,
            change=best.change,
            faded=best.faded,
        ),
    )
