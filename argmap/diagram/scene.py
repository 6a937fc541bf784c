"""The finished picture as plain data: everything has its place, nothing is left to decide but how to write it down.

All lengths are in points; x runs to the right and y runs down.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from argmap.core.comparison import Mark
from argmap.core.labelling import Label

EdgeKind: TypeAlias = Literal["support", "attack", "conflict", "answer"]
CardKind: TypeAlias = Literal["claim", "argument", "question", "reference", "group", "notice"]
End: TypeAlias = Literal["none", "arrow", "bar"]
"""What an end of an edge wears: nothing, the filled head of a support, or the open, barred head of an attack."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text.

    Attributes:
        x: Left end.
        y: Baseline.
        width: Measured width.
        text: The words, as they are drawn.
        role: Name of its style in `argmap.diagram.typography.ROLES`.
        exact: Whether the bundled font has all its characters, so that `width` is exact.
    """

    x: float
    y: float
    width: float
    text: str
    role: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """A claim, a question, a closed group, or a short reference to a card that is drawn elsewhere.

    Attributes:
        id: Id of the claim or question; a reference has the id of what it refers to.
        kind: How it is drawn.
        x, y, width, height: Its box.
        lines: What stands in it.
        stance: Stance toward the thesis (`thesis`, `pro`, `con`, `mixed`, `none`).
        implicit: Whether nobody states it.
        summary: The whole text, as a tooltip and for screen readers.
        link: Address that it leads to, or None.
        label: What an evaluation makes of the claim, or None.
        strength: Its strength in [0, 1], or None.
        colour: The colour that the map gives it, as `#rrggbb` in small letters, or None.
        tag: The tag that the colour comes from, or None.
        change: What happened to it since another version of the map, or None.
        faded: Whether it stands back behind what changed.
    """

    id: str
    kind: CardKind
    x: float
    y: float
    width: float
    height: float
    lines: tuple[TextLine, ...]
    stance: str = "none"
    implicit: bool = False
    summary: str = ""
    link: str | None = None
    label: Label | None = None
    strength: float | None = None
    colour: str | None = None
    tag: str | None = None
    change: Mark | None = None
    faded: bool = False


@dataclass(frozen=True, slots=True)
class Junction:
    """The dot where linked premises meet, or where an undercut ends on a step."""

    id: str
    kind: EdgeKind
    x: float
    y: float
    radius: float
    label: Label | None = None
    colour: str | None = None
    change: Mark | None = None
    faded: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """A line, or one part of a relation that has a junction.

    Attributes:
        id: Id of the relation; of an answer, the ids of claim and question.
        kind: What it says.
        start, end: What it leads from and to: ids of cards, or of relations for a junction.
        path: Points of joined cubic Bezier curves: x, y, then two control points and an end for each piece.
        mark: Centre of the sign on the line, or None.
        head: What its end wears.
        tail: What its start wears.
        label: What an evaluation makes of the relation, or None.
        force: Its force in [0, 1], or None.
        colour: The colour that the map gives it, or None.
        change: What happened to it since another version of the map, or None.
        faded: Whether it stands back behind what changed.
    """

    id: str
    kind: EdgeKind
    start: str
    end: str
    path: tuple[tuple[float, float], ...]
    mark: tuple[float, float] | None = None
    head: End = "none"
    tail: End = "none"
    label: Label | None = None
    force: float | None = None
    colour: str | None = None
    change: Mark | None = None
    faded: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A group: a quiet labelled ground behind its members.

    Attributes:
        id: Id of the group.
        depth: How many groups it lies in.
        colour: The colour that the map gives it, or None.
    """

    id: str
    x: float
    y: float
    width: float
    height: float
    label: tuple[TextLine, ...]
    depth: int = 0
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A symbol of the legend and what it means.

    Attributes:
        symbol: An edge kind, `undercut`, `junction`, `question`, `implicit`, `argument`, `tag`, or `stance-` and a
            stance; of an evaluation `label-` or `effect-` and a label, `strength` or `force`; of a comparison `change-`
            and a mark; empty for words alone.
        x, y: Left end and middle of the symbol.
        width: Width of the symbol.
        text: What it means.
        colour: The colour that the map gives the symbol, or None.
    """

    symbol: str
    x: float
    y: float
    width: float
    text: TextLine
    colour: str | None = None


LEGEND_SYMBOL = 40.0
MARK_RADIUS = 6.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture.

    Attributes:
        width, height: Size of the picture on its page.
        box: The part of the drawing that fills the picture: x, y, width, height. The same as the size, unless the
            drawing was scaled to a page.
        title: What it is called.
        description: All that it says, in words.
        language: BCP 47 tag of the texts, or None.
        theme: Name of its theme.
    """

    width: float
    height: float
    box: tuple[float, float, float, float]
    title: str
    description: str
    language: str | None
    theme: str
    cards: tuple[Card, ...] = ()
    junctions: tuple[Junction, ...] = ()
    edges: tuple[Edge, ...] = ()
    areas: tuple[Area, ...] = ()
    heading: tuple[TextLine, ...] = ()
    legend: tuple[LegendEntry, ...] = ()

    @property
    def scale(self) -> float:
        """How many points on the page one point of the drawing is."""
        return self.width / self.box[2]
