"""The text report: what people read."""

import pytest

from argmap.core.diagnostics import Edit, Fix, Label, finding
from argmap.core.source import SourceFile, Span
from argmap.reporters import Report
from argmap.reporters.text import write


def span(source: SourceFile, word: str, occurrence: int = 1) -> Span:
    at = -1
    for _ in range(occurrence):
        at = source.text.index(word, at + 1)
    return Span(source, at, at + len(word))


def shown(*diagnostics, **settings) -> str:
    return write(Report(tuple(diagnostics), **settings))


MAP = SourceFile(
    "tram.argmap.yaml", "argmap: 1\nclaims:\n  tram: Build it.\n  cost: {text: It costs., attacks: tran}\n"
)


def test_a_finding_with_everything():
    place = span(MAP, "tran")
    item = finding(
        "unknown-reference",
        "no claim or relation is called `tran`",
        place,
        secondary=[Label(span(MAP, "tram"), "this one is near")],
        notes=["ids are case-sensitive"],
        help="did you mean `tram`?",
        fix=Fix("Rename to `tram`", (Edit(place, "tram"),)),
    )
    assert shown(item) == (
        "tram.argmap.yaml:4:36: error[AM101] unknown-reference: no claim or relation is called `tran`\n"
        "  |\n"
        "3 |   tram: Build it.\n"
        "  |   ---- this one is near\n"
        "4 |   cost: {text: It costs., attacks: tran}\n"
        "  |                                    ^^^^\n"
        "  = note: ids are case-sensitive\n"
        "  = help: did you mean `tram`?\n"
        "  = fix available: Rename to `tram`\n"
        "\n"
    )


def test_nothing_found_is_nothing_said():
    assert shown() == ""


def test_a_finding_without_a_place():
    assert shown(finding("invalid-configuration", "no")) == "error[AM901] invalid-configuration: no\n\n"


def test_an_unsafe_fix_is_offered_with_care():
    item = finding("long-title", "long", span(MAP, "tram"), fix=Fix("Cut it", (), safe=False))
    assert "= fix to consider: Cut it\n" in shown(item)


def test_two_places_on_one_line_and_a_gap():
    source = SourceFile("m", "a a\n\n\nb\n")
    item = finding(
        "duplicate-id",
        "twice",
        span(source, "b"),
        secondary=[Label(span(source, "a"), "one"), Label(span(source, "a", 2), "two")],
    )
    assert shown(item).splitlines()[1:] == [
        "  |",
        "1 | a a",
        "  | - one",
        "  |   - two",
        "...",
        "4 | b",
        "  | ^",
        "",
    ]


def test_a_place_in_another_file():
    other = SourceFile("other.yaml", "x: 1\n")
    item = finding("duplicate-id", "twice", span(MAP, "cost"), secondary=[Label(span(other, "x"), "first here")])
    assert shown(item).splitlines()[4:] == [
        "  ::: other.yaml:1:1",
        "  |",
        "1 | x: 1",
        "  | - first here",
        "",
    ]


def test_a_span_over_several_lines_shows_its_first_and_last():
    source = SourceFile("m", "claims:\n  a: |\n    one\n    two\n    three\nx: 1\n")
    found = Span(source, source.text.index("|"), source.text.index("x:"))
    assert shown(finding("two-sentences", "long", found)).splitlines()[1:-1] == [
        "  |",
        "2 |   a: |",
        "  |      ^",
        "...",
        "5 |     three",
        "  |     ^^^^^",
    ]


def test_end_of_file_and_empty_file():
    source = SourceFile("m", "a: [\n")
    assert shown(finding("syntax-error", "open", Span(source, 5, 5))).splitlines()[2:4] == ["2 |", "  | ^"]
    empty = SourceFile("m", "")
    assert shown(finding("syntax-error", "empty", Span(empty, 0, 0))) == "m:1:1: error[AM001] syntax-error: empty\n\n"


@pytest.mark.parametrize(
    ("line", "excerpt", "caret"),
    [
        ("\tX", "    X", "    ^"),
        ("ab\tX", "ab  X", "    ^"),
        ("日本X", "日本X", "    ^"),
        ("e\u0301X", "e\u0301X", " ^"),
        ("\x1b[31mX", "␛[31mX", "     ^"),
        ("\u202eX", "<U+202E>X", "        ^"),
        ("👩\u200d🔬X", "👩\u200d🔬X", "  ^"),
        ("\x7f\x85X", "␡<U+0085>X", "         ^"),
    ],
)
def test_the_caret_stands_under_the_letter(line, excerpt, caret):
    source = SourceFile("m", f"{line}\r\nnext\r\n")
    assert shown(finding("syntax-error", "m", span(source, "X"))).splitlines()[2:4] == [
        f"1 | {excerpt}",
        f"  | {caret}",
    ]


@pytest.mark.parametrize("at", [0, 50, 5_000, 9_995])
def test_long_lines_are_trimmed_around_the_caret(at):
    text = "y" * at + "XXXXX" + "y" * (10_000 - at - 5)
    source = SourceFile("m", text)
    line, caret = shown(finding("syntax-error", "m", span(source, "XXXXX")), width=60).splitlines()[2:4]
    assert len(line) <= 4 + 60
    start = caret.index("^^^^^")
    assert line[start : start + 5] == "XXXXX"
    assert (line[4] == "…") == (at > 40)


def test_a_span_longer_than_the_window_is_cut_with_it():
    source = SourceFile("m", "z" * 1_000)
    line, caret = shown(finding("syntax-error", "m", Span(source, 10, 900)), width=60).splitlines()[2:4]
    assert len(caret) <= len(line) <= 64


def test_a_huge_line_takes_no_time():
    source = SourceFile("m", "z" * 5_000_000)
    many = [finding("syntax-error", str(at), Span(source, at, at + 1)) for at in range(0, 5_000_000, 50_000)]
    assert shown(*many).count("^") == 100


def test_texts_of_a_map_cannot_act_on_the_terminal():
    item = finding("unknown-reference", "no \x1b]0;title\x07", span(MAP, "tram"), help="a\nb\u2028c")
    text = shown(item)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "help: a␊b<U+2028>c" in text


def test_colours_only_if_asked_and_around_the_same_text():
    item = finding("unknown-reference", "no", span(MAP, "tran"), help="h", notes=["n"])
    import re

    coloured = shown(item, colour=True)
    assert coloured != shown(item)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == shown(item)
