"""Finished figures become elements of pandoc's tree, and files that it will find where it needs them."""

import base64
import os
import re
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.errors import ArgmapError
from argmap.core.writing import make_folder, write_whole
from argmap.embed import Attributes, Engine, Figure, Request
from argmap.embed.adapters.pandoc.elements import Element, words
from argmap.embed.adapters.pandoc.targets import Target

FOLDER = "argmap-figures"
"""Where pictures lie that pandoc is to find: in the folder in which it runs."""

_TYPES = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
_PAGE = 5.8, 8.0
"""Inches: what is left of A4 and of Letter within the margins of pandoc's own reference documents, less a caption."""
_LINE_OF_LATEX = 4.5
"""Inches: a little less than a line is long in its articles and slides."""
_UNITS_TO_INCH = 96
_LINE = 72


class Picture(NamedTuple):
    """A figure that is where pandoc finds it.

    Attributes:
        figure: The figure.
        address: What the image names.
        beside: What goes with it, unseen: an image inside the alternative text, whose words do not count.
        width: How wide it is to be, or None for its natural width.
        says_alt: Whether pandoc writes the text alternative by itself.
        style: Rules of CSS for the image.
    """

    figure: Figure
    address: str
    beside: tuple[Element, ...] = ()
    width: str | None = None
    says_alt: bool = True
    style: str = ""

    def inlines(self, identifier: str = "", classes: Sequence[str] = (), align: str | None = None) -> list[Element]:
        """The image, as elements in a line."""
        pairs = [["width", self.width]] if self.width else []
        pairs += [["fig-align", align]] if align else []
        pairs += [["style", self.style]] if self.style else []
        alternative = [*words(self.figure.alt), *self.beside]
        shown = image([identifier, list(classes), pairs], alternative, self.address)
        if self.says_alt:
            return [shown]
        # A group of one picture: the writer has no words for the alternative of a picture, but leaves this alone.
        opening = f'<draw:g text:anchor-type="as-char"><svg:desc>{_in_xml(self.figure.alt)}</svg:desc>'
        return [_raw_odf(opening), shown, _raw_odf("</draw:g>")]


class Maker:
    """Makes the figures of one document.

    Args:
        engine: What draws.
        target: What the format takes.
        with_fallback: Whether pandoc is one that takes a PNG for an SVG in Word.
    """

    def __init__(self, engine: Engine, target: Target, *, with_fallback: bool) -> None:
        self.engine = engine
        self.target = target
        self.with_fallback = with_fallback

    def picture(self, request: Request) -> tuple[Picture | None, tuple[Diagnostic, ...]]:
        """Make a figure and put it where pandoc finds it; or say what stops it.

        Raises:
            ArgmapError: `cannot-write`.
        """
        asked = request.attributes.format
        if asked and asked not in self.target.formats:
            advice = f"leave it out, or take {' or '.join(self.target.formats)}"
            message = f"the document that pandoc writes does not show `{asked}`"
            return None, (finding("invalid-attribute", message, request.span("format"), help=advice),)
        chosen = asked or self.target.formats[0]
        if self.target.way == "twofold" and not self.with_fallback:
            chosen = "png"
        figure, told = self.engine.figure(request, chosen) if asked == chosen else self._as(request, chosen)
        if figure is None:
            return None, told
        width = self._width(figure, request.attributes.width)
        if self.target.way in ("inside", "words"):
            style = "" if width else self.target.style
            return Picture(figure, _data(figure), (), width, self.target.says_alt, style), told
        stem = _stem(request.attributes)
        if self.target.way == "beside" or chosen == "png":
            return Picture(figure, _kept(stem, figure.data, chosen), (), width), told
        pixels, more = self._as(request, "png")
        if pixels is None:
            return None, (*told, *more)
        return _twofold(stem, figure, pixels, width), told

    def _as(self, request: Request, format: str) -> tuple[Figure | None, tuple[Diagnostic, ...]]:
        made = self.engine.figure(replace(request, attributes=replace(request.attributes, format=format)), format)
        return made.figure, made.diagnostics

    def _width(self, figure: Figure, wished: str | None) -> str | None:
        """The width of a picture: its natural one, but for pages on which it would be cut then.

        A length that the author gives is left alone; a share of the page is not, where pandoc would let it be cut.
        """
        width, height = figure.width / _UNITS_TO_INCH, figure.height / _UNITS_TO_INCH
        if self.target.way == "beside" and self.target.formats[0] == "pdf":  # LaTeX makes what is large fit by itself
            return wished or (f"{width:.2f}in" if width <= _LINE_OF_LATEX else None)
        is_share = wished is None or wished.endswith("%")
        if not (self.target.is_page and is_share and width and height):
            return wished
        largest = min(_PAGE[0], _PAGE[1] * width / height)
        return f"{min(largest, width if wished is None else _PAGE[0] * float(wished[:-1]) / 100):.2f}in"


def _twofold(stem: str, figure: Figure, pixels: Figure, width: str | None) -> Picture:
    """An SVG for Word, and the PNG that pandoc takes for programs that do not show it.

    The writer of docx looks for the PNG among the media of the document, under the address of the SVG with `.png` at
    its end, where it puts one itself if the program rsvg-convert is there. An image in the alternative text brings it
    there and is not seen. The hyphen is written `%2D`: then pandoc keeps its own PNG under another name, and ours,
    which has the right letters and is sharp, stays.
    """
    address = _kept(stem, figure.data, "svg")
    name = Path(address).name
    _write(f"{name}.png", pixels.data)
    quoted = f"{FOLDER}/{name.replace('-', '%2D')}"
    return Picture(figure, quoted, (image(["", [], []], [], f"{quoted}.png"),), width)


def _stem(attributes: Attributes) -> str:
    name = attributes.name or Path(attributes.file or "map").name.partition(".")[0]
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-") or "map"


def _data(figure: Figure) -> str:
    return f"data:{_TYPES[figure.format]};base64,{base64.b64encode(figure.data).decode()}"


def _kept(stem: str, data: bytes, format: str) -> str:
    """Write a picture under a name that tells its content, and return its address."""
    name = f"{stem}-{sha256(data).hexdigest()[:12]}.{format}"
    _write(name, data)
    return f"{FOLDER}/{name}"


def _write(name: str, data: bytes) -> None:
    path = Path(FOLDER, name)
    if not path.is_file() or path.read_bytes() != data:
        make_folder(FOLDER)
        write_whole(str(path), data)


def check_resource_path(arguments: Sequence[str]) -> None:
    """See that pandoc looks for pictures in the folder in which it runs.

    Raises:
        ArgmapError: `resource-path`: it does not, and would leave them out.
    """
    start = "--resource-path"
    whole = [item.partition("=")[2] for item in arguments if item.startswith(f"{start}=")]
    paths = whole + [item for before, item in pairwise(arguments) if before == start]
    if paths and not any("." in path.split(os.pathsep) for path in paths):
        message = f"pandoc would not find the figures, which go to the folder {FOLDER} where it runs"
        raise ArgmapError("resource-path", message, f"write {start}=.{os.pathsep}{paths[0]}")


def image(attr: Sequence[object], alternative: Sequence[Element], address: str, title: str = "") -> Element:
    """An image."""
    return {"t": "Image", "c": [list(attr), list(alternative), [address, title]]}


def element(picture: Picture, asked: Attributes, classes: Sequence[str], *, has_figures: bool, is_web: bool) -> Element:
    """A figure with its caption; without one, a paragraph with the image."""
    name, style = asked.name or "", [["style", f"text-align: {asked.align}"]] if asked.align and is_web else []
    if not asked.caption:
        found = {"t": "Para", "c": picture.inlines(name, classes, asked.align)}
        return {"t": "Div", "c": [["", [], style], [found]]} if style else found
    caption = words(asked.caption)
    if has_figures:
        shown = {"t": "Plain", "c": picture.inlines(align=asked.align)}
        return {"t": "Figure", "c": [[name, list(classes), style], [None, [{"t": "Plain", "c": caption}]], [shown]]}
    pairs = [["width", picture.width]] if picture.width else []
    attr = [name, list(classes), [*pairs, ["alt", picture.figure.alt]]]
    return {"t": "Para", "c": [image(attr, caption, picture.address, "fig:")]}


def _raw_odf(text: str) -> Element:
    return {"t": "RawInline", "c": ["opendocument", text]}


def _in_xml(text: str) -> str:
    return escape(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text))


def outline(picture: Picture, asked: Attributes, target: str) -> Element:
    """All that a figure says, as text, for a format without pictures."""
    lines = [part for line in picture.figure.description.split("\n") for part in _wrapped(line)]
    text = "\n".join(lines)
    raw = {"t": "RawBlock", "c": ["plain", text]}
    shown = raw if target == "plain" else {"t": "CodeBlock", "c": [["", [], []], text]}
    caption = [{"t": "Para", "c": words(asked.caption)}] if asked.caption else []
    return {"t": "Div", "c": [[asked.name or "", [], []], [*caption, shown]]}


def _wrapped(line: str) -> list[str]:
    gap = line[: len(line) - len(line.lstrip())]
    after = f"{gap}    "
    return textwrap.wrap(line.strip(), _LINE, initial_indent=gap, subsequent_indent=after, break_on_hyphens=False)
