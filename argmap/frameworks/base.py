"""What a reader of frameworks gives back: the framework with the names of its arguments, or what is wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from argmap.core.source import SourceFile, Span
from argmap.frameworks.framework import Extension, Framework

if TYPE_CHECKING:
    from argmap.core.diagnostics import Diagnostic

MAX_ARGUMENTS = 10_000_000
"""More than this is refused before any memory is taken for it."""

_MAX_FINDINGS = 20
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Instance:
    """A framework as it stands in a file.

    Attributes:
        framework: Its arguments, from 0, and attacks.
        names: What the file calls each argument: words, or the numbers from 1.
    """

    framework: Framework
    names: Sequence[str] | range

    def number_of(self, name: str) -> int | None:
        """Return the number of the argument of this name, None if there is none."""
        if isinstance(self.names, range):
            is_number = name.isascii() and name.isdigit() and len(name) < 10
            return int(name) - 1 if is_number and int(name) in self.names else None
        return self.names.index(name) if name in self.names else None

    def names_of(self, extension: Extension) -> list[str]:
        """Return the names of a set of arguments, in the order of the file."""
        return [str(self.names[number]) for number in sorted(extension)]


class Reading(NamedTuple):
    """What was read: the framework, or None and what is wrong with the file."""

    instance: Instance | None
    diagnostics: "tuple[Diagnostic, ...]"


class Format(NamedTuple):
    """A form in which the competition writes frameworks.

    Attributes:
        name: What its tools call it, such as `apx`.
        title: What a sentence calls it.
        begins: Whether a text is likely in this format.
        read: Reads a text that holds no broken characters.
        has_witnesses: Whether answers are those of 2023 and later (`w 1 4`), else those of 2015 to 2021 (`[a,b]`).
    """

    name: str
    title: str
    begins: Callable[[str], bool]
    read: Callable[[SourceFile], Reading]
    has_witnesses: bool


@dataclass
class Faults:
    """Collects what is wrong with a file, up to a number that a person may want to see.

    Attributes:
        source: The file.
        found: What is wrong, in the order in which it was met.
        stopped: Whether the reader gave up.
    """

    source: SourceFile
    found: "list[Diagnostic]" = field(default_factory=list)
    stopped: bool = False

    @property
    def are_many(self) -> bool:
        """Whether there is no use in looking further."""
        return self.stopped or len(self.found) >= _MAX_FINDINGS

    def add(self, name: str, message: str, start: int, end: int, help: str | None = None) -> None:
        """Note a finding about the characters from `start` to `end`."""
        from argmap.core.diagnostics import finding

        self.found.append(finding(name, message, Span(self.source, start, end), help=help))

    def reading(self) -> Reading:
        """Return a reading that has nothing but what is wrong, in the order of the file."""
        from argmap.core.diagnostics import in_file_order

        return Reading(None, tuple(in_file_order(self.found)))


def clipped(word: str) -> str:
    """Return a word of a file for a message, cut if it is longer than a line can take."""
    return word if len(word) <= _LONGEST else f"{word[: _LONGEST - 1]}…"


def linked(size: int, attackers: Sequence[int], targets: Sequence[int]) -> Framework:
    """Make a framework from the ends of its attacks, in bulk; a repeated attack counts once.

    Args:
        size: How many arguments there are.
        attackers: The attacker of each attack, from 0.
        targets: The target of each attack, in the same order.
    """
    attackers_of: list[list[int]] = [[] for _ in range(size)]
    targets_of: list[list[int]] = [[] for _ in range(size)]
    for attacker, target in zip(attackers, targets, strict=True):
        targets_of[attacker].append(target)
        attackers_of[target].append(attacker)
    if sum(map(len, map(set, targets_of))) < len(targets):
        targets_of = [_once(items) for items in targets_of]
        attackers_of = [_once(items) for items in attackers_of]
    return Framework(attackers_of, targets_of)


def _once(items: list[int]) -> list[int]:
    return list(dict.fromkeys(items)) if len(items) > 1 else items
