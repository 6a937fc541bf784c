"""Annotations of BRAT, which stand apart from their text."""

from argmap.core.diagnostics import finding
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile, Span
from argmap.formats.base import Reading
from argmap.formats.brat.building import built
from argmap.formats.brat.lines import Other, lines_of
from argmap.formats.foreign.halves import without_halves
from argmap.formats.foreign.notes import SpanNotes, bounded, too_large


def read(source: SourceFile) -> Reading:
    """Read annotations. The text that they are about is taken from the `.txt` file beside them, if there is one."""
    refused = too_large(source)
    if refused:
        return Reading(None, (refused,))
    source = without_halves(source)
    lines = list(lines_of(source))
    first = next(iter(lines), None)
    if first is not None and all(isinstance(line, Other) and not line.kind for line in lines):
        place = Span(source, first.place.start, first.place.end)
        message = "no line is an annotation of BRAT, which begins with an id and a tab"
        return Reading(None, (finding("syntax-error", message, place),))
    notes = SpanNotes(source)
    made: ArgumentMap = built(lines, source, notes)
    return Reading(made, bounded(notes.diagnostics()))
