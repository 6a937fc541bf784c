"""AsciiDoc documents: blocks of the style `argmap`, and line comments that begin with the word."""

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from argmap.core.source import SourceFile, Span
from argmap.embed.attributes import Attributes, Given
from argmap.embed.documents.base import FIGURE, Host, Picture, Placed, Scan
from argmap.embed.documents.lengths import in_page
from argmap.embed.documents.line_comments import as_body, commented, trimmed, with_margin
from argmap.embed.documents.line_scanner import Behind, LineScanner
from argmap.embed.documents.marker import END, Head, write_head
from argmap.markup.asciidoc import MARKUP

_FENCE = re.compile(r"\[argmap(?=[,#.%\]])(?:#([\w:-]+))?(?:[.%][\w.%-]*)?(.*)\][ \t]*$")
_DELIMITER = re.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|```)(.*)$")
"""Blocks whose lines are kept as they are; three backticks may have the name of a language behind them."""
_VERBATIM_STYLE = re.compile(r"\[(?:source|listing|literal|pass|stem|latexmath|asciimath|comment)(?=[,#.%\]])")
_META = re.compile(r"\[.*\][ \t]*$|\.[^ \t.]")
"""Lines above a block that say something of it."""
_NO_PARAGRAPH = re.compile(
    r"\[.*\][ \t]*$ | \.[^ \t.] | // | \+[ \t]*$ | :!?\w[^:]*: | (?:=|\#)+[ \t] | (?:--|```|[|,:!]===)[ \t]*$"
    r"| ([-.+/=*_])\1{3,}[ \t]*$ | '''[ \t]*$ | [a-z]+::\S*\[",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r'[ \t]*(?:([A-Za-z][\w-]*)[ \t]*(=)[ \t]*)?(?:"((?:[^"\\]|\\.)*)"[ \t]*(?=,|$)|([^,]*))')
_ANCHOR = re.compile(r'\[(?:#([\w:-]+)|\[([\w:.-]+)(?:,.*)?\]|id="([\w:.-]+)")\][ \t]*$')
_TITLE = re.compile(r"\.([^ \t.].*)$")
_IMAGE = re.compile(r"image::(\S|\S.*?\S)\[(.*)\][ \t]*$")
_FOLDER = re.compile(r":imagesdir:[ \t]*(.*?)[ \t]*$")
_REFERENCE = re.compile(r"&#([0-9]{1,7});")
_COMMENT = re.compile(r"//(?!/)")
_UNSAFE_IN_PATH = re.compile(r"[%\[\]{}<>\"\\|\x00-\x1f`+*#^~]|^ | $|_(?=_)|(?<=_)_|\(\(|:")


class _Scanner(LineScanner):
    lead = re.compile(r"//[ \t]*(?=argmap(?:[ \t]|$))")

    def __init__(self, source: SourceFile) -> None:
        super().__init__(source)
        self._folder = ""

    def step(self) -> None:
        number = self.at
        text = self.text(number)
        self.at += 1
        folder = _FOLDER.match(text)
        if folder:
            self._folder = folder[1]
        elif _FENCE.match(text):
            self._fence(number)
        elif _DELIMITER.match(text):
            self.at = self._closing(number, self.count) + 1
        elif _VERBATIM_STYLE.match(text):
            first = self._behind_meta(number + 1)
            if not _DELIMITER.match(self.text(first) if first < self.count else "") and not self.is_empty(first):
                self.at = self._end_of_paragraph(first)

    def _behind_meta(self, number: int) -> int:
        while number < self.count and _META.match(self.text(number)):
            number += 1
        return number

    def _end_of_paragraph(self, number: int) -> int:
        return next(at for at in range(number, self.count + 1) if self.is_empty(at))

    def _closing(self, number: int, missing: int) -> int:
        """The line that closes the delimited block which a line opens."""
        found = _DELIMITER.match(self.text(number))
        sign = found[1] if found else ""
        if found is None or (found[2].strip() and sign != "```"):
            return number
        return next((at for at in range(number + 1, self.count) if self.text(at).rstrip() == sign), missing)

    def _fence(self, number: int) -> None:
        if self._is_in_paragraph(number):
            return
        given = self._given(number)
        first = self._behind_meta(number + 1)
        given += [item for at in range(number + 1, first) for item in self._meta(at)]
        if self.is_empty(first):
            self.take_fence(number, first - 1, tuple(given), (None, number + 1))
            return
        if not _DELIMITER.match(self.text(first)) or self._closing(first, -1) == first:
            end = self._end_of_paragraph(first)
            self.take_fence(number, end - 1, tuple(given), self._map(first, end))
            return
        last = self._closing(first, self.count)
        if last == self.count:
            advice = f"close it with `{self.text(first).rstrip()}`"
            self.unclosed(number, "the block `[argmap]` is not closed", advice)
            self.at = self.count
            return
        self.take_fence(number, last, tuple(given), self._map(first + 1, last))

    def _is_in_paragraph(self, number: int) -> bool:
        """Whether the image of a block would be taken for words of the paragraph before it; that is told."""
        if number == 0 or self.is_empty(number - 1) or _NO_PARAGRAPH.match(self.text(number - 1)):
            return False
        self.unclosed(number, "the paragraph before this is not closed", "write an empty line between them")
        return True

    def _map(self, first: int, end: int) -> tuple[str | None, int]:
        lines, skipped = trimmed([self.text(at) for at in range(first, end)])
        return as_body(lines), first + skipped

    def _given(self, number: int) -> list[Given]:
        found = _FENCE.match(self.text(number))
        if found is None:
            return []
        start = self.lines.starts[number]
        named = [Given("name", found[1], Span(self.source, start + found.start(1), start + found.end(1)))]
        return [*(named if found[1] else []), *self._attributes(found[2], start + found.start(2))]

    def _attributes(self, text: str, start: int) -> list[Given]:
        """What stands between the brackets of a block; a value without a name is a name without a value."""
        given = []
        position = 0
        while position <= len(text):
            found = _ATTRIBUTE.match(text, position)
            if found is None:
                break
            value = (found[4] or "").strip() if found[3] is None else found[3].replace('\\"', '"')
            name, value = (found[1], value) if found[2] else (value, "")
            begin = position + len(found[0]) - len(found[0].lstrip())
            if name:
                given.append(Given(name, value, Span(self.source, start + begin, start + found.end())))
            position = found.end() + 1
        return given

    def _meta(self, number: int) -> list[Given]:
        """What a line above a block says: a title is the caption, an anchor the name."""
        anchor = _ANCHOR.match(self.text(number))
        title = _TITLE.match(self.text(number))
        found = (
            ("name", anchor[anchor.lastindex or 0])
            if anchor
            else ("caption", _plain(title[1].strip()))
            if title
            else None
        )
        return [Given(*found, self.span(number, number))] if found else []

    def body(self, number: int, head: Head) -> tuple[str | None, int, int]:
        return self.commented_body(number, head, _COMMENT)

    def picture(self, number: int, after: int, head: Head) -> Behind | None:
        first = last = self.next_filled(after)
        while last < self.count and self._meta(last):
            last += 1
        found = _IMAGE.match(self.text(last)) if last < self.count else None
        if not found:
            return None
        named = {item.name for item in head.given}
        given = [item for at in range(first, last) for item in self._meta(at) if item.name not in named]
        return Behind(self._picture(found[1], found[2]), last, tuple(given))

    def _picture(self, target: str, inside: str) -> Picture:
        items = self._attributes(inside, 0)
        given = {item.name: item.value for item in items}
        first = "" if not items or inside.lstrip().startswith(",") or items[0].value else items[0].name
        folder = given.get("imagesdir", self._folder)
        path = unquote(target)
        at = f"{folder.rstrip('/')}/{path}" if folder not in ("", ".") else path
        return Picture(at, _plain(given.get("alt", first)))


def _plain(words: str) -> str:
    return _REFERENCE.sub(lambda found: chr(int(found[1])) if int(found[1]) < 0x110000 else found[0], words)


def _scan(source: SourceFile) -> Scan:
    return _Scanner(source).scan()


def _write(placed: Placed) -> str:
    lines: list[str] = []
    if placed.with_marker:
        lines = [f"// {write_head(placed)}", *commented(placed.body or "", "//")]
    if placed.kind == FIGURE:
        return with_margin([*lines, *_figure(placed)], placed.margin)
    text = placed.text.strip("\n").split("\n")
    if placed.with_marker:
        return with_margin(
            [*lines, "", *text, "", f"// {write_head(Placed(END, Attributes(), None, ''))}"], placed.margin
        )
    return with_margin(text, placed.margin)


def _figure(placed: Placed) -> list[str]:
    given = placed.attributes
    caption = MARKUP.text(given.caption or "")
    return [
        *([f'[id="{given.name}"]' if "." in given.name else f"[#{given.name}]"] if given.name else []),
        *([f".{caption}"] if caption else []),
        f"image::{_target(placed.path)}[{','.join(_inside(placed))}]",
    ]


def _target(path: str) -> str:
    return _UNSAFE_IN_PATH.sub(lambda found: quote(found[0], safe=""), path)


def _inside(placed: Placed) -> Iterator[str]:
    given = placed.attributes
    alt = MARKUP.text(placed.alt).replace('"', "&#34;")
    yield f'"{alt}"'
    if given.width:
        yield f"width={in_page(given.width)}"
        if not given.width.endswith(("%", "em")):
            yield f"pdfwidth={given.width}"
    if given.align:
        yield f"align={given.align}"
    yield "imagesdir=."  # the path begins at the document, wherever it looks for other images


HOST = Host(
    name="asciidoc",
    title="AsciiDoc",
    suffixes=(".adoc", ".asciidoc", ".asc"),
    format="svg",
    markup=MARKUP,
    scan=_scan,
    write=_write,
)
