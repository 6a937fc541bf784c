"""An SVG whose letters are shapes: Word takes no font from an SVG, and would set the texts in one of another width."""

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Any

from argmap.diagram.fonts import Face, path
from argmap.diagram.typography import ROLES
from argmap.renderers.svg_base import number

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEXT = re.compile(r"<text (?P<about>[^>]*)>(?P<words>[^<]*)</text>")
_ROLE = re.compile(r'class="[^"]*?-t-(?P<role>[\w-]+)')
_PLACE = re.compile(r'\b(x|y)="(-?[\d.]+)"')
_CLASS = re.compile(r'class="[^"]*"')


def without_fonts(svg: str) -> str:
    """Replace each text of a drawing by the outlines of its letters.

    A text stays as it is where the bundled font lacks one of its letters: then the reader's fonts must do.
    """
    return _TEXT.sub(_outlined, svg)


def _outlined(found: re.Match[str]) -> str:
    about, words = found["about"], unescape(found["words"])
    role, look = _ROLE.search(about), _CLASS.search(about)
    place = {name: float(value) for name, value in _PLACE.findall(about)}
    if role is None or look is None or role["role"] not in ROLES or place.keys() != {"x", "y"}:
        return found[0]
    font = ROLES[role["role"]]
    known = _letters(font.face)
    if any(letter not in known for letter in words):
        return found[0]
    x = place["x"]
    if 'text-anchor="middle"' in about:
        x -= _width(words, font.face) * font.size / 2
    return f'<path {look[0]} d="{_shape(words, font.face, font.size, x, place["y"])}"/>'


def _shape(words: str, face: Face, size: float, x: float, y: float) -> str:
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen

    glyphs, letters = _glyphs(face), _letters(face)
    pen = SVGPathPen(glyphs, ntos=number)
    scale = size / _units(face)
    for letter in words:
        glyph = glyphs[letters[letter]]
        glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
        x += glyph.width * scale
    return str(pen.getCommands())


def _width(words: str, face: Face) -> float:
    glyphs, letters = _glyphs(face), _letters(face)
    return sum(float(glyphs[letters[letter]].width) for letter in words) / _units(face)


@cache
def _font(face: Face) -> Any:
    from fontTools.ttLib import TTFont

    return TTFont(path(face), lazy=True)


def _units(face: Face) -> float:
    return float(_font(face)["head"].unitsPerEm)


@cache
def _glyphs(face: Face) -> Any:
    return _font(face).getGlyphSet()


@cache
def _letters(face: Face) -> "Mapping[str, str]":
    return {chr(code): name for code, name in _font(face).getBestCmap().items()}
