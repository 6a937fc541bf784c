"""What is to be drawn: the cards, junctions and lines of a map, before anything has a place."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, Relation, RelationKind
from argmap.diagram.cards import CardMaker, Draft
from argmap.diagram.groups import parents
from argmap.diagram.scene import EdgeKind, End

JUNCTION_RADIUS = 3.5
_NARROW = 0.72

HEADS: Mapping[EdgeKind, End] = {"support": "arrow", "attack": "bar", "conflict": "bar", "answer": "none"}


@dataclass(frozen=True, slots=True)
class Wire:
    """One line of the drawing: a relation, a part of it, or an answer.

    Attributes:
        id: Id of the relation, or `claim -> question`.
        lower, upper: Where it starts and ends: indexes of `Plan.items`.
        marked: Whether it carries the relation's sign.
        head, tail: What its ends wear.
        free: Whether it leaves the order of layers alone.
    """

    id: str
    kind: EdgeKind
    lower: int
    upper: int
    marked: bool
    head: End
    tail: End = "none"
    free: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A junction that has no place yet."""

    id: str
    kind: EdgeKind


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that a drawing of a map shows.

    Attributes:
        items: Cards (questions first, then claims, in file order), then junctions.
        wires: The lines, in file order.
        area: For each item the index of the group it lies in, or -1.
        areas: For each group that is drawn its id, and the index of the group around it or -1; outer groups first.
    """

    items: tuple[Draft | Dot, ...]
    wires: tuple[Wire, ...]
    area: tuple[int, ...] = ()
    areas: tuple[tuple[str, int], ...] = field(default=())


def make_plan(map: ArgumentMap, cards: CardMaker) -> Plan:
    """Decide what a drawing of the map shows. Relations with an end that is not in the map are left out."""
    graph = MapGraph(map)
    stances = graph.stances
    items: list[Draft | Dot] = [cards.question(question) for question in map.questions]
    questions = {question.id: place for place, question in enumerate(map.questions)}
    claims = {claim.id: len(items) + place for place, claim in enumerate(map.claims)}
    items += [cards.claim(claim, stances[claim.id]) for claim in map.claims]
    dots: dict[str, int] = {}
    undercut = {item.target for item in graph.relations}
    for item in graph.relations:
        if len(set(item.premises)) > 1 or (item.id in undercut and item.id not in claims):
            dots[item.id] = len(items)
            items.append(Dot(item.id, _kind(item)))
    wires = [
        Wire(f"{claim.id} -> {question}", "answer", claims[claim.id], questions[question], False, "none")
        for claim in map.claims
        for question in dict.fromkeys(claim.answers)
        if question in questions
    ]
    for item in graph.relations:
        wires += _wires(item, claims, dots)
    areas = _areas(map)
    area = _membership(map, items, questions, claims, areas)
    _junction_areas(area, items, wires, areas)
    return Plan(tuple(items), tuple(wires), tuple(area), tuple(areas))


def with_narrow_questions(plan: Plan, map: ArgumentMap, cards: CardMaker) -> Plan:
    """Set the questions narrower: where they have a column of their own, that saves width."""
    pills = [cards.question(question, cards.width * _NARROW) for question in map.questions]
    return replace(plan, items=(*pills, *plan.items[len(pills) :]))


def _kind(item: Relation) -> EdgeKind:
    kinds: dict[RelationKind, EdgeKind] = {
        RelationKind.SUPPORT: "support",
        RelationKind.ATTACK: "attack",
        RelationKind.CONFLICT: "conflict",
    }
    return kinds[item.kind]


def _wires(item: Relation, claims: Mapping[str, int], dots: Mapping[str, int]) -> list[Wire]:
    kind = _kind(item)
    target = claims[item.target] if item.target in claims else dots[item.target]
    premises = [claims[premise] for premise in dict.fromkeys(item.premises)]
    mutual: End = "bar" if kind == "conflict" else "none"
    if item.id not in dots:
        return [Wire(item.id, kind, premises[0], target, True, HEADS[kind], mutual, kind == "conflict")]
    dot = dots[item.id]
    stem = Wire(item.id, kind, dot, target, True, HEADS[kind])
    if kind == "conflict":
        return [stem, *(Wire(item.id, kind, dot, premise, False, "bar") for premise in premises)]
    return [stem, *(Wire(item.id, kind, premise, dot, False, "none") for premise in premises)]


def _areas(map: ArgumentMap) -> list[tuple[str, int]]:
    """Groups with something in them, outer ones first."""
    around = parents(map)
    known = {*map.claim, *map.question}
    used = set()
    for group in map.groups:
        if known.intersection(group.members):
            above: str | None = group.id
            while above is not None and above not in used:
                used.add(above)
                above = around[above]
    children: dict[str | None, list[str]] = defaultdict(list)
    for group in map.groups:
        if group.id in used:
            children[around[group.id]].append(group.id)
    areas: list[tuple[str, int]] = [(key, -1) for key in children[None]]
    for place, (key, _) in enumerate(areas):
        areas.extend((child, place) for child in children[key])
    return areas


def _membership(
    map: ArgumentMap,
    items: list[Draft | Dot],
    questions: Mapping[str, int],
    claims: Mapping[str, int],
    areas: list[tuple[str, int]],
) -> list[int]:
    """The area of each item: the deepest group that names it, the first of several."""
    area = [-1] * len(items)
    depth = [0] * len(areas)
    for place, (_, parent) in enumerate(areas):
        depth[place] = depth[parent] + 1 if parent >= 0 else 1
    order = {key: place for place, (key, _) in enumerate(areas)}
    for group in map.groups:
        for member in group.members:
            item = claims.get(member, questions.get(member))
            if item is None or group.id not in order:
                continue
            here = order[group.id]
            if area[item] < 0 or depth[here] > depth[area[item]]:
                area[item] = here
    return area


def _junction_areas(
    area: list[int], items: list[Draft | Dot], wires: list[Wire], areas: Sequence[tuple[str, int]]
) -> None:
    """A junction lies in the deepest area that holds all that it joins."""
    ends: dict[int, list[int]] = defaultdict(list)
    for wire in wires:
        for one, two in ((wire.lower, wire.upper), (wire.upper, wire.lower)):
            if isinstance(items[one], Dot) and not isinstance(items[two], Dot):
                ends[one].append(two)
    for dot, others in ends.items():
        shared = _above(area[others[0]], areas)
        for other in others[1:]:
            around = set(_above(area[other], areas))
            shared = [place for place in shared if place in around]
        area[dot] = shared[0] if shared else -1


def _above(place: int, areas: Sequence[tuple[str, int]]) -> list[int]:
    found = []
    while place >= 0:
        found.append(place)
        place = areas[place][1]
    return found


def parts(plan: Plan) -> tuple[Plan, ...]:
    """Split a plan into what hangs together, by lines or by a common outer group; in the order of first items."""
    parent = list(range(len(plan.items)))

    def find(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    first_in: dict[int, int] = {}
    for wire in plan.wires:
        parent[find(wire.lower)] = find(wire.upper)
    for item, area in enumerate(plan.area):
        if area >= 0:
            outer = _above(area, plan.areas)[-1]
            parent[find(item)] = find(first_in.setdefault(outer, item))
    members: dict[int, list[int]] = defaultdict(list)
    for item in range(len(plan.items)):
        members[find(item)].append(item)
    wires: dict[int, list[Wire]] = defaultdict(list)
    for wire in plan.wires:
        wires[find(wire.lower)].append(wire)
    return tuple(_part(plan, items, wires[key]) for key, items in members.items())


def _part(plan: Plan, items: list[int], wires: list[Wire]) -> Plan:
    number = {item: place for place, item in enumerate(items)}
    used = sorted({area for item in items for area in _above(plan.area[item], plan.areas)})
    order = {area: place for place, area in enumerate(used)}
    return Plan(
        tuple(plan.items[item] for item in items),
        tuple(replace(wire, lower=number[wire.lower], upper=number[wire.upper]) for wire in wires),
        tuple(order.get(plan.area[item], -1) for item in items),
        tuple((plan.areas[area][0], order.get(plan.areas[area][1], -1)) for area in used),
    )
