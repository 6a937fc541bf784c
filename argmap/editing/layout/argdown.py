"""The canonical layout of an Argdown text: only spaces and empty lines change.

What is nested stands two spaces further in than what it is nested under, lines that go on with a nested text stand
under its first word, one space follows the sign of a relation, an item or a row. There is at most one empty line in a
row, none at the beginning and the end, and no space at the end of a line. Front matter, data in braces over several
lines and comments stay as they are typed. Where a text would mean something else then, or get new findings, it keeps
its own indentation.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from argmap.core.source import SourceFile
from argmap.editing.base import RefusedError
from argmap.formats.argdown import read
from argmap.formats.argdown.text.lexer import Lexed, tokenize
from argmap.formats.argdown.text.tokens import Kind
from argmap.formats.base import Reading

_STEP = 2
_SIGNS = (Kind.RELATION, Kind.ITEM, Kind.NUMBER)
_BEGINS = (*_SIGNS, Kind.HEADING, Kind.LINE, Kind.DEFINITION, Kind.REFERENCE, Kind.FRONT_MATTER)


class _Opening(NamedTuple):
    """The sign at the beginning of a line: where the line and the sign begin, where the sign ends, and its depth."""

    line: int
    start: int
    end: int
    depth: int
    is_nested: bool


def laid_out(source: SourceFile) -> str:
    """Return the text in the canonical layout; the files that it includes are left alone.

    Raises:
        RefusedError: The text cannot be read.
    """
    before = read(source)
    if before.map is None:
        stop = before.diagnostics[0]
        raise RefusedError(stop.message, stop.help, stop.primary, before.diagnostics)
    is_windows = 2 * source.text.count("\r\n") > source.text.count("\n")
    text = source.text.replace("\r\n", "\n")
    lexed = tokenize(text)
    for indents in (True, False):
        made = _Layout(text, lexed, indents=indents).text()
        if made == text:
            break
        after = read(replace(source, text=made))
        is_worse = Counter(_names(after)) - Counter(_names(before))
        if after.map == before.map and not is_worse and _words(made, tokenize(made)) == _words(text, lexed):
            break
    else:
        made = text
    return made.replace("\n", "\r\n") if is_windows else made


def _names(reading: Reading) -> Iterator[str]:
    return (item.name for item in reading.diagnostics)


def _words(text: str, lexed: Lexed) -> list[object]:
    """What must stay: signs with their depth, and comments."""
    signs: list[object] = [(item.kind, item.depth, item.text.strip()) for item in lexed.tokens if item.kind in _BEGINS]
    return signs + [text[start:end].strip() for start, end in lexed.comments]


class _Layout:
    """Lays one text out; `indents` says whether indentation may change."""

    def __init__(self, text: str, lexed: Lexed, *, indents: bool) -> None:
        self.given = text
        self.lexed = lexed
        self.indents = indents
        self.openings = {item.line: item for item in self._openings()}
        self.verbatim = set(self._verbatim())

    def text(self) -> str:
        """The new text, with a line end at its end."""
        lines: list[str] = []
        hanging: int | None = None
        for number, line in enumerate(self.given.split("\n")):
            if number in self.verbatim:
                lines.append(line)
                continue
            bare = line.rstrip(" \t\r")
            if not bare:
                hanging = None
                if lines and lines[-1]:
                    lines.append("")
                continue
            opening = self.openings.get(number)
            if opening is not None:
                bare, hanging = self._opened(opening, bare)
            elif hanging and self.indents and not bare.lstrip(" \t").startswith(("//", "/*", "<!--")):
                bare = " " * hanging + bare.lstrip(" \t")
            lines.append(bare)
        while lines and not lines[-1]:
            lines.pop()
        return "\n".join(lines) + "\n" if lines else ""

    def _opened(self, opening: _Opening, line: str) -> tuple[str, int | None]:
        """A line that begins with a sign, and how far in the lines that go on with it stand."""
        start = self.given.rfind("\n", 0, opening.start) + 1
        indent = line[: opening.start - start]
        if indent.strip(" \t"):  # Argdown takes an apostrophe for a space here
            return line, None
        sign, rest = line[len(indent) : opening.end - start], line[opening.end - start :].lstrip(" \t")
        if self.indents:
            indent = " " * (_STEP * opening.depth) if opening.is_nested else ""
        made = f"{indent}{sign} {rest}".rstrip()
        return made, len(indent) + _STEP if opening.is_nested and indent else None

    def _openings(self) -> Iterator[_Opening]:
        line, place = 0, 0
        for item in self.lexed.tokens:
            if item.kind not in _SIGNS:
                continue
            line += self.given.count("\n", place, item.start)
            place = item.start
            end = item.start + len(item.text.rstrip(" \t"))
            depth = item.depth - 1 if item.kind is Kind.ITEM else item.depth
            yield _Opening(line, item.start, end, max(depth, 0), item.kind is not Kind.NUMBER)

    def _verbatim(self) -> Iterator[int]:
        """Numbers of the lines that stay as they are: inside front matter, data and comments of several lines."""
        lines = SourceFile("", self.given)
        places = [(item.start, item.end) for item in self.lexed.tokens if item.kind in (Kind.DATA, Kind.FRONT_MATTER)]
        for start, end in [*places, *self.lexed.comments]:
            last = start + len(self.given[start:end].rstrip())
            yield from range(lines.position(start)[0], lines.position(last)[0])
