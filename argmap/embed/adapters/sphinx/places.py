"""Where a directive and its options stand: docutils tells its line, the rest is looked up in the text."""

import re
from pathlib import Path

from argmap.core.source import SourceFile, Span
from argmap.embed.paths import shown


class Places:
    """The places of a directive.

    Args:
        source: The file as docutils calls it, or another name such as that of a docstring.
        line: The line of the directive, from 1.
        block: The text of the directive.
    """

    def __init__(self, source: str | None, line: int | None, block: str) -> None:
        self._line = line or 1
        self._length = block.count("\n") + 1
        self._source = _read(source or "<document>", self._line, block)
        self.whole = self._span(self._line, r"\S.*")

    def argument(self, words: str) -> Span:
        """Where the argument stands."""
        return self._found(re.escape(words.split("\n", maxsplit=1)[0])) or self.whole

    def option(self, name: str) -> Span:
        """Where an option stands, else where the directive does."""
        return self._found(rf"(?<!\S):?{re.escape(name)}:.*") or self.whole

    def _found(self, pattern: str) -> Span | None:
        last = min(self._line + self._length, len(self._source.line_starts) + 1)
        for number in range(self._line, last):
            if re.search(pattern, self._source.line_text(number)):
                return self._span(number, pattern)
        return None

    def _span(self, number: int, pattern: str) -> Span:
        if number > len(self._source.line_starts):
            return Span(self._source, len(self._source.text), len(self._source.text))
        start = self._source.line_starts[number - 1]
        found = re.search(pattern, self._source.line_text(number).rstrip())
        return (
            Span(self._source, start + found.start(), start + found.end())
            if found
            else Span(self._source, start, start)
        )


def _read(name: str, line: int, block: str) -> SourceFile:
    path = Path(name)
    try:
        text = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
    except (OSError, ValueError):
        return SourceFile(name, "\n" * (line - 1) + block)
    return SourceFile(shown(path), text, name)
