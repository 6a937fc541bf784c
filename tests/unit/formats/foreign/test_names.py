"""Ids that other tools gave, as ids of a map."""

import pytest

from argmap.core.ids import is_id
from argmap.formats.foreign.names import Names, carried, own_id


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("12", "12"),
        ("node_7", "node_7"),
        ("d8a6-4f.2", "d8a6-4f.2"),
        ("Straße", "Straße"),
        ("two words", "two-words"),
        ("a/b#c", "a-b-c"),
        ("-x-", "x"),
        ("", "claim"),
        ("#", "claim"),
        ("\n", "claim"),
    ],
)
def test_the_nearest_id(given, made):
    names = Names("tool")
    found = names.made(given)
    assert found == made
    assert is_id(found)
    assert names.data(found) == ({"tool": {"id": given}} if given and given != made else {})


def test_ids_are_given_once():
    names = Names("tool")
    assert [names.made(given, "node") for given in ("a", "a", "a ", "a-2", "", "", "node")] == [
        "a",
        "a-2",
        "a-3",
        "a-2-2",
        "node",
        "node-2",
        "node-3",
    ]
    assert names.data("a-3") == {"tool": {"id": "a "}}
    assert names.data("node-2") == {}


def test_what_is_carried_along():
    names = Names("tool")
    made = names.made("a b")
    assert names.data(made, x=1, y=None, z="") == {"tool": {"id": "a b", "x": 1, "z": ""}}
    assert names.data("other", y=None) == {}


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({}, "a"),
        ({"tool": {"id": "A B"}}, "A B"),
        ({"tool": {"id": 7}}, "a"),
        ({"tool": {"id": ""}}, "a"),
        ({"tool": ["id"]}, "a"),
        ({"other": {"id": "A B"}}, "a"),
    ],
)
def test_the_id_that_it_had(data, found):
    assert own_id("a", data, "tool") == found


def test_what_is_carried_is_a_mapping_in_any_case():
    assert carried({"tool": {"x": 1}}, "tool") == {"x": 1}
    assert carried({"tool": "text"}, "tool") == {}
    assert carried({}, "tool") == {}
