"""Map to D2, held against D2 itself."""

import re
import warnings

import pytest

from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Display, Group, Question, Relation, RelationKind
from argmap.diagram.colours import area_tint, card_tint, line_ink
from argmap.diagram.themes import LIGHT
from argmap.formats import FORMATS
from argmap.formats.d2 import write
from argmap.pipeline import load, read
from tests.diagram_parsers import d2_fault, d2_shapes, mermaid_graphs
from tests.documents import ROOT

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pygraphviz

TRAM = ArgumentMap(
    title='A "tram": $yes?',
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
    groups=(Group("money", "Money & means", ("a", "b")), Group("inner", "Inner", ("b",), parent="money")),
)


def lines_of(text):
    return text.splitlines()


def heads(text):
    """Names, without what stands in braces after them."""
    return [re.sub(r" \{.*", "", line).strip() for line in lines_of(text)]


def test_diagram_in_full():
    text = write(TRAM)
    named = heads(text)
    start = named.index('q_q: "Should the town build a tram?"')
    assert named[:2] == ["direction: up", 'title: "A \\"tram\\": \\$yes?"']
    assert named[start:] == [
        'q_q: "Should the town build a tram?"',
        'c_tram: "Build it\\nThe town should build a tram line."',
        'c_u: "They work from home."',
        'c_bus: "Buses are better."',
        "j_step: ''",
        'g_money: "Money & means"',
        "class: area",
        'c_a: "It is fast."',
        'g_inner: "Inner"',
        "class: area",
        'c_b: "Many ride."',
        "}",
        "}",
        "g_money.c_a -- j_step:",
        "g_money.g_inner.c_b -- j_step:",
        'j_step -> c_tram: "+"',
        'c_u -> j_step: "−"',
        'c_bus <-> c_tram: "↔"',
        "c_tram -> q_q:",
    ]
    assert d2_fault([text]) == ""


def test_what_is_drawn():
    drawn = d2_shapes(write(TRAM))
    assert drawn["title"] == ['A "tram": $yes?']
    assert drawn["c_tram"] == ["Build it", "The town should build a tram line."]
    assert drawn["g_money.g_inner"] == ["Inner"]


@pytest.mark.parametrize("way", ["down", "up", "left", "right"])
def test_arrows_run_from_where_the_reasons_lie(way):
    turned = {"down": "up", "up": "down", "left": "right", "right": "left"}[way]
    assert lines_of(write(ArgumentMap(display=Display(way))))[0] == f"direction: {turned}"


def test_same_map_same_text():
    assert write(TRAM) == write(TRAM)
    assert FORMATS["d2"].write(TRAM) == write(TRAM)
    assert write(ArgumentMap()) == "direction: up\n"
    assert d2_fault([write(ArgumentMap())]) == ""


def test_attacks_are_dashed_and_have_open_heads():
    lines = lines_of(write(TRAM))
    attack = next(line for line in lines if line.startswith("c_u ->"))
    assert f"style.stroke: '{LIGHT.attack}'" in attack and "style.stroke-dash" in attack
    assert "target-arrowhead: {shape: triangle; style.filled: false}" in attack
    rivals = next(line for line in lines if "<->" in line)
    assert "source-arrowhead" in rivals and "target-arrowhead" in rivals
    support = next(line for line in lines if line.startswith("j_step ->"))
    assert "dash" not in support and LIGHT.support in support


def test_labels_are_marks_and_classes():
    labels = {"tram": Label.UNDECIDED, "a": Label.IN, "b": Label.OUT, "step": Label.OUT, "cut": Label.IN}
    text = write(TRAM, Labelling("grounded semantics", labels))
    lines = lines_of(text)
    assert 'title: "A \\"tram\\": \\$yes?\\ngrounded semantics: ✓ stands, ✗ falls, ◐ undecided"' in heads(text)
    assert next(line for line in lines if "c_tram:" in line).endswith("{class: [thesis; undecided]}")
    assert '"✗ Many ride." {class: [implicit; falls]' in text
    widths = {line.split(":")[0]: re.search(r"stroke-width: (\d)", line)[1] for line in lines if " -> " in line}
    assert (widths["j_step -> c_tram"], widths["c_u -> j_step"], widths["c_tram -> q_q"]) == ("1", "3", "2")
    assert d2_fault([text]) == ""


def test_strengths_are_numbers_and_widths():
    text = write(TRAM, Labelling("strength by $x", strengths={"a": 0.256, "step": 1.0}))
    assert '"It is fast.\\nstrength 0.26"' in text
    assert "stroke-width: 5" in next(line for line in lines_of(text) if line.startswith("j_step ->"))
    assert d2_fault([text]) == ""


def test_a_labelling_of_something_else_changes_nothing():
    assert write(TRAM, Labelling("x", {"nowhere": Label.IN})) == write(TRAM)
    assert FORMATS["d2"].shows_labels


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
        Relation("cut", RelationKind.ATTACK, ("m",), "out"),
    ),
    groups=(
        Group("shut", "Shut", ("m", "n"), closed=True, colour="#00aa00"),
        Group("seen", "Seen", ("x",), colour="#0000aa"),
    ),
    display=Display("right", "title", {"t": "#aa0000"}, {"support": "#aa00aa", "undercut": "#ffff00"}),
)


def test_what_the_map_asks_for():
    text = write(ASKING)
    named = heads(text)
    assert {'c_a: "Title"', 'c_B: "Reason"', 'c_shut: "Shut"', 'g_seen: "Seen"', 'c_x: "X."'} <= set(named)
    assert not any("c_p" in line for line in named)
    tint, seen = card_tint("#aa0000", LIGHT), area_tint("#0000aa", LIGHT)
    assert f"style.fill: '{tint.ground}'; style.stroke: '{tint.border}'" in text
    assert f"style.fill: '{seen.ground}'; style.stroke: '{seen.border}'" in text
    assert "#aa00aa" in next(line for line in lines_of(text) if line.startswith("j_out ->"))
    assert line_ink("#ffff00", LIGHT) in next(line for line in lines_of(text) if line.startswith("c_shut ->"))
    assert d2_fault([text]) == ""


def test_what_has_no_words_shows_its_id():
    assert 'c_b: "b"' in heads(write(ArgumentMap(claims=(Claim("b", "", kind=ClaimKind.ARGUMENT),))))


def test_programs_take_the_maps_of_this_project():
    paths = [*ROOT.glob("arguments/*.argmap.yaml"), *ROOT.glob("examples/**/*.argmap.yaml")]
    maps = [load(read(str(path))).map for path in sorted(paths)]
    assert len(maps) > 8
    texts = {name: [FORMATS[name].write(item) for item in maps] for name in ("d2", "mermaid", "dot")}
    assert d2_fault(texts["d2"]) == ""
    assert not [graph for graph in mermaid_graphs(texts["mermaid"]) if "error" in graph]
    for text in texts["dot"]:
        assert pygraphviz.AGraph(string=text).nodes()
