"""Labellings by backtracking with propagation: no start-up cost, so the right thing for the many small cores."""

import sys
from collections.abc import Generator, Iterator, Sequence

from argmap.frameworks.framework import Framework
from argmap.semantics.framework.budget import Budget
from argmap.semantics.framework.solver import OutOfStepsError, lost, maximised
from argmap.semantics.framework.theory import ANY, IN, OUT, UNDECIDED, Clause, Labels, Literal, Theory

_NOT_IN, _NOT_OUT, _DECIDED = OUT | UNDECIDED, IN | UNDECIDED, IN | OUT
_STEPS_BETWEEN_CLOCKS = 1000
_FRUITFUL = 10_000
"""Labellings in one enumeration after which nothing counts steps any more: a solver would hardly do better."""


class Backtracking:
    """A solver (see `Solver`) that keeps for each argument the labels that it may still have.

    Args:
        framework: The framework.
        theory: What labellings must satisfy.
        budget: Time limit.
        steps: How many times the labels of an argument may be narrowed before it gives up; in an enumeration, from one
            labelling to the next.
    """

    def __init__(self, framework: Framework, theory: Theory, budget: Budget, steps: int) -> None:
        self.framework = framework
        size = framework.size
        self._attackers, self._targets = framework.attackers, framework.targets
        self._theory, self._budget = theory, budget
        self._allowed = self._steps = steps
        self._clock = steps - _STEPS_BETWEEN_CLOCKS
        self._may = bytearray([_DECIDED if theory.decided else ANY]) * size
        self._trail: list[tuple[int, int, int]] = []
        self._head = 0
        # How many attackers may still be in, how many may still be something else than out, and how many targets
        # may still be in.
        self._in_attackers = [len(items) for items in self._attackers]
        self._open_attackers = list(self._in_attackers)
        self._in_targets = [len(items) for items in self._targets]
        self._clauses: list[Clause] = []
        self._open_literals: list[int] = []
        self._clauses_of: dict[int, list[tuple[int, int]]] = {}
        self._order: list[Literal] = [
            (argument, IN)
            for argument in sorted(range(size), key=lambda one: -self._in_attackers[one] - self._in_targets[one])
        ]
        self._consistent = self._start() and self._propagate()

    def _start(self) -> bool:
        for argument, attackers in enumerate(self._attackers):
            if argument in attackers and not self._narrow(argument, _NOT_IN):
                return False
            if not attackers and not self._narrow(argument, IN if self._theory.closed else _NOT_OUT):
                return False
            if not self._targets[argument] and self._theory.saturated and not self._narrow(argument, _DECIDED):
                return False
        return True

    def require(self, clause: Clause) -> None:
        """See `Solver`."""
        self._consistent = self._consistent and self._add(clause) and self._propagate()

    def solve(self, assume: Clause = (), some: Clause | None = None) -> Labels | None:
        """See `Solver`."""
        found = self.models(assume, some)
        first = next(found, None)
        found.close()
        return first

    def maximal(self) -> Iterator[Labels]:
        """See `Solver`."""
        while found := self.solve():
            best = maximised(self, found, IN)
            yield best
            self.require(lost(best, IN))

    def models(self, assume: Clause = (), some: Clause | None = None) -> Generator[Labels, None, None]:
        """See `Solver`."""
        if not self._consistent:
            return
        start, clauses = len(self._trail), len(self._clauses)
        try:
            if all(self._narrow(*literal) for literal in assume) and (some is None or self._add(some)):
                yield from self._search([*(some or ()), *self._order])
        finally:
            self._undo(start)
            if len(self._clauses) > clauses:
                self._drop_clause()

    def _search(self, order: list[Literal]) -> Iterator[Labels]:
        """Decide literals in this order; what is left when all are decided follows from them."""
        may = self._may
        decisions: list[tuple[int, int]] = []
        at = found = 0
        while True:
            if self._propagate():
                while at < len(order):
                    argument, labels = order[at]
                    if may[argument] & labels and may[argument] & ~labels:
                        break
                    at += 1
                else:
                    yield bytes(may)
                    found += 1
                    self._renew_steps(found)
                if at < len(order):
                    decisions.append((len(self._trail), at))
                    self._narrow(*order[at])
                    continue
            if not decisions:
                return
            start, at = decisions.pop()
            self._undo(start)
            argument, labels = order[at]
            self._narrow(argument, ANY ^ labels)

    def _narrow(self, argument: int, labels: int) -> bool:
        """Leave the argument only these labels; False if none of them is left."""
        old = self._may[argument]
        new = old & labels
        if new != old and new:
            self._may[argument] = new
            self._trail.append((argument, old, new))
        return new != 0

    def _undo(self, start: int) -> None:
        """Take back all that was narrowed since the trail had this length."""
        trail, may = self._trail, self._may
        while len(trail) > start:
            argument, old, new = trail.pop()
            if len(trail) < self._head:
                self._count(argument, old, new, 1)
            may[argument] = old
        self._head = min(self._head, start)

    def _count(self, argument: int, old: int, new: int, step: int) -> None:
        """Bring the counters up to date with the narrowing of an argument (-1), or take that back (1)."""
        lost = old & ~new
        if lost & IN:
            for target in self._targets[argument]:
                self._in_attackers[target] += step
            if self._theory.saturated:
                for attacker in self._attackers[argument]:
                    self._in_targets[attacker] += step
        if new == OUT:
            for target in self._targets[argument]:
                self._open_attackers[target] += step
        if argument in self._clauses_of:
            for number, labels in self._clauses_of[argument]:
                if old & labels and not new & labels:
                    self._open_literals[number] += step

    def _propagate(self) -> bool:
        """Draw all conclusions of single conditions; False on a contradiction."""
        trail = self._trail
        while self._head < len(trail):
            argument, old, new = trail[self._head]
            self._head += 1
            self._steps -= 1
            if self._steps <= self._clock:
                self._look_at_the_clock()
            self._count(argument, old, new, -1)
            if not self._conclude(argument, old, new):
                return False
        return True

    @property
    def may_run_out(self) -> bool:
        """Whether it may still run out of steps."""
        return self._allowed < sys.maxsize

    def _renew_steps(self, found: int) -> None:
        if found == _FRUITFUL:
            self._allowed = sys.maxsize
        since_clock = self._steps - self._clock
        self._steps = self._allowed
        self._clock = self._steps - since_clock

    def _look_at_the_clock(self) -> None:
        self._clock = self._steps - _STEPS_BETWEEN_CLOCKS
        self._budget.check()
        if self._steps <= 0:
            raise OutOfStepsError

    def _conclude(self, argument: int, old: int, new: int) -> bool:
        lost = old & ~new
        return (
            (new != IN or self._after_in(argument))
            and (not lost & OUT or self._after_not_out(argument))
            and (not lost & IN or self._after_not_in(argument))
            and (new != OUT or self._after_out(argument))
            and (new != UNDECIDED or not self._theory.saturated or self._see_saturated(argument))
            and (argument not in self._clauses_of or self._see_clauses(argument))
        )

    def _after_in(self, argument: int) -> bool:
        return self._narrow_all(self._targets[argument], OUT) and (
            not self._theory.defended or self._narrow_all(self._attackers[argument], OUT)
        )

    def _after_not_out(self, argument: int) -> bool:
        return self._narrow_all(self._attackers[argument], _NOT_IN) and (
            not self._theory.defended or self._narrow_all(self._targets[argument], _NOT_IN)
        )

    def _after_not_in(self, argument: int) -> bool:
        for target in self._targets[argument]:
            if self._in_attackers[target] < 2 and not self._see_attacked(target):
                return False
        if self._theory.saturated:
            for attacker in self._attackers[argument]:
                if not self._see_saturated(attacker):
                    return False
        return not self._theory.closed or self._see_closed(argument)

    def _after_out(self, argument: int) -> bool:
        if self._theory.closed:
            for target in self._targets[argument]:
                if self._open_attackers[target] < 2 and not self._see_closed(target):
                    return False
        return self._see_attacked(argument)

    def _see_attacked(self, argument: int) -> bool:
        """What is out has an attacker that is in."""
        number = self._in_attackers[argument]
        if number == 0:
            return self._narrow(argument, _NOT_OUT)
        if number == 1 and self._may[argument] == OUT:
            return self._narrow_first(self._attackers[argument], IN)
        return True

    def _see_closed(self, argument: int) -> bool:
        """What is not in has an attacker that is not out."""
        number = self._open_attackers[argument]
        if number == 0:
            return self._narrow(argument, IN)
        if number == 1 and not self._may[argument] & IN:
            return self._narrow_first(self._attackers[argument], _NOT_OUT)
        return True

    def _see_saturated(self, argument: int) -> bool:
        """What is undecided attacks itself or something that is in."""
        number = self._in_targets[argument]
        if number > 1 or argument in self._targets[argument]:
            return True
        if number == 0:
            return self._narrow(argument, _DECIDED)
        if self._may[argument] == UNDECIDED:
            return self._narrow_first(self._targets[argument], IN)
        return True

    def _narrow_all(self, arguments: Sequence[int], labels: int) -> bool:
        """Leave all these arguments only these labels; False if one has none of them left."""
        may = self._may
        for argument in arguments:
            old = may[argument]
            new = old & labels
            if new != old:
                if not new:
                    return False
                may[argument] = new
                self._trail.append((argument, old, new))
        return True

    def _narrow_first(self, arguments: Sequence[int], labels: int) -> bool:
        """Give these labels to the first argument that may have one of them; False if none may."""
        for argument in arguments:
            if self._may[argument] & labels:
                return self._narrow(argument, labels)
        return False

    def _see_clauses(self, argument: int) -> bool:
        return all(self._see_clause(number) for number, _ in self._clauses_of[argument])

    def _see_clause(self, number: int) -> bool:
        if self._open_literals[number] > 1:
            return True
        for argument, labels in self._clauses[number]:
            if self._may[argument] & labels:
                return self._narrow(argument, labels)
        return False

    def _add(self, clause: Clause) -> bool:
        number = len(self._clauses)
        # The counters know only what has been propagated: bring them level before the literals are counted.
        level = self._propagate()
        self._clauses.append(clause)
        self._open_literals.append(sum(1 for argument, labels in clause if self._may[argument] & labels))
        for argument, labels in clause:
            self._clauses_of.setdefault(argument, []).append((number, labels))
        return level and self._see_clause(number)

    def _drop_clause(self) -> None:
        self._open_literals.pop()
        for argument, _ in self._clauses.pop():
            self._clauses_of[argument].pop()
