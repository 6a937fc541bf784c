"""An Argdown text while it is edited, with the files that it includes: step after step, each read before the next."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from argmap.core.diagnostics import Edit, apply_edits
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile, Span
from argmap.editing.argdown.reading import Reading, read_text
from argmap.editing.base import Edits, RefusedError
from argmap.formats.argdown import read
from argmap.formats.argdown.text.syntax import Place


class Change(NamedTuple):
    r"""Replace what stands between two places of the manuscript; `\n` in the new text is the line end of the file.

    Attributes:
        is_behind: For an insertion between two files, whether it belongs to the first of them.
    """

    start: int
    end: int
    text: str
    is_behind: bool = False


class Work:
    """A text that is changed step by step.

    Args:
        argument_map: The map of the text.

    Attributes:
        map: The map as it was, or as it is after the last steps that were found to say what was meant.
        notes: What is to be said about the way.
    """

    def __init__(self, argument_map: ArgumentMap) -> None:
        if argument_map.origin is None:
            raise RefusedError("this map was not read from a file")
        self.map = argument_map
        self.source = argument_map.origin
        self._reading: Reading | None = None
        self._map_now: ArgumentMap | None = argument_map
        self.notes: list[str] = []
        self._before = {_key(piece.source): piece.source for piece in self.reading.script.pieces}
        self._line_ends = {key: line_end(source.text) for key, source in self._before.items()}
        self._edits: list[Edit] = []
        self._steps = 0

    @property
    def reading(self) -> Reading:
        """The text as it is by now."""
        if self._reading is None:
            self._reading = read_text(self.source)
        return self._reading

    def apply(self, changes: Iterable[Change]) -> None:
        """Make changes that do not overlap, and read the text again.

        Raises:
            RefusedError: A change runs over the end of an included file.
        """
        self.apply_edits([self._edit(item) for item in changes])

    def apply_edits(self, edits: Iterable[Edit]) -> None:
        """Make edits of the files as they are by now, and read the text again."""
        found = list(edits)
        if not found:
            return
        self._steps += 1
        self._edits = found
        by_file: dict[SourceFile, list[Edit]] = {}
        for item in found:
            by_file.setdefault(item.span.source, []).append(item)
        main, unsaved = self.source, dict(self.source.unsaved)
        for source, own in by_file.items():
            try:
                made = apply_edits(source, own)
            except ValueError as error:
                raise RefusedError("the layout of this text is too unusual to be edited", "edit it by hand") from error
            if source is self.source:
                main = made
            else:
                unsaved[_key(source)] = made.text
        self.source = replace(main, unsaved=unsaved)
        self._reading = self._map_now = None

    def undo(self, reading: Reading) -> None:
        """Take back the last step; `reading` is the text as it was before."""
        self._steps -= 1
        self._edits = []
        self._reading, self._map_now = reading, None
        self.source = reading.script.source

    def _edit(self, change: Change) -> Edit:
        start, end, text, is_behind = change
        if start == end and is_behind and start:
            before = self.reading.span(Place(start - 1, start))
            span = Span(before.source, before.end, before.end)
        else:
            span = self.reading.span(Place(start, end))
            if span.end - span.start != end - start:
                raise RefusedError("this runs over the end of an included file", "edit it by hand", span)
        return Edit(span, text.replace("\r\n", "\n").replace("\n", self._line_ends[_key(span.source)]))

    def map_now(self) -> ArgumentMap:
        """The map of the text as it is by now."""
        if self._map_now is None:
            self._map_now = read(self.source).map
            assert self._map_now is not None
        return self._map_now

    def edits(self) -> Edits:
        """What leads from the text as it was to the text as it is by now."""
        if self._steps <= 1:
            found = [item for item in self._edits if item.text != item.span.text]
        else:
            found = [item for key, source in self._before.items() for item in differences(source, self._text(key))]
        return Edits(tuple(found), tuple(dict.fromkeys(self.notes)))

    def _text(self, key: str) -> str:
        if key == _key(self.source):
            return self.source.text
        texts = [piece.source.text for piece in self.reading.script.pieces if _key(piece.source) == key]
        return texts[0] if texts else self.source.unsaved.get(key, self._before[key].text)


def line_end(text: str) -> str:
    """What ends the lines of a file."""
    place = text.find("\n")
    return "\r\n" if place > 0 and text[place - 1] == "\r" else "\n"


def _key(source: SourceFile) -> str:
    """What tells files apart, as `SourceFile.unsaved` has them."""
    return os.path.realpath(source.path) if source.path else source.name


def differences(source: SourceFile, new: str) -> Iterator[Edit]:
    """The edits that make a text another one: line by line, and in a line no more than what differs."""
    old_lines, new_lines = source.text.splitlines(keepends=True), new.splitlines(keepends=True)
    first, limit = 0, min(len(old_lines), len(new_lines))
    while first < limit and old_lines[first] == new_lines[first]:
        first += 1
    last = 0
    while last < limit - first and old_lines[-1 - last] == new_lines[-1 - last]:
        last += 1
    inner_old, inner_new = old_lines[first : len(old_lines) - last], new_lines[first : len(new_lines) - last]
    starts = [sum(map(len, old_lines[:first]))]
    for line in inner_old:
        starts.append(starts[-1] + len(line))
    for tag, a, b, c, d in SequenceMatcher(None, inner_old, inner_new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _trimmed(source, starts[a], starts[b], "".join(inner_new[c:d]))


def _trimmed(source: SourceFile, start: int, end: int, text: str) -> Edit:
    """An edit without what both texts have at their two ends."""
    old = source.text
    head = 0
    while start + head < end and head < len(text) and old[start + head] == text[head]:
        head += 1
    start, text = start + head, text[head:]
    tail = 0
    while tail < end - start and tail < len(text) and old[end - 1 - tail] == text[len(text) - 1 - tail]:
        tail += 1
    return Edit(Span(source, start, end - tail), text[: len(text) - tail])
