"""Weighted h-categoriser: a claim's base score, divided by one plus all that attacks it. Supports are ignored.

With base score b and attacks a:

    strength = b / (1 + sum of a)

Source: Besnard & Hunter (2001), "A logic-based theory of deductive arguments", for trees and without base scores; with
base scores, for all graphs, Amgoud, Ben-Naim, Doder & Vesic (2017), "Acceptability semantics for weighted argumentation
frameworks".

Range: [0, b] for base score b; an attacked claim never falls to 0 by attacks alone.

Good for: maps of objections only, and for comparing claims by how much is held against them. Where no relation is
linked or undercut it has one fixpoint, circles or not, and iteration finds it.

Traps:
    - Supports do nothing at all. A map that lives by its supports keeps its base scores.
    - Strengths compare claims of one map; a half means that a single sound objection stands, not that a claim is in
      doubt.
"""

from collections.abc import Sequence
from math import fsum


class HCategoriser:
    """The weighted h-categoriser (Besnard & Hunter 2001)."""

    name = "h-categoriser"
    title = "weighted h-categoriser"

    def strength(self, base: float, supports: Sequence[float], attacks: Sequence[float]) -> float:
        """Return the strength in [0, 1] of a claim with this base score under attacks of these forces."""
        return base / (1.0 + fsum(attacks))
