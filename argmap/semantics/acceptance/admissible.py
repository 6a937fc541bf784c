"""Admissible: positions that defend themselves, however small.

Definition: a conflict-free set that attacks each of its attackers (Dung 1995).

Range: at least the empty set; exponentially many at most, usually far more than of any other semantics but
conflict-free.

Good for: research, and the question what it takes to hold one claim: an admissible set is enough of an answer.
"""

from argmap.semantics.acceptance.componentwise import Componentwise
from argmap.semantics.framework.families import All
from argmap.semantics.framework.theory import ADMISSIBLE_SETS

ADMISSIBLE = Componentwise(
    name="admissible",
    family=All(ADMISSIBLE_SETS),
    is_complete=False,
)
