"""One version of an open file, as the features see it.

A feature is a plain function of a `Document` and of what the editor asks for, and returns types of `lsprotocol`, or
None or an empty list where there is nothing to say. It keeps nothing between calls and never raises for what is in a
text.

While somebody types, the text is broken half of the time. Two maps help with that:

- `document.loaded.map` is the map of the text as it is now, None where it cannot be read. Its spans are places in
  `document.source`, or in files that it includes.
- `document.sound` is the map of the last version that could be read. Its spans are places in an older text: use it for
  what is known (ids, texts, relations), never to say where something is in this version.

What must answer at every keystroke (completion) uses `document.known`, which costs nothing, instead of `loaded`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from lsprotocol.types import Location, Position, Range

from argmap.core.diagnostics import Diagnostic
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile, Span
from argmap.formats import Memory
from argmap.lsp import positions
from argmap.project import Configured

if TYPE_CHECKING:
    from argmap import pipeline

_NO_URIS: Mapping[str, str] = MappingProxyType({})
_NOT_CONFIGURED = Configured()


def _no_uris() -> Mapping[str, str]:
    return _NO_URIS


@dataclass(frozen=True, eq=False)
class Document:
    """One version of an open file.

    Attributes:
        uri: What the editor calls it.
        source: Its text; `source.unsaved` has the texts of the other open files.
        format: Name of its format in `argmap.formats.FORMATS`: `yaml`, `json`, `argdown` or `argdown-json`.
        version: The editor's number of this version.
        encoding: How the editor counts columns.
        earlier: Map of the last version before this one that could be read, or None.
        uris: What the editor calls the files that are open at present, by their real path.
        configured: The configuration that holds for it.
        memory: What the reader remembers of the version before, shared by all versions.
    """

    uri: str
    source: SourceFile
    format: str = "yaml"
    version: int | None = None
    encoding: positions.Encoding = positions.UTF_16
    earlier: ArgumentMap | None = None
    uris: Mapping[str, str] = field(default_factory=_no_uris)
    configured: Configured = _NOT_CONFIGURED
    memory: Memory = field(default_factory=Memory)

    @property
    def is_argdown(self) -> bool:
        """Whether it is an Argdown text."""
        return self.format == "argdown"

    @cached_property
    def loaded(self) -> "pipeline.Loaded":
        """The text as it was read; worked out when somebody first asks."""
        from argmap import pipeline

        return pipeline.load(self.source, self.format, self.memory)

    @cached_property
    def findings(self) -> Sequence[Diagnostic]:
        """All that `argmap check` says of the text, and of the configuration that holds for it."""
        from argmap import pipeline

        return (*self.configured.diagnostics, *pipeline.check(self.loaded, self.configured.settings))

    @property
    def sound(self) -> ArgumentMap | None:
        """The map of the last version that could be read, this one if it can."""
        return self.loaded.map or self.earlier

    @property
    def known(self) -> ArgumentMap | None:
        """The map of the last version that was read so far; nothing is read to answer this."""
        return self.sound if "loaded" in self.__dict__ else self.earlier

    def offset_of(self, position: Position) -> int:
        """Return the offset in the text of a position of the editor."""
        return positions.offset_of(self.source, position, self.encoding)

    def position_of(self, offset: int) -> Position:
        """Return the position of an offset in the text."""
        return positions.position_of(self.source, offset, self.encoding)

    def span_of(self, place: Range) -> Span:
        """Return the stretch of the text that a range of the editor means."""
        return positions.span_of(self.source, place, self.encoding)

    def range_of(self, span: Span) -> Range:
        """Return the range of a span, of this file or of one that it includes."""
        return positions.range_of(span, self.encoding)

    def location_of(self, span: Span) -> Location:
        """Return the range of a span with the file that it is in."""
        return Location(self.uri_of(span.source), self.range_of(span))

    def uri_of(self, source: SourceFile) -> str:
        """Return what the editor calls a file: this one, or one that it includes."""
        if source is self.source or source.path is None or source.path == self.source.path:
            return self.uri
        path = Path(source.path).resolve()
        return self.uris.get(str(path)) or path.as_uri()
