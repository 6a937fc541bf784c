"""How wide a text is when it is drawn, in points, without drawing it."""

import unicodedata
from functools import cache

from argmap.diagram.fonts import Face, metrics

_DROPPED = {
    *range(0x20),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),  # embeddings and overrides would reorder the picture around them
    *range(0x2066, 0x206A),
    0xFEFF,
    0xFFFE,
    0xFFFF,
    0xFFF9,
    0xFFFA,
    0xFFFB,
}
_TABLE: dict[int, str | None] = dict.fromkeys(_DROPPED) | dict.fromkeys((9, 10, 11, 12, 13), " ")
_TABLE |= {0x85: " ", 0x2028: " ", 0x2029: " "}


def clean(text: str) -> str:
    """Return a text as it is drawn: composed (NFC), on one line, without control characters or lone surrogates."""
    if text.isascii() and text.isprintable():
        return text
    kept = unicodedata.normalize("NFC", text.translate(_TABLE))
    return "".join("\N{REPLACEMENT CHARACTER}" if _unusable(letter) else letter for letter in kept)


def _unusable(letter: str) -> bool:
    code = ord(letter)
    return 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE


def text_width(text: str, face: Face, size: float) -> float:
    """Return the width of one line in points.

    Kerning and ligatures are off in the picture, so this is the sum of the advance widths. For a character that the
    bundled font lacks it is an estimate on the wide side.

    Args:
        text: A text that went through `clean`.
        face: The face that it is set in.
        size: The font size in points.
    """
    widths = _widths(face)
    total = 0.0
    for letter in text:
        found = widths.get(letter)
        if found is None:
            found = widths[letter] = _advance(letter, face)
        total += found
    return total * size / 1000


@cache
def _widths(face: Face) -> dict[str, float]:
    """The widths of the characters met so far: a memory of pure values, so that each is looked up once."""
    return {}


def _advance(letter: str, face: Face) -> float:
    code = ord(letter)
    known = metrics(face).advances.get(code)
    if known is not None:
        return known
    from wcwidth import wcwidth

    cells = wcwidth(letter)
    if cells <= 0:
        return 0.0
    if 0x1F000 <= code <= 0x1FAFF or 0x2600 <= code <= 0x27BF:
        return 1300.0
    return 1000.0 if cells == 2 else 650.0
