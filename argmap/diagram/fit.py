"""Pages, and how a picture comes to stand on one so that it can still be read."""

import re
from dataclasses import dataclass, replace

from argmap.diagram.scene import Scene
from argmap.diagram.typography import ROLES

LEAST = 8.0
"""The smallest size of text that a page should have, in points."""

_UNITS = {"": 1.0, "pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(pt|mm|cm|in)?\s*[x×]\s*(\d+(?:\.\d+)?)\s*(pt|mm|cm|in)?\s*", re.IGNORECASE)
_SMALLEST_SIDE = 72.0
_LARGEST_SIDE = 14400.0


@dataclass(frozen=True, slots=True)
class Page:
    """A page to fit a picture to.

    Attributes:
        width, height: In points.
        turnable: Whether it may be turned on its side.
    """

    width: float
    height: float
    turnable: bool = False


NAMED = {"a3": Page(841.89, 1190.55, True), "a4": Page(595.28, 841.89, True), "letter": Page(612.0, 792.0, True)}


def parse_page(text: str) -> Page | None:
    """Read `a3`, `a4`, `letter` or a size such as `160x90mm` (units pt, mm, cm, in; points if none is given).

    Returns:
        The page, or None for anything else, and for a side under one inch or over 200.
    """
    named = NAMED.get(text.strip().lower())
    if named:
        return named
    found = _SIZE.fullmatch(text)
    if not found:
        return None
    first, first_unit, second, second_unit = found.groups()
    unit = (first_unit or second_unit or "").lower()
    width = float(first) * _UNITS[unit]
    height = float(second) * _UNITS[(second_unit or unit).lower()]
    if not (min(width, height) >= _SMALLEST_SIDE and max(width, height) <= _LARGEST_SIDE):
        return None
    return Page(round(width, 2), round(height, 2))


def orientations(page: Page) -> tuple[Page, ...]:
    """The ways in which a page may lie."""
    return (page, Page(page.height, page.width, True)) if page.turnable else (page,)


def smallest_text(scene: Scene) -> float:
    """The smallest size of text in a picture as it stands on its page, in points."""
    lines = [
        *scene.heading,
        *(line for card in scene.cards for line in card.lines),
        *(line for area in scene.areas for line in area.label),
        *(entry.text for entry in scene.legend),
    ]
    return min((ROLES[line.role].size for line in lines), default=LEAST) * scene.scale


def on_page(scene: Scene, page: Page) -> Scene:
    """Put a picture in the middle of a page, scaled down if it must be."""
    scale = min(1.0, page.width / scene.width, page.height / scene.height)
    width, height = page.width / scale, page.height / scale
    box = (
        round((scene.width - width) / 2, 2),
        round((scene.height - height) / 2, 2),
        round(width, 2),
        round(height, 2),
    )
    return replace(scene, width=page.width, height=page.height, box=box)
