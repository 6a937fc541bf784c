"""What stands or falls since the old map, and which change that comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from argmap.core.comparison import Cause, Changed, Comparison, Mark, Turn, Verdict, Verdicts
from argmap.core.graph import MapGraph
from argmap.core.labelling import WORTH, Label, Labelling
from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind

SMALLEST = 0.005
"""Strengths that differ by less are taken for the same: the difference does not show in two decimals."""

_FIELDS_THAT_COUNT = frozenset({"score", "assumed"})


def judged(
    old: ArgumentMap, new: ArgumentMap, comparison: Comparison, before: Labelling, after: Labelling
) -> Comparison:
    """Tell also what stands or falls because of the changes.

    Args:
        old: The map as it was.
        new: The map as it is.
        comparison: What `compare` says of them.
        before: What a semantics says of the old map.
        after: What the same semantics says of the new map.

    Returns:
        The comparison with verdicts. The cause of a verdict is the nearest change that speaks for the way in which the
        claim went, and from which a chain of claims leads to it that are all judged otherwise now. So it is a hint
        where several changes meet, and none is given where no such chain is found.
    """
    return replace(comparison, verdicts=_Judging(old, new, comparison, before, after).verdicts())


class _Judging:
    """One comparison of two labellings; lives for one call."""

    def __init__(
        self, old: ArgumentMap, new: ArgumentMap, comparison: Comparison, before: Labelling, after: Labelling
    ) -> None:
        self.old, self.new = old, new
        self.labellings = before, after
        self.graphs = MapGraph(old), MapGraph(new)
        self.old_id = {item.new.id: item.old.id for item in comparison.claims.changed}
        self.causes = _causes(comparison)
        self.own = {item.new.id: item for item in comparison.claims.changed if _counts(item)}
        self.ways = {item.id: self._way(item.id) for item in new.claims}

    def verdicts(self) -> Verdicts:
        found = []
        for claim in self.new.claims:
            name = self.old_id.get(claim.id, claim.id)
            was, now = _said(self.labellings[0], name), _said(self.labellings[1], claim.id)
            if was is not None and now is not None and name in self.old.claim and _differ(was, now):
                found.append(Verdict(name, claim.id, was, now, self._cause(claim.id)))
        return Verdicts(self.labellings[1].title, tuple(found))

    def _way(self, claim: str) -> float:
        """Whether a claim is judged better (above 0) or worse than before."""
        name = self.old_id.get(claim, claim)
        was, now = _said(self.labellings[0], name), _said(self.labellings[1], claim)
        if name not in self.old.claim or was is None or now is None or not _differ(was, now):
            return 0.0
        return _worth(now) - _worth(was)

    def _cause(self, claim: str) -> Cause | None:
        """The nearest change, searched for against the direction of the relations, level by level."""
        level, seen, steps = [claim], {claim}, 0
        while level:
            for name in level:
                found = self._here(name, steps)
                if found:
                    return found
            above = dict.fromkeys(other for name in level for other in self._carriers(name))
            level = [name for name in above if name not in seen]
            seen.update(level)
            steps += 1
        return None

    def _here(self, claim: str, steps: int) -> Cause | None:
        """The change of what ends on a claim, or of its own fields, that tells most for the way in which it went."""
        way = self.ways[claim]
        if claim in self.own and _own_way(self.own[claim]) * way >= 0:
            return Cause(Mark.CHANGED, claim, steps)
        effects: dict[tuple[Mark, str], float] = {}
        attacks = set()
        for side, name, sign in ((0, self.old_id.get(claim, claim), -1), (1, claim, 1)):
            for relation, bears in self._steps(side, name):
                cause = self.causes[side].get(relation.id)
                if cause:
                    said = _said(self.labellings[side], relation.id)
                    effect = 0.0 if said is None else sign * bears * _worth(said)
                    effects[cause] = effects.get(cause, 0.0) + effect
                    if bears < 0:
                        attacks.add(cause)
        best = max(effects, key=lambda cause: (effects[cause] * way, cause in attacks), default=None)
        if best is None or effects[best] * way <= 0:
            return None
        return Cause(*best, steps)

    def _steps(self, side: int, claim: str) -> Iterator[tuple[Relation, int]]:
        """The relations that end on a claim, and those that undercut these; each speaks for it (1) or against it."""
        graph, seen = self.graphs[side], set[str]()
        level = [(item, 1) for item in graph.onto.get(claim, ())]
        while level:
            told = [(item, bears if item.kind is RelationKind.SUPPORT else -bears) for item, bears in level]
            yield from told
            seen.update(item.id for item, _ in told)
            level = [
                (more, bears) for item, bears in told for more in graph.onto.get(item.id, ()) if more.id not in seen
            ]

    def _carriers(self, claim: str) -> Iterator[str]:
        """The claims that bear on a claim and went the way that would take it along."""
        for relation, bears in self._steps(1, claim):
            ends = relation.premises
            if relation.kind is RelationKind.CONFLICT:
                ends = (*ends, relation.target)
            for name in ends:
                if name != claim and self.ways.get(name, 0.0) * bears * self.ways[claim] > 0:
                    yield name


Causes: TypeAlias = Mapping[str, tuple[Mark, str]]
"""What happened to a relation, and the id under which that is told, by the id of the relation."""


def _causes(comparison: Comparison) -> tuple[Causes, Causes]:
    """What happened to the relations of the old map, and to those of the new one."""
    found = comparison.relations
    before = {item.id: (Mark.REMOVED, item.id) for item in found.removed}
    after = {item.id: (Mark.ADDED, item.id) for item in found.added}
    for change in found.changed:
        is_weighed = any(part.field == "weight" for part in change.alterations)
        if is_weighed or set(change.turns) - {Turn.RENAMED, Turn.ALTERED}:
            told = Mark.CHANGED, change.new[0].id
            before |= {item.id: told for item in change.old}
            after |= {item.id: told for item in change.new}
    return before, after


def _counts(change: Changed[Claim]) -> bool:
    return any(part.field in _FIELDS_THAT_COUNT for part in change.alterations)


def _own_way(change: Changed[Claim]) -> float:
    """Whether the score of a claim went up (above 0) or down."""
    return change.new.base_score - change.old.base_score


def _said(labelling: Labelling, name: str) -> Label | float | None:
    known: Mapping[str, Label | float] = labelling.strengths or labelling.labels
    return known.get(name)


def _worth(said: Label | float) -> float:
    return WORTH[said] / WORTH[Label.IN] if isinstance(said, Label) else said


def _differ(was: Label | float, now: Label | float) -> bool:
    if isinstance(was, Label) or isinstance(now, Label):
        return was is not now
    return abs(was - now) >= SMALLEST
