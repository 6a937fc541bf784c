"""A semantics that gives every framework exactly one extension."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from argmap.frameworks.framework import Extension, Framework
from argmap.semantics.acceptance.base import Occurs
from argmap.semantics.framework.budget import Budget, OutOfTimeError
from argmap.semantics.framework.questions import STEPS


@dataclass(frozen=True, slots=True)
class Unique:
    """A semantics that is given by its one extension.

    Attributes:
        name: See `Acceptance`.
        find: Finds the extension; takes the steps of backtracking as its last argument.
        is_unique: See `Acceptance`.
        is_complete: See `Acceptance`.
        steps: How many steps of backtracking a part may take before a solver is called in; 0 for the solver at once.
    """

    name: str
    find: Callable[[Framework, Budget, int], Extension]
    is_unique: bool = True
    is_complete: bool = True
    steps: int = STEPS

    def one(self, framework: Framework, budget: Budget) -> Extension:
        """See `Acceptance`."""
        return self.find(framework, budget, self.steps)

    def extensions(self, framework: Framework, budget: Budget) -> Iterator[Extension]:
        """See `Acceptance`."""
        yield self.one(framework, budget)

    def count(self, framework: Framework, budget: Budget) -> int:
        """See `Acceptance`."""
        return 1

    def occurring(self, framework: Framework, budget: Budget) -> list[Occurs]:
        """See `Acceptance`."""
        try:
            extension = self.one(framework, budget)
        except OutOfTimeError:
            return [Occurs.UNSURE] * framework.size
        found = [Occurs.UNDECIDED] * framework.size
        for argument in extension:
            found[argument] = Occurs.IN
            for target in framework.targets[argument]:
                found[target] = Occurs.OUT
        return found

    def with_argument(self, framework: Framework, argument: int, budget: Budget) -> Extension | None:
        """See `Acceptance`."""
        extension = self.one(framework, budget)
        return extension if argument in extension else None

    def without_argument(self, framework: Framework, argument: int, budget: Budget) -> Extension | None:
        """See `Acceptance`."""
        extension = self.one(framework, budget)
        return None if argument in extension else extension
