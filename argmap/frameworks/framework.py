"""The framework itself: arguments by number, and who attacks whom."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Extension: TypeAlias = frozenset[int]
"""A set of arguments that can be accepted together, in the sense of some semantics."""


@dataclass(frozen=True, slots=True)
class Framework:
    """Arguments 0 to n-1 and the attacks between them (Dung 1995). Each attack stands once in both lists.

    Attributes:
        attackers: For each argument the arguments that attack it.
        targets: For each argument the arguments that it attacks.
    """

    attackers: Sequence[Sequence[int]]
    targets: Sequence[Sequence[int]]

    @classmethod
    def of(cls, size: int, attacks: Iterable[tuple[int, int]]) -> "Framework":
        """Make a framework of `size` arguments from (attacker, target) pairs; repeated pairs count once."""
        attackers: list[list[int]] = [[] for _ in range(size)]
        targets: list[list[int]] = [[] for _ in range(size)]
        for attacker, target in dict.fromkeys(attacks):
            attackers[target].append(attacker)
            targets[attacker].append(target)
        return cls(attackers, targets)

    @property
    def size(self) -> int:
        """How many arguments there are."""
        return len(self.attackers)

    def attacks(self) -> Iterator[tuple[int, int]]:
        """All attacks as (attacker, target), by attacker."""
        for attacker, targets in enumerate(self.targets):
            for target in targets:
                yield attacker, target
