"""What the programs that draw an SVG need to know of it: its size, its characters, and the fonts that have them."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from argmap.core.errors import ArgmapError
from argmap.diagram import fonts

_ROOT = re.compile(r"<svg\b[^>]*>")
_LENGTH = r'\s{}\s*=\s*["\']\s*([0-9.]+(?:[eE][-+]?\d+)?)(?:px)?\s*["\']'
_VIEW_BOX = re.compile(r'\sviewBox\s*=\s*["\']([^"\']*)["\']')
_TEXT = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Fallback:
    """What stands in for the bundled font where it lacks a character.

    Attributes:
        files: Font files of the system that have one, in the order in which to try them.
        missing: Characters that no font has, sorted: they are drawn as empty boxes.
    """

    files: tuple[Path, ...] = ()
    missing: tuple[str, ...] = ()


def size(svg: str) -> tuple[float, float]:
    """Width and height of a drawing in its own units (CSS pixels).

    Raises:
        ArgmapError: `bad-svg` when its root says neither, or says that it is empty.
    """
    root = _ROOT.search(svg)
    head = root.group() if root else ""
    sides = [re.search(_LENGTH.format(side), head) for side in ("width", "height")]
    if sides[0] and sides[1]:
        found = [float(sides[0].group(1)), float(sides[1].group(1))]
    else:
        box = _VIEW_BOX.search(head)
        try:
            found = [float(number) for number in box.group(1).replace(",", " ").split()[2:]] if box else []
        except ValueError:
            found = []
    if len(found) != 2 or min(found) <= 0:
        raise ArgmapError("bad-svg", "the drawing does not say how large it is")
    return found[0], found[1]


def letters(svg: str) -> frozenset[str]:
    """The characters that the `<text>` elements of a drawing show."""
    shown = {char for text in _TEXT.findall(svg) for char in html.unescape(_TAG.sub("", text))}
    return frozenset(char for char in shown if _is_drawn(char))


def _is_drawn(char: str) -> bool:
    is_selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return not (char.isspace() or is_selector or unicodedata.category(char) in ("Cc", "Cf", "Cs"))


@lru_cache(maxsize=1)
def fallback(svg: str) -> Fallback:
    """Find fonts of the system for the characters of a drawing that the bundled font lacks.

    The system's fonts are listed only if there are such characters, and opened only until all are found: upright
    regular sans-serif faces before others.
    """
    wanted = {char for char in letters(svg) if not fonts.covers(char, fonts.Face.REGULAR)}
    files: dict[Path, None] = {}
    for path, number in _system_fonts() if wanted else ():
        covered = wanted & _characters(path, number, wanted)
        if covered:
            files[path] = None
            wanted -= covered
        if not wanted:
            break
    return Fallback(tuple(files), tuple(sorted(wanted)))


def missing_glyphs(svg: str) -> tuple[str, ...]:
    """Characters in the texts of a drawing that neither the bundled font nor one of the system can draw, sorted.

    They stand in the SVG all the same; a PNG or PDF made here shows empty boxes for them.
    """
    return fallback(svg).missing


def _system_fonts() -> Iterator[tuple[Path, int]]:
    """Files of the system's fonts, each with the number of a face in it, the plainest first."""
    import typst

    def plainness(font: typst.FontInfo) -> tuple[object, ...]:
        family = font.family.casefold()
        is_special = "mono" in family or "serif" in family.replace("sans serif", "")
        weight = abs(font.weight - 400)
        return font.style != "normal", is_special, weight, abs(font.stretch - 1), family, font.path, font.index

    found = [font for font in typst.Fonts(include_embedded_fonts=False).fonts() if font.path]
    for font in sorted(found, key=plainness):
        yield Path(font.path or ""), font.index


def _characters(path: Path, number: int, wanted: set[str]) -> set[str]:
    """Which of some characters a font file has; none if it cannot be read."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, fontNumber=number, lazy=True) as font:
            known = font.getBestCmap() or {}
    except (OSError, TTLibError, KeyError, ValueError, AssertionError):  # a damaged font is as good as none
        return set()
    return {char for char in wanted if ord(char) in known}
