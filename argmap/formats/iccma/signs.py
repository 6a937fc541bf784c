"""What frameworks of ICCMA look like from afar."""

import re

from argmap.formats.glimpse import Glimpse

_AF = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*p[ \t]+af[ \t]+[0-9]+[ \t\r]*(?:\n|\Z)")
_APX = re.compile(r"(?:\s*%[^\n]*\n)*\s*(?:arg|att)(?:ument|ack)?\s*\([^()\n]{1,200}\)\s*\.")


def looks_like_af(glimpse: Glimpse) -> bool:
    """Whether the first line that is no comment is `p af` and a number."""
    return _AF.match(glimpse.head) is not None


def looks_like_apx(glimpse: Glimpse) -> bool:
    """Whether the first thing that is no comment is a fact of an argument or an attack."""
    return _APX.match(glimpse.head) is not None


def looks_like_tgf(glimpse: Glimpse) -> bool:
    """Whether a line `#` stands alone, and lines behind it begin with two names of lines before it."""
    lines = [line.split() for line in glimpse.head.split("\n")]
    hedge = next((number for number, words in enumerate(lines) if words == ["#"]), None)
    if hedge is None:
        return False
    names = {words[0] for words in lines[:hedge] if words}
    edges = [words for words in lines[hedge + 1 :] if words]
    fitting = sum(len(words) > 1 and words[0] in names and words[1] in names for words in edges)
    return fitting > 0 and 2 * fitting >= len(edges)
