"""Widths of figures in the units of a page."""

import re

_PIXELS = {"px": 1.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "em": 16.0}


def in_page(width: str) -> str:
    """A width as HTML has it in an attribute: a percentage, or a number of pixels."""
    number, unit = re.fullmatch(r"([0-9.]+)(.*)", width).groups()  # type: ignore[union-attr]
    return width if unit == "%" else str(max(1, round(float(number) * _PIXELS[unit])))
