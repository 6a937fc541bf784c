"""A page of Markdown as it reads well in a terminal: headings, wrapped paragraphs, code set off by a margin."""

import re
import textwrap
from collections.abc import Iterator

import click

_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})(?P<language>\w*)(?: (?P<name>\S+))?")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")


def plain_page(markdown: str, width: int, colour: bool) -> str:
    """Return a page for a terminal.

    Args:
        markdown: Headings, paragraphs, lists and fenced code; what stands behind the language of code is the name of a
            file, and code in `sh` is commands.
        width: Cells that a line of prose may take; code is left as it is.
        colour: Whether to use terminal colours.
    """
    return "\n".join(_lines(markdown.strip().splitlines(), min(width, 88), colour)) + "\n"


def _lines(lines: list[str], width: int, colour: bool) -> Iterator[str]:
    prose: list[str] = []
    opened = None  # the fence of the code that goes on: shorter ones are part of it
    for line in lines:
        fence = _FENCE.match(line)
        if fence and opened is None:
            yield from _flow(prose, width)
            prose, opened = [], fence
            if fence["name"]:
                yield f"{fence['name']}:"
        elif opened and line.strip() == opened["fence"]:
            opened = None
        elif opened:
            yield f"    {'$ ' if opened['language'] == 'sh' else ''}{line}".rstrip()
        elif line.startswith("#"):
            yield from _flow(prose, width)
            prose = []
            heading = line.lstrip("# ")
            yield click.style(heading, bold=True) if colour else f"{heading}:"
        elif not line.strip() or _BULLET.match(line):
            yield from _flow(prose, width)
            prose = [line] if line.strip() else []
            if not line.strip():
                yield ""
        else:
            prose.append(line)
    yield from _flow(prose, width)


def _flow(prose: list[str], width: int) -> list[str]:
    if not prose:
        return []
    bullet = _BULLET.match(prose[0])
    indent = " " * (bullet.end() if bullet else 0)
    first = prose[0][: bullet.end()] if bullet else ""
    words = " ".join(line.strip() for line in prose)[len(first.lstrip()) if bullet else 0 :]
    return textwrap.wrap(
        words, width, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
