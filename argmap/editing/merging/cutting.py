"""Cuts the text of a map into pieces. What cannot be cut safely (anchors, odd layouts) stays in one piece."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from argmap.core.source import SourceFile
from argmap.editing.merging.brackets import COLON, inline
from argmap.editing.merging.pieces import Body, Document, Part
from argmap.formats.trees.tree import Node, Scalar, Sequence, Table
from argmap.formats.trees.yaml_tree import yaml_tree
from argmap.rules.comments import places_in_yaml

_DASH = re.compile(r"( *)- *")
_REST = re.compile(r"(?:[ \t]+#[^\n]*|[ \t]*)\r?\n")


def cut(source: SourceFile) -> Document | None:
    """Cut the text of a map; None if it is not YAML, or not a mapping. It ends in a line end, or is empty."""
    root, stop = yaml_tree(source)
    if stop:
        return None
    if root is None or (isinstance(root, Scalar) and root.is_null):
        return Document("", Body(None, ""), source.text)
    if not isinstance(root, Table):
        return None
    if source.text[root.start] == "{":
        body = inline(source.text, root, root.end, 0, is_free=False)
        return Document(source.text[: root.start], body, source.text[root.end :])
    return _Cutter(source).document(root)


class _Entry(NamedTuple):
    """A field, entry or item that is to be cut.

    Attributes:
        key: Its key; None for an item of a list.
        value: Its value.
        column: Where its key or dash stands.
        first: Its first line, from 0, without comments above.
        last: The line after its last one.
        dash: The dash of an item of which it is the first field, with what stands around the dash.
        is_free: Whether values have types here.
    """

    key: Scalar | None
    value: Node
    column: int
    first: int
    last: int
    dash: str
    is_free: bool


class _Cut(NamedTuple):
    """Where the line of an entry up to its value ends, the value, and the rest of the line."""

    head: int
    body: Body
    rest: str


class _Cutter:
    """Cuts one text in block layout.

    Args:
        source: The text.
    """

    def __init__(self, source: SourceFile) -> None:
        self.text = source.text
        self.source = source
        self.starts = [*source.line_starts]
        if self.starts[-1] != len(self.text):
            self.starts.append(len(self.text))
        comments = {start for start, _ in places_in_yaml(self.text)}
        self.is_comment = []
        self.is_blank = []
        for start, end in pairwise(self.starts):
            line = self.text[start:end]
            self.is_blank.append(not line.strip())
            self.is_comment.append(start + len(line) - len(line.lstrip(" \t")) in comments)

    def line_of(self, place: int) -> int:
        """The number of a line, from 0."""
        return self.source.position(place)[0] - 1

    def lines(self, first: int, last: int) -> str:
        """The text of lines, up to but not including the last."""
        return self.text[self.starts[first] : self.starts[last]]

    def document(self, root: Table) -> Document | None:
        """Cut the whole text."""
        first, last = 0, len(self.starts) - 1
        begin = self.line_of(root.pairs[0][0].start)
        for number in range(begin):
            if not self.is_blank[number] and not self.is_comment[number]:  # a directive, or `---`
                first = number + 1
        end = next((number for number in range(begin, last) if self.lines(number, number + 1).rstrip() == "..."), last)
        while end > first and self.is_blank[end - 1]:
            end -= 1
        body = self.block(root, first, end, is_free=False)
        return Document(self.lines(0, first), body, self.lines(end, last)) if body else None

    def block(self, node: Table | Sequence, first: int, last: int, *, is_free: bool, dash: str = "") -> Body | None:
        """Cut a list or mapping that takes up the lines from `first` to before `last`.

        `dash` is what stands before it on its first line. None if it cannot be cut.
        """
        places = list(self._entries(node, dash))
        lines = [line for line, _ in places]
        columns = {column for _, column in places}
        if len(columns) != 1 or any(one >= other for one, other in pairwise([first - 1, *lines, last])):
            return None
        column = columns.pop()
        if column < 0:
            return None
        parts: list[Part] = []
        done = first
        pairs = node.pairs if isinstance(node, Table) else [(None, item) for item in node.items]
        for (key, value), line, end in zip(pairs, lines, [*lines[1:], last], strict=True):
            above = self._gap(done, line, parts)
            done = self._end(line, end, column, value)
            entry = _Entry(key, value, column, line, done, "" if parts else dash, is_free or _is_data(key))
            parts.append(self._part(entry, *above))
        lead, comment = self._gap(done, last, parts)
        if comment or lead:
            parts.append(_apart(lead, comment))
        text = " " * len(dash) + self.lines(first, last)[len(dash) :]
        return Body(node, text, column, True, tuple(parts), is_free=is_free)

    def _entries(self, node: Table | Sequence, dash: str) -> Iterator[tuple[int, int]]:
        """The line and column at which each entry begins; the column is -1 where something else stands before it."""
        for number, item in enumerate(node.items if isinstance(node, Sequence) else [key for key, _ in node.pairs]):
            line = self.line_of(item.start)
            before = self.text[self.starts[line] : item.start]
            if number == 0 and dash:
                before = " " * len(dash) + before[len(dash) :] if before.startswith(dash) else "?"
            if isinstance(node, Sequence):
                found = _DASH.fullmatch(before)
                yield line, len(found[1]) if found else -1
            else:
                yield line, -1 if before.strip(" ") else len(before)

    def _end(self, line: int, end: int, column: int, value: Node) -> int:
        """The line after the last one of an entry. Comments in the column of its own fields belong to it."""
        content = end
        while content > line + 1 and (self.is_blank[content - 1] or self.is_comment[content - 1]):
            content -= 1
        if isinstance(value, Scalar) or self.text[value.start] in "{[":
            return content
        for number in reversed(range(content, end)):
            text = self.lines(number, number + 1)
            if self.is_comment[number] and len(text) - len(text.lstrip(" ")) > column:
                return number + 1
        return content

    def _gap(self, first: int, last: int, parts: list[Part]) -> tuple[str, str]:
        """The blank lines and the comments directly above a line; comments that stand apart become parts."""
        lead = comment = ""
        for number in range(first, last):
            line = self.lines(number, number + 1)
            if self.is_comment[number]:
                comment += line
                continue
            if comment:
                parts.append(_apart(lead, comment))
                lead = comment = ""
            lead += line
        return lead, comment

    def _part(self, entry: _Entry, lead: str, above: str) -> Part:
        """A field, entry or item."""
        start = self.starts[entry.first]
        mark = start + entry.column + 1
        if entry.key:
            colon = COLON.match(self.text, entry.key.end)
            mark = colon.end() if colon else entry.key.end
        found = self._known(entry, mark) or self._in_one_piece(entry, mark)
        width = len(entry.dash)
        head = " " * width + self.text[start + width : found.head]
        return Part(entry.key.value if entry.key else "", lead, above, head, found.body, found.rest)

    def _known(self, entry: _Entry, mark: int) -> _Cut | None:
        """Cut an entry whose key or dash ends at a place; None if it cannot be told where its value ends."""
        value, stop = entry.value, self.starts[entry.last]
        if not mark <= value.start <= value.end or value.start >= stop or self.text[value.start] in "&*":
            return None
        if not isinstance(value, Scalar) and self.text[value.start] not in "{[":
            return self._with_block(entry, value, mark)
        if value.start == value.end:
            rest = _REST.fullmatch(self.text, mark, stop)
            return _Cut(mark, Body(value, "", entry.column, is_free=entry.is_free), rest[0]) if rest else None
        close = value.start + len(self.text[value.start : min(value.end, stop)].rstrip())
        rest = _REST.fullmatch(self.text, close, stop)
        if not rest:
            return None
        return _Cut(value.start, inline(self.text, value, close, entry.column, is_free=entry.is_free), rest[0])

    def _with_block(self, entry: _Entry, value: Table | Sequence, mark: int) -> _Cut | None:
        """Cut an entry that has a block, below it or behind its dash."""
        begin = self.line_of(value.start)
        if begin > entry.first and (rest := _REST.fullmatch(self.text, mark, self.starts[entry.first + 1])):
            body = self.block(value, entry.first + 1, entry.last, is_free=entry.is_free)
            return _Cut(mark, body, rest[0]) if body else None
        if begin == entry.first and entry.key is None:
            dash = self.text[self.starts[entry.first] : value.start]
            body = self.block(value, entry.first, entry.last, is_free=entry.is_free, dash=dash)
            return _Cut(value.start, body, "") if body else None
        return None

    def _in_one_piece(self, entry: _Entry, mark: int) -> _Cut:
        """An entry whose value is not cut."""
        while self.text[mark : mark + 1] == " ":
            mark += 1
        stop = self.starts[entry.last]
        text = self.text[mark:stop].rstrip()
        body = Body(entry.value, text, entry.column, is_free=entry.is_free)
        return _Cut(mark, body, self.text[mark + len(text) : stop])


def _is_data(key: Scalar | None) -> bool:
    return key is not None and key.value == "data"


def _apart(lead: str, comment: str) -> Part:
    """Comments that belong to nothing."""
    return Part(f"#{comment.strip()}", lead, comment, "", None, "")
