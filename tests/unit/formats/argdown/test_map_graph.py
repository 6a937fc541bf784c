"""Argdown's own map of a debate."""

import pytest

from argmap.formats.argdown.export.map_graph import map_of
from argmap.formats.argdown.export.map_parts import MapGroup
from argmap.formats.argdown.settings.selection import Selection
from argmap.formats.argdown.settings.settings import Settings
from tests.argdown_debates import DebateOf


def drawn(build, statements="", arguments="", **front_matter):
    shown = Selection(tuple(statements.split()), tuple(arguments.split()))
    return map_of(build.debate, shown, Settings.of(front_matter))


def lines(graph):
    """Edges as `source type target`."""
    return [f"{edge.source.of.title} {edge.type} {edge.target.of.title}" for edge in graph.edges]


def nested(items):
    """Groups as `(title, level, items)`, nodes by title."""
    return [
        (item.section.title, item.level, nested(item.children)) if isinstance(item, MapGroup) else item.of.title
        for item in items
    ]


# Nodes


def test_statements_are_numbered_before_arguments() -> None:
    build = DebateOf()
    build.argument("A", "Because.")
    build.statement("S", "It is so.")
    build.statement("T", "It is not so.")
    assert [(node.id, node.of.title) for node in drawn(build, "T S", "A").items] == [
        ("n0", "T"),
        ("n1", "S"),
        ("n2", "A"),
    ]


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("hide-untitled", [("S", "Words."), ("R", None), (None, "Bare."), ("Untitled2", None)]),
        ("title", [("S", None), ("R", None), ("Untitled1", None), ("Untitled2", None)]),
        ("text", [(None, "Words."), ("R", None), (None, "Bare."), ("Untitled2", None)]),
        ("none", [(None, None)] * 4),
    ],
)
def test_cards_say_what_the_settings_ask_for(mode, expected) -> None:
    build = DebateOf()
    build.statement("S", "Words.")
    build.statement("R")
    build.statement("Untitled1", "Bare.")
    build.statement("Untitled2")
    graph = drawn(build, "S R Untitled1 Untitled2", map={"statementLabelMode": mode})
    assert [(node.label_title, node.label_text) for node in graph.items] == expected


def test_statements_and_arguments_have_modes_of_their_own() -> None:
    build = DebateOf()
    build.statement("S", "Words.")
    build.argument("A", "More words.")
    (statement, argument) = drawn(build, "S", "A", map={"argumentLabelMode": "title"}).items
    assert (statement.label_text, argument.label_text) == ("Words.", None)


def test_tags_are_shown_unless_the_settings_say_no() -> None:
    build = DebateOf()
    build.statement("S", "Words. #new", tags=("new",))
    assert drawn(build, "S").items[0].tags == ("new",)
    assert drawn(build, "S", map={"addTags": False}).items[0].tags == ()


# Edges


def test_relations_between_what_is_shown_are_edges() -> None:
    build = DebateOf()
    build.relate("S", "support", "T")
    build.relate("<A>", "attack", "T")
    build.relate("<A>", "attack", "Hidden")
    graph = drawn(build, "S T", "A")
    assert lines(graph) == ["S support T", "A attack T"]
    assert [edge.id for edge in graph.edges] == ["e1", "e2"]
    assert [edge.from_statement and edge.from_statement.title for edge in graph.edges] == ["S", None]


def test_hidden_statements_stand_for_the_arguments_that_use_them() -> None:
    build = DebateOf()
    build.structure("A", "P", "C")
    build.structure("B", "P", "C")
    build.structure("U", "D", "E")
    build.structure("V", "D", "D", "F")
    build.relate("C", "attack", "D")
    build.relate("P", "attack", "C")
    assert lines(drawn(build, "", "A B U V")) == [
        "A attack U",
        "A attack V",
        "A attack V",
        "B attack U",
        "B attack V",
        "B attack V",
    ]
    edge = drawn(build, "", "A U").edges[0]
    assert (edge.from_statement.title, edge.to_statement.title) == ("C", "D")


def test_conclusions_on_the_way_stand_for_nothing() -> None:
    build = DebateOf()
    build.structure("A", "P", "|I", "C")
    build.relate("I", "attack", "S")
    build.relate("S", "attack", "I")
    assert lines(drawn(build, "S", "A")) == []


def test_what_goes_both_ways_is_one_edge_between_statements_and_two_between_arguments() -> None:
    build = DebateOf()
    build.structure("A", "P", "C")
    build.structure("B", "Q", "D")
    build.structure("UsesC", "C", "X")
    build.structure("UsesD", "D", "Y")
    build.relate("C", "contradictory", "D")
    assert lines(drawn(build, "C D")) == ["C contradictory D"]
    assert lines(drawn(build, "", "A B UsesC UsesD"))[:2] == ["A attack UsesD", "B attack UsesC"]
    assert lines(drawn(build, "D", "A B UsesC UsesD"))[:2] == ["A attack D", "D attack UsesC"]


def test_a_contradiction_with_an_argument_leads_one_way() -> None:
    build = DebateOf()
    build.relate("<A>", "contradictory", "S")
    assert lines(drawn(build, "S", "A")) == ["A attack S"]


@pytest.mark.parametrize(("kind", "to_argument"), [("entails", "support"), ("contrary", "attack")])
def test_the_words_of_logic_are_for_statements(kind, to_argument) -> None:
    build = DebateOf()
    build.structure("A", "Q", "C")
    build.relate("P", kind, "Q")
    assert lines(drawn(build, "P Q", "")) == [f"P {kind} Q"]
    assert lines(drawn(build, "P", "A"))[0] == f"P {to_argument} A"


def test_an_undercut_of_an_inference_leads_to_its_argument() -> None:
    build = DebateOf()
    argument = build.structure("A", "P", "C")
    build.relate_ends(build.argument("U"), "undercut", argument.structure[-1].inference)
    graph = drawn(build, "", "A U")
    assert lines(graph) == ["U undercut A"]
    assert graph.edges[0].to_statement is None
    assert lines(drawn(build, "C", "U")) == []


def test_an_argument_supports_its_conclusion_and_premises_support_it() -> None:
    build = DebateOf()
    build.structure("A", "P", "Q", "P", "C")
    graph = drawn(build, "P C", "A")
    assert lines(graph) == ["A support C", "P support A"]
    assert {edge.from_statement.title for edge in graph.edges} == {"C", "P"}


def test_an_argument_with_a_hidden_conclusion_supports_those_that_build_on_it() -> None:
    build = DebateOf()
    build.structure("A", "P", "C")
    build.structure("B", "C", "C", "D")
    build.structure("Z", "C", "E")
    assert lines(drawn(build, "", "A B")) == ["A support B"]


def test_stated_edges_come_before_implied_ones() -> None:
    build = DebateOf()
    build.structure("A", "P", "C")
    build.relate("S", "attack", "P")
    graph = drawn(build, "S P C", "A")
    assert [(edge.id, line) for edge, line in zip(graph.edges, lines(graph), strict=True)] == [
        ("e1", "S attack P"),
        ("e2", "A support C"),
        ("e3", "P support A"),
    ]


# Groups


def test_the_two_lowest_levels_of_sections_are_groups() -> None:
    build = DebateOf()
    top = build.section("s1", 1)
    middle = build.section("s2", 2, top)
    low = build.section("s3", 3, middle)
    build.statement("T", "", section=top)
    build.statement("M", "", section=middle)
    build.statement("L", "", section=low)
    build.statement("N", "")
    assert nested(drawn(build, "N T M L").items) == [("Section s2", 1, ["M", ("Section s3", 2, ["L"])]), "N", "T"]
    assert nested(drawn(build, "L", group={"groupDepth": 1}).items) == [("Section s3", 1, ["L"])]
    assert nested(drawn(build, "L T", group={"groupDepth": 3}).items) == [
        ("Section s1", 1, ["T", ("Section s2", 2, [("Section s3", 3, ["L"])])])
    ]
    assert nested(drawn(build, "L", group={"groupDepth": 0}).items) == ["L"]


def test_sections_say_themselves_whether_they_are_groups() -> None:
    build = DebateOf()
    top = build.section("s1", 1)
    middle = build.section("s2", 2, top, is_group=False)
    low = build.section("s3", 3, middle)
    other = build.section("s4", 1, is_group=True)
    build.statement("M", "", section=middle)
    build.statement("L", "", section=low)
    build.statement("O", "", section=other)
    assert nested(drawn(build, "O M L", group={"groupDepth": 3}).items) == [
        ("Section s4", 1, ["O"]),
        ("Section s1", 1, ["M", ("Section s3", 2, ["L"])]),
    ]


def test_groups_come_in_the_order_of_their_nodes_and_those_without_nodes_last() -> None:
    build = DebateOf()
    first, second = build.section("s1", 1), build.section("s2", 1)
    inner = build.section("s3", 2, first)
    build.statement("A", "", section=inner)
    build.statement("B", "", section=second)
    assert nested(drawn(build, "A B").items) == [
        ("Section s2", 1, ["B"]),
        ("Section s1", 1, [("Section s3", 2, ["A"])]),
    ]


def test_sections_with_nothing_of_the_map_in_them_are_left_out() -> None:
    build = DebateOf()
    build.section("s1", 1)
    build.statement("A", "")
    assert nested(drawn(build, "A").items) == ["A"]


def test_sections_may_be_nested_as_deep_as_they_like() -> None:
    build = DebateOf()
    section = None
    for level in range(1, 3001):
        section = build.section(f"s{level}", level, section)
    build.statement("A", "", section=section)
    graph = drawn(build, "A", group={"groupDepth": 3000})
    depth, items = 0, graph.items
    while isinstance(items[0], MapGroup):
        depth, items = depth + 1, items[0].children
    assert (depth, items[0].of.title) == (3000, "A")
