"""Map to DOT."""

import warnings

import pytest

from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Display, Group, Question, Relation, RelationKind
from argmap.diagram.colours import area_tint, card_tint, line_ink
from argmap.diagram.themes import LIGHT
from argmap.formats import FORMATS
from argmap.formats.dot import write

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pygraphviz

TRAM = ArgumentMap(
    title='A "tram" \\N?',
    questions=(Question("q", "Should the town build a tram?"),),
    claims=(
        Claim("tram", "The town should build a tram line.", "Build it", answers=("q", "ghost")),
        Claim("a", "It is fast."),
        Claim("b", "Many ride.", implicit=True),
        Claim("u", "They work from home."),
        Claim("bus", "Buses are better."),
    ),
    relations=(
        Relation("step", RelationKind.SUPPORT, ("a", "b"), "tram"),
        Relation("cut", RelationKind.ATTACK, ("u",), "step"),
        Relation("rivals", RelationKind.CONFLICT, ("bus",), "tram"),
    ),
    groups=(Group("money", "Money & <b>means</b>", ("a", "b")), Group("inner", "Inner", ("b",), parent="money")),
)


def read(source: str) -> pygraphviz.AGraph:
    return pygraphviz.AGraph(string=source)


def test_graphviz_reads_every_box_joint_and_arrow() -> None:
    graph = read(write(TRAM))
    assert set(graph.nodes()) == {"q_q", "c_tram", "c_a", "c_b", "c_u", "c_bus", "j_step"}
    edges = {tuple(edge): dict(edge.attr) for edge in graph.edges()}
    assert edges["j_step", "c_tram"]["label"] == "+"
    assert edges["c_a", "j_step"]["dir"] == "none"
    assert (edges["c_u", "j_step"]["label"], edges["c_u", "j_step"]["style"]) == ("−", "dashed")
    assert edges["c_bus", "c_tram"]["dir"] == "both"
    assert edges["c_tram", "q_q"]["style"] == "dotted"
    assert len(edges) == 6
    assert graph.get_node("q_q").attr["shape"] == "ellipse"
    outer = graph.get_subgraph("cluster_g_money")
    assert set(outer.nodes()) == {"c_a", "c_b"}
    assert set(outer.get_subgraph("cluster_g_inner").nodes()) == {"c_b"}


@pytest.mark.parametrize(
    "text",
    ["<b>bold</b>", "<", '"quoted"', "back\\slash \\n \\N", "ends in \\", "&amp; &lt; &",
     "#! // /* -- -> {}|;", "node", "日本", "a\x00b\x1b",
     "\ud800"],
)  # fmt: skip
def test_texts_are_taken_literally(text: str) -> None:
    source = write(ArgumentMap(title=text, claims=(Claim("node", text),), groups=(Group("g", text, ("node",)),)))
    graph = read(source)
    shown = text.replace("\x00", "").replace("\x1b", "").replace("\ud800", "�")
    expected = shown.replace("\\", "\\\\").replace("&", "&amp;")
    assert graph.get_node("c_node").attr["label"] == expected
    assert graph.graph_attr["label"] == expected
    graph.layout("dot")
    drawn = graph.draw(format="plain").decode()
    assert drawn.count("node ") >= 1


def test_long_texts_are_wrapped() -> None:
    source = write(ArgumentMap(claims=(Claim("a", "word " * 30, "Title"),)))
    lines = source.split('label="')[1].split('"')[0].split("\\n")
    assert lines[0] == "Title"
    assert max(map(len, lines)) <= 34


def test_same_map_same_text() -> None:
    assert write(TRAM) == write(TRAM)
    assert FORMATS["dot"].write is not None
    assert FORMATS["dot"].write(TRAM) == write(TRAM)
    assert read(write(ArgumentMap())).nodes() == []


def test_labels_are_marks_borders_and_classes() -> None:
    labels = {
        "tram": Label.UNDECIDED,
        "a": Label.IN,
        "b": Label.OUT,
        "u": Label.OUT,
        "step": Label.OUT,
        "cut": Label.IN,
    }
    graph = read(write(TRAM, Labelling("grounded semantics", labels)))
    looks = {name: dict(graph.get_node(name).attr) for name in graph.nodes()}
    assert looks["c_tram"]["label"].startswith("◐ Build it\\n")
    assert (looks["c_tram"]["peripheries"], looks["c_tram"]["class"]) == ("2", "undecided")
    assert (looks["c_a"]["label"], looks["c_a"]["penwidth"]) == ("✓ It is fast.", "2")
    assert (looks["c_b"]["style"], looks["c_u"]["style"]) == ("rounded,dashed", "rounded,dotted")
    assert (looks["c_bus"]["label"], looks["c_bus"].get("class")) == ("Buses are better.", None)
    widths = {tuple(edge): (edge.attr["class"], edge.attr["penwidth"]) for edge in graph.edges()}
    assert widths["j_step", "c_tram"] == ("falls", "0.5")
    assert widths["c_u", "j_step"] == ("stands", "1.5")
    assert widths["c_tram", "q_q"] == ("", "")
    assert graph.graph_attr["label"].split("\\n")[1] == "grounded semantics: ✓ stands, ✗ falls, ◐ undecided"
    graph.layout("dot")
    assert graph.draw(format="svg").decode().count('class="node stands"') == 1


def test_strengths_are_numbers_and_widths() -> None:
    graph = read(write(TRAM, Labelling("strength by <b>", strengths={"a": 0.256, "step": 0.5})))
    assert graph.get_node("c_a").attr["label"] == "It is fast.\\nstrength 0.26"
    assert graph.get_edge("j_step", "c_tram").attr["penwidth"] == "1.50"
    assert graph.graph_attr["label"].endswith("\\nstrength by <b>")


def test_a_labelling_of_something_else_changes_nothing() -> None:
    assert write(TRAM, Labelling("x", {"nowhere": Label.IN})) == write(TRAM)
    assert FORMATS["dot"].shows_labels


ASKING = ArgumentMap(
    claims=(
        Claim("a", "A.", "Title"),
        Claim("B", "", "Reason", kind=ClaimKind.ARGUMENT, tags=("t",)),
        Claim("p", "P.", hidden=True),
        Claim("x", "X.", colour="#ffff00"),
        Claim("m", "M."),
        Claim("n", "N."),
    ),
    relations=(
        Relation("in", RelationKind.SUPPORT, ("p",), "B"),
        Relation("out", RelationKind.SUPPORT, ("B",), "a"),
        Relation("doubt", RelationKind.ATTACK, ("x",), "p"),
        Relation("cut", RelationKind.ATTACK, ("m",), "out"),
    ),
    groups=(
        Group("shut", "Shut", ("m", "n"), closed=True, colour="#00aa00"),
        Group("seen", "Seen", ("x",), colour="#0000aa"),
    ),
    display=Display("right", "title", {"t": "#aa0000"}, {"support": "#aa00aa", "undercut": "#ffff00"}),
)


def test_hidden_claims_and_closed_groups() -> None:
    graph = read(write(ASKING))
    assert set(graph.nodes()) == {"c_a", "c_B", "c_x", "c_shut", "j_out"}
    assert set(map(tuple, graph.edges())) == {("c_B", "j_out"), ("j_out", "c_a"), ("c_x", "c_B"), ("c_shut", "j_out")}
    shut = graph.get_node("c_shut").attr
    assert (shut["shape"], shut["label"]) == ("folder", "Shut")
    assert [graph.get_subgraph(name) is None for name in ("cluster_g_shut", "cluster_g_seen")] == [True, False]


def test_colours_direction_and_labels() -> None:
    graph = read(write(ASKING))
    assert graph.graph_attr["rankdir"] == "RL"
    assert graph.get_node("c_a").attr["label"] == "Title"
    tint = card_tint("#aa0000", LIGHT)
    reason = graph.get_node("c_B").attr
    assert (reason["fillcolor"], reason["color"], reason["style"]) == (tint.ground, tint.border, "rounded,filled")
    assert graph.get_node("c_x").attr["fillcolor"] == card_tint("#ffff00", LIGHT).ground
    assert graph.get_node("c_shut").attr["fillcolor"] == card_tint("#00aa00", LIGHT).ground
    assert graph.get_subgraph("cluster_g_seen").graph_attr["bgcolor"] == area_tint("#0000aa", LIGHT).ground
    lines = {tuple(edge): edge.attr["color"] for edge in graph.edges()}
    assert lines["j_out", "c_a"] == lines["c_B", "j_out"] == graph.get_node("j_out").attr["color"] == "#aa00aa"
    assert lines["c_shut", "j_out"] == line_ink("#ffff00", LIGHT) != "#ffff00"
    assert lines["c_x", "c_B"] == LIGHT.attack
    graph.layout("dot")
    assert graph.draw(format="svg")


def test_arguments_are_filled_and_what_has_no_words_shows_its_id() -> None:
    graph = read(write(ArgumentMap(claims=(Claim("a", "A."), Claim("b", "", kind=ClaimKind.ARGUMENT)))))
    assert graph.get_node("c_b").attr["fillcolor"] == LIGHT.argument
    assert graph.get_node("c_b").attr["label"] == "b"
    assert "fillcolor" not in dict(graph.get_node("c_a").attr)


def test_labels_of_contracted_lines() -> None:
    graph = read(write(ASKING, Labelling("grounded semantics", {"doubt": Label.OUT, "in": Label.IN})))
    assert graph.get_edge("c_x", "c_B").attr["class"] == "falls"
