"""What a semantics of strength is: how a base score, and the forces of support and attack, make a strength."""

from collections.abc import Sequence
from typing import Protocol


class Strength(Protocol):
    """A semantics of strength (gradual semantics), modular: aggregation and influence (Mossakowski & Neuhaus 2018).

    Attributes:
        name: What `--semantics` calls it.
        title: What a sentence calls it, such as `DF-QuAD`.
    """

    name: str
    title: str

    def strength(self, base: float, supports: Sequence[float], attacks: Sequence[float]) -> float:
        """Return the strength in [0, 1] of a claim with this base score under supports and attacks of these forces."""
