"""What all parts of an SVG are written with: harmless text, short numbers, and the prefix of names."""

PREFIX = "\0"
"""Stands for the prefix of ids and classes until the content is known; no text of a scene can hold it."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escape(text: str) -> str:
    """Make a text harmless in SVG: it reads the same and cannot become markup, inside an attribute or outside."""
    return text.translate(_ESCAPES)


def number(value: float) -> str:
    """Write a length with at most two decimals and no needless zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def names(*classes: str) -> str:
    """Write a class attribute; empty names are left out."""
    return 'class="' + " ".join(f"{PREFIX}{name}" for name in classes if name) + '"'


def rect(x: float, y: float, width: float, height: float, corner: float) -> str:
    """Write the place of a `rect`."""
    return f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}" rx="{number(corner)}"'


def hue(family: str, colour: str | None) -> str:
    """Write the class of a colour that the map gives: `tint` of a card, `zone` of an area, `hue` of a line; or none."""
    return f"{family}-{colour[1:]}" if colour else ""
