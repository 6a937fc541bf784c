"""Ideal: what stands whatever position is taken, and defends itself.

Definition: the largest admissible set that is part of every preferred extension (Dung, Mancarella & Toni 2007).

Range: exactly one extension; it holds the grounded one and may be larger. It is complete.

Good for: a cautious answer that still settles conflicts that only one side can win.

It is found without the preferred extensions: an admissible set is ideal if no admissible set attacks it, so the ideal
extension is the largest admissible set among the arguments that are in some admissible set and attacked by none.
"""

from collections.abc import Iterable

from argmap.frameworks.framework import Extension, Framework
from argmap.semantics.acceptance.unique import Unique
from argmap.semantics.framework.budget import Budget
from argmap.semantics.framework.families import All
from argmap.semantics.framework.largest import settle
from argmap.semantics.framework.theory import COMPLETE_SETS, IN


def _unopposed(core: Framework, credulous: frozenset[int]) -> Iterable[int]:
    return (item for item in credulous if credulous.isdisjoint(core.attackers[item]))


def _find(framework: Framework, budget: Budget, steps: int) -> Extension:
    return settle(framework, All(COMPLETE_SETS), lambda item: (item, IN), _unopposed, budget=budget, steps=steps)


IDEAL = Unique(
    name="ideal",
    find=_find,
)
