"""Places in a text: offsets to lines and columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.core.source import SourceFile, Span

TEXTS = st.text(alphabet="ab \t\r\n🙂é\u2028\x0b", max_size=60)


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("abc", 0, (1, 1)),
        ("abc", 3, (1, 4)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\n", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\r\nb", 2, (1, 3)),
        ("\n\n\n", 2, (3, 1)),
        ("🙂🙂\nx🙂y", 6, (2, 4)),
        ("e\u0301x", 2, (1, 3)),
    ],
)
def test_position(text, offset, position):
    assert SourceFile("x", text).position(offset) == position


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_lines_are_given_without_their_ends(ends):
    source = SourceFile("x", ends.join(["first", "", "third 🙂", ""]))
    assert [source.line_text(line) for line in range(1, 5)] == ["first", "", "third 🙂", ""]


def test_a_line_separator_or_form_feed_starts_no_line():
    assert SourceFile("x", "a\u2028b\x0bc\x0cd").position(6) == (1, 7)


@given(TEXTS)
def test_line_and_column_lead_back_to_the_offset(text):
    source = SourceFile("x", text)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        assert line == text[:offset].count("\n") + 1
        assert source.line_starts[line - 1] + column - 1 == offset


@given(TEXTS)
def test_all_lines_together_are_the_text(text):
    source = SourceFile("x", text)
    lines = [source.line_text(number + 1) for number in range(len(source.line_starts))]
    assert lines == [line.rstrip("\r\n") for line in text.split("\n")]


@given(TEXTS, st.data())
def test_a_span_knows_its_text_and_place(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    source = SourceFile("x", text)
    span = Span(source, start, end)
    assert span.text == text[start:end]
    assert (span.line, span.column) == source.position(start)


def test_sources_are_the_same_only_if_they_are_one():
    assert SourceFile("x", "text") != SourceFile("x", "text")
