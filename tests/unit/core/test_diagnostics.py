"""Findings, and the edits that mend them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.core.codes import LEDGER, Severity
from argmap.core.diagnostics import Edit, apply_edits, finding, in_file_order
from argmap.core.source import SourceFile, Span


def edit(source, start, end, text):
    return Edit(Span(source, start, end), text)


def test_edits_are_made_whatever_their_order():
    source = SourceFile("x", "one two three", "folder/x")
    edits = [edit(source, 8, 13, "3"), edit(source, 0, 3, "1"), edit(source, 4, 7, "2")]
    done = apply_edits(source, edits)
    assert (done.text, done.name, done.path) == ("1 2 3", "x", "folder/x")
    assert source.text == "one two three"


def test_edits_may_insert_and_delete_and_touch():
    source = SourceFile("x", "abcd")
    edits = [edit(source, 0, 0, "<"), edit(source, 1, 2, ""), edit(source, 2, 3, "C"), edit(source, 4, 4, ">")]
    assert apply_edits(source, edits).text == "<aCd>"


def test_no_edit_leaves_the_text():
    assert apply_edits(SourceFile("x", "abc"), []).text == "abc"


def test_edits_count_characters_not_bytes():
    source = SourceFile("x", "🙂a\r\nb")
    assert apply_edits(source, [edit(source, 1, 2, "🙃"), edit(source, 4, 5, "c")]).text == "🙂🙃\r\nc"


@pytest.mark.parametrize("second", [(1, 3), (0, 2), (1, 2), (0, 4)])
def test_overlapping_edits_are_refused(second):
    source = SourceFile("x", "abcd")
    with pytest.raises(ValueError, match="overlap"):
        apply_edits(source, [edit(source, 1, 3, "x"), edit(source, *second, "y")])


def test_an_edit_of_another_source_is_refused():
    with pytest.raises(ValueError, match="another source"):
        apply_edits(SourceFile("x", "abc"), [edit(SourceFile("x", "abc"), 0, 1, "z")])


@given(st.text(max_size=30), st.data())
def test_edits_do_what_replacing_piece_by_piece_does(text, data):
    source = SourceFile("x", text)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    words = [data.draw(st.text(max_size=3)) for _ in pairs]
    expected, position = "", 0
    for (start, end), word in zip(pairs, words, strict=True):
        expected += text[position:start] + word
        position = end
    edits = data.draw(st.permutations([edit(source, *pair, word) for pair, word in zip(pairs, words, strict=True)]))
    assert apply_edits(source, edits).text == expected + text[position:]


def test_finding_takes_code_and_severity_from_the_ledger():
    found = finding("unknown-reference", "nothing is called `x`", notes=["a note"], help="a help")
    assert (found.code, found.severity) == ("AM101", Severity.ERROR)
    assert (found.primary, found.secondary, found.notes, found.help) == (None, (), ("a note",), "a help")


def test_a_name_that_is_not_in_the_ledger_is_refused():
    with pytest.raises(KeyError):
        finding("no-such-rule", "x")


def test_codes_are_unique_and_well_formed():
    codes = [entry.code for entry in LEDGER.values()]
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("AM") and len(code) == 5 and code[2:].isdigit() for code in codes)
    assert all(name == name.lower() and " " not in name and "_" not in name for name in LEDGER)


def test_findings_come_in_file_order_and_each_once():
    source = SourceFile("x", "a\nb\nc\n")
    late = finding("empty-text", "late", Span(source, 4, 5))
    early = finding("two-sentences", "early", Span(source, 0, 1))
    same_place = finding("duplicate-id", "early, lower code", Span(source, 0, 1))
    nowhere = finding("unknown-rule", "about no place")
    assert in_file_order([late, early, late, nowhere, same_place]) == [nowhere, same_place, early, late]
