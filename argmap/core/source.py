"""A text that was read, and places in it."""

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


def _no_texts() -> Mapping[str, str]:
    return _NO_TEXTS


@dataclass(frozen=True, eq=False)
class SourceFile:
    """A text with the name under which it is shown.

    Attributes:
        name: What messages call it: a path as the user typed it, or `<stdin>`.
        text: The whole text, with line ends as they stand in the file.
        path: Where it lies, or None if it did not come from a file.
        unsaved: Texts of other files that count instead of what the disk has, by their real path: those that are open
            in an editor, or about to be written.
    """

    name: str
    text: str
    path: str | None = None
    unsaved: Mapping[str, str] = field(default_factory=_no_texts, repr=False)

    @property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins; computed at the first use."""
        found = self.__dict__.get("_line_starts")
        if found is None:
            found = [0]
            position = self.text.find("\n")
            while position >= 0:
                found.append(position + 1)
                position = self.text.find("\n", position + 1)
            self.__dict__["_line_starts"] = found
        starts: list[int] = found
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both counted from 1, the column in characters."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """Return the text of a line, counted from 1, without its line end."""
        starts = self.line_starts
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")


class Span(NamedTuple):
    """A stretch of a source, from `start` up to but not including `end`, in characters."""

    source: SourceFile
    start: int
    end: int

    @property
    def line(self) -> int:
        """The line of the first character, from 1."""
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        """The column of the first character, from 1."""
        return self.source.position(self.start)[1]

    @property
    def text(self) -> str:
        """The characters of the span."""
        return self.source.text[self.start : self.end]


class LazySpans(Mapping[str, Span]):
    """Spans by the name of a part, worked out when somebody first asks, as few parts are ever pointed at."""

    __slots__ = ("_made",)

    def __init__(self) -> None:
        self._made: Mapping[str, Span] | None = None

    @abstractmethod
    def _make(self) -> Mapping[str, Span]:
        """Work the spans out."""

    def _spans(self) -> Mapping[str, Span]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __getitem__(self, name: str) -> Span:
        return self._spans()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans())

    def __len__(self) -> int:
        return len(self._spans())
