"""The pieces that a text is cut into: values, and the fields, entries and items that have them, each with its text."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from argmap.formats.trees.tree import Node, Scalar, Sequence, Table


@dataclass(frozen=True)
class Body:
    """A value with the text that says it.

    Attributes:
        node: What it says; None for nothing.
        text: Whole lines if it is in block layout, else the value alone.
        column: Where the keys or dashes of a block stand; of another value, where the line stands that it belongs to.
        is_block: Whether it is a list or mapping below its key.
        parts: What it consists of, or None where it is not cut any further. What is between them is in the parts.
        opening: What stands before the first part of a list or mapping in brackets.
        closing: What stands behind the last one.
        is_free: Whether values have types here.
    """

    node: Node | None
    text: str
    column: int = 0
    is_block: bool = False
    parts: "tuple[Part, ...] | None" = None
    opening: str = ""
    closing: str = ""
    is_free: bool = False

    @property
    def says_nothing(self) -> bool:
        """Whether there is no value."""
        return self.node is None or (isinstance(self.node, Scalar) and self.node.is_null)

    @property
    def is_mapping(self) -> bool:
        """Whether it is a mapping whose fields are known."""
        return isinstance(self.node, Table) and self.parts is not None

    @property
    def is_list(self) -> bool:
        """Whether it is a list whose items are known."""
        return isinstance(self.node, Sequence) and self.parts is not None

    @cached_property
    def meaning(self) -> Any:
        """What it says, whatever the layout; two values with one meaning are the same to a reader."""
        return meaning(self.node, self.is_free)

    def shifted(self, by: int) -> "Body":
        """The same some columns further to the right, or to the left if `by` is negative."""
        if not by:
            return self
        parts = self.parts and tuple(part.shifted(by, in_brackets=not self.is_block) for part in self.parts)
        text = shifted(self.text, by, first=self.is_block)
        closing = shifted(self.closing, by, first=False)
        return replace(self, text=text, column=max(0, self.column + by), parts=parts, closing=closing)


@dataclass(frozen=True)
class Part:
    """A field, an entry, an item of a list, or a comment that stands by itself.

    Attributes:
        name: The key; of an item or comment its text.
        lead: Blank lines before it, or the comma.
        above: Comments directly above it, whole lines.
        head: Its line up to the value: the key with its colon, or the dash.
        body: The value; None for a comment, whose text is in `above`.
        rest: What follows on the line of an inline value, or on the line of the key above a block. Empty if a block
            begins on the same line as its dash.
    """

    name: str
    lead: str
    above: str
    head: str
    body: Body | None
    rest: str

    @property
    def text(self) -> str:
        """Everything but the lead."""
        return self.above + self.own

    @cached_property
    def own(self) -> str:
        """Everything but the lead and the comments above."""
        if self.body is None:
            return ""
        text = self.body.text
        if not self.body.is_block:
            if self.rest.strip() and text[:1] in ("|", ">"):
                header, _, lines = text.partition("\n")
                return f"{self.head}{header}{self.rest}{lines}\n"
            return (self.head if text else self.head.rstrip(" ")) + text + self.rest
        if self.rest:
            return self.head + self.rest + text
        width = len(self.head)
        return self.head + text[width:] if text[:width].isspace() else f"{self.head.rstrip()}\n{text}"

    @cached_property
    def comments(self) -> tuple[str, ...]:
        """The comments in it, without the spaces around them."""
        found = [line.strip() for line in self.above.split("\n")] + [self.rest.strip()]
        if self.body is not None and self.body.parts is not None:
            found += (comment for part in self.body.parts for comment in part.comments)
        elif self.body is not None and not isinstance(self.body.node, Scalar) and "#" in self.body.text:
            found.append(self.body.text)
        return tuple(filter(None, found))

    def says_the_same_as(self, other: "Part") -> bool:
        """Whether the two differ in layout at most."""
        if self.text == other.text:
            return True
        if self.body is None or other.body is None or self.comments != other.comments:
            return False
        return bool(self.body.meaning == other.body.meaning)

    def shifted(self, by: int, *, in_brackets: bool = False) -> "Part":
        """The same some columns further to the right; in brackets only what begins a line moves."""
        if not by:
            return self
        body = self.body and self.body.shifted(by)
        if in_brackets:
            return replace(self, lead=shifted(self.lead, by, first=False), body=body)
        return replace(self, above=shifted(self.above, by), head=shifted(self.head, by), body=body)


class Document(NamedTuple):
    """A whole text: what is above the fields, the fields, and what is below them."""

    opening: str
    body: Body
    closing: str

    @property
    def text(self) -> str:
        """The text."""
        return self.opening + self.body.text + self.closing


def meaning(node: Node | None, is_free: bool = False) -> Any:
    """Plain values to compare: texts, tuples of items, tuples of keys with values."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        if is_free:
            return (node.value, node.plain)
        return None if node.is_null else node.value
    if isinstance(node, Sequence):
        return ("list", *(meaning(item, is_free) for item in node.items))
    return ("mapping", *((key.value, meaning(value, is_free or key.value == "data")) for key, value in node.pairs))


def shifted(text: str, by: int, first: bool = True) -> str:
    """Lines some columns further to the right; with `first` false, but for the first one. Blank lines stay."""
    if not by or (not first and "\n" not in text):
        return text
    lines = text.split("\n")
    return "\n".join(line if not (number or first) else _shifted(line, by) for number, line in enumerate(lines))


def _shifted(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :]
