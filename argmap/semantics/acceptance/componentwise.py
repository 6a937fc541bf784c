"""A semantics that is given by a family of labellings, worked out for each part of the framework by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from argmap.frameworks.framework import Extension, Framework
from argmap.semantics.acceptance.base import Occurs
from argmap.semantics.framework import grounded
from argmap.semantics.framework.budget import Budget, OutOfTimeError
from argmap.semantics.framework.components import Core, Split, split
from argmap.semantics.framework.families import Family
from argmap.semantics.framework.product import combinations
from argmap.semantics.framework.questions import STEPS, ask, members, occurring, witness
from argmap.semantics.framework.theory import ANY, IN, OUT, UNDECIDED, Labels, Literal

_ANYTHING: Literal = (0, ANY)


@dataclass(frozen=True, slots=True)
class Componentwise:
    """A semantics whose extensions are the combinations of the extensions of the weakly connected parts.

    Attributes:
        name: See `Acceptance`.
        family: The labellings of one part.
        is_complete: See `Acceptance`; then what the grounded extension settles can go first.
        is_unique: See `Acceptance`.
        steps: How many steps of backtracking a part may take before a solver is called in; 0 for the solver at once.
    """

    name: str
    family: Family
    is_complete: bool = True
    is_unique: bool = False
    steps: int = STEPS

    def one(self, framework: Framework, budget: Budget) -> Extension | None:
        """See `Acceptance`."""
        return self._with(framework, split(framework, reduced=self.is_complete, budget=budget), None, _ANYTHING, budget)

    def with_argument(self, framework: Framework, argument: int, budget: Budget) -> Extension | None:
        """See `Acceptance`."""
        return self._where(framework, argument, IN, budget)

    def without_argument(self, framework: Framework, argument: int, budget: Budget) -> Extension | None:
        """See `Acceptance`."""
        return self._where(framework, argument, OUT | UNDECIDED, budget)

    def extensions(self, framework: Framework, budget: Budget) -> Iterator[Extension]:
        """See `Acceptance`."""
        parts = split(framework, reduced=self.is_complete, budget=budget)
        sources = [members(core.framework, self.family, budget, self.steps) for core in parts.cores]
        for chosen in combinations(sources):
            budget.check()
            yield _extension(parts, chosen)

    def count(self, framework: Framework, budget: Budget) -> int:
        """See `Acceptance`."""
        parts = split(framework, reduced=self.is_complete, budget=budget)
        number = 1
        for core in parts.cores:
            number *= sum(1 for _ in members(core.framework, self.family, budget, self.steps))
            if number == 0:
                break
        return number

    def occurring(self, framework: Framework, budget: Budget) -> list[Occurs]:
        """See `Acceptance`."""
        unsure = [Occurs.UNSURE] * framework.size
        try:
            parts = split(framework, reduced=self.is_complete, budget=budget)
        except OutOfTimeError:
            return unsure
        found = [_SETTLED[label] for label in parts.labels]
        exists = True
        for core in parts.cores:
            labels = self._occurring(core, budget)
            if labels[0] == Occurs.NEVER:
                return [Occurs.NEVER] * framework.size
            exists = exists and labels[0] != Occurs.UNSURE
            for argument, label in zip(core.arguments, labels, strict=True):
                found[argument] = label
        return found if exists else unsure

    def _occurring(self, core: Core, budget: Budget) -> list[Occurs]:
        left = [(argument, label) for argument in range(core.framework.size) for label in (IN, OUT, UNDECIDED)]
        try:
            sure = ask(partial(occurring, left=left), core.framework, self.family, budget, self.steps)
        except OutOfTimeError:
            sure = False
        found = [ANY] * core.framework.size
        for argument, label in left:
            found[argument] ^= label
        return [Occurs(label) if sure or label == ANY else Occurs(label) | Occurs.UNSURE for label in found]

    def _where(self, framework: Framework, argument: int, labels: int, budget: Budget) -> Extension | None:
        parts = split(framework, reduced=self.is_complete, budget=budget)
        number = parts.core_of(argument)
        if number is None:
            if not _SETTLED[parts.labels[argument]] & labels:
                return None
            return self._with(framework, parts, None, _ANYTHING, budget)
        place = list(parts.cores[number].arguments).index(argument)
        return self._with(framework, parts, number, (place, labels), budget)

    def _with(
        self, framework: Framework, parts: Split, number: int | None, literal: Literal, budget: Budget
    ) -> Extension | None:
        """Return an extension in whose core of this number the literal holds, None if there is none."""
        order = sorted(range(len(parts.cores)), key=lambda item: item != number)
        chosen: dict[int, Labels] = {}
        for item in order:
            core = parts.cores[item].framework
            sought = literal if item == number else _ANYTHING
            labels = self._witness(core, sought, budget)
            if labels is None:
                return None
            chosen[item] = labels
        return _extension(parts, [chosen[item] for item in range(len(parts.cores))])

    def _witness(self, core: Framework, sought: Literal, budget: Budget) -> Labels | None:
        return ask(partial(witness, literal=sought), core, self.family, budget, self.steps)


_SETTLED = {grounded.IN: Occurs.IN, grounded.OUT: Occurs.OUT, grounded.UNDECIDED: Occurs.NEVER}


def _extension(parts: Split, chosen: Sequence[Labels]) -> Extension:
    members = [argument for argument, label in enumerate(parts.labels) if label == grounded.IN]
    for core, labels in zip(parts.cores, chosen, strict=True):
        members.extend(argument for argument, label in zip(core.arguments, labels, strict=True) if label == IN)
    return frozenset(members)
