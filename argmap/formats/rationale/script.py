"""The script that a file of Rationale is: calls, one after another, with names and texts in brackets."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.core.source import SourceFile, Span

_CALL = re.compile(r"(?:(?P<name>\w+)[ \t]*=[ \t]*)?(?P<what>[A-Za-z_]\w*)[ \t]*\(")
_PART = re.compile(r'\s*(?:"(?P<text>(?:[^"\\]|\\.)*)"|(?P<word>[^",()\s][^",()]*))\s*', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}


class Part(NamedTuple):
    """What stands between the brackets of a call: a word, or a text in quotes."""

    value: str
    span: Span
    is_text: bool


class Call(NamedTuple):
    """A call.

    Attributes:
        name: What its result is called; empty for none.
        what: The function, such as `CreateChild`.
        parts: What stands between its brackets.
        span: Its name and the function.
        is_whole: Whether its bracket is closed.
    """

    name: str
    what: str
    parts: tuple[Part, ...]
    span: Span
    is_whole: bool


def calls(source: SourceFile) -> Iterator[Call]:
    """The calls of a script, in order. What stands between them says nothing."""
    text, place = source.text, 0
    while found := _CALL.search(text, place):
        parts, place, is_whole = _parts(source, found.end())
        span = Span(source, found.start(), found.end() - 1)
        yield Call(found["name"] or "", found["what"], tuple(parts), span, is_whole)


def _parts(source: SourceFile, place: int) -> tuple[list[Part], int, bool]:
    parts: list[Part] = []
    while found := _PART.match(source.text, place):
        is_text = found["text"] is not None
        kind = "text" if is_text else "word"
        value = _ESCAPE.sub(_unescaped, found["text"]) if is_text else found["word"].strip()
        parts.append(Part(value, Span(source, *found.span(kind)), is_text))
        place = found.end()
        if source.text[place : place + 1] != ",":
            break
        place += 1
    return (parts, place + 1, True) if source.text[place : place + 1] == ")" else (parts, place, False)


def _unescaped(found: re.Match[str]) -> str:
    return _ESCAPED.get(found[1], found[1])
