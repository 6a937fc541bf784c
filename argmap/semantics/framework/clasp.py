"""Labellings by the solver of clingo (clasp): for cores that are too hard for backtracking."""

from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.frameworks.framework import Framework
from argmap.semantics.framework.budget import Budget
from argmap.semantics.framework.theory import ANY, IN, OUT, UNDECIDED, Clause, Labels, Literal, Theory

if TYPE_CHECKING:
    from clingo import Control

_SECONDS_BETWEEN_CLOCKS = 0.1
_OPTIONS = (
    "--models=0",
    "--seed=1",
    "--parallel-mode=1",
    "--warn=none",
    "--configuration=crafty",
    "--heuristic=Domain",
)
_MAXIMAL_OPTIONS = (*_OPTIONS[:-2], "--heuristic=Domain", "--enum-mode=domRec")
"""Decide what is in first; after each labelling rule out its subsets (Gebser et al. 2013)."""


def _ignore(*_: object) -> None:
    """Remarks of the solver are for whoever writes its program."""


class Clasp:
    """A solver (see `Solver`) that hands the theory to clingo as a ground answer set program.

    Args:
        framework: The framework.
        theory: What labellings must satisfy.
        budget: Time limit.
    """

    def __init__(self, framework: Framework, theory: Theory, budget: Budget) -> None:
        from clingo import Control

        self.framework = framework
        size = framework.size
        self._theory, self._budget = theory, budget
        self._control = Control(_OPTIONS)
        self._spent: list[int] = []
        # Atoms are numbered from 1 in the order in which they are made.
        self._is_in = list(range(1, size + 1))
        self._is_out = list(range(size + 1, 2 * size + 1))
        self._is_undecided = list(range(2 * size + 1, 3 * size + 1))
        self._add_program(self._control)

    def _add_program(self, control: "Control") -> None:
        with control.backend() as backend:
            for _ in range(3 * self.framework.size):
                backend.add_atom()
            backend.add_rule(self._is_in, choice=True)
            for head, body in self._rules(self._theory):
                backend.add_rule([head] if head else [], body)

    def _rules(self, theory: Theory) -> Iterator[tuple[int, Sequence[int]]]:
        """The program: head (0 for none) and body of each rule."""
        is_in, is_out, is_undecided = self._is_in, self._is_out, self._is_undecided
        for argument, attackers in enumerate(self.framework.attackers):
            here_in, here_out = is_in[argument], is_out[argument]
            targets = self.framework.targets[argument]
            yield is_undecided[argument], [-here_in, -here_out]
            yield 0, [here_in, here_out]
            for attacker in attackers:
                yield here_out, [is_in[attacker]]
                if theory.defended:
                    yield 0, [here_in, -is_out[attacker]]
            if theory.closed:
                yield 0, [-here_in, *(is_out[attacker] for attacker in attackers)]
            if theory.decided:
                yield 0, [is_undecided[argument]]
            if theory.saturated and argument not in attackers:
                yield 0, [is_undecided[argument], *(-is_in[target] for target in targets)]

    def require(self, clause: Clause) -> None:
        """See `Solver`."""
        if any(labels == ANY for _, labels in clause):
            return
        with self._control.backend() as backend:
            backend.add_rule([], [-self._literal(item) for item in clause])

    def solve(self, assume: Clause = (), some: Clause | None = None) -> Labels | None:
        """See `Solver`."""
        found = self.models(assume, some)
        first = next(found, None)
        found.close()
        return first

    def models(self, assume: Clause = (), some: Clause | None = None) -> Generator[Labels, None, None]:
        """See `Solver`."""
        from clingo.backend import HeuristicType

        self._budget.check()
        # Switches of earlier clauses stay off: they would only make two models of one.
        assumptions = [*self._spent, *(self._literal(item) for item in assume)]
        if some is not None and not any(labels == ANY for _, labels in some):
            with self._control.backend() as backend:
                switch = backend.add_atom()
                backend.add_rule([switch], choice=True)
                literals = [self._literal(item) for item in some]
                backend.add_rule([], [switch, *(-literal for literal in literals)])
                # Guess so that many of them hold: fewer labellings are needed to see all that can be.
                for literal in literals:
                    backend.add_heuristic(abs(literal), HeuristicType.Sign, 1 if literal > 0 else -1, 1, [switch])
            assumptions.append(switch)
            self._spent.append(-switch)
        yield from self._run(self._control, assumptions)

    def maximal(self) -> Iterator[Labels]:
        """See `Solver`. What is required is not taken into account."""
        from clingo import Control
        from clingo.backend import HeuristicType

        control = Control(_MAXIMAL_OPTIONS, logger=_ignore)
        self._add_program(control)
        with control.backend() as backend:
            for atom in self._is_in:
                backend.add_heuristic(atom, HeuristicType.True_, 1, 1, [])
        yield from self._run(control, [])

    def _run(self, control: "Control", assumptions: Sequence[int]) -> Generator[Labels, None, None]:
        with control.solve(assumptions, yield_=True, async_=True) as handle:
            while True:
                handle.resume()
                while not handle.wait(min(_SECONDS_BETWEEN_CLOCKS, self._budget.left or _SECONDS_BETWEEN_CLOCKS)):
                    self._budget.check()
                model = handle.model()
                if model is None:
                    return
                yield self._labels([argument for argument, atom in enumerate(self._is_in) if model.is_true(atom)])
                self._budget.check()

    def _literal(self, item: Literal) -> int:
        argument, labels = item
        if labels in {IN, ANY ^ IN}:
            return self._is_in[argument] if labels == IN else -self._is_in[argument]
        if labels in {OUT, ANY ^ OUT}:
            return self._is_out[argument] if labels == OUT else -self._is_out[argument]
        return self._is_undecided[argument] if labels == UNDECIDED else -self._is_undecided[argument]

    def _labels(self, members: list[int]) -> Labels:
        labels = bytearray([UNDECIDED]) * self.framework.size
        for member in members:
            for target in self.framework.targets[member]:
                labels[target] = OUT
        for member in members:
            labels[member] = IN
        return bytes(labels)
