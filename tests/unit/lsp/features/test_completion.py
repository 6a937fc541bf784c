"""What is offered while somebody types."""

import pytest
from lsprotocol.types import MarkupContent, MarkupKind, TextEdit

from argmap.lsp.features.completion import complete
from tests.unit.lsp.features.marked import TRAM, TRAM_IN_ARGDOWN, applied, map_of, marked, words_at

KNOWN = map_of(TRAM)
KNOWN_IN_ARGDOWN = map_of(TRAM_IN_ARGDOWN, "argdown")
HEAD = TRAM.removesuffix("groups:\n  money: {title: Money, members: [cost]}\n")


def offered(text, format="yaml", earlier=KNOWN, **given):
    found, position = marked(text, format, earlier)
    completions = complete(found, position, **given)
    return completions.items if completions else []


def labels(text, format="yaml", earlier=KNOWN):
    return [item.label for item in offered(text, format, earlier)]


def chosen(text, label, format="yaml", earlier=KNOWN):
    """The text after an item was chosen."""
    found, position = marked(text, format, earlier)
    completions = complete(found, position)
    assert completions is not None
    item = next(item for item in completions.items if item.label == label)
    assert isinstance(item.text_edit, TextEdit)
    return applied(found, [item.text_edit])


def test_claims_are_offered_with_title_text_and_relations():
    (item,) = [item for item in offered(HEAD + "  new:\n    supports: ⟨⟩\n") if item.label == "tram"]
    assert item.detail == "Build the tram"
    assert isinstance(item.documentation, MarkupContent)
    assert item.documentation.kind == MarkupKind.Markdown
    assert "The town should build a tram line." in item.documentation.value
    assert "attacked by `cost`" in item.documentation.value


def test_documentation_is_plain_where_the_editor_wants_that():
    for item in offered(HEAD + "  new:\n    supports: ⟨⟩\n", markdown=False):
        assert isinstance(item.documentation, MarkupContent)
        assert item.documentation.kind == MarkupKind.PlainText
        assert "**" not in item.documentation.value and "`" not in item.documentation.value


def test_a_claim_is_not_offered_as_its_own_target():
    found = labels(HEAD + "    conflicts: ⟨⟩\n".replace("    ", "  cost2:\n    ", 1))
    assert "tram" in found
    text = TRAM.replace("attacks: demand", "attacks: ⟨⟩demand")
    assert "remote-work" not in labels(text)


def test_the_nearest_claims_come_first():
    text = TRAM.replace("attacks: demand", "attacks: ⟨⟩")
    assert labels(text) == ["ridership", "faster", "tram", "cost", "demand", "cost -> tram"]


def test_only_attacks_undercut():
    assert "demand" in labels(HEAD + "  new:\n    attacks: ⟨⟩\n")
    assert "demand" not in labels(HEAD + "  new:\n    supports: {to: ⟨⟩\n")


def test_a_relation_is_found_by_its_made_up_name():
    text = HEAD + "  new:\n    attacks: cost -⟨⟩\n"
    assert labels(text) == ["cost -> tram"]
    assert chosen(text, "cost -> tram").endswith("    attacks: cost -> tram\n")


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("    answers: ⟨⟩", ["build"]),
        ("    by: ⟨⟩", ["mayor"]),
        ("    by: [mayor, ⟨⟩", []),
        ("    cites: ⟨⟩", ["study"]),
        ("    cites: study#⟨⟩", ["study#p1", "study#p2", "study#p3"]),
        ("    cites: {source: ⟨⟩", ["study"]),
        ("    cites: nobody#⟨⟩", []),
        ("    kind: ⟨⟩", ["claim", "argument"]),
        ("    implicit: t⟨⟩", ["true"]),
        ("    tags: ⟨⟩", ["plan"]),
        ("    supports: {to: tram, scheme: expert⟨⟩", ["expert-opinion"]),
        ("    supports: {to: tram, argument: ⟨⟩", []),
        ("    text: ⟨⟩", []),
        ("    nonsense: ⟨⟩", []),
        ("    supports: {to: tram, i⟨⟩}", ["id", "with", "cites", "weight"]),
        ("relations:\n  - kind: ⟨⟩", ["support", "attack", "conflict"]),
        ("groups:\n  a:\n    parent: ⟨⟩", ["money"]),
        ("groups:\n  money:\n    parent: ⟨⟩", []),
        ("display:\n  direction: ⟨⟩", ["down", "up", "left", "right"]),
        ("display:\n  lab⟨⟩", ["labels"]),
        ("claims⟨⟩:", []),
    ],
)
def test_what_is_offered_where(tail, expected):
    lead = HEAD + "  new:\n    text: x\n" if tail.startswith(" ") else HEAD
    found = labels(lead + tail)
    assert set(expected) <= set(found)
    if not expected or len(expected) == 1:
        assert found == expected


def test_members_without_a_group_come_first():
    assert labels(HEAD + "groups:\n  a: [⟨⟩")[-1] == "cost"


def test_fields_that_are_there_are_not_offered_again():
    found = labels(HEAD + "  new:\n    text: x\n    ⟨⟩\n    by: mayor\n")
    assert found[:4] == ["title", "kind", "answers", "cites"]
    assert not {"text", "by"} & set(found)


@pytest.mark.parametrize(
    ("typed", "label", "expected"),
    [
        ("    sup⟨⟩", "supports", "    supports: "),
        ("    sup⟨⟩: tram", "supports", "    supports: tram"),
        ('    by: "m⟨⟩"', "mayor", '    by: "mayor"'),
        ("    by: may⟨⟩or", "mayor", "    by: mayor"),
        ("    attacks: cos⟨⟩ # dear", "cost", "    attacks: cost # dear"),
        ("    attacks: [cos⟨⟩]", "cost", "    attacks: [cost]"),
    ],
)
def test_what_is_chosen_replaces_what_is_typed(typed, label, expected):
    assert chosen(HEAD + "  new:\n    text: 🙂\n" + typed, label).endswith("\n" + expected)


def test_sections_open_without_a_space():
    assert chosen("argmap: 1\ncl⟨⟩", "claims") == "argmap: 1\nclaims:"


def test_json_gets_its_quotes():
    text = '{"argmap": 1, "claims": {"a": {"text": "x", "supports": tr⟨⟩}}}'
    assert chosen(text, "tram").endswith('"supports": "tram"}}}')
    assert chosen('{"argmap": 1, "cl⟨⟩"', "claims") == '{"argmap": 1, "claims"'


def test_an_id_that_yaml_takes_for_nothing_is_quoted():
    known = map_of("argmap: 1\nclaims:\n  'null': Nothing.\n")
    assert chosen("claims:\n  a:\n    supports: n⟨⟩", "null", earlier=known).endswith('supports: "null"')


def test_words_of_a_title_find_a_claim():
    found = labels(HEAD + "  new:\n    supports: Build⟨⟩")
    assert found[0] == "tram"


def test_paragraphs_come_with_the_words_of_the_local_copy(tmp_path):
    (tmp_path / "study.txt").write_text("The line costs 40 million.\n\n# Time\n\nIt takes four years.\n")
    text = "argmap: 1\nsources:\n  study: {title: Study, text: study.txt}\nclaims:\n  a: {text: x, cites: study#⟨⟩}\n"
    found, position = marked(text, path=str(tmp_path / "map.argmap.yaml"))
    completions = complete(found, position)
    assert completions is not None
    assert [(item.label, item.detail) for item in completions.items] == [
        ("study#p1", "The line costs 40 million."),
        ("study#p2", "It takes four years."),
        ("study#s1", "Time"),
    ]


def test_long_lists_are_cut_and_said_to_be():
    text = "argmap: 1\nclaims:\n" + "".join(f"  c{number}: Claim {number}.\n" for number in range(300))
    found, position = marked(text + "  new:\n    supports: ⟨⟩\n", earlier=map_of(text))
    completions = complete(found, position)
    assert completions is not None
    assert completions.is_incomplete
    assert [item.label for item in completions.items[:2]] == ["c299", "c298"]
    assert len(completions.items) == 100


def test_fields_are_offered_where_nothing_was_ever_read():
    assert "claims" in labels("⟨⟩[", earlier=None)


@pytest.mark.parametrize(
    ("typed", "label", "expected"),
    [
        ("  - [⟨⟩", "Too dear", "  - [Too dear]"),
        ("  - [Bui⟨⟩ld the tram] x", "Build the tram", "  - [Build the tram] x"),
        ("  - <⟨⟩", "A faster trip", "  - <A faster trip>"),
        ("  - [x]: as @[to⟨⟩", "Too dear", "  - [x]: as @[Too dear]"),
        ("  - [x]: as @<⟨⟩", "A faster trip", "  - [x]: as @<A faster trip>"),
        ("  - [x]: foo #⟨⟩", "plan", "  - [x]: foo #plan"),
        ("  - [x]: foo #pub⟨⟩", "public money", "  - [x]: foo #(public money)"),
        ("  - [x]: foo #(pub⟨⟩", "public money", "  - [x]: foo #(public money)"),
        ("(1) a\n--\nexpert⟨⟩", "Expert opinion", "(1) a\n--\nExpert opinion"),
        ("(1) a\n--\nSign, expert⟨⟩", "Expert opinion", "(1) a\n--\nSign, Expert opinion"),
    ],
)
def test_titles_tags_and_rules_in_argdown(typed, label, expected):
    text = f"{TRAM_IN_ARGDOWN}\n{typed}"
    assert chosen(text, label, "argdown", KNOWN_IN_ARGDOWN).endswith("\n" + expected)


@pytest.mark.parametrize("typed", ["  - words⟨⟩", "// see [⟨⟩", "  <- ⟨⟩", "# Head⟨⟩ing"])
def test_nothing_is_offered_in_prose(typed):
    assert labels(f"{TRAM_IN_ARGDOWN}\n{typed}", "argdown", KNOWN_IN_ARGDOWN) == []


def test_a_title_that_is_just_being_typed_is_not_offered():
    text = TRAM_IN_ARGDOWN + "\n  - [To⟨⟩"
    earlier = map_of(TRAM_IN_ARGDOWN + "\n  - [T]\n", "argdown")
    assert labels(text, "argdown", earlier) == ["Too dear", "Build the tram"]


def test_the_range_is_the_word_that_is_typed():
    found, position = marked(HEAD + "  new: {text: 🙂🙂, by: may⟨⟩or}\n", earlier=KNOWN)
    completions = complete(found, position)
    assert completions is not None
    (item,) = completions.items
    assert isinstance(item.text_edit, TextEdit)
    assert words_at(found, item.text_edit.range) == "mayor"
