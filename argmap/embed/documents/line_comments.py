"""Maps in line comments, and the lines that blocks are written in."""

import re
from collections.abc import Iterable, Sequence

_LINE_END = re.compile(r"\r\n?|\n")
_LIKE_A_MARKER = re.compile(r"\\*argmap(?=\s|$)")


def body_lines(body: str) -> list[str]:
    """The lines of a map, without empty ones at its ends."""
    return trimmed(_LINE_END.split(body))[0]


def as_body(lines: Sequence[str]) -> str | None:
    """A map from its lines, or None if there is nothing in them."""
    kept = trimmed(lines)[0]
    return "\n".join(kept) + "\n" if kept else None


def trimmed(lines: Sequence[str]) -> tuple[list[str], int]:
    """Lines without empty ones at the ends, and the number of those left out at the beginning."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return (list(lines[filled[0] : filled[-1] + 1]), filled[0]) if filled else ([], 0)


def commented(body: str, sign: str) -> list[str]:
    """The lines of a map behind the sign of a line comment; a line that looks like a marker gets a backslash."""
    masked = (f"\\{line}" if _LIKE_A_MARKER.match(line) else line for line in body_lines(body))
    return [f"{sign} {line}" if line else sign for line in masked]


def uncommented(line: str) -> str:
    """The opposite of `commented`, for what stands behind the sign."""
    text = line.removeprefix(" ")
    return text[1:] if text.startswith("\\") and _LIKE_A_MARKER.match(text) else text


def with_margin(lines: Iterable[str], margin: str) -> str:
    """Lines as a text without a line end at its end, those that are not empty behind a margin."""
    return "\n".join(f"{margin}{line}" if line else line for line in lines)
