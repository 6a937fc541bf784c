"""Quadratic energy: forces add up to an energy, which moves the claim gently at first and then ever nearer to the end.

With base score b, supports s and attacks a:

    energy = sum of s - sum of a        h(x) = max(x, 0)^2 / (1 + max(x, 0)^2)
    strength = b - b * h(-energy) + (1 - b) * h(energy)

Source: Potyka (2018), "Continuous dynamical systems for weighted bipolar argumentation".

Range: [0, 1]; a claim between 0 and 1 never quite gets there.

Good for: maps with circles, since it moves little while the energy is small; open-minded (any base score can be moved
almost anywhere by enough forces), and support and attack mirror each other.

Traps:
    - A single force of 1 moves a claim only half of the way to 0 or 1, and weak forces have hardly any effect: 0.1
      alone moves it by a hundredth of the way.
    - Plain iteration swings on some circles, with damping too; the continuous form settles on most of them, but not on
      all: claims in five layers of four, each layer attacking the next in a ring, can swing for ever.
"""

from collections.abc import Sequence
from math import fsum


class QuadraticEnergy:
    """The quadratic energy model (Potyka 2018)."""

    name = "quadratic-energy"
    title = "quadratic energy"

    def strength(self, base: float, supports: Sequence[float], attacks: Sequence[float]) -> float:
        """Return the strength in [0, 1] of a claim with this base score under supports and attacks of these forces."""
        energy = fsum(supports) - fsum(attacks)
        square = energy * energy
        moved = square / (1.0 + square)
        return base + (1.0 - base) * moved if energy > 0.0 else base - base * moved
