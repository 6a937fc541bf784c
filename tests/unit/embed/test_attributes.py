"""Attributes of an embedded map: what they may say, and what is told of those that are wrong."""

from dataclasses import fields

import pytest

from argmap.core.source import SourceFile, Span
from argmap.embed import NAMES, Attributes, Given, read_attributes

SOURCE = SourceFile("report.md", "the whole document")
PLACE = Span(SOURCE, 4, 9)


def read(*pairs):
    found, faults = read_attributes([Given(*pair) for pair in pairs], PLACE)
    return found, [(item.name, item.message, item.help) for item in faults]


def test_names_are_the_fields():
    assert tuple(field.name for field in fields(Attributes)) == NAMES


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("file", "maps/the tram.argdown", "maps/the tram.argdown"),
        ("name", "fig:tram_1.a-b", "fig:tram_1.a-b"),
        ("alt", "  A\n\ttram \u2028 with\x00 a\x1b[31m view ", "A tram with a [31m view"),
        ("caption", "Wer zahlt? 论点 👨\u200d👩\u200d👧", "Wer zahlt? 论点 👨\u200d👩\u200d👧"),
        ("title", "", ""),
        ("width", "12.5cm", "12.5cm"),
        ("align", "center", "center"),
        ("format", "png", "png"),
        ("view", "tree", "tree"),
        ("wrap", "40", 40),
        ("legend", "", True),
        ("legend", "No", False),
        ("hidden", "yes", True),
        ("fit", "160x90mm", "160x90mm"),
        ("tag", "cost, time ,,", ("cost", "time")),
        ("evaluate", "df-quad", "df-quad"),
    ],
)
def test_values(name, value, expected):
    found, faults = read((name, value))
    assert getattr(found, name) == expected
    assert not faults


@pytest.mark.parametrize(
    ("name", "value", "help"),
    [
        ("file", " ", "it is a path, on one line"),
        ("figure", "a\nb.svg", "it is a path, on one line"),
        ("file", "a\0b", "it is a path, on one line"),
        ("name", "two words", "it is made of letters, digits, hyphens, underscores, colons and points"),
        ("name", "x" * 101, "it is made of letters, digits, hyphens, underscores, colons and points"),
        ("width", "wide", "it is a number with a unit: 80%, 12cm, 400px"),
        ("width", "80", "it is a number with a unit: 80%, 12cm, 400px"),
        ("width", "80%;background:url(x)", "it is a number with a unit: 80%, 12cm, 400px"),
        ("align", "centre", "did you mean `center`?"),
        ("format", "gif", "it is one of svg, png, pdf"),
        ("view", "trees", "did you mean `tree`?"),
        ("wrap", "11", "it is a whole number from 12 to 200"),
        ("wrap", "9" * 5_000, "it is a whole number from 12 to 200"),
        ("wrap", "٤٠", "it is a whole number from 12 to 200"),
        ("legend", "perhaps", "it is true or false"),
        ("fit", "a17", "it is a4, a3, letter, or a width and a height such as 160x90mm"),
        ("tag", " , ", "it is one name, or several with commas between them"),
        ("evaluate", "groundet", "did you mean `grounded`?"),
        ("support", "necesary", "did you mean `necessary`?"),
    ],
)
def test_values_that_do_not_fit(name, value, help):
    found, faults = read((name, value))
    assert found == Attributes()
    assert faults == [("invalid-attribute", f"`{name}` cannot be `{value}`", help)]


@pytest.mark.parametrize(
    ("name", "help"),
    [
        ("foucs", "did you mean `focus`?"),
        ("Caption", "did you mean `caption`?"),
        ("zzz", f"there are {', '.join(NAMES)}"),
    ],
)
def test_names_that_are_not_known(name, help):
    found, faults = read((name, "x"), ("width", "3cm"))
    assert found == Attributes(width="3cm")
    assert faults == [("unknown-attribute", f"there is no attribute `{name}`", help)]


def test_of_a_repeated_attribute_the_first_counts():
    found, faults = read(("theme", "dark"), ("theme", "light"))
    assert found == Attributes(theme="dark")
    assert faults == [("invalid-attribute", "`theme` is given twice", None)]


def test_attributes_that_need_another():
    assert read(("depth", "1"))[1] == [
        ("invalid-attribute", "`depth` counts steps from a claim", "name the claim in `focus`")
    ]
    assert read(("support", "ignore"))[1] == [
        ("invalid-attribute", "`support` belongs to an evaluation", "name its semantics in `evaluate`")
    ]
    assert read(("depth", "1"), ("focus", "a"), ("support", "ignore"), ("evaluate", "grounded"))[1] == []
    assert len(read(("support", "ignore"), ("evaluate", "groundet"))[1]) == 1


def test_places():
    own = Span(SOURCE, 0, 3)
    _, faults = read_attributes([Given("foucs", "a"), Given("width", "b", own), Given("depth", "1", own)], PLACE)
    assert [item.primary for item in faults] == [PLACE, own, own]
