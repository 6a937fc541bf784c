"""What `argmap check` says of an open file, as diagnostics of an editor."""

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
    Position,
    Range,
)

from argmap.core import diagnostics as core
from argmap.core.diagnostics import Severity
from argmap.lsp.documents import Document

SOURCE = "argmap"
"""Whose diagnostics they are."""

_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.ADVICE: DiagnosticSeverity.Information,
}

_NEEDLESS = frozenset({"unused-source", "unused-speaker", "unused-suppression"})
"""Findings about what could go; editors show such places faded."""

_START = Range(Position(0, 0), Position(0, 0))


def findings_by_file(document: Document) -> dict[str, list[Diagnostic]]:
    """Return the diagnostics of a file, and of those that it includes and its configuration, by their address.

    The file itself is always there, if only with an empty list.
    """
    found: dict[str, list[Diagnostic]] = {document.uri: []}
    for item in document.findings:
        where = document.uri if item.primary is None else document.uri_of(item.primary.source)
        found.setdefault(where, []).append(diagnostic(document, item))
    return found


def diagnostic(document: Document, item: core.Diagnostic) -> Diagnostic:
    """Return a finding as a diagnostic; notes and help stand below the message, a line each."""
    return Diagnostic(
        range=_START if item.primary is None else document.range_of(item.primary),
        message="\n".join([item.message, *item.notes, *([item.help] if item.help else [])]),
        severity=_SEVERITIES[item.severity],
        code=item.name,
        source=SOURCE,
        tags=[DiagnosticTag.Unnecessary] if item.name in _NEEDLESS else None,
        related_information=[
            DiagnosticRelatedInformation(document.location_of(label.span), label.message) for label in item.secondary
        ]
        or None,
    )
