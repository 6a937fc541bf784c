"""What can be accepted together: the roll of the semantics of acceptance. A new one is one file and one line below."""

from argmap.core.registry import Registry
from argmap.semantics.acceptance.admissible import ADMISSIBLE
from argmap.semantics.acceptance.base import Acceptance, Occurs
from argmap.semantics.acceptance.complete import COMPLETE
from argmap.semantics.acceptance.conflict_free import CONFLICT_FREE
from argmap.semantics.acceptance.eager import EAGER
from argmap.semantics.acceptance.grounded import GROUNDED
from argmap.semantics.acceptance.ideal import IDEAL
from argmap.semantics.acceptance.naive import NAIVE
from argmap.semantics.acceptance.preferred import PREFERRED
from argmap.semantics.acceptance.semi_stable import SEMI_STABLE
from argmap.semantics.acceptance.stable import STABLE
from argmap.semantics.acceptance.stage import STAGE

__all__ = ["ACCEPTANCE", "Acceptance", "Occurs"]

ACCEPTANCE: Registry[Acceptance] = Registry(
    "semantics",
    [
        GROUNDED,
        PREFERRED,
        STABLE,
        COMPLETE,
        SEMI_STABLE,
        STAGE,
        IDEAL,
        EAGER,
        ADMISSIBLE,
        CONFLICT_FREE,
        NAIVE,
    ],
    name=lambda item: item.name,
)
