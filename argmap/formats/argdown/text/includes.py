"""`@include(path)`: a text with the files that it includes, all from the folder of the main file."""

import codecs
import os
import re
from collections.abc import Iterator
from pathlib import Path

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.errors import ArgmapError
from argmap.core.files import read_bytes, undecodable
from argmap.core.source import SourceFile, Span
from argmap.formats.argdown.text.manuscript import Manuscript, Piece
from argmap.formats.trees.tree import MAX_CHARACTERS

MAX_FILES = 100
"""How many files a text may include, those that they include counted in."""

_INCLUDE = re.compile(r"@include\(([^)\r\n]+)\)")
_OPENER = re.compile(r"<!--|/\*|(?<!:)//|@include\(")
_CLOSERS = {"<!--": "-->", "/*": "*/", "//": "\n"}


def splice(source: SourceFile) -> tuple[Manuscript, list[Diagnostic]]:
    """Put the included files in their places.

    Files are named relative to the file that includes them. They lie in the folder of the main file or below, symbolic
    links followed; each is included once, at most `MAX_FILES` in all, up to the size that a single file may have.

    Returns:
        The text, and an `unreadable-include` for each include that was left as it was typed.
    """
    if "@include(" not in source.text:
        return Manuscript(source.text, (Piece(0, source, 0),)), []
    splicer = _Splicer(source)
    splicer.add(source)
    return Manuscript("".join(splicer.texts), tuple(splicer.pieces)), splicer.found


class _RefusedError(Exception):
    """An include that cannot be followed, with the reason as a message."""

    def __init__(self, reason: str, help: str | None = None) -> None:
        super().__init__(reason)
        self.help = help


class _Splicer:
    """Collects stretches of text; `size` is the number of characters so far."""

    def __init__(self, main: SourceFile) -> None:
        self.unsaved = main.unsaved
        self.folder = Path(main.path).resolve().parent if main.path else None
        self.seen = {Path(main.path).resolve()} if main.path else set()
        self.allowance = MAX_CHARACTERS - len(main.text)
        self.texts: list[str] = []
        self.pieces: list[Piece] = []
        self.size = 0
        self.found: list[Diagnostic] = []

    def add(self, source: SourceFile) -> None:
        done = 0
        for match in _includes(source.text):
            try:
                included = self.read(source, match[1].strip())
            except _RefusedError as refused:
                place = Span(source, match.start(), match.end())
                message = f"`{match[1].strip()}` is not included: {refused}"
                self.found.append(finding("unreadable-include", message, place, help=refused.help))
                continue
            self.stretch(source, done, match.start())
            self.add(included)
            done = match.end()
        self.stretch(source, done, len(source.text))

    def stretch(self, source: SourceFile, start: int, end: int) -> None:
        if start < end or not self.pieces:
            self.pieces.append(Piece(self.size, source, start))
            self.texts.append(source.text[start:end])
            self.size += end - start

    def read(self, source: SourceFile, name: str) -> SourceFile:
        path, shown = self.located(source, name)
        if path in self.seen:
            raise _RefusedError("it is already part of this text", "each file can be included once")
        if len(self.seen) > MAX_FILES:
            raise _RefusedError(f"a text can include {MAX_FILES} files")
        text = self.unsaved.get(str(path))
        if text is None:
            text = self.text_of(path)
        if len(text) > self.allowance:
            raise _RefusedError(f"with it the text would have more than {MAX_CHARACTERS:,} characters")
        included = SourceFile(shown, text, shown)
        stop = undecodable(included)
        if stop and stop.primary:
            raise _RefusedError(f"in line {stop.primary.line} of it {stop.message}", stop.help)
        self.seen.add(path)
        self.allowance -= len(text)
        return included

    def text_of(self, path: Path) -> str:
        """Read a file from the disk."""
        try:
            if path.exists() and not path.is_file():  # never open what is no file, such as a pipe
                raise _RefusedError("it is not a file")
            data = read_bytes(str(path), 4 * self.allowance + 4)
        except ArgmapError as error:
            raise _RefusedError(error.message.rpartition(": ")[2]) from error
        except OSError as error:
            raise _RefusedError(error.strerror or "it cannot be read") from error
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")

    def located(self, source: SourceFile, name: str) -> tuple[Path, str]:
        """Return where the file really lies, and the path under which messages speak of it."""
        if self.folder is None or source.path is None:
            raise _RefusedError("a text that does not come from a file cannot include others")
        shown = os.path.normpath(Path(source.path).parent / name)
        try:
            path = Path(shown).resolve()
        except (OSError, ValueError, RuntimeError) as error:  # a NUL in the name, links in a circle
            raise _RefusedError("this is no path") from error
        if not path.is_relative_to(self.folder):
            raise _RefusedError("it lies outside the folder of the main file")
        return path, shown


def _includes(text: str) -> Iterator[re.Match[str]]:
    """Find what is to be included, outside comments."""
    position = 0
    unclosed: set[str] = set()
    while opener := _OPENER.search(text, position):
        position = opener.end()
        closer = _CLOSERS.get(opener[0])
        if closer is None:
            include = _INCLUDE.match(text, opener.start())
            if include:
                yield include
                position = include.end()
        elif closer not in unclosed:
            end = text.find(closer, position)
            if end < 0:
                unclosed.add(closer)
            else:
                position = end + len(closer)
