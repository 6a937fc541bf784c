"""MLP-based semantics: a claim is a neuron; forces add up and go, with the base score as bias, through the logistic.

With base score b, supports s and attacks a:

    energy = sum of s - sum of a
    strength = 1 / (1 + e^-(ln(b / (1 - b)) + energy))
             = b / (b + (1 - b) * e^-energy)

Source: Potyka (2021), "Interpreting neural networks as quantitative argumentation frameworks". The weight of a relation
is the weight of a connection there.

Range: (0, 1) for a base score between 0 and 1.

Good for: scores that are meant as probabilities: the energy adds to the logarithm of the odds. Support and attack
mirror each other, and a force moves a claim most where it is in doubt.

Traps:
    - A base score of 0 or 1 is never moved, whatever is said of the claim.
    - Equal steps need ever more force near 0 and 1.
    - Iteration can swing where many forces meet on a circle.
"""

from collections.abc import Sequence
from math import exp, fsum


class Mlp:
    """The MLP-based semantics (Potyka 2021)."""

    name = "mlp"
    title = "MLP-based semantics"

    def strength(self, base: float, supports: Sequence[float], attacks: Sequence[float]) -> float:
        """Return the strength in [0, 1] of a claim with this base score under supports and attacks of these forces."""
        if base <= 0.0 or base >= 1.0:
            return base
        energy = fsum(supports) - fsum(attacks)
        if energy > 0.0:  # neither form may meet an exponential that overflows
            return base / (base + (1.0 - base) * exp(-energy))
        odds = base * exp(energy)
        return odds / (odds + 1.0 - base)
