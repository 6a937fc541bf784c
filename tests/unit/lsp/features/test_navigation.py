"""Definitions, references and highlights."""

import pytest
from lsprotocol.types import DocumentHighlightKind

from argmap.core.source import SourceFile
from argmap.lsp.documents import Document
from argmap.lsp.features.navigation import definition, highlights, references
from tests.unit.lsp.features.marked import TRAM, TRAM_IN_ARGDOWN, URI, map_of, marked, with_cursor


def lines_of(locations):
    assert all(item.uri == URI for item in locations)
    return [item.range.start.line for item in locations]


def line_of(text, words):
    return text[: text.index(words)].count("\n")


@pytest.mark.parametrize(
    ("before", "defined"),
    [
        ("tram, with", "  tram:"),
        ("ridership]", "  ridership:"),
        ("demand}", "id: demand"),
        ("build\n", "  build:"),
        ("mayor\n", "  mayor:"),
        ("study#p3", "  study:"),
        ("p3", "  study:"),
        ("cost]", "  cost:"),
        ("faster:", "  faster:"),
    ],
)
def test_definitions(before, defined):
    found, position = marked(with_cursor(TRAM, before))
    assert lines_of(definition(found, position)) == [line_of(TRAM, defined)]


def test_references_with_and_without_the_definition():
    found, position = marked(with_cursor(TRAM, "tram, with"))
    assert lines_of(references(found, position)) == [10, 19, 22]
    assert lines_of(references(found, position, include_declaration=False)) == [19, 22]


def test_names_inside_the_name_of_a_relation():
    text = TRAM.replace("attacks: demand", "attacks: faster + ridership -> tram").replace("id: demand, ", "")
    found, position = marked(with_cursor(text, "ridership -> tram"))
    assert lines_of(definition(found, position)) == [line_of(text, "  ridership:")]


def test_highlights_tell_the_definition_from_the_rest():
    found, position = marked(with_cursor(TRAM, "demand}"))
    assert [item.kind for item in highlights(found, position)] == [
        DocumentHighlightKind.Write,
        DocumentHighlightKind.Read,
    ]


@pytest.mark.parametrize("before", ["The town should", "argmap:", "\n  faster", "supports"])
def test_nothing_where_no_name_is(before):
    found, position = marked(with_cursor(TRAM, before))
    assert definition(found, position) == []
    assert references(found, position) == []
    assert highlights(found, position) == []


def test_places_are_carried_over_to_broken_text():
    earlier = map_of(TRAM)
    broken = TRAM.replace("  cost:", "  new: {text: x\n  cost:")
    found, position = marked(with_cursor(broken, "tram}\ngroups"), earlier=earlier)
    assert lines_of(definition(found, position)) == [10]
    assert lines_of(references(found, position)) == [10, 19, 23]


def test_argdown_goes_to_the_words_of_a_statement():
    text = TRAM_IN_ARGDOWN
    place = text.rindex("Build the tram]")
    found, position = marked(f"{text[:place]}⟨⟩{text[place:]}", "argdown")
    assert lines_of(definition(found, position)) == [line_of(text, "[Build the tram]")]
    assert len(references(found, position)) == 2


def test_argdown_goes_into_an_included_file(tmp_path):
    part = tmp_path / "part.argdown"
    part.write_text("[Too dear]: The line costs more than the town can pay.\n")
    path = str(tmp_path / "map.argdown")
    text = "@include(part.argdown)\n\n[Build the tram]: The town should build a tram line.\n  - [Too dear]\n"
    found = Document(f"file://{path}", SourceFile(path, text, path), "argdown")
    position = found.position_of(text.index("Too dear"))
    assert [(item.uri, item.range.start.line) for item in definition(found, position)] == [(part.as_uri(), 0)]
    assert {item.uri for item in references(found, position)} == {part.as_uri(), found.uri}
    assert len(highlights(found, position)) == 1
