"""Words and options of LaTeX, read back: the opposite of escaping, and lists of keys with values in braces."""

import re
from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.embed.attributes import Given

_WORDS = {
    r"\textbackslash": "\\",
    r"\textasciicircum": "^",
    r"\textasciitilde": "~",
    r"\textless": "<",
    r"\textgreater": ">",
    r"\textbar": "|",
    r"\textasciigrave": "`",
    r"\textquotedbl": '"',
    r"\symbol{34}": '"',
    r"\ldots": "…",
    r"\dots": "…",
}
_ESCAPED = re.compile(
    r"(\\symbol\{34\})|(\\[A-Za-z]+)(?:\{\}|[ ]*(?![A-Za-z]))|\\([^A-Za-z\s])|\{([\[\]]?)\}|(~)", re.DOTALL
)
_NAME = re.compile(r"[\s,]*(?:%[^\n]*\n\s*)*([A-Za-z][\w-]*)\s*(=?)\s*")
_OF_THE_LINE = re.compile(r"([0-9]*\.?[0-9]*)\s*\\(?:line|text|column)width")


def plain(words: str) -> str:
    """The plain text of words in which nothing but single signs is escaped; other commands stay as they are."""

    def undone(found: re.Match[str]) -> str:
        symbol, command, sign, bracket, tie = found.groups()
        if command is not None:
            return _WORDS.get(command, found[0])
        return " " if tie else _WORDS[symbol] if symbol else sign if sign is not None else bracket

    return re.sub(r"\s+", " ", _ESCAPED.sub(undone, words)).strip()


def closing(text: str, position: int, end: int | None = None) -> int:
    """Where the bracket or brace closes that opens at an offset, with braces inside in pairs; -1 if it does not."""
    opened = text[position]
    close = {"[": "]", "{": "}"}[opened]
    depth = 0
    at = position + 1
    stop = len(text) if end is None else end
    while at < stop:
        sign = text[at]
        if sign == "\\":
            at += 1
        elif sign == close and depth == 0:
            return at
        elif sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth < 0:
                return -1
        at += 1
    return -1


def options(source: SourceFile, start: int, end: int) -> Iterator[Given | Diagnostic]:
    """Read `name=value, name={several, words}`; a share of the line width is a percentage.

    Yields:
        Each option, or an `invalid-attribute` for what cannot be read as one.
    """
    text = source.text
    position = start
    while position < end and text[position:end].strip(" \t\r\n,"):
        found = _NAME.match(text, position, end)
        if found is None:
            stop = _comma(text, position, end)
            place = Span(source, position, stop)
            message = f"`{place.text.strip()}` cannot be read as an attribute"
            yield finding("invalid-attribute", message, place, help="write name=value or name={several words}")
            position = stop + 1
            continue
        stop = _comma(text, found.end(), end)
        raw = text[found.end() : stop].strip() if found[2] else ""
        if len(raw) > 1 and (raw[0], raw[-1]) in (("{", "}"), ('"', '"')):
            raw = raw[1:-1]
        share = _OF_THE_LINE.fullmatch(raw.strip())
        value = f"{float(share[1] or 1) * 100:g}%" if share and share[1] != "." else plain(raw)
        yield Given(found[1], value, Span(source, found.start(1), max(found.end(1), stop)))
        position = stop + 1


def _comma(text: str, position: int, end: int) -> int:
    at = position
    while at < end and text[at] != ",":
        if text[at] == "{":
            closed = closing(text, at, end)
            at = end if closed < 0 else closed
        elif text[at] == '"':
            quote = text.find('"', at + 1, end)
            at = at if quote < 0 else quote
        elif text[at] == "\\":
            at += 1
        at += 1
    return min(at, end)
