"""Cuts values that do not stand on lines of their own: single ones, and lists and mappings in brackets."""

import re

from argmap.editing.merging.pieces import Body, Part
from argmap.formats.trees.tree import Node, Scalar, Table

COLON = re.compile(r"\s*:")
_SEPARATOR = re.compile(r"\s*,\s*")
_BEFORE_FIRST = re.compile(r"\s*")
_AT_END = re.compile(r"\s*(?:,\s*)?")


def inline(text: str, node: Node, end: int, column: int, *, is_free: bool) -> Body:
    """Cut a value that is no block.

    Args:
        text: The whole text.
        node: The value.
        end: Where it ends.
        column: Where the line stands that it belongs to.
        is_free: Whether values have types here.
    """
    if isinstance(node, Scalar):
        return Body(node, text[node.start : end], column, is_free=is_free)
    own = text[node.start : node.end]
    whole = Body(node, own, column, is_free=is_free)
    if own[:1] + own[-1:] != ("{}" if isinstance(node, Table) else "[]"):
        return whole
    parts: list[Part] = []
    place = node.start + 1
    for key, value in node.pairs if isinstance(node, Table) else [(None, item) for item in node.items]:
        start = key.start if key else value.start
        separator = _SEPARATOR if parts else _BEFORE_FIRST
        if start < place or not separator.fullmatch(text, place, start):
            return whole
        part = _part(text, key, value, whole, lead=text[place:start])
        if part is None:
            return whole
        parts.append(part)
        place = start + len(part.own)
    if not _AT_END.fullmatch(text, place, node.end - 1):
        return whole
    return Body(node, own, column, False, tuple(parts), own[0], text[place : node.end], is_free)


def _part(text: str, key: Scalar | None, value: Node, whole: Body, *, lead: str) -> Part | None:
    """A field or item in brackets; None if it cannot be told where it ends."""
    name = key.value if key else ""
    is_free = whole.is_free or name == "data"
    start = mark = value.start
    if key:
        colon = COLON.match(text, key.end)
        start, mark = key.start, colon.end() if colon else key.end
    if isinstance(value, Scalar) and value.start == value.end:
        return Part(name, lead, "", text[start:mark], Body(value, "", whole.column, is_free=is_free), "")
    if value.start < mark or text[value.start] in "&*":
        return None
    body = inline(text, value, value.end, whole.column, is_free=is_free)
    return Part(name, lead, "", text[start : value.start], body, "")
