"""AsciiDoc: words that Asciidoctor reads as plain words.

A backslash is taken away there only where it stops something, so signs become character references instead.
"""

import re
from collections.abc import Sequence

from argmap.markup.base import Item, Markup
from argmap.markup.plain import address, even, one_line

_SIGN = re.compile(
    r"""[*_`\#^~+{}\[\]<>&|\\@=]  # strong words, code, marks, attributes, macros, tables, mail addresses
      | (?<![0-9]):(?=\S) | :(?=[0-9:]*:) | (?<=:): | :$  # addresses, described words
      | ;(?=;) | (?<=;); | ;$  # described words
      | (?<=-)- | \.(?=\.\.) | \$(?=\$) | (?<=\$)\$  # dashes, dots, words that are passed on as they are
      | \((?=\(|C\)|R\)|TM\))  # index terms, and signs such as that of a trade mark
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"([0-9]+|[A-Za-z])(\.)(?=\s|$)|([ivxIVX]+)(\))(?=\s|$)")
_ADMONITION = re.compile(r"(NOTE|TIP|IMPORTANT|WARNING|CAUTION):(?=\s|$)")


def _plain(sign: str) -> str:
    return f"&#{ord(sign)};"


def text(plain: str) -> str:
    """Plain text as words."""
    line = one_line(plain)
    first = _NUMBER.match(line) or _ADMONITION.match(line)
    if first:
        end = first.end()
        words = line[: end - 1] + _plain(line[end - 1]) + _signs(line[end:])
    else:
        words = _signs(line)
        if words and words[0] in "-.,:;'\"/!•":  # lists, titles, delimiters, comments, attributes
            words = _plain(words[0]) + words[1:]
    return words.replace(";;", ";&#59;")


def _signs(line: str) -> str:
    return _SIGN.sub(lambda found: _plain(found[0]), line)


def _link(words: str, target: str) -> str:
    safe = address(target)
    return f"link:pass:c[{safe}][{words}]" if safe and words else words


def _bullets(items: Sequence[Item]) -> str:
    return "".join(f"{'*' * (item.level + 1)} {item.text or '{empty}'}\n" for item in items)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    titles, cells = even(head, rows)
    if not titles and not cells:
        return ""
    lines = [f'[{"%header," if titles else ""}cols="{",".join("1" for _ in titles or cells[0])}"]', "|==="]
    for number, row in enumerate(([titles] if titles else []) + cells):
        lines += [*([""] if number else []), *(f"|{cell}" for cell in row)]
    return "".join(f"{line}\n" for line in [*lines, "|==="])


MARKUP = Markup(
    name="asciidoc",
    text=text,
    strong=lambda words: f"**{words}**" if words else "",
    emphasis=lambda words: f"__{words}__" if words else "",
    link=_link,
    bullets=_bullets,
    table=_table,
)
