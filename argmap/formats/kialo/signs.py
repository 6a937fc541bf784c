"""How an export of Kialo is told from other texts."""

import re

from argmap.formats.glimpse import Glimpse
from argmap.formats.kialo.lines import has_label

_STANCE = re.compile(r"[0-9]+\.(?:[0-9]+\.)+ (?:Pro|Con):")
_FIRST = re.compile(r"1\.(?:[ \t]|$)")


def looks_like(glimpse: Glimpse) -> bool:
    """Whether the text says `Discussion Title:` first, or begins with a claim `1.` and has numbered pros and cons."""
    lines = glimpse.lines
    if not lines or glimpse.is_markup:
        return False
    numbered = any(_FIRST.match(line) for line in lines)
    if has_label(lines[:1]):
        return numbered or len(lines) <= 2
    starts = [number for number, line in enumerate(lines[:3]) if _FIRST.match(line)]
    return bool(starts) and any(_STANCE.match(line) for line in lines[starts[0] + 1 : starts[0] + 4])
