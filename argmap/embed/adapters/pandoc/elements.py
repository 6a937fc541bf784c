"""Pandoc's tree as JSON: its version, a walk that nothing in it can break, and the few elements that the filter makes.

Only code blocks, raw blocks and images are looked at; all else passes as it came, whatever a later pandoc calls it.
"""

import json
import re
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from argmap.core.errors import ArgmapError

Element: TypeAlias = dict[str, Any]
"""An element: `t` is its name, `c` its content."""
Attr: TypeAlias = list[Any]
"""Identifier, classes, and pairs of name and value."""

_OLDEST = (1, 22)
_FIGURES = (1, 23)
"""Versions of the tree: the oldest that is read (pandoc 2.11), and the first that has figures (pandoc 3.0)."""
_DEEPEST = 20_000


class Slot(NamedTuple):
    """A place in a list of elements."""

    elements: list[Any]
    position: int

    @property
    def element(self) -> Element:
        """What stands there."""
        found: Element = self.elements[self.position]
        return found

    def put(self, element: Element) -> None:
        """Let another element stand there."""
        self.elements[self.position] = element


class Tree:
    """A document as pandoc hands it to a filter.

    Args:
        data: The JSON text.

    Raises:
        ArgmapError: `no-pandoc-tree`, `old-pandoc` or `too-deep`.
    """

    def __init__(self, data: bytes) -> None:
        try:
            sys.setrecursionlimit(max(_DEEPEST, sys.getrecursionlimit()))  # the reader of JSON counts by it
            self.root: Element = json.loads(data)
            version = tuple(self.root["pandoc-api-version"])
            self.version = (int(version[0]), int(version[1]))
        except RecursionError:
            raise ArgmapError("too-deep", "the document is nested too deeply for a filter") from None
        except (ValueError, KeyError, TypeError, IndexError) as error:
            hint = "it is called by pandoc: pandoc --filter argmap-pandoc report.md -o report.html"
            raise ArgmapError("no-pandoc-tree", "the input is not a document of pandoc 2.11 or later", hint) from error
        if self.version < _OLDEST:
            shown = ".".join(map(str, self.version))
            message = f"this pandoc is too old: its documents have version {shown}, and argmap reads 1.22 and later"
            raise ArgmapError("old-pandoc", message, "take pandoc 2.11 or later")

    @property
    def has_figures(self) -> bool:
        """Whether the tree knows the element `Figure`."""
        return self.version >= _FIGURES

    def bytes(self) -> bytes:
        """The document as JSON text."""
        return json.dumps(self.root, separators=(",", ":")).encode()

    def slots(self) -> Iterator[Slot]:
        """Every place in the tree where an element stands in a list, in the order of the document, metadata last."""
        waiting: list[tuple[Any, Any]] = [(self.root, key) for key in ("meta", "blocks") if key in self.root]
        while waiting:
            container, key = waiting.pop()
            node = container[key]
            if isinstance(container, list) and kind(node):
                yield Slot(container, key)
            keys: Any = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
            waiting.extend((node, item) for item in reversed(list(keys)) if isinstance(node[item], dict | list))


def kind(node: object) -> str:
    """The name of an element; empty for what is none."""
    name = node.get("t") if isinstance(node, dict) else None
    return name if isinstance(name, str) else ""


def content(node: Element, *names: str) -> list[Any]:
    """What is in an element of one of the names, if that is a list; else an empty list."""
    found = node.get("c") if kind(node) in names else None
    return found if isinstance(found, list) else []


def words(text: str) -> list[Element]:
    """Plain text as inline elements."""
    parts = re.split(r"[ \t\r\n]+", text)
    spaced = [element for part in parts for element in ({"t": "Space"}, {"t": "Str", "c": part})][1:]
    return [element for element in spaced if element.get("c") != ""]


def plain(node: object) -> str:
    """The words of a piece of metadata or of inline elements."""
    waiting, found = [node], []
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif kind(item) in ("Space", "SoftBreak", "LineBreak"):
            found.append(" ")
        elif isinstance(item, dict) and isinstance(item.get("c"), str | list):
            waiting.append(item["c"])
        elif isinstance(item, str):
            found.append(item)
    return "".join(found)
