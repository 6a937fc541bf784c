"""Local copies of sources: paragraphs, sections, quotations."""

import pytest

from argmap.core.paragraphs import holds, paragraph_at, passages, pieces, plain, runs

TEXT = (
    "\ufeffTitle line\r\n\r\nFirst.\r\nStill the first.\r\n \t\r\n# Costs #\r\n\r\n"
    "Third.\r\n\r\n\r\n## 7\r\nFourth.\r\n"
)


def test_blocks_between_blank_lines_are_paragraphs():
    text = passages(TEXT)
    assert [item.text for item in text.paragraphs] == ["Title line", "First.\nStill the first.", "Third.", "Fourth."]
    assert [tuple(item[:3]) for item in text.paragraphs] == [(1, 0, 1), (2, 0, 2), (3, 1, 1), (4, 2, 1)]
    assert text.headings == ("Costs", "7")


def test_lines_are_paragraphs_where_no_line_is_blank():
    text = passages("\n# Costs\nOne.\nTwo.\n# Gains\nThree.\n\n")
    assert [tuple(item[:3]) for item in text.paragraphs] == [(1, 1, 1), (2, 1, 2), (3, 2, 1)]


@pytest.mark.parametrize(
    ("name", "number"),
    [("costs", 1), (" COSTS ", 1), ("1", 1), ("2", 2), ("7", 2), ("3", None), ("0", None), ("", None), ("gains", None)],
)
def test_a_section_is_found_by_heading_or_number(name, number):
    assert passages(TEXT).section(name) == number


def test_the_paragraphs_of_a_section():
    text = passages(TEXT)
    assert [item.number for item in text.inside(1)] == [3]
    assert [item.number for item in text.inside(0)] == [1, 2]
    assert len(text.inside(None)) == 4


@pytest.mark.parametrize("text", ["", "\n\n", "   \n \t\n"])
def test_nothing(text):
    assert passages(text).paragraphs == ()


@pytest.mark.parametrize(
    "quote",
    [
        "It’s",
        "it's “slow”",
        '"slow" – very',
        'It\'s \n  "slow"',
        "It's … slow",
        "it's ... very [...] day",
        "[I]t's",
        "[and] very",
        "soft-ware",
    ],
)
def test_quotations_that_are_there(quote):
    text = plain("It’s “slow” — very\u00a0slow all day, soft\u2010ware\u00ad.")
    assert holds(text, pieces(quote))


@pytest.mark.parametrize("quote", ["it is slow", "slow … it's", "very slow all night", "... night"])
def test_quotations_that_are_not_there(quote):
    assert not holds(plain("It’s “slow” — very slow all day."), pieces(quote))


def test_runs():
    assert runs([9, 4, 7, 8]) == "p4, p7-p9"
    assert runs([1, 2]) == "p1-p2"
    assert runs([3]) == "p3"


def test_places_lie_in_paragraphs():
    text = "\r\n# Costs\r\nOne,\r\ntwo.\r\n\r\nThree.\r\n\r\n# More\r\n\r\nFour."
    found = {word: paragraph_at(text, text.index(word)) for word in ("One", "two", "Three", "Four")}
    assert found == {"One": 1, "two": 1, "Three": 2, "Four": 3}
    assert [item.text for item in passages(text).paragraphs] == ["One,\ntwo.", "Three.", "Four."]
    lines = "One.\nTwo.\nThree."
    assert [paragraph_at(lines, place) for place in (-1, 0, 4, 5, 10, 99)] == [1, 1, 1, 2, 3, 3]
    assert paragraph_at("", 0) == 1
