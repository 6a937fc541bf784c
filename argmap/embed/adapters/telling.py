"""Findings for the logs of hosts: one line each, with its place and what to do."""

from argmap.core.diagnostics import Diagnostic
from argmap.core.source import Span
from argmap.reporters.glyphs import visible


def place(span: Span) -> str:
    """`file:line:column` of the start of a place."""
    return f"{visible(span.source.name)}:{span.line}:{span.column}"


def message(item: Diagnostic) -> str:
    """A finding without its place: `error[AM603] missing-map: ...`, then its notes and what to do."""
    remarks = [*item.notes, *([item.help] if item.help else [])]
    tail = f" ({'; '.join(map(visible, remarks))})" if remarks else ""
    return f"{item.severity}[{item.code}] {item.name}: {visible(item.message)}{tail}"


def line(item: Diagnostic) -> str:
    """A finding on one line, which begins with its place if it has one."""
    return f"{place(item.primary)}: {message(item)}" if item.primary else message(item)
