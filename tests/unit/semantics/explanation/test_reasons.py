"""Why a claim stands, falls or is undecided: every pattern on the smallest map that shows it."""

from dataclasses import replace

import pytest

from argmap.core.explanation import Pattern, Role, Scope, Tangle
from argmap.core.labelling import Label
from argmap.core.model import Relation, RelationKind
from argmap.semantics.evaluate import evaluate
from argmap.semantics.explanation.why import explain, why
from tests.debates import debate


def root(shown, claim, semantics="grounded", **options):
    (case,) = why(shown, claim, semantics, **options).cases
    return case.root


def shape(part):
    """A part as a nested tuple: subject, pattern, and what stands below it."""
    return (part.subject, part.pattern.value, *(shape(child) for child in part.children))


def test_nothing_attacks_it():
    found = root(debate("a"), "a")
    assert (found.value, found.role, shape(found)) == (Label.IN, Role.CONCLUSION, ("a", "unattacked"))


def test_an_attacker_that_nothing_answers():
    found = root(debate("ab", "b ! a"), "a")
    assert found.value is Label.OUT
    assert shape(found) == ("a", "attacked", ("b ! a", "holds", ("b", "unattacked")))


def test_a_refuted_objection():
    assert shape(root(debate("abc", "b ! a", "c ! b"), "a")) == (
        "a",
        "defended",
        ("b ! a", "premise-falls", ("b", "attacked", ("c ! b", "holds", ("c", "unattacked")))),
    )


def test_an_undercut_is_told_as_one():
    found = root(debate("abc", "b > a", "c ! b > a"), "a")
    assert shape(found) == (
        "a",
        "lost-support",
        ("b > a", "undercut", ("c ! b > a", "holds", ("c", "unattacked"))),
    )
    assert found.children[0].children[0].role is Role.UNDERCUT


def test_an_undercut_of_an_undercut():
    found = root(debate("abcd", "b > a", "c ! b > a", "d ! c ! b > a"), "a")
    assert shape(found) == (
        "a",
        "supported",
        (
            "b > a",
            "holds",
            ("b", "unattacked"),
            ("c ! b > a", "undercut", ("d ! c ! b > a", "holds", ("d", "unattacked"))),
        ),
    )


def test_linked_premises_count_only_together():
    attacked = root(debate("abcd", "b + c ! a", "d ! c"), "a")
    assert shape(attacked) == (
        "a",
        "defended",
        ("b + c ! a", "premise-falls", ("c", "attacked", ("d ! c", "holds", ("d", "unattacked")))),
    )
    held = root(debate("abc", "b + c ! a"), "a")
    assert shape(held) == ("a", "attacked", ("b + c ! a", "holds", ("b", "unattacked"), ("c", "unattacked")))


def test_two_reasons_of_which_one_is_lost():
    found = root(debate("abcd", "b > a", "c > a", "d ! b"), "a")
    assert found.value is Label.IN
    assert [(child.subject, child.value) for child in found.children] == [("c > a", Label.IN), ("b > a", Label.OUT)]


def test_further_reasons_are_named():
    found = root(debate("abcd", "b > a", "c > a", "d > a"), "a")
    assert (len(found.children), found.more) == (1, ("c > a", "d > a"))


def test_all_supports_lost():
    found = root(debate("abcde", "b > a", "c > a", "d ! b", "e ! c"), "a")
    assert (found.pattern, len(found.children)) == (Pattern.LOST_SUPPORT, 2)


def test_a_lost_support_comes_before_an_attack_that_follows_from_it():
    """The rival stands only because the claim has lost its support: that comes first."""
    found = root(debate("abcd", "b > a", "c ! b", "a = d"), "a")
    assert found.pattern is Pattern.LOST_SUPPORT
    assert [child.role for child in found.children] == [Role.SUPPORT, Role.CONFLICT]


def test_support_in_a_circle():
    found = root(debate("ab", "a > b", "b > a"), "a")
    assert (found.value, found.pattern) == (Label.OUT, Pattern.UNFOUNDED)
    assert found.circle.tangle is Tangle.SUPPORT_CIRCLE
    assert found.circle.claims == ("a", "b")
    assert found.circle.relations == ("a > b", "b > a")


def test_what_hangs_on_a_circle_of_support_has_lost_its_support():
    found = root(debate("abc", "a > b", "b > a", "b > c"), "c")
    assert (found.pattern, found.children[0].children[0].pattern) == (Pattern.LOST_SUPPORT, Pattern.UNFOUNDED)


def test_not_assumed_and_not_supported():
    assert root(debate("a", assumed={"a": False}), "a").pattern is Pattern.UNSUPPORTED


@pytest.mark.parametrize(
    ("shown", "tangle", "claims"),
    [
        (debate("a", "a ! a"), Tangle.SELF_ATTACK, ("a",)),
        (debate("ab", "a = b"), Tangle.MUTUAL_ATTACK, ("a", "b")),
        (debate("ab", "a ! b", "b ! a"), Tangle.MUTUAL_ATTACK, ("a", "b")),
        (debate("abc", "a ! b", "b ! c", "c ! a"), Tangle.ODD_CIRCLE, ("a", "b", "c")),
        (debate("abcd", "a ! b", "b ! c", "c ! d", "d ! a"), Tangle.EVEN_CIRCLE, ("a", "b", "c", "d")),
        (debate("ab", "a ! b", "b > a"), Tangle.ODD_CIRCLE, ("a", "b")),
        (debate("abc", "b > a", "a ! b > a", assumed={"a": False}), Tangle.ODD_CIRCLE, ("a",)),
        (debate("abcd", "c > a", "d ! c", "a > b", "b > a"), Tangle.SUPPORT_CIRCLE, ("a", "b")),
    ],
)
def test_the_conflict_that_nobody_settles(shown, tangle, claims):
    found = root(shown, "a")
    assert (found.value, found.pattern) == (Label.UNDECIDED, Pattern.CONFLICT)
    assert (found.circle.tangle, found.circle.claims) == (tangle, claims)


def test_relations_of_a_circle_lead_from_one_to_the_next():
    assert root(debate("abc", "c ! a", "a ! b", "b ! c"), "a").circle.relations == ("a ! b", "b ! c", "c ! a")


def test_hanging_on_a_conflict():
    found = root(debate("abcd", "b = c", "b > d", "d ! a"), "a")
    assert (found.pattern, found.circle.claims) == (Pattern.HANGS, ("b", "c"))
    assert shape(found) == (
        "a",
        "hangs",
        ("d ! a", "hangs", ("d", "hangs", ("b > d", "hangs", ("b", "conflict")))),
    )


def test_a_claim_that_undercuts_the_attack_on_itself():
    found = root(debate("ab", "b ! a", "a ! b ! a"), "a")
    assert (found.value, found.pattern) == (Label.UNDECIDED, Pattern.CONFLICT)
    assert (found.circle.tangle, found.circle.claims) == (Tangle.EVEN_CIRCLE, ("a",))
    assert found.circle.relations == ("a ! b ! a", "b ! a")


def test_undercuts_that_only_undercut_each_other_touch_no_claim():
    steps = (Relation("one", RelationKind.ATTACK, ("a",), "two"), Relation("two", RelationKind.ATTACK, ("b",), "one"))
    shown = replace(debate("ab"), relations=steps)
    assert [root(shown, name).pattern for name in "ab"] == [Pattern.UNATTACKED, Pattern.UNATTACKED]


@pytest.mark.parametrize(
    ("support", "claim", "pattern"),
    [
        ("deductive", "a", Pattern.NEED_FAILS),
        ("deductive", "b", Pattern.ATTACKED),
        ("necessary", "a", Pattern.UNATTACKED),
        ("ignore", "a", Pattern.UNATTACKED),
        ("default", "a", Pattern.UNATTACKED),
    ],
)
def test_reasons_follow_the_reading_of_support(support, claim, pattern):
    """a supports b, and c attacks b: only the deductive reading makes a fall with b."""
    found = root(debate("abc", "a > b", "c ! b"), claim, support=support)
    assert found.pattern is pattern


def test_a_need_that_falls():
    found = root(debate("abc", "a > b", "c ! a"), "b", support="necessary")
    assert shape(found) == (
        "b",
        "need-fails",
        ("a > b", "premise-falls", ("a", "attacked", ("c ! a", "holds", ("c", "unattacked")))),
    )
    assert found.children[0].role is Role.NEED


def test_a_need_that_an_undercut_stops():
    found = root(debate("abcd", "a > b", "c ! a", "d ! a > b"), "b", support="necessary")
    assert (found.value, found.pattern, found.children[0].pattern) == (Label.IN, Pattern.NEEDS_MET, Pattern.UNDERCUT)


def test_what_is_taken_for_granted_needs_no_reason():
    found = root(debate("abc", "b ! a", "c ! b"), "a", forced={"b": Label.IN})
    assert shape(found) == ("a", "attacked", ("b ! a", "holds", ("b", "forced")))


def test_circles_of_a_labelling_end_in_references():
    first, second = why(debate("ab", "a = b"), "a", "preferred").cases
    assert (first.scope, second.scope) == (Scope.SOME, Scope.SOME)
    assert shape(first.root) == (
        "a",
        "defended",
        ("a = b", "premise-falls", ("b", "attacked", ("a = b", "holds", ("a", "defended")))),
    )
    *_, last = first.root.walk()
    assert last.told
    assert (second.root.value, second.root.pattern) == (Label.OUT, Pattern.ATTACKED)


def test_what_all_labellings_share():
    """Whoever wins the conflict, c falls and d stands."""
    told = why(debate("abcd", "a = b", "a ! c", "b ! c", "c ! d"), "d", "preferred")
    assert [(case.scope, case.root.value) for case in told.cases] == [(Scope.ALL, Label.IN)]
    assert told.count == 2


def test_the_best_case_alone():
    told = why(debate("ab", "a = b"), "a", "preferred", ask="credulous")
    assert [case.root.value for case in told.cases] == [Label.IN]


def test_no_labelling_nothing_to_explain():
    told = why(debate("a", "a ! a"), "a", "stable")
    assert (told.cases, told.count) == ((), 0)
    assert told.notes


def test_a_semantics_that_leaves_a_choice_says_so():
    cases = why(debate("ab", "a ! b"), "b", "conflict-free").cases
    assert {case.root.pattern for case in cases if case.root.value is Label.IN} == {Pattern.CHOSEN}


def test_too_many_labellings_to_list():
    names = [f"{letter}{number}" for number in range(12) for letter in "ab"]
    shown = debate(names, *(f"a{number} = b{number}" for number in range(12)))
    told = why(shown, "a0", "preferred")
    assert {case.root.value for case in told.cases} == {Label.IN, Label.OUT}
    assert (told.count, told.complete) == (None, True)


def test_depth_and_size_cut_what_lies_deep():
    shown = debate("abcdef", "b ! a", "c ! b", "d ! c", "e ! d", "f ! e")
    parts = list(root(shown, "a", depth=2).walk())
    assert [part.subject for part in parts] == ["a", "b ! a", "b", "c ! b", "c"]
    assert [part.cut for part in parts] == [False, False, False, False, True]


def test_an_evaluation_that_was_made_before():
    shown = debate("ab", "a = b")
    found = evaluate(shown, "preferred", ask="all")
    told = explain(shown, "a", found, labelling=found.labellings[1], scope=Scope.SOME)
    assert [(case.scope, case.root.value) for case in told.cases] == [(Scope.SOME, found.labellings[1].labels["a"])]
    assert told.title == "preferred semantics"


def test_faults_of_the_question():
    shown = debate("a")
    with pytest.raises(KeyError):
        why(shown, "b")
    with pytest.raises(KeyError):
        why(shown, "a", forced={"b": Label.IN})
    with pytest.raises(ValueError, match="base score"):
        why(shown, "a", forced={"a": 0.3})


def test_a_need_that_lapsed_tells_what_it_would_have_been():
    """a needs b only as long as a itself does not undercut that step; b attacks itself by way of a."""
    shown = debate("ab", "a > a", "b > a", "a + b ! b", "a ! b > a")
    (case,) = why(shown, "a", "preferred", support="necessary").cases
    assert (case.root.value, case.root.pattern) == (Label.IN, Pattern.NEEDS_MET)
    lapsed = next(child for child in case.root.children if child.pattern is Pattern.UNDERCUT)
    assert (lapsed.children[0].subject, lapsed.children[0].circle.tangle) == ("b", Tangle.SELF_ATTACK)
