"""Markups that argmap writes: the roll. A new markup is one file here and one line below."""

from argmap.core.registry import Registry
from argmap.markup import asciidoc, html, latex, markdown, restructuredtext
from argmap.markup.base import Item, Markup

__all__ = ["MARKUPS", "Item", "Markup"]

MARKUPS: Registry[Markup] = Registry(
    "markup",
    [markdown.MARKUP, restructuredtext.MARKUP, asciidoc.MARKUP, latex.MARKUP, html.MARKUP],
    name=lambda item: item.name,
)
