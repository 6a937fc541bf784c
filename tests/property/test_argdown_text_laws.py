"""Laws of reading Argdown: any text gives a tree, every place lies in the text, and nothing is read again and again."""

import sys
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.core.source import SourceFile
from argmap.formats.argdown.text.content import read_content
from argmap.formats.argdown.text.lexer import comments, tokenize
from argmap.formats.argdown.text.manuscript import Manuscript, Piece
from argmap.formats.argdown.text.parser import parse
from argmap.formats.argdown.text.syntax import Braces, Element, Nested, Place

WORDS = [
    "\n", "\n\n", "\n  ", "\n    ", "\n\t", " ", "  ", "a", "b c", "word. ", "x, y", "1", "===", "**", "__", "*", "_",
    "[A]", "[A]:", "[B c]: ", "<C>", "<C>: ", "@[A]", "@<C>", "#t", "#(t u)", "# ", "## ", "{x: 1}", "{", "}",
    "{x: {y: 1}}", "{\n  x: 1\n}", "(1) ", "(2) ", "--", "----\n", "-- r, s --", "+ ", "- ", "+>", "->", "<+", "<-",
    "><", "_>", "<_", "_ ", "* ", "1. ", "/*", "*/", "//", "// c\n", "<!--", "-->", ".~.", ":v:", "[l](u)", "\\",
    "\\*", "\0", "\u2028", "'", "😀", '"', "[", "]", "<", ">", "(", ")", ":", ".", ",", "@", "#", "/", "|", "=",
]  # fmt: skip

texts = st.lists(st.sampled_from(WORDS), max_size=30).map("".join) | st.text(
    alphabet="ab1 \n\t.:,;-+<>_*[](){}#@/\\'\"=~!\r\0", max_size=60
)


def script_of(text):
    return Manuscript(text, (Piece(0, SourceFile("debate.argdown", text), 0),))


def places_in(item):
    """All places in a tree."""
    if isinstance(item, Place):
        yield item
    elif isinstance(item, Braces):
        yield item.place
    elif isinstance(item, tuple | list):
        for part in item:
            yield from places_in(part)
    elif is_dataclass(item):
        for field in fields(item):
            yield from places_in(getattr(item, field.name))


def shape(item):
    """A tree without its places."""
    if isinstance(item, Place):
        return None
    if isinstance(item, Braces):
        return repr(item.value)
    if isinstance(item, tuple | list):
        return [shape(part) for part in item]
    if is_dataclass(item):
        return [type(item).__name__, *(shape(getattr(item, field.name)) for field in fields(item))]
    return item


def nested_in_order(element):
    """Whether an element and what is nested under it stand one behind the other."""
    place = element.place.end
    for nested in element.relations:
        assert isinstance(nested, Nested)
        assert place <= nested.place.start <= nested.place.end <= nested.element.place.start
        place = nested_in_order(nested.element)
    return place


@given(texts)
def test_any_text_gives_a_tree_with_places_in_the_text(text):
    document, found = parse(script_of(text))
    for place in places_in(document):
        assert 0 <= place.start <= place.end <= len(text)
    for item in found:
        assert 0 <= item.primary.start <= item.primary.end <= len(text)


@given(texts)
def test_tokens_stand_one_behind_the_other(text):
    end = 0
    for token in tokenize(text).tokens:
        assert end <= token.start <= token.end
        end = token.end
        if "\r" not in text:
            assert text[token.start : token.end] == token.text
    assert end == len(text)
    spans = list(comments(text))
    assert spans == sorted(spans)


@given(texts)
def test_relations_stand_behind_what_they_belong_to(text):
    for block in parse(script_of(text))[0].blocks:
        if isinstance(block, Element):
            nested_in_order(block)


@given(texts.map(lambda text: text.replace("\r", "")))
def test_windows_line_ends_change_places_alone(text):
    unix, _ = parse(script_of(text))
    windows, _ = parse(script_of(text.replace("\n", "\r\n")))
    assert shape(unix) == shape(windows)


@given(texts)
def test_any_text_can_be_content(text):
    content = read_content(text)
    assert 0 <= content.place.start <= content.place.end <= len(text)
    for item in content.ranges:
        assert 0 <= item.start <= item.stop + 1 <= len(content.text) + 1
    if content.markup is not None:
        assert "\n" not in content.markup


GROWING = [
    "{", "}", "{}", "{ } ", "{a: ", "[", "[a", "[a](", "[A] ", "<a ", "<!--", "/* ", "// ", ".a", ": ", "*a", "*",
    "_a ", "*_", "(===", "#(", "#t ", "@[", " ", "\n", " \n", "a\n", "----\n", "--\n", "--\n(1)\nx",
    "-- a\n(1) b\nc ", "(1) a\n", "(1) a\n\n", "(1) a\n----\n", "(1) a\n----\n----\n", "+ b\n", "  + b\n", "* a\n",
    "* a\n1. b\n", "# a\n", "[A]: b\n", "[A]\n", "[A] b\n", "\n\n// a\n", "a\n/* */ \n", "\\\n", "a\r\n", "{'a ",
    "{a\n\n", "\t+ b\n  + c\n", "    + b\n  + c\n",
]  # fmt: skip


def steps(text):
    """How many functions are called in parsing a text."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    script = script_of(text)
    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        parse(script)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("piece", GROWING)
def test_a_text_twice_as_long_takes_at_most_about_twice_the_steps(piece):
    parse(script_of(piece))
    short, long = steps("a\n" + piece * 100), steps("a\n" + piece * 200)
    assert long <= 2.1 * short + 200
