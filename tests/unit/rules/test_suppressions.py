"""Suppression comments that the cases on disk do not show."""

import re

import pytest

from argmap.core.diagnostics import apply_edits, finding
from argmap.core.source import SourceFile, Span
from argmap.rules.suppressions import suppress
from tests.unit.rules.rule_cases import findings

ONE = "argmap: 1\nclaims:\n  a: One.\n  b: {text: Two., supports: a}\n"


def names(text: str) -> list[str]:
    return [item.name for item in findings(SourceFile("m", text))]


def test_a_finding_without_a_place_or_in_another_file_stays():
    source = SourceFile("m", "# argmap: allow isolated-claim\na: b\n")
    elsewhere = SourceFile("n", source.text)
    found = [finding("isolated-claim", "x", Span(elsewhere, 31, 32)), finding("isolated-claim", "y")]
    assert [item.name for item in suppress(source, found)] == ["isolated-claim", "unused-suppression", "isolated-claim"]


def test_one_comment_covers_all_findings_of_its_line():
    text = ONE + "  c: {text: Three., supports: [x, y]} # argmap: allow unknown-reference\n"
    assert "unknown-reference" not in names(text)


def test_errors_of_shape_can_be_allowed_and_errors_of_syntax_not():
    assert "unknown-field" not in names(ONE + "  c: {text: C, x: y, supports: a} # argmap: allow unknown-field\n")
    assert names(ONE + "  c: [ # argmap: allow syntax-error\n") == ["syntax-error"]


def test_a_comment_is_not_called_unused_where_the_file_could_not_be_read():
    assert names("argmap: 1 # argmap: allow long-title\nclaims: [\n") == ["syntax-error"]
    assert names("argmap: 1 # argmap: allow longtitle\nclaims: [\n") == ["unknown-rule", "syntax-error"]
    assert names("argmap: 7\nclaims: {a: !x One.} # argmap: allow long-title\n") == ["yaml-tag"]


def test_a_comment_covers_only_its_line():
    text = "argmap: 1\nclaims:\n  a: One. # argmap: allow isolated-claim\n  b: Two.\n"
    assert names(text).count("isolated-claim") == 1


def test_a_comment_at_the_end_of_the_file():
    assert names(ONE + "# argmap: allow isolated-claim") == ["thesis-without-objection", "unused-suppression"]


def test_a_comment_on_its_own_after_a_block_text():
    text = "argmap: 1\nclaims:\n  a: |\n    One.\n  # argmap: allow isolated-claim\n  b: Two.\n"
    assert names(text) == ["isolated-claim"]


def test_a_comment_behind_the_head_of_a_block_text():
    text = "argmap: 1\nclaims:\n  a: One.\n  b: |-  # argmap: allow isolated-claim\n    Two # {}\n"
    assert names(text.format("argmap: allow isolated-claim")) == ["isolated-claim"], "that of the other claim"


def test_a_word_that_only_begins_with_allow_is_no_suppression():
    assert names(ONE + "# argmap: allowed isolated-claim\n") == ["thesis-without-objection"]


def test_the_dash_before_the_reason_needs_no_space():
    for dash in ("—", "--", " -", ":", " – "):
        assert names(ONE + f"  c: Three. # argmap: allow isolated-claim{dash}why, isolated\n") == [
            "thesis-without-objection"
        ]


def test_in_json_there_are_no_comments():
    text = '{"argmap": 1, "claims": {"a": "# argmap: allow AM205", "b": "Two # argmap: allow AM205"}}'
    found = findings(SourceFile("m.json", text))
    assert [item.name for item in found] == ["isolated-claim", "isolated-claim"]


def test_a_name_that_cannot_be_suppressed_gets_a_note():
    found = findings(SourceFile("m", ONE + "# argmap: allow too-deep\n"))
    assert found[-1].notes == ("`too-deep` cannot be suppressed",)


def test_it_is_not_blind_to_a_byte_order_mark():
    assert "isolated-claim" not in names("\ufeff" + ONE + "  c: Three. # argmap: allow isolated-claim\n")


# In other languages


def in_argdown(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"(?s)//[^\r\n]*|/\*.*?\*/|<!--.*?-->", text)]


def left(text: str, *words: str, comments=in_argdown) -> list[tuple[str, str]]:
    """What is left, and where, of findings of `isolated-claim` at some words."""
    source = SourceFile("m.argdown", text)
    found = [finding("isolated-claim", "x", Span(source, text.index(word), text.index(word) + 1)) for word in words]
    return [(item.name, item.primary.text[:1]) for item in suppress(source, found, comments) if item.primary]


@pytest.mark.parametrize(
    "comment",
    [
        "// argmap: allow isolated-claim",
        "//argmap:allow AM205 — alone",
        "/* argmap: allow isolated-claim */",
        "<!-- argmap: allow isolated-claim -->",
        "<!--argmap: allow isolated-claim-->",
        "<!--\n  argmap: allow isolated-claim — as\n  it stands\n-->",
        "// a remark // argmap: allow isolated-claim",
    ],
)
def test_comments_of_argdown(comment):
    if "\n" not in comment:
        assert left(f"[A]: One. {comment}\n[B]: Two.\n", "A", "B") == [("isolated-claim", "B")]
    if not comment.startswith("// a"):
        assert left(f"[A]: One.\n{comment}\n\n// more\n  /* and */ // more\n[B]: Two.\n", "A", "B") == [
            ("isolated-claim", "A")
        ]
        names = [name for name, _ in left(f"[A]: One.\n{comment}\n", "A")]
        assert names == ["isolated-claim", "unused-suppression"]


def test_a_comment_before_the_text_of_its_line():
    text = "/* argmap: allow isolated-claim */ [A]: One.\n[B]: Two.\n"
    assert left(text, "A", "B") == [("isolated-claim", "B")]


@pytest.mark.parametrize("text", ["[A]: x://argmap: allow isolated-claim\n", "[A]: # argmap: allow isolated-claim\n"])
def test_what_is_no_comment_in_argdown_allows_nothing(text):
    assert left(text, "A", comments=lambda _: []) == [("isolated-claim", "A")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[A]: One. // argmap: allow AM205\n", "[A]: One.\n"),
        ("[A]: One. /* argmap: allow AM205 */ {x: 1}\n", "[A]: One. {x: 1}\n"),
        ("[A]: One.\n  <!-- argmap: allow AM205 -->  \r\n[B]: Two.\n", "[A]: One.\n[B]: Two.\n"),
        ("[A]: One.\n<!-- argmap: allow AM205\n-->\n[B]: Two.\n", "[A]: One.\n[B]: Two.\n"),
        ("/* argmap: allow AM205, isolated-clam */ [A]: One.\n", "/* argmap: allow isolated-clam */ [A]: One.\n"),
    ],
)
def test_what_is_not_used_is_taken_out_of_argdown(before, after):
    source = SourceFile("m.argdown", before)
    item = next(item for item in suppress(source, [], in_argdown) if item.name == "unused-suppression")
    assert item.fix
    assert apply_edits(source, item.fix.edits).text == after


def test_an_included_file_may_allow_findings_in_it():
    source = SourceFile("m.argdown", "[A]: One.\n")
    other = SourceFile("n.argdown", "[B]: Two. // argmap: allow AM205, AM401, nosuch\n[C]: Three.\n")
    found = [finding("isolated-claim", "x", Span(other, start, start + 1)) for start in (1, other.text.index("C"))]
    kept = suppress(source, [*found, finding("isolated-claim", "x", Span(source, 1, 2))], in_argdown)
    assert [(item.name, item.primary.text) for item in kept if item.primary] == [
        ("isolated-claim", "A"),
        ("isolated-claim", "C"),
    ]


def test_settings_can_be_allowed():
    source = SourceFile("m.argdown", "x: 1 # argmap: allow unsupported-setting\n")
    assert suppress(source, [finding("unsupported-setting", "x", Span(source, 0, 1))]) == []


def test_findings_on_documents_cannot_be_allowed_in_a_map():
    found = findings(SourceFile("m", ONE + "# argmap: allow stale-figure\n"))
    assert found[-1].notes == ("`stale-figure` cannot be suppressed",)
