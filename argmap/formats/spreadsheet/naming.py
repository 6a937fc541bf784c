"""Ids of what stands in a table, and what its cells mean when they name something."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from argmap.core.ids import Ids, first_words, slug
from argmap.formats.foreign.notes import SpanNotes, brief
from argmap.formats.spreadsheet.cells import near_id
from argmap.formats.spreadsheet.rows import Row, folded

_IN_MAP = ("claim", "argument", "question", "group")


@dataclass(slots=True)
class Names:
    """The ids of rows.

    Attributes:
        ids: Gives out ids.
        of_row: The id of what a row defines, by the row's identity.
        further: Rows that say more of something defined elsewhere, with its id.
        left: Rows that say of nothing in particular.
        given: What files call things, by id in the map, if that is another one.
    """

    ids: Ids = field(default_factory=Ids)
    of_row: dict[int, str] = field(default_factory=dict)
    further: dict[int, str] = field(default_factory=dict)
    left: list[dict[str, str]] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)
    _by_given: dict[str, str] = field(default_factory=dict)
    _by_words: dict[str, str] = field(default_factory=dict)

    def meant(self, text: str) -> str | None:
        """The id of the claim, question or group that a cell means by its id, title or text; None for none."""
        return self._by_given.get(text) or self._by_words.get(folded(text))

    def know(self, words: str, id: str) -> None:
        """Let words mean something, unless they mean something else already."""
        if words:
            self._by_words.setdefault(folded(words), id)

    def know_id(self, given: str, id: str) -> None:
        """Let an id, as it is typed, mean something."""
        self._by_given.setdefault(given, id)


def names_of(rows: Iterable[Row], notes: SpanNotes) -> Names:
    """Give every claim, question and group an id: its own one if that may be one, else one of its first words."""
    names = Names()
    rows = [row for row in rows if row.kind in _IN_MAP]
    owners = _owners(rows)
    defining = [row for row in rows if _defines(row, owners, names, notes)]
    _name(defining, names)
    for row in defining:
        names.know(row.cell("id"), names.of_row[id_of(row)])
    for column in ("title", "text"):
        for row in defining:
            names.know(row.cell(column), names.of_row[id_of(row)])
    if not any("id" in row.cells for row in rows):
        for number, row in enumerate((row for row in defining if row.column == "text"), 1):
            names.know_id(str(number), names.of_row[id_of(row)])
    for row in rows:
        owner = owners.get(_key(row))
        if id_of(row) in names.further and owner is not None:
            names.further[id_of(row)] = names.of_row[id_of(owner)]
    return names


def id_of(row: Row) -> int:
    """What tells a row from others."""
    return id(row)


def _key(row: Row) -> str:
    """What rows about the same thing have in common."""
    return row.cell("id") or f"\n{row.cell('text') or row.cell('title')}"


def _owners(rows: Iterable[Row]) -> dict[str, Row]:
    """The row that defines each thing: the first that gives it a text, else the first that names it."""
    found: dict[str, Row] = {}
    for row in rows:
        key = _key(row)
        if key not in found or (not _is_worded(found[key]) and _is_worded(row)):
            found[key] = row
    return found


def _is_worded(row: Row) -> bool:
    return "text" in row.cells or "title" in row.cells


def _defines(row: Row, owners: dict[str, Row], names: Names, notes: SpanNotes) -> bool:
    """Whether a row defines something; if not, it is noted what else it does."""
    key = _key(row)
    if key == "\n":
        notes.note("odd-value", "this row has neither an id nor a text; it is carried along", row.place("id"))
        names.left.append({**row.cells, **row.others})
        return False
    owner = owners[key]
    if owner is row:
        return True
    same = row.cell("text") in ("", owner.cell("text")) and ("kind" not in row.cells or row.kind == owner.kind)
    if same and (row.has_relation or "id" in row.cells):
        if not row.has_relation:
            notes.note("repeated-node", f"the row of `{brief(row.cell('id'))}` is there twice", row.place("id"))
        names.further[id_of(row)] = ""
        return False
    if row.cell("id"):
        message = f"the id `{brief(row.cell('id'))}` is given twice; where it is named, the first one is meant"
        notes.note("repeated-node", message, row.place("id"))
    return True


def _name(rows: list[Row], names: Names) -> None:
    """Give rows their ids: first those whose own ones may stay, then those whose ids are changed, then the rest."""
    for wanted in (0, 1, 2):
        for row in rows:
            given = row.cell("id")
            stays = bool(given) and near_id(given) == given and given not in names._by_given
            turn = 0 if stays else 1 if given else 2
            if turn != wanted or id_of(row) in names.of_row:
                continue
            otherwise = "claim" if row.kind == "argument" else row.kind
            if given:
                made = names.ids.made(near_id(given), otherwise)
                if made != given and given not in names._by_given:
                    names.given[made] = given
                names.know_id(given, made)
            elif row.kind == "group":
                made = names.ids.made(slug(row.cell("title") or row.cell("text")), otherwise)
            else:
                made = names.ids.made(first_words(row.cell("text") or row.cell("title")), otherwise)
            names.of_row[id_of(row)] = made
