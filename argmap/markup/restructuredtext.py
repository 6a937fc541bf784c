"""reStructuredText: words that docutils and Sphinx read as plain words. Nothing can stand inside strong words there."""

import re
from collections.abc import Sequence

from argmap.markup.base import Item, Markup
from argmap.markup.plain import address, even, one_line

_SIGN = re.compile(
    r"""[\\*`|_@<>]                  # strong words, roles, substitutions, references, mail addresses
      | (?<![0-9\s]):(?=\S) | :$    # addresses, and the two colons before a literal block
    """,
    re.VERBOSE,
)
_FIRST = re.compile(r"[!-')-/:-@\[\]-`{-~•‣⁃—]|\(+$|\(?(?:#|[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)](?=\s|$)")
"""What begins a list, a table, a title, a directive, an option or a field."""
_MARKED = re.compile(r"(?<!\\)(?:\\\\)*[*`]")


def text(plain: str) -> str:
    """Plain text as words."""
    line = one_line(plain)
    words = _SIGN.sub(r"\\\g<0>", line)
    if _FIRST.match(words):
        return f"\\{words}"
    return f"\\ {words}" if words and not words.strip("\\") else words  # a row of backslashes underlines a title


def _strong(words: str) -> str:
    return f"**{words}**" if words and not _MARKED.search(words) else words


def _emphasis(words: str) -> str:
    return f"*{words}*" if words and not _MARKED.search(words) else words


def _link(words: str, target: str) -> str:
    safe = address(target)
    bare = re.sub(r"(?<!\\)((?:\\\\)*)\*{1,2}", r"\1", words)
    if not safe or not bare or _MARKED.search(bare):
        return words
    return f"`{bare} <{re.sub('_$', '%5F', safe)}>`__"


def _bullets(items: Sequence[Item]) -> str:
    lines: list[str] = []
    level = 0
    for item in items:
        if item.level != level:
            lines.append("")
            level = item.level
        lines.append(f"{'  ' * level}- {item.text}".rstrip())
    return "".join(f"{line}\n" for line in lines)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    titles, cells = even(head, rows)
    if not titles and not cells:
        return ""
    lines = [".. list-table::", *(["   :header-rows: 1"] if titles and cells else []), ""]
    for row in ([titles] if titles else []) + cells:
        lines += [f"   {'* -' if number == 0 else '  -'} {cell}".rstrip() for number, cell in enumerate(row)]
    return "".join(f"{line}\n" for line in lines)


MARKUP = Markup(
    name="restructuredtext",
    text=text,
    strong=_strong,
    emphasis=_emphasis,
    link=_link,
    bullets=_bullets,
    table=_table,
)
