"""Laws of what an editor is told: no text and no place makes a feature fail, and every range lies in the text."""

import re

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, Range, TextEdit

from argmap import pipeline
from argmap.core.source import SourceFile
from argmap.lsp.documents import Document
from argmap.lsp.features.carried import common_end, common_start
from argmap.lsp.features.completion import complete
from argmap.lsp.features.folding import folding
from argmap.lsp.features.hover import hover
from argmap.lsp.features.lenses import lenses
from argmap.lsp.features.names import is_prose, named_at, occurrences_of
from argmap.lsp.features.navigation import definition, highlights, references
from argmap.lsp.features.offers import offers_at
from argmap.lsp.features.symbols import symbols
from tests.layouts import layouts
from tests.maps import maps, rich_maps
from tests.unit.lsp.features.marked import TRAM, TRAM_IN_ARGDOWN

BITS = [
    "\n", "\r\n", "\r", "\n  ", "\n    ", "\t", " ", "🙂", "e\u0301", "\x00", "\ud83d", "\u2028", "，", "[", "]", "{",
    "}", '"', "'", ": ", ":", "- ", "#", " #", "|", ">-", "->", "+", ",", "&a ", "*a", "!x ", "? ", "<<", "---", "===",
    "<", ">", "(1) ", "--", "@[", "@<", "//", "/*", "*/", "<!--", "by: ", "supports: ", "cites: study#p", "claims:",
    "tram", "data:",
]  # fmt: skip
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(BITS)), max_size=4)
WHOLE = st.lists(st.sampled_from(BITS), max_size=40).map("".join)
BASES = st.sampled_from([TRAM, TRAM.replace("\n", "\r\n")]) | rich_maps().map(
    lambda argument_map: pipeline.convert(argument_map, "yaml")
)


def changed(text, changes):
    """A text in which some stretches were replaced."""
    for place, width, bit in changes:
        start = int(place * len(text))
        text = text[:start] + bit + text[start + width :]
    return text


@st.composite
def documents(draw):
    """A document at which somebody types, with the map that it was."""
    language = draw(st.sampled_from(["yaml", "yaml", "argdown", "json"]))
    base = TRAM_IN_ARGDOWN if language == "argdown" else draw(BASES)
    if language == "json":
        base = pipeline.convert(pipeline.load(SourceFile("map", base), "yaml").map, "json")
    earlier = pipeline.load(SourceFile("map", base), language).map
    text = draw(CHANGES.map(lambda changes: changed(base, changes)) | WHOLE)
    return Document("file:///map", SourceFile("map", text), language, earlier=draw(st.sampled_from([None, earlier])))


def lines_of(document):
    return re.split("\r\n|\n|\r", document.source.text)


def as_pair(position):
    return position.line, position.character


def is_inside(document, place):
    lines = lines_of(document)
    for position in (place.start, place.end):
        assert position.line < len(lines)
        assert position.character <= len(lines[position.line].encode("utf-16-le", "surrogatepass")) // 2
    assert as_pair(place.start) <= as_pair(place.end)


def positions(document, place):
    """A position in the text, and one that may lie behind the end of its line."""
    lines = lines_of(document)
    number = min(int(place * len(lines)), len(lines) - 1)
    column = int((place * len(lines)) % 1 * (len(lines[number]) + 2))
    return Position(number, column)


@given(documents(), st.floats(0, 1), st.booleans())
def test_names_are_told_without_a_fault(document, place, markdown):
    position = positions(document, place)
    found = hover(document, position, markdown=markdown)
    if found is not None and found.range is not None:
        is_inside(document, found.range)
    here = references(document, position)
    for item in (*definition(document, position), *here):
        assert item.uri == document.uri
        is_inside(document, item.range)
    assert {as_pair(item.range.start) for item in highlights(document, position)} == {
        as_pair(item.range.start) for item in here
    }


@given(documents(), st.floats(0, 1), st.booleans())
def test_what_is_offered_stands_round_the_cursor(document, place, markdown):
    position = positions(document, place)
    found = complete(document, position, markdown=markdown)
    for item in found.items if found else ():
        assert isinstance(item.text_edit, TextEdit)
        span = item.text_edit.range
        is_inside(document, span)
        offset = document.offset_of(position)
        assert document.offset_of(span.start) <= offset <= document.offset_of(span.end)
        assert span.start.line == span.end.line
        assert "\n" not in item.text_edit.new_text
        assert item.label


@given(documents())
def test_the_whole_text_is_told_without_a_fault(document):
    waiting = list(symbols(document))
    while waiting:
        item = waiting.pop()
        is_inside(document, item.range)
        is_inside(document, item.selection_range)
        assert as_pair(item.range.start) <= as_pair(item.selection_range.start)
        assert as_pair(item.selection_range.end) <= as_pair(item.range.end)
        assert item.name.strip()
        waiting += item.children or []
    for lens in lenses(document):
        is_inside(document, lens.range)
    height = len(lines_of(document))
    folds = folding(document)
    assert all(0 <= item.start_line < item.end_line < height for item in folds)
    assert len({item.start_line for item in folds}) == len(folds)


@given(documents(), st.floats(0, 1), st.integers(0, 40))
def test_changes_are_offered_without_a_fault(document, place, width):
    start = positions(document, place)
    found = offers_at(document, document.span_of(Range(start, Position(start.line, start.character + width))))
    assert len({item.title for item in found}) == len(found)


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_what_two_texts_have_in_common(one, other):
    start, end = common_start(one, other), common_end(one, other)
    assert one[:start] == other[:start]
    assert one[start : start + 1] != other[start : start + 1] or start in (len(one), len(other))
    assert one[len(one) - end :] == other[len(other) - end :]
    assert end == common_start(one[::-1], other[::-1])


@given(st.data())
def test_no_name_is_taken_for_prose(data):
    source = data.draw(layouts(data.draw(maps())))
    document = Document("file:///map", source)
    for item in occurrences_of(document):
        for offset in {item.span.start, (item.span.start + item.span.end) // 2, item.span.end}:
            assert not is_prose(source.text, offset)
            named = named_at(document, offset)
            assert named is not None and named.name
