"""The argmap fences in the text of a page: where they stand, and headers that superfences would not read."""

import re
from typing import NamedTuple

from argmap.core.source import SourceFile, Span
from argmap.embed.adapters.mkdocs.written import Written
from argmap.embed.attribute_text import parse
from argmap.embed.attributes import Given

_OPENING = re.compile(r"(?P<margin>[> \t]*)(?P<fence>`{3,}|~{3,})(?P<rest>[^\n]*)")
_OURS = re.compile(
    r"[ \t]*\.?argmap(?P<plain>[ \t][^{].*|[ \t]*)$|[ \t]*(?:argmap[ \t]*)?\{(?P<braced>[^}\n]*)\}[ \t]*$"
)
_READ_BY_SUPERFENCES = re.compile(r"""(?:[ \t]*[a-zA-Z]\w*(?:=("|').*?\1)?(?=[ \t]|$))*[ \t]*""")
_TAB = 4


class Fence(NamedTuple):
    """An argmap fence in a text.

    Attributes:
        place: Its first line, from the fence on.
        given: Its attributes, with their places.
        header: Where the attributes stand.
        body: What stands in it, without margin.
        body_line: The line in which that begins, from 1.
        is_closed: Whether it ends before the text, or the list or quotation that it stands in, does.
    """

    place: Span
    given: tuple[Given, ...]
    header: Span
    body: str
    body_line: int
    is_closed: bool

    def fits(self, written: Written) -> bool:
        """Whether it is the fence that superfences hands over, by what stands in it."""
        return _plain(self.body) == _plain(written.body)

    def agrees(self, written: Written) -> bool:
        """Whether its attributes are the same as well."""
        return {item.name: item.value for item in self.given} == dict(written.values)


def scan(source: SourceFile) -> list[Fence]:
    """Find the argmap fences of a page, in order; those inside other fences are examples and stay out."""
    found: list[Fence] = []
    lines = source.text.split("\n")
    number = 0
    while number < len(lines):
        opening = _OPENING.match(lines[number])
        if opening is None or (opening["fence"][0] == "`" and "`" in opening["rest"]):
            number += 1
            continue
        end, is_closed = _end(lines, number, opening)
        ours = _OURS.match(lines[number].rstrip("\r"), opening.end("fence"))
        if ours and (ours["braced"] is None or _is_named(lines[number][opening.end("fence") :])):
            part = "plain" if ours["braced"] is None else "braced"
            found.append(_fence(source, range(number, end + 1), opening, ours.span(part), is_closed=is_closed))
        number = end + 1
    return found


def _is_named(header: str) -> bool:
    return header.lstrip().startswith("argmap") or bool(re.match(r"[ \t]*\{[ \t]*\.argmap(?=[\s}])", header))


def _end(lines: list[str], start: int, opening: re.Match[str]) -> tuple[int, bool]:
    """The line that ends a fence, or the first that does not belong to it."""
    margin = len(opening["margin"].expandtabs(_TAB))
    is_quoted = ">" in opening["margin"]
    closing = re.compile(re.escape(opening["fence"]) + r"[ \t\r]*$")
    for number in range(start + 1, len(lines)):
        cut = _cut(lines[number], margin)
        blank = not lines[number].strip(" \t\r>" if is_quoted else " \t\r")
        if cut is None and not blank:
            return number - 1, False
        if cut is not None and closing.match(cut):
            return number, True
    return len(lines) - 1, False


def _cut(line: str, margin: int) -> str | None:
    """A line without its margin, or None if it has less."""
    wide = line.expandtabs(_TAB)
    return wide[margin:] if not wide[:margin].strip(" >") and len(wide) >= margin else None


def _fence(
    source: SourceFile, rows: range, opening: re.Match[str], header: tuple[int, int], *, is_closed: bool
) -> Fence:
    """The fence in some lines; `header` is where the attributes stand in the first."""
    offset = source.line_starts[rows.start]
    first = source.line_text(rows.start + 1)
    place = Span(source, offset + opening.start("fence"), offset + len(first.rstrip()))
    where = Span(source, offset + header[0], offset + header[1])
    margin = len(opening["margin"].expandtabs(_TAB))
    inside = range(rows.start + 1, rows.stop - 1 if is_closed else rows.stop)
    body = "\n".join(_cut(source.line_text(number + 1), margin) or "" for number in inside)
    return Fence(place, tuple(parse(source, where.start, where.end)[0]), where, body, rows.start + 2, is_closed)


def _plain(body: str) -> list[str]:
    return [line.rstrip() for line in body.expandtabs(_TAB).strip().split("\n")]


def readable(text: str) -> str:
    """Put quotes round the values in headers of argmap fences where superfences would not take them for fences."""
    source = SourceFile("page", text)
    for fence in reversed(scan(source)):
        if text[fence.header.end : fence.header.end + 1] != "}" and not _READ_BY_SUPERFENCES.fullmatch(
            fence.header.text
        ):
            text = text[: fence.header.start] + _quoted(fence) + text[fence.header.end :]
    return text


def _quoted(fence: Fence) -> str:
    """The attributes of a fence in the only form that superfences reads; as they are if a value has both quotes."""
    _, faults = parse(fence.header.source, fence.header.start, fence.header.end)
    if faults or any('"' in item.value and "'" in item.value for item in fence.given):
        return fence.header.text
    marks = [("'" if '"' in item.value else '"') for item in fence.given]
    parts = [f"{item.name}={mark}{item.value}{mark}" for item, mark in zip(fence.given, marks, strict=True)]
    return "".join(f" {part}" for part in parts)
