"""Data in braces and front matter: YAML within an Argdown text, as values and as a tree with its places."""

import re
from dataclasses import replace
from typing import Any

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.files import undecodable
from argmap.core.source import SourceFile, Span
from argmap.formats.argdown.text.manuscript import Manuscript
from argmap.formats.argdown.text.syntax import Braces, Place
from argmap.formats.trees.scalars import value_of
from argmap.formats.trees.tree import Node, RefusedError, Scalar, Sequence, Table

_BLOCK_START = re.compile(r"\{[ \t]*(?:\r\n|\n\r?|\r)")
_FENCE_START = re.compile(r"\s*={3,}")
_FENCE_END = re.compile(r"={3,}\s*$")
_NO_SPACE = re.compile(r"[A-Za-z]\w*:[^\s/]\S*")
_COMMENT = re.compile(r"(?<=\s)#")


def read_braces(script: Manuscript, place: Place) -> tuple[Braces, list[Diagnostic]]:
    """Read `{...}`, which `place` covers with its braces.

    A line break right after the opening brace makes the lines between the braces a block of YAML; otherwise they are a
    mapping in YAML's flow style.

    Returns:
        The data, and an `invalid-data` for what is wrong in them. If they cannot be read, their value is None.
    """
    text = script.text[place.start : place.end].rstrip()
    block = _BLOCK_START.match(text)
    if block is None:
        return _read(script, place, 0, text)
    return _read(script, place, block.end(), text[block.end() :].removesuffix("}"))


def read_front_matter(script: Manuscript, place: Place) -> tuple[Braces, list[Diagnostic]]:
    """Read the block of YAML between two lines of `===`, which `place` covers with both; otherwise as `read_braces`."""
    text = script.text[place.start : place.end]
    fence = _FENCE_START.match(text)
    start = fence.end() if fence else 0
    return _read(script, place, start, _FENCE_END.sub("", text[start:]))


def _read(script: Manuscript, place: Place, skipped: int, text: str) -> tuple[Braces, list[Diagnostic]]:
    from argmap.formats.trees.yaml_tree import yaml_tree

    snippet = SourceFile("", text)
    fault = undecodable(snippet)
    tree, fault = (None, fault) if fault else yaml_tree(snippet)
    reader = _Reader(script, place.start + skipped, len(text), snippet)
    node, value = None, None
    try:
        if fault:
            raise RefusedError(_explained(fault, text))
        if tree is not None:
            node, value = reader.take(tree)
            if not isinstance(node, Table) and value is not None:
                raise RefusedError(
                    finding("invalid-data", "data is given as `key: value`", Span(snippet, 0, len(text)))
                )
    except RefusedError as refused:
        reader.found.append(refused.diagnostic)
        node, value = None, None
    if value is None:
        node = None
    return Braces(value, node, place), [reader.placed(item, place) for item in reader.found]


def _explained(fault: Diagnostic, text: str) -> Diagnostic:
    """The same as `invalid-data`. Its notes speak of lines of the snippet, which are not those of the file."""
    comment = _COMMENT.search(text)
    if comment and fault.primary and comment.start() < fault.primary.start and fault.name == "syntax-error":
        place = Span(fault.primary.source, comment.start(), comment.end())
        return finding(
            "invalid-data", "a comment begins here", place, help="a text with `#` in it needs quotes around it"
        )
    return finding("invalid-data", fault.message, fault.primary, help=fault.help)


class _Reader:
    """Moves a tree to its place in the manuscript and reads its values. `found` still has places in the snippet."""

    def __init__(self, script: Manuscript, shift: int, size: int, snippet: SourceFile) -> None:
        self.script = script
        self.shift = shift
        self.left = size + 1
        self.snippet = snippet
        self.found: list[Diagnostic] = []

    def placed(self, item: Diagnostic, within: Place) -> Diagnostic:
        if item.primary is None:
            return item
        start = min(item.primary.start + self.shift, within.end)
        end = min(item.primary.end + self.shift, within.end)
        return replace(item, primary=self.script.span(Place(start, end)))

    def take(self, node: Node) -> tuple[Node, Any]:
        # Every value that is typed takes a character; only aliases make more of them, so this bounds the whole work.
        self.left -= 1
        if self.left < 0:
            place = Span(self.snippet, node.start, node.end)
            raise RefusedError(finding("invalid-data", "aliases (`*name`) bring in too many values", place))
        start, end = node.start + self.shift, node.end + self.shift
        if isinstance(node, Scalar):
            return Scalar(node.value, start, end, node.plain), value_of(node)
        if isinstance(node, Sequence):
            items = [self.take(item) for item in node.items]
            return Sequence([item for item, _ in items], start, end), [value for _, value in items]
        return self.table(node, start, end)

    def table(self, node: Table, start: int, end: int) -> tuple[Node, Any]:
        pairs = []
        values: dict[str, Any] = {}
        for key, content in node.pairs:
            item, value = self.take(content)
            if key.value in values:
                place = Span(self.snippet, key.start, key.end)
                self.found.append(finding("invalid-data", f"the key `{key.value}` is already in use", place))
            elif key.plain and value is None and _NO_SPACE.fullmatch(key.value):
                place = Span(self.snippet, key.start, key.end)
                message = f"`{key.value}` is a key without a value"
                self.found.append(finding("invalid-data", message, place, help="a space belongs behind the colon"))
            values[key.value] = value
            pairs.append((Scalar(key.value, key.start + self.shift, key.end + self.shift, key.plain), item))
        return Table(pairs, start, end), values
