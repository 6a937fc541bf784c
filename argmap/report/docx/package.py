"""The file of a Word document: opened from nothing or from a template, and written as the same bytes each time."""

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.errors import ArgmapError
from argmap.core.source import SourceFile, Span
from argmap.report.docx.elements import Element, safe

if TYPE_CHECKING:
    from docx.document import Document

_NEEDLESS = ("/customXml", "/stylesWithEffects", "/thumbnail")
"""Relationships of python-docx's own empty document to parts that nobody needs."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LONGEST_TITLE = 255
_SETTINGS = f"""<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"
 w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"""
_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/extended-properties"><Application>argmap</Application></Properties>'
)


def new_document() -> "Document":
    """Make an empty document."""
    document = docx.Document()
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, item in relations.items() if item.reltype.endswith(_NEEDLESS)]:
            del relations[key]
    _replace(document.settings.element, _SETTINGS)
    _replace(document.part.numbering_part.element, f"<w:numbering {nsdecls('w')}/>")
    for item in document.part.package.rels.values():
        if item.reltype.endswith("/extended-properties"):
            item.target_part._blob = _APPLICATION
    return document


def _replace(element: Element, text: str) -> None:
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(text)):
        element.append(child)


def from_template(template: SourceFile) -> "Document | Diagnostic":
    """Open a document of the user's own and take its text out, so that styles, header, footer and paper stay.

    Returns:
        The document, or an `broken-template` for what is no Word document.

    Raises:
        ArgmapError: `cannot-read`.
    """
    try:
        document = docx.Document(template.path or template.name)
        body = document.element.body
        for child in list(body):
            if child.tag != qn("w:sectPr"):
                body.remove(child)
        document.part.numbering_part  # noqa: B018 -- made here if the template has none
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError, AttributeError) as error:
        advice = "save a document with the styles, header and footer that you want as .docx"
        message = f"`{template.name}` cannot be read as a Word document"
        if isinstance(error, PackageNotFoundError) and not _is_there(template):
            raise ArgmapError("cannot-read", f"cannot read `{template.name}`: there is no such file") from error
        return finding("broken-template", message, Span(template, 0, 0), help=advice)
    except OSError as error:
        raise ArgmapError("cannot-read", f"cannot read `{template.name}`: {error.strerror or error}") from error
    return document


def _is_there(template: SourceFile) -> bool:
    from pathlib import Path

    return Path(template.path or template.name).is_file()


def describe(document: "Document", title: str, language: str) -> None:
    """Say in the properties what the document is; who made it and when, they leave open."""
    properties = document.core_properties
    root = properties._element
    for child in list(root):
        root.remove(child)
    properties.title = safe(title)[:_LONGEST_TITLE]
    properties.language = safe(language)[:_LONGEST_TITLE]


def content(document: "Document") -> bytes:
    """The document as the content of a file, without the time at which it was written."""
    kept = BytesIO()
    document.save(kept)
    made = BytesIO()
    with ZipFile(kept) as parts, ZipFile(made, "w") as package:
        for name in parts.namelist():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, parts.read(name), ZIP_DEFLATED, 9)
    return made.getvalue()
