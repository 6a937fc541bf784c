"""The paragraphs that places in a text lie in, for many places: the text is cut only once."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from argmap.core.paragraphs import passages


class Lying(NamedTuple):
    """Where a stretch of a text lies: the number of the paragraph it begins in, and whether it ends in it, too."""

    paragraph: int | None
    is_whole: bool


class Paragraphs:
    """The paragraphs of a text, counted as `core.paragraphs` does.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self._shift = int(text.startswith("\ufeff"))
        self._returns: list[int] = []
        place = text.find("\r\n")
        while place >= 0:
            self._returns.append(place)
            place = text.find("\r\n", place + 2)
        unified = text[self._shift :].replace("\r\n", "\n").replace("\r", "\n")
        self._starts: list[int] = []
        self._ends: list[int] = []
        end = 0
        for item in passages(unified).paragraphs:
            start = unified.index(item.text, end)
            end = start + len(item.text)
            self._starts.append(start)
            self._ends.append(end)

    def lying(self, start: int, end: int) -> Lying:
        """Where the characters from `start` up to but not including `end` lie."""
        first, last = self._number(start), self._number(max(start, end - 1))
        is_whole = first == last and first > 0 and self._unified(end) <= self._ends[first - 1]
        return Lying(max(1, first) if self._starts else None, is_whole)

    def _number(self, place: int) -> int:
        return bisect_right(self._starts, self._unified(place))

    def _unified(self, place: int) -> int:
        """The same place where every line ends in one character, and no byte order mark stands before the text."""
        return place - bisect_left(self._returns, place) - self._shift
