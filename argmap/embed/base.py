"""What an engine is asked, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from argmap.core.diagnostics import Diagnostic
from argmap.core.source import Span
from argmap.embed.attributes import Attributes
from argmap.project import Settings

if TYPE_CHECKING:
    from argmap.core.labelling import Labelling
    from argmap.core.model import ArgumentMap

_NO_SPANS: Mapping[str, Span] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Request:
    """A block of a document that asks for a map.

    Attributes:
        attributes: What it says of the map.
        folder: The folder of the document: relative paths start there.
        place: Where the block stands, or None where the host does not say.
        body: The map's text if it stands in the block, without the indentation of the block; else None.
        body_line: The line of the document in which the body begins, from 1.
        spans: Where attributes stand, by name.
    """

    attributes: Attributes
    folder: Path
    place: Span | None = None
    body: str | None = None
    body_line: int = 1
    spans: Mapping[str, Span] = field(default_factory=lambda: _NO_SPANS)

    def span(self, name: str) -> Span | None:
        """Where an attribute stands, else where the block does."""
        return self.spans.get(name, self.place)


class Shown(NamedTuple):
    """The map of a block, as it is to be shown.

    Attributes:
        whole: The whole map.
        part: What the attributes choose of it.
        labelling: What the evaluation says, or None.
        settings: The project's settings for the map.
        inputs: Files that it was read from.
    """

    whole: "ArgumentMap"
    part: "ArgumentMap"
    labelling: "Labelling | None"
    settings: Settings
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A finished figure.

    Attributes:
        data: The picture as a file's content.
        format: `svg`, `png` or `pdf`.
        alt: The short text alternative: what the author wrote, else a sentence about the map.
        description: The full text alternative: all that the picture says, in lines.
        width, height: Natural size, in points (1/72 inch; the units of the SVG).
        notes: What the user should know of it, such as text that came out small.
    """

    data: bytes
    format: str
    alt: str
    description: str
    width: float
    height: float
    notes: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """What became of a block: a figure, or None with the errors that stopped it. Warnings go with a figure."""

    figure: Figure | None
    diagnostics: tuple[Diagnostic, ...] = ()
