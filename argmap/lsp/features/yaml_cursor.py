"""Where a cursor stands in a native map, told from the text around it, which may well be half typed and no YAML."""

import re
from typing import NamedTuple

from argmap.lsp.features.yaml_lines import keys_above, keys_below, landmarks

_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<words>[^\r\n]*)")
_DASH = re.compile(r"-(?=[ \t]|$)[ \t]*")
_QUOTED_KEY = re.compile(r"""("(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*')[ \t]*:(?=[ \t\r\n]|$)""")
_PLAIN_KEY = re.compile(r"[ \t]*(?::(?=[ \t]|$)|(?<=[ \t])\#)")
_COMMENT = re.compile(r"(?:^|(?<=\s))\#")
_PROPERTY = re.compile(r"[&!][^\s,\[\]{}]*[ \t]*")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:\#[^\r\n]*)?(?=\r?$)", re.MULTILINE)
_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*'")}
_FLOW = re.compile(
    r"""\s+ | \#[^\r\n]* | [\[\]{},] | :(?=[\s,\[\]{}]|$)
      | "(?>(?:[^"\\]|\\.)*)"? | '(?>(?:[^']|'')*)'?
      | (?:[^\s,\[\]{}:] | :(?![\s,\[\]{}]|$) | [ \t]+(?![\s\#,\[\]{}:]|$))+ """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[\w.-]*")
_AFTER_ENTRY = 2_000
"""Characters behind the cursor that are searched for further fields of a mapping in braces."""


class Cursor(NamedTuple):
    """What can be typed at a place.

    Attributes:
        path: The keys under which the place lies, from the top: `("claims", "tram", "by")`; lists do not count.
        is_key: Whether a key of the mapping at `path` may stand there.
        is_value: Whether a value of `path` may stand there.
        start: Where the word begins that is typed, behind the quotation mark if it is quoted.
        end: Where the word under the cursor ends.
        typed: The word up to the cursor.
        quote: The quotation mark before it, or empty.
        siblings: The other keys of the mapping that a key would join.
        values: The other items of the list that a value would join, as far as they stand before it in brackets.
        in_json: Whether the whole text is written as JSON is.
    """

    path: tuple[str, ...]
    is_key: bool
    is_value: bool
    start: int
    end: int
    typed: str
    quote: str = ""
    siblings: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    in_json: bool = False


class _Frame(NamedTuple):
    """An open key, or an open item of a list if the key is empty, of a text in block style."""

    column: int
    key: str


class _Open:
    """An open bracket."""

    def __init__(self, sign: str) -> None:
        self.sign = sign
        self.key: str | None = None
        self.last = ""
        self.done: list[str] = []

    @property
    def expects_key(self) -> bool:
        return self.sign == "{" and self.key is None


def cursor_at(text: str, offset: int) -> Cursor | None:
    """Tell what can be typed at an offset, or None in a comment, behind a value, and in quotes over several lines."""
    return _Scan(text, offset).run()


class _Scan:
    """Reads on from a line from which the cursor can be understood; lives for one call."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.frames: list[_Frame] = []
        self.in_json = text[:200].lstrip("\ufeff \t\r\n")[:1] in ("{", "[")

    def run(self) -> Cursor | None:
        top, entry = landmarks(self.text, self.offset)
        if top is not None and top != entry:
            self.frames.append(_Frame(0, self.text[top : self.text.index(":", top)]))
        position, found = entry, None
        while position <= self.offset:
            position, found = self._line(position)
        # An editor replaces no more than one line.
        return None if found and ("\n" in found.typed or "\r" in found.typed) else found

    def _line(self, start: int) -> tuple[int, Cursor | None]:
        """Read a line in block style with all that it opens; return where to go on, and what is at the cursor."""
        line = _LINE.match(self.text, start)
        assert line is not None
        position, end = line.end("indent"), line.end()
        has_cursor = self.offset <= end
        if has_cursor and self.offset < position:
            position = self.offset
        words = self.text[position:end].rstrip()
        if words.startswith("#") or not (words or has_cursor):
            return self._next(end), None
        if start == position and words in ("---", "..."):
            self.frames.clear()
            return self._next(end), None
        return self._entry(start, position, end)

    def _entry(self, start: int, position: int, end: int) -> tuple[int, Cursor | None]:
        """Read the dashes, the key and the value of a line."""
        stop = min(end, self.offset)
        while (dash := _DASH.match(self.text, position, end)) and position < stop:
            self._leave(position - start, is_item=True)
            self.frames.append(_Frame(position - start, ""))
            position = min(dash.end(), max(stop, position + 1))
        self._leave(position - start, is_item=False)
        column = position - start
        while (given := _PROPERTY.match(self.text, position, end)) and given.end() <= stop:
            position = given.end()
        key, behind = self._key(position, stop)
        if key is None:
            return self._value(position, end, Cursor(self._path(), True, True, position, position, ""))
        self.frames.append(_Frame(column, key))
        while behind < stop and self.text[behind] in " \t":
            behind += 1
        if behind == self.offset and self.text[behind - 1] not in " \t":
            return self._next(end), None
        return self._value(behind, end, Cursor(self._path(), False, True, behind, behind, ""))

    def _leave(self, column: int, is_item: bool) -> None:
        """Close what cannot hold something that begins in this column; a list may stand right below its key."""
        while self.frames:
            last = self.frames[-1]
            if last.column < column or (is_item and last.key and last.column == column):
                return
            self.frames.pop()

    def _key(self, position: int, stop: int) -> tuple[str | None, int]:
        """The key that begins at a position and ends before the cursor, and where it ends with its colon."""
        if self.text[position : position + 1] in ('"', "'"):
            quoted = _QUOTED_KEY.match(self.text, position, stop)
            return (quoted[1][1:-1], quoted.end()) if quoted else (None, position)
        if self.text[position : position + 1] in ("[", "{", "|", ">", "#"):
            return None, position
        plain = _PLAIN_KEY.search(self.text, position, stop)
        if plain is None or plain[0].endswith("#"):
            return None, position
        return self.text[position : plain.start()], plain.end()

    def _value(self, position: int, end: int, here: Cursor) -> tuple[int, Cursor | None]:
        """Read a value that begins on a line."""
        while (given := _PROPERTY.match(self.text, position, end)) and given.end() <= self.offset:
            position = given.end()
        here = here._replace(start=position, end=position)
        sign = self.text[position : position + 1] if position < self.offset else ""
        if sign in ("[", "{"):
            return self._flow(position)
        if sign and sign in "\"'":
            return self._quoted(position, sign, here)
        if sign and sign in "|>" and _BLOCK_HEADER.match(self.text, position):
            return self._block_text(end, here)
        if self.offset > end:
            return self._next(end), None
        typed = self.text[position : self.offset]
        if _COMMENT.search(self.text, position, self.offset) or sign in ("*", "&", "!"):
            return self._next(end), None
        found = here._replace(typed=typed, end=self._word_end())
        return self._next(end), self._with_siblings(found)

    def _quoted(self, position: int, quote: str, here: Cursor) -> tuple[int, Cursor | None]:
        closed = _CLOSED[quote].match(self.text, position, self.offset)
        if closed:
            return self._next(_LINE.match(self.text, closed.end()).end()), None  # type: ignore[union-attr]
        found = here._replace(start=position + 1, end=self._word_end(), typed=self.text[position + 1 : self.offset])
        return self.offset + 1, self._with_siblings(found._replace(quote=quote))

    def _block_text(self, end: int, here: Cursor) -> tuple[int, Cursor | None]:
        """Pass over the lines of a text after `|` or `>`; on one of them nothing can be typed but this text."""
        column = self.frames[-1].column if self.frames else -1
        inside = here._replace(is_key=False, is_value=False, start=self.offset, end=self.offset)
        position = self._next(end)
        while position <= self.offset and position <= len(self.text):
            line = _LINE.match(self.text, position)
            assert line is not None
            width = line.end("indent") - position
            if self.offset <= line.end():
                width = min(width, self.offset - position)
            if (line["words"] or self.offset <= line.end()) and width <= column:
                return position, None
            position = self._next(line.end())
        return position, inside if position > self.offset else None

    def _flow(self, position: int) -> tuple[int, Cursor | None]:
        """Read what stands in brackets, up to where they close or the cursor stands."""
        stack: list[_Open] = []
        is_behind = False
        plain = position  # where the last plain word begins: `a -> ` goes on behind its space
        while position < self.offset:
            found = _FLOW.match(self.text, position, self.offset)
            token = found[0] if found else self.text[position]
            begin, position = position, position + len(token)
            if position == self.offset and token.strip(" \t") == "" and stack and stack[-1].last and plain == begin:
                token = self.text[self.text.rindex(stack[-1].last, 0, begin) : position]
                begin = position - len(token)
            if position == self.offset and self._is_cut(token, begin):
                return self.offset + 1, self._in_flow(stack, begin, token)
            plain = position if token[0] not in "[]{},:\"'# \t\r\n" else -1
            if token[0] not in "# \t\r\n":
                is_behind = token[0] not in "[{,:"
            self._take(stack, token)
            if not stack:
                return self._next(_LINE.match(self.text, position).end()), None  # type: ignore[union-attr]
        return self.offset + 1, None if is_behind else self._in_flow(stack, self.offset, "")

    def _is_cut(self, token: str, begin: int) -> bool:
        """Whether a token that ends at the cursor is one that is being typed."""
        return token[0] not in "[]{},: \t\r\n" and not (token[0] in "\"'" and len(token) > 1 and token[-1] == token[0])

    def _take(self, stack: list[_Open], token: str) -> None:
        """Follow a token: brackets open and close, keys and items are noted."""
        if token in ("[", "{"):
            stack.append(_Open(token))
        elif token in ("]", "}"):
            stack.pop()
        elif token == "," and stack[-1].sign == "{":
            stack[-1].key, stack[-1].last = None, ""
        elif token == "," or token.isspace() or token[0] == "#":
            return
        elif token == ":":
            if stack[-1].expects_key:
                stack[-1].key = stack[-1].last
                stack[-1].done.append(stack[-1].last)
        else:
            plain = token[1:-1] if token[0] in "\"'" and len(token) > 1 else token.strip()
            stack[-1].last = plain
            if stack[-1].sign == "[":
                stack[-1].done.append(plain)

    def _in_flow(self, stack: list[_Open], begin: int, token: str) -> Cursor | None:
        """What is at a cursor in brackets, behind a token that is not complete."""
        if token.startswith("#"):
            return None
        quote = token[:1] if token[:1] in ("'", '"') else ""
        keys = (item.key for item in stack if item.key is not None)
        own = tuple(stack[-1].done)
        expects_key = stack[-1].expects_key
        return Cursor(
            path=(*self._path(), *keys),
            is_key=expects_key,
            is_value=not expects_key,
            start=begin + len(quote),
            end=self._word_end(),
            typed=self.text[begin + len(quote) : self.offset],
            quote=quote,
            siblings=(*own, *self._keys_behind()) if expects_key else (),
            values=own if stack[-1].sign == "[" else (),
            in_json=self.in_json,
        )

    def _keys_behind(self) -> list[str]:
        """The keys that follow the cursor in the same braces."""
        stack = [_Open("{")]
        for found in _FLOW.finditer(self.text, self.offset, self.offset + _AFTER_ENTRY):
            first = stack[0]
            self._take(stack, found[0])
            if not stack:
                return first.done
        return stack[0].done

    def _word_end(self) -> int:
        found = _WORD.match(self.text, self.offset)
        return found.end() if found else self.offset

    def _path(self) -> tuple[str, ...]:
        return tuple(frame.key for frame in self.frames if frame.key)

    def _next(self, end: int) -> int:
        """Where the line after one that ends here begins."""
        found = self.text.find("\n", end)
        return found + 1 if found >= 0 else len(self.text) + 1

    def _with_siblings(self, found: Cursor) -> Cursor:
        """The cursor with the other keys of the mapping in block style in which it stands."""
        if not found.is_key:
            return found
        begin = self.text.rfind("\n", 0, found.start) + 1
        column = found.start - len(found.quote) - begin
        head = self.text[begin : begin + column]
        above = [] if "-" in head else keys_above(self.text, begin, column)
        behind = self._next(self.offset)
        return found._replace(siblings=(*above, *keys_below(self.text, behind, column)))
