"""Parses what is nested under a statement, an argument or an inference: the relations, line by line."""

from argmap.formats.argdown.text.cursor import Cursor
from argmap.formats.argdown.text.elements import parse_element
from argmap.formats.argdown.text.syntax import Element, Line, Nested, Place, Symbol
from argmap.formats.argdown.text.tokens import Kind, Remark, Token

MAX_DEPTH = 200
"""How many levels of relations may be nested."""

_SYMBOLS = {
    **{symbol.value: symbol for symbol in Symbol},
    "+": Symbol.SUPPORTED_BY,
    "-": Symbol.ATTACKED_BY,
    "_": Symbol.UNDERCUT_BY,
}


def parse_relations(cursor: Cursor, head: Element | Line, base: int = 0) -> None:
    """Parse the relations that come next and put each under what it belongs to.

    Args:
        cursor: Where the relations begin, if there are any.
        head: What the outermost ones belong to.
        base: How deep that is indented itself.
    """
    if cursor.kind is Kind.RELATION:
        _Nest(cursor, head, base).parse()


class _Nest:
    """The element above at each level; None where there is none because of an error."""

    def __init__(self, cursor: Cursor, head: Element | Line, base: int) -> None:
        self.cursor = cursor
        self.head = head
        self.base = base
        self.above: list[Element | Line | None] = [head]
        self.is_reported = False

    def parse(self) -> None:
        while self.cursor.kind is Kind.RELATION:
            sign = self.cursor.take()
            level = min(sign.depth - self.base, len(self.above))
            if level < 1:
                self._report_indent(sign)
            elif level > MAX_DEPTH:
                self._report_depth(sign)
                level = MAX_DEPTH
            parent = self.above[level - 1] if level > 0 else self.head
            symbol = _SYMBOLS[sign.text]
            element = parse_element(self.cursor)
            if element is None:
                self.cursor.error(f"a relation needs a statement or argument after `{sign.text}`", sign)
            elif parent is not None and self._fits(parent, symbol, element, sign):
                parent.relations.append(Nested(symbol, element, Place(sign.start, sign.end)))
            else:
                self.cursor.loose.append(element)
            del self.above[max(level, 0) :]
            self.above.append(element)

    def _fits(self, parent: Element | Line, symbol: Symbol, element: Element, sign: Token) -> bool:
        if isinstance(parent, Line) and symbol is not Symbol.UNDERCUT_BY:
            self.cursor.error(
                f"`{sign.text}` cannot stand under the line of an inference",
                sign,
                "only `<_`, for what undercuts the inference, can stand here",
            )
            return False
        if symbol is Symbol.CONTRADICTS and element.is_argument:
            self.cursor.error(
                "a contradiction is between statements, and this is an argument",
                sign,
                "write `->` or `<-` for an attack",
            )
            return False
        return True

    def _report_indent(self, sign: Token) -> None:
        if not self.is_reported:
            self.is_reported = True
            self.cursor.unportable(
                "a relation has to be indented more than what it belongs to", sign, "put two spaces before it"
            )

    def _report_depth(self, sign: Token) -> None:
        if not self.is_reported:
            self.is_reported = True
            message = f"relations are nested more than {MAX_DEPTH} levels deep"
            self.cursor.remark(Remark("too-deep", message, sign.start, sign.end))
