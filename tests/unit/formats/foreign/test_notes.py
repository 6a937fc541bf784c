"""What is wrong with a file, noted on the way."""

import pytest

from argmap.core.diagnostics import finding
from argmap.core.source import SourceFile, Span
from argmap.formats.foreign import notes
from argmap.formats.foreign.notes import SpanNotes, bounded, too_large

SOURCE = SourceFile("file", "one\ntwo\n")


def told(number, name="dangling-edge"):
    return finding(name, f"number {number}", Span(SOURCE, 0, 1))


def test_findings_come_in_the_order_of_the_file():
    kept = SpanNotes(SOURCE)
    kept.note("odd-value", "later", Span(SOURCE, 4, 7))
    kept.note("dangling-edge", "sooner", Span(SOURCE, 0, 3), "a hint")
    assert [(item.message, item.primary.line, item.help) for item in kept.diagnostics()] == [
        ("sooner", 1, "a hint"),
        ("later", 2, None),
    ]
    assert kept.spans({"id": Span(SOURCE, 0, 3)})["id"].text == "one"


@pytest.mark.parametrize("many", [0, 1, 19, 20])
def test_a_few_findings_are_all_told(many):
    every = [told(number) for number in range(many)]
    assert bounded(every) == tuple(every)


def test_of_many_findings_the_last_one_tells_how_many_more_there_are():
    found = bounded([*(told(number) for number in range(1500)), told(0, "odd-value")])
    assert [item.message for item in found] == [f"number {number}" for number in (*range(20), 0)]
    assert found[18].notes == ()
    assert found[19].notes == ("1,480 more of this kind are not listed",)
    assert found[20].notes == ()


def test_kinds_are_counted_by_themselves():
    every = [told(number, name) for number in range(20) for name in ("odd-value", "dangling-edge")]
    assert bounded(iter(every)) == tuple(every)


def test_a_text_that_is_too_long(monkeypatch):
    monkeypatch.setattr(notes, "MAX_CHARACTERS", 7)
    assert too_large(SourceFile("file", "x" * 7)) is None
    assert too_large(SOURCE).message == "the file has 8 characters; the limit is 7"
