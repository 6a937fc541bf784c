"""The font that every picture is measured and drawn with: Fira Sans, from its package, in three faces."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from argmap.core.errors import ArgmapError

FAMILY = "Fira Sans"


class Face(StrEnum):
    """A face of the bundled font."""

    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    ITALIC = "Italic"

    @property
    def weight(self) -> int:
        """The weight as CSS counts it."""
        return 600 if self is Face.SEMIBOLD else 400


@dataclass(frozen=True)
class FontMetrics:
    """What measuring needs of a face.

    Attributes:
        advances: Advance width by code point, in thousandths of the font size.
        ascent: Height of the face above the baseline, in thousandths of the font size.
        descent: Depth of the face under the baseline, as a positive number, in the same unit.
    """

    advances: Mapping[int, float]
    ascent: float
    descent: float


def path(face: Face) -> Path:
    """Return the file of a face.

    Raises:
        ArgmapError: `missing-font` when the font package is not installed or lacks the file.
    """
    try:
        import fontpkg_fira_sans
    except ImportError as error:
        raise _missing() from error
    found = Path(fontpkg_fira_sans.ROOT) / "files" / f"FiraSans-{face.value}.ttf"
    if not found.is_file():
        raise _missing()
    return found


def paths() -> tuple[Path, ...]:
    """Return the files of all faces, for programs that draw the SVG."""
    return tuple(path(face) for face in Face)


@cache
def metrics(face: Face) -> FontMetrics:
    """Return the metrics of a face, read once per process.

    Raises:
        ArgmapError: `missing-font` when the font cannot be found.
    """
    from fontTools.ttLib import TTFont

    with TTFont(path(face), lazy=True) as font:
        unit = 1000 / font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        advances = {code: widths[name][0] * unit for code, name in font.getBestCmap().items()}
        return FontMetrics(advances, font["hhea"].ascent * unit, -font["hhea"].descent * unit)


def covers(text: str, face: Face) -> bool:
    """Whether the bundled face has a glyph for every character of a text."""
    known = metrics(face).advances
    return all(ord(letter) in known for letter in text)


def _missing() -> ArgmapError:
    return ArgmapError(
        "missing-font", "the font Fira Sans is not installed", "run `pip install fontpkg-fira-sans` in this environment"
    )
