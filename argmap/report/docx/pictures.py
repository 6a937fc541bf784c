"""Figures in a Word document: a PNG that every program shows, and the SVG that newer ones take instead."""

from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt

from argmap.renderers import PICTURES, Drawing
from argmap.renderers.svg_base import number
from argmap.report.base import Figure
from argmap.report.docx.elements import Element, make, safe
from argmap.report.docx.outlines import without_fonts
from argmap.report.drawn import as_svg

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DOTS = 300 / 72
"""Pixels for each point of a PNG: 300 dpi."""
_OVER = 10.0


def picture(part: "DocumentPart", figure: Figure, room: tuple[float, float]) -> Element:
    """Put a figure into the document and return the run that shows it.

    Args:
        part: The document.
        figure: The figure.
        room: The width and height in points that it must not exceed.
    """
    scene = figure.scene
    scale = min(1.0, room[0] / scene.width, room[1] / scene.height)
    inline = part.new_pic_inline(BytesIO(_bitmap(figure)), Pt(scene.width * scale), Pt(scene.height * scale))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")  # what is not given, LibreOffice takes for an eighth of an inch
    for about in (inline.docPr, next(inline.iter(qn("pic:cNvPr")))):
        about.set("name", f"Figure {figure.number}")
        about.set("descr", safe(figure.alt))
    inline.docPr.set("title", safe(figure.caption))
    blip = next(inline.iter(qn("a:blip")))
    blip.append(_alternative(_keep(part, figure)))
    return make("w:r", {}, make("w:drawing", {}, inline))


def _bitmap(figure: Figure) -> bytes:
    """The figure as PNG. Its ground reaches beyond its edges: a row of pixels that it half covers shows as a line."""
    scene = figure.scene
    x, y, width, height = scene.box
    sheet = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"/>'
    wider = f'x="{x - _OVER:g}" y="{y - _OVER:g}" width="{width + 2 * _OVER:g}" height="{height + 2 * _OVER:g}"/>'
    text = as_svg(figure, embed_font=False).replace(sheet, wider, 1)
    columns = max(1, round(scene.width * _DOTS))
    return PICTURES["png"].encode(Drawing(text, scene.title, scene.description, scene.language, width=columns))


def _keep(part: "DocumentPart", figure: Figure) -> str:
    name = PackURI(f"/word/media/{figure.key}.svg")
    data = without_fonts(as_svg(figure, embed_font=False)).encode()
    return part.relate_to(Part(name, "image/svg+xml", data, part.package), RELATIONSHIP_TYPE.IMAGE)


def _alternative(key: str) -> Element:
    found: Element = parse_xml(
        f'<a:extLst xmlns:a="{_DRAWING}"><a:ext uri="{_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_SVG}" '
        f'xmlns:r="{_LINKS}" r:embed="{key}"/></a:ext></a:extLst>'
    )
    return found
