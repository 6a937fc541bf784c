"""YAML text to a tree, event by event: no tags, no merge keys, no types guessed, and bounds on everything."""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.formats.trees.tree import MAX_DEPTH, Node, RefusedError, Scalar, Sequence, Table

MAX_ALIASED = 100_000
"""How many values may come in through aliases (`*name`) in one file."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_HINTS = {
    "mapping values are not allowed": "a text that contains `: ` needs quotes around it",
    "could not find expected ':'": "a key is followed by `: `; a text of several lines needs quotes or a `|` block",
    "cannot start any token": "indent with spaces, not tabs, and put texts that begin with a special sign in quotes",
    "did not find expected key": "is this line indented like its neighbours, and are all quotes closed?",
    "block mapping": "is this line indented like its neighbours, and are all quotes closed?",
    "unexpected end of stream": "a quote or bracket that was opened above is never closed",
    "did not find expected ',' or": "a bracket that was opened above is never closed, or a comma is missing",
    "did not find expected alphabetic": "a text that begins with `*` or `&` needs quotes around it",
}


_COLOUR = re.compile(r":[ \t]+#[0-9a-fA-F]{3,8}\b")
_COLOUR_HINT = "`#` begins a comment; a colour needs quotes around it"


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been seen."""

    start: int
    is_table: bool
    anchor: str | None
    items: list[Node] = field(default_factory=list)
    size: int = 1
    height: int = 1


class _Builder:
    """Puts events together to a tree."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0
        self.anchors: dict[str, tuple[Node, int, int]] = {}
        self.aliased = 0

    def span(self, event: Any) -> Span:
        return Span(self.source, event.start_mark.index, max(event.end_mark.index, event.start_mark.index))

    def refuse(self, name: str, message: str, event: Any, help: str | None = None) -> None:
        raise RefusedError(finding(name, message, self.span(event), help=help))

    def add(self, node: Node, size: int, height: int = 0) -> None:
        """Put a node where it stands, with the number of values in it, and how deep it is nested in itself."""
        if self.stack:
            inside = self.stack[-1]
            inside.items.append(node)
            inside.size += size
            inside.height = max(inside.height, height + 1)
        else:
            self.root = node

    def take(self, event: Any) -> None:
        if getattr(event, "tag", None) is not None and not (
            isinstance(event, yaml.ScalarEvent) and event.tag == "!" and not event.implicit[0]
        ):
            self.refuse("yaml-tag", f"the tag `{event.tag}` is not allowed", event, "argmap reads every value as typed")
        match event:
            case yaml.ScalarEvent():
                self.scalar(event)
            case yaml.AliasEvent():
                self.alias(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self.open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.close(event)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self.refuse("syntax-error", "a second document begins here; a file holds one map", event)

    def scalar(self, event: Any) -> None:
        node = Scalar(event.value, event.start_mark.index, event.end_mark.index, not event.style)
        if event.anchor:
            self.anchors[event.anchor] = (node, 1, 0)
        self.add(node, 1)

    def alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            self.refuse("syntax-error", f"`*{event.anchor}` refers to nothing above", event, _HINTS_STAR)
        node, size, height = self.anchors[event.anchor]
        self.aliased += size
        if self.aliased > MAX_ALIASED:
            self.refuse("alias-bomb", f"aliases bring in more than {MAX_ALIASED:,} values", event)
        if len(self.stack) + height > MAX_DEPTH:
            self.refuse("too-deep", f"nested more than {MAX_DEPTH} levels deep", event)
        self.add(node, size, height)

    def open(self, event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self.refuse("too-deep", f"nested more than {MAX_DEPTH} levels deep", event)
        is_table = isinstance(event, yaml.MappingStartEvent)
        self.stack.append(_Open(event.start_mark.index, is_table, event.anchor))

    def close(self, event: Any) -> None:
        done = self.stack.pop()
        node: Node
        if done.is_table:
            pairs = []
            for key, value in zip(done.items[::2], done.items[1::2], strict=True):
                if not isinstance(key, Scalar):
                    place = Span(self.source, key.start, key.end)
                    raise RefusedError(
                        finding("syntax-error", "a key must be a single word, not a list or mapping", place)
                    )
                pairs.append((key, value))
            node = Table(pairs, done.start, event.end_mark.index)
        else:
            node = Sequence(done.items, done.start, event.end_mark.index)
        if done.anchor:
            self.anchors[done.anchor] = (node, done.size, done.height)
        self.add(node, done.size, done.height)


_HINTS_STAR = "a text that begins with `*` needs quotes around it"


def yaml_tree(source: SourceFile) -> tuple[Node | None, Diagnostic | None]:
    """Return the tree of a YAML text, or None for an empty one, and the finding that stopped the reading, if any."""
    builder = _Builder(source)
    # A byte order mark counts for nothing in the places that the parser tells; a line end in its stead counts.
    text = "\n" + source.text[1:] if source.text.startswith("\ufeff") else source.text
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except RefusedError as refused:
        return None, refused.diagnostic
    except yaml.MarkedYAMLError as error:
        return None, _marked(source, error)
    except yaml.reader.ReaderError as error:
        place = min(error.position, len(source.text))
        return None, finding(
            "syntax-error",
            f"the character U+{_code_point(error.character):04X} is not allowed in YAML",
            Span(source, place, min(place + 1, len(source.text))),
        )
    return builder.root, None


def _marked(source: SourceFile, error: yaml.MarkedYAMLError) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    place = min(mark.index if mark else 0, len(source.text))
    problem = error.problem or error.context or "this is not YAML"
    hint = next((hint for part, hint in _HINTS.items() if part in f"{problem} {error.context or ''}"), None)
    notes = []
    if _COLOUR.search(source.text[:place].rstrip().rpartition("\n")[2]):
        hint = _COLOUR_HINT
    if error.context and error.context_mark and error.context_mark is not mark:
        notes.append(f"{error.context} that begins in line {error.context_mark.line + 1}")
    return finding("syntax-error", f"not valid YAML: {problem}", Span(source, place, place), notes=notes, help=hint)


def _code_point(character: object) -> int:
    return ord(character) if isinstance(character, str) else int(str(character))
