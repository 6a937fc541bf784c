"""HTML: words and shapes that stand in any page."""

from collections.abc import Sequence
from html import escape

from argmap.markup.base import Item, Markup
from argmap.markup.plain import address, even, one_line


def text(plain: str) -> str:
    """Plain text as words."""
    return escape(one_line(plain))


def _link(words: str, target: str) -> str:
    safe = address(target)
    return f'<a href="{escape(safe)}">{words}</a>' if safe and words else words


def _bullets(items: Sequence[Item]) -> str:
    lines: list[str] = []
    depth = -1
    for item in items:
        if item.level > depth:
            lines.append("<ul>")
            depth += 1
        else:
            lines[-1] += "</li>"
            while depth > item.level:
                lines.append("</ul></li>")
                depth -= 1
        lines.append(f"<li>{item.text}")
    if lines:
        lines[-1] += "</li>"
        lines += [*["</ul></li>"] * depth, "</ul>"]
    return "".join(f"{line}\n" for line in lines)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    titles, cells = even(head, rows)
    if not titles and not cells:
        return ""
    lines = ["<table>"]
    if titles:
        columns = "".join(f'<th scope="col">{title}</th>' for title in titles)
        lines += ["<thead>", f"<tr>{columns}</tr>", "</thead>"]
    lines += ["<tbody>", *(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in cells), "</tbody>"]
    return "".join(f"{line}\n" for line in [*lines, "</table>"])


MARKUP = Markup(
    paragraph="<p>{}</p>\n".format,
    name="html",
    text=text,
    strong=lambda words: f"<strong>{words}</strong>" if words else "",
    emphasis=lambda words: f"<em>{words}</em>" if words else "",
    link=_link,
    bullets=_bullets,
    table=_table,
)
