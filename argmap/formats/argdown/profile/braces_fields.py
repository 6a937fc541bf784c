"""Data in braces as trees for argmap's own format, so that its forms say what is wrong with them."""

from collections.abc import Iterable
from typing import Any

from argmap.formats.trees.tree import Node, Scalar, Sequence, Table

Fields = dict[str, tuple[Scalar, Node]]
"""Keys and values by name."""


def tree_of(value: object) -> Node:
    """A value as a tree without places."""
    if isinstance(value, dict):
        return Table([(scalar(str(key)), tree_of(item)) for key, item in value.items()], -1, -1)
    if isinstance(value, list | tuple):
        return Sequence([tree_of(item) for item in value], -1, -1)
    if isinstance(value, bool) or value is None:
        return Scalar({True: "true", False: "false", None: "null"}[value], -1, -1, True)
    return Scalar(str(value), -1, -1, not isinstance(value, str))


def scalar(text: str, like: Node | None = None) -> Scalar:
    """A text in quotes, at the place of a node if there is one."""
    return Scalar(text, like.start if like else -1, like.end if like else -1, False)


def fields_in(data: Any, node: Node | None) -> Fields:
    """The fields of some data; `node` is their tree if they were typed."""
    tree = node if isinstance(node, Table) else tree_of(data) if isinstance(data, dict) else None
    return {key.value: (key, value) for key, value in tree.pairs} if isinstance(tree, Table) else {}


def texts(items: Iterable[str]) -> Sequence:
    """A list of texts."""
    return Sequence([scalar(item) for item in items], -1, -1)
