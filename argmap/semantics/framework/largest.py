"""The largest admissible set among arguments that nothing sets against each other: what ideal and eager are made of."""

from collections.abc import Callable, Iterable
from functools import partial

from argmap.frameworks.framework import Extension, Framework
from argmap.semantics.framework import grounded
from argmap.semantics.framework.budget import Budget, OutOfTimeError
from argmap.semantics.framework.components import split
from argmap.semantics.framework.families import Family
from argmap.semantics.framework.questions import ask, occurring
from argmap.semantics.framework.theory import Literal


def largest_admissible(framework: Framework, allowed: Iterable[int]) -> list[int]:
    """Return the largest admissible subset of a conflict-free set, in ascending order; linear in the framework.

    It is unique: the union of admissible subsets of a conflict-free set is admissible.
    """
    kept = bytearray(framework.size)
    for argument in allowed:
        kept[argument] = 1
    answers = [sum(kept[item] for item in attackers) for attackers in framework.attackers]
    fallen = [
        argument
        for argument, attackers in enumerate(framework.attackers)
        if kept[argument] and not all(answers[item] for item in attackers)
    ]
    for argument in fallen:
        kept[argument] = 0
    for argument in fallen:
        for target in framework.targets[argument]:
            answers[target] -= 1
            if not answers[target]:
                lost = [item for item in framework.targets[target] if kept[item]]
                for item in lost:
                    kept[item] = 0
                fallen.extend(lost)
    return [argument for argument, stays in enumerate(kept) if stays]


def settle(
    framework: Framework,
    family: Family,
    sought: Callable[[int], Literal],
    allowed: Callable[[Framework, frozenset[int]], Iterable[int]],
    *,
    budget: Budget,
    steps: int,
) -> Extension:
    """Return the grounded extension with, for each core, the largest admissible set of what is allowed in it.

    Args:
        framework: The framework.
        family: The labellings that decide what is allowed.
        sought: The literal to look for in them, for an argument of a core.
        allowed: The arguments of a core that are allowed, given those whose literal holds in some member.
        budget: Time limit.
        steps: Steps of backtracking for each core.

    Raises:
        OutOfTimeError: Time is up.
    """
    parts = split(framework, reduced=True, budget=budget)
    found = [argument for argument, label in enumerate(parts.labels) if label == grounded.IN]
    for core in parts.cores:
        left = [sought(argument) for argument in range(core.framework.size)]
        if not ask(partial(occurring, left=left), core.framework, family, budget, steps):
            raise OutOfTimeError
        missing = {argument for argument, _ in left}
        seen = frozenset(argument for argument in range(core.framework.size) if argument not in missing)
        found.extend(core.arguments[item] for item in largest_admissible(core.framework, allowed(core.framework, seen)))
    return frozenset(found)
