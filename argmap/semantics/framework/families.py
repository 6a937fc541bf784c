"""Families of labellings: all that satisfy a theory, or those of them that are maximal in what they settle."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from argmap.frameworks.framework import Framework
from argmap.semantics.framework.circles import has_odd_circle
from argmap.semantics.framework.lemmas import additions
from argmap.semantics.framework.solver import Solver, held, lost, maximised
from argmap.semantics.framework.theory import IN, STABLE_SETS, UNDECIDED, Clause, Labels, Theory


class Family(Protocol):
    """Labellings of a framework, found by a solver for the family's theory that is used for nothing else."""

    @property
    def theory(self) -> Theory:
        """What the labellings satisfy, among other things."""

    def within(self, framework: Framework) -> "Family":
        """Return the family in the simplest form that comes to the same in this framework."""

    def members(self, solver: Solver) -> Iterator[Labels]:
        """Yield every member once."""

    def some(self, solver: Solver, wanted: Clause) -> Iterator[Labels]:
        """Yield members until none is left in which a literal holds that is wanted by then.

        Whoever asks must take the literals that hold in a member out of `wanted` before asking for the next.
        """


@dataclass(frozen=True, slots=True)
class All:
    """All labellings that satisfy a theory."""

    theory: Theory

    def within(self, framework: Framework) -> Family:
        """See `Family`."""
        return self

    def members(self, solver: Solver) -> Iterator[Labels]:
        """See `Family`."""
        return solver.models()

    def some(self, solver: Solver, wanted: Clause) -> Iterator[Labels]:
        """See `Family`."""
        undecided = any(labels == UNDECIDED for _, labels in wanted)
        if undecided and self.theory.allows_nothing(solver.framework.attackers):
            yield bytes([UNDECIDED]) * solver.framework.size
        while wanted:
            found = solver.solve(some=wanted)
            if found is None:
                return
            yield found


@dataclass(frozen=True, slots=True)
class Maximal:
    """The labellings whose arguments with one of the labels `kept` are a maximal set, among those of a theory."""

    theory: Theory
    kept: int

    def within(self, framework: Framework) -> Family:
        """See `Family`. Without odd circles, the maximal ones are the stable ones (Dung 1995)."""
        return self if has_odd_circle(framework) else All(STABLE_SETS)

    def members(self, solver: Solver) -> Iterator[Labels]:
        """See `Family`."""
        if self.kept == IN:
            yield from solver.maximal()
            return
        while found := solver.solve():
            best = maximised(solver, found, self.kept)
            yield from solver.models(held(best, self.kept))
            solver.require(lost(best, self.kept))

    def some(self, solver: Solver, wanted: Clause) -> Iterator[Labels]:
        """See `Family`."""
        while wanted:
            found = solver.solve(some=wanted)
            if found is None:
                return
            best = maximised(solver, found, self.kept)
            yield best
            if self.kept == IN and self.theory.defended:
                for lemma in additions(solver.framework, found, best):
                    solver.require(lemma)
                continue
            while wanted and (found := solver.solve(held(best, self.kept), wanted)):
                yield found
            solver.require(lost(best, self.kept))
