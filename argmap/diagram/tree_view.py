"""The tree view: the map as an indented list of cards, in reading order, for a page. Linear time at any size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, Claim, Question, Relation, RelationKind
from argmap.diagram.cards import CardMaker, Draft
from argmap.diagram.drawing import Drawing, joined, moved
from argmap.diagram.outline import Node, Outline, Role, outline
from argmap.diagram.plan import HEADS, JUNCTION_RADIUS
from argmap.diagram.scene import Card, Edge, EdgeKind, End, Junction

INDENT = 60.0
DEEPEST = 8
"""A branch that goes deeper goes on as a tree of its own; a reference stands in its place."""

_TRUNKS: dict[EdgeKind, float] = {"support": 11.0, "answer": 11.0, "attack": 20.0, "conflict": 29.0}
_MARK = 31.0
_DOT = 42.0
_BRACKET = 51.0
_GAP = 9.0
_ROOT_GAP = 26.0
_TURN = 6.0
_COLUMN_GAP = 36.0
_KINDS: dict[RelationKind, EdgeKind] = {
    RelationKind.SUPPORT: "support",
    RelationKind.ATTACK: "attack",
    RelationKind.CONFLICT: "conflict",
}


@dataclass(slots=True)
class _Branch:
    """A relation while its rows are being set; or the positions of a question.

    Attributes:
        id: Id of the relation.
        kind: What it says.
        frame: Left end of the cards one level up.
        dotted: Whether it has a junction.
        middle: Height of its first premise, once that is set.
        last: Height of its latest premise.
    """

    id: str
    kind: EdgeKind
    frame: float
    dotted: bool
    middle: float | None = None
    last: float = 0.0
    used: dict[EdgeKind, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Wire:
    """A line on its way to a trunk: from the card or junction `lower`, which it leaves at `start`."""

    id: str
    kind: EdgeKind
    lower: str
    start: tuple[float, float]


def draw_tree(map: ArgumentMap, cards: CardMaker, *, deepest: int = DEEPEST, columns: int = 1) -> Drawing:
    """Draw the tree view.

    Args:
        map: The map.
        cards: Makes its cards.
        deepest: Levels before a branch goes on as a tree of its own.
        columns: Over how many columns the trees are spread; a tree is not cut.
    """
    told, graph = outline(map), MapGraph(map)
    stances = {key: str(value) for key, value in graph.stances.items()}
    undercut = frozenset(item.target for item in graph.relations if item.target not in map.claim)
    drawings: list[Drawing] = []
    waiting = list(reversed(_spans(told)))
    while waiting:
        tree = _Tree(told, cards, stances, undercut, waiting.pop(), deepest=deepest)
        drawings.append(tree.draw())
        waiting.extend(reversed(tree.deferred))
    return _in_columns(drawings, columns)


def _spans(told: Outline) -> list[tuple[int, int]]:
    starts = list(told.roots)
    return list(zip(starts, [*starts[1:], len(told.nodes)], strict=True))


def _in_columns(drawings: Sequence[Drawing], columns: int) -> Drawing:
    """Stack the drawings, a new column where the height is reached that all columns have on average."""
    whole = sum(drawing.height + _ROOT_GAP for drawing in drawings)
    limit = max([whole / columns, *(drawing.height for drawing in drawings)])
    placed: list[Drawing] = []
    x = y = wide = tall = right = 0.0
    column = 1
    for drawing in drawings:
        if y and column < columns and y + drawing.height / 2 > limit:
            x, y, wide = x + wide + _COLUMN_GAP, 0.0, 0.0
            column += 1
        placed.append(moved(drawing, x, y))
        wide = max(wide, drawing.width)
        right = max(right, x + drawing.width)
        tall = max(tall, y + drawing.height)
        y += drawing.height + _ROOT_GAP
    return joined(placed, right, tall)


class _Tree:
    """One root with all under it; lives while it is being drawn."""

    def __init__(
        self,
        told: Outline,
        cards: CardMaker,
        stances: Mapping[str, str],
        undercut: frozenset[str],
        span: tuple[int, int],
        *,
        deepest: int,
    ) -> None:
        self.told = told
        self.maker = cards
        (self.start, self.end), self.deepest = span, deepest
        start = self.start
        self.base = told.nodes[start].level
        self.stances, self.undercut = stances, undercut
        self.deferred: list[tuple[int, int]] = []
        self.cards: list[Card] = []
        self.junctions: list[Junction] = []
        self.edges: list[Edge] = []
        self.branches: dict[int, _Branch] = {}
        self.bottoms: dict[int, _Branch] = {}
        self.y = 0.0

    def draw(self) -> Drawing:
        place = self.start
        while place < self.end:
            node = self.told.nodes[place]
            if isinstance(node.item, Relation):
                self._open(place, node.item)
                place += 1
                continue
            after = self._end_of(place)
            cut = node.level - self.base >= self.deepest and after - place > 1 and not node.repeat
            self._row(place, node, node.item, short=cut or node.repeat)
            if cut:
                self.deferred.append((place, after))
            place = after if cut else place + 1
        width = max(card.x + card.width for card in self.cards)
        return Drawing(
            round(width, 2), round(self.y - _GAP, 2), tuple(self.cards), tuple(self.junctions), tuple(self.edges)
        )

    def _end_of(self, place: int) -> int:
        """The place after all that stands under a node."""
        if place == self.start:
            return self.end
        nodes = self.told.nodes
        level, after = nodes[place].level, place + 1
        if nodes[place].level - self.base < self.deepest:
            return after
        while after < self.end and (nodes[after].level > level and nodes[after].parent != nodes[place].parent):
            after += 1
        return after

    def _open(self, place: int, relation: Relation) -> None:
        premises = len(set(relation.premises))
        dotted = (relation.kind is not RelationKind.CONFLICT and premises > 1) or relation.id in self.undercut
        frame = (self.told.nodes[place].level - self.base - 1) * INDENT
        self.branches[place] = _Branch(relation.id, _KINDS[relation.kind], frame, dotted)

    def _row(self, place: int, node: Node, item: Claim | Question, short: bool) -> None:
        x = (node.level - self.base) * INDENT
        draft = self._draft(item, short)
        card = draft.at(x, self.y)
        self.cards.append(card)
        middle = round(card.y + min(card.height / 2, 24.0), 2)
        self.bottoms[place] = _Branch(item.id, "answer", x, False, last=card.y + card.height)
        self.y = round(self.y + card.height + _GAP, 2)
        if node.parent is None or place == self.start:
            return
        if node.role is Role.PREMISE:
            self._premise(node, card, middle)
        else:
            wire = _Wire(f"{item.id} -> {self._name(node.parent)}", "answer", item.id, (x, middle))
            self._trunk(node.parent, wire, None)

    def _draft(self, item: Claim | Question, short: bool) -> Draft:
        if isinstance(item, Question):
            return self.maker.question(item)
        stance = self.stances.get(item.id, "none")
        return self.maker.reference(item, stance) if short else self.maker.claim(item, stance)

    def _name(self, place: int) -> str:
        return self.told.nodes[place].item.id

    def _premise(self, node: Node, card: Card, middle: float) -> None:
        assert node.parent is not None
        branch = self.branches[node.parent]
        onto = self.told.nodes[node.parent].parent
        assert onto is not None
        x = card.x
        if branch.middle is not None:  # a further linked premise joins the bracket
            bend = branch.frame + _BRACKET
            path = _elbow(x, middle, bend, branch.last)
            self.edges.append(Edge(branch.id, branch.kind, card.id, branch.id, path))
            branch.last = middle - _TURN
            return
        branch.middle = branch.last = middle
        start = x
        if branch.dotted:
            start = branch.frame + _DOT
            self.junctions.append(Junction(branch.id, branch.kind, start, middle, JUNCTION_RADIUS))
            tail: End = "bar" if branch.kind == "conflict" else "none"
            leg = _flat(x, start, middle)
            self.edges.append(Edge(branch.id, branch.kind, card.id, branch.id, leg, tail=tail))
        lower = branch.id if branch.dotted else card.id
        self._trunk(onto, _Wire(branch.id, branch.kind, lower, (start, middle)), (branch.frame + _MARK, middle))

    def _trunk(self, onto: int, wire: _Wire, mark: tuple[float, float] | None) -> None:
        """Lead a line to the trunk of its kind, and up it as far as the line before; the first wears the head."""
        step = self.branches.get(onto)
        kind = wire.kind
        if step is not None:  # an undercut ends on the dot of the step
            if step.middle is None:
                return  # nothing of the step could be drawn
            bend, top = step.frame + _DOT, step.middle + JUNCTION_RADIUS + 1.5
            used, upper = step.used, step.id
        else:
            parent = self.bottoms[onto]
            bend, top = parent.frame + _TRUNKS[kind], parent.last
            used, upper = parent.used, self._name(onto)
        first = kind not in used
        path = _elbow(*wire.start, bend, used.get(kind, top))
        head: End = HEADS[kind] if first else "none"
        tail: End = "bar" if kind == "conflict" and wire.lower != wire.id else "none"
        self.edges.append(Edge(wire.id, kind, wire.lower, upper, path, mark, head, tail))
        used[kind] = wire.start[1] - _TURN


def _flat(start: float, end: float, y: float) -> tuple[tuple[float, float], ...]:
    third = (end - start) / 3
    return tuple((round(start + third * step, 2), y) for step in range(4))


def _elbow(start: float, middle: float, bend: float, top: float) -> tuple[tuple[float, float], ...]:
    """From (start, middle) to the left, round the corner, and up to (bend, top)."""
    turn = min(_TURN, abs(start - bend), abs(middle - top))
    corner = ((bend + turn * 0.45, middle), (bend, middle - turn * 0.45), (bend, round(middle - turn, 2)))
    low = middle - turn
    third = (top - low) / 3
    up = ((bend, round(low + third, 2)), (bend, round(low + 2 * third, 2)), (bend, top))
    return (*_flat(start, round(bend + turn, 2), middle), *corner, *up)
