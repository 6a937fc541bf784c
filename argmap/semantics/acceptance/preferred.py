"""Preferred: the positions that cannot be extended.

Definition: the maximal admissible sets; equally, the maximal complete ones (Dung 1995).

Range: at least one extension (the empty set, if nothing else defends itself); exponentially many at most.

Good for: which whole positions can be held in a debate, and what all of them share.
"""

from argmap.semantics.acceptance.componentwise import Componentwise
from argmap.semantics.framework.families import Maximal
from argmap.semantics.framework.theory import COMPLETE_SETS, IN

PREFERRED = Componentwise(
    name="preferred",
    family=Maximal(COMPLETE_SETS, kept=IN),
)
