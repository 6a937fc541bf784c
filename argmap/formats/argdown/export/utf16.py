"""Places within texts as Argdown's JSON counts them: a character outside of Unicode's first plane counts as two."""

import re
from collections.abc import Iterable

from argmap.formats.argdown.text.syntax import Range

_WIDE = re.compile("[\U00010000-\U0010ffff]")


def to_units(text: str, ranges: Iterable[Range]) -> list[Range]:
    """Turn ranges in characters into ranges as Argdown counts; the last unit of a range is that of its character."""
    wide = _wide(text)
    if not wide:
        return list(ranges)
    unit = _offsets(text)
    last = len(text)
    return [
        item._replace(start=unit[min(item.start, last)], stop=unit[min(item.stop + 1, last)] - 1) for item in ranges
    ]


def from_units(text: str, ranges: Iterable[Range]) -> list[Range]:
    """The way back. A range that begins or ends outside of the text keeps its numbers."""
    if not _wide(text):
        return list(ranges)
    character = {unit: number for number, unit in enumerate(_offsets(text))}
    return [
        item._replace(start=character.get(item.start, item.start), stop=character.get(item.stop + 1, item.stop + 1) - 1)
        for item in ranges
    ]


def _wide(text: str) -> bool:
    return not text.isascii() and bool(_WIDE.search(text))


def _offsets(text: str) -> list[int]:
    """The unit at which each character begins, and the number of units at the end."""
    found = [0]
    for sign in text:
        found.append(found[-1] + (2 if sign > "\uffff" else 1))
    return found
