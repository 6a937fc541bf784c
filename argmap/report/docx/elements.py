"""Elements of WordprocessingML: made in one place, with texts that XML can hold."""

import re
from collections.abc import Mapping
from typing import TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

Element: TypeAlias = BaseOxmlElement

_NO_ATTRIBUTES: Mapping[str, str | int] = {}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_NAME = 40


def make(tag: str, attributes: Mapping[str, str | int] = _NO_ATTRIBUTES, *children: Element) -> Element:
    """Make an element from names with a prefix (`w:p`); the values of attributes are made harmless."""
    found: Element = OxmlElement(tag)
    for name, value in attributes.items():
        found.set(qn(name), safe(str(value)))
    for child in children:
        found.append(child)
    return found


def value(tag: str, content: str | int) -> Element:
    """Make an element that says one thing, in its attribute `w:val`."""
    return make(tag, {"w:val": content})


def safe(text: str) -> str:
    """A text without the characters that XML has no place for."""
    return _FORBIDDEN.sub("", text)


def run(text: str, style: str | None = None) -> Element:
    """Make a run of text; `style` is the id of a character style."""
    inner = make("w:t")
    inner.text = safe(text)
    inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return _run(inner, style)


def tab() -> Element:
    """Make a run that is a tab."""
    return _run(make("w:tab"), None)


def field(instruction: str, shown: str, style: str | None = None) -> list[Element]:
    """Make a field: what Word works out, and what is shown until it does."""
    # Some programs take the look of the result from the runs around it.
    return [
        mark("begin", style),
        code(instruction, style),
        mark("separate", style),
        run(shown, style),
        mark("end", style),
    ]


def mark(kind: str, style: str | None = None) -> Element:
    """Make a run with a boundary of a field: `begin`, `separate` or `end`."""
    return _run(make("w:fldChar", {"w:fldCharType": kind}), style)


def code(instruction: str, style: str | None = None) -> Element:
    """Make a run with the instruction of a field."""
    inner = make("w:instrText")
    inner.text = f" {instruction} "
    inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return _run(inner, style)


def _run(inner: Element, style: str | None) -> Element:
    about = [make("w:rPr", {}, value("w:rStyle", style))] if style else []
    return make("w:r", {}, *about, inner)


def bookmark(key: str) -> str:
    """The name of the bookmark for an anchor of the report: Word knows no hyphens in it."""
    return key.replace("-", "_")[:_LONGEST_NAME]
