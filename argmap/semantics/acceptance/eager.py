"""Eager: what stands in every semi-stable position, and defends itself.

Definition: the largest admissible set that is part of every semi-stable extension (Caminada 2007).

Range: exactly one extension; it holds the ideal one and may be larger. It is complete.

Good for: the boldest of the answers that take no side: grounded, ideal, eager.
"""

from collections.abc import Iterable

from argmap.frameworks.framework import Extension, Framework
from argmap.semantics.acceptance.unique import Unique
from argmap.semantics.framework.budget import Budget
from argmap.semantics.framework.families import Maximal
from argmap.semantics.framework.largest import settle
from argmap.semantics.framework.theory import COMPLETE_SETS, IN, OUT, UNDECIDED


def _never_missing(core: Framework, missing: frozenset[int]) -> Iterable[int]:
    return (item for item in range(core.size) if item not in missing)


def _find(framework: Framework, budget: Budget, steps: int) -> Extension:
    semi_stable = Maximal(COMPLETE_SETS, kept=IN | OUT)
    return settle(
        framework, semi_stable, lambda item: (item, OUT | UNDECIDED), _never_missing, budget=budget, steps=steps
    )


EAGER = Unique(
    name="eager",
    find=_find,
)
