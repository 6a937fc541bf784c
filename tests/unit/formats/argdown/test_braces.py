"""Data in braces and front matter."""

from collections.abc import Iterator
from typing import Any

import pytest

from argmap.core.source import SourceFile
from argmap.formats.argdown.text.braces import read_braces, read_front_matter
from argmap.formats.argdown.text.manuscript import Manuscript, Piece
from argmap.formats.argdown.text.syntax import Braces, Place
from argmap.formats.trees.scalars import value_of
from argmap.formats.trees.tree import Node, Scalar, Sequence, Table

BEFORE = "[Tram]: Build it. "


def script_of(text: str) -> Manuscript:
    return Manuscript(text, (Piece(0, SourceFile("debate.argdown", text), 0),))


def read(braces: str) -> tuple[Braces, list[tuple[str, str, str | None]]]:
    """Braces in the middle of a text, and for each finding the text at its place, its message and its help."""
    script = script_of(f"{BEFORE}{braces} and more\n")
    place = Place(len(BEFORE), len(BEFORE) + len(braces))
    braces_read, found = read_braces(script, place)
    assert braces_read.place == place
    assert {item.name for item in found} <= {"invalid-data"}
    return braces_read, [(item.primary.text if item.primary else "", item.message, item.help) for item in found]


def value(braces: str) -> Any:
    """The value of braces with nothing wrong in them."""
    found, findings = read(braces)
    assert findings == []
    return found.value


def scalars(node: Node | None) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence(items):
            for item in items:
                yield from scalars(item)
        case Table(pairs):
            for key, content in pairs:
                yield key
                yield from scalars(content)


def test_flow_and_block_say_the_same() -> None:
    expected = {"isInMap": False, "uses": [1, 2], "color": "#ff0000"}
    assert value("{isInMap: false, uses: [1, 2], color: '#ff0000'}") == expected
    block = "{\n  isInMap: false\n  uses:\n  - 1\n  - 2\n  color: '#ff0000'\n}"
    assert value(block) == expected
    assert value(block.replace("\n", "\r\n")) == expected
    assert value("{ \t\n a: b, c\n}") == {"a": "b, c"}
    assert value("{a: b,\n c: d}") == {"a": "b", "c": "d"}


def test_nothing_in_braces() -> None:
    assert value("{}") == {}
    assert value("{\n}") is None
    assert read("{\n# only a remark\n}")[0].node is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", None), ("~", None), ("null", None), ("true", True), ("False", False), ("yes", "yes"), ("on", "on"),
        ("12", 12), ("-7", -7), ("+7", 7), ("007", 7), ("0o17", 15), ("0xFF", 255), ("1_000", "1_000"),
        ("1.5", 1.5), ("-.5", -0.5), ("1e3", 1000.0), ("1.", 1.0), (".", "."), ("1e999", "1e999"), ("1.2.3", "1.2.3"),
        (".inf", ".inf"), (".nan", ".nan"), ("2020-01-31", "2020-01-31"), ("12:30", "12:30"), ("-", "-"),
        ("9" * 5000, "9" * 5000),
    ],
)  # fmt: skip
def test_plain_words_are_values_of_the_core_schema(typed: str, meant: object) -> None:
    found = value_of(Scalar(typed, 0, len(typed), plain=True))
    assert found == meant
    assert type(found) is type(meant)
    assert value_of(Scalar(typed, 0, len(typed), plain=False)) == typed


def test_quotes_keep_a_text_a_text() -> None:
    assert value("""{a: "12", b: 'true', c: 12}""") == {"a": "12", "b": "true", "c": 12}


@pytest.mark.parametrize("braces", ["{a: one, 𝒳: [two, {three: 4}]}", "{\r\n  a: one\r\n  b: [ä, two]\r\n}"])
def test_the_tree_has_its_places_in_the_text(braces: str) -> None:
    script = script_of(f"{BEFORE}{braces}\n")
    found, _ = read_braces(script, Place(len(BEFORE), len(BEFORE) + len(braces)))
    words = list(scalars(found.node))
    assert len(words) == 5 or len(words) == 6
    for word in words:
        assert script.text[word.start : word.end] == word.value


@pytest.mark.parametrize(
    ("braces", "place", "says"),
    [
        ("{a: 1, a: 2}", "a", "already in use"),
        ("{a: !!int 3}", "!!int 3", "tag"),
        ("{color: #ff0000}", "#", "a comment begins here"),
        ("{isInMap:false}", "isInMap:false", "key without a value"),
        ("{[a]: 1}", "[a]", "single word"),
        ("{\n- a\n}", "- a\n", "key: value"),
        ("{\nhello\n}", "hello\n", "key: value"),
        ("{a: b: c}", "", "not valid YAML"),
        ("{a: @b}", "", "not valid YAML"),
        ("{\n\ta: b\n}", "", "not valid YAML"),
        ("{a: \x07}", "\x07", "U+0007"),
        ("{a: '\ud800'}", "\ud800", "half a character"),
        ("{" * 60 + "}" * 60, "{", "50 levels"),
        ("{a: &x [1, 1, 1, 1], b: [" + "*x, " * 30 + "]}", "1", "aliases"),
        ("{a: *b}", "*b", "refers to nothing"),
    ],
)
def test_trouble_has_its_place(braces: str, place: str, says: str) -> None:
    found, ((where, message, _),) = read(braces)
    assert where == place
    assert says in message
    assert (found.value is None) == (found.node is None)


def test_trouble_in_the_last_line_stays_within_the_braces() -> None:
    script = script_of(BEFORE + "{a: 'b}")
    _, (found,) = read_braces(script, Place(len(BEFORE), len(script.text)))
    assert found.primary
    assert len(BEFORE) <= found.primary.start <= found.primary.end <= len(script.text)


def test_what_can_be_read_is_kept() -> None:
    assert read("{a: 1, a: 2}")[0].value == {"a": 2}
    assert read("{a:1, b: 2}")[0].value == {"a:1": None, "b": 2}
    assert value("{a: &x foo, b: *x}") == {"a": "foo", "b": "foo"}


def test_front_matter() -> None:
    text = "\n====\ntitle: Trams\nmodel: {mode: strict}\n=====\n"
    script = script_of(text)
    found, findings = read_front_matter(script, Place(0, len(text)))
    assert findings == []
    assert found.value == {"title": "Trams", "model": {"mode": "strict"}}
    assert [script.text[word.start : word.end] for word in scalars(found.node)][:2] == ["title", "Trams"]


def test_trouble_in_front_matter_has_its_line() -> None:
    text = "===\ntitle: Trams\nsubTitle: a: b\n===\n"
    found, (trouble,) = read_front_matter(script_of(text), Place(0, len(text)))
    assert found.value is None
    assert trouble.primary
    assert trouble.primary.line == 3
    assert trouble.help == "a text that contains `: ` needs quotes around it"


def test_places_in_an_included_file_are_those_of_that_file() -> None:
    main, other = SourceFile("main.argdown", "ab"), SourceFile("part.argdown", "xx {a: 1, a: 2}")
    script = Manuscript("ab{a: 1, a: 2}", (Piece(0, main, 0), Piece(2, other, 3)))
    _, (found,) = read_braces(script, Place(2, 14))
    assert found.primary == (other, 10, 11)
