"""YAML as plain values, read as `Values` reads JSON: lists, mappings, texts, numbers, truth values and None."""

from collections.abc import Iterable
from typing import Any

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.formats.trees.places import Path, Places
from argmap.formats.trees.scalars import value_of
from argmap.formats.trees.tree import Node, RefusedError, Scalar, Sequence, Table
from argmap.formats.trees.values import Object, Values
from argmap.formats.trees.yaml_tree import yaml_tree

_MERGE = "<<"
"""The key of what a mapping takes over from another one."""


class YamlValues(Values):
    """The values of a YAML text, with what is found wrong with them on the way.

    Keys are texts, as they were typed. So are numbers and words such as `yes` where a text is asked for. Mappings are
    merged where the text says so (`<<: *base`).

    Args:
        source: The text, without half characters.
        fault: The name of the finding on a value of the wrong type.

    Attributes:
        repeated: What keys say that were given before: the way to the mapping, the key and the value.

    Raises:
        RefusedError: The text is no YAML, or is refused for another reason.
    """

    def __init__(self, source: SourceFile, fault: str = "odd-value") -> None:
        self.repeated: list[tuple[Path, str, Any]] = []
        self._twice: list[tuple[Scalar, Scalar]] = []
        super().__init__(source, fault)

    def _root(self) -> Any:
        tree, refused = yaml_tree(self.source)
        if refused:
            raise RefusedError(refused)
        if tree is None:
            return None
        self._places = Places(self.source, tree)
        return self._plain(tree, ())

    def _tree(self) -> tuple[Node | None, Diagnostic | None]:
        return (self._places.tree if self._places else None), None

    def as_text(self, value: Any, key: str, path: Path) -> str | None:
        """A text that is already at hand, or a number or truth value as it was typed."""
        return (
            self.typed(value, (*path, key))
            if isinstance(value, bool | int | float)
            else super().as_text(value, key, path)
        )

    def name(self, of: Object, key: str, path: Path) -> str | None:
        """A name, which may look like a number or a truth value."""
        return self.text(of, key, path)

    def typed(self, value: Any, path: Path) -> str:
        """What was typed for a single value, which may be a number or a truth value."""
        scalar = None if isinstance(value, str) or self._places is None else self._places.scalar(path)
        return str(value) if scalar is None else scalar.value

    def diagnostics(self) -> list[Diagnostic]:
        """All that is wrong, in file order."""
        self._has_repeated_keys = bool(self._twice)
        return super().diagnostics()

    def _given_twice(self, tree: Node) -> Iterable[Diagnostic]:
        for first, again in self._twice:
            line = self.source.position(first.start)[0]
            message = f"`{again.value}` is given twice; the first one, in line {line}, is used"
            yield finding("repeated-node", message, Span(self.source, again.start, again.end))

    def _plain(self, node: Node, path: Path) -> Any:
        if isinstance(node, Scalar):
            return value_of(node)
        if isinstance(node, Sequence):
            return [self._plain(item, (*path, number)) for number, item in enumerate(node.items)]
        return self._mapping(node, path)

    def _mapping(self, table: Table, path: Path) -> Object:
        made: Object = {}
        keys: dict[str, Scalar] = {}
        merged: list[Node] = []
        for key, node in table.pairs:
            if key.plain and key.value == _MERGE and not isinstance(node, Scalar):
                merged += node.items if isinstance(node, Sequence) else [node]
                continue
            value = self._plain(node, (*path, key.value))
            first = keys.setdefault(key.value, key)
            if first is key:
                made[key.value] = value
            else:
                self._twice.append((first, key))
                self.repeated.append((path, key.value, value))
        for node in merged:
            base = self._plain(node, (*path, _MERGE))
            made = {**base, **made} if isinstance(base, dict) else made
        return made
