"""What a semantics of acceptance is: which sets of arguments can be accepted together, and what can be asked of it."""

from collections.abc import Iterator
from enum import IntFlag
from typing import Protocol

from argmap.frameworks.framework import Extension, Framework
from argmap.semantics.framework.budget import Budget


class Occurs(IntFlag):
    """The labels that an argument has in some labelling, taken together over all labellings.

    An argument is in where the extension has it, out where a member of the extension attacks it, undecided elsewhere.
    """

    NEVER = 0
    IN = 1
    OUT = 2
    UNDECIDED = 4
    UNSURE = 8
    """Time ran out before all labellings were seen: further labels may occur."""


class Acceptance(Protocol):
    """A semantics of acceptance. Its functions are pure; answers are the same on every machine and in every run."""

    @property
    def name(self) -> str:
        """What `--semantics` calls it."""

    @property
    def is_unique(self) -> bool:
        """Whether every framework has exactly one extension."""

    @property
    def is_complete(self) -> bool:
        """Whether every extension is complete: it holds just what it defends."""

    def one(self, framework: Framework, budget: Budget) -> Extension | None:
        """Return some extension, None if there is none. Raises OutOfTimeError."""

    def extensions(self, framework: Framework, budget: Budget) -> Iterator[Extension]:
        """Yield every extension once, lazily, in an order that depends on the framework alone.

        Raises OutOfTimeError between two extensions when time is up.
        """

    def count(self, framework: Framework, budget: Budget) -> int:
        """Return how many extensions there are, without listing the product of components. Raises OutOfTimeError."""

    def occurring(self, framework: Framework, budget: Budget) -> list[Occurs]:
        """Return for each argument which labels it has over all labellings.

        All `NEVER` if there is no extension. Never raises for time: what is not known by then carries `UNSURE`.
        """

    def with_argument(self, framework: Framework, argument: int, budget: Budget) -> Extension | None:
        """Return an extension that has the argument, None if none has it. Raises OutOfTimeError."""

    def without_argument(self, framework: Framework, argument: int, budget: Budget) -> Extension | None:
        """Return an extension that lacks the argument, None if all have it. Raises OutOfTimeError."""
