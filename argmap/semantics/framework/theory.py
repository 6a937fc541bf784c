"""What a labelling must satisfy: the conditions on single labels from which every semantics is built."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

IN, OUT, UNDECIDED = 1, 2, 4
"""Labels as one bit each, so that a set of labels is their sum."""
ANY = IN | OUT | UNDECIDED

Literal: TypeAlias = tuple[int, int]
"""An argument and a set of labels: the argument has one of them."""
Clause: TypeAlias = Sequence[Literal]
"""Literals of which at least one holds."""
Labels: TypeAlias = bytes
"""One of `IN`, `OUT`, `UNDECIDED` for each argument."""


@dataclass(frozen=True, slots=True)
class Theory:
    """Conditions on a labelling (Caminada 2006).

    Always: nothing that is in attacks anything that is in, and an argument is out if and only if something that is in
    attacks it.

    Attributes:
        defended: All attackers of what is in are out.
        closed: What has no attacker but such as are out is in.
        decided: Nothing is undecided.
        saturated: What is neither in nor out attacks a member or itself, so that no argument can be added.
    """

    defended: bool = False
    closed: bool = False
    decided: bool = False
    saturated: bool = False

    def allows_nothing(self, attackers: Sequence[Sequence[int]]) -> bool:
        """Whether the empty set satisfies the conditions, given the attackers of each argument."""
        return not (self.decided or self.saturated or (self.closed and not all(attackers)))


CONFLICT_FREE_SETS = Theory()
NAIVE_SETS = Theory(saturated=True)
ADMISSIBLE_SETS = Theory(defended=True)
COMPLETE_SETS = Theory(defended=True, closed=True)
STABLE_SETS = Theory(defended=True, closed=True, decided=True)
