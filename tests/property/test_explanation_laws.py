"""Laws of explanations: they are faithful to the labelling, they cover, they end; changes and sets are real."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.core.explanation import Pattern, Role, Scope
from argmap.core.graph import MapGraph
from argmap.core.labelling import Label
from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.reporters.answers import ANSWER_FORMATS, Account
from argmap.semantics.evaluate import evaluate
from argmap.semantics.explanation.accepted import reasons
from argmap.semantics.explanation.change import what_if
from argmap.semantics.explanation.sensitivity import sensitivity
from argmap.semantics.explanation.why import explain, why
from tests.debates import debates
from tests.maps import maps

READINGS = ["default", "deductive", "necessary", "ignore"]
COMPLETE = ["grounded", "preferred", "complete", "ideal"]
AGAINST = {Role.ATTACK, Role.CONFLICT}


def cases(map, semantics="grounded", support="default", **options):
    """Every claim with each labelling of a semantics, explained."""
    found = evaluate(map, semantics, support=support, ask="all", limit=4)
    for labelling in found.labellings:
        for claim in map.claims:
            yield labelling.labels, reasons(map, claim.id, labelling, support=support, **options)


def premises(map, part, above):
    relation = map.relation[part.subject]
    if relation.kind is RelationKind.CONFLICT and above == relation.premises[0]:
        return {relation.target}
    return set(relation.premises)


def with_parents(root):
    waiting = [(root, None)]
    while waiting:
        part, above = waiting.pop()
        yield part, above
        waiting.extend((child, part) for child in part.children)


@given(debates(), st.sampled_from(COMPLETE), st.sampled_from(READINGS))
def test_what_is_said_is_what_the_labelling_says(map, semantics, support):
    for labels, root in cases(map, semantics, support):
        for part, _ in with_parents(root):
            if part.role in {Role.CONCLUSION, Role.PREMISE, Role.SUPPORT, Role.ATTACK, Role.UNDERCUT}:
                assert part.value is labels[part.subject]
            if part.role is Role.CONFLICT and part.value is Label.IN:
                assert labels[part.subject] is Label.IN


@given(debates(), st.sampled_from(COMPLETE), st.sampled_from(READINGS))
def test_causes_have_the_labels_that_cause(map, semantics, support):
    for _, root in cases(map, semantics, support):
        for part, _ in with_parents(root):
            if not part.children:
                continue
            first = part.children[0]
            if part.pattern is Pattern.ATTACKED:
                assert (first.role in AGAINST, first.value) == (True, Label.IN)
            elif part.pattern is Pattern.NEED_FAILS:
                assert (first.role, first.value) == (Role.NEED, Label.OUT)
            elif part.pattern is Pattern.PREMISE_FALLS:
                assert [(child.role, child.value) for child in part.children] == [(Role.PREMISE, Label.OUT)]
            elif part.pattern is Pattern.UNDERCUT and part.role is not Role.NEED:
                assert [(child.role, child.value) for child in part.children] == [(Role.UNDERCUT, Label.IN)]
            elif part.pattern is Pattern.LOST_SUPPORT:
                lost = [child for child in part.children if child.role is Role.SUPPORT]
                assert lost and all(child.value is Label.OUT for child in lost)


@given(debates(), st.sampled_from(COMPLETE), st.sampled_from(READINGS))
def test_the_defence_covers_every_attack(map, semantics, support):
    for _, root in cases(map, semantics, support, size=1000, depth=50):
        onto = MapGraph(map).onto
        for part, _ in with_parents(root):
            if part.role not in {Role.CONCLUSION, Role.PREMISE} or part.value is not Label.IN or part.told:
                continue
            attacks = {item.id for item in onto.get(part.subject, ()) if item.kind is not RelationKind.SUPPORT}
            told = {child.subject for child in part.children if child.role in AGAINST}
            assert attacks == told
            assert all(child.value is Label.OUT for child in part.children if child.role in AGAINST)


@given(debates(), st.sampled_from(COMPLETE), st.sampled_from(READINGS))
def test_an_explanation_that_is_not_cut_ends_in_what_needs_none(map, semantics, support):
    ends = {
        Pattern.UNATTACKED, Pattern.UNSUPPORTED, Pattern.UNFOUNDED, Pattern.CONFLICT
    }  # fmt: skip
    for _, root in cases(map, semantics, support, size=1000, depth=50):
        for part, _ in with_parents(root):
            assert not part.cut
            if not part.children and not part.told:
                assert part.pattern in ends, part


@given(debates())
def test_grounded_labels_rest_on_no_circle(map):
    """Under the grounded semantics what is in is never its own reason; a support that it lost may go back to it."""
    for _, root in cases(map, size=1000, depth=50):
        waiting = [(root, ())]
        while waiting:
            part, above = waiting.pop()
            if part.value is Label.IN and part.role is Role.PREMISE:
                assert part.subject not in above
            here = (*above, part.subject) if part.value is not Label.UNDECIDED else above
            inner = [child for child in part.children if (child.role, child.value) != (Role.SUPPORT, Label.OUT)]
            waiting.extend((child, here) for child in inner)


@given(debates(), st.sampled_from(COMPLETE), st.sampled_from(READINGS))
def test_the_circle_of_an_undecided_claim_is_a_circle_of_undecided_claims(map, semantics, support):
    for labels, root in cases(map, semantics, support):
        for part, _ in with_parents(root):
            if part.pattern in {Pattern.CONFLICT, Pattern.HANGS} and part.role in {Role.CONCLUSION, Role.PREMISE}:
                assert part.circle is not None
                assert all(labels[name] is Label.UNDECIDED for name in part.circle.claims)
                ends = [map.relation[name] for name in part.circle.relations]
                for one, other in zip(ends, [*ends[1:], ends[0]], strict=True):
                    reach = {one.target, *(one.premises if one.kind is not RelationKind.ATTACK else ())}
                    assert reach & {other.id, other.target, *other.premises}
            if part.pattern is Pattern.CONFLICT:
                assert part.subject in part.circle.claims


@given(debates(), st.sampled_from(READINGS), st.integers(0, 3), st.integers(1, 6))
def test_explanations_stay_small(map, support, depth, size):
    onto = max([len(items) for items in MapGraph(map).onto.values()], default=0)
    for _, root in cases(map, "grounded", support, depth=depth, size=size):
        parts = list(root.walk())
        assert len(parts) <= size + (onto + 1) * (onto + 2) * 4
        whole = [part.subject for part in parts if part.children and part.role is Role.PREMISE]
        assert len(whole) == len(set(whole))


@given(debates(max_claims=4), st.sampled_from(["preferred", "stable", "complete", "stage", "naive"]))
def test_each_label_that_occurs_is_explained(map, semantics):
    found = evaluate(map, semantics, ask="all", limit=1000)
    for claim in map.claims:
        occurring = {item.labels[claim.id] for item in found.labellings}
        told = why(map, claim.id, semantics)
        assert {case.root.value for case in told.cases} == occurring
        assert told.count == found.count
        if len(occurring) > 1:
            assert {case.scope for case in told.cases} == {Scope.SOME}


@given(
    maps(max_claims=6),
    st.sampled_from(["grounded", "preferred", "stable", "naive", "stage", "conflict-free", "df-quad", "euler"]),
    st.sampled_from(READINGS),
    st.booleans(),
)
def test_anything_can_be_explained_and_told(map, semantics, support, colour):
    reading = "default" if semantics in {"df-quad", "euler"} else support
    for claim in map.claims[:2]:
        told = why(map, claim.id, semantics, support=reading)
        for name in ("text", "json"):
            text = ANSWER_FORMATS[name].write(Account(map, told, colour=colour, width=60, unicode=not colour))
            assert text.endswith("\n")
        for ask in ("skeptical", "credulous"):
            if semantics not in {"df-quad", "euler"}:
                given_before = evaluate(map, semantics, support=reading, ask=ask)
                ANSWER_FORMATS["text"].write(Account(map, explain(map, claim.id, given_before)))
        changed = what_if(map, {claim.id: Label.OUT}, semantics, support=reading)
        hanging = sensitivity(map, claim.id, semantics, support=reading, largest_set=1)
        for content in (changed, hanging):
            assert all(ANSWER_FORMATS[name].write(Account(map, content, colour=colour)) for name in ("text", "json"))


@given(debates(), st.sampled_from(["grounded", "preferred", "df-quad"]))
def test_no_change_changes_nothing(map, semantics):
    change = what_if(map, {}, semantics)
    assert (change.claims, change.relations) == ((), ())


@given(debates(), st.sampled_from(READINGS), st.data())
def test_to_force_what_is_so_changes_nothing(map, support, data):
    labels = evaluate(map, support=support).labelling.labels
    settled = [claim.id for claim in map.claims if labels[claim.id] is not Label.UNDECIDED]
    assume(settled)
    name = data.draw(st.sampled_from(settled))
    change = what_if(map, {name: labels[name]}, support=support)
    assert (change.claims, change.relations) == ((), ())


@given(debates(), st.sampled_from(["grounded", "preferred", "df-quad"]), st.data())
def test_a_change_is_the_difference_of_two_evaluations(map, semantics, data):
    name = data.draw(st.sampled_from([claim.id for claim in map.claims]))
    forced = {name: data.draw(st.sampled_from([Label.IN, Label.OUT]))}
    one, other = evaluate(map, semantics).labelling, evaluate(map, semantics, forced=forced).labelling
    assume(one is not None and other is not None)
    before, after = (item.labels or item.strengths for item in (one, other))
    change = what_if(map, forced, semantics)
    found = {item.subject: (item.before, item.after) for item in (*change.claims, *change.relations)}
    for key in before:
        if semantics == "df-quad":
            assert (key in found) == (abs(before[key] - after[key]) > 1e-6)
        else:
            assert found.get(key, (before[key], before[key])) == (before[key], after[key])


def flipped(map, claim, semantics, chosen, **options):
    forced = dict.fromkeys(chosen, Label.OUT)
    return evaluate(map, semantics, forced=forced, **options).labelling.labels[claim] is Label.IN


@pytest.mark.parametrize("semantics", ["grounded", "preferred"])
@settings(max_examples=60)
@given(map=debates(max_claims=6, max_relations=9), support=st.sampled_from(READINGS), data=st.data())
def test_the_smallest_sets_are_all_that_flip_and_hold_no_other(semantics, map, support, data):
    claim = data.draw(st.sampled_from([claim.id for claim in map.claims]))
    found = sensitivity(map, claim, semantics, support=support, largest_set=3)
    assert found.complete
    before = flipped(map, claim, semantics, (), support=support)
    labels = evaluate(map, semantics, support=support).labelling.labels
    others = [item.id for item in map.claims if item.id != claim and labels[item.id] is not Label.OUT]
    expected = []
    for size in (1, 2, 3):
        for chosen in combinations(others, size):
            if any(set(item) <= set(chosen) for item in expected):
                continue
            if flipped(map, claim, semantics, chosen, support=support) is not before:
                expected.append(chosen)
    assert list(found.flips) == expected


@given(debates(), st.sampled_from(["grounded", "preferred"]), st.sampled_from(READINGS), st.data())
def test_influences_are_what_forcing_one_claim_does(map, semantics, support, data):
    claim = data.draw(st.sampled_from([claim.id for claim in map.claims]))
    found = sensitivity(map, claim, semantics, support=support)
    for item in found.influences:
        for value, told in ((Label.OUT, item.if_out), (Label.IN, item.if_in)):
            answer = evaluate(map, semantics, support=support, forced={item.claim: value})
            assert answer.labelling.labels[claim] is told
        assert item.sets == sum(item.claim in chosen for chosen in found.flips)


@given(debates(max_claims=4, max_relations=5), st.sampled_from(["df-quad", "quadratic-energy"]), st.data())
def test_strengths_are_tried_as_they_are_worked_out(map, semantics, data):
    claim = data.draw(st.sampled_from([claim.id for claim in map.claims]))
    strengths = evaluate(map, semantics).labelling
    assume(strengths is not None)
    found = sensitivity(map, claim, semantics, largest_set=2)
    for item in found.influences:
        answer = evaluate(map, semantics, forced={item.claim: Label.OUT}).labelling
        assert (answer is None) == (item.if_out is None)
        if answer is not None:
            assert answer.strengths[claim] == pytest.approx(item.if_out, abs=1e-5)
    for part in why(map, claim, semantics).cases[0].root.children:
        rest = replace(map, relations=tuple(item for item in map.relations if item.id != part.subject))
        answer = evaluate(rest, semantics).labelling
        if answer is not None and part.contribution.removal is not None:
            removal = strengths.strengths[claim] - answer.strengths[claim]
            assert part.contribution.removal == pytest.approx(removal, abs=1e-5)


def test_a_long_chain_is_explained_without_recursion():
    claims = tuple(Claim(f"c{number}", f"Claim {number}.") for number in range(3000))
    steps = tuple(
        Relation(f"r{number}", RelationKind.ATTACK, (f"c{number + 1}",), f"c{number}") for number in range(2999)
    )
    root = why(ArgumentMap(claims=claims, relations=steps), "c0").cases[0].root
    assert root.value is Label.OUT
    assert any(part.cut for part in root.walk())
