"""The parts of a map that the figures of a report show."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, RelationKind
from argmap.digest.base import Case, Point, Section


def part_of(
    map: ArgumentMap,
    claims: Iterable[str],
    relations: Iterable[str],
    questions: Iterable[str],
    positions: Iterable[str],
) -> ArgumentMap:
    """The map with these claims, relations and questions alone, without groups; only the positions answer questions."""
    kept, lines, asked, heads = set(claims), set(relations), set(questions), set(positions)
    shown = tuple(
        replace(claim, answers=tuple(key for key in claim.answers if key in asked) if claim.id in heads else ())
        for claim in map.claims
        if claim.id in kept
    )
    part = replace(
        map,
        title=None,
        description=None,
        claims=shown,
        relations=tuple(item for item in map.relations if item.id in lines),
        questions=tuple(item for item in map.questions if item.id in asked),
        groups=(),
        repeated=(),
    )
    return replace(part, relations=MapGraph(part).relations)


def of_points(map: ArgumentMap, case: Case, question: str | None, points: Iterable[Point]) -> ArgumentMap:
    """A position with some of the points of its case."""
    claims, relations = {case.claim.id}, set()
    for point in points:
        claims.update(claim.id for claim in point.claims)
        relations.add(point.relation.id)
    return part_of(map, claims, relations, [question] if question else [], [case.claim.id])


def at_a_glance(map: ArgumentMap, sections: Sequence[Section], *, deep: bool) -> ArgumentMap:
    """The positions of some sections, with what bears on them directly if `deep`, and the conflicts among them."""
    cases = [case for section in sections for case in section.cases]
    claims, relations = {case.claim.id for case in cases}, set()
    for case in cases if deep else ():
        for point in (*case.reasons, *case.objections):
            if point.level == 0:
                claims.update(claim.id for claim in point.claims)
                relations.add(point.relation.id)
    for item in map.relations:
        if (item.kind is RelationKind.CONFLICT or not deep) and {*item.premises, item.target} <= claims:
            relations.add(item.id)
    questions = [section.question.id for section in sections if section.question]
    part = part_of(map, claims, relations, questions, claims)
    return replace(part, questions=tuple(replace(item, text=item.label, title=None) for item in part.questions))


def branches(points: Sequence[Point]) -> list[tuple[Point, ...]]:
    """The points of a side, cut before each one of the first level."""
    found: list[list[Point]] = []
    for point in points:
        if point.level == 0:
            found.append([])
        found[-1].append(point)
    return [tuple(branch) for branch in found]
