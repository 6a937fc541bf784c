"""Semi-stable: positions that leave as little open as possible.

Definition: a complete extension E for which E and what it attacks, taken together (its range), are maximal (Caminada
2006; as admissible stage extensions, Verheij 1996). As a labelling: complete, with a minimal set of what is undecided.

Range: at least one extension in a finite framework; if there is a stable one, the semi-stable ones are the stable ones.
Each of them is preferred.

Good for: what stable is good for, without the risk that there is no answer.
"""

from argmap.semantics.acceptance.componentwise import Componentwise
from argmap.semantics.framework.families import Maximal
from argmap.semantics.framework.theory import COMPLETE_SETS, IN, OUT

SEMI_STABLE = Componentwise(
    name="semi-stable",
    family=Maximal(COMPLETE_SETS, kept=IN | OUT),
)
