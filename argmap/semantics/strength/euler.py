"""Euler-based semantics: forces add up to an energy, which moves the claim along an exponential curve.

With base score b, supports s and attacks a:

    energy = sum of s - sum of a
    strength = 1 - (1 - b^2) / (1 + b * e^energy)

Source: Amgoud & Ben-Naim (2017), "Evaluation of arguments in weighted bipolar graphs". They define it for acyclic
graphs.

Range: [b^2, 1) for a base score b below 1.

Good for: maps in which base scores are evidence that arguments may shade but not overturn; small changes have small
effects, everywhere.

Traps:
    - A base score of 0 or 1 is never moved, whatever is said of the claim.
    - No attack brings a claim below the square of its base score: 0.9 never falls under 0.81.
    - Support and attack do not mirror each other: at 0.5 a force of 1 lifts by 0.18 and lowers by 0.13.
    - Iteration can swing where many forces meet on a circle (Mossakowski & Neuhaus 2018).
"""

from collections.abc import Sequence
from math import exp, fsum


class Euler:
    """The Euler-based semantics (Amgoud & Ben-Naim 2017)."""

    name = "euler"
    title = "Euler-based semantics"

    def strength(self, base: float, supports: Sequence[float], attacks: Sequence[float]) -> float:
        """Return the strength in [0, 1] of a claim with this base score under supports and attacks of these forces."""
        if base <= 0.0:
            return 0.0
        energy = fsum(supports) - fsum(attacks)
        if energy > 0.0:  # e^energy would overflow at some seven hundred supports
            shrunk = exp(-energy)
            return 1.0 - (1.0 - base * base) * shrunk / (shrunk + base)
        return 1.0 - (1.0 - base * base) / (1.0 + base * exp(energy))
