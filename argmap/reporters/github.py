"""Findings for GitHub Actions: workflow commands that become annotations on the changed files."""

from argmap.core.diagnostics import Diagnostic, Severity
from argmap.reporters.base import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def write(report: Report) -> str:
    """Write one workflow command a finding."""
    return "".join(f"{_command(item)}\n" for item in report.diagnostics)


def _command(item: Diagnostic) -> str:
    properties = {**_place(item), "title": f"{item.code} {item.name}"}
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    words = [item.message, *item.notes, *([f"help: {item.help}"] if item.help else [])]
    message = _data("\n".join(words))
    return f"::{_COMMANDS[item.severity]} {listed}::{message}"


def _place(item: Diagnostic) -> dict[str, str | int]:
    span = item.primary
    if span is None:
        return {}
    line, column = span.source.position(span.start)
    end_line, end_column = span.source.position(max(span.start, span.end - 1))
    place: dict[str, str | int] = {"file": span.source.name, "line": line, "endLine": end_line}
    if line == end_line:  # GitHub takes columns only for a finding on one line
        place |= {"col": column, "endColumn": end_column}
    return place


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
