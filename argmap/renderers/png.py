"""SVG to PNG, with resvg; the resolution is stored in the file."""

import math
import struct
import zlib

from argmap.core.errors import ArgmapError
from argmap.diagram import fonts
from argmap.renderers.canvas import fallback, size

LONGEST_SIDE = 16_384
"""Pixels: most programs refuse longer pictures."""
LARGEST_AREA = 100_000_000
"""Pixels: such a picture takes 400 MB of memory while it is drawn."""

_INCH = 0.0254
_CSS_DPI = 96
_HEADER_END = 33
"""The signature (8 bytes) and the header chunk (25 bytes) come first in every PNG."""


def render(svg: str, *, scale: float = 2.0, width: int | None = None) -> bytes:
    """Draw an SVG as PNG with the bundled font, and with fonts of the system for characters that it lacks.

    Args:
        svg: The drawing.
        scale: Pixels for each unit of the SVG, more than 0; the file says 96 dpi times this.
        width: Width in pixels instead, at least 1.

    Returns:
        The file.

    Raises:
        ArgmapError: `picture-too-large` when a side or the area is beyond the bounds, `bad-size` when scale or width
            is no positive number, `cannot-draw` when resvg refuses the drawing.
    """
    import resvg_py

    natural_width, natural_height = size(svg)
    wished = width if width is not None else scale
    if not math.isfinite(wished) or wished <= 0:
        raise ArgmapError("bad-size", f"a picture cannot be drawn at {wished:g}", "give a number greater than 0")
    zoom = width / natural_width if width is not None else scale
    columns, rows = max(1, round(natural_width * zoom)), max(1, round(natural_height * zoom))
    _check_bounds(columns, rows)
    files = [*fonts.paths(), *fallback(svg).files]
    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=svg,
            width=columns,
            font_files=[str(file) for file in files],
            skip_system_fonts=True,
            font_family=fonts.FAMILY,
            sans_serif_family=fonts.FAMILY,
        )
    except ValueError as error:
        raise ArgmapError("cannot-draw", f"the PNG cannot be drawn: {error}") from error
    return _with_resolution(bytes(drawn), zoom * _CSS_DPI)


def _check_bounds(columns: int, rows: int) -> None:
    if max(columns, rows) <= LONGEST_SIDE and columns * rows <= LARGEST_AREA:
        return
    raise ArgmapError(
        "picture-too-large",
        f"a PNG of {columns} x {rows} pixels is too large (at most {LONGEST_SIDE} a side and "
        f"{LARGEST_AREA // 1_000_000} million in all)",
        "lower --scale or --width, draw a part with --focus, or write SVG or PDF, which have no such bound",
    )


def _with_resolution(png: bytes, dpi: float) -> bytes:
    """Insert a `pHYs` chunk, which stands between the header and the pixels."""
    per_metre = max(1, round(dpi / _INCH))
    body = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:_HEADER_END] + chunk + png[_HEADER_END:]
