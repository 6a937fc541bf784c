"""Where the values of a JSON text stand. This takes its time, and is only asked if there is something to say."""

from collections.abc import Iterator
from typing import TypeAlias

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.formats.trees.tree import Node, Scalar, Sequence, Table

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys of objects, numbers of items."""


class Places:
    """Where the values of a tree stand."""

    def __init__(self, source: SourceFile, tree: Node) -> None:
        self.source = source
        self.tree = tree
        self._pairs: dict[int, dict[str | int, tuple[Scalar, Node]]] = {}

    def span(self, path: Path) -> Span:
        """The place of a value, or of its key if it is an object or a list; that of the last one there is."""
        place = node = self.tree
        for step in path:
            if isinstance(node, Table):
                pair = self._by_key(node).get(step)
                if not pair:
                    break
                place, node = pair
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                place = node = node.items[step]
            else:
                break
        if isinstance(node, Scalar):
            place = node
        return Span(self.source, place.start, place.end if isinstance(place, Scalar) else place.start + 1)

    def scalar(self, path: Path) -> Scalar | None:
        """The scalar at the end of a path, as it was typed; None if something else or nothing is there."""
        node: Node | None = self.tree
        for step in path:
            if isinstance(node, Table):
                node = self._by_key(node).get(step, (None, None))[1]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                return None
        return node if isinstance(node, Scalar) else None

    def _by_key(self, table: Table) -> dict[str | int, tuple[Scalar, Node]]:
        found = self._pairs.get(id(table))
        if found is None:
            found = self._pairs[id(table)] = {pair[0].value: pair for pair in reversed(table.pairs)}
        return found


def repeated_keys(source: SourceFile, tree: Node, name: str) -> Iterator[Diagnostic]:
    """Tell of keys that stand twice in one object, in findings of this name."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Sequence):
            waiting += node.items
        elif isinstance(node, Table):
            waiting += [value for _, value in node.pairs]
            first: dict[str, Scalar] = {}
            for key, _ in node.pairs:
                if first.setdefault(key.value, key) is not key:
                    line = source.position(first[key.value].start)[0]
                    message = f"`{key.value}` is given twice; the first one, in line {line}, is used"
                    yield finding(name, message, Span(source, key.start, key.end))
