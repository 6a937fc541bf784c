"""Comments of a file: where they are, which line each speaks of, and what goes with it when it is taken out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from argmap.core.source import SourceFile, Span

_IN_YAML = re.compile(r"(?:(?<=\s)|^)#[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, and the line that it speaks of: its own, or the next that is not a comment if it stands alone."""

    span: Span
    line: int

    @property
    def with_surroundings(self) -> Span:
        """The comment with the spaces before it, or its whole lines if nothing else stands on them."""
        source, start, end = self.span
        text = source.text
        while start and text[start - 1] in " \t":
            start -= 1
        stop = end
        while text[stop : stop + 1] in (" ", "\t", "\r"):
            stop += 1
        if (start and text[start - 1] != "\n") or text[stop : stop + 1] not in ("", "\n"):
            return Span(source, start, end)
        return Span(source, start, min(stop + 1, len(text)))


class Comments:
    """The comments of a file.

    Args:
        source: The file.
        places: Where they are, as offsets, in order.
    """

    def __init__(self, source: SourceFile, places: Iterable[tuple[int, int]]) -> None:
        self.source = source
        self.places = list(places)
        self._starts = [start for start, _ in self.places]
        self._known: dict[int, int] = {}  # lines of comments, with the line that they lead to

    def remark(self, start: int, end: int) -> Remark:
        """A comment, or the last part of one, with the line that it speaks of."""
        return Remark(Span(self.source, start, end), self._covered(start, end))

    def _covered(self, start: int, end: int) -> int:
        line, column = self.source.position(start)
        if self.source.line_text(line)[: column - 1].strip():
            return line
        line = self.source.position(max(start, end - 1))[0]
        last = len(self.source.line_starts)
        passed = []
        while line < last and line not in self._known and self._says_nothing(line):
            passed.append(line)
            line += 1
        line = self._known.get(line, line)
        self._known.update(dict.fromkeys(passed, line))
        return line

    def _says_nothing(self, line: int) -> bool:
        """Whether there are only spaces and comments on a line."""
        place = self.source.line_starts[line - 1]
        end = place + len(self.source.line_text(line))
        while place < end:
            if self.source.text[place].isspace():
                place += 1
                continue
            number = bisect_right(self._starts, place) - 1
            if number < 0 or self.places[number][1] <= place:
                return False
            place = self.places[number][1]
        return True


def places_in_yaml(text: str) -> Iterator[tuple[int, int]]:
    """Where the comments of a YAML file are; from the first slip on everything counts as text, not as comment."""
    scalars = _scalars(text) if "#" in text else []
    number = place = 0
    while match := _IN_YAML.search(text, place):
        while number < len(scalars) and scalars[number][1] <= match.start():
            number += 1
        if number < len(scalars) and scalars[number][0] <= match.start():
            place = max(scalars[number][1], match.start() + 1)
        else:
            place = match.end()
            yield match.span()


def _scalars(text: str) -> list[tuple[int, int]]:
    """The places of all texts in a YAML file, in order; from the first slip on everything counts as text.

    The head of a `|` or `>` block is none of its text: a comment may stand behind it.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = []
    try:
        for token in yaml.scan(text, Loader=loader):
            if isinstance(token, yaml.ScalarToken):
                start, end = token.start_mark.index, token.end_mark.index
                head_end = text.find("\n", start, end) if token.style in ("|", ">") else start
                found.append((max(start, head_end), end))
    except (yaml.YAMLError, ValueError, RecursionError):
        found.append((found[-1][1] if found else 0, len(text)))
    return found
