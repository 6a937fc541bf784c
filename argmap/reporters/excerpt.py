"""Lines of a source with marks under them, as a text report shows them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from argmap.core.source import SourceFile, Span
from argmap.reporters.glyphs import Cell, cells, visible
from argmap.reporters.paint import BOLD, FRAME, paint


class Mark(NamedTuple):
    """A place to point at.

    Attributes:
        span: The place.
        sign: What to draw under it, `^` or `-`.
        colour: The colour of the sign and the text.
        text: What to say of it, or empty.
    """

    span: Span
    sign: str
    colour: str
    text: str = ""


class _Stroke(NamedTuple):
    """The part of a mark that lies on one line, as offsets in the source."""

    line: int
    start: int
    end: int
    sign: str
    colour: str
    text: str


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of a line that is shown: `row` holds the cells of the characters from offset `start` on."""

    start: int
    row: tuple[Cell, ...]
    cut_left: bool = False
    cut_right: bool = False

    @property
    def text(self) -> str:
        shown = "".join(cell.shown for cell in self.row).rstrip()
        return f"{'…' if self.cut_left else ''}{shown}{'…' if self.cut_right else ''}"

    def columns(self, start: int, end: int) -> tuple[int, int]:
        """Where a stroke begins, in cells from the left edge, and how wide it is (at least 1)."""
        first, last = max(0, start - self.start), max(0, end - self.start)
        before = sum(cell.width for cell in self.row[:first])
        width = sum(cell.width for cell in self.row[first:last])
        return before + self.cut_left, max(1, width)


def excerpt(marks: Iterable[Mark], *, width: int, colour: bool, margin: int) -> Iterator[str]:
    """Yield the marked lines of one source, top to bottom, each with its marks under it.

    Args:
        marks: Places in the same source.
        width: Cells that a line may take, without the gutter.
        colour: Whether to use terminal colours.
        margin: Width of the line numbers, see `margin_of`.
    """
    found = list(marks)
    if not found:
        return
    source = found[0].span.source
    edge = paint(f"{'':{margin}} |", FRAME, colour)
    yield edge
    strokes = sorted((part for mark in found for part in _strokes(mark)), key=lambda part: part.line)
    previous: int | None = None
    for line, together in groupby(strokes, key=lambda part: part.line):
        if previous is not None and line > previous + 1:
            yield paint("...", FRAME, colour)
        previous = line
        for window, parts in _windows(source, line, list(together), width):
            number = paint(f"{line:{margin}} |", FRAME, colour)
            yield f"{number} {window.text}".rstrip()
            for part in parts:
                yield f"{edge} {_underline(window, part, colour)}"


def margin_of(spans: Iterable[Span]) -> int:
    """Return how many digits the highest line number of some places takes."""
    lines = [span.source.position(_last(span))[0] for span in spans]
    return len(str(max(lines, default=1)))


def _last(span: Span) -> int:
    return max(span.start, span.end - 1)


def _bounds(source: SourceFile, line: int) -> tuple[int, int]:
    starts, text = source.line_starts, source.text
    end = starts[line] - 1 if line < len(starts) else len(text)
    if end > starts[line - 1] and text[end - 1] == "\r":
        end -= 1
    return starts[line - 1], end


def _strokes(mark: Mark) -> list[_Stroke]:
    """Split a mark at line ends: only its first and last line are drawn, the last with the text."""
    source, start, end = mark.span
    first, last = source.position(start)[0], source.position(_last(mark.span))[0]
    if first == last:
        return [_Stroke(first, start, end, mark.sign, mark.colour, mark.text)]
    begin, stop = _bounds(source, last)
    while begin < stop and source.text[begin] in " \t":
        begin += 1
    top = _Stroke(first, start, max(start + 1, _bounds(source, first)[1]), mark.sign, mark.colour, "")
    return [top, _Stroke(last, begin, min(end, stop), mark.sign, mark.colour, mark.text)]


def _windows(
    source: SourceFile, line: int, strokes: list[_Stroke], width: int
) -> Iterator[tuple[_Window, list[_Stroke]]]:
    """Yield a line once if it is short enough, else once for each stroke, trimmed around it."""
    strokes.sort(key=lambda part: (part.start, part.sign))
    start, end = _bounds(source, line)
    if end - start <= width:
        row = tuple(cells(source.text[start:end]))
        if sum(cell.width for cell in row) <= width:
            yield _Window(start, row), strokes
            return
    for stroke in strokes:
        yield _trimmed(source.text, start, end, stroke, width), [stroke]


def _trimmed(text: str, start: int, end: int, stroke: _Stroke, width: int) -> _Window:
    begin = start
    if stroke.end - start > width or sum(cell.width for cell in cells(text[start : stroke.end])) > width - 12:
        begin = max(start, min(stroke.start - width // 3, end - width // 2))
    row: list[Cell] = []
    room = width - 2
    for cell in cells(text[begin : min(end, begin + 4 * width)]):
        room -= cell.width
        if room < 0:
            break
        row.append(cell)
    return _Window(begin, tuple(row), begin > start, begin + len(row) < end)


def _underline(window: _Window, stroke: _Stroke, colour: bool) -> str:
    indent, length = window.columns(stroke.start, stroke.end)
    sign = paint(stroke.sign * length, stroke.colour, colour)
    text = paint(visible(stroke.text), BOLD if stroke.sign == "^" else stroke.colour, colour)
    return f"{' ' * indent}{sign} {text}".rstrip()
