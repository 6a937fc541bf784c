"""What an editor of a language does: edits that carry an operation out, the places of names, the canonical layout."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from argmap.core.diagnostics import Diagnostic, Edit
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile, Span
from argmap.editing.operations import Operation

Kind: TypeAlias = Literal["claim", "relation", "question", "group", "speaker", "source"]
"""What a name is the name of. The first four share their names; speakers and sources each have their own."""


class Edits(NamedTuple):
    """What an operation does to the text.

    Attributes:
        edits: Changes that do not overlap, by file; in an Argdown text some may be in a file that it includes.
        notes: What the user should know of what was decided on the way, a sentence each without a full stop.
    """

    edits: tuple[Edit, ...]
    notes: tuple[str, ...] = ()


class RefusedError(Exception):
    """An operation that cannot be carried out on a map; caught by whoever asked for it. Nothing was changed.

    Args:
        message: One sentence without a full stop.
        help: What to do about it, if that is likely known.
        place: What stands in the way, or None.
        findings: What would be wrong afterwards, if that is the reason.
    """

    def __init__(
        self,
        message: str,
        help: str | None = None,
        place: Span | None = None,
        findings: Sequence[Diagnostic] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        self.place = place
        self.findings = tuple(findings)


class Occurrence(NamedTuple):
    """A place at which a name stands.

    Attributes:
        span: The name alone, as it is typed: without quotes, brackets, or the place of a citation (`study` of
            `study#p3`); of `a -> b` each of the two names, or the whole if the relation has this name of its own.
        name: The id that is meant.
        kind: What it names.
        is_definition: Whether the thing is defined here rather than referred to.
        owner: Id of the claim, relation, question or group in which it stands, or None for none.
    """

    span: Span
    name: str
    kind: Kind
    is_definition: bool
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Editor:
    """How the files of a language are edited.

    Attributes:
        name: Name of the format in `argmap.formats.FORMATS`.
        edit: The edits that carry out an operation on a map, whose `origin` is the text. Raises `RefusedError`.
        occurrences: Every place at which a name stands in the text of a map, in file order.
        laid_out: A text that can be read, in the canonical layout, with every comment. Raises `RefusedError`.
    """

    name: str
    edit: Callable[[ArgumentMap, Operation], Edits]
    occurrences: Callable[[ArgumentMap], Sequence[Occurrence]]
    laid_out: Callable[[SourceFile], str]
