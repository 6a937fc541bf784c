"""Discussions as Kialo exports them: a text in which each claim has a number."""

from argmap.core.diagnostics import finding
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile, Span
from argmap.formats.base import Reading, Written
from argmap.formats.foreign.halves import without_halves
from argmap.formats.foreign.notes import SpanNotes, bounded, too_large
from argmap.formats.kialo.building import built
from argmap.formats.kialo.lines import export_of, has_label
from argmap.formats.kialo.writing import written


def read(source: SourceFile) -> Reading:
    """Read a discussion."""
    refused = too_large(source)
    if refused:
        return Reading(None, (refused,))
    source = without_halves(source)
    export = export_of(source)
    if not export.rows and not has_label(export.head.split("\n")):
        message = "no line has a number as the claims of Kialo have it, such as `1.` or `1.1. Pro:`"
        start = len(source.text) - len(source.text.lstrip())
        place = Span(source, start, min(start + 1, len(source.text)))
        return Reading(None, (finding("syntax-error", message, place),))
    notes = SpanNotes(source)
    made: ArgumentMap = built(export, source, notes)
    return Reading(made, bounded(notes.diagnostics()))


def write(argument_map: ArgumentMap) -> Written:
    """Write a discussion: theses with their reasons, each below what it bears on first, linked to the rest."""
    return written(argument_map)
