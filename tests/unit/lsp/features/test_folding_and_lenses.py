"""What can be folded, and the lines above claims."""

from lsprotocol.types import FoldingRangeKind

from argmap.lsp.features.folding import folding
from argmap.lsp.features.lenses import lenses
from tests.unit.lsp.features.marked import TRAM, TRAM_IN_ARGDOWN, document, map_of


def folds(text, format="yaml"):
    lines = text.split("\n")
    return [(lines[item.start_line].strip(), lines[item.end_line].strip()) for item in folding(document(text, format))]


def told(text, format="yaml", earlier=None):
    found = document(text, format, earlier)
    shown = lenses(found)
    assert all(item.command is not None and item.command.command == "" for item in shown)
    names = [found.span_of(item.range).text for item in shown]
    return dict(zip(names, (item.command.title for item in shown if item.command), strict=True))


def test_sections_entries_and_long_forms_fold():
    text = "argmap: 1\nclaims:\n  a:\n    text: x\n    supports:\n      - to: b\n        id: c\n\n  b: y\n"
    text += "relations:\n- kind: x\n"
    assert folds(text) == [
        ("claims:", "b: y"),
        ("a:", "id: c"),
        ("supports:", "id: c"),
        ("- to: b", "id: c"),
        ("relations:", "- kind: x"),
    ]


def test_comments_fold():
    found = folding(document("# one\n# two\n# three\nargmap: 1\n# alone\n"))
    assert [(item.start_line, item.end_line, item.kind) for item in found] == [(0, 2, FoldingRangeKind.Comment)]


def test_broken_text_folds_too():
    assert folds("claims: [\n  a: {\n    b\n") == [("claims: [", "b"), ("a: {", "b")]


def test_argdown_folds():
    text = TRAM_IN_ARGDOWN + "\n/* a\nb */\n\n## Part\n\n[x]: y\n\n# Other\n\n[z]: w\n"
    found = folds(text, "argdown")
    assert ("===", "===") in found
    assert ("# Plans", "[x]: y") in found
    assert ("## Part", "[x]: y") in found
    assert ("# Other", "[z]: w") in found
    assert found[2][0] == "[Build the tram]: The town should build a tram line. #plan"
    assert ("(1) A tram halves the trip.", "+> [Build the tram]") in found
    assert ("/* a", "b */") in found


def test_lines_end_as_they_like():
    text = "claims:\r\n  a:\r\n    text: x\r\n"
    assert [(item.start_line, item.end_line) for item in folding(document(text))] == [(0, 2), (1, 2)]


def test_lenses_count_what_bears_on_a_claim():
    assert told(TRAM) == {"tram": "thesis: 1 support, 1 attack, 1 undercut"}


def test_linked_premises_count_once_and_conflicts_at_both_ends():
    text = "argmap: 1\nclaims:\n  a: x\n  b: {text: y, supports: [{to: a, with: [c, d]}, a], conflicts: e}\n"
    text += "  c: z\n  d: w\n  e: v\n"
    assert told(text) == {
        "a": "thesis: 2 supports",
        "b": "1 conflict",
        "e": "thesis: 1 conflict",
    }


def test_a_thesis_without_reasons_says_so():
    assert told("argmap: 1\nclaims:\n  a: x\n") == {"a": "thesis: no reasons yet"}


def test_lenses_in_argdown():
    assert told(TRAM_IN_ARGDOWN, "argdown")["Build the tram"] == "thesis: 1 support, 1 attack"


def test_lenses_stay_while_the_text_is_broken():
    broken = TRAM.replace("claims:", "claims: [", 1)
    assert told(broken, earlier=map_of(TRAM)) == told(TRAM)
    assert told("[") == {}
