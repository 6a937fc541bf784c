"""Who contradicts whom."""

from collections.abc import Iterable, Iterator

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind, Speaker
from argmap.digest.base import Disagreement


def disagreements(graph: MapGraph) -> tuple[Disagreement, ...]:
    """Where what some speakers hold is attacked by what others hold, in the order of the relations.

    An attack is made by who draws it, else by who holds its premises. So is a step that is undercut; what is denied is
    then told of the first of its premises that these speakers hold. Where anybody is on both sides, or one side has
    nobody, there is no disagreement between speakers. A symmetric conflict is told once: the claim that stands first
    in the file is the one that is contradicted.
    """
    return tuple(_between(graph))


def _between(graph: MapGraph) -> Iterator[Disagreement]:
    known, steps = graph.map.claim, graph.map.relation
    order = {claim.id: number for number, claim in enumerate(graph.map.claims)}
    for item in graph.relations:
        if item.kind is RelationKind.SUPPORT:
            continue
        premises, target = item.premises, item.target
        if item.kind is RelationKind.CONFLICT and order[premises[0]] < order.get(target, -1):
            premises, target = (target,), premises[0]
        step = None if target in known else steps[target]
        by = _held_by(graph.map, (target,)) if step is None else _drawn_by(graph.map, step, step.premises)
        by_others = _drawn_by(graph.map, item, premises)
        if by and by_others and not {one.id for one in by} & {one.id for one in by_others}:
            claim = known[target] if step is None else _first_of(graph.map, step, by)
            against = tuple(known[key] for key in dict.fromkeys(premises))
            yield Disagreement(claim, by, against, by_others, item, step)


def _held_by(map: ArgumentMap, claims: Iterable[str]) -> tuple[Speaker, ...]:
    names = dict.fromkeys(name for key in claims for name in map.claim[key].by)
    return tuple(map.speaker[name] for name in names if name in map.speaker)


def _drawn_by(map: ArgumentMap, relation: Relation, premises: Iterable[str]) -> tuple[Speaker, ...]:
    own = tuple(map.speaker[name] for name in dict.fromkeys(relation.by) if name in map.speaker)
    return own or _held_by(map, premises)


def _first_of(map: ArgumentMap, step: Relation, by: Iterable[Speaker]) -> Claim:
    names = {one.id for one in by}
    premises = [map.claim[key] for key in step.premises]
    return next((claim for claim in premises if names.intersection(claim.by)), premises[0])
