"""The sign by which `argmap embed` knows the figures that it wrote, and so leaves all others alone."""

import struct
import zlib
from pathlib import Path

_WORDS = b"kept by argmap embed"
_REACH = 200
"""Bytes at the end of a file in which the sign lies."""

_SVG = b"<!-- " + _WORDS + b" -->\n"
_PDF = b"% " + _WORDS + b"\n"
_PNG_END = b"IEND"


def signed(data: bytes, format: str) -> bytes:
    """Put the sign into a figure, where it changes nothing of the picture.

    Args:
        data: A whole SVG, PNG or PDF without it.
        format: Which of them: `svg`, `png` or `pdf`.
    """
    if format == "png":
        end = data.rindex(_PNG_END) - 4  # the last chunk begins with its length
        return data[:end] + _chunk(b"tEXt", b"Software\0" + _WORDS) + data[end:]
    return data + (b"" if data.endswith(b"\n") else b"\n") + (_SVG if format == "svg" else _PDF)


def is_signed(path: str | Path) -> bool:
    """Whether a file carries the sign; False for one that is not there or cannot be read."""
    try:
        with Path(path).open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _REACH))
            return carries_sign(file.read(_REACH))
    except (OSError, ValueError):
        return False


def carries_sign(data: bytes) -> bool:
    """Whether the content of a file carries the sign."""
    end = data[-_REACH:]
    return end.endswith((_SVG, _PDF)) or (_chunk(b"tEXt", b"Software\0" + _WORDS) in end and _PNG_END in end)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
