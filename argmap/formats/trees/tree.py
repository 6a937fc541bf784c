"""The shape that YAML and JSON share: scalars, lists and mappings, each with its place in the text."""

from typing import NamedTuple, TypeAlias

from argmap.core.diagnostics import Diagnostic

MAX_DEPTH = 50
"""Nesting beyond which a file is refused; a map needs seven levels."""

MAX_CHARACTERS = 32_000_000
"""Length beyond which a file is refused: about 150,000 claims."""


class Scalar(NamedTuple):
    """A single value as it was typed; `plain` is False where it stood in quotes or in a block."""

    value: str
    start: int
    end: int
    plain: bool

    @property
    def is_null(self) -> bool:
        """Whether nothing was typed, or one of YAML's words for nothing."""
        return self.plain and self.value in ("", "~", "null")


class Sequence(NamedTuple):
    """A list."""

    items: "list[Node]"
    start: int
    end: int


class Table(NamedTuple):
    """A mapping with its pairs as they stand, repeated keys included."""

    pairs: "list[tuple[Scalar, Node]]"
    start: int
    end: int


Node: TypeAlias = Scalar | Sequence | Table


class RefusedError(Exception):
    """Stops the reading of a text; caught where the tree is handed on.

    Args:
        diagnostic: The finding that says why.
    """

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
