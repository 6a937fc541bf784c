"""Explains a strength: what each relation contributes to it, by removal and by gradient.

Removal: the strength, less what it would be without the relation, everything else worked out again. Gradient: the
derivative of the strength with respect to the relation's weight. Kampik, Potyka, Yin, Čyras & Toni (2024),
"Contribution functions for quantitative bipolar argumentation graphs", define both for the contribution of one argument
to another; here they are asked of relations, which is what a reader of a map sees end on a claim. They need not add up.
"""

from collections.abc import Mapping
from dataclasses import replace
from math import prod

from argmap.core.explanation import Contribution, Pattern, Reason, Role
from argmap.core.graph import MapGraph
from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.semantics.evaluate import Forced
from argmap.semantics.explanation.trials import Trials, slope
from argmap.semantics.framework.budget import Budget
from argmap.semantics.strength.network import DEFAULT_SCORE, within

_SHORT = 4
"""A claim with more relations than this is not told of one level down."""


def weigh(
    map: ArgumentMap,
    claim: str,
    semantics: str,
    labelling: Labelling,
    *,
    forced: Forced | None = None,
    depth: int = 1,
    timeout: float | None = None,
) -> tuple[Reason, bool]:
    """Explain the strength of a claim.

    Args:
        map: The map.
        claim: Id of the claim.
        semantics: Name of the semantics of strength that made the labelling.
        labelling: The strengths.
        forced: What was taken for granted.
        depth: 0 for the relations that end on the claim only; 1 for those that end on their premises too, if few do.
        timeout: Seconds, above 0; None for no limit. Contributions that are not found by then are None.

    Returns:
        The claim with the relations that end on it, the largest contribution by removal first; and whether all
        contributions were worked out in time.
    """
    teller = _Teller(map, semantics, labelling.strengths, forced or {}, Budget(timeout))
    return teller.claim(claim, Role.CONCLUSION, min(depth, 1)), not teller.timed_out


class _Teller:
    """Explains one strength; lives for one call."""

    def __init__(
        self, map: ArgumentMap, semantics: str, strengths: Mapping[str, float], forced: Forced, budget: Budget
    ) -> None:
        self.map, self.semantics, self.strengths = map, semantics, strengths
        self.graph = MapGraph(map)
        self.forced, self.budget = forced, budget
        self.told: set[str] = set()
        self.timed_out = False

    def claim(self, name: str, role: Role, depth: int) -> Reason:
        """A claim with what ends on it, if that is asked for; depth below 0 is the claim alone."""
        strength, base = self.strengths[name], self._base(self.map.claim[name])
        onto = [] if isinstance(self.forced.get(name), Label) else self._onto(name)
        pattern = Pattern.WEIGHED if onto else Pattern.BASE
        if isinstance(self.forced.get(name), Label):
            pattern = Pattern.FORCED
        is_too_long = role is not Role.CONCLUSION and len(onto) > _SHORT
        if name in self.told:
            return Reason(name, role, strength, pattern, told=bool(onto), base=base)
        if onto and (depth < 0 or is_too_long):
            return Reason(name, role, strength, pattern, cut=True, base=base)
        self.told.add(name)
        trials = (
            Trials(self.map, self.semantics, name, strength=strength, forced=self.forced, budget=self.budget)
            if onto
            else None
        )
        parts = [self._relation(item, name, depth, trials) for item in onto if trials]
        if trials:
            self.timed_out = self.timed_out or trials.timed_out
        return Reason(name, role, strength, pattern, tuple(sorted(parts, key=_size)), base=base)

    def _relation(self, relation: Relation, above: str, depth: int, trials: Trials) -> Reason:
        ends = _premises(relation, above)
        inner = [self.claim(item, Role.PREMISE, depth - 1) for item in ends]
        undercuts = []
        for item in self._undercuts(relation):
            contribution = self._contribution(item, above, trials)
            value = self.strengths[item.id]
            below = tuple(self.claim(name, Role.PREMISE, -1) for name in dict.fromkeys(item.premises))
            undercuts.append(Reason(item.id, Role.UNDERCUT, value, Pattern.FORCE, below, contribution=contribution))
        return Reason(
            relation.id,
            _ROLES[relation.kind],
            self._force(relation, ends),
            Pattern.FORCE,
            (*inner, *sorted(undercuts, key=_size)),
            contribution=self._contribution(relation, above, trials),
        )

    def _contribution(self, relation: Relation, claim: str, trials: Trials) -> Contribution:
        without = trials.with_relation(relation, None)
        removal = None if without is None else self.strengths[claim] - without[claim]

        def value(weight: float) -> float | None:
            found = trials.with_relation(relation, replace(relation, weight=weight))
            return None if found is None else found[claim]

        weight = 1.0 if relation.weight is None else within(relation.weight)
        return Contribution(_tidy(removal), _tidy(slope(value, weight)))

    def _onto(self, name: str) -> list[Relation]:
        return list(dict.fromkeys(self.graph.onto.get(name, ())))

    def _undercuts(self, relation: Relation) -> list[Relation]:
        return [item for item in self.graph.onto.get(relation.id, ()) if item.kind is RelationKind.ATTACK]

    def _force(self, relation: Relation, premises: tuple[str, ...]) -> float:
        """The force towards one end; of a conflict the labelling has only the larger of the two."""
        if relation.kind is not RelationKind.CONFLICT:
            return self.strengths[relation.id]
        weight = 1.0 if relation.weight is None else within(relation.weight)
        rest = prod(1.0 - self.strengths[item.id] for item in self._undercuts(relation))
        return weight * prod(self.strengths[name] for name in premises) * rest

    def _base(self, claim: Claim) -> float:
        score = self.forced.get(claim.id, claim.score)
        if score is None or isinstance(score, Label):
            score = claim.score
        return DEFAULT_SCORE if score is None else within(score)


_ROLES = {
    RelationKind.SUPPORT: Role.SUPPORT,
    RelationKind.ATTACK: Role.ATTACK,
    RelationKind.CONFLICT: Role.CONFLICT,
}


def _premises(relation: Relation, end: str) -> tuple[str, ...]:
    if relation.kind is RelationKind.CONFLICT and end == relation.premises[0]:
        return (relation.target,)
    return tuple(dict.fromkeys(relation.premises))


def _size(part: Reason) -> float:
    """For sorting: the largest contribution by removal first, those without an answer last."""
    removal = part.contribution.removal if part.contribution else None
    return 1.0 if removal is None else -round(abs(removal), 9)


def _tidy(number: float | None) -> float | None:
    """A number without the noise of the computation, so that nothing counts as a little."""
    return None if number is None else round(number, 6) + 0.0
