"""SVG to PDF, with typst: one page cropped to the drawing, vector, searchable, fonts embedded, tagged with its text."""

import re
from base64 import b64encode
from contextlib import suppress
from unicodedata import bidirectional

from argmap.core.errors import ArgmapError
from argmap.diagram import fonts
from argmap.diagram.measure import clean
from argmap.renderers import png
from argmap.renderers.canvas import fallback, letters, size

_PRINT = 300 / 72
"""Pixels for each point of a drawing that goes in as pixels: 300 dpi."""

LONGEST_SIDE = 14_400.0
"""Points: the longest side that a PDF page may have; larger drawings are scaled down to it."""

_PAGE = b"""\
#set document(title: if sys.inputs.title == "" { none } else { sys.inputs.title }, date: none)
#set page(width: eval(sys.inputs.width), height: eval(sys.inputs.height), margin: 0pt, fill: none)
#set text(lang: sys.inputs.language, region: if sys.inputs.region == "" { none } else { sys.inputs.region })
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, alt: sys.inputs.description)
"""
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?$")


def render(svg: str, *, title: str, description: str, language: str | None) -> bytes:
    """Draw an SVG as a PDF of one page, a point for each unit of the SVG.

    Texts of the map go in as data, never as typst markup. The file holds no time and no name of a person.
    A drawing with text that runs from right to left goes in as pixels: typst's SVG reader cannot set such text.

    Args:
        svg: The drawing.
        title: The document's title; may be empty.
        description: The drawing's text alternative.
        language: A BCP 47 tag; None, or what is no such tag, stands for English.

    Returns:
        The file: the same for the same drawing and fonts. It conforms to PDF/UA-1 unless the
            title is empty or a character has no glyph.

    Raises:
        ArgmapError: `cannot-draw` when typst refuses the drawing.
    """
    import typst

    width, height = size(svg)
    if is_right_to_left(svg):
        svg = as_pixels(svg, width, height)
    shrink = min(1.0, LONGEST_SIDE / max(width, height))
    subtags = _LANGUAGE.match(language or "")
    inputs = {
        "svg": svg,
        "title": clean(title),
        "description": "\n".join(map(clean, (description or title).splitlines())),
        "width": f"{width * shrink:.4f}pt",
        "height": f"{height * shrink:.4f}pt",
        "language": subtags.group(1).lower() if subtags else "en",
        "region": (subtags.group(2) or "").upper() if subtags else "",
    }
    others = fallback(svg)

    faces = typst.Fonts(
        include_system_fonts=bool(others.files),
        include_embedded_fonts=False,
        font_paths=[str(fonts.path(fonts.Face.REGULAR).parent)],
    )
    page = typst.Compiler(font_paths=faces, sys_inputs=inputs)
    try:
        if inputs["title"] and not others.missing:
            with suppress(typst.TypstError):  # it refuses what UA-1 forbids: then a tagged PDF has to do
                return _single(page.compile(_PAGE, format="pdf", pdf_standards="ua-1"))
        return _single(page.compile(_PAGE, format="pdf"))
    except typst.TypstError as error:
        raise ArgmapError("cannot-draw", f"the PDF cannot be drawn: {error.message}") from error
    except BaseException as error:  # a Rust panic is not an Exception
        if type(error).__name__ != "PanicException":
            raise
        raise ArgmapError("cannot-draw", "the PDF cannot be drawn: typst gave up", "draw an SVG or a PNG") from error


def is_right_to_left(svg: str) -> bool:
    """Whether a drawing has text that runs from right to left (Arabic, Hebrew, ...)."""
    return not svg.isascii() and any(bidirectional(letter) in ("R", "AL") for letter in letters(svg))


def as_pixels(svg: str, width: float, height: float) -> str:
    """The drawing as an SVG of the same size that holds nothing but its picture."""
    scale = min(_PRINT, png.LONGEST_SIDE / max(width, height), (png.LARGEST_AREA / (width * height)) ** 0.5)
    picture = b64encode(png.render(svg, scale=scale * 0.999)).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{picture}"/></svg>'
    )


def _single(made: bytes | list[bytes] | None) -> bytes:
    assert isinstance(made, bytes)  # a list comes only from formats with a file for each page
    return made
