"""Conflict-free: whatever goes together.

Definition: a set no member of which attacks a member (Dung 1995).

Range: at least the empty set; exponentially many.

Good for: research; it asks nothing of a position but that it does not contradict itself.
"""

from argmap.semantics.acceptance.componentwise import Componentwise
from argmap.semantics.framework.families import All
from argmap.semantics.framework.theory import CONFLICT_FREE_SETS

CONFLICT_FREE = Componentwise(
    name="conflict-free",
    family=All(CONFLICT_FREE_SETS),
    is_complete=False,
)
