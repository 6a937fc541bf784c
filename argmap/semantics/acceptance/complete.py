"""Complete: positions that accept all that they defend, and nothing else.

Definition: an admissible set that holds every argument whose attackers it all attacks (Dung 1995). As a labelling: in
if and only if all attackers are out, out if and only if some attacker is in (Caminada 2006).

Range: at least one extension, the grounded one; exponentially many at most.

Good for: all views that are consistent with the attacks, cautious and bold ones alike. The other semantics choose from
them.
"""

from argmap.semantics.acceptance.componentwise import Componentwise
from argmap.semantics.framework.families import All
from argmap.semantics.framework.theory import COMPLETE_SETS

COMPLETE = Componentwise(
    name="complete",
    family=All(COMPLETE_SETS),
)
