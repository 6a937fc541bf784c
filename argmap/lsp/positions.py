"""Places in a text as editors count them: lines and columns from 0, columns in the units of an encoding."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TypeAlias

from lsprotocol.types import Position, PositionEncodingKind, Range

from argmap.core.source import SourceFile, Span

Encoding: TypeAlias = PositionEncodingKind | str
"""How an editor counts columns: in units of UTF-16 unless another one was agreed on."""

UTF_16 = PositionEncodingKind.Utf16

_LINE_END = re.compile(r"\r\n|\n|\r")


def offset_of(source: SourceFile, position: Position, encoding: Encoding = UTF_16) -> int:
    """Return the offset of a position; one beyond the end of its line or of the text counts as that end."""
    starts = _line_starts(source)
    if position.line >= len(starts):
        return len(source.text)
    start = starts[position.line]
    line = _line(source, position.line)
    if encoding == PositionEncodingKind.Utf32 or line.isascii():
        return start + min(position.character, len(line))
    left = position.character
    for column, letter in enumerate(line):
        left -= _units(letter, encoding)
        if left < 0:
            return start + column
    return start + len(line)


def position_of(source: SourceFile, offset: int, encoding: Encoding = UTF_16) -> Position:
    """Return the position of an offset."""
    starts = _line_starts(source)
    line = bisect_right(starts, offset) - 1
    before = source.text[starts[line] : offset]
    return Position(line, _units(before, encoding))


def range_of(span: Span, encoding: Encoding = UTF_16) -> Range:
    """Return the range of a span."""
    return Range(position_of(span.source, span.start, encoding), position_of(span.source, span.end, encoding))


def span_of(source: SourceFile, place: Range, encoding: Encoding = UTF_16) -> Span:
    """Return the span of a range of a source; empty if its end lies before its start."""
    start = offset_of(source, place.start, encoding)
    return Span(source, start, max(start, offset_of(source, place.end, encoding)))


def _units(text: str, encoding: Encoding) -> int:
    """How long a text is as an editor counts. Half of a surrogate pair, which only broken texts have, counts as one."""
    if text.isascii() or encoding == PositionEncodingKind.Utf32:
        return len(text)
    if encoding == PositionEncodingKind.Utf8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _line(source: SourceFile, line: int) -> str:
    """The text of a line, counted from 0, without its line end."""
    starts = _line_starts(source)
    end = starts[line + 1] if line + 1 < len(starts) else len(source.text)
    return source.text[starts[line] : end].rstrip("\r\n")


@lru_cache(maxsize=32)
def _line_starts(source: SourceFile) -> list[int]:
    """Where lines begin; a carriage return alone ends a line for an editor, though not for a `SourceFile`."""
    if source.text.count("\r") == source.text.count("\r\n"):
        return source.line_starts
    return [0, *(match.end() for match in _LINE_END.finditer(source.text))]
