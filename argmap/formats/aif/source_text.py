"""The text that was analysed, with marks where its parts were said: HTML as OVA keeps it, or plain text."""

import html
import re
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)([^<>]*)>")
_ID = re.compile(r"""\bid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_BLOCKS = frozenset({"div", "p", "li", "h1", "h2", "h3", "tr"})

_MOST_OPEN = 20
"""How deep marks may lie in each other."""


class Mark(NamedTuple):
    """A stretch of the text that is marked: the id of the mark, and where it begins and ends."""

    id: str
    start: int
    end: int


class SourceText(NamedTuple):
    """A text without tags, and the marks in it, in the order of their beginnings."""

    text: str
    marks: tuple[Mark, ...]


def source_text(given: str) -> SourceText:
    """Take the tags out of a text, and note where the marked stretches are. Nothing of it is run or fetched."""
    given = given.replace("\r\n", "\n")
    reader = _Reader()
    place = 0
    for found in _TAG.finditer(given):
        reader.say(given[place : found.start()])
        reader.tag(found[2].lower(), found[3], is_end=bool(found[1]))
        place = found.end()
    reader.say(given[place:])
    return reader.done()


class _Reader:
    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._open: list[tuple[str, int]] = []
        self._marks: list[Mark] = []

    def say(self, text: str) -> None:
        if not text:
            return
        text = html.unescape(text) if "&" in text else text
        text = text.replace("\r", "\n")
        self._parts.append(text)
        self._length += len(text)

    def tag(self, name: str, attributes: str, *, is_end: bool) -> None:
        if name == "span":
            self._close() if is_end else self._begin(attributes)
        elif name == "br" and not is_end:
            self.say("\n")
        elif name in _BLOCKS and self._parts and not self._parts[-1].endswith("\n"):
            # A block begins and ends a line, but two that meet are not parted by an empty one.
            self.say("\n")

    def _begin(self, attributes: str) -> None:
        found = _ID.search(attributes) if len(self._open) < _MOST_OPEN else None
        self._open.append((found[found.lastindex or 0] if found else "", self._length))

    def _close(self) -> None:
        if self._open:
            node_id, start = self._open.pop()
            if node_id:
                self._marks.append(Mark(html.unescape(node_id), start, self._length))

    def done(self) -> SourceText:
        while self._open:
            self._close()
        return SourceText("".join(self._parts), tuple(sorted(self._marks, key=lambda mark: (mark.start, -mark.end))))
