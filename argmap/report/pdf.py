"""A report as PDF, set by typst: tagged, with bookmarks, text alternatives and page numbers."""

import json
import re
from contextlib import suppress
from dataclasses import fields, is_dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from argmap.core.diagnostics import Diagnostic
from argmap.core.errors import ArgmapError
from argmap.diagram import fonts
from argmap.markup.plain import address, one_line
from argmap.renderers.canvas import fallback
from argmap.report.base import Contents, Figure, Word
from argmap.report.drawn import for_typst
from argmap.report.output import Made, Order, Product, usual_template
from argmap.report.templating import fill, template_fault

if TYPE_CHECKING:
    import typst

    from argmap.core.source import SourceFile

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?$")
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_LEFT_OUT = frozenset({"digest", "scene", "map"})
_NO_GLYPH = "no font on this machine has {}: boxes stand there"
_PLACE = re.compile(r"<bytes>:(\d+):|:(\d+):\d+")


def write(order: Order) -> Made:
    """Write a report as PDF.

    The texts of the map go to typst as data. With a template of the user's own, what is wrong with it is a finding.

    Raises:
        ArgmapError: `cannot-draw` when typst refuses the usual template.
    """
    template = order.template or usual_template("report.typ")
    made = fill(template, {"report": order.contents}, escaped, lambda word: escaped(word.text), {})
    if isinstance(made, Diagnostic):
        return (made,)
    import typst

    compiler, missing = _compiler(order.contents)
    notes = (_NO_GLYPH.format(" ".join(f"U+{ord(letter):04X}" for letter in missing[:5])),) if missing else ()
    source = made.encode("utf-8", "replace")
    try:
        with suppress(typst.TypstError):  # it refuses what UA-1 forbids: then a tagged PDF has to do
            return Product(_single(compiler.compile(source, format="pdf", pdf_standards="ua-1")), notes=notes)
        return Product(_single(compiler.compile(source, format="pdf")), notes=notes)
    except typst.TypstError as error:
        return _refused(order.template, error)
    except BaseException as error:  # a Rust panic is not an Exception
        if type(error).__name__ != "PanicException":
            raise
        raise ArgmapError("cannot-draw", "the PDF cannot be set: typst gave up", "write HTML or Markdown") from error


def escaped(text: str) -> str:
    """Text that means nothing but itself in typst, in markup as well as between quotation marks."""
    return _SIGN.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", one_line(text))


def _compiler(contents: Contents) -> "tuple[typst.Compiler, tuple[str, ...]]":
    """What sets the report, and the letters that no font has."""
    import typst

    subtags = _LANGUAGE.match(contents.language or "")
    data = data_of(contents)
    inputs = {
        "report": json.dumps(data, ensure_ascii=False, sort_keys=True),
        "language": subtags.group(1).lower() if subtags else "en",
        "region": (subtags.group(2) or "").upper() if subtags else "",
        **{figure.key: for_typst(figure) for figure in contents.figures},
    }
    letters = "".join(sorted({letter for letter in "".join(inputs.values()) if letter.isprintable()}))
    others = fallback(f"<text>{escape(letters)}</text>")
    faces = typst.Fonts(
        include_system_fonts=bool(others.files),
        include_embedded_fonts=False,
        font_paths=[str(fonts.path(fonts.Face.REGULAR).parent)],
    )
    return typst.Compiler(font_paths=faces, sys_inputs=inputs), others.missing


def data_of(value: object) -> Any:
    """The contents, or a part of them, as typst gets them: dictionaries, lists, texts and numbers."""
    if value is None or isinstance(value, str | int | float):
        return _spaced(value) if isinstance(value, str) else value
    if isinstance(value, tuple | list):
        return [data_of(item) for item in value]
    if isinstance(value, Word):
        link = address(value.link) if value.link else None
        return {"text": _spaced(value.text), "style": value.style, "link": link, "anchor": value.anchor}
    if is_dataclass(value):
        found = {item.name: data_of(getattr(value, item.name)) for item in fields(value) if item.name not in _LEFT_OUT}
        if isinstance(value, Figure):
            found |= {"width": value.scene.width, "height": value.scene.height}
        return found
    return None


def _spaced(text: str) -> str:
    """A text on one line, with a space at its ends where it had one."""
    line = one_line(text)
    if not line:
        return " " if text[:1] == " " else ""
    return f"{' ' if text[:1] == ' ' else ''}{line}{' ' if text[-1:] == ' ' else ''}"


def _refused(template: "SourceFile | None", error: "typst.TypstError") -> tuple[Diagnostic, ...]:
    if template is None:
        raise ArgmapError("cannot-draw", f"the PDF cannot be set: {error.message}") from error
    found = _PLACE.search(str(error.diagnostic))
    line = int(next(number for number in found.groups() if number)) if found else None
    return (template_fault(template, f"typst cannot set the template: {error.message}", line),)


def _single(made: bytes | list[bytes] | None) -> bytes:
    assert isinstance(made, bytes)  # a list comes only from formats with a file for each page
    return made
