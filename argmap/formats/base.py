"""What a format is: how text becomes a map, and a map becomes text."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from argmap.core.diagnostics import Diagnostic
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile


class Reading(NamedTuple):
    """What reading a source gave.

    Attributes:
        map: The map, with whatever could be understood; None if nothing could.
        diagnostics: What was wrong, in file order.
    """

    map: ArgumentMap | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """A format on the roll.

    Attributes:
        name: What `--format`, `--from` and `--to` call it.
        title: What a list of formats says of it.
        suffixes: File name endings, the usual one first, each with its dot.
        read: Text to map, or None if it is only written. Never raises for what is in the text.
        write: Map to text, ending in a line end, or None if it is only read. If `shows_labels`, it takes a `Labelling`
            or None as a second argument.
        shows_labels: Whether `write` has a place for what an evaluation says.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Callable[[SourceFile], Reading] | None = None
    write: Callable[..., str] | None = None
    shows_labels: bool = False
