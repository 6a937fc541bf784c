"""Naive: as much as goes together.

Definition: the maximal conflict-free sets (Bondarenko, Dung, Kowalski & Toni 1997).

Range: at least one extension; exponentially many at most. The direction of attacks does not matter.

Good for: comparison: what is left of a debate if attacks count only as contradictions.
"""

from argmap.semantics.acceptance.componentwise import Componentwise
from argmap.semantics.framework.families import All
from argmap.semantics.framework.theory import NAIVE_SETS

NAIVE = Componentwise(
    name="naive",
    family=All(NAIVE_SETS),
    is_complete=False,
)
