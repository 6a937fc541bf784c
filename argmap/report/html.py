"""A report as one HTML page that needs nothing else: pictures inline, letters embedded once."""

import re
from collections.abc import Callable

from markupsafe import Markup

from argmap.core.diagnostics import Diagnostic
from argmap.markup import MARKUPS
from argmap.report.base import Figure, Word
from argmap.report.drawn import as_svg
from argmap.report.output import Made, Order, Product, usual_template
from argmap.report.templating import fill
from argmap.report.webfont import font_faces

_MARKUP = MARKUPS["html"]
_FONTS = "\x00fonts\x00"
"""Stands where the fonts will go once it is known which letters the page has; no text can hold it."""
_TAG = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)
_ELEMENTS = {"plain": "", "strong": "strong", "emphasis": "em"}


def write(order: Order) -> Made:
    """Write a report as an HTML page."""
    template = order.template or usual_template("report.html")
    functions: dict[str, Callable[..., str]] = {"picture": _picture, "fonts": lambda: _FONTS}
    made = fill(template, {"report": order.contents}, _text, _say, functions)
    if isinstance(made, Diagnostic):
        return (made,)
    if _FONTS in made:
        made = made.replace(_FONTS, font_faces(Markup(_TAG.sub("", made)).unescape()))
    return Product(f"{made.rstrip()}\n".encode("utf-8", "replace"))


def _text(plain: str) -> str:
    return _MARKUP.text(plain)


def _picture(figure: Figure) -> str:
    return as_svg(figure, embed_font=False, theme="auto").rstrip("\n")


def _say(word: Word) -> str:
    text = _MARKUP.text(word.text)
    if not text:
        return " " if word.text else ""
    if word.link:
        text = _MARKUP.link(text, word.link)
    elif word.anchor:
        text = f'<a href="#{_MARKUP.text(word.anchor)}">{text}</a>'
    element = _ELEMENTS.get(word.style)
    if element:
        text = f"<{element}>{text}</{element}>"
    elif element is None:
        text = f'<span class="{word.style}">{text}</span>'
    return f"{' ' if word.text[:1] == ' ' else ''}{text}{' ' if word.text[-1:] == ' ' else ''}"
