"""What can be asked of a family of labellings on one core: the same questions whichever solver answers them."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from argmap.frameworks.framework import Framework
from argmap.semantics.framework.backtracking import Backtracking
from argmap.semantics.framework.budget import Budget, OutOfTimeError
from argmap.semantics.framework.families import Family
from argmap.semantics.framework.solver import OutOfStepsError, Solver
from argmap.semantics.framework.theory import Labels, Literal

Answer = TypeVar("Answer")

STEPS = 20_000
"""Steps of backtracking on one core before a solver is called in, on top of `STEPS_PER_ARGUMENT`."""
STEPS_PER_ARGUMENT = 20


def ask(
    question: Callable[[Solver, Family], Answer], framework: Framework, family: Family, budget: Budget, steps: int
) -> Answer:
    """Ask by backtracking, and if that takes too many steps by a solver from the start again.

    Args:
        question: The question, of a solver and of the family in the form for which the solver was made.
        framework: The core.
        family: What the solver is to know of.
        budget: Time limit.
        steps: How many steps of backtracking, apart from those that its size allows; 0 for the solver at once.

    Raises:
        OutOfTimeError: Time is up.
    """
    family = family.within(framework)
    if steps:
        try:
            return question(_backtracking(framework, family, budget, steps), family)
        except OutOfStepsError:
            pass
    return question(_clasp(framework, family, budget), family)


def witness(solver: Solver, family: Family, literal: Literal) -> Labels | None:
    """Return a member in which the literal holds, None if there is none."""
    argument, labels = literal
    for found in family.some(solver, [literal]):
        if found[argument] & labels:
            return found
    return None


def occurring(solver: Solver, family: Family, left: list[Literal]) -> bool:
    """Find out which literals hold in some member.

    Args:
        solver: The solver.
        family: The family.
        left: The literals. Those that were seen to hold are taken out, also if it ends with an error.

    Returns:
        Whether all members were taken into account: if not, time ran out and further literals may hold.
    """
    try:
        for found in family.some(solver, left):
            left[:] = [literal for literal in left if not found[literal[0]] & literal[1]]
    except OutOfTimeError:
        return False
    return True


def members(framework: Framework, family: Family, budget: Budget, steps: int) -> Iterator[Labels]:
    """Yield every member once: by backtracking, and what that does not find by a solver.

    Raises:
        OutOfTimeError: Time is up.
    """
    family = family.within(framework)
    seen: set[Labels] = set()
    if steps:
        try:
            solver = _backtracking(framework, family, budget, steps)
            for found in family.members(solver):
                if solver.may_run_out:
                    seen.add(found)
                yield found
            return
        except OutOfStepsError:
            pass
    for found in family.members(_clasp(framework, family, budget)):
        if found not in seen:
            yield found


def _backtracking(framework: Framework, family: Family, budget: Budget, steps: int) -> Backtracking:
    return Backtracking(framework, family.theory, budget, steps + STEPS_PER_ARGUMENT * framework.size)


def _clasp(framework: Framework, family: Family, budget: Budget) -> Solver:
    from argmap.semantics.framework.clasp import Clasp

    return Clasp(framework, family.theory, budget)
