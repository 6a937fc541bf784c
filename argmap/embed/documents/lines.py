"""The lines of a document, whatever ends them, and what stands before them."""

import re
from bisect import bisect_right
from itertools import takewhile

_LINE_END = re.compile(r"\r\n?|\n")


class Lines:
    """The lines of a text that end with a line feed, a carriage return, or both; counted from 0.

    Args:
        text: The text.

    Attributes:
        starts: The offset at which each line begins.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        ends = list(_LINE_END.finditer(text))
        self.starts = [0, *(found.end() for found in ends)]
        self._ends = [*(found.start() for found in ends), len(text)]

    def at(self, offset: int) -> int:
        """The line in which an offset lies."""
        return bisect_right(self.starts, offset) - 1

    def end(self, line: int) -> int:
        """The offset at which a line ends, without its line end."""
        return self._ends[line]

    def text(self, line: int) -> str:
        """The text of a line, without its line end."""
        return self._text[self.starts[line] : self._ends[line]]


def without_margin(line: str, margin: str) -> str:
    """A line without what it shares with the margin at its start."""
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(line, margin, strict=False))
    return line[sum(1 for _ in shared) :]


def line_end_of(text: str, offset: int = 0) -> str:
    """How lines end in a text: as the first one behind an offset does, else as the first does, else a line feed."""
    found = _LINE_END.search(text, offset) or _LINE_END.search(text)
    return found[0] if found else "\n"


def with_line_ends(text: str, line_end: str) -> str:
    """A text in which all lines end the same way."""
    return _LINE_END.sub(lambda _: line_end, text)


def alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for their line ends."""
    return one == other or with_line_ends(one, "\n") == with_line_ends(other, "\n")
