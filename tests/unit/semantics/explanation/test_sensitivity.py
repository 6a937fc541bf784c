"""What a change brings about, and what a conclusion hangs on."""

import pytest

from argmap.core.explanation import Difference
from argmap.core.labelling import Label
from argmap.semantics.explanation.change import what_if
from argmap.semantics.explanation.sensitivity import sensitivity
from tests.debates import debate

IN, OUT, UNDECIDED = Label.IN, Label.OUT, Label.UNDECIDED


def test_a_change_names_what_differs_and_nothing_else():
    change = what_if(debate("abcd", "b ! a", "c ! b"), {"c": OUT})
    assert change.claims == (Difference("a", IN, OUT), Difference("b", OUT, IN), Difference("c", IN, OUT))
    assert change.relations == (Difference("b ! a", OUT, IN), Difference("c ! b", IN, OUT))
    assert (change.forced, change.title) == ((("c", OUT),), "grounded semantics")


def test_a_change_of_a_base_score_largest_first():
    change = what_if(debate("abc", "b ! a"), {"b": 0.9}, "df-quad")
    assert [item.subject for item in change.claims] == ["b", "a"]
    assert (change.claims[1].before, change.claims[1].after) == pytest.approx((0.25, 0.05))


def test_a_change_that_leaves_no_answer():
    change = what_if(debate("ab", "a ! b", "b ! b"), {"a": OUT}, "stable")
    assert (change.exists, change.claims) == ((True, False), ())
    assert change.notes


def test_lists_of_labellings_are_not_compared():
    with pytest.raises(ValueError, match="count"):
        what_if(debate("a"), {}, "preferred", ask="count")
    with pytest.raises(ValueError, match="all"):
        sensitivity(debate("a"), "a", "preferred", ask="all")


def influences(found):
    return {item.claim: (item.if_out, item.if_in, item.sets) for item in found.influences}


def test_one_of_two_reasons_does_not_matter_alone():
    found = sensitivity(debate("abc", "a > c", "b > c"), "c")
    assert (found.value, found.flips, found.complete) == (IN, (("a", "b"),), True)
    assert influences(found) == {"a": (IN, IN, 1), "b": (IN, IN, 1)}


def test_defenders_carry_a_conclusion():
    found = sensitivity(debate("abcd", "a ! d", "b ! a", "c ! b"), "d")
    assert found.value is OUT
    assert found.flips == (("a",), ("c",))
    assert influences(found) == {"a": (IN, OUT, 1), "c": (IN, OUT, 1), "b": (OUT, IN, 0)}


def test_a_conflict_is_settled_by_the_fall_of_the_rival():
    found = sensitivity(debate("ab", "a = b"), "a")
    assert (found.value, found.flips) == (UNDECIDED, (("b",),))
    assert influences(found) == {"b": (IN, OUT, 1)}


def test_sets_hold_no_smaller_one_and_stay_within_the_size():
    shown = debate("abcdx", "a > x", "b > x", "c > x", "d > a", "d > b", "d > c")
    assert sensitivity(shown, "x").flips == (("d",), ("a", "b", "c"))
    assert sensitivity(shown, "x", largest_set=2).flips == (("d",),)


def test_what_does_not_lead_to_the_conclusion_is_left_out():
    found = sensitivity(debate("abcd", "a > b", "b > c", "b ! d"), "b")
    assert [item.claim for item in found.influences] == ["a"]


def test_under_the_deductive_reading_reasons_hang_on_what_they_support():
    found = sensitivity(debate("abc", "a > b", "c ! b"), "a", support="deductive")
    assert (found.value, found.flips) == (OUT, (("c",),))


def test_what_all_preferred_labellings_agree_on():
    shown = debate("abcd", "a = b", "a ! c", "b ! c", "c ! d")
    found = sensitivity(shown, "d", "preferred")
    assert (found.value, found.flips) == (IN, (("a", "b"),))
    best = sensitivity(shown, "a", "preferred", ask="credulous")
    assert (best.value, best.flips) == (IN, ())


def test_strengths_cross_one_half():
    """The conclusion has 0.5 + 0.5 * 0.75 = 0.875 under DF-QuAD; without both reasons it is back at 1/2."""
    found = sensitivity(debate("abc", "a > c", "b > c"), "c", "df-quad")
    assert found.value == pytest.approx(0.875)
    assert found.flips == (("a", "b"),)
    first = found.influences[0]
    assert (first.claim, first.if_out, first.if_in) == ("a", pytest.approx(0.75), pytest.approx(1.0))
    assert first.gradient == pytest.approx(0.25)


def test_strengths_are_ranked_by_what_their_loss_costs():
    found = sensitivity(debate("abcd", "a > d", "b > d", "c ! d", scores={"a": 0.1, "b": 0.9}), "d", "quadratic-energy")
    assert [item.claim for item in found.influences] == ["b", "c", "a"]


def test_no_answer_is_none():
    found = sensitivity(debate("ab", "a ! a", "b ! a"), "a", "stable")
    assert found.value is OUT
    none = sensitivity(debate("ab", "a ! a", "a ! b"), "b", "stable")
    assert (none.value, none.influences, none.flips) == (None, (), ())


def test_work_is_bounded_and_the_answer_says_so():
    names = [f"c{number}" for number in range(60)]
    shown = debate([*names, "x"], *(f"{name} > x" for name in names))
    found = sensitivity(shown, "x", "quadratic-energy", largest_set=3)
    assert not found.complete
    assert any("in part" in note for note in found.notes)
    assert sensitivity(shown, "x", largest_set=3).complete


def test_an_unknown_conclusion():
    with pytest.raises(KeyError):
        sensitivity(debate("a"), "b")
