"""reStructuredText documents: the directive `argmap`, and comments that begin with the word."""

import re
from collections.abc import Iterator
from textwrap import dedent
from typing import NamedTuple

from argmap.core.source import SourceFile, Span
from argmap.embed.attributes import Given
from argmap.embed.documents.base import FIGURE, Host, Picture, Placed, Scan
from argmap.embed.documents.line_comments import as_body, body_lines, trimmed, with_margin
from argmap.embed.documents.line_scanner import Behind, LineScanner
from argmap.embed.documents.marker import Head, write_head
from argmap.markup.plain import one_line
from argmap.markup.restructuredtext import MARKUP

_CONTAINERS = """
    admonition attention caution card class compound container danger details dropdown epigraph error figure footer
    grid grid-item grid-item-card header highlights hint ifconfig important list-table note only pull-quote role
    rst-class seealso sidebar tab tab-item tab-set tabs tip todo topic versionadded versionchanged versionremoved
    deprecated warning
"""
"""Directives whose bodies are text; so are those with a colon in the name, which describe functions and the like."""
_DIRECTIVE = re.compile(r"[ \t]*\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([\w.:+-]*\w)[ \t]?::(?:[ \t]+(.*))?$")
_FENCE = re.compile(r"[ \t]*\.\.[ \t]+argmap[ \t]?::(?:[ \t]+(.*?))?[ \t]*$")
_IMAGE = re.compile(r"[ \t]*\.\.[ \t]+(?:figure|image)[ \t]?::(?:[ \t]+(.*?))?[ \t]*$")
_EXPLICIT = re.compile(r"[ \t]*\.\.(?=[ \t]|$)[ \t]*(\S?)")
_OPTION = re.compile(r"[ \t]+:([\w-]+):(?:[ \t]+(.*?))?[ \t]*$")
_LIST_MARK = re.compile(r"[ \t]*(?:(?:[-+*•‣⁃]|\(?(?:#|\w+)[.)])[ \t]+)+")
_NO_PARAGRAPH = re.compile(r"[ \t]*(?:\.\.(?:[ \t]|$)|__[ \t]|\||:[^:\s][^:]*:|([!-/:-@\[-`{-~])\1*[ \t]*$)")
_BEFORE_LITERAL = re.compile(r"(?<!\\)(?:\\\\)*::[ \t]*$")
_SIGN = re.compile(r"[ \t]*[!-/:-@\[-`{-~]")
_OURS = ("alt", "width", "align", "name")


class _Option(NamedTuple):
    """An option of a directive: its name and value, where it stands, and the number of its last line."""

    name: str
    value: str
    span: Span
    last: int


def _width(blanks: str) -> int:
    return len(blanks.expandtabs(8))


class _Scanner(LineScanner):
    lead = re.compile(r"[ \t]*\.\.[ \t]+(?=argmap(?:[ \t]|$)(?![ \t]?::))")

    def step(self) -> None:
        number = self.at
        text = self.text(number)
        directive = _DIRECTIVE.match(text)
        explicit = _EXPLICIT.match(text)
        self.at += 1
        if _FENCE.match(text):
            self._fence(number)
        elif directive:
            name = directive[1].lower()
            if name not in _CONTAINERS.split() and ":" not in name:
                self.at = self._end_of_body(number)
        elif explicit:
            is_note = explicit[1] == "["
            if not is_note and (explicit[1] or not self.is_empty(self.at)):
                self.at = self._end_of_body(number)
        elif _BEFORE_LITERAL.search(text):
            self._pass_literal(number)

    def _column(self, number: int) -> int:
        return _width(self.margin(number))

    def _text_column(self, number: int) -> int:
        mark = _LIST_MARK.match(self.text(number))
        return _width(mark[0]) if mark else self._column(number)

    def _end_of_body(self, number: int) -> int:
        """The line behind all that is indented under a line, without empty lines at its end."""
        return self._end_of_indented(number + 1, self._column(number))

    def _end_of_indented(self, first: int, column: int) -> int:
        end = number = first
        while number < self.count and (self.is_empty(number) or self._column(number) > column):
            number += 1
            if not self.is_empty(number - 1):
                end = number
        return end

    def _pass_literal(self, number: int) -> None:
        column = self._text_column(number)
        first = self.next_filled(number + 1)
        if first in (number + 1, self.count):
            return
        if self._column(first) > column:
            self.at = self._end_of_indented(first, column)
        elif self._column(first) == column and _SIGN.match(self.text(first)):  # a quoted literal block
            self.at = next(at for at in range(first, self.count + 1) if self.is_empty(at))

    def _fence(self, number: int) -> None:
        if self._is_in_paragraph(number):
            return
        found = _FENCE.match(self.text(number))
        end = self._end_of_body(number)
        given = []
        if found and found[1]:
            start = self.lines.starts[number] + found.start(1)
            given.append(Given("file", found[1], Span(self.source, start, start + len(found[1]))))
        options = list(self._options(number + 1, end))
        given += [Given(item.name, item.value, item.span) for item in options]
        first = options[-1].last + 1 if options else number + 1
        self.take_fence(number, end - 1, tuple(given), self._dedented(first, end))

    def _is_in_paragraph(self, number: int) -> bool:
        """Whether a line only goes on with a paragraph, as docutils sees it; that is told."""
        before = number - 1
        if before < 0 or self.is_empty(before) or self._text_column(before) != self._column(number):
            return False
        is_item = _LIST_MARK.match(self.text(before)) and self._column(before) == self._column(number)
        if is_item or _NO_PARAGRAPH.match(self.text(before)):
            return False
        message = "the paragraph before this is not closed"
        self.unclosed(number, message, "write an empty line between them")
        return True

    def _options(self, first: int, end: int) -> Iterator[_Option]:
        number = first
        while number < end:
            found = _OPTION.match(self.text(number))
            if not found:
                return
            parts = [found[2] or ""]
            last = number
            while last + 1 < end and not self.is_empty(last + 1) and self._column(last + 1) > self._column(number):
                last += 1
                parts.append(self.text(last).strip())
            start = self.lines.starts[number] + found.start(1) - 1
            span = Span(self.source, start, self.lines.end(last))
            yield _Option(found[1], " ".join(part for part in parts if part), span, last)
            number = last + 1

    def _dedented(self, first: int, end: int) -> tuple[str | None, int]:
        lines, skipped = trimmed([self.text(number) for number in range(first, end)])
        return as_body(dedent("\n".join(lines)).split("\n")), first + skipped

    def body(self, number: int, head: Head) -> tuple[str | None, int, int]:
        self._is_in_paragraph(number)
        end = self._end_of_body(number)
        return *self._dedented(number + 1, end), end

    def picture(self, number: int, after: int, head: Head) -> Behind | None:
        first = self.next_filled(after)
        if first == self.count or self._column(first) != self._column(number):
            return None
        found = _IMAGE.match(self.text(first))
        if not found:
            return None
        end = self._end_of_body(first)
        options = list(self._options(first + 1, end))
        alt = next((item.value for item in options if item.name == "alt"), "")
        last = self._last_of_picture(first, end, options, head)
        layout = (Given(item.name, item.value, item.span) for item in options if item.name in _OURS[1:])
        return Behind(Picture(_path(found[1] or ""), alt), last, self.adopted(head, layout))

    def _last_of_picture(self, first: int, end: int, options: list[_Option], head: Head) -> int:
        """The last line that argmap writes: a caption that the marker does not name, and all under it, are kept."""
        if all(item.name != "caption" for item in head.given):
            return max((item.last for item in options if item.name in _OURS), default=first)
        last = options[-1].last if options else first
        words = self.next_filled(last + 1)
        while words < end and not self.is_empty(words):
            last = words
            words += 1
        return last


def _path(argument: str) -> str:
    gone = re.sub(r"\\(.)|\s", lambda found: found[1] or "", argument)
    return gone.strip()


def _scan(source: SourceFile) -> Scan:
    return _Scanner(source).scan()


def _write(placed: Placed) -> str:
    lines: list[str] = []
    if placed.with_marker:
        lines = [f".. {write_head(placed)}"]
        lines += [f"   {line}" if line.strip() else "" for line in body_lines(placed.body or "")]
        lines.append("")
    if placed.kind == FIGURE:
        lines += _figure(placed)
    else:
        text = placed.text.strip("\n")
        lines += text.split("\n") if text else []
        if placed.with_marker:
            lines += [*([""] if text else []), ".. argmap end"]
    return with_margin(lines, placed.margin)


def _figure(placed: Placed) -> list[str]:
    given = placed.attributes
    path = re.sub(r"[\\ ]", r"\\\g<0>", placed.path)
    options = [("alt", one_line(placed.alt)), ("width", given.width), ("align", given.align), ("name", given.name)]
    lines = [f".. figure:: {path}", *(f"   :{name}: {value}" for name, value in options if value)]
    caption = MARKUP.text(given.caption or "")
    return [*lines, "", f"   {caption}"] if caption else lines


HOST = Host(
    name="restructuredtext",
    title="reStructuredText",
    suffixes=(".rst", ".rest"),
    format="svg",
    markup=MARKUP,
    scan=_scan,
    write=_write,
)
