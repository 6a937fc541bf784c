"""Escapes: no text is read as anything but itself, and plain texts stay as they are."""

import itertools

import pytest

from argmap.formats.argdown.writing.escape import can_be_title, escaped, escaped_rule, in_one_line, tag_in_text
from tests.argdown_texts import debate_in

PLAIN = [
    "The town should build a tram line.",
    "A tram halves the trip (so the study says), and it's quiet; buses don't.",
    'Is it "cheap"? Yes: 3.5 million a year, i.e. 10% - or 4 / 5 of a bus!',
    "a > b, a = b, a + b, 2 * 3 * 4, x_ , C# , me @ home, and/or }",
    "Smörgåsbord kostet 5 € · 日本語 😀",
    "The end... or not?",
]


@pytest.mark.parametrize("text", PLAIN)
def test_what_needs_no_escape_gets_none(text):
    assert escaped(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("*bold* and __init__", r"\*bold* and \_\_init\__"),
        ("[sic] <br> {x}", r"\[sic] \<br> \{x}"),
        ("#1 and #(a b), ##2", r"\#1 and \#(a b), \#\#2"),
        ("http://a.org/b", r"http:\//a.org/b"),
        ("/* */ and <!-- -->", r"\/* \*/ and \<!-- -->"),
        ("C:\\temp", r"C:\\temp"),
        ("the i.v. drip :up:", r"the i\.v. drip \:up:"),
        ("see :nothing: and a._b.", "see :nothing: and a._b."),
        ("=== a", r"\=== a"),
        ("a === b, ====", r"a === b, \=\==="),
        ("me@[home]", r"me@\[home]"),
        ("1. first", r"1\. first"),
        ("2024. A year", r"2024\. A year"),
        ("(1) first", r"\(1) first"),
        ("-5 degrees", r"\-5 degrees"),
        ("--", r"\--"),
        ("+ more", r"\+ more"),
        ("-> there", r"\-> there"),
        (">< there", r">\< there"),
        ("' + more", r"' \+ more"),
        ("_ a", r"\_ a"),
        ("* a", r"\* a"),
        ("# a", r"\# a"),
        ("#", r"\#"),
        (", a", r"\, a"),
        ("}", r"\}"),
        ("#.v. x", r"\#\.v. x"),
    ],
)
def test_what_means_something_is_escaped(text, written):
    assert escaped(text) == written


def test_a_text_is_written_in_one_line():
    assert escaped(" a\n  b\tc\r\nd\x00e\u2028f\xa0") == "a b c d e f"
    assert escaped(" \n ") == ""


def test_shortcodes_of_the_file_are_escaped_too():
    assert escaped("a :tram: b", {":tram:"}) == r"a \:tram: b"
    assert escaped("a :tram: b") == "a :tram: b"


def document(text: str) -> tuple[str, int]:
    """A document that has the text in every place where a text may stand, and how often it does."""
    words = escaped(text)
    blocks = [
        f"# {words}",
        f"[T]: {words}",
        f"{words} {{x: 1}}",
        f"{words}\n  + {words}\n    - [U]: {words}\n  >< {words}",
        f"<A>: {words}",
        f"(1) {words}\n(2) [V]: {words}\n-----\n(3) {words}",
        f"* {words}\n* [W]: {words}",
        f"1. {words}",
        words,
    ]
    return "\n\n".join(blocks) + "\n", 15


def read_back(text: str) -> list[str]:
    source, _ = document(text)
    debate, found = debate_in(source)
    assert found == []
    members = [member for item in (*debate.statements.values(), *debate.arguments.values()) for member in item.members]
    return [member.plain for member in members if not member.is_reference] + [item.title for item in debate.sections]


@pytest.mark.parametrize("length", [1, 2])
def test_all_short_texts_come_back(length):
    for signs in itertools.product("a1 \\*_[]<>{}#@/.:,()+-=~'!", repeat=length):
        text = "".join(signs)
        if in_one_line(text):
            assert read_back(text) == [in_one_line(text)] * document(text)[1], text


@pytest.mark.parametrize(
    "text", [*PLAIN, "a **b** _c_ @[d] @<e> [f](g) #h {i: j} // k", "x...v.y", "http://a.b:80/#c", "]: >: --- ==="]
)
def test_texts_come_back(text):
    assert set(read_back(text)) == {in_one_line(text)}


@pytest.mark.parametrize("rule", ["Modus ponens", "a, b", "-- c --", "{d}", "e // f", "g.v.h", "i--j", "---"])
def test_rules_come_back(rule):
    debate, found = debate_in(f"(1) a\n--\n{escaped_rule(rule)}, other {{x: 1}}\n--\n(2) b\n")
    inference = next(iter(debate.arguments.values())).structure[1].inference
    assert (found, inference.rules, inference.data) == ([], (rule, "other"), {"x": 1})


@pytest.mark.parametrize(
    "title", ["Tram", "a: b", "a (b), c!", "[a", "<a", "+a", "#1", "a//b", "{x}", "é", "a\\b", "1."]
)
def test_titles_of_statements(title):
    assert can_be_title(title, is_argument=False)
    debate, found = debate_in(f"[{title}]: a\n\n[{title}]\n  - [{title}]\n")
    assert (found, list(debate.statements)) == ([], [title])


@pytest.mark.parametrize("title", ["", " a", "a ", "-a", "a]", "]", "a\nb", "a\u2028b", "constructor", "__proto__"])
def test_no_titles_of_statements(title):
    assert not can_be_title(title, is_argument=False)


def test_titles_of_arguments():
    assert can_be_title("a] b", is_argument=True)
    debate, found = debate_in("<a] b>: c\n\n<a] b>\n")
    assert (found, list(debate.arguments)) == ([], ["a] b"])
    for title in ("a>", "+a", "_a", "!-- a", "-a", ""):
        assert not can_be_title(title, is_argument=True)


@pytest.mark.parametrize(("tag", "form"), [("a", "#a"), ("x-1", "#x-1"), ("a b", "#(a b)"), ("a.b", "#(a.b)")])
def test_tags(tag, form):
    assert tag_in_text(tag) == form
    debate, _ = debate_in(f"[T]: a {form} {{x: 1}}\n")
    assert debate.statements["T"].tags == (tag,)


@pytest.mark.parametrize("tag", ["", "a)", "a\nb", "x]: y"])
def test_no_tags(tag):
    assert tag_in_text(tag) is None
