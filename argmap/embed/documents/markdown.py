"""Markdown: fences and comments found as CommonMark finds them, images as GitHub, Pandoc and Quarto show them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.embed import attribute_text
from argmap.embed.attributes import OF_QUARTO, Attributes, Given
from argmap.embed.documents.base import FIGURE, Block, Host, Placed, Scan
from argmap.embed.documents.lines import Lines, without_margin
from argmap.embed.documents.markdown_images import Found, image_at, written_image
from argmap.embed.documents.marker import END, kept_from_closing, read_head, with_closings, write_head
from argmap.embed.documents.regions import closed_regions
from argmap.markup.markdown import MARKUP

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 100
"""Lists and quotations in each other, beyond which nothing is looked for."""

_TYPES = ("fence", "html_block", "inline")
_FRONT = re.compile(
    r"---[ \t]*(?:\r\n?|\n)(?![ \t]*[\r\n])(?:.*?(?:\r\n?|\n))??(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)", re.DOTALL
)
_OWN_WORD = re.compile(r"[ \t]*argmap(?=[\s{]|$)")
_OWN_BRACES = re.compile(r"[ \t]*\{[ \t]*argmap(?=[\s,}])|[ \t]*\{(?=[^}]*\.argmap(?=[\s}]))")
_OPTION = re.compile(r"#\|[ \t]*([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*")
_INNER_MARKER = re.compile(r"<!--\s*argmap\s[^\n]*?(?=-->|\n|\Z)")
_AS_TEXT = re.compile(r"\s*<(?:pre|script|style|textarea)\b", re.IGNORECASE)
_NEW_BLOCK = re.compile(r"[ \t>]*(?:[-+*][ \t]|[0-9]{1,9}[.)][ \t]|#{1,6}[ \t]|`{3}|~{3}|<!--)")


class Images(NamedTuple):
    """How images are found and written in a kind of Markdown.

    Attributes:
        at: Finds the image behind a marker.
        written: Gives the lines of a figure.
    """

    at: Callable[..., Found | None]
    written: Callable[[Placed], Iterable[str]]


def scanner(images: Images) -> Callable[[SourceFile], Scan]:
    """What finds the blocks of documents with such images."""

    def scan(source: SourceFile) -> Scan:
        if "argmap" not in source.text:
            return Scan(())
        lines = Lines(source.text)
        blocks: list[Block] = []
        faults: list[Diagnostic] = []
        passed = 0
        for token in _tokens(source.text):
            if token.map is None or lines.starts[token.map[0]] < passed:
                continue
            place = _place(source, lines, token)
            found = _found(place, token, images) if place else _overlooked(source, lines, token)
            if isinstance(found, Diagnostic):
                faults.append(found)
            elif found is not None:
                blocks.append(found[0])
                faults += found[1]
                passed = found[0].span.end
        whole, unclosed = closed_regions(blocks)
        return Scan(tuple(_apart(block, lines) for block in whole), (*faults, *unclosed))

    return scan


def _tokens(text: str) -> "Iterator[Token]":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).disable(["inline", "reference"], ignoreInvalid=True)
    front = _FRONT.match(text)
    hidden = re.sub(r"[^\r\n]", " ", front[0]) if front else ""
    return (token for token in parser.parse(hidden + text[len(hidden) :]) if token.type in _TYPES)


def _place(source: SourceFile, lines: Lines, token: "Token") -> "_Place | None":
    """Where a fence or comment begins; None if the token is neither."""
    first, past = token.map or (0, 0)
    sign = token.markup if token.type == "fence" else "<!--"
    start = source.text.find(sign, lines.starts[first], lines.end(first)) if token.type != "inline" else -1
    if start < 0 or (token.type == "html_block" and not token.content.lstrip(" ").startswith(sign)):
        return None
    return _Place(source, lines, (start, start + len(sign)), (first, past))


def _found(place: "_Place", token: "Token", images: Images) -> "tuple[Block, Sequence[Diagnostic]] | Diagnostic | None":
    return _fence(place, token.content) if token.type == "fence" else _marker(place, images)


def _overlooked(source: SourceFile, lines: Lines, token: "Token") -> Diagnostic | None:
    """A finding on a marker that stands where it is no block of its own, but for one that is shown as code."""
    marker = _INNER_MARKER.search(token.content)
    if marker is None or _AS_TEXT.match(token.content):
        return None
    if token.type == "inline":
        from markdown_it import MarkdownIt

        (line,) = MarkdownIt("commonmark").parseInline(token.content)
        if not any(part.type == "html_inline" and _INNER_MARKER.match(part.content) for part in line.children or ()):
            return None
    first, past = token.map or (0, 0)
    found = _INNER_MARKER.search(source.text, lines.starts[first], lines.end(past - 1))
    place = Span(source, found.start(), found.end()) if found else Span(source, lines.starts[first], lines.end(first))
    advice = "begin a line with it, behind an empty line"
    return finding("unknown-block", "a marker in the middle of other text is not kept", place, help=advice)


class _Place:
    """Where a fence or a comment begins, and what stands before its lines.

    Attributes:
        inside: Where its content begins, behind its sign.
        first, past: Its first line, and the line behind its last.
        margin: What stands before the lines that follow the first.
        span_start: The start of its line; its own start where the sign of a list item stands before it.
    """

    def __init__(self, source: SourceFile, lines: Lines, sign: tuple[int, int], extent: tuple[int, int]) -> None:
        self.source, self.lines = source, lines
        self.start, self.inside = sign
        self.first, self.past = extent
        opening = source.text[lines.starts[self.first] : self.start]
        self.margin = re.sub(r"[^>\t ]", " ", opening)
        self.span_start = lines.starts[self.first] if self.margin == opening else self.start

    def span(self, end: int) -> Span:
        return Span(self.source, self.span_start, end)


def _fence(place: _Place, content: str) -> tuple[Block, Sequence[Diagnostic]] | Diagnostic | None:
    text, lines = place.source.text, place.lines
    head_end = lines.end(place.first)
    word = _OWN_WORD.match(text, place.inside, head_end)
    braces = None if word else _OWN_BRACES.match(text, place.inside, head_end)
    own = word or braces
    if own is None:
        return None
    if not _is_closed(place, content):
        message = "the fence is not closed"
        return finding("unclosed-block", message, Span(place.source, place.start, head_end), help="close it with ```")
    given, faults = attribute_text.parse(place.source, own.end(), head_end)
    body_line = place.first + 1
    if braces:
        options, content = _options(place, content)
        given += options
        body_line += len(options)
    block = Block(
        FIGURE,
        place.span(lines.end(place.past - 1)),
        tuple(given),
        content if content.strip() else None,
        body_line + 1,
        margin=place.margin,
    )
    return block, faults


def _is_closed(place: _Place, content: str) -> bool:
    """Whether a line closes a fence, rather than the end of what it stands in."""
    inside = place.past - place.first - 2
    return inside >= 0 and content.count("\n") == inside and _ends_with_fence(place)


def _ends_with_fence(place: _Place) -> bool:
    sign = place.source.text[place.start]
    last = place.source.text[place.lines.starts[place.past - 1] : place.lines.end(place.past - 1)]
    return re.fullmatch(rf"[ \t>]*{re.escape(sign)}{{3,}}[ \t]*", last) is not None


def _options(place: _Place, content: str) -> tuple[list[Given], str]:
    """The option lines of Quarto at the beginning of a cell, and what is left of it."""
    given: list[Given] = []
    rest = content
    for number, line in enumerate(content.split("\n"), place.first + 1):
        option = _OPTION.fullmatch(line)
        if option is None:
            break
        rest = rest.partition("\n")[2]
        place_of_line = Span(place.source, place.lines.starts[number], place.lines.end(number))
        given.append(Given(OF_QUARTO.get(option[1], option[1]), _unquoted(option[2]), place_of_line))
    return given, rest


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == '"':
        return re.sub(r'\\(["\\])', r"\1", value[1:-1])
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value


def _marker(place: _Place, images: Images) -> tuple[Block, Sequence[Diagnostic]] | Diagnostic | None:
    text, lines = place.source.text, place.lines
    closing = text.find("-->", place.inside)
    head = read_head(place.source, place.inside, _end_of_head(place, closing))
    if head is None:
        return None
    if closing < 0 or lines.at(closing) >= place.past:
        where = Span(place.source, place.start, lines.end(place.first))
        return finding("unclosed-block", "the marker is not closed", where, help="close it with -->")
    last = lines.at(closing)
    body = None
    first_of_body = lines.at(_after_word(place)) + 1
    if last >= first_of_body:
        inside = [*(lines.text(number) for number in range(first_of_body, last)), text[lines.starts[last] : closing]]
        body = with_closings("\n".join(without_margin(line, place.margin) for line in inside))
    block = Block(
        head.kind,
        place.span(closing + 3),
        head.given,
        body if body and body.strip() else None,
        first_of_body + 1,
        is_marker=True,
        margin=place.margin,
    )
    return _with_picture(place, block, images), head.faults


def _after_word(place: _Place) -> int:
    return place.source.text.index("argmap", place.inside)


def _end_of_head(place: _Place, closing: int) -> int:
    """Where the line ends in which the word `argmap` would have to stand, which is not always that of the sign."""
    word = re.compile(r"\s*").match(place.source.text, place.inside)
    end = place.lines.end(place.lines.at(word.end() if word else place.inside))
    return end if closing < 0 else min(end, closing)


def _with_picture(place: _Place, marker: Block, images: Images) -> Block:
    """The block of a marker with the image behind it, whose caption is that of a marker that has none yet."""
    if marker.kind != FIGURE:
        return marker
    names = {item.name for item in marker.given}
    is_ours = bool(names & {"caption", "figure"})
    found = images.at(place.source.text, place.lines, marker.span.end, place.margin)
    if found is None:
        return marker
    caption = () if is_ours or not found.caption else (Given("caption", found.caption, None),)
    return replace(marker, span=place.span(found.end), given=(*marker.given, *caption), picture=found.picture)


def _apart(block: Block, lines: Lines) -> Block:
    """The block with the empty lines that keep an image from becoming a word of a paragraph."""
    gap = f"{block.margin.rstrip()}\n"
    before = lines.at(block.span.start) - 1
    after = lines.at(block.span.end) + 1
    stands_alone = block.span.start == lines.starts[before + 1]
    return replace(
        block,
        before=gap if stands_alone and before >= 0 and _has_words(lines.text(before)) else "",
        after=f"\n{gap[:-1]}" if after < len(lines.starts) and _has_words(lines.text(after)) else "",
    )


def _has_words(line: str) -> bool:
    return bool(line.strip(" \t>")) and not _NEW_BLOCK.match(line)


def writer(images: Images) -> Callable[[Placed], str]:
    """What writes blocks with such images."""

    def write(placed: Placed) -> str:
        lines = _written(placed, images)
        return "\n".join(f"{placed.margin}{line}" if line else placed.margin.rstrip() for line in lines)

    return write


def _written(placed: Placed, images: Images) -> Iterator[str]:
    if placed.with_marker:
        head = f"<!-- {write_head(placed)}"
        yield head if placed.body is not None else f"{head} -->"
        if placed.body is not None:
            yield from kept_from_closing(placed.body).removesuffix("\n").split("\n")
            yield "-->"
    if placed.kind == FIGURE:
        yield from images.written(placed)
        return
    around = [""] if placed.with_marker else []
    yield from [*around, *placed.text.strip("\n").split("\n"), *around]
    if placed.with_marker:
        yield f"<!-- {write_head(Placed(END, Attributes(), None, ''))} -->"


IMAGES = Images(image_at, written_image)
HOST = Host(
    "markdown", "Markdown", (".md", ".markdown", ".mdown", ".mkd"), "svg", MARKUP, scanner(IMAGES), writer(IMAGES)
)
