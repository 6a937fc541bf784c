"""Figures inside a web page: the SVG itself, named by its short text alternative."""

import re
from html import escape
from urllib.parse import quote

from argmap.embed.base import Figure

_LEAST = 0.7
"""The share of its natural size below which a figure does not shrink on a narrow page: it scrolls instead."""

_NAMED = re.compile(r'aria-labelledby="\S+ (\S+)"')
_SHEET = re.compile(r"<style>(.*?)</style>\n?", re.DOTALL)


def svg_element(figure: Figure, width: str | None = None) -> str:
    """Return the SVG of a figure as an element for a page.

    Its name is the short text alternative, its description the full one. It is not wider than what it stands in, if
    that leaves it legible; what it stands in needs `overflow-x:auto` for the other case.

    Args:
        figure: A figure in the format `svg`.
        width: How wide it is to be, as a length of CSS; by default its natural size.
    """
    text = figure.data.decode("utf-8").removesuffix("\n")
    opening, end, rest = text.partition(">")
    named = _NAMED.sub(
        lambda found: f'aria-label="{words(figure.alt)}" aria-describedby="{found[1]}"', opening, count=1
    )
    rest = rest.replace("<a href=", '<a style="text-decoration:none" href=')  # themes underline links
    size = f"width:{width}" if width else f"min-width:{figure.width * _LEAST:.0f}px"
    return f'{named} style="{size};max-width:100%;height:auto"{end}{rest}'


def with_linked_sheet(svg: str) -> str:
    """Move the style sheet of an SVG element into the address of a link before it.

    Indexers of search plugins take the text between all tags, and a sheet that holds letters is long.
    """
    found = _SHEET.search(svg)
    if found is None:
        return svg
    address = quote(found[1], safe="/:;,+=()@*!-._~{}")
    return f'<link rel="stylesheet" href="data:text/css,{address}">{svg[: found.start()]}{svg[found.end() :]}'


def words(text: str) -> str:
    """Plain text for HTML, between tags or in an attribute, on one line."""
    return escape(" ".join(text.split()))
