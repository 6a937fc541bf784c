"""Figures of a report as files: SVG for every output that can take it, PNG for those that cannot."""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from argmap.renderers import PICTURES, Drawing, svg
from argmap.renderers.pdf import as_pixels, is_right_to_left

if TYPE_CHECKING:
    from argmap.diagram.compose import ThemeName
    from argmap.report.base import Figure

_DOTS = 300 / 72
"""Pixels for each point of a picture that is printed: 300 dpi."""


def as_svg(figure: "Figure", *, embed_font: bool = True, theme: "ThemeName" = "light") -> str:
    """A figure as SVG, in the size that it has on the page."""
    return svg.render(replace(figure.scene, theme=theme), embed_font=embed_font)


def as_file(figure: "Figure", format: Literal["svg", "png", "pdf"]) -> bytes:
    """A figure as the content of a file; a PNG has 300 pixels to an inch."""
    scene = figure.scene
    text = svg.render(scene, embed_font=format == "svg")
    wide = max(1, round(scene.width * _DOTS))
    drawing = Drawing(text, scene.title, scene.description, scene.language, width=wide if format == "png" else None)
    return PICTURES[format].encode(drawing)


def for_typst(figure: "Figure") -> str:
    """A figure as the SVG that typst sets: text that runs from right to left is pixels, as its reader cannot set it."""
    text = as_svg(figure, embed_font=False)
    if not is_right_to_left(text):
        return text
    return as_pixels(text, figure.scene.width, figure.scene.height)
