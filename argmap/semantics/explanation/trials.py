"""Strengths of one claim, worked out again and again on changed maps."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from argmap.core.model import ArgumentMap, Relation
from argmap.semantics.evaluate import Forced, taken_for_granted
from argmap.semantics.explanation.lineage import part_above
from argmap.semantics.framework.budget import Budget, OutOfTimeError
from argmap.semantics.strength import STRENGTH
from argmap.semantics.strength.solve import solve

STEP = 1e-3
"""How far apart the points of a numerical derivative lie: strengths are exact to about 1e-9."""
SAME = 1e-6
"""Strengths that differ by no more are the same."""


class Trials:
    """Works out a semantics of strength on the part of a map that leads to a claim.

    Args:
        map: The map.
        semantics: Name of a semantics of strength.
        claim: Id of the claim.
        strength: Its strength on the whole map. Where a circle has several solutions the part alone might settle on
            another one; then the whole map is used.
        forced: What is taken for granted.
        budget: How much time there is.
    """

    def __init__(
        self, map: ArgumentMap, semantics: str, claim: str, *, strength: float, forced: Forced, budget: Budget
    ) -> None:
        self._semantics = STRENGTH[semantics]
        self._forced = forced
        self._budget = budget
        self.timed_out = False
        self.map, self.nearest = part_above(map, claim)
        found = self.strengths()
        if not self.timed_out and (found is None or abs(found[claim] - strength) > SAME):
            self.map = map

    def strengths(self, map: ArgumentMap | None = None, forced: Forced | None = None) -> Mapping[str, float] | None:
        """Strengths on another map, or with more taken for granted; None if there is no answer, or no time."""
        if self.timed_out:
            return None
        scored, pinned = taken_for_granted(map or self.map, {**self._forced, **(forced or {})})
        try:
            found, convergence = solve(scored, self._semantics, pinned=pinned, budget=self._budget)
        except OutOfTimeError:
            self.timed_out = True
            return None
        return found if convergence.converged else None

    def with_relation(self, relation: Relation, changed: Relation | None) -> Mapping[str, float] | None:
        """Strengths with a relation changed, or removed."""
        relations = [changed if item.id == relation.id else item for item in self.map.relations]
        return self.strengths(replace(self.map, relations=tuple(item for item in relations if item)))


def slope(value: Callable[[float], float | None], at: float) -> float | None:
    """The derivative of a function on [0, 1]: a central difference, at the ends a one-sided one of the same order.

    Where the function has a kink, as DF-QuAD has where both sides are equally strong, a central difference is the mean
    of the slopes on both sides.
    """
    if STEP <= at <= 1 - STEP:
        before, after = value(at - STEP), value(at + STEP)
        return None if before is None or after is None else (after - before) / (2 * STEP)
    step = STEP if at < STEP else -STEP
    here, near, far = value(at), value(at + step), value(at + 2 * step)
    if here is None or near is None or far is None:
        return None
    return (4 * near - 3 * here - far) / (2 * step)


def tidy(number: float | None) -> float | None:
    """A number without the noise of the computation, so that nothing counts as a little."""
    return None if number is None else round(number, 6) + 0.0
