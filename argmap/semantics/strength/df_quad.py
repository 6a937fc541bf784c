"""DF-QuAD: the forces of each side are joined like chances, and the difference moves the claim towards 0 or 1.

With base score b, supports s and attacks a:

    pro = 1 - product of (1 - s)        con = 1 - product of (1 - a)
    strength = b + (1 - b) * (pro - con)    if pro > con
    strength = b - b * (con - pro)          otherwise

Source: Rago, Toni, Aurisicchio & Baroni (2016), "Discontinuity-free decision support with quantitative argumentation
debates". They define it for acyclic graphs.

Range: [0, 1]; 0 and 1 are reached.

Good for: trees of reasons for and against with scores that mean something. The numbers can be worked out by hand, equal
force on both sides leaves the base score, and without supports and with base scores of 1 an acyclic map comes out as
under the grounded semantics.

Traps:
    - It saturates: one support and one attack of force 1 hide all the others.
    - It balances support against attack, where an acceptance semantics lets the attack win: the two can disagree.
    - Two claims with base score 1 that attack each other have no answer by iteration, which swings between 0 and 1;
      Runge-Kutta finds 1/2. Any pair of strengths that add up to 1 would be a fixpoint there.
    - With base scores of 1 on odd circles it may creep towards its fixpoint ever more slowly, and in rings of layers
      that attack each other swing for ever; both are reported as not converged.
"""

from collections.abc import Sequence
from math import prod


class DfQuad:
    """The semantics DF-QuAD (Rago, Toni, Aurisicchio & Baroni 2016)."""

    name = "df-quad"
    title = "DF-QuAD"

    def strength(self, base: float, supports: Sequence[float], attacks: Sequence[float]) -> float:
        """Return the strength in [0, 1] of a claim with this base score under supports and attacks of these forces."""
        pro, con = _joined(supports), _joined(attacks)
        if pro > con:
            return base + (1.0 - base) * (pro - con)
        return base - base * (con - pro)


def _joined(forces: Sequence[float]) -> float:
    if len(forces) < 2:
        return forces[0] if forces else 0.0
    # sorted, so that the order in which a file lists its relations does not touch the last digit
    return 1.0 - prod([1.0 - force for force in sorted(forces)])
