"""HTML: scripts of the type `text/argmap` and comments, found as a browser finds them, and figures with a caption."""

import re
from collections.abc import Iterator
from html import escape, unescape

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.embed.attributes import Attributes, Given
from argmap.embed.documents.addresses import is_local, to_address, to_path
from argmap.embed.documents.base import FIGURE, Block, Host, Picture, Placed, Scan
from argmap.embed.documents.html_pieces import Piece, pieces
from argmap.embed.documents.lines import Lines, without_margin
from argmap.embed.documents.marker import END, kept_from_closing, read_head, with_closings, write_head
from argmap.embed.documents.regions import closed_regions
from argmap.markup.html import MARKUP

_LINE_START = re.compile(r"[ \t]*(?:\r\n?|\n)")
_TAG = r"""(?:\s(?>(?:[^<>"']|"[^"]*"|'[^']*')*))?"""
_IMAGE = re.compile(
    rf"""\s*(?:
      <figure{_TAG}>\s*<img(?P<framed>{_TAG})>\s*(?:<figcaption{_TAG}>(?P<caption>[^<]*)</figcaption>\s*)?</figure>
      | <img(?P<bare>{_TAG})>)""",
    re.VERBOSE | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""\s(src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def scan(source: SourceFile) -> Scan:
    """Find the blocks of a page."""
    if "argmap" not in source.text:
        return Scan(())
    lines = Lines(source.text)
    blocks: list[Block] = []
    faults: list[Diagnostic] = []
    for piece in pieces(source.text):
        found = _marker(source, lines, piece) if piece.attributes is None else _script(source, lines, piece)
        if isinstance(found, Diagnostic):
            faults.append(found)
        elif found is not None:
            blocks.append(found[0])
            faults += found[1]
    whole, unclosed = closed_regions(blocks)
    return Scan(tuple(whole), (*faults, *unclosed))


def _margin(source: SourceFile, lines: Lines, start: int) -> tuple[str, int]:
    """What stands before the lines of a block, and where its span starts."""
    first = lines.starts[lines.at(start)]
    opening = source.text[first:start]
    return (opening, first) if not opening.strip() else ("", start)


def _script(source: SourceFile, lines: Lines, piece: Piece) -> tuple[Block, tuple[Diagnostic, ...]] | Diagnostic:
    text = source.text
    place = Span(source, piece.start, piece.inside)
    if piece.close is None:
        return finding("unclosed-block", "the script is not closed", place, help="close it with </script>")
    given = tuple(
        Given("name" if name == "id" else name.removeprefix("data-"), value, place)
        for name, value in piece.attributes or ()
        if name.startswith("data-") or name == "id"
    )
    opening = _LINE_START.match(text, piece.inside, piece.close)
    body_start = opening.end() if opening else piece.inside
    body = _dedented(text[body_start : piece.close])
    margin, start = _margin(source, lines, piece.start)
    block = Block(
        FIGURE,
        Span(source, start, piece.end),
        given,
        body if body.strip() else None,
        lines.at(body_start) + 1,
        margin=margin,
    )
    return block, ()


def _dedented(text: str) -> str:
    lines = re.split(r"\r\n?|\n", text)
    if not lines[-1].strip():
        lines[-1] = ""
    filled = [line for line in lines if line.strip()]
    shared = min((len(line) - len(line.lstrip(" \t")) for line in filled), default=0)
    return "\n".join(line[shared:] if line.strip() else "" for line in lines)


def _marker(source: SourceFile, lines: Lines, piece: Piece) -> tuple[Block, tuple[Diagnostic, ...]] | Diagnostic | None:
    text = source.text
    close = len(text) if piece.close is None else piece.close
    word = text.find("argmap", piece.inside, close)
    if word < 0 or text[piece.inside : word].strip():
        return None
    first_of_body = lines.at(word) + 1
    head = read_head(source, piece.inside, min(lines.end(first_of_body - 1), close))
    if head is None:
        return None
    if piece.close is None:
        place = Span(source, piece.start, lines.end(first_of_body - 1))
        return finding("unclosed-block", "the marker is not closed", place, help="close it with -->")
    margin, span_start = _margin(source, lines, piece.start)
    last = lines.at(close)
    body = None
    if last >= first_of_body:
        inside = [*(lines.text(number) for number in range(first_of_body, last)), text[lines.starts[last] : close]]
        body = with_closings("\n".join(without_margin(line, margin) for line in inside))
    end, given, picture = piece.end, head.given, None
    if head.kind == FIGURE:
        image = _IMAGE.match(text, end)
        found = _picture(image) if image else None
        if image and found:
            picture, end = found, image.end()
            names = {item.name for item in given}
            if image["caption"] and not names & {"caption", "figure"}:
                given = (*given, Given("caption", unescape(image["caption"]).strip()))
    span = Span(source, span_start, end)
    kept = body if body and body.strip() else None
    return Block(head.kind, span, given, kept, first_of_body + 1, True, margin, picture), head.faults


def _picture(image: re.Match[str]) -> Picture | None:
    inside = image["framed"] if image["framed"] is not None else image["bare"]
    values = {item[1].lower(): unescape(item[2] or item[3] or item[4] or "") for item in _ATTRIBUTE.finditer(inside)}
    address = values.get("src", "")
    return Picture(to_path(address), values.get("alt", "")) if is_local(address) else None


def write(placed: Placed) -> str:
    """A block as HTML, with its margin."""
    return "\n".join(f"{placed.margin}{line}" if line else "" for line in _lines(placed))


def _lines(placed: Placed) -> Iterator[str]:
    if placed.with_marker:
        head = f"<!-- {write_head(placed)}"
        yield head if placed.body is not None else f"{head} -->"
        if placed.body is not None:
            yield from kept_from_closing(placed.body).removesuffix("\n").split("\n")
            yield "-->"
    if placed.kind == FIGURE:
        yield _figure(placed)
        return
    yield from placed.text.strip("\n").split("\n")
    if placed.with_marker:
        yield f"<!-- {write_head(Placed(END, Attributes(), None, ''))} -->"


def _figure(placed: Placed) -> str:
    asked = placed.attributes
    name = f' id="{escape(asked.name)}"' if asked.name else ""
    align = f' style="text-align: {asked.align}"' if asked.align else ""
    width = f' style="width: {asked.width}"' if asked.width else ""
    image = f'<img src="{to_address(placed.path)}" alt="{MARKUP.text(placed.alt)}"{width}>'
    caption = MARKUP.text(asked.caption or "")
    under = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure{name}{align}>{image}{under}</figure>"


HOST = Host("html", "HTML", (".html", ".htm", ".xhtml"), "svg", MARKUP, scan, write)
