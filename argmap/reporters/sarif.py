"""Findings for code scanning services: the OASIS Static Analysis Results Interchange Format, SARIF 2.1.0 (2020)."""

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from argmap.core.codes import LEDGER, Severity
from argmap.core.diagnostics import Diagnostic, Fix
from argmap.core.source import Span
from argmap.reporters.base import Report, RuleText

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_ROOT = "%SRCROOT%"


def write(report: Report) -> str:
    """Write the run as a SARIF log of one run, all in ASCII; relative paths are relative to the working folder."""
    names = sorted({*report.rules, *(item.name for item in report.diagnostics)}, key=_code)
    driver = {
        "name": "argmap",
        **({"version": report.version} if report.version else {}),
        "rules": [_rule(name, report.rules.get(name)) for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which argmap was started."}}},
        "artifacts": [{"location": _artifact(name)} for name in report.files],
        "results": [_result(item, names.index(item.name)) for item in report.diagnostics],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _code(name: str) -> tuple[str, str]:
    return (LEDGER[name].code if name in LEDGER else "", name)


def _rule(name: str, text: RuleText | None) -> dict[str, Any]:
    entry = LEDGER.get(name)
    rule: dict[str, Any] = {"id": entry.code if entry else name, "name": name}
    rule["shortDescription"] = {"text": text.summary if text else name.replace("-", " ")}
    if text and text.page:
        rule["help"] = {"text": text.page, "markdown": text.page}
    if entry:
        rule["defaultConfiguration"] = {"level": _LEVELS[entry.severity]}
    return rule


def _result(item: Diagnostic, index: int) -> dict[str, Any]:
    words = [item.message, *item.notes, *([f"help: {item.help}"] if item.help else [])]
    result: dict[str, Any] = {
        "ruleId": item.code,
        "ruleIndex": index,
        "level": _LEVELS[item.severity],
        "message": {"text": "\n".join(words)},
    }
    if item.primary:
        result["locations"] = [{"physicalLocation": _physical(item.primary)}]
    if item.secondary:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(label.span), "message": {"text": label.message}}
            for number, label in enumerate(item.secondary)
        ]
    if item.fix and item.fix.edits:
        result["fixes"] = [_fix(item.fix)]
    return result


def _fix(fix: Fix) -> dict[str, Any]:
    by_file: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        change: dict[str, Any] = {"deletedRegion": _region(edit.span)}
        if edit.text:
            change["insertedContent"] = {"text": edit.text}
        by_file.setdefault(edit.span.source.name, []).append(change)
    changes = [{"artifactLocation": _artifact(name), "replacements": parts} for name, parts in by_file.items()]
    return {"description": {"text": fix.title}, "artifactChanges": changes}


def _physical(span: Span) -> dict[str, Any]:
    return {"artifactLocation": _artifact(span.source.name), "region": _region(span)}


def _region(span: Span) -> dict[str, int]:
    line, column = span.source.position(span.start)
    end_line, end_column = span.source.position(span.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _artifact(name: str) -> dict[str, str]:
    path = PurePath(name)
    plain = quote(path.as_posix(), safe="/~", errors="surrogateescape")
    if path.is_absolute():
        return {"uri": f"file://{plain if plain.startswith('/') else '/' + plain}"}
    return {"uri": plain, "uriBaseId": _ROOT}
