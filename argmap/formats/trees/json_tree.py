"""JSON text to a tree. The standard library's reader keeps no places, so this one walks the text with its scanner."""

import re
from json import JSONDecodeError, decoder

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.formats.trees.tree import MAX_DEPTH, Node, RefusedError, Scalar, Sequence, Table

_SPACE = re.compile(r"[ \t\r\n]*")
_WORD = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null", re.ASCII)
_OTHER_WORD = re.compile(r"-?[A-Za-z_]\w{0,40}", re.ASCII)
_MEANT = {
    "True": "true",
    "False": "false",
    **dict.fromkeys(("None", "NaN", "Infinity", "-Infinity", "undefined"), "null"),
}
"""Values of other languages that get into JSON files, and what JSON has for them."""
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Walker:
    """Reads one value after the other from a text."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.text = source.text
        self.place = 0

    def refuse(self, message: str, place: int | None = None, name: str = "syntax-error") -> RefusedError:
        where = min(self.place if place is None else place, len(self.text))
        end = min(where + 1, len(self.text))
        return RefusedError(finding(name, message, Span(self.source, where, end)))

    def no_value(self) -> RefusedError:
        word = _OTHER_WORD.match(self.text, self.place)
        if not word:
            ends = self.place >= len(self.text)
            return self.refuse(f"not valid JSON: {'the text ends early' if ends else 'a value is missing here'}")
        meant = _MEANT.get(word[0])
        message = f"not valid JSON: `{word[0]}` is no value"
        hint = f"write `{meant}`" if meant else "a text stands in double quotes"
        return RefusedError(finding("syntax-error", message, Span(self.source, *word.span()), help=hint))

    def peek(self) -> str:
        found = _SPACE.match(self.text, self.place)
        self.place = found.end() if found else self.place
        return self.text[self.place : self.place + 1]

    def expect(self, signs: str, message: str) -> str:
        sign = self.peek()
        if not sign or sign not in signs:
            raise self.refuse(message)
        self.place += 1
        return sign

    def value(self, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise self.refuse(f"nested more than {MAX_DEPTH} levels deep", name="too-deep")
        sign = self.peek()
        if sign == '"':
            return self.string()
        if sign == "{":
            return self.table(depth)
        if sign == "[":
            return self.sequence(depth)
        word = _WORD.match(self.text, self.place)
        if not word:
            raise self.no_value()
        self.place = word.end()
        return Scalar(word.group(), word.start(), word.end(), True)

    def string(self) -> Scalar:
        start = self.place
        try:
            value, self.place = decoder.scanstring(self.text, start + 1, True)  # type: ignore[attr-defined]
        except JSONDecodeError as error:
            raise self.refuse(f"not valid JSON: {error.msg[0].lower()}{error.msg[1:]}", error.pos) from None
        if _SURROGATE.search(value):
            raise self.refuse("half of a character pair (a lone surrogate) stands in this text", start)
        return Scalar(value, start, self.place, False)

    def table(self, depth: int) -> Table:
        start, pairs = self.place, []
        self.place += 1
        if self.peek() == "}":
            self.place += 1
            return Table([], start, self.place)
        while True:
            if self.peek() != '"':
                raise self.refuse("not valid JSON: a key in double quotes is missing here")
            key = self.string()
            self.expect(":", "not valid JSON: `:` is missing after a key")
            pairs.append((key, self.value(depth + 1)))
            if self.expect(",}", "not valid JSON: `,` or `}` is missing here") == "}":
                return Table(pairs, start, self.place)

    def sequence(self, depth: int) -> Sequence:
        start, items = self.place, []
        self.place += 1
        if self.peek() == "]":
            self.place += 1
            return Sequence([], start, self.place)
        while True:
            items.append(self.value(depth + 1))
            if self.expect(",]", "not valid JSON: `,` or `]` is missing here") == "]":
                return Sequence(items, start, self.place)


def json_tree(source: SourceFile) -> tuple[Node | None, Diagnostic | None]:
    """Return the tree of a JSON text, or None for an empty one, and the finding that stopped the reading, if any."""
    walker = _Walker(source)
    try:
        if not walker.peek():
            return None, None
        root = walker.value(1)
        if walker.peek():
            raise walker.refuse("not valid JSON: something follows the end of the map")
    except RefusedError as refused:
        return None, refused.diagnostic
    return root, None
