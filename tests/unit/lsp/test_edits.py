"""Edits as editors take them lead to the new text, and say no more than what changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind

from argmap.core.diagnostics import apply_edits
from argmap.core.source import SourceFile, Span
from argmap.lsp import positions
from argmap.lsp.edits import difference

LINES = ["", "a: b", "  a: b", "  by: mayor", "  by: town", "é🚋", "x\u2028y", "\x0c"]
TEXTS = st.builds(
    lambda lines, ends: "".join(line + end for line, end in zip(lines, ends, strict=False)),
    st.lists(st.sampled_from(LINES), max_size=8),
    st.lists(st.sampled_from(["\n", "\r\n"]), min_size=8, max_size=8),
)


@given(TEXTS, TEXTS)
def test_a_difference_leads_to_the_new_text(old, new):
    source = SourceFile("a.argmap.yaml", old)
    assert apply_edits(source, difference(source, new)).text == new


def test_a_difference_is_as_small_as_what_changes():
    source = SourceFile("a.argmap.yaml", "claims:\r\n  tram: One.\r\n  cost: {text: Two., attacks: tram}\r\n")
    new = source.text.replace("tram", "line")
    found = [(edit.span.text, edit.text) for edit in difference(source, new)]
    assert found == [("tram", "line"), ("tram", "line")]


@pytest.mark.parametrize("encoding", [*PositionEncodingKind])
@given(TEXTS, st.data())
def test_a_position_leads_back_to_its_offset(encoding, text, data):
    source = SourceFile("a.argmap.yaml", text)
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n":
        offset -= 1  # between the two characters of a line end there is no place for a cursor
    position = positions.position_of(source, offset, encoding)
    assert positions.offset_of(source, position, encoding) == offset
    assert positions.range_of(Span(source, offset, offset), encoding).start == position


def test_a_return_alone_ends_a_line_for_editors():
    source = SourceFile("a.argdown", "one\rtwo\r\nthree\nfour")
    assert [positions.position_of(source, source.text.index(word)).line for word in ("two", "three", "four")] == [
        1,
        2,
        3,
    ]
    assert positions.offset_of(source, Position(1, 99)) == source.text.index("\r\n")
    assert positions.offset_of(source, Position(99, 0)) == len(source.text)


def test_half_a_character_of_two_units_counts_as_its_beginning():
    source = SourceFile("a.argdown", "🚋 x")
    assert [positions.offset_of(source, Position(0, column)) for column in range(5)] == [0, 0, 1, 2, 3]
