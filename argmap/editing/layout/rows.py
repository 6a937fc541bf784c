"""The rows of a YAML text in the canonical layout, without comments and blank lines."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from argmap.editing.layout import scalars
from argmap.editing.yaml.extents import elements
from argmap.editing.yaml.syntax import Leaf, Node, Sequence, Table

_COLON = re.compile(r"\s*:")
_MARKER = re.compile(r"(?m)^(?:%[^\r\n#]*|---|\.\.\.)(?=\s|\Z)")
_STEP = 2
_WIDTH = 120
"""How long a line may be on which a list or mapping stands in brackets."""

Level: TypeAlias = tuple[int, int]
"""A column of the old text, and the indentation that stands for it in the new one."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the new text, or several that are one value.

    Attributes:
        lines: The text; the first line without its indentation.
        indent: Indentation of the first line.
        start: Where the first sign of it stands in the old text.
        end: Behind the last one.
        levels: The columns of the old text that it and what is around it begin at, outermost first; nothing of what
            stood in brackets, where columns say nothing.
        was_flow: Whether it stood in brackets in the old text.
        is_block: Whether the first line is a key or dash with the head of a `|` or `>` block.
        brackets_end: For the first row of what stood in brackets and does no longer: where these ended. A comment
            behind them speaks of the whole, and so of this row.
    """

    lines: tuple[str, ...]
    indent: int
    start: int
    end: int
    levels: tuple[Level, ...]
    was_flow: bool = False
    is_block: bool = False
    brackets_end: int | None = None


class _At(NamedTuple):
    """Where a row goes: its indentation, and what `Row` says of the old text."""

    indent: int
    levels: tuple[Level, ...]
    was_flow: bool


class Rows:
    """Turns a tree into rows.

    Args:
        text: The old text.
        comments: Where its comments begin: a list in brackets that holds one cannot stand on one line.
    """

    def __init__(self, text: str, comments: list[int]) -> None:
        self.text = text
        self.comments = comments

    def of_document(self, root: Table) -> Iterator[Row]:
        """All rows of a text, with the marks at its beginning and end (`---`, `...`)."""
        yield from self._markers(0, root.start)
        if root.anchor:
            yield Row((f"&{root.anchor}",), 0, root.start, root.begin, ((0, 0),))
        line = self._in_one_line(root, _WIDTH)
        if line is not None:
            yield Row((line,), 0, root.begin, root.end, ((0, 0),))
        else:
            yield from self._inside(root, _At(0, (), root.is_flow))
        yield from self._markers(root.end, len(self.text))

    def _markers(self, start: int, end: int) -> Iterator[Row]:
        for found in _MARKER.finditer(self.text, start, end):
            yield Row((found[0].rstrip(),), 0, found.start(), found.end(), ((0, 0),))

    def _inside(self, node: Table | Sequence, at: _At) -> Iterator[Row]:
        was_flow = at.was_flow or node.is_flow
        for part in elements(self.text, node):
            levels = at.levels if was_flow else (*at.levels, (self._column(part.start), at.indent))
            own = _At(at.indent, levels, was_flow)
            if part.key is not None:
                yield from self._pair(part.key, part.value, part.start, own)
            else:
                yield from self._item(part.value, part.start, own)

    def _column(self, offset: int) -> int:
        return offset - self.text.rfind("\n", 0, offset) - 1

    def _pair(self, key: Leaf, value: Node, start: int, at: _At) -> Iterator[Row]:
        name = scalars.key(key)
        colon = _COLON.match(self.text, key.end)
        end = colon.end() if colon else key.end
        if len(name) > scalars.MAX_KEY:
            yield Row((f"? {name.removesuffix(':')}",), at.indent, start, key.end, at.levels, at.was_flow)
            name, start = ":", end - 1
        yield from self._valued(name, value, (start, end), at)

    def _item(self, value: Node, dash: int, at: _At) -> Iterator[Row]:
        end = dash if at.was_flow else dash + 1
        room = _WIDTH - at.indent - _STEP
        if isinstance(value, Leaf) or value.anchor or self._in_one_line(value, room) is not None:
            yield from self._valued("-", value, (dash, end), at)
            return
        first, *rest = self._inside(value, at._replace(indent=at.indent + _STEP))
        yield replace(first, lines=(f"- {first.lines[0]}", *first.lines[1:]), indent=at.indent, start=dash)
        yield from rest

    def _valued(self, opening: str, value: Node, place: tuple[int, int], at: _At) -> Iterator[Row]:
        """A key or a dash, with its value behind or below it."""
        start, end = place
        if isinstance(value, Leaf):
            first, *rest = scalars.lines(value, self.text, at.indent + _STEP)
            lines = (f"{opening} {first}".rstrip(" "), *rest)
            is_block = bool(rest) and value.style in ("|", ">")
            yield Row(lines, at.indent, start, max(end, value.end), at.levels, at.was_flow, is_block)
            return
        line = self._in_one_line(value, _WIDTH - at.indent - len(opening) - 1)
        anchor = f" &{value.anchor}" if value.anchor else ""
        if line is not None:
            yield Row((f"{opening}{anchor} {line}",), at.indent, start, value.end, at.levels, at.was_flow)
            return
        behind = value.start + len(value.anchor) + 1 if value.anchor else end
        brackets_end = value.end if value.is_flow else None
        yield Row((f"{opening}{anchor}",), at.indent, start, behind, at.levels, at.was_flow, brackets_end=brackets_end)
        yield from self._inside(value, at._replace(indent=at.indent + _STEP))

    def _in_one_line(self, node: Node, room: int) -> str | None:
        """A list or mapping that stood in brackets as one line, if there is room for it and no comment in it."""
        if isinstance(node, Leaf) or not node.is_flow:
            return None
        parts = node.pairs if isinstance(node, Table) else node.items
        line = flow(node)
        first = bisect_left(self.comments, node.begin)
        has_comment = first < len(self.comments) and self.comments[first] < node.end
        return line if not parts or (len(line) <= room and not has_comment) else None


def flow(node: Node) -> str:
    """A value in brackets, on one line."""
    if isinstance(node, Leaf):
        return scalars.on_one_line(node, in_flow=True)
    if isinstance(node, Sequence):
        inside = "[" + ", ".join(_anchored(item) or "~" for item in node.items) + "]"
    else:
        inside = "{" + ", ".join(_pair(key, value) for key, value in node.pairs) + "}"
    return inside


def _pair(key: Leaf, value: Node) -> str:
    name = scalars.key(key, in_flow=True)
    if len(name) > scalars.MAX_KEY:
        name = f"? {name.removesuffix(':')} :"
    return f"{name} {_anchored(value)}"


def _anchored(node: Node) -> str:
    anchor = f"&{node.anchor} " if node.anchor and not isinstance(node, Leaf) else ""
    return anchor + flow(node)
