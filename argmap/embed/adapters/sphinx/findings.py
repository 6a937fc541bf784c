"""Findings in Sphinx: warnings of the type `argmap`, and a box in the document."""

from collections.abc import Iterable

from docutils import nodes
from sphinx.util import logging

from argmap.core.diagnostics import Diagnostic
from argmap.embed.adapters.telling import line, message, place

_log = logging.getLogger(__name__)


def tell(item: Diagnostic) -> None:
    """Log a finding as a warning at its place: `sphinx-build -W` fails then, `suppress_warnings` knows its name."""
    where = place(item.primary) if item.primary else None
    _log.warning("%s", message(item), location=where, type="argmap", subtype=item.name)


def note(words: str, where: str) -> None:
    """Log what is good to know and no fault."""
    _log.info("%s", words, location=where)


def box(findings: Iterable[Diagnostic]) -> nodes.Element:
    """Return findings as a box that nobody overlooks."""
    return nodes.error("", *(nodes.paragraph("", line(item)) for item in findings))
