"""Markdown: words that CommonMark, GitHub, Pandoc and Python-Markdown all read as plain words.

Python-Markdown knows few backslash escapes and none is known for some signs that only one of them gives a meaning, so
most signs become character references, which all of them read.
"""

import re
from collections.abc import Sequence

from argmap.markup.base import Item, Markup
from argmap.markup.plain import address, even, one_line

_SIGN = re.compile(
    r"""[\\`*_{}\[\]\#<>&|$~^@]   # emphasis, code, links, attributes, HTML, tables, mathematics, notes, citations
      | (?<![0-9]):(?=\S) | :(?=[0-9]+:)  # addresses, names of emoji, fenced parts
      | (?<=[-+=%])[-+=%]         # dashes, marked and inserted words, comments
      | (?<=[Ww]{3})\.            # addresses without a scheme
      | !$                        # with a link behind it this would be an image
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"(\(?(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+))([.)])(?=\s|$)")
_BACKSLASH = frozenset("\\`*_{}[]#+-.!()")
"""Signs that a backslash makes plain in all of them."""


def _plain(sign: str) -> str:
    named = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(sign)
    return named or (f"\\{sign}" if sign in _BACKSLASH else f"&#{ord(sign)};")


def text(plain: str) -> str:
    """Plain text as words."""
    line = one_line(plain)
    number = _NUMBER.match(line)
    if number:
        return f"{number[1]}\\{number[2]}{_signs(line[number.end() :])}"
    if line[:6].lower() == "table:":  # Pandoc: the caption of a table
        return f"{line[:5]}&#58;{_signs(line[6:])}"
    signs = _signs(line)
    if signs[:1] and signs[0] in "-+=%!?:":  # lists, underlines, comments, boxes, definitions
        return _plain(signs[0]) + signs[1:]
    if line[:1] == "[":  # with a backslash, some take it for mathematics
        return f"&#91;{signs[2:]}"
    return signs


def _signs(line: str) -> str:
    return _SIGN.sub(lambda found: _plain(found[0]), line)


def _link(words: str, target: str) -> str:
    safe = address(target)
    return f"[{words}](<{safe.replace('&', '&amp;')}>)" if safe and words else words


def _bullets(items: Sequence[Item]) -> str:
    return "".join(f"{' ' * 4 * item.level}- {item.text}".rstrip() + "\n" for item in items)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    titles, cells = even(head, rows)
    titles = titles or ([""] * len(cells[0]) if cells else [])
    lines = [titles, ["---"] * len(titles), *cells] if titles else []
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


MARKUP = Markup(
    name="markdown",
    text=text,
    strong=lambda words: f"**{words}**" if words else "",
    emphasis=lambda words: f"*{words}*" if words else "",
    link=_link,
    bullets=_bullets,
    table=_table,
)
