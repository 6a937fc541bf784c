"""LaTeX: words that no engine takes for commands. Links need `hyperref`, tables need `longtable`."""

import re
from collections.abc import Sequence

from argmap.markup.base import Item, Markup
from argmap.markup.plain import address, even, one_line

_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    '"': r"\symbol{34}",  # a command of some languages in babel
    "[": "{[}",  # after the end of a row, or in an option, a bracket has a meaning
    "]": "{]}",
}
_SIGN = re.compile(r"[\\{}$&#%_^~<>|`\"\[\]]|(?<=-)-|(?<=')'|(?<=,),|^\*")
_DEEPEST = 3
"""The deepest level that LaTeX has for lists, from 0."""


def text(plain: str) -> str:
    """Plain text as words."""
    return _SIGN.sub(lambda found: _SIGNS.get(found[0], f"{{}}{found[0]}"), one_line(plain))


def _link(words: str, target: str) -> str:
    safe = address(target)
    return (
        f"\\href{{{re.sub('[%#&]', lambda found: chr(92) + found[0], safe)}}}{{{words}}}" if safe and words else words
    )


def _bullets(items: Sequence[Item]) -> str:
    lines: list[str] = []
    depth = -1
    shifted = False
    for item in items:
        level = min(item.level, _DEEPEST)
        while depth < level:
            depth += 1
            lines.append(f"{'  ' * depth}\\begin{{itemize}}")
        while depth > level:
            lines.append(f"{'  ' * depth}\\end{{itemize}}")
            depth -= 1
        shift = min(item.level - level, 8)
        shifting = f"\\leftskip={shift}em\\relax" if shift or shifted else ""
        shifted = bool(shift)
        lines.append(f"{'  ' * depth}\\item{shifting} {item.text}".rstrip())
    lines += [f"{'  ' * level}\\end{{itemize}}" for level in range(depth, -1, -1)]
    return "".join(f"{line}\n" for line in lines)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    titles, cells = even(head, rows)
    if not titles and not cells:
        return ""
    count = len(titles or cells[0])
    column = f"p{{\\dimexpr\\linewidth/{count}-2\\tabcolsep\\relax}}"
    lines = [f"\\begin{{longtable}}{{{column * count}}}", "\\hline"]
    if titles:
        lines += [*_row([f"\\textbf{{{title}}}" for title in titles]), "\\hline", "\\endhead"]
    for row in cells:
        lines += [*_row(row), "\\hline"]
    return "".join(f"{line}\n" for line in [*lines, "\\end{longtable}"])


def _row(cells: list[str]) -> list[str]:
    parts = [f"\\raggedright {cell}" for cell in cells]
    return [*(f"{part} &" for part in parts[:-1]), f"{parts[-1]} \\tabularnewline[2pt]"]


MARKUP = Markup(
    name="latex",
    text=text,
    strong=lambda words: f"\\textbf{{{words}}}" if words else "",
    emphasis=lambda words: f"\\emph{{{words}}}" if words else "",
    link=_link,
    bullets=_bullets,
    table=_table,
)
