"""What the YAML of dsanson's argmap looks like from afar."""

import re
from collections.abc import Iterator

from argmap.core.source import SourceFile
from argmap.formats.foreign.halves import without_halves
from argmap.formats.glimpse import Glimpse
from argmap.formats.sanson.strengths import weight_of
from argmap.formats.trees.scalars import value_of
from argmap.formats.trees.tree import Node, Scalar, Table
from argmap.formats.trees.yaml_tree import yaml_tree

_WORD = r"(?:reason|objection|support|rebuttal|pro|con|obj)s?(?:[ _.0-9-][\w .-]{0,30})?"
_REASON = rf"(?:-[\w .-]{{0,30}}|[ro][ _.-]?[0-9]*[a-z]?|{_WORD})"
_NAME = re.compile(_REASON, re.IGNORECASE)
_LINE = re.compile(rf"""^[ \t]+["']?{_REASON}["']?[ \t]*:[ \t]*(?:\{{|\#|\r?$)""", re.MULTILINE | re.IGNORECASE)
_LONGEST = 2_000_000
"""Characters beyond which a text is not parsed only to tell what it is."""


def looks_like(glimpse: Glimpse) -> bool:
    """Whether a text is a mapping of sentences to reasons with the usual names, and of these to sentences."""
    if glimpse.head[:1] in ("[", "<", "=") or len(glimpse.text) > _LONGEST or not _LINE.search(glimpse.head):
        return False
    tree, _ = yaml_tree(without_halves(SourceFile("", glimpse.text)))
    if not isinstance(tree, Table):
        return False
    claims = [(key.value, value) for key, value in tree.pairs]
    reasons = [reason for key, value in claims for reason in _inside(value, "note")]
    return (
        any(" " in text for text, _ in claims)
        and bool(reasons)
        and all(_is_open(value) for _, value in claims)
        and all(_NAME.fullmatch(name) and _is_open(value) for name, value in reasons)
        and all(_is_premise(name, value) for _, reason in reasons for name, value in _inside(reason))
    )


def _inside(node: Node, *apart: str) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Table):
        yield from ((key.value, value) for key, value in node.pairs if key.value not in apart)


def _is_open(node: Node) -> bool:
    """Whether a mapping stands there, or may."""
    return isinstance(node, Table) or (isinstance(node, Scalar) and node.is_null)


def _is_premise(name: str, node: Node) -> bool:
    if name == "strength":
        return isinstance(node, Scalar) and weight_of(value_of(node)) is not None
    return isinstance(node, Scalar) if name in ("label", "note") else _is_open(node)
