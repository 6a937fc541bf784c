"""Layout engines: which one runs, what it sees, and what happens where one is missing or too slow."""

import sys

import pytest

from argmap.core.errors import ArgmapError
from argmap.core.model import ArgumentMap, Claim, Question, Relation, RelationKind, relation_name
from argmap.diagram.cards import CardMaker
from argmap.diagram.compose import Style, compose
from argmap.diagram.fit import Page, parse_page
from argmap.diagram.layout import automatic, budget, choose, dot, layered, ranks, sugiyama, system
from argmap.diagram.layout.base import Layers, Link, Node, Problem, Shape
from argmap.diagram.layout.order import broken_areas, crossings, flaws, in_file_order, settle
from argmap.diagram.plan import make_plan, parts
from tests.unit.diagram.legibility import all_faults


def layers(across, layer, segments, area=None, areas=()) -> Layers:
    count = len(across)
    return Layers(
        tuple(across), tuple(layer), tuple(area or [-1] * count), (Shape.BOX,) * count,
        tuple((one, two, 1) for one, two in segments), (), tuple(areas), 10.0, 8.0,
    )  # fmt: skip


TREE = layers([40] * 5, [0, 1, 1, 2, 2], [(0, 1), (0, 2), (1, 3), (1, 4)])


def tree_map(count: int) -> ArgumentMap:
    relations = [(f"c{number}", f"c{(number - 1) // 3}") for number in range(1, count)]
    return ArgumentMap(
        claims=tuple(Claim(f"c{number}", f"Claim {number}.") for number in range(count)),
        relations=tuple(
            Relation(relation_name((one,), other), RelationKind.SUPPORT, (one,), other) for one, other in relations
        ),
    )


def test_graphviz_never_sees_our_words():
    text = dot.source(TREE, frozenset())
    assert 'label=""' in text and text.isascii()
    assert {word for word in text.split() if word.startswith("n") and word[1:].isdigit()} == {
        "n0",
        "n1",
        "n2",
        "n3",
        "n4",
    }


@pytest.mark.parametrize("place", [dot.place, sugiyama.place])
def test_engines_keep_boxes_apart(place):
    middles = place(TREE)
    assert flaws(TREE, settle(TREE, middles)) == 0
    assert abs(middles[1] - middles[2]) >= 40 and abs(middles[3] - middles[4]) >= 40


def test_the_guarded_process_gives_the_same_places():
    assert budget.in_time(TREE, 60) == dot.place(TREE)


def test_a_spent_budget_gives_nothing():
    assert budget.in_time(TREE, 0.001) is None


def test_a_slow_layout_falls_back_with_a_note(monkeypatch):
    monkeypatch.setattr(automatic, "IN_PROCESS", 3)
    made = compose(tree_map(12), Style(budget=0.001))
    assert "0.001 s" in made.notes[0]
    assert all_faults(made.scene, tree_map(12)) == []
    monkeypatch.setattr(sugiyama, "is_installed", lambda: False)
    made = compose(tree_map(12), Style(budget=0.001))
    assert "argmap[large]" in made.notes[-1]
    assert len(made.scene.cards) == 12


def test_size_alone_chooses_the_engine(monkeypatch):
    monkeypatch.setattr(automatic, "IN_PROCESS", 1)
    monkeypatch.setattr(automatic, "WITH_GUARD", 2)
    monkeypatch.setattr(budget, "in_time", lambda *_: pytest.fail("too large to try"))
    assert compose(tree_map(12), Style()).notes == ()


def test_missing_engines(monkeypatch):
    monkeypatch.setitem(sys.modules, "igraph", None)
    with pytest.raises(ArgmapError, match="igraph") as caught:
        compose(tree_map(3), Style(engine="sugiyama"))
    assert caught.value.slug == "missing-igraph" and "argmap[large]" in (caught.value.hint or "")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ArgmapError) as caught:
        system.place(TREE)
    assert caught.value.slug == "missing-graphviz"
    with pytest.raises(ArgmapError) as caught:
        choose("neato", 1)
    assert caught.value.slug == "unknown-engine"


def test_crossings_are_counted():
    pair = layers([10] * 4, [0, 0, 1, 1], [(0, 3), (1, 2)])
    assert crossings(pair, [0, 20, 0, 20]) == 1
    assert crossings(pair, [0, 20, 20, 0]) == 0


def test_what_comes_first_stands_first():
    row = layers([10] * 3, [0, 0, 0], [])
    assert in_file_order(row, [40.0, 20.0, 0.0]) == [-40.0, -20.0, 0.0]
    assert in_file_order(row, [0.0, 40.0, 20.0]) == [0.0, 40.0, 20.0]


def test_foreign_boxes_break_an_area():
    row = layers([10] * 3, [0, 0, 0], [], area=[0, -1, 0], areas=[-1])
    assert broken_areas(row, [0, 20, 40]) == [True]
    assert broken_areas(row, [0, 60, 20]) == [False]


def test_boxes_stand_two_layers_apart_and_circles_are_cut():
    box, joint = Node(Shape.BOX, 10, 10), Node(Shape.JUNCTION, 7, 7)
    linked = Problem((box, box, joint), (Link(0, 2, "support", True, "arrow"), Link(2, 1, "support", False, "none")))
    assert ranks.layers(linked, ranks.upward(linked)) == [0, 2, 1]
    circle = Problem((box, box), (Link(0, 1, "support", True, "arrow"), Link(1, 0, "support", True, "arrow")))
    assert ranks.upward(circle) == [True, False]
    assert ranks.layers(circle, ranks.upward(circle)) == [0, 1]


def test_parts_are_laid_out_apart():
    two = ArgumentMap(claims=(*tree_map(2).claims, Claim("lone", "Alone.")), relations=tree_map(2).relations)
    split = parts(make_plan(two, CardMaker(two)))
    assert [[item.id for item in part.items] for part in split] == [["c0", "c1"], ["lone"]]


@pytest.mark.parametrize("view", ["map", "tree"])
def test_a_deep_chain_needs_no_recursion(view):
    count = 1500
    chain = ArgumentMap(
        claims=tuple(Claim(f"c{number}", "So.") for number in range(count)),
        relations=tuple(
            Relation(f"r{number}", RelationKind.ATTACK, (f"c{number + 1}",), f"c{number}")
            for number in range(count - 1)
        ),
    )
    scene = compose(chain, Style(view=view)).scene
    assert {card.id for card in scene.cards} == {claim.id for claim in chain.claims}


def test_pages():
    assert parse_page("A4") == Page(595.28, 841.89, True)
    assert parse_page("letter") == Page(612, 792, True)
    assert parse_page("160x90mm") == Page(453.54, 255.12)
    assert parse_page("8in x 100mm") == Page(576, 283.46)
    assert parse_page("400×300") == Page(400, 300)
    for wrong in ("a9", "10x10", "x", "1e3x5", "100", "99999x99999", "5x"):
        assert parse_page(wrong) is None


def test_a_tangle_is_drawn_as_a_tree_with_a_note(monkeypatch):
    monkeypatch.setattr(layered, "MOST_PIECES", 50)
    names = [f"c{number}" for number in range(8)]
    claims = tuple(Claim(name, f"Claim {name}.") for name in names)
    relations = tuple(
        Relation(f"{one} -> {two}", RelationKind.SUPPORT, (one,), two)
        for place, two in enumerate(names)
        for one in names[place + 1 :]
    )
    made = compose(ArgumentMap(claims=claims, relations=relations))
    assert "nobody could read it" in made.notes[0]
    assert {card.id for card in made.scene.cards} == set(names)
    assert all_faults(made.scene, ArgumentMap(claims=claims, relations=relations)) == []


def test_what_comes_first_in_the_file_stands_first():
    questions = tuple(Question(f"q{number}", f"Question {number}?") for number in range(3))
    positions = [Claim(f"c{number}", f"Claim {number}.", answers=(f"q{number // 2}",)) for number in range(6)]
    claims = (*positions, Claim("shared", "Shared."))
    relations = tuple(
        Relation(f"shared -> c{number}", RelationKind.SUPPORT, ("shared",), f"c{number}") for number in range(6)
    )
    scene = compose(ArgumentMap(claims=claims, relations=relations, questions=questions)).scene
    place = {card.id: card.x for card in scene.cards}
    assert place["q0"] < place["q1"] < place["q2"]
    assert [place[f"c{number}"] for number in range(6)] == sorted(place[f"c{number}"] for number in range(6))
