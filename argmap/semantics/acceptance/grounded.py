"""Grounded: what stands without any choice.

Definition: the least fixpoint of F(S) = the arguments all of whose attackers S attacks; the least complete extension
(Dung 1995). As a labelling: the complete one with least information (Caminada 2006).

Range: exactly one extension, in time linear in the framework; it may be empty.

Good for: what nobody can reasonably doubt. It takes no side in an open conflict.
"""

from argmap.frameworks.framework import Extension, Framework
from argmap.semantics.acceptance.unique import Unique
from argmap.semantics.framework.budget import Budget
from argmap.semantics.framework.grounded import IN, grounded_labels


def _find(framework: Framework, budget: Budget, steps: int) -> Extension:
    return frozenset(argument for argument, label in enumerate(grounded_labels(framework)) if label == IN)


GROUNDED = Unique(
    name="grounded",
    find=_find,
)
