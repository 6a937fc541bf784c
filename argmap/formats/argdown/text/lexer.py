"""From an Argdown text to its tokens, in one run and in time proportional to its length."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from argmap.formats.argdown.text.closings import SPACE
from argmap.formats.argdown.text.inference_scanner import InferenceScanner
from argmap.formats.argdown.text.scanner import EMPTY_LINE, HEADING, LINE_START, NEWLINE
from argmap.formats.argdown.text.tokens import Kind, Remark, Token

_WORDS = re.compile(
    # Ordinary characters, and signs among them that can mean nothing before what follows them. Argdown drops the
    # second of two spaces behind such a sign and looks for front matter there, so that those cases are left out.
    r"(?>(?:[^\\@#*_\[\],.:</>(){}\n;\-]++"
    r"|[,;()\]>}\-](?![ \t]{2}|[ \t]?=)"
    r"|[.:](?=[ \n](?![ \t=]))"
    r"|/(?![/*]|[ \t]{2}|[ \t]?=))+)"
)
_SIGN = re.compile(r"[^\n][ \t]?")
_BEHIND_CLOSE = re.compile(r"[ \t]|(?=[\n)}_.,!?;:\-*])|\Z")
_NO_SPACE = re.compile(rf"(?![{SPACE}])")
_TAG = re.compile(r"#[A-z0-9\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]++[ \t]?")
_FENCE = re.compile(r"===+")
_WHOLE_TITLE = re.compile(r"(?:\[[^\[\]\n]++\]|<[^<>\n]++>)(?:(:)|(?=\n))")
_REST_OF_REFERENCE = re.compile(r"[ \t]*+(?:[#{\n]|\Z)")
_LINE_KINDS = (Kind.END, Kind.END, Kind.LINE, Kind.RELATION, Kind.NUMBER, Kind.ITEM, Kind.ITEM)


class Lexed(NamedTuple):
    """What was found in a text; `comments` are places of comments, start and end of each."""

    tokens: list[Token]
    remarks: list[Remark]
    comments: list[tuple[int, int]]


def tokenize(text: str, *, within: bool = False) -> Lexed:
    r"""Find the tokens of a text; the last one is `Kind.END`.

    Args:
        text: The text; `\r\n`, `\n` and `\r` end a line.
        within: Whether it is from the middle of a line, so that nothing in it is the sign of a list or a relation.
    """
    if "\r" not in text:
        return _Lexer(text, within=within).run()
    returns = [found.start() - number for number, found in enumerate(re.finditer("\r\n", text))]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    tokens, remarks, comments = _Lexer(text, within=within, windows=bool(returns)).run()

    def place(offset: int) -> int:
        return offset + bisect_left(returns, offset)

    return Lexed(
        [Token(kind, place(start), place(end), words, depth) for kind, start, end, words, depth in tokens],
        [item._replace(start=place(item.start), end=place(item.end)) for item in remarks],
        [(place(start), place(end)) for start, end in comments],
    )


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Where the comments of a text are: start and end of each, in order."""
    yield from tokenize(text).comments


class _Lexer(InferenceScanner):
    """Reads a whole text. `open` holds the signs of bold and italic that are open."""

    def __init__(self, text: str, *, within: bool = False, windows: bool = False) -> None:
        super().__init__(text, within=within, windows=windows)
        self.open: list[str] = []
        self._readers: dict[str, Callable[[], bool]] = {
            " ": self._space, "\t": self._space, "\n": self._newline, "/": self.slash, "<": self._angle,
            "=": self._fence, "{": self.brace, "\\": self.backslash, ".": self.shortcode, ":": self.shortcode,
            "*": self._emphasis, "_": self._emphasis, "[": self._bracket, "#": self._hash, "@": self._mention,
        }  # fmt: skip

    def run(self) -> Lexed:
        text, size, readers, words = self.text, self.size, self._readers, _WORDS
        while True:
            if self.line is not None:
                self.read_in_line()
            elif self.at >= size:
                break
            elif not (self.is_fresh and self._line_start()):
                reader = readers.get(text[self.at])
                if reader is None or not reader():
                    found = words.match(text, self.at) or _SIGN.match(text, self.at)
                    self.add(Kind.TEXT, found.end() if found else size)
        self.tokens.append(Token(Kind.END, size, size, ""))
        return Lexed(self.tokens, self.remarks, self.comments)

    def _line_start(self) -> bool:
        found = LINE_START.match(self.text, self.at)
        if found is None:
            return False
        indent, number = found[1], found.lastindex or 0
        kind = _LINE_KINDS[number]
        self.at += len(indent)
        self.open.clear()
        depth = 0
        if kind is Kind.RELATION:
            depth = self.indentation.depth(indent, self.at, 0)
        elif kind is Kind.ITEM:
            depth = self.indentation.depth(indent, self.at, 1)
        else:
            self.indentation.close()
        self.tokens.append(Token(kind, self.at, found.end(), found[number], depth))
        self.at = found.end()
        self.last = kind
        self.is_fresh = False
        if kind is Kind.LINE:
            self.begin_line()
        return True

    def _space(self) -> bool:
        return self._newline() or self.skip_blanks()

    def _newline(self) -> bool:
        found = NEWLINE.match(self.text, self.at)
        if found is None:
            return False
        if self.last is Kind.EMPTY_LINE:
            self.at = found.end()
            return True
        empty = EMPTY_LINE.match(self.text, self.at)
        if empty is None:
            self.add(Kind.NEWLINE, found.end())
        else:
            self.add(Kind.EMPTY_LINE, empty.end())
            self.indentation.begin()
            self.open.clear()
        self.is_fresh = not self.within
        return True

    def _fence(self) -> bool:
        opening = _FENCE.match(self.text, self.at)
        if opening is None:
            return False
        closing = _FENCE.match(self.text, self.closings.next("===", opening.end()))
        if closing is None and opening.end() - self.at >= 6:
            closing = opening
        is_first = self.is_fresh and all(item.kind in (Kind.NEWLINE, Kind.EMPTY_LINE) for item in self.tokens[:3])
        if is_first and closing:
            return self.add(Kind.FRONT_MATTER, closing.end())
        if is_first:
            advice = "put a line of `===` behind it"
            self.remark("syntax-error", "the front matter is not closed", opening.end(), advice)
        elif closing:
            self.unportable(
                "`===` stands in the middle of the text",
                opening.end(),
                r"write `\===`",
                "Argdown's own tools take it for front matter, which has to be at the beginning",
            )
        return False

    def _emphasis(self) -> bool:
        at, text, stack = self.at, self.text, self.open
        sign = text[at]
        is_double = text.startswith(sign, at + 1)
        top = stack[-1] if stack else ""
        if top[:1] == sign and (is_double or len(top) == 1):
            found = _BEHIND_CLOSE.match(text, at + len(top))
            if found:
                stack.pop()
                return self.add(Kind.CLOSE, found.end())
        for length in (2, 1) if is_double else (1,):
            if _NO_SPACE.match(text, at + length):
                stack.append(sign * length)
                return self.add(Kind.OPEN, at + length)
        return False

    # Brackets

    def _bracket(self) -> bool:
        return self._simple_title() or self._link() or self._title("[", "]")

    def _angle(self) -> bool:
        return self.markup_comment() or self._simple_title() or self._title("<", ">")

    def _simple_title(self) -> bool:
        """A title that ends with the first closing bracket, because of what stands behind that."""
        found = _WHOLE_TITLE.match(self.text, self.at)
        if found is None or (found[1] is None and self.text[self.at + 1] == "-"):
            return False
        return self._add_title(Kind.DEFINITION if found[1] else Kind.REFERENCE, found.end())

    def _link(self) -> bool:
        middle = self.closings.next("]", self.at + 1)
        end = self.closings.next(")", middle + 2)
        if not (self.at + 1 < middle and self.text.startswith("](", middle) and middle + 2 < end < self.size):
            return False
        if self.closings.next("\n", self.at) > end:
            return self.add(Kind.LINK, self._blank_behind(end + 1))
        if self.closings.blank_line(self.at) > end:
            note = "Argdown's own tools break down over it"
            self.unportable("a link has to stand in one line", self.at + 1, None, note)
        return False

    def _blank_behind(self, end: int) -> int:
        return end + 1 if self.text[end : end + 1] in (" ", "\t") else end

    def _title(self, opening: str, closing: str) -> bool:
        """`[Title]:` or `[Title]`; a definition goes on to the first `]:`, over whatever brackets there are before."""
        at, next_place = self.at, self.closings.next
        line_end = next_place("\n", at)
        end = next_place(closing + ":", at + 2)
        kind = Kind.DEFINITION
        if end < line_end:
            end += 2
        else:
            kind, end = Kind.REFERENCE, next_place(closing, at + 2) + 1
            if end > line_end or self.text[at + 1] in ("-", "\n"):
                self._report_open(opening, closing, line_end)
                return False
        return self._add_title(kind, end)

    def _add_title(self, kind: Kind, end: int) -> bool:
        if self.is_fresh:
            self.open.clear()
            if kind is Kind.DEFINITION or _REST_OF_REFERENCE.match(self.text, end):
                self.indentation.close()
        return self.add(kind, end)

    def _report_open(self, opening: str, closing: str, line_end: int) -> None:
        # In the middle of a line it is a sign like others, and so it is before a space.
        following = self.text[self.at + 1 : self.at + 2]
        is_known = bool(self.remarks) and self.remarks[-1].start == self.at
        is_first = self.is_fresh or self.last in (Kind.RELATION, Kind.NUMBER, Kind.ITEM)
        if is_known or not is_first or not (following.isalnum() or following in ("'", '"')):
            return
        if self.closings.next(closing, self.at) >= line_end:
            self.remark(
                "syntax-error",
                f"this `{opening}` is not closed; `{closing}` is missing",
                self.at + 1,
                rf"put `{closing}` behind the title, or write `\{opening}` if there is none",
            )

    def _mention(self) -> bool:
        opening = self.text[self.at + 1 : self.at + 2]
        if opening not in ("[", "<"):
            return False
        end = self.closings.next("]" if opening == "[" else ">", self.at + 3)
        return end < self.closings.next("\n", self.at) and self.add(Kind.MENTION, self._blank_behind(end + 1))

    def _hash(self) -> bool:
        at = self.at
        if self.is_fresh:
            found = HEADING.match(self.text, at)
            if found:
                self.open.clear()
                self.indentation.close()
                return self.add(Kind.HEADING, found.end())
        if self.text.startswith("(", at + 1):
            end = self.closings.next(")", at + 2)
            return at + 2 < end < self.closings.blank_line(at) and self.add(Kind.TAG, self._blank_behind(end + 1))
        found = _TAG.match(self.text, at)
        return found is not None and self.add(Kind.TAG, found.end())
