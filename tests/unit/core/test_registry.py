"""The roll of a wing, and the name that was likely meant."""

import pytest

from argmap.core.registry import Registry, did_you_mean

ROLL = Registry("colour", ["red", "green", "dark-blue"], name=str)


def test_members_keep_their_order():
    assert list(ROLL) == ["red", "green", "dark-blue"]
    assert len(ROLL) == 3
    assert ROLL["green"] == "green"
    assert "yellow" not in ROLL


def test_a_name_that_is_not_there():
    with pytest.raises(KeyError):
        ROLL["yellow"]


def test_two_members_of_one_name_are_refused():
    with pytest.raises(ValueError, match="two colours are called 'red'"):
        Registry("colour", ["red", "red"], name=str)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("gren", "green"),
        ("GREEN", "green"),
        ("dark_blue", "dark-blue"),
        ("Dark Blue", "dark-blue"),
        ("blue", "dark-blue"),
        ("xylophone", None),
        ("", None),
    ],
)
def test_did_you_mean(word, meant):
    assert did_you_mean(word, ROLL) == meant
    assert ROLL.suggest(word) == meant


def test_the_answer_does_not_hang_on_the_order_of_the_names():
    names = ["tram-a", "tram_a", "TRAM-A", "tram b"]
    assert len({did_you_mean("tram a", order) for order in (names, names[::-1], sorted(names))}) == 1


def test_nothing_is_near_where_nothing_is_known():
    assert did_you_mean("tram", []) is None
