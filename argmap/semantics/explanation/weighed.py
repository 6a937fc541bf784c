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
from argmap.semantics.explanation.trials import Trials, slope, tidy
from argmap.semantics.framework.budget import Budget
from argmap.semantics.strength.network import weight_of, within

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
        if isinstance(self.forced.get(name), Label):
            return Reason(name, role, strength, Pattern.FORCED, base=base)
        onto = self._onto(name)
        if not onto:
            return Reason(name, role, strength, Pattern.BASE, base=base)
        if name in self.told:
            return Reason(name, role, strength, Pattern.WEIGHED, told=True, base=base)
        if depth < 0 or (role is not Role.CONCLUSION and len(onto) > _SHORT):
            return Reason(name, role, strength, Pattern.WEIGHED, cut=True, base=base)
        self.told.add(name)
        trials = Trials(self.map, self.semantics, name, strength=strength, forced=self.forced, budget=self.budget)
        parts = [self._relation(item, name, depth, trials) for item in onto]
        self.timed_out = self.timed_out or trials.timed_out
        return Reason(name, role, strength, Pattern.WEIGHED, tuple(sorted(parts, key=_size)), base=base)

    def _relation(self, relation: Relation, above: str, depth: int, trials: Trials) -> Reason:
        ends = relation.premises_for(above)
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

        return Contribution(tidy(removal), tidy(slope(value, weight_of(relation))))

    def _onto(self, name: str) -> list[Relation]:
        return list(dict.fromkeys(self.graph.onto.get(name, ())))

    def _undercuts(self, relation: Relation) -> list[Relation]:
        return [item for item in self.graph.onto.get(relation.id, ()) if item.kind is RelationKind.ATTACK]

    def _force(self, relation: Relation, premises: tuple[str, ...]) -> float:
        """The force towards one end; of a conflict the labelling has only the larger of the two."""
        if relation.kind is not RelationKind.CONFLICT:
            return self.strengths[relation.id]
        rest = prod(1.0 - self.strengths[item.id] for item in self._undercuts(relation))
        return weight_of(relation) * prod(self.strengths[name] for name in premises) * rest

    def _base(self, claim: Claim) -> float:
        score = self.forced.get(claim.id)
        return within(claim.base_score if score is None or isinstance(score, Label) else score)


_ROLES = {
    RelationKind.SUPPORT: Role.SUPPORT,
    RelationKind.ATTACK: Role.ATTACK,
    RelationKind.CONFLICT: Role.CONFLICT,
}


def _size(part: Reason) -> float:
    """For sorting: the largest contribution by removal first, those without an answer last."""
    removal = part.contribution.removal if part.contribution else None
    return 1.0 if removal is None else -round(abs(removal), 9)
