"""What can be folded away: sections and entries, comments, and in Argdown headings, relations and structures."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lsprotocol.types import FoldingRange, FoldingRangeKind

from argmap.lsp.documents import Document

_LINE = re.compile(r"\r\n|\n|\r")
_NATIVE_COMMENT = re.compile(r"[ \t]*#")
_ARGDOWN_COMMENT = re.compile(r"[ \t]*//")
_ITEM = re.compile(r"-(?:[ \t]|$)")
_HEADING = re.compile(r"[ \t]{0,3}(#+)[ \t]")
_ROW = re.compile(r"[ \t]*\([0-9]+\)")
_LONG_COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"===+[ \t]*")


class _Fold(NamedTuple):
    """Lines that can be folded into the first of them, counted from 0."""

    start: int
    end: int
    kind: FoldingRangeKind = FoldingRangeKind.Region


def folding(document: Document) -> list[FoldingRange]:
    """The stretches of lines that can be folded, in file order, told from the lines alone: broken text folds, too."""
    lines = _LINE.split(document.source.text)
    comment = _ARGDOWN_COMMENT if document.is_argdown else _NATIVE_COMMENT
    found = {*_comments(lines, comment), *_indented(lines, comment)}
    if document.is_argdown:
        found |= {*_front_matter(lines), *_headings(lines), *_structures(lines), *_long_comments(document.source.text)}
    by_start: dict[int, _Fold] = {}
    for fold in sorted(found):
        by_start[fold.start] = fold  # an editor folds a line in one way: the longest wins
    return [FoldingRange(start, end, kind=kind) for start, end, kind in by_start.values()]


def _comments(lines: Sequence[str], comment: re.Pattern[str]) -> Iterator[_Fold]:
    """Comments on several lines, one right below the other."""
    start = None
    for number, line in enumerate([*lines, ""]):
        if comment.match(line):
            start = number if start is None else start
        else:
            if start is not None and number - start > 1:
                yield _Fold(start, number - 1, FoldingRangeKind.Comment)
            start = None


def _indented(lines: Sequence[str], comment: re.Pattern[str]) -> Iterator[_Fold]:
    """Lines with what is indented below them; items of a list also lie below a key that stands in their column."""
    open_lines: list[tuple[int, int]] = []
    last = 0
    for number, line in enumerate(lines):
        words = line.lstrip(" \t")
        if not words.strip() or comment.match(line):
            continue
        rank = 2 * (len(line) - len(words)) + bool(_ITEM.match(words))
        yield from _closed(open_lines, rank, last)
        open_lines.append((rank, number))
        last = number
    yield from _closed(open_lines, 0, last)


def _closed(open_lines: list[tuple[int, int]], rank: int, last: int) -> Iterator[_Fold]:
    while open_lines and open_lines[-1][0] >= rank:
        _, start = open_lines.pop()
        if last > start:
            yield _Fold(start, last)


def _front_matter(lines: Sequence[str]) -> Iterator[_Fold]:
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.fullmatch(lines[first]):
        return
    for number in range(first + 1, len(lines)):
        if _FENCE.fullmatch(lines[number]):
            yield _Fold(first, number)
            return


def _headings(lines: Sequence[str]) -> Iterator[_Fold]:
    """Each heading with all up to the next one of its level or above."""
    open_headings: list[tuple[int, int]] = []
    last = 0
    for number, line in enumerate(lines):
        heading = _HEADING.match(line)
        if heading:
            yield from _closed(open_headings, len(heading[1]), last)
            open_headings.append((len(heading[1]), number))
        if line.strip():
            last = number
    yield from _closed(open_headings, 0, last)


def _structures(lines: Sequence[str]) -> Iterator[_Fold]:
    """Premise-conclusion structures: from a row `(1)` up to the next empty line that no further row follows."""
    start, last = None, 0
    for number, line in enumerate([*lines, "", ""]):
        if _ROW.match(line):
            start = number if start is None else start
        if line.strip():
            last = number
        elif start is not None and not _ROW.match(lines[number + 1] if number + 1 < len(lines) else ""):
            if last > start:
                yield _Fold(start, last)
            start = None


def _long_comments(text: str) -> Iterator[_Fold]:
    """Comments in Argdown that go over several lines."""
    line, position = 0, 0
    for found in _LONG_COMMENT.finditer(text):
        line += len(_LINE.findall(text, position, found.start()))
        height = len(_LINE.findall(found[0]))
        position = found.start()
        if height:
            yield _Fold(line, line + height, FoldingRangeKind.Comment)
