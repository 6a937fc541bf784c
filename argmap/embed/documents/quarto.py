"""Quarto and R Markdown: Markdown whose images carry a caption, a text alternative and a width."""

import re
from collections.abc import Iterator
from html import escape, unescape

from argmap.embed.documents.addresses import is_local, to_address, to_path
from argmap.embed.documents.base import Host, Picture, Placed
from argmap.embed.documents.lines import Lines
from argmap.embed.documents.markdown import Images, scanner, writer
from argmap.embed.documents.markdown_images import MARKDOWN, Found, address_of, place_behind, plain
from argmap.markup.markdown import MARKUP
from argmap.markup.plain import one_line

_ATTRIBUTES = re.compile(r"""\{(?:[^{}"'\r\n]|"[^"\r\n]*"|'[^'\r\n]*')*\}""")
_ALT = re.compile(r"""[\s{]fig-alt=(?:"([^"]*)"|'([^']*)')""")


def _image_at(text: str, lines: Lines, position: int, margin: str) -> Found | None:
    start, stop = place_behind(text, lines, position, margin)
    image = MARKDOWN.match(text, start, stop)
    if image is None or not is_local(address_of(image)):
        return None
    attributes = _ATTRIBUTES.match(text, image.end(), stop)
    alt = _ALT.search(attributes[0]) if attributes else None
    words = unescape((alt[1] or alt[2] or "") if alt else "")
    end = attributes.end() if attributes else image.end()
    return Found(Picture(to_path(address_of(image)), words), end, plain(image["alt"]))


def _written(placed: Placed) -> Iterator[str]:
    asked = placed.attributes
    alt = escape(one_line(placed.alt)).replace("\\", "&#92;")
    said = [
        f"#{asked.name}" if asked.name else "",
        f'fig-alt="{alt}"' if alt else "",
        f'fig-align="{asked.align}"' if asked.align else "",
        f'width="{asked.width}"' if asked.width else "",
    ]
    attributes = " ".join(filter(None, said))
    image = f"![{MARKUP.text(asked.caption or '')}]({to_address(placed.path)})"
    yield image + (f"{{{attributes}}}" if attributes else "")


_IMAGES = Images(_image_at, _written)
HOST = Host("quarto", "Quarto and R Markdown", (".qmd", ".rmd"), "svg", MARKUP, scanner(_IMAGES), writer(_IMAGES))
