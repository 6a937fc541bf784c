"""Places of the last readable map in the text as it is now, while somebody types in it."""

from functools import lru_cache
from typing import NamedTuple

from argmap.core.source import Span
from argmap.lsp.documents import Document


class _Change(NamedTuple):
    """What of an older text is still there: all before `start`, and all from `end` on, `moved` by so much."""

    start: int
    end: int
    moved: int


def carried(document: Document, span: Span) -> Span | None:
    """The place in the text as it is now that a place of `document.sound` was; None if it was in what has changed.

    Places in files that are included stay what they are.
    """
    sound = document.sound
    if sound is None or span.source is not sound.origin or span.source is document.source:
        return span
    change = _change(document)
    if span.end <= change.start:
        return Span(document.source, span.start, span.end)
    if span.start >= change.end:
        return Span(document.source, span.start + change.moved, span.end + change.moved)
    return None


@lru_cache(maxsize=4)
def _change(document: Document) -> _Change:
    sound = document.sound
    old = sound.origin.text if sound and sound.origin else ""
    new = document.source.text
    start = common_start(old, new)
    behind = common_end(old[start:], new[start:])
    return _Change(start, len(old) - behind, len(new) - len(old))


def common_start(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def common_end(one: str, other: str) -> int:
    """How many characters two texts have in common at their end."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[len(one) - middle : len(one) - least] == other[len(other) - middle : len(other) - least]:
            least = middle
        else:
            most = middle - 1
    return least
