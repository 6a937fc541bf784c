"""The case of each position and thesis: what is said for it and against it, in reading order."""

from collections.abc import Iterator
from dataclasses import replace

from argmap.core.model import ArgumentMap, Claim, Question, Relation, RelationKind
from argmap.diagram.outline import Outline, Role, outline
from argmap.digest.base import Case, Effect, Point, Section

_EFFECTS: dict[RelationKind, Effect] = {
    RelationKind.SUPPORT: "support",
    RelationKind.ATTACK: "attack",
    RelationKind.CONFLICT: "conflict",
}
_ORDER = tuple(_EFFECTS)


def sections(map: ArgumentMap) -> tuple[Section, ...]:
    """The questions with the cases of their positions, then the theses that answer none, in the order of the file.

    Of what bears on a claim, reasons come first, then objections, then rivals in symmetric conflict, and after all of
    these what denies the step that the claim is a premise of. Each claim is told in full once: positions and theses
    at the top, others where they first occur.
    """
    laid = outline(_reasons_first(map))
    cases = _cases(laid)
    answered = {
        place: tuple(cases[below] for below in laid.children[place])
        for place in laid.roots
        if laid.nodes[place].role is Role.QUESTION
    }
    found = [Section(_question(laid, place), answered[place]) for place in answered]
    rest = tuple(cases[place] for place in laid.roots if place not in answered)
    return (*found, Section(None, rest)) if rest else tuple(found)


def _reasons_first(map: ArgumentMap) -> ArgumentMap:
    """The map in whose outline supports come first and rivals last; closed groups would hide what they hold."""
    ordered = sorted(map.relations, key=lambda item: _ORDER.index(item.kind))
    return replace(map, relations=tuple(ordered), groups=())


def _question(laid: Outline, place: int) -> Question:
    item = laid.nodes[place].item
    assert isinstance(item, Question)
    return item


def _cases(laid: Outline) -> dict[int, Case]:
    """The cases by the place of their claim in the outline."""
    found: dict[int, Case] = {}
    favours: dict[int, bool] = {}
    head = 0
    sides: dict[int, list[Point]] = {}
    for place, node in enumerate(laid.nodes):
        if isinstance(node.item, Claim) and node.role is not Role.PREMISE:
            head, favours[place] = place, True
            sides[head], sides[~head] = [], []
            found[head] = Case(node.item, is_repeat=node.repeat)
        elif node.parent is not None and node.role is Role.PREMISE:
            favours[place] = favours[node.parent]
        elif node.parent is not None and isinstance(node.item, Relation):
            favours[place] = favours[node.parent] == (node.item.kind is RelationKind.SUPPORT)
            level = node.level - laid.nodes[head].level - 1
            side = ~head if _is_objection(laid, place, head, sides) else head
            sides[side].append(_point(laid, place, level, favours[place]))
    return {
        place: replace(case, reasons=tuple(sides[place]), objections=tuple(sides[~place]))
        for place, case in found.items()
    }


def _is_objection(laid: Outline, place: int, head: int, sides: dict[int, list[Point]]) -> bool:
    """Whether a step belongs to the objections: at the top by what it does, else with what it lies under."""
    item = laid.nodes[place].item
    assert isinstance(item, Relation)
    if laid.nodes[place].parent == head:
        return item.kind is not RelationKind.SUPPORT
    return bool(sides[~head])  # all reasons come first


def _point(laid: Outline, place: int, level: int, favours: bool) -> Point:
    relation = laid.nodes[place].item
    parent = laid.nodes[place].parent
    assert isinstance(relation, Relation) and parent is not None
    above = laid.nodes[parent]
    effect = _EFFECTS[relation.kind]
    if above.role is Role.STEP and effect != "support":
        effect = "undercut"
    premises = list(_premises(laid, place))
    return Point(
        level=level,
        effect=effect,
        claims=tuple(claim for claim, _ in premises),
        relation=relation,
        target=above.item.id,
        repeats=tuple(claim.id for claim, is_repeat in premises if is_repeat),
        favours=favours,
    )


def _premises(laid: Outline, place: int) -> Iterator[tuple[Claim, bool]]:
    for below in laid.children[place]:
        node = laid.nodes[below]
        if node.role is Role.PREMISE and isinstance(node.item, Claim):
            yield node.item, node.repeat
