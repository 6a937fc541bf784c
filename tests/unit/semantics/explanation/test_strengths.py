"""What each reason contributes to a strength, by removal and by gradient."""

from dataclasses import replace

import pytest

from argmap.core.explanation import Pattern, Role
from argmap.core.labelling import Label
from argmap.semantics.explanation.trials import slope
from argmap.semantics.explanation.why import why
from tests.debates import debate


def root(shown, claim, semantics="df-quad", **options):
    (case,) = why(shown, claim, semantics, **options).cases
    return case.root


def test_a_claim_alone_has_its_base_score():
    found = root(debate("a", scores={"a": 0.3}), "a")
    assert (found.value, found.base, found.pattern, found.children) == (0.3, 0.3, Pattern.BASE, ())


def test_contributions_by_hand():
    """DF-QuAD, base 0.5: a support of 0.8 and an attack of 0.4 give 0.5 + 0.5 * (0.8 - 0.4) = 0.7.

    Without the attack 0.9, without the support 0.3. While the supports are stronger, the strength is
    0.5 + 0.5 * (0.8 v - 0.4 w) for weights v and w, so the gradients are 0.4 and -0.2.
    """
    shown = debate("abc", "a > c", "b ! c", scores={"a": 0.8, "b": 0.4})
    found = root(shown, "c")
    assert found.value == pytest.approx(0.7)
    support, attack = found.children
    assert (support.subject, support.role, support.value) == ("a > c", Role.SUPPORT, 0.8)
    assert support.contribution.removal == pytest.approx(0.4)
    assert support.contribution.gradient == pytest.approx(0.4)
    assert attack.contribution.removal == pytest.approx(-0.2)
    assert attack.contribution.gradient == pytest.approx(-0.2)


def test_the_largest_comes_first():
    shown = debate("abcd", "a > d", "b > d", "c ! d", scores={"a": 0.1, "b": 0.3, "c": 0.9})
    assert [child.subject for child in root(shown, "d").children] == ["c ! d", "b > d", "a > d"]


def test_one_level_deeper():
    shown = debate("abc", "a > b", "b > c")
    (step,) = root(shown, "c").children
    (premise,) = step.children
    assert [child.subject for child in premise.children] == ["a > b"]
    assert premise.children[0].contribution.removal == pytest.approx(0.25)
    (flat,) = root(shown, "c", depth=0).children
    assert (flat.children[0].children, flat.children[0].cut) == ((), True)


def test_an_undercut_contributes_to_the_claim():
    shown = debate("abu", "a > b", "u ! a > b")
    (step,) = root(shown, "b").children
    undercut = step.children[1]
    assert (undercut.role, undercut.value) == (Role.UNDERCUT, 0.5)
    assert step.value == pytest.approx(0.25)
    assert undercut.contribution.removal == pytest.approx(-0.125)


def test_a_conflict_has_the_force_of_the_other_end():
    shown = debate("ab", "a = b", scores={"a": 0.9, "b": 0.2})
    (onto_a,) = root(shown, "a").children
    (onto_b,) = root(shown, "b").children
    assert onto_a.value < onto_b.value
    assert (onto_a.children[0].subject, onto_b.children[0].subject) == ("b", "a")


def test_circles_end_in_references():
    *_, last = root(debate("ab", "a = b", scores={"a": 0.9, "b": 0.2}), "a").walk()
    assert (last.subject, last.told) == ("a", True)


def test_weights_count():
    shown = debate("ab", "a > b")
    light = replace(shown, relations=(replace(shown.relations[0], weight=0.4),))
    (step,) = root(light, "b").children
    assert step.value == pytest.approx(0.2)
    assert step.contribution.gradient == pytest.approx(0.25)


def test_what_is_taken_for_granted():
    shown = debate("ab", "a ! b")
    assert root(shown, "b", forced={"b": Label.IN}).pattern is Pattern.FORCED
    found = root(shown, "b", forced={"a": 1.0})
    assert (found.value, found.children[0].children[0].base) == (0.0, 1.0)


def test_no_answer_without_convergence():
    shown = debate("ab", "a = b", scores={"a": 1.0, "b": 1.0})
    told = why(shown, "a", "df-quad")
    assert bool(told.cases) == told.complete


@pytest.mark.parametrize("at", [0.0, 0.0005, 0.3, 1.0])
def test_slopes_are_exact_for_what_is_at_most_quadratic(at):
    assert slope(lambda x: 3 * x * x - 2 * x + 1, at) == pytest.approx(6 * at - 2, abs=1e-6)


def test_no_slope_where_a_point_has_no_answer():
    assert slope(lambda x: None if x > 0.5 else x, 0.5) is None
