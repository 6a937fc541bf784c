"""The tree of a YAML text as it is typed: with styles, anchors and aliases, and ends without what follows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PROPERTY = re.compile(r"[&!][^\s,\[\]{}]*")
_SPACE = re.compile(r"(?:\s|#[^\n]*)*")
_NOTHING = ("", "~", "null")


@dataclass(slots=True, eq=False)
class Leaf:
    """A single value.

    Attributes:
        value: What it says; of an alias the name of its anchor.
        start: Where it begins, with its anchor.
        begin: Where it begins behind its anchor.
        end: Where it ends: of a `|` block behind its last line, without the line end (but see `keeps`).
        style: How it is typed: plainly (``), in quotes, as a block, or as an alias (`*`).
        anchor: Name of its anchor, or None.
        keeps: Whether it is a block that keeps the blank lines after it (`|+`); they are part of it then.
    """

    value: str
    start: int
    begin: int
    end: int
    style: str = ""
    anchor: str | None = None
    keeps: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was typed, or one of YAML's words for nothing."""
        return self.style == "" and self.value in _NOTHING


@dataclass(slots=True, eq=False)
class Table:
    """A mapping; `is_flow` if it is typed in `{ }`, or as a single pair inside `[ ]`. Offsets as in `Leaf`."""

    start: int
    begin: int
    is_flow: bool
    anchor: str | None = None
    end: int = 0
    pairs: "list[tuple[Leaf, Node]]" = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Sequence:
    """A list; `is_flow` if it is typed in `[ ]`. Offsets as in `Leaf`."""

    start: int
    begin: int
    is_flow: bool
    anchor: str | None = None
    end: int = 0
    items: "list[Node]" = field(default_factory=list)


Node: TypeAlias = Leaf | Table | Sequence


class _Builder:
    """Puts events together to a tree."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[tuple[Table | Sequence, list[Node]]] = []
        self.root: Node | None = None
        self.last = 0

    def take(self, event: Any) -> None:
        match event:
            case yaml.ScalarEvent():
                self.add(self.leaf(event))
            case yaml.AliasEvent():
                self.add(self.alias(event))
            case yaml.MappingStartEvent():
                self.start(Table, event)
            case yaml.SequenceStartEvent():
                self.start(Sequence, event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.close(event)

    def add(self, node: Node) -> None:
        if self.open:
            self.open[-1][1].append(node)
        else:
            self.root = node

    def start(self, kind: type[Table | Sequence], event: Any) -> None:
        self.last = self.begin(event)
        self.open.append((kind(event.start_mark.index, self.last, bool(event.flow_style), event.anchor), []))

    def alias(self, event: Any) -> Leaf:
        start = event.start_mark.index
        self.last = event.end_mark.index
        return Leaf(event.anchor, start, start, self.last, "*")

    def leaf(self, event: Any) -> Leaf:
        start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
        begin = self.begin(event)
        keeps = False
        if style in ("|", ">"):
            header = self.text[begin : self.text.find("\n", begin) if "\n" in self.text[begin:end] else end]
            keeps = "+" in header.partition("#")[0]
            end = end if keeps else begin + len(self.text[begin:end].rstrip())
        self.last = max(self.last, end)
        return Leaf(event.value, start, begin, end, style, event.anchor, keeps)

    def begin(self, event: Any) -> int:
        """Where a value itself begins, behind its anchor."""
        start: int = event.start_mark.index
        if event.anchor is None:
            return start
        found = _PROPERTY.match(self.text, start)
        space = _SPACE.match(self.text, found.end() if found else start)
        stop: int = event.end_mark.index
        return min(space.end() if space else start, stop)

    def close(self, event: Any) -> None:
        node, inside = self.open.pop()
        if isinstance(node, Table):
            for key, value in zip(inside[::2], inside[1::2], strict=True):
                assert isinstance(key, Leaf)
                node.pairs.append((key, value))
        else:
            node.items = inside
        self.last = node.end = max(self.last, event.end_mark.index if node.is_flow else self.last)
        self.add(node)


def syntax(text: str) -> Node | None:
    """The tree of a YAML text that the reader has read, or None for an empty one.

    Raises:
        yaml.YAMLError: It is not YAML.
    """
    builder = _Builder(text)
    for event in yaml.parse(text, Loader=_LOADER):
        builder.take(event)
    return builder.root


def inner(node: Node) -> Iterator[Node]:
    """A node and all that is in it, outermost first, in the order of the text."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Table):
            waiting += [part for pair in reversed(node.pairs) for part in reversed(pair)]
        elif isinstance(node, Sequence):
            waiting += reversed(node.items)


Reading: TypeAlias = Any
"""What a tree says, whatever its layout: a text, None, a list, or a mapping."""


def reading(node: Node) -> Reading:
    """What a tree says. Aliases count as what they stand for; a key that comes again gets a number."""
    anchors: dict[str, Reading] = {}

    def said(node: Node) -> Reading:
        found: Reading
        if isinstance(node, Leaf):
            if node.style == "*":
                return anchors.get(node.value)
            found = None if node.is_nothing else node.value
        elif isinstance(node, Sequence):
            found = [said(item) for item in node.items]
        else:
            found = {}
            for key, value in node.pairs:
                name: Any = anchors.get(key.value) if key.style == "*" else key.value
                if key.anchor:
                    anchors[key.anchor] = key.value
                found[(name, len(found)) if name in found else name] = said(value)
        if node.anchor:
            anchors[node.anchor] = found
        return found

    return said(node)


def is_same(one: Reading, other: Reading) -> bool:
    """Whether two readings are equal, the order of mappings included."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(map(is_same, one.values(), other.values()))
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return type(one) is type(other) and bool(one == other)
