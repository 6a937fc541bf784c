"""The styles of text: which face, which size, how far apart the lines stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from argmap.diagram.fonts import Face, covers
from argmap.diagram.measure import text_width
from argmap.diagram.scene import TextLine


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a kind of text is set.

    Attributes:
        face: The face of the font.
        size: Font size in points.
        leading: From one baseline to the next, in points.
        ink: Which colour of the theme it has: `ink`, `soft` or `faint`.
    """

    face: Face
    size: float
    leading: float
    ink: str = "ink"


ROLES: Mapping[str, TextStyle] = MappingProxyType(
    {
        "heading": TextStyle(Face.SEMIBOLD, 19.0, 25.0),
        "title": TextStyle(Face.SEMIBOLD, 12.5, 15.5),
        "body": TextStyle(Face.REGULAR, 11.5, 15.0, "body"),
        "meta": TextStyle(Face.REGULAR, 9.5, 12.5, "soft"),
        "implicit": TextStyle(Face.ITALIC, 9.5, 12.5, "soft"),
        "flag": TextStyle(Face.SEMIBOLD, 9.0, 17.0),
        "was": TextStyle(Face.ITALIC, 9.5, 12.5, "soft"),
        "strength": TextStyle(Face.REGULAR, 9.5, 13.0, "body"),
        "question": TextStyle(Face.SEMIBOLD, 12.5, 16.0),
        "reference": TextStyle(Face.ITALIC, 10.5, 13.5, "soft"),
        "area": TextStyle(Face.SEMIBOLD, 9.5, 12.5, "soft"),
        "legend": TextStyle(Face.REGULAR, 10.0, 14.0, "soft"),
        "legend-name": TextStyle(Face.SEMIBOLD, 10.0, 14.0, "soft"),
    }
)


def line(text: str, role: str, x: float, y: float) -> TextLine:
    """Set one line with its left end at x and its baseline at y."""
    style = ROLES[role]
    width = round(text_width(text, style.face, style.size), 2)
    return TextLine(round(x, 2), round(y, 2), width, text, role, covers(text, style.face))
