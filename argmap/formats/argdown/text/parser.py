"""From an Argdown text to its syntax tree. What is wrong in it is a finding, and parsing goes on behind it."""

from collections.abc import Callable

from argmap.core.diagnostics import Diagnostic, in_file_order
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.braces import read_front_matter
from argmap.formats.argdown.text.content import Wording
from argmap.formats.argdown.text.cursor import Cursor
from argmap.formats.argdown.text.elements import parse_element, parse_text
from argmap.formats.argdown.text.lexer import tokenize
from argmap.formats.argdown.text.manuscript import Manuscript
from argmap.formats.argdown.text.nesting import parse_relations
from argmap.formats.argdown.text.shortcodes import BUILT_IN
from argmap.formats.argdown.text.structures import parse_structure
from argmap.formats.argdown.text.syntax import Block, Document, Element, Heading, Items, Place, Row, Structure
from argmap.formats.argdown.text.tokens import Kind, Token

_GAPS = (Kind.NEWLINE, Kind.EMPTY_LINE)


def parse(script: Manuscript) -> tuple[Document, list[Diagnostic]]:
    """Parse a text, in time proportional to its length.

    Returns:
        The tree of what could be understood, and the findings in file order.
    """
    lexed = tokenize(script.text)
    cursor = Cursor(script, lexed.tokens)
    for remark in lexed.remarks:
        cursor.remark(remark)
    document = Document()
    _Parser(cursor, document).parse()
    return document, in_file_order(cursor.found, script.source)


class _Parser:
    """Parses block by block.

    Attributes:
        anchor: The statement or argument that a relation behind an empty line would belong to.
        is_apart: Whether an empty line stands before what comes next.
    """

    def __init__(self, cursor: Cursor, document: Document) -> None:
        self.cursor = cursor
        self.document = document
        self.anchor: Element | None = None
        self.is_apart = True
        self._parsers: dict[Kind, tuple[str, Callable[[], Block | None]]] = {
            Kind.HEADING: ("this heading", self._heading),
            Kind.NUMBER: ("this premise-conclusion structure", self._structure),
            Kind.LINE: ("this line", self._structure),
            Kind.ITEM: ("this list", self._items),
            Kind.RELATION: ("", self._stray_relations),
        }

    def parse(self) -> None:
        cursor = self.cursor
        self._gap()
        self._front_matter()
        self.is_apart = True
        while cursor.kind is not Kind.END:
            if cursor.kind in _GAPS:
                self._gap()
                continue
            start = cursor.at
            self._block()
            self.is_apart = False
            if cursor.at == start:
                cursor.at += 1

    def _gap(self) -> None:
        while self.cursor.kind in _GAPS:
            self.is_apart = self.cursor.take().kind is Kind.EMPTY_LINE or self.is_apart

    def _front_matter(self) -> None:
        cursor = self.cursor
        token = cursor.token
        if token.kind is Kind.TEXT and token.text.startswith("==="):
            # Front matter that is not closed; the lexer has said so.
            while cursor.kind not in (Kind.EMPTY_LINE, Kind.END):
                cursor.at += 1
        if token.kind is not Kind.FRONT_MATTER:
            return
        cursor.take()
        front_matter, found = read_front_matter(cursor.script, Place(token.start, token.end))
        self.document.front_matter = front_matter
        cursor.found += found
        settings = Settings.of(self.document.settings)
        cursor.wording = Wording(settings.removes_tags, {**BUILT_IN, **settings.shortcodes})
        self._check_gap(token)

    def _check_gap(self, front_matter: Token) -> None:
        cursor = self.cursor
        self.is_apart = False
        self._gap()
        closing = front_matter._replace(start=front_matter.end - 3)
        if cursor.kind is Kind.END:
            cursor.unportable("there is nothing behind the front matter", closing)
        elif not self.is_apart:
            cursor.unportable("an empty line is missing behind the front matter", closing, "put an empty line there")

    def _block(self) -> None:
        cursor = self.cursor
        what, parser = self._parsers.get(cursor.kind, ("this paragraph", self._paragraph))
        if not self.is_apart and what:
            cursor.unportable(f"an empty line is missing before {what}", cursor.token, "put an empty line there")
        block = parser()
        if block is not None:
            self.document.blocks.append(block)
            self.anchor = _last_element(block)
        self.document.blocks += cursor.loose
        cursor.loose.clear()

    def _paragraph(self) -> Element | None:
        element = parse_element(self.cursor)
        if element is not None:
            parse_relations(self.cursor, element)
        return element

    def _structure(self) -> Structure | None:
        return parse_structure(self.cursor)

    def _heading(self) -> Heading | None:
        sign = self.cursor.take()
        content, braces = parse_text(self.cursor)
        if content is None:
            self.cursor.error("this heading has no words", sign, rf"write `\{sign.text}` if it is no heading")
            return None
        end = max(content.place.end, braces.place.end if braces else 0)
        return Heading(len(sign.text) - 1, content, braces, Place(sign.start, end))

    def _items(self) -> Items | None:
        cursor = self.cursor
        first = cursor.token
        is_ordered = first.text != "*"
        elements: list[Element] = []
        is_nested = False
        while cursor.kind is Kind.ITEM and (cursor.token.text != "*") == is_ordered:
            sign = cursor.take()
            if sign.depth != first.depth and not is_nested:
                is_nested = True
                cursor.unportable("lists cannot be nested; this item is read like those above", sign)
            element = parse_element(cursor)
            if element is None:
                cursor.error(f"an item of a list needs a statement or argument after `{sign.text}`", sign)
                continue
            elements.append(element)
            parse_relations(cursor, element, sign.depth)
        return Items(is_ordered, elements, Place(first.start, elements[-1].place.end)) if elements else None

    def _stray_relations(self) -> None:
        """Relations behind an empty line belong to what stands before it, if they are indented."""
        cursor = self.cursor
        sign = cursor.token
        if self.anchor is not None and sign.depth > 0 and self.is_apart:
            cursor.unportable(
                "there is an empty line between this relation and what it belongs to", sign, "take the empty line away"
            )
            parse_relations(cursor, self.anchor)
            return
        cursor.error(
            "a relation needs a statement or argument above it",
            sign,
            "put it right below, and indent it" if sign.depth == 0 else None,
        )
        nothing = Place(sign.start, sign.start)
        head = Element(False, None, None, True, None, (), None, [], nothing)
        parse_relations(cursor, head, min(sign.depth - 1, 0))
        cursor.loose += [item.element for item in head.relations]


def _last_element(block: Block) -> Element | None:
    if isinstance(block, Element):
        return block
    if isinstance(block, Items):
        return block.elements[-1]
    if isinstance(block, Structure):
        last = block.parts[-1]
        return last.element if isinstance(last, Row) else None
    return None
