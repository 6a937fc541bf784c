"""XML text to a tree. No entity is expanded, no other file is opened, and nesting has a bound."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.formats.trees.tree import MAX_DEPTH, RefusedError


@dataclass(slots=True)
class Element:
    """An XML element.

    Attributes:
        tag: Its name, without a prefix.
        attributes: Its attributes, as they stand in the text, prefixes included.
        place: Its opening tag.
        children: The elements in it.
        text: All the characters right in it, not those of its children.
    """

    tag: str
    attributes: dict[str, str]
    place: Span
    children: "list[Element]" = field(default_factory=list)
    text: str = ""

    def all(self, *tags: str) -> "Iterator[Element]":
        """The children of these names."""
        return (child for child in self.children if child.tag in tags)

    def one(self, *tags: str) -> "Element | None":
        """The first child of one of these names."""
        return next(self.all(*tags), None)

    def below(self, *tags: str) -> "Iterator[Element]":
        """The elements of these names at any depth, in the order of the text."""
        waiting = list(reversed(self.children))
        while waiting:
            child = waiting.pop()
            if child.tag in tags:
                yield child
            waiting += reversed(child.children)


class _Builder:
    """Puts events together to a tree."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.root: Element | None = None
        self.stack: list[Element] = []
        self.pieces: list[list[str]] = []
        self._data = source.text.encode("utf-8", "surrogatepass")
        self._byte = self._place = 0
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.ordered_attributes = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.EntityDeclHandler = self.declaration
        self.parser.SkippedEntityHandler = self.skipped

    def here(self) -> int:
        """Where in the text the parser is; it counts bytes."""
        byte = self.parser.CurrentByteIndex
        if byte < self._byte:
            self._byte = self._place = 0
        self._place += len(self._data[self._byte : byte].decode("utf-8", "ignore"))
        self._byte = byte
        return self._place

    def span(self) -> Span:
        start = self.here()
        end = self.source.text.find(">", start) + 1
        return Span(self.source, start, end or len(self.source.text))

    def refuse(self, name: str, message: str, help: str | None = None) -> None:
        start = self.here()
        place = Span(self.source, start, min(start + 1, len(self.source.text)))
        raise RefusedError(finding(name, message, place, help=help))

    def start(self, tag: str, pairs: list[str]) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self.refuse("too-deep", f"nested more than {MAX_DEPTH} levels deep")
        attributes = dict(zip(pairs[::2], pairs[1::2], strict=True))
        made = Element(tag.rpartition(":")[2], attributes, self.span())
        if self.stack:
            self.stack[-1].children.append(made)
        else:
            self.root = made
        self.stack.append(made)
        self.pieces.append([])

    def end(self, _: str) -> None:
        self.stack.pop().text = "".join(self.pieces.pop())

    def characters(self, text: str) -> None:
        if self.pieces:
            self.pieces[-1].append(text)

    def declaration(self, name: str, *_: Any) -> None:
        message = f"the entity `{name}` is defined here; argmap expands none"
        self.refuse("refused-markup", message, "write the characters themselves")

    def skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self.refuse("refused-markup", f"the entity `&{name};` is defined in another file, which is not opened")


def xml_tree(source: SourceFile) -> tuple[Element | None, Diagnostic | None]:
    """Return the outermost element of an XML text, or None, and the finding that stopped the reading, if any."""
    builder = _Builder(source)
    try:
        builder.parser.Parse(source.text.encode("utf-8", "surrogatepass"), True)
    except RefusedError as refused:
        return None, refused.diagnostic
    except expat.ExpatError as error:
        start = min(builder.here(), len(source.text))
        problem = expat.ErrorString(error.code)
        place = Span(source, start, min(start + 1, len(source.text)))
        return None, finding("syntax-error", f"not valid XML: {problem}", place)
    return builder.root, None
