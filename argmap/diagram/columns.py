"""Styled words in a column of a terminal: harmless characters, widths of any script, wrapping, and colour."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wcwidth import iter_graphemes, wcswidth

from argmap.diagram import measure

_NO_LINE_START = frozenset("、。，．！？：；）］｝」』】〉》’”…ーぁぃぅぇぉっゃゅょァィゥェォッャュョ")
_RESET = "\x1b[0m"


class Run(NamedTuple):
    """Words in one style.

    Attributes:
        text: The words; outer spaces separate them from their neighbours.
        style: SGR parameters such as `1;32`, empty for the terminal's own style.
    """

    text: str
    style: str = ""


class _Piece(NamedTuple):
    """What is never broken unless it is wider than a line."""

    text: str
    style: str
    width: int
    spaced: bool


def clean(text: str) -> str:
    """Return a text in one line in which no character can steer a terminal or reorder what stands beside it."""
    return " ".join(measure.clean(text).split())


def columns(text: str) -> int:
    """How many columns a cleaned text takes."""
    return len(text) if text.isascii() else max(0, wcswidth(text))


def wrap(runs: Iterable[Run], width: int) -> list[list[Run]]:
    """Break styled words into lines of at most `width` columns.

    Lines break at spaces and between wide characters; what is wider than a line breaks between graphemes.

    Args:
        runs: Words, cleaned.
        width: Columns of a line, at least 2.

    Returns:
        The lines, at least one.
    """
    lines: list[list[Run]] = [[]]
    used = 0
    for piece in _pieces(runs):
        for text, size, spaced in _fit(piece, width):
            gap = 1 if spaced and used else 0
            if used and used + gap + size > width:
                lines.append([])
                used, gap = 0, 0
            _append(lines[-1], " " * gap, text, piece.style)
            used += gap + size
    return lines


def _append(line: list[Run], gap: str, text: str, style: str) -> None:
    if line and line[-1].style == style:
        line[-1] = Run(line[-1].text + gap + text, style)
        return
    if gap:
        line.append(Run(gap))
    line.append(Run(text, style))


def _fit(piece: _Piece, width: int) -> Iterator[tuple[str, int, bool]]:
    """The piece, or parts of it that fit into a line if it is too wide for one."""
    if piece.width <= width:
        yield piece.text, piece.width, piece.spaced
        return
    part, size, spaced = "", 0, piece.spaced
    for grapheme in iter_graphemes(piece.text):
        wide = columns(grapheme)
        if part and size + wide > width:
            yield part, size, spaced
            part, size, spaced = "", 0, False
        part, size = part + grapheme, size + wide
    yield part, size, spaced


def _pieces(runs: Iterable[Run]) -> Iterator[_Piece]:
    spaced = False
    for run in runs:
        spaced = spaced or run.text.startswith(" ")
        for word in run.text.split(" "):
            if not word:
                continue
            for text in [word] if word.isascii() else _breakable(word):
                yield _Piece(text, run.style, columns(text), spaced)
                spaced = False
            spaced = True
        spaced = run.text.endswith(" ")


def _breakable(word: str) -> list[str]:
    """The word cut where a line may break inside it: around wide characters, but not before a closing mark."""
    parts: list[str] = []
    narrow = False
    for grapheme in iter_graphemes(word):
        is_narrow = columns(grapheme) < 2
        if parts and ((is_narrow and narrow) or grapheme in _NO_LINE_START):
            parts[-1] += grapheme
        else:
            parts.append(grapheme)
        narrow = is_narrow
    return parts


def paint(runs: Iterable[Run], *, colour: bool) -> str:
    """Join runs to one line without trailing spaces, with SGR sequences if `colour`, else without a single one."""
    shown = list(runs)
    while shown and not shown[-1].text.strip():
        shown.pop()
    if shown:
        shown[-1] = Run(shown[-1].text.rstrip(), shown[-1].style)
    if not colour:
        return "".join(run.text for run in shown)
    return "".join(f"\x1b[{run.style}m{run.text}{_RESET}" if run.style else run.text for run in shown)
