"""What goes beyond the published forms: weights, linked premises, undercuts, symmetric conflict, pins, faulty maps."""

import pytest

from argmap.core.model import ArgumentMap, Claim, Relation
from argmap.semantics.framework.budget import Budget
from argmap.semantics.strength.solve import solve
from tests.unit.semantics.strength.graphs import ATTACK, CONFLICT, SUPPORT, arrow, graph, solved, strengths


def test_claims_come_first_then_relations_each_in_file_order():
    found = strengths(
        graph({"z": 0.5, "a": 0.5}, arrow(ATTACK, "z", "a", name="m"), arrow(SUPPORT, "z", "a", name="b"))
    )
    assert list(found) == ["z", "a", "m", "b"]


def test_a_claim_without_a_score_has_one_half():
    assert strengths(graph({"a": None}))["a"] == 0.5


def test_the_force_of_a_plain_relation_is_the_strength_of_its_premise():
    found = strengths(graph({"a": 0.7, "t": 0.5}, arrow(SUPPORT, "a", "t", name="r")))
    assert found["r"] == 0.7


def test_a_weight_scales_the_force():
    found = strengths(graph({"a": 0.8, "t": 0.5}, arrow(ATTACK, "a", "t", weight=0.25, name="r")))
    assert found["r"] == pytest.approx(0.2)
    assert found["t"] == pytest.approx(0.5 - 0.5 * 0.2)


def test_linked_premises_multiply_and_repeated_ones_count_once():
    found = strengths(
        graph(
            {"a": 0.8, "b": 0.5, "t": 0.5},
            arrow(SUPPORT, "a b", "t", weight=0.5, name="linked"),
            arrow(ATTACK, "a a", "t", name="repeated"),
        )
    )
    assert found["linked"] == pytest.approx(0.2)
    assert found["repeated"] == 0.8


def test_undercuts_lower_the_force_and_are_undercut_themselves():
    found = strengths(
        graph(
            {"a": 0.8, "t": 0.5, "u": 0.5, "v": 0.25, "w": 0.5},
            arrow(SUPPORT, "a", "t", name="r"),
            arrow(ATTACK, "u", "r", name="first"),
            arrow(ATTACK, "v", "r", name="second"),
            arrow(ATTACK, "w", "first", weight=0.5, name="third"),
        )
    )
    assert found["third"] == 0.25
    assert found["first"] == pytest.approx(0.5 * 0.75)
    assert found["r"] == pytest.approx(0.8 * (1 - 0.375) * 0.75)
    assert found["a"] == 0.8
    assert found["t"] == pytest.approx(0.5 + 0.5 * 0.375)


def test_a_symmetric_conflict_attacks_both_ways_and_its_force_is_the_larger_one():
    found = strengths(graph({"a": 0.9, "b": 0.3}, arrow(CONFLICT, "a", "b", name="c")))
    assert found["a"] == pytest.approx(0.9 * (1 - found["b"]), abs=1e-8)
    assert found["b"] == pytest.approx(0.3 * (1 - found["a"]), abs=1e-8)
    assert found["c"] == max(found["a"], found["b"])


@pytest.mark.parametrize("weight", [None, 0.5])
def test_an_undercut_lowers_both_ways_of_a_symmetric_conflict(weight):
    undercut = arrow(ATTACK, "u", "c", name="stop")
    found = strengths(
        graph({"a": 0.9, "b": 0.3, "u": 1.0}, arrow(CONFLICT, "a", "b", weight=weight, name="c"), undercut)
    )
    assert (found["a"], found["b"], found["c"]) == (0.9, 0.3, 0.0)


def test_a_symmetric_conflict_is_two_attacks():
    scores = {"a": 0.9, "b": 0.3, "c": 0.7}
    one = strengths(graph(scores, arrow(CONFLICT, "a", "b", weight=0.5), arrow(CONFLICT, "c", "b")))
    pairs = [("a", "b", 0.5), ("b", "a", 0.5), ("c", "b", None), ("b", "c", None)]
    two = strengths(graph(scores, *(arrow(ATTACK, *pair) for pair in pairs)))
    assert [one[name] for name in scores] == [two[name] for name in scores]


def test_pinned_claims_keep_their_strength_whatever_is_said_of_them():
    argument_map = graph({"a": 0.9, "b": 0.3, "c": 0.5}, attacks=[("a", "b"), ("b", "a"), ("b", "c")])
    found, convergence = solved(argument_map, "df-quad", {"b": 1.0})
    assert found["b"] == 1.0
    assert found["a"] == found["c"] == 0.0
    assert found["attack a -> b"] == 0.0
    assert convergence.method == "one pass"


def test_pins_on_nothing_of_the_map_are_ignored():
    assert strengths(graph({"a": 0.9}), pinned={"b": 1.0}) == {"a": 0.9}


class _Careless:
    """A semantics that leaves the range."""

    name = title = "careless"

    def strength(self, base, supports, attacks):
        return base + sum(supports) - sum(attacks)


def test_what_a_semantics_returns_is_kept_in_range():
    argument_map = graph({"a": 0.9, "b": 0.8, "c": 0.3}, supports=[("a", "b")], attacks=[("a", "c")])
    found, _ = solve(argument_map, _Careless(), pinned={}, budget=Budget())
    assert (found["a"], found["b"], found["c"]) == (0.9, 1.0, 0.0)


# Maps with faults, as a program may make them: they still have strengths


def test_scores_weights_and_pins_out_of_range_are_the_nearest_end():
    found = strengths(
        graph(
            {"a": 1.5, "b": -0.5, "c": 7.0, "t": 0.5},
            arrow(SUPPORT, "a", "t", weight=3.0, name="r"),
            arrow(SUPPORT, "a", "t", weight=-3.0, name="s"),
        ),
        pinned={"c": 2.0},
    )
    assert found == {"a": 1.0, "b": 0.0, "c": 1.0, "t": 1.0, "r": 1.0, "s": 0.0}


def test_relations_with_an_end_that_is_missing_are_left_out():
    found = strengths(
        graph(
            {"a": 1.0, "t": 0.5},
            arrow(SUPPORT, "gone", "t", name="r"),
            arrow(ATTACK, "a", "r", name="s"),
            arrow(ATTACK, "a", "nowhere", name="u"),
            arrow(ATTACK, "", "t", name="v"),
        )
    )
    assert found == {"a": 1.0, "t": 0.5}


@pytest.mark.parametrize("kind", [SUPPORT, CONFLICT])
def test_a_support_or_conflict_aimed_at_a_relation_has_a_force_and_no_effect(kind):
    found = strengths(
        graph(
            {"a": 1.0, "b": 0.7, "u": 0.5, "t": 0.5},
            arrow(SUPPORT, "a", "t", name="r"),
            arrow(kind, "b", "r", name="odd"),
            arrow(ATTACK, "u", "odd", name="undercut"),
        )
    )
    assert found == {"a": 1.0, "b": 0.7, "u": 0.5, "t": 1.0, "r": 1.0, "odd": 0.35, "undercut": 0.5}


def test_a_conflict_of_a_claim_with_itself_is_one_self_attack():
    once = strengths(graph({"a": 1.0}, arrow(ATTACK, "a", "a", name="r")))
    assert strengths(graph({"a": 1.0}, arrow(CONFLICT, "a", "a", name="r"))) == once


def test_a_relation_that_undercuts_itself():
    found = strengths(graph({"a": 1.0}, arrow(ATTACK, "a", "r", name="r")))
    assert found["r"] == pytest.approx(0.5, abs=1e-8)


def test_a_claim_keeps_its_id_before_a_relation():
    relation = Relation("a", SUPPORT, ("b",), "a", named=True)
    found = strengths(
        ArgumentMap(claims=(Claim("a", "A", score=0.5), Claim("b", "B", score=0.2)), relations=(relation,))
    )
    assert found == {"a": 0.6, "b": 0.2}


def test_an_empty_map_has_no_strengths():
    found, convergence = solved(ArgumentMap(), "df-quad")
    assert found == {}
    assert (convergence.method, convergence.converged) == ("one pass", True)
