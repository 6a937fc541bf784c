"""Stable: positions that leave nothing open.

Definition: a conflict-free set that attacks every argument outside it (Dung 1995; for games, von Neumann & Morgenstern
1944). As a labelling: complete, and nothing is undecided.

Range: from none (an odd circle may leave no way to decide) to exponentially many.

Good for: conflicts that must be settled one way or the other, and frameworks without odd circles, where the stable
extensions are the preferred ones.
"""

from argmap.semantics.acceptance.componentwise import Componentwise
from argmap.semantics.framework.families import All
from argmap.semantics.framework.theory import STABLE_SETS

STABLE = Componentwise(
    name="stable",
    family=All(STABLE_SETS),
)
