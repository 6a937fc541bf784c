"""Text as plain values, and what is wrong with them. Places are looked up only where there is something to say."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from argmap.core.diagnostics import Diagnostic, finding, in_file_order
from argmap.core.model import Spans
from argmap.core.source import LazySpans, SourceFile, Span
from argmap.formats.trees.json_tree import json_tree
from argmap.formats.trees.places import Path, Places, repeated_keys
from argmap.formats.trees.tree import MAX_DEPTH, Node

Object: TypeAlias = dict[str, Any]

_HALF = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
_LONGEST_NUMBER = 300


class RefusedValueError(Exception):
    """The text is no JSON, or is nested too deeply. The tree of the text says so, with the place."""


class Values:
    """The values of a JSON text, with what is found wrong with them on the way.

    Args:
        source: The text.
        fault: The name of the finding on a value of the wrong type.

    Attributes:
        source: The text.
        root: What it says as a whole; None for an empty text.

    Raises:
        RefusedValueError: The text is no JSON.
    """

    def __init__(self, source: SourceFile, fault: str = "wrong-type") -> None:
        self.source = source
        self._fault = fault
        self._found: list[tuple[str, str, Path, str | None]] = []
        self._has_repeated_keys = False
        self._places: Places | None = None
        self.root = self._root()

    def _root(self) -> Any:
        if _HALF.search(self.source.text) and json_tree(self.source)[1]:
            raise RefusedValueError
        return self._read(self.source.text)

    def _tree(self) -> tuple[Node | None, Diagnostic | None]:
        return json_tree(self.source)

    def _read(self, text: str) -> Any:
        if not text.strip(" \t\r\n"):
            return None
        try:
            return json.loads(text, object_pairs_hook=self._object, parse_int=_integer, parse_constant=_refuse_constant)
        except (ValueError, RecursionError):
            raise RefusedValueError from None

    def _object(self, pairs: list[tuple[str, Any]]) -> Object:
        made = dict(pairs)
        if len(made) < len(pairs):  # the first one counts
            self._has_repeated_keys = True
            made = dict(reversed(pairs))
            return {key: made[key] for key, _ in pairs}
        return made

    def wrong(self, path: Path, message: str, name: str | None = None, help: str | None = None) -> None:
        """Note that something is wrong with the value at a path, or if there is none, with what it is missing in."""
        self._found.append((name or self._fault, message, path, help))

    def note(self, name: str, message: str, place: Path, help: str | None = None) -> None:
        """The same with the name of the finding first: so everything that keeps notes takes them."""
        self._found.append((name, message, place, help))

    def spans(self, places: Mapping[str, Path]) -> Spans:
        """The places of the parts of an entity, worked out when somebody first asks."""
        return _ValueSpans(self, places)

    def span(self, path: Path) -> Span:
        """The place of a value, or of its key if it is an object or a list."""
        if self._places is None:
            tree, _ = self._tree()
            assert tree is not None
            self._places = Places(self.source, tree)
        return self._places.span(path)

    def table(self, of: Object, key: str, path: Path) -> Object:
        """An object in another one; an empty one if it is missing or something else. `path` is that of the outer one.

        The same goes for the functions that follow.
        """
        value = of.get(key)
        if isinstance(value, dict):
            return value
        if value is not None:
            self.wrong((*path, key), f"`{key}` must be an object")
        return {}

    def items(self, of: Object, key: str, path: Path) -> list[Any]:
        """A list. `null` for an empty one is odd only in files of other tools."""
        value = of.get(key)
        if isinstance(value, list):
            return value
        if value is not None or (key in of and self._fault == "odd-value"):
            self.wrong((*path, key), f"`{key}` must be a list")
        return []

    def objects(self, of: Object, key: str, path: Path) -> Iterator[tuple[Object, Path]]:
        """The objects in a list, each with its own path; anything else in it is left out."""
        for number, item in enumerate(self.items(of, key, path)):
            if isinstance(item, dict):
                yield item, (*path, key, number)
            else:
                self.wrong((*path, key, number), f"what stands in `{key}` must be objects")

    def text(self, of: Object, key: str, path: Path) -> str | None:
        """A text. A number is taken as it would be written."""
        return self.as_text(of.get(key), key, path)

    def name(self, of: Object, key: str, path: Path) -> str | None:
        """A name, which may be typed as a text or as a whole number."""
        value = of.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self.as_text(value, key, path)

    def as_text(self, value: Any, key: str, path: Path) -> str | None:
        """The same for a value that is already at hand."""
        if value is None or isinstance(value, str):
            return value
        self.wrong((*path, key), f"`{key}` must be a text")
        return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    def texts(self, of: Object, key: str, path: Path) -> list[str]:
        """A list of texts."""
        texts = []
        for number, item in enumerate(self.items(of, key, path)):
            if isinstance(item, str):
                texts.append(item)
            else:
                self.wrong((*path, key, number), f"what stands in `{key}` must be texts")
        return texts

    def flag(self, of: Object, key: str, path: Path) -> bool | None:
        """`true` or `false`."""
        value = of.get(key)
        if value is None or isinstance(value, bool):
            return value
        self.wrong((*path, key), f"`{key}` must be `true` or `false`")
        return None

    def number(self, of: Object, key: str, path: Path) -> int | None:
        """A whole number from 0."""
        value = of.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        if value is not None:
            self.wrong((*path, key), f"`{key}` must be a whole number")
        return None

    def data(self, of: Object, path: Path, key: str = "data") -> Any:
        """What stands under `data`, or under another key, whatever it is.

        Raises:
            RefusedValueError: It is nested too deeply.
        """
        value = of.get(key)
        waiting = [(value, len(path) + 2)] if isinstance(value, dict | list) else []
        while waiting:
            item, depth = waiting.pop()
            if depth > MAX_DEPTH:
                raise RefusedValueError
            inside = item.values() if isinstance(item, dict) else item
            waiting += [(each, depth + 1) for each in inside if isinstance(each, dict | list)]
        return value

    def diagnostics(self) -> list[Diagnostic]:
        """All that is wrong, in file order."""
        if not self._found and not self._has_repeated_keys:
            return []
        tree, refused = self._tree()
        if refused or tree is None:
            return [refused] if refused else []
        span_of = Places(self.source, tree).span
        told = [finding(name, message, span_of(path), help=hint) for name, message, path, hint in self._found]
        return in_file_order([*told, *self._given_twice(tree)])

    def _given_twice(self, tree: Node) -> Iterable[Diagnostic]:
        """The findings on keys that stand twice in one object."""
        name = "duplicate-key" if self._fault == "wrong-type" else self._fault
        return repeated_keys(self.source, tree, name) if self._has_repeated_keys else ()


class _ValueSpans(LazySpans):
    """The places of the parts of an entity that was made of values."""

    __slots__ = ("_paths", "_values")

    def __init__(self, values: Values, paths: Mapping[str, Path]) -> None:
        super().__init__()
        self._values = values
        self._paths = paths

    def _make(self) -> Mapping[str, Span]:
        return {name: self._values.span(path) for name, path in self._paths.items()}


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def _refuse_constant(name: str) -> None:
    raise ValueError(name)
