"""The parts of a framework that have nothing to do with each other, and what is left to decide of each."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.frameworks.framework import Framework
from argmap.semantics.framework.budget import Budget
from argmap.semantics.framework.grounded import UNDECIDED, grounded_labels


@dataclass(frozen=True, slots=True)
class Core:
    """A weakly connected part of a framework, renumbered.

    Attributes:
        arguments: The numbers that its arguments have in the whole framework, in ascending order.
        framework: The part by itself.
    """

    arguments: Sequence[int]
    framework: Framework


@dataclass(frozen=True, slots=True)
class Split:
    """A framework cut into what is settled and its cores.

    Attributes:
        labels: For each argument its grounded label if that settles it, else `UNDECIDED`.
        cores: The parts that are left, by their first argument.
    """

    labels: bytearray
    cores: Sequence[Core]

    def core_of(self, argument: int) -> int | None:
        """The number of the core that has the argument, None if the argument is settled."""
        for number, core in enumerate(self.cores):
            at = bisect_left(core.arguments, argument)
            if at < len(core.arguments) and core.arguments[at] == argument:
                return number
        return None


def split(framework: Framework, *, reduced: bool, budget: Budget) -> Split:
    """Cut a framework into its weakly connected parts.

    Args:
        framework: The framework.
        reduced: First take away what the grounded extension settles: its members and all that they attack (the
            reduct of Baumann, Brewka & Ulbricht 2020). Right for semantics whose every extension is complete.
        budget: Time limit.

    Raises:
        OutOfTimeError: Time is up.
    """
    labels = grounded_labels(framework) if reduced else bytearray(framework.size)
    place = [-1] * framework.size
    cores = []
    for first, label in enumerate(labels):
        if label != UNDECIDED or place[first] >= 0:
            continue
        budget.check()
        cores.append(_core(framework, labels, place, first))
    return Split(labels, cores)


def _core(framework: Framework, labels: bytearray, place: list[int], first: int) -> Core:
    """The part that holds `first`. `place` gets the new number of each of its arguments."""
    place[first] = 0
    arguments = [first]
    for argument in arguments:
        for neighbours in (framework.attackers[argument], framework.targets[argument]):
            for other in neighbours:
                if place[other] < 0 and labels[other] == UNDECIDED:
                    place[other] = 0
                    arguments.append(other)
    arguments.sort()
    for number, argument in enumerate(arguments):
        place[argument] = number
    return Core(
        arguments,
        Framework(
            [[place[item] for item in framework.attackers[old] if labels[item] == UNDECIDED] for old in arguments],
            [[place[item] for item in framework.targets[old] if labels[item] == UNDECIDED] for old in arguments],
        ),
    )
