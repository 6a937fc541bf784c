"""Findings for programs: one JSON document, version 1, with every place and every fix."""

import json
from typing import Any

from argmap.core.diagnostics import Diagnostic, Edit, Fix
from argmap.core.source import Span
from argmap.reporters.base import Report, count

VERSION = 1


def write(report: Report) -> str:
    """Write the run as JSON, all in ASCII so that it survives any terminal and any pipe.

    Lines and columns count from 1, offsets from 0; columns and offsets count characters; ends are exclusive.
    """
    document = {
        "version": VERSION,
        "files": list(report.files),
        "summary": {str(severity): number for severity, number in count(report.diagnostics).items()},
        "diagnostics": [_diagnostic(item) for item in report.diagnostics],
    }
    return json.dumps(document, indent=2) + "\n"


def _diagnostic(item: Diagnostic) -> dict[str, Any]:
    return {
        "code": item.code,
        "name": item.name,
        "severity": str(item.severity),
        "message": item.message,
        "place": _place(item.primary),
        "labels": [{"message": label.message, "place": _place(label.span)} for label in item.secondary],
        "notes": list(item.notes),
        "help": item.help,
        "fix": _fix(item.fix) if item.fix else None,
    }


def _place(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"file": span.source.name, "start": _point(span, span.start), "end": _point(span, span.end)}


def _point(span: Span, offset: int) -> dict[str, int]:
    line, column = span.source.position(offset)
    return {"line": line, "column": column, "offset": offset}


def _fix(fix: Fix) -> dict[str, Any]:
    return {"title": fix.title, "safe": fix.safe, "edits": [_edit(edit) for edit in fix.edits]}


def _edit(edit: Edit) -> dict[str, Any]:
    return {"place": _place(edit.span), "text": edit.text}
