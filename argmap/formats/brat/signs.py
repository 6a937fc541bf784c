"""What annotations of BRAT look like from afar."""

import re

from argmap.formats.glimpse import Glimpse

_UNIT = re.compile(r"T[0-9]\S*\t[^\t\n]{1,200}? [0-9]+ [0-9]+(?:;[0-9]+ [0-9]+){0,200}(?:\t|$)")
_LINE = re.compile(r"(?:[TREAMN#][0-9]\S*|\*)\t")
_ENOUGH = 20


def looks_like(glimpse: Glimpse) -> bool:
    """Whether a text begins with annotations, each in a line, and one of them marks words."""
    lines = glimpse.lines[:_ENOUGH]
    return all(_LINE.match(line) for line in lines) and any(_UNIT.match(line) for line in glimpse.lines)
