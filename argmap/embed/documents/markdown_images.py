"""Images in Markdown: the forms in which figures are written, and those in which they are found."""

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import NamedTuple

from argmap.embed.documents.addresses import is_local, to_address, to_path
from argmap.embed.documents.base import Picture, Placed
from argmap.embed.documents.lengths import in_page
from argmap.embed.documents.lines import Lines, without_margin
from argmap.markup.markdown import MARKUP
from argmap.markup.plain import one_line

_ANCHOR = r'(?:<a\ id="[^"]*"></a>)?'
MARKDOWN = re.compile(
    _ANCHOR
    + r"""!\[(?P<alt>(?:[^\[\]\\]|\\.)*)\]
      \([ ]* (?: <(?P<pointed>(?:[^<>\\]|\\.)*)> | (?P<bare>(?:[^\s()<>\\]|\\.)(?:[^\s()\\]|\\.)*) )
      (?: [ ]+ (?: "(?P<double>(?:[^"\\]|\\.)*)" | '(?P<single>(?:[^'\\]|\\.)*)' ) )? [ ]* \)""",
    re.VERBOSE,
)
_HTML = re.compile(r"(?:<p(?:\s[^<>]*)?>)?<img(?P<inside>(?:\s[^<>]*)?)>(?P<rest>(?:<br><em>[^<>]*</em>)?</p>)?")
_CAPTION = re.compile(r"[ \t>]*\*((?:[^*\\]|\\.)+)\*[ \t]*")
_ATTRIBUTE = re.compile(r"""\s(src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


class Found(NamedTuple):
    """An image behind a marker.

    Attributes:
        picture: What it shows.
        end: Where it ends, with its caption.
        caption: The words under it, else its title, else an empty text.
    """

    picture: Picture
    end: int
    caption: str = ""


def image_at(text: str, lines: Lines, position: int, margin: str) -> Found | None:
    """Find the image behind a marker: on its line, on the next, or behind one empty line.

    Args:
        text: The document.
        lines: Its lines.
        position: Where the marker ends.
        margin: What stands before the lines of the marker.
    """
    start, stop = place_behind(text, lines, position, margin)
    return _in_markdown(text, lines, start, stop) or _in_html(text, start, stop)


def place_behind(text: str, lines: Lines, position: int, margin: str) -> tuple[int, int]:
    """Where an image behind a marker would start, and where its line ends."""
    number = lines.at(position)
    start, stop = position, lines.end(number)
    for _ in range(2):
        if text[start:stop].strip() or number + 1 >= len(lines.starts):
            break
        number += 1
        stop = lines.end(number)
        start = stop - len(without_margin(lines.text(number), margin))
    return start + len(text[start:stop]) - len(text[start:stop].lstrip(" ")), stop


def _in_markdown(text: str, lines: Lines, start: int, stop: int) -> Found | None:
    image = MARKDOWN.match(text, start, stop)
    if image is None:
        return None
    address = address_of(image)
    if not is_local(address):
        return None
    title = image["double"] if image["double"] is not None else image["single"]
    end, words = image.end(), plain(title or "")
    number = lines.at(end) + 1
    if text[end:stop] == "\\" and number < len(lines.starts):
        caption = _CAPTION.fullmatch(lines.text(number))
        end, words = (lines.end(number), plain(caption[1])) if caption else (end, words)
    return Found(Picture(to_path(address), plain(image["alt"])), end, words)


def _in_html(text: str, start: int, stop: int) -> Found | None:
    image = _HTML.match(text, start, stop)
    if image is None or image[0].startswith("<p") is not bool(image["rest"]):
        return None
    values = {found[1].lower(): unescape(found[2] or found[3] or found[4] or "")
              for found in _ATTRIBUTE.finditer(image["inside"])}  # fmt: skip
    address = values.get("src", "")
    if not is_local(address):
        return None
    return Found(Picture(to_path(address), values.get("alt", "")), image.end())


def address_of(image: re.Match[str]) -> str:
    """The address of an image that `MARKDOWN` has found, without escapes."""
    return plain(image["bare"] if image["pointed"] is None else image["pointed"])


def plain(words: str) -> str:
    """Words without the escapes of Markdown; a backslash keeps what it escapes from being read as a reference."""
    parts = re.split(r"(\\[!-/:-@\[-`{-~])", words)
    return "".join(part[1] if _ESCAPE.fullmatch(part) else unescape(part) for part in parts)


def written_image(placed: Placed) -> Iterator[str]:
    """The lines of a figure.

    An image of Markdown, with the caption in a line of its own under it. Where the figure has a width or a side, for
    which Markdown has no words, it is an image of HTML.
    """
    asked = placed.attributes
    if asked.width or asked.align:
        yield _as_html(placed)
        return
    caption = MARKUP.text(asked.caption or "")
    anchor = f'<a id="{escape(asked.name)}"></a>' if asked.name else ""
    image = f"{anchor}![{MARKUP.text(placed.alt)}]({to_address(placed.path)})"
    yield f"{image}\\" if caption else image
    if caption:
        yield MARKUP.emphasis(caption)


def _as_html(placed: Placed) -> str:
    asked = placed.attributes
    name = f' id="{escape(asked.name)}"' if asked.name else ""
    align = f' align="{asked.align}"' if asked.align else ""
    width = f' width="{in_page(asked.width)}"' if asked.width else ""
    alt = escape(one_line(placed.alt))
    caption = f"<br><em>{_harmless(asked.caption)}</em>" if asked.caption else ""
    return f'<p{name}{align}><img src="{to_address(placed.path)}" alt="{alt}"{width}>{caption}</p>'


def _harmless(words: str) -> str:
    """Words for HTML in which Pandoc, which reads Markdown there, finds no markup either."""
    line = escape(one_line(words), quote=False)
    return re.sub(r"[\\`*_{}\[\]~^$@|!\"':.-]", lambda found: f"&#{ord(found[0])};", line)
