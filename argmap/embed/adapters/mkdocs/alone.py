"""The fence without the plugin: it draws maps written in a page, and knows the page only for its messages."""

from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile
from argmap.embed import Engine, Outcome, Request
from argmap.embed.adapters.making import made
from argmap.embed.adapters.mkdocs import pieces
from argmap.embed.adapters.mkdocs.page import Page
from argmap.embed.adapters.mkdocs.written import Written
from argmap.embed.adapters.telling import line
from argmap.embed.paths import shown

_pages: WeakKeyDictionary[Any, Page] = WeakKeyDictionary()
"""The page of each converter: MkDocs makes a new one for every page."""


def figure_of(written: Written, md: Any) -> str:
    """Return the figure of a fence as HTML.

    Raises:
        SuperFencesException: It cannot be made. Where MkDocs is the host, it is a `BuildError` of MkDocs as well.
    """
    page = _pages.setdefault(md, _page_of(md))
    request, faults = page.request(written)
    outcome = Outcome(None, tuple(faults)) if faults else drawn(Engine(), _without_file(request), "svg")
    if outcome.figure is None:
        raise _failure()("\n".join(map(line, outcome.diagnostics)))
    return pieces.figure(outcome.figure, request.attributes, written.classes)


def drawn(engine: Engine, request: Request | Diagnostic, format: str) -> Outcome:
    """Make a figure for a web page."""
    if isinstance(request, Diagnostic):
        return Outcome(None, (request,))
    if request.attributes.format == "pdf":
        message = "a page shows no figure in the format `pdf`"
        advice = "write svg or png"
        return Outcome(None, (finding("invalid-attribute", message, request.span("format"), help=advice),))
    return made(engine, request, format)


def path_of(md: Any) -> Path | None:
    """The file of the page that a converter works on, if MkDocs says so."""
    try:
        path = md.treeprocessors["relpath"].file.abs_src_path
    except (AttributeError, KeyError):
        return None
    return Path(path) if path else None


def _page_of(md: Any) -> Page:
    path = path_of(md)
    if path is None:
        return Page(None, Path())
    text = path.read_bytes().decode("utf-8-sig", "replace")
    return Page(SourceFile(shown(path), text, str(path)), path.parent)


def _without_file(request: Request) -> Request | Diagnostic:
    if request.attributes.file is None:
        return request
    message = "the fence alone does not know where a page looks for `file`"
    advice = "add `- argmap` to `plugins` in mkdocs.yml"
    return finding("missing-map", message, request.span("file"), help=advice)


def _failure() -> type[Exception]:
    """The error that superfences lets through, and that MkDocs, if it is the host, shows without a traceback."""
    from pymdownx.superfences import SuperFencesException

    try:
        from mkdocs.exceptions import BuildError
    except ImportError:
        plain: type[Exception] = SuperFencesException
        return plain
    return type("FigureError", (SuperFencesException, BuildError), {})
