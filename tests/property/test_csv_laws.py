"""Tables of claims: what is written is read again, and no table is too broken to be read."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.core.codes import Severity
from argmap.core.source import SourceFile
from argmap.formats.spreadsheet.cells import defused, revealed
from argmap.pipeline import load, write
from argmap.rules import check
from argmap.rules.base import Context
from tests.interchange import portable, there_and_back
from tests.maps import NASTY_TEXTS, TEXTS, maps, rich_maps

FORMAT = "csv"


@settings(max_examples=40)
@given(maps())
def test_what_it_can_hold_is_there_again(argument_map):
    argument_map = portable(argument_map, FORMAT)
    assert write(argument_map, FORMAT).losses == ()
    assert there_and_back(argument_map, FORMAT) == argument_map


@settings(max_examples=10)
@given(rich_maps())
def test_the_second_time_it_is_the_same(argument_map):
    once = there_and_back(argument_map, FORMAT)
    assert there_and_back(once, FORMAT) == once


@given(NASTY_TEXTS)
def test_no_cell_begins_as_a_formula_and_all_come_back(text):
    text = text.strip()
    assert defused(text)[:1] not in tuple("=+-@\t\r\n")
    assert revealed(defused(text)) == text


@settings(max_examples=25)
@given(maps())
def test_tables_are_plain_tables(argument_map):
    text = write(argument_map, FORMAT).text
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r\n") and cell]


HEADERS = ["id", "text", "parent", "relation", "with", "relation id", "score", "kind", "group", "answers", "mood", "by"]
CELLS = st.one_of(
    st.sampled_from(["", "", "a", "b", "c", "d", "a; b", "r", "a -> b", "r -> a", "b -> r"]),
    st.sampled_from(["pro", "con", "undercut", "conflict", "support", "?", "question", "group", "map", "0.5", "x"]),
    TEXTS,
)


@st.composite
def tables(draw):
    """A table in which anything may stand anywhere."""
    header = draw(st.permutations(HEADERS))[: draw(st.integers(2, len(HEADERS)))]
    rows = draw(st.lists(st.lists(CELLS, max_size=len(header) + 1), max_size=8))
    text = io.StringIO(newline="")
    delimiter = draw(st.sampled_from([",", ";", "\t"]))
    csv.writer(text, delimiter=delimiter).writerows([header if "text" in header else ["text", *header[1:]], *rows])
    return text.getvalue()


def holds(text):
    """Whatever the text is: it is read without a fault, the map is sound, and places lie in the text."""
    loaded = load(SourceFile("file", text), FORMAT)
    for item in loaded.diagnostics:
        assert item.primary is None or 0 <= item.primary.start <= item.primary.end <= len(text)
    if loaded.map is None:
        assert [item.severity for item in loaded.diagnostics] == [Severity.ERROR]
        return None
    assert [item for item in check(Context.of(loaded.map)) if item.severity is Severity.ERROR] == []
    parts = (loaded.map.claims, loaded.map.relations, loaded.map.questions, loaded.map.groups, loaded.map.speakers)
    for item in (item for part in parts for item in part):
        assert all(0 <= span.start <= span.end <= len(text) for span in item.spans.values())
    assert there_and_back(loaded.map, "yaml") == loaded.map
    return loaded.map


@settings(max_examples=120)
@given(tables())
def test_odd_cells_are_no_trouble(text):
    found = holds(text)
    if found is not None:
        again = there_and_back(found, FORMAT)
        assert there_and_back(again, FORMAT) == again


@settings(max_examples=80)
@given(tables(), st.data())
def test_damaged_texts_are_read_or_refused(text, data):
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(text)))
        text = (
            text[:place]
            + data.draw(st.sampled_from(["", "\n", "\r", ",", ";", '"', "'", "\x00", "é"]))
            + text[data.draw(st.integers(place, min(len(text), place + 8))) :]
        )
    holds(text)
