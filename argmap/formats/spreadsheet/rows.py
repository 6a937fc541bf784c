"""The rows of a table, each with what it is about."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.core.source import LazySpans, Span
from argmap.formats.foreign.notes import SpanNotes, brief
from argmap.formats.spreadsheet.cells import flag, items, revealed, share
from argmap.formats.spreadsheet.table import Record, Table
from argmap.formats.spreadsheet.words import OF_RELATIONS, STATED, kind_of, relation_of


@dataclass(slots=True, eq=False)
class Row:
    """A row with the cells that say something.

    Attributes:
        table, record: What it was read from.
        cells: Its cells by argmap's columns.
        others: Its cells in other columns, by the names of these.
        kind: What it is about: `claim`, `argument`, `question`, `group`, `speaker`, `source` or `map`.
        odd: Cells that could not be understood, by their columns.
        column: The column with its text.
    """

    table: Table
    record: Record
    cells: dict[str, str]
    others: dict[str, str]
    kind: str
    odd: dict[str, str]
    column: str = "text"

    def cell(self, column: str) -> str:
        """What a cell says; empty for nothing."""
        return self.cells.get(column, "")

    def place(self, column: str) -> Span:
        """Where a cell stands; the row if it has none."""
        return self.table.place(self.record, self.table.columns.get(column))

    @property
    def has_relation(self) -> bool:
        """Whether it says anything about a relation."""
        return any(name in self.cells for name in (*OF_RELATIONS, *STATED))

    def share(self, column: str, notes: SpanNotes) -> float | None:
        """A number from 0 to 1."""
        cell = self.cell(column)
        found = share(cell) if cell else None
        if cell and found is None:
            self._refuse(column, f"`{brief(cell)}` is no number from 0 to 1", notes)
        return found

    def flag(self, column: str, notes: SpanNotes) -> bool | None:
        """Yes or no."""
        cell = self.cell(column)
        found = flag(cell) if cell else None
        if cell and found is None:
            self._refuse(column, f"`{brief(cell)}` is neither `yes` nor `no`", notes)
        return found

    def _refuse(self, column: str, message: str, notes: SpanNotes) -> None:
        notes.note("odd-value", message, self.place(column))
        self.odd[column] = self.cell(column)


class RowSpans(LazySpans):
    """The places of the parts of something that is said in a row.

    Args:
        row: The row.
        columns: The columns of the parts, by their names.
    """

    __slots__ = ("_columns", "_row")

    def __init__(self, row: Row, columns: Mapping[str, str]) -> None:
        super().__init__()
        self._row = row
        self._columns = columns

    def _make(self) -> Mapping[str, Span]:
        return {part: self._row.place(column) for part, column in self._columns.items()}


def rows_of(table: Table, notes: SpanNotes) -> list[Row]:
    """The rows of a table."""
    places = {place: column for column, place in table.columns.items()}
    return [_row(table, record, places, notes) for record in table.records]


def with_parents(rows: list[Row]) -> list[Row]:
    """The rows, and further ones for claims that have none, but stand in full as what another one bears on.

    In a table with ids that would be a slip.
    """
    if any("id" in row.cells for row in rows):
        return rows
    known = {folded(row.cell(column)) for row in rows for column in ("text", "title")}
    found: list[Row] = []
    for row in rows:
        for text in items(row.cell("parent")):
            if " " in text and "->" not in text and folded(text) not in known:
                known.add(folded(text))
                found.append(Row(row.table, row.record, {"text": text}, {}, "claim", {}, "parent"))
        found.append(row)
    return found


def folded(text: str) -> str:
    """A text for comparison: in small letters, with single spaces."""
    return " ".join(text.split()).casefold()


def _row(table: Table, record: Record, places: Mapping[int, str], notes: SpanNotes) -> Row:
    cells: dict[str, str] = {}
    others: dict[str, str] = {}
    for place, typed in enumerate(record.cells):
        cell = revealed(typed)
        if cell and place in places:
            cells[places[place]] = cell
        elif cell:
            others[table.names[place] if place < len(table.names) else f"column {place + 1}"] = cell
    made = Row(table, record, cells, others, "claim", {})
    _find_kind(made, notes)
    return made


def _find_kind(row: Row, notes: SpanNotes) -> None:
    """What a row is about. A word for it may stand in the column of relations, and the other way round."""
    kind, relation = row.cell("kind"), row.cell("relation")
    is_worded = "text" in row.cells or "title" in row.cells
    if is_worded and relation and kind_of(relation) and not relation_of(relation) and (not kind or relation_of(kind)):
        kind, relation = relation, kind
    elif kind and not relation and relation_of(kind) and not kind_of(kind) and "parent" in row.cells:
        kind, relation = "", kind
    for column, cell in (("kind", kind), ("relation", relation)):
        row.cells.pop(column, None)
        if cell:
            row.cells[column] = cell
    found = kind_of(kind) if kind else "claim"
    if found is None:
        row._refuse("kind", f"`{brief(kind)}` is no kind of thing that stands in a map", notes)
    row.kind = found or "claim"
