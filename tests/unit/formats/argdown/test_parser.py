"""The syntax tree of Argdown texts, and what is said about texts that are wrong."""

import pytest

from argmap import check, loads
from argmap.core.source import SourceFile
from argmap.formats.argdown.text.manuscript import Manuscript, Piece
from argmap.formats.argdown.text.parser import parse
from argmap.formats.argdown.text.syntax import Element, Heading, Items, Line, Row, Structure


def script_of(text):
    return Manuscript(text, (Piece(0, SourceFile("debate.argdown", text), 0),))


def element(item):
    """An element as text: `[A]: text #tag {data} (+> ...)`."""
    brackets = "<>" if item.is_argument else "[]"
    title = f"{brackets[0]}{item.title}{brackets[1]}" if item.title is not None else ""
    parts = [title if item.is_reference else f"{title}: {item.content.plain}" if title else item.content.plain]
    parts += [f"#{tag}" for tag in item.tags]
    if item.braces:
        parts.append(str(item.braces.value))
    parts += [f"({nested.symbol.value} {element(nested.element)})" for nested in item.relations]
    return " ".join(parts).strip()


def block(item):
    match item:
        case Heading():
            return f"{'#' * item.level} {item.content.plain}" + (f" {item.braces.value}" if item.braces else "")
        case Element():
            return element(item)
        case Items():
            return f"{'1.' if item.is_ordered else '*'} " + " / ".join(element(part) for part in item.elements)
        case Structure():
            return " ".join(part_of_structure(part) for part in item.parts)


def part_of_structure(part):
    match part:
        case Row():
            return f"({element(part.element)})"
        case Line():
            undercuts = [f"({nested.symbol.value} {element(nested.element)})" for nested in part.relations]
            data = [str(part.braces.value)] if part.braces else []
            return "-- " + " ".join([", ".join(part.rules), *data, *undercuts]).strip() + " --"


def tree(text):
    document, found = parse(script_of(text))
    assert not found, found
    return [block(item) for item in document.blocks]


def recovered(text):
    """The tree, and for each finding its name and the text at its place."""
    document, found = parse(script_of(text))
    return [block(item) for item in document.blocks], [(item.name, item.primary.text) for item in found]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("// nothing\n", []),
        ("a\nb\n\nc", ["a b", "c"]),
        ("[A]: b #c\n\n[A] #d #(e f)\n", ["[A]: b", "[A] #d #e f"]),
        ("<A>:\n b {x: 1}\n", ["<A>: b {'x': 1}"]),
        ("<A> {\n  x: 1\n}\n  + b", ["<A> {'x': 1} (<+ b)"]),
        ("# A {isGroup: false}\n\n## B *c*\n\nd", ["# A {'isGroup': False}", "## B c", "d"]),
        ("* a\n* [B]\n\n1. c\n2. <D>", ["* a / [B]", "1. c / <D>"]),
        ("* a\n  + b\n* c", ["* a (<+ b) / c"]),
        ("[A]\n  +> b\n    c\n  -> d", ["[A] (+> b c) (-> d)"]),
        ("a\n  + b\n    - c\n      _ d\n  >< e", ["a (<+ b (<- c (<_ d))) (>< e)"]),
        ("a\n  <+ b\n      <- c\n  <_ d\n  _> e", ["a (<+ b (<- c)) (<_ d) (_> e)"]),
        ("(1) a\n(2) [B]\n----\n(3) c", ["(a) ([B]) --  -- (c)"]),
        ("(1) a\n-- r, s {uses: [1]} --\n(2) b\n----\n(3) c", ["(a) -- r, s {'uses': [1]} -- (b) --  -- (c)"]),
        ("(1) a\n--\nr\n--\n  <_ <D>\n(2) b\n  - e", ["(a) -- r (<_ <D>) -- (b (<- e))"]),
        ("<A>\n\n(1) a\n----\n(2) b\n\n(1) c\n----\n(2) d", ["<A>", "(a) --  -- (b)", "(c) --  -- (d)"]),
    ],
)
def test_texts_are_parsed(text, blocks):
    assert tree(text) == blocks


@pytest.mark.parametrize("text", ["a\n  + b\n\n# C\n\n(1) d\n----\n(2) e\n", "[A]: *b*\nc {x: 1}\n  + <D>\n"])
def test_line_ends_of_all_kinds_are_the_same(text):
    assert tree(text) == tree(text.replace("\n", "\r\n")) == tree(text.replace("\n", "\r"))


def test_front_matter_holds_data_and_settings():
    document, found = parse(script_of("===\nmodel:\n  removeTagsFromText: true\n===\n\na #b\n"))
    assert not found
    assert document.settings == {"model": {"removeTagsFromText": True}}
    assert document.blocks[0].content.text == "a "


def test_places_are_those_of_the_text():
    text = "[A]: b c {x: 1}\n  +> <D>\n"
    document, _ = parse(script_of(text))
    item = document.blocks[0]
    nested = item.relations[0]
    places = [item.place, item.title_place, item.content.place, item.braces.place, nested.place, nested.element.place]
    assert [text[start:end] for start, end in places] == ["[A]: b c {x: 1}", "A", "b c", "{x: 1}", "+>", "<D>"]
    text = "# A\n\n(1) b\n-- c --\n(2) d\n"
    heading, structure = parse(script_of(text))[0].blocks
    places = [heading.place, structure.place, *(part.place for part in structure.parts)]
    assert [text[start:end] for start, end in places] == ["# A", "(1) b\n-- c --\n(2) d", "(1)", "-- c --", "(2)"]


@pytest.mark.parametrize(
    ("text", "blocks", "places"),
    [
        ("===\na: 1\n===\n[A]", ["[A]"], ["==="]),
        ("===\na: 1\n===\n", [], ["==="]),
        ("# A\n[B]: c", ["# A", "[B]: c"], ["[B]:"]),
        ("a\n# B", ["a", "# B"], ["# "]),
        ("a\n(1) b\n----\n(2) c", ["a", "(b) --  -- (c)"], ["(1)"]),
        ("[A]: a\n[B]: b\n<C>\n", ["[A]: a", "[B]: b", "<C>"], ["[B]:", "<C>"]),
        ("a\n* b", ["a", "* b"], ["*"]),
        ("* a\n1. b", ["* a", "1. b"], ["1."]),
        ("* a\n  * b", ["* a / b"], ["*"]),
        ("a\n+ b\n+ c", ["a (<+ b) (<+ c)"], ["+"]),
        ("a\n\n  + b", ["a (<+ b)"], ["+"]),
        ("x_y and *b", ["x_y and *b"], ["_", "*"]),
        ("a {x: 1} b", ["a b {'x': 1}"], ["b"]),
        ("a [b] c <d>: e", ["a [b] c <d>: e"], ["[b]", "<d>:"]),
        ("[A]:\n  + b", ["[A]:  (<+ b)"], ["[A]:"]),
        ("[A] {x: 1} #b", ["[A] #b {'x': 1}"], ["#b"]),
        ("(1) a\n\n(2) b\n----\n\n(3) c", ["(a) (b) --  -- (c)"], ["(2)", "(3)"]),
        ("(1) a\n-- r\n s --\n(2) b", ["(a) -- r s -- (b)"], ["--"]),
        ("(1) a\n---- {x: 1}\n(2) b", ["(a) -- {'x': 1} -- (b)"], ["{x: 1}"]),
        ("(1)\n[A]: a\n----\n(2) b", ["([A]: a) --  -- (b)"], ["(1)"]),
    ],
)
def test_what_is_plain_but_unusual_is_read_with_a_warning(text, blocks, places):
    assert recovered(text) == (blocks, [("unportable-syntax", place) for place in places])


@pytest.mark.parametrize(
    ("text", "blocks", "places"),
    [
        ("===\na: 1\n\n[B]", ["[B]"], ["==="]),
        ("a\n  +\n  - b", ["a (<- b)"], ["+"]),
        ("a\n  +\n    - b", ["a", "b"], ["+"]),
        ("+ a\n  - b", ["a (<- b)"], ["+"]),
        ("# A\n\n+ b", ["# A", "b"], ["+"]),
        ("a\n\n- b", ["a", "b"], ["-"]),
        ("a\n  >< <B>", ["a", "<B>"], ["><"]),
        ("[A]: {x: 1}\n\nb", ["[A]:  {'x': 1}", "b"], ["[A]:"]),
        ("[A] b\n\n<C>\nd", ["[A]: b", "<C>: d"], ["b", "d"]),
        ("[A: b\n\nc", ["[A: b", "c"], ["["]),
        ("# \n\na", ["a"], ["# "]),
        ("* \n* a", ["* a"], ["*"]),
        ("{x: 1}\n\na", ["a"], ["{x: 1}"]),
        ("a {x: 1} {y: 2}", ["a {'x': 1}"], ["{y: 2}"]),
        ("----\n(1) a", ["a"], ["----"]),
        ("(1)\n----\n(2) a", ["() --  -- (a)"], ["(1)"]),
        ("(1) <A>: a\n----\n(2) b", ["([A]: a) --  -- (b)"], ["<A>:"]),
        ("(1) a\n-- r\n(2) b", ["(a) -- r -- (b)"], ["--"]),
        ("(1) a\n---- r\n(2) b", ["(a) --  -- (b)"], ["r"]),
        ("(1) a\n----\n  + b\n(2) c", ["(a) --  -- (c)", "b"], ["+"]),
    ],
)
def test_what_is_wrong_is_an_error_and_parsing_goes_on(text, blocks, places):
    assert recovered(text) == (blocks, [("syntax-error", place) for place in places])


@pytest.mark.parametrize(
    ("text", "blocks", "place"),
    [
        ("(1) a\n(2) b", ["a", "b"], "(1) a\n(2)"),
        ("(1) a\n----\n\nb", ["a", "b"], "----"),
        ("(1) a\n----\n(2) b\n(3) c", ["(a) --  -- (b)", "c"], "(3)"),
        ("(1) a\n----\n----\n(2) b", ["(a) --  -- (b)"], "----"),
        ("(1) a\n----\n(2) b\n(3) c\n----\n", ["(a) --  -- (b)", "c"], "----"),
    ],
)
def test_a_structure_needs_a_conclusion(text, blocks, place):
    assert recovered(text) == (blocks, [("structure-without-conclusion", place)])


def test_an_odd_indentation_is_read_as_argdown_reads_it():
    assert recovered("a\n  + b\n      + c\n    + d") == (["a (<+ b (<+ c)) (<+ d)"], [("odd-indentation", "    +")])
    assert recovered("a\n    + b\n  + c\n    + d") == (["a (<+ b) (<+ c (<+ d))"], [("odd-indentation", "  +")])


def test_there_are_several_findings_in_one_file():
    text = "a\n  +\n\n[B]: c {x: [}\n\n(1) d\n\ne\n  f_g\n"
    names = [name for name, _ in recovered(text)[1]]
    assert names == ["syntax-error", "invalid-data", "structure-without-conclusion", "unportable-syntax"]


def test_messages_and_help_are_for_writers_of_arguments():
    _, found = parse(script_of("a\n  +\n\n[B] c\n\n---\n"))
    assert [(item.message, item.help) for item in found] == [
        ("a relation needs a statement or argument after `+`", None),
        (
            "there can be no text behind the reference `[B]`",
            "write `[B]:` if this is its text, or put an empty line between them",
        ),
        ("there are no premises above this line of an inference", "put numbered rows above it"),
        ("this line of an inference is not closed by `--`", "write `----`, or `-- name of the rule --`"),
    ]
    _, found = parse(script_of("---\ntitle: A\n---\n\n[A]: b\n"))
    assert [item.help for item in found] == ["front matter stands between lines of `===`"]


def test_very_deep_nesting_is_refused_but_read():
    depth = 260
    text = "a\n" + "".join(f"{' ' * level}+ b\n" for level in range(1, depth))
    document, found = parse(script_of(text))
    assert [item.name for item in found] == ["too-deep"]
    levels, item = 0, document.blocks[0]
    while item.relations:
        levels, item = levels + 1, item.relations[0].element
    assert levels == 200


def test_control_characters_are_characters_like_others():
    assert tree("a\0b \x01\x7f\u2028c") == ["a\0b \x01\x7f\u2028c"]


def test_a_title_that_is_not_closed_is_told_behind_a_sign_too() -> None:
    found = check(loads("[A]: a.\n  - [B\n  + <C\n\n(1) [D\n-----\n(2) [A]\n", "argdown"))
    told = [(item.primary.line, item.message) for item in found if item.name == "syntax-error" and item.primary]
    assert told == [
        (2, "this `[` is not closed; `]` is missing"),
        (3, "this `<` is not closed; `>` is missing"),
        (5, "this `[` is not closed; `]` is missing"),
    ]
