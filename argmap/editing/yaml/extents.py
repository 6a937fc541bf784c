"""Lines, comments and separators in a YAML text: what belongs to a node beyond its own characters."""

import re
from typing import NamedTuple

from argmap.editing.yaml.syntax import Leaf, Node, Sequence, Table

_COMMENT_LINE = re.compile(r"[ \t]*#[^\n]*(?:\n|\Z)")
_BLANK_LINE = re.compile(r"[ \t]*\r?\n")
_REST = re.compile(r"(?:[ \t]*|[ \t]+#[^\n]*?)(?=\r?(?:\n|\Z))")
_ANNOUNCED = re.compile(r"(?:\A|[\s,{\[])\?\Z")
_GAP = re.compile(r"#[^\n]*|[^#]", re.DOTALL)


class Element(NamedTuple):
    """A pair of a mapping, or an item of a list.

    Attributes:
        start: Where its key begins, or the item; for an item of a block list its dash.
        end: Where its value ends.
        value: The value.
        key: The key, or None for an item.
    """

    start: int
    end: int
    value: Node
    key: Leaf | None = None


def elements(text: str, node: Node) -> list[Element]:
    """The pairs or items of a node in their order; none of a leaf."""
    if isinstance(node, Table):
        return [Element(_pair_start(text, key), max(key.end, value.end), value, key) for key, value in node.pairs]
    if isinstance(node, Sequence) and node.is_flow:
        return [Element(item.start, item.end, item) for item in node.items]
    if isinstance(node, Sequence):
        floor, found = node.begin, []
        for item in node.items:
            dash = _dash(text, floor)
            found.append(Element(dash, max(dash + 1, item.end), item))
            floor = found[-1].end
        return found
    return []


def _pair_start(text: str, key: Leaf) -> int:
    """Where a pair begins: with its key, or with the `?` that announces a long one."""
    before = text[line_start(text, key.start) : key.start].rstrip(" \t")
    return text.rindex("?", 0, key.start) if _ANNOUNCED.search(before) else key.start


def _dash(text: str, start: int) -> int:
    """Where the next dash is, behind spaces and comments."""
    while text[start] != "-":
        start = text.find("\n", start) if text[start] == "#" else start + 1
    return start


def line_start(text: str, offset: int) -> int:
    """Where the line of a character begins."""
    return text.rfind("\n", 0, offset) + 1


def column(text: str, offset: int) -> int:
    """How many characters stand before one on its line."""
    return offset - line_start(text, offset)


def is_first(text: str, offset: int) -> bool:
    """Whether only spaces stand before a character on its line."""
    return not text[line_start(text, offset) : offset].strip(" \t")


def rest_of_line(text: str, offset: int) -> int | None:
    """Where the line ends (before its line end) if only spaces and a comment follow on it, else None."""
    if offset and text[offset - 1] == "\n":
        return offset - 1  # a block that keeps its blank lines ends behind a line end
    found = _REST.match(text, offset)
    return found.end() if found else None


def next_line(text: str, offset: int) -> int:
    """Where the next line begins, or the end of the text."""
    if offset and text[offset - 1] == "\n":
        return offset
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def below(text: str, part: Element) -> int:
    """Where the lines of an element of a block end: behind comments directly below it that are indented deeper."""
    deepest = column(text, part.start)
    at = next_line(text, part.end)
    while (line := _COMMENT_LINE.match(text, at)) and text.index("#", at) - at > deepest:
        at = line.end()
    return at


def with_comments_above(text: str, offset: int, floor: int) -> int:
    """Where the comments begin that stand directly above the line of a character, no deeper than it.

    Args:
        text: The text.
        offset: The first character of a key or item that stands first on its line.
        floor: A line start; lines before it belong to something else.
    """
    start = line_start(text, offset)
    deepest = offset - start
    while start > floor:
        above = line_start(text, start - 1)
        line = _COMMENT_LINE.match(text, above)
        if above < floor or not line or text.index("#", above) - above > deepest:
            break
        start = above
    return start


def is_blank(text: str, start: int) -> bool:
    """Whether the line that begins there is empty or has only spaces; the end of the text is no line."""
    return bool(_BLANK_LINE.match(text, start))


def past_blank_lines(text: str, start: int) -> int:
    """Where the first line begins, from this one on, that is not blank."""
    while found := _BLANK_LINE.match(text, start):
        start = found.end()
    return start


def before_blank_lines(text: str, start: int) -> int:
    """Where the blank lines begin that stand directly above a line."""
    while start and is_blank(text, above := line_start(text, start - 1)):
        start = above
    return start


def comma(text: str, start: int, end: int) -> int | None:
    """Where a comma stands between two characters, comments left aside."""
    return next((found.start() for found in _GAP.finditer(text, start, end) if found[0] == ","), None)


def newline(text: str, offset: int) -> str:
    """The line end that is used at a place: that of the line before, else the first of the text."""
    end = text.rfind("\n", 0, offset)
    end = end if end >= 0 else text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"
