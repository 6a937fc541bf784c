"""Findings for people: one line that says what, the source with a caret under it, and what to do."""

from collections.abc import Iterator

from argmap.core.diagnostics import Diagnostic, Label
from argmap.core.source import Span
from argmap.reporters.base import Report
from argmap.reporters.excerpt import Mark, excerpt, margin_of
from argmap.reporters.glyphs import visible
from argmap.reporters.paint import BOLD, FRAME, GOOD, OF_SEVERITY, paint


def write(report: Report) -> str:
    """Write every finding as a paragraph; an empty text if there is none."""
    width = max(20, report.width)
    blocks = ("\n".join(_block(item, width, report.colour)) for item in report.diagnostics)
    return "".join(f"{block}\n\n" for block in blocks)


def place(span: Span) -> str:
    """Return `file:line:column` of the start of a place."""
    return f"{visible(span.source.name)}:{span.line}:{span.column}"


def _block(item: Diagnostic, width: int, colour: bool) -> Iterator[str]:
    yield _head(item, colour)
    spans = [span for span in (item.primary, *(label.span for label in item.secondary)) if span]
    margin = margin_of(spans)
    if item.primary:
        yield from _here(item, item.primary, width, colour, margin)
    for label in _elsewhere(item):
        yield paint(f"{'':{margin}} ::: ", FRAME, colour) + place(label.span)
        mark = Mark(label.span, "-", FRAME, label.message)
        yield from excerpt([mark], width=width, colour=colour, margin=margin)
    yield from _remarks(item, colour, margin)


def _head(item: Diagnostic, colour: bool) -> str:
    where = f"{paint(place(item.primary), BOLD, colour)}: " if item.primary else ""
    kind = paint(f"{item.severity}[{item.code}]", OF_SEVERITY[item.severity], colour)
    return f"{where}{kind} {item.name}: {paint(visible(item.message), BOLD, colour)}"


def _here(item: Diagnostic, primary: Span, width: int, colour: bool, margin: int) -> Iterator[str]:
    if not primary.source.text:
        return
    marks = [Mark(primary, "^", OF_SEVERITY[item.severity])]
    marks += [Mark(lab.span, "-", FRAME, lab.message) for lab in item.secondary if lab.span.source is primary.source]
    yield from excerpt(marks, width=width, colour=colour, margin=margin)


def _elsewhere(item: Diagnostic) -> list[Label]:
    source = item.primary.source if item.primary else None
    return [label for label in item.secondary if label.span.source is not source]


def _remarks(item: Diagnostic, colour: bool, margin: int) -> Iterator[str]:
    lead = f"{'':{margin}} {paint('=', FRAME, colour)} "
    for note in item.notes:
        yield f"{lead}{paint('note:', BOLD, colour)} {visible(note)}"
    if item.help:
        yield f"{lead}{paint('help:', GOOD, colour)} {visible(item.help)}"
    if item.fix and item.fix.safe:
        yield f"{lead}{paint('fix available:', GOOD, colour)} {visible(item.fix.title)}"
    elif item.fix:
        yield f"{lead}{paint('fix to consider:', GOOD, colour)} {visible(item.fix.title)}"
