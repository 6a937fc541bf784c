"""Stage: conflict-free positions that leave as little open as possible.

Definition: a conflict-free set E for which E and what it attacks, taken together (its range), are maximal (Verheij
1996).

Range: at least one extension; if there is a stable one, the stage extensions are the stable ones. They need not defend
themselves, nor hold what nothing attacks.

Good for: odd circles, from which it picks as much as goes together where the other semantics leave all undecided.
"""

from argmap.semantics.acceptance.componentwise import Componentwise
from argmap.semantics.framework.families import Maximal
from argmap.semantics.framework.theory import IN, NAIVE_SETS, OUT

STAGE = Componentwise(
    name="stage",
    family=Maximal(NAIVE_SETS, kept=IN | OUT),
    is_complete=False,
)
