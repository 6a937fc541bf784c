"""A text as a table: its delimiter, the line with the names of the columns, and the rows with their places."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.core.source import SourceFile, Span
from argmap.formats.spreadsheet.cells import revealed
from argmap.formats.spreadsheet.words import columns_of, is_table
from argmap.formats.trees.tree import MAX_CHARACTERS

_DELIMITERS = (",", ";", "\t")
_STATED = re.compile(r"\ufeff?sep=([,;\t|])[ \t]*(?:\r\n|\n|\r)", re.IGNORECASE)
_HEADLINES = 10
"""Rows before the names of the columns that may be about something else."""
_GLANCE = 20_000


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of a row as they are typed, and where it begins and ends."""

    cells: list[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table of claims.

    Attributes:
        source: The text.
        delimiter: What stands between its cells.
        columns: Where argmap's columns are.
        names: What the columns are called, made different where two have one name.
        header: The row with these names.
        records: The rows below it that are not empty.
    """

    source: SourceFile
    delimiter: str
    columns: dict[str, int]
    names: tuple[str, ...]
    header: Record
    records: tuple[Record, ...]

    def place(self, record: Record, column: int | None) -> Span:
        """Where a cell stands; the row if it has no such cell, or if none is meant."""
        if column is not None:
            for number, (start, end) in enumerate(self.cell_places(record)):
                if number == column:
                    return Span(self.source, start, end)
        return Span(self.source, record.start, record.end)

    def cell_places(self, record: Record) -> Iterator[tuple[int, int]]:
        """Where the cells of a row begin and end."""
        text, here, end = self.source.text, record.start, record.end
        while here <= end:
            start = here
            if here < end and text[here] == '"':
                here = _behind_quotes(text, here + 1, end)
            next_one = text.find(self.delimiter, here, end)
            here = end if next_one < 0 else next_one
            yield start, here
            here += 1


def table_of(source: SourceFile) -> Table | None:
    """Find the table in a text; None if no row near its beginning has the names of columns."""
    start = _start(source.text)
    found = _header(source.text, start)
    if found is None:
        return None
    delimiter, number = found
    records = list(records_of(source.text, delimiter, start))
    header = records[number]
    names = [revealed(cell) for cell in header.cells]
    return Table(
        source,
        delimiter,
        columns_of(names),
        tuple(_different(names)),
        header,
        tuple(item for item in records[number + 1 :] if any(cell.strip() for cell in item.cells)),
    )


def records_of(text: str, delimiter: str, start: int = 0) -> Iterator[Record]:
    """All rows of a text from an offset on.

    Raises:
        csv.Error: A row is broken.
    """
    lines = list(io.StringIO(text[start:], newline=""))
    ends = [start]
    for line in lines:
        ends.append(ends[-1] + len(line))
    limit = csv.field_size_limit(MAX_CHARACTERS)
    try:
        reader = csv.reader(lines, delimiter=delimiter)
        before = 0
        for cells in reader:
            here, there = ends[before], ends[reader.line_num]
            while there > here and text[there - 1] in "\r\n":
                there -= 1
            before = reader.line_num
            yield Record(cells, here, there)
    finally:
        csv.field_size_limit(limit)


def names_in(text: str) -> dict[str, int]:
    """The columns that a text seems to name near its beginning; none if it is no table of claims."""
    start = _start(text)
    found = _header(text, start)
    if found is None:
        return {}
    records = list(records_of(text[:_GLANCE], found[0], start))
    return columns_of(revealed(cell) for cell in records[found[1]].cells)


def _start(text: str) -> int:
    """Where the table begins: behind a byte order mark, and behind a line such as `sep=;`."""
    stated = _STATED.match(text)
    return stated.end() if stated else len(text) - len(text.removeprefix("\ufeff"))


def _header(text: str, start: int) -> tuple[str, int] | None:
    """The delimiter, and the number of the row with the names: the one that names most columns."""
    best: tuple[int, str, int] | None = None
    stated = _STATED.match(text)
    for delimiter in (stated[1],) if stated else _DELIMITERS:
        for number, record in enumerate(records_of(text[:_GLANCE], delimiter, start)):
            columns = columns_of(revealed(cell) for cell in record.cells)
            if is_table(columns) and (best is None or len(columns) > best[0]):
                best = (len(columns), delimiter, number)
            if number >= _HEADLINES:
                break
    return best[1:] if best else None


def _different(names: list[str]) -> Iterator[str]:
    """The names of columns, each once; those without a name by their number."""
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    for number, name in enumerate(names, 1):
        base = name or f"column {number}"
        found = base
        while found in taken:
            counts[base] += 1
            found = f"{base} ({counts[base] + 1})"
        taken.add(found)
        yield found


def _behind_quotes(text: str, here: int, end: int) -> int:
    """The offset behind the quotation mark that closes a cell, or the end."""
    while True:
        here = text.find('"', here, end)
        if here < 0:
            return end
        if text[here + 1 : here + 2] != '"':
            return here + 1
        here += 2


def is_unclosed(table: Table, record: Record) -> bool:
    """Whether a quotation mark in a row is never closed."""
    *_, (start, end) = table.cell_places(record)
    typed = table.source.text[start:end]
    return typed.startswith('"') and typed.count('"') % 2 == 1
