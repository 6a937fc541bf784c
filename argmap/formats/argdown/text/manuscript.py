"""The text of a file with the texts that it includes, and the way back from there to places in the files."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from argmap.core.source import SourceFile, Span
from argmap.formats.argdown.text.syntax import Place


class Piece(NamedTuple):
    """A stretch of a manuscript that comes from one file: it begins at `start`, in the file at `offset`."""

    start: int
    source: SourceFile
    offset: int


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A text to be parsed.

    Attributes:
        text: All of it, with the line ends of the files.
        pieces: Where it comes from, in order; the first begins at 0.
    """

    text: str
    pieces: tuple[Piece, ...]

    @property
    def source(self) -> SourceFile:
        """The file itself."""
        return self.pieces[0].source

    def span(self, place: Place) -> Span:
        """The same stretch in its file; one that runs over the end of an included file is cut there."""
        number = bisect_right(self.pieces, place.start, key=lambda piece: piece.start) - 1
        piece = self.pieces[number]
        end = place.end
        if number + 1 < len(self.pieces):
            end = max(min(end, self.pieces[number + 1].start), place.start)
        shift = piece.offset - piece.start
        return Span(piece.source, place.start + shift, min(end + shift, len(piece.source.text)))
