"""Laws of attributes in documents: whatever is read from a document can be written and read again."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from argmap.core.source import SourceFile
from argmap.embed import NAMES, Attributes, Given, read_attributes
from argmap.embed.attribute_text import parse, write
from tests.maps import NASTY_TEXTS

VALUES = {
    "name": st.from_regex(r"[\w:.-]{1,20}", fullmatch=True),
    "width": st.from_regex(r"[0-9]{1,5}(\.[0-9]{1,3})?(%|px|pt|mm|cm|in|em)", fullmatch=True),
    "align": st.sampled_from(["left", "center", "right"]),
    "format": st.sampled_from(["svg", "png", "pdf"]),
    "view": st.sampled_from(["map", "tree"]),
    "direction": st.sampled_from(["auto", "down", "up", "left", "right"]),
    "labels": st.sampled_from(["title", "text", "both"]),
    "theme": st.sampled_from(["light", "dark", "print", "auto"]),
    "wrap": st.integers(12, 200).map(str),
    "depth": st.integers(0, 999_999).map(str),
    "legend": st.sampled_from(["", "true", "no", "ON"]),
    "hidden": st.sampled_from(["", "false", "Yes"]),
    "fit": st.sampled_from(["a4", "letter", "160x90mm", "160 x 90 mm"]),
    "evaluate": st.sampled_from(["grounded", "preferred", "df-quad"]),
    "support": st.sampled_from(["default", "ignore"]),
}
GIVEN = st.sampled_from(NAMES).flatmap(
    lambda name: st.tuples(st.just(name), VALUES.get(name, NASTY_TEXTS) | NASTY_TEXTS)
)
TEXTS = NASTY_TEXTS | st.lists(
    st.sampled_from(
        ["file", "=", " = ", '"', "'", "\\", "{", "}", ",", "#", ".", " ", "\n", "a", "width", "80%", "-->"]
    ),
    max_size=20,
).map("".join)


def read_back(text: str) -> tuple[Attributes, list[str]]:
    given_there, faults = parse(SourceFile("report.md", text), 0, len(text))
    attributes, more = read_attributes(given_there)
    return attributes, [item.message for item in (*faults, *more)]


@given(st.lists(GIVEN, max_size=8))
def test_what_is_read_can_be_written_and_read_again(pairs):
    attributes, _ = read_attributes([Given(*pair) for pair in pairs])
    attributes = replace(attributes, depth=attributes.depth if attributes.focus is not None else None)
    attributes = replace(attributes, support=attributes.support if attributes.evaluate else None)
    text = write(attributes)
    assert read_back(text) == (attributes, [])
    assert write(read_back(text)[0]) == text


@given(st.lists(GIVEN, max_size=8))
def test_what_is_written_stands_on_one_line_and_ends_no_comment(pairs):
    attributes, _ = read_attributes([Given(*pair) for pair in pairs])
    text = write(attributes)
    assert len(text.splitlines()) <= 1
    assert not re.search("--!?>", text)


@given(TEXTS, st.integers(0, 10), st.integers(0, 60))
def test_any_text_can_be_read(text, start, end):
    start, end = min(start, len(text)), min(end, len(text))
    found, faults = parse(SourceFile("report.md", text), start, end)
    spans = [item.span for item in found] + [item.primary for item in faults]
    assert all(start <= span.start < span.end <= end for span in spans)
    attributes, _ = read_attributes(found)
    assert read_attributes(found)[0] == attributes
    assert len(found) + len(faults) <= len(text)
