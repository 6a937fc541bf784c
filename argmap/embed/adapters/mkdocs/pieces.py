"""What stands in the page: a figure, or a box that says why there is none."""

from base64 import b64encode
from collections.abc import Iterable

from argmap.core.diagnostics import Diagnostic
from argmap.embed import Attributes, Figure
from argmap.embed.adapters.inline import svg_element, with_linked_sheet, words
from argmap.embed.adapters.telling import line


def figure(made: Figure, asked: Attributes, classes: Iterable[str], address: str | None = None) -> str:
    """Return a figure as HTML: an SVG as it is, a PNG as an image.

    Args:
        made: The figure, in the format `svg` or `png`.
        asked: The attributes of its block.
        classes: The classes of the element.
        address: Where the page finds the PNG; None puts it into the page.
    """
    if made.format == "svg":
        picture = with_linked_sheet(svg_element(made, asked.width))
    else:
        address = address or f"data:image/png;base64,{b64encode(made.data).decode()}"
        size = f' style="width:{asked.width};height:auto"' if asked.width else f' width="{made.width:.0f}"'
        picture = f'<img src="{words(address)}" alt="{words(made.alt)}"{size}>'
    name = f' id="{words(asked.name)}"' if asked.name else ""
    align = f"text-align:{asked.align};" if asked.align else ""
    caption = f"\n<figcaption>{words(asked.caption)}</figcaption>" if asked.caption else ""
    style = f' style="{align}overflow-x:auto"'
    return f'<figure{name} class="{words(" ".join(classes))}"{style}>\n{picture}{caption}\n</figure>'


def box(findings: Iterable[Diagnostic]) -> str:
    """Return findings as a box that nobody overlooks."""
    rows = "".join(f"<p>{words(line(item))}</p>" for item in findings)
    style = "border:2px solid #b3261e;padding:0 1em;overflow-wrap:anywhere"
    return f'<div class="argmap-error admonition danger" role="alert" style="{style}">{rows}</div>'
