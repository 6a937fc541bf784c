"""What the engine asks of whatever finds labellings: plain backtracking, or a solver."""

from collections.abc import Generator, Iterator
from typing import Protocol

from argmap.frameworks.framework import Framework
from argmap.semantics.framework.theory import UNDECIDED, Clause, Labels, Literal


class OutOfStepsError(Exception):
    """A solver has taken as many steps as it was allowed; another one may do better."""


class Solver(Protocol):
    """Finds labellings of one framework that satisfy one theory.

    Its functions raise OutOfTimeError, and OutOfStepsError if the solver was given a number of steps.
    """

    @property
    def framework(self) -> Framework:
        """The framework."""

    def require(self, clause: Clause) -> None:
        """Demand from now on that some literal of the clause holds."""

    def models(self, assume: Clause = (), some: Clause | None = None) -> Generator[Labels, None, None]:
        """Yield every labelling in which all of `assume` and, if given, one of `some` hold.

        It tries to make many of `some` hold. No other function may be called until the iterator is exhausted or closed.
        """

    def maximal(self) -> Iterator[Labels]:
        """Yield every labelling in which the set of what is in is maximal."""

    def solve(self, assume: Clause = (), some: Clause | None = None) -> Labels | None:
        """Return the first of `models`, None if there is none."""


def held(labels: Labels, kept: int) -> list[Literal]:
    """Return literals that say: what has one of the labels `kept` here has one of them."""
    return [(argument, kept) for argument, label in enumerate(labels) if label & kept]


def lost(labels: Labels, kept: int) -> list[Literal]:
    """Return literals that say of what has none of the labels `kept` here: it has one of them."""
    return [(argument, kept) for argument, label in enumerate(labels) if not label & kept]


def maximised(solver: Solver, labels: Labels, kept: int) -> Labels:
    """Go on from a labelling to one in which the arguments with one of the labels `kept` are a maximal set.

    All that have one keep one. Only what is undecided can be gained: what is out stays so, for its attacker stays in.
    """
    while gain := [(argument, kept) for argument, label in enumerate(labels) if label == UNDECIDED]:
        better = solver.solve(held(labels, kept), gain)
        if better is None:
            break
        labels = better
    return labels
