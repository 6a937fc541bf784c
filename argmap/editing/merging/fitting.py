"""Pieces moved to where the layout is another one: other columns, from below a key into brackets, and out of them."""

import re
from dataclasses import replace

from argmap.editing.merging.pieces import Body, Part
from argmap.formats.native.yaml_text import flow, is_plain, scalar
from argmap.formats.trees.scalars import value_of
from argmap.formats.trees.tree import Node, Scalar, Sequence

_IN_QUOTES = re.compile(r"\A(?:\"[^\n]*\"|'[^\n]*')\Z")


def fitted(part: Part, body: Body, host: Body) -> Part:
    """A part of one value as it would stand in another one; short forms have none of the two layouts.

    Args:
        part: The part.
        body: The value that it is a part of.
        host: The value that it is to be a part of.
    """
    if part.body is None:
        return part if not host.is_block else part.shifted(host.column - body.column)
    if host.is_block:
        if body.is_block and body.parts is not None:
            return part.shifted(host.column - body.column)
        return _below(part, part.body, host)
    if body.parts is not None and not body.is_block:
        return part
    head = part.head if body.parts is None else part.head.strip().removeprefix("-").strip()
    return Part(part.name, "", "", f"{head} " if head.strip() else "", _on_one_line(part.body), "")


def _below(part: Part, value: Body, host: Body) -> Part:
    """A part from brackets, or of a short form, in a block."""
    is_item = isinstance(host.node, Sequence)
    head = "- " if is_item else f"{part.head.rstrip()} "
    return replace(
        part, lead="", head=" " * host.column + head, body=value.shifted(host.column - value.column), rest="\n"
    )


def _on_one_line(value: Body) -> Body:
    """A value as it may stand in brackets."""
    if value.node is None or (not value.is_block and value.parts is not None):
        return value
    if isinstance(value.node, Scalar) and (
        _IN_QUOTES.match(value.text) or (value.text == value.node.value and is_plain(value.text, True))
    ):
        return value
    return Body(value.node, in_brackets(value.node, value.is_free), value.column, is_free=value.is_free)


def in_brackets(node: Node, is_free: bool) -> str:
    """A value written anew, on one line."""
    if isinstance(node, Scalar):
        if is_free:
            value = value_of(node)
            return node.value if node.plain and not isinstance(value, str) else scalar(node.value, True, True)
        return "null" if node.is_null else scalar(node.value, True)
    if isinstance(node, Sequence):
        return "[" + ", ".join(in_brackets(item, is_free) for item in node.items) + "]"
    pairs = (f"{flow(key.value)}: {in_brackets(item, is_free or key.value == 'data')}" for key, item in node.pairs)
    return "{" + ", ".join(pairs) + "}"
