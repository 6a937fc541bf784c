"""Text into lines that fit a width. Nothing is dropped: a word that is too long is broken."""

from collections.abc import Iterator

from wcwidth import iter_graphemes, wcwidth

from argmap.diagram.fonts import Face
from argmap.diagram.measure import clean, text_width

_OPENING = "([{「『（［｛《〈【“‘"
_CLOSING = ")]}」』）］｝》〉】”’、。，．・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%,.:;?!"


def wrap(text: str, face: Face, size: float, width: float, reserved: float = 0.0) -> tuple[str, ...]:
    """Break a text into lines no wider than `width` points, the first one `reserved` points shorter.

    Lines break at spaces and between ideographs; a longer piece is broken between letters as a reader sees them
    (grapheme clusters). A single letter wider than the width stands on its own line.

    Returns:
        The lines; none for a text without visible characters.
    """
    lines: list[str] = []
    line, used = "", 0.0
    space = text_width(" ", face, size)
    for piece, spaced in _pieces(clean(text)):
        wide = text_width(piece, face, size)
        gap = space if spaced and line else 0.0
        room = width if lines else width - reserved
        if line and used + gap + wide > room:
            lines.append(line)
            line, used, gap, room = "", 0.0, 0.0, width
        if wide <= room:
            line = f"{line} {piece}" if gap else line + piece
            used += gap + wide
            continue
        *full, line = _broken(piece, face, size, room)
        lines.extend(full)
        used = text_width(line, face, size)
    if line:
        lines.append(line)
    return tuple(lines)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces between which a line may break, each with whether a space stands before it."""
    for word in text.split():
        if word.isascii():
            yield word, True
            continue
        spaced = True
        for piece in _ideographs(word):
            yield piece, spaced
            spaced = False


def _ideographs(word: str) -> Iterator[str]:
    held = ""
    for letter in word:
        between = held and (_breakable(letter) or _breakable(held[-1]))
        if between and letter not in _CLOSING and held[-1] not in _OPENING and wcwidth(letter) > 0:
            yield held
            held = ""
        held += letter
    yield held


def _breakable(letter: str) -> bool:
    code = ord(letter)
    return (
        0x2E80 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7A3 or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3FFFF
    )


def _broken(piece: str, face: Face, size: float, width: float) -> list[str]:
    """Cut a piece that is too long for a line."""
    parts: list[str] = []
    part, used = "", 0.0
    for letter in iter_graphemes(piece):
        wide = text_width(letter, face, size)
        if part and used + wide > width:
            parts.append(part)
            part, used = "", 0.0
        part += letter
        used += wide
    parts.append(part)
    return parts
