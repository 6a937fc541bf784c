"""Styled words in a column of a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagram.columns import Run, clean, columns, paint, wrap


def lines(text: str, width: int) -> list[str]:
    return ["".join(run.text for run in line) for line in wrap([Run(clean(text))], width)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        (" two\n\tlines  ", "two lines"),
        ("\x1b[31mred\x07", "[31mred"),
        ("\x9b31m \x7fend", "31m end"),
        ("safe \u202eevil", "safe evil"),
        ("lone \ud800", "lone �"),
        ("family 👨‍👩‍👧 שלום", "family 👨‍👩‍👧 שלום"),
    ],
)
def test_clean_leaves_nothing_that_steers_a_terminal(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_lines_break_at_spaces_and_inside_long_words() -> None:
    assert lines("aa bb cc", 5) == ["aa bb", "cc"]
    assert lines("a abcdefgh b", 4) == ["a", "abcd", "efgh", "b"]
    assert lines("", 4) == [""]


def test_wide_characters_count_twice_and_break_anywhere_but_before_a_closing_mark() -> None:
    assert lines("日本語の主張", 4) == ["日本", "語の", "主張"]
    assert lines("日本語。主張", 6) == ["日本", "語。主", "張"]
    assert lines("👨‍👩‍👧👨‍👩‍👧", 3) == ["👨‍👩‍👧", "👨‍👩‍👧"]


def test_styles_survive_wrapping_and_words_of_two_runs_stay_apart() -> None:
    broken = wrap([Run("bold words", "1"), Run(" dim", "2")], 9)
    assert broken == [[Run("bold", "1")], [Run("words", "1"), Run(" "), Run("dim", "2")]]
    assert paint(broken[1], colour=True) == "\x1b[1mwords\x1b[0m \x1b[2mdim\x1b[0m"
    assert paint([*broken[1], Run("  ", "2")], colour=False) == "words dim"


@given(st.text(max_size=80), st.integers(min_value=2, max_value=30))
def test_no_line_is_wider_than_the_column_and_no_word_is_lost(text: str, width: int) -> None:
    shown = lines(text, width)
    assert all(columns(line) <= width for line in shown)
    assert "".join(shown).replace(" ", "") == clean(text).replace(" ", "")
