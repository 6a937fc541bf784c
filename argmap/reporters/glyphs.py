"""How text stands in a terminal: cell by cell, with everything that would act on the terminal made visible."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

_TAB = 4
_JOINER = "\u200d"
_HARMLESS_FORMAT = frozenset("\u200c\u200d")


class Cell(NamedTuple):
    """What is printed for one character of a source, and how many terminal cells it takes (0 for an accent)."""

    shown: str
    width: int


def cells(text: str) -> Iterator[Cell]:
    """Yield one cell a character; tabs become spaces up to the next stop, control characters become visible."""
    column, joined = 0, False
    for char in text:
        if char == "\t":
            gap = _TAB - column % _TAB
            cell = Cell(" " * gap, gap)
        else:
            cell = _cell(char)
            if joined:  # terminals draw a joined emoji in the place of its first part
                cell = Cell(cell.shown, 0)
        joined = char == _JOINER
        column += cell.width
        yield cell


def visible(text: str) -> str:
    """Return a text on one line that cannot move the cursor, change colours or reverse the reading direction."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_cell(char).shown for char in text)


@lru_cache(maxsize=2048)
def _cell(char: str) -> Cell:
    code, kind = ord(char), category(char)
    if kind == "Cc" and code < 0x20:
        return Cell(chr(0x2400 + code), 1)
    if code == 0x7F:
        return Cell("\u2421", 1)
    if kind in {"Cc", "Cs", "Zl", "Zp"} or (kind == "Cf" and char not in _HARMLESS_FORMAT):
        name = f"<U+{code:04X}>"
        return Cell(name, len(name))
    if char.isascii():
        return Cell(char, 1)
    from wcwidth import wcwidth  # takes a while to load, and most texts do without

    return Cell(char, max(0, wcwidth(char)))
