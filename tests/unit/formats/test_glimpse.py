"""What a first look at a text tells."""

import pytest

from argmap.formats.glimpse import Glimpse


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ('{"nodes": [{"id": 1}], "edges": {}}', {"nodes", "edges"}),
        ('\ufeff \n{"a": 1}', {"a"}),
        ('{"nodes": [{"id": 1}], "edges": {', {"nodes", "id", "edges"}),
        ("[1]", set()),
        ("a: {b: c}", set()),
        ("", set()),
    ],
)
def test_keys_of_an_object_or_what_can_be_seen_of_them(text, keys):
    assert Glimpse(text).keys == keys


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ('<?xml version="1.0"?>\n<!-- <x> -->\n<graphml xmlns="u">', "graphml"),
        ('<!DOCTYPE arggraph SYSTEM "arggraph.dtd">\n<arggraph id="a">', "arggraph"),
        ('<g:graphml xmlns:g="u">', "graphml"),
        ("<Cost>: It is dear.", ""),
        ("<arggraph>\n<edu/>\n</arggraph>\n", "arggraph"),
        ("<a>", ""),
        ("<a>\n  + <b>\n", ""),
        ("no <b>markup</b>", ""),
        ("", ""),
    ],
)
def test_root_of_markup(text, root):
    assert Glimpse(text).root == root


def test_lines_that_say_something():
    assert Glimpse("\n  a \n\n b\r\n").lines == ["a", "b"]


def test_only_the_beginning_is_looked_at():
    glimpse = Glimpse("x\n" * 100_000)
    assert len(glimpse.head) <= 20_000
    assert Glimpse("[" * 100_000).json is None
