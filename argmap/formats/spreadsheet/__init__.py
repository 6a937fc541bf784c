"""Tables of claims: comma-separated values, columns found by their names."""

import csv

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile, Span
from argmap.formats.base import Reading
from argmap.formats.foreign.halves import without_halves
from argmap.formats.foreign.notes import SpanNotes, bounded, brief, too_large
from argmap.formats.spreadsheet.building import built
from argmap.formats.spreadsheet.rows import rows_of, with_parents
from argmap.formats.spreadsheet.table import Table, is_unclosed, table_of
from argmap.formats.spreadsheet.writing import written

_NAMED = 5
"""Columns that are named where it is told that they are carried along."""


def read(source: SourceFile) -> Reading:
    """Read a table."""
    refused = too_large(source)
    if refused:
        return Reading(None, (refused,))
    source = without_halves(source)
    try:
        table = table_of(source)
    except csv.Error as error:
        place = Span(source, 0, min(1, len(source.text)))
        return Reading(None, (finding("syntax-error", f"the table is broken: {error}", place),))
    if table is None:
        return Reading(None, (_without_names(source),))
    notes = SpanNotes(source)
    _tell_of_columns(table, notes)
    made: ArgumentMap = built(table, with_parents(rows_of(table, notes)), source, notes)
    return Reading(made, bounded(notes.diagnostics()))


def write(argument_map: ArgumentMap) -> str:
    """Write a table that spreadsheets open: a row for each claim, and further ones for what else it bears on."""
    return written(argument_map)


def _without_names(source: SourceFile) -> Diagnostic:
    """The finding on a text in which no row has the names of columns."""
    if not source.text.strip("\ufeff \t\r\n"):
        return finding("syntax-error", "the table is empty", Span(source, 0, 0))
    start = len(source.text) - len(source.text.lstrip("\ufeff \t\r\n"))
    line = source.position(start)[0]
    place = Span(source, start, max(start + 1, source.line_starts[line - 1] + len(source.line_text(line))))
    message = "no row names the columns of a table of claims"
    hint = "the first row must name them: at least `text`, best `id`, `text`, `parent` and `relation`"
    return finding("syntax-error", message, place, help=hint)


def _tell_of_columns(table: Table, notes: SpanNotes) -> None:
    """Tell of columns that are only carried along, and of a quotation mark that swallows what follows it."""
    filled = {number for item in table.records for number, cell in enumerate(item.cells) if cell.strip()}
    known = set(table.columns.values())
    carried = [number for number in range(len(table.names)) if number in filled and number not in known]
    if carried:
        named = ", ".join(f"`{brief(table.names[number])}`" for number in carried[:_NAMED])
        more = f" and {len(carried) - _NAMED:,} more" if len(carried) > _NAMED else ""
        what = f"the column {named} is" if len(carried) == 1 else f"the columns {named}{more} are"
        them = "it" if len(carried) == 1 else "them"
        message = f"{what} carried along; argmap has no words for {them}"
        notes.note("carried-part", message, table.place(table.header, carried[0]))
    if table.records and is_unclosed(table, table.records[-1]):
        message = "a quotation mark in this row is never closed, so that all that follows is one cell"
        notes.note("odd-value", message, table.place(table.records[-1], None))
