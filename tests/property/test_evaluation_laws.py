"""Laws of evaluation: what the framework of a map says is what the definitions say of the map itself."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.core.labelling import Label
from argmap.core.model import Claim, Relation, RelationKind
from argmap.semantics.evaluate import evaluate
from tests.debates import VALUES, complete_labellings, debates, decided, shown
from tests.maps import maps

SEMANTICS = [
    "grounded", "preferred", "stable", "complete", "semi-stable", "stage", "ideal", "eager", "admissible",
    "conflict-free", "naive",
]  # fmt: skip
ASKS = ["one", "skeptical", "credulous", "all", "count"]
READINGS = ["default", "deductive", "necessary", "ignore"]


def labellings(map, semantics, **options):
    found = evaluate(map, semantics, ask="all", limit=10_000, **options)
    assert found.complete
    return [dict(item.labels) for item in found.labellings]


def labels(map, semantics="grounded", **options):
    return dict(evaluate(map, semantics, **options).labelling.labels)


def ordered(items):
    return sorted(items, key=lambda item: [VALUES.index(value) for _, value in sorted(item.items())])


def best(items, measure):
    """Those whose measure is not a proper part of another's."""
    return [item for item in items if not any(measure(item) < measure(other) for other in items)]


def covered(item):
    """What a labelling leaves not undecided, of claims and of each direction of a relation."""
    claims, steps = item
    directions = {(name, way): value for name, pair in steps.items() for way, value in enumerate(pair)}
    return {name for name, value in [*claims.items(), *directions.items()] if value is not Label.UNDECIDED}


@given(debates())
def test_complete_labellings_are_the_fixpoints(map):
    assert ordered(labellings(map, "complete")) == ordered(shown(item) for item in complete_labellings(map))


@given(debates())
def test_the_others_are_chosen_among_the_fixpoints(map):
    fixpoints = complete_labellings(map)
    least_decided = [item for item in fixpoints if all(decided(item) <= decided(other) for other in fixpoints)]
    assert [labels(map)] == [shown(item) for item in least_decided]
    assert ordered(labellings(map, "preferred")) == ordered(shown(item) for item in best(fixpoints, decided))
    semi_stable = best(fixpoints, covered)
    assert ordered(labellings(map, "semi-stable")) == ordered(shown(item) for item in semi_stable)
    for semantics, whole in (("ideal", best(fixpoints, decided)), ("eager", semi_stable)):
        agreed = set.intersection(*(decided(item) for item in whole))
        largest = best([item for item in fixpoints if decided(item) <= agreed], decided)
        assert [labels(map, semantics)] == [shown(item) for item in largest]
    two_valued = [item for item in fixpoints if len(decided(item)) == len(map.claims)]
    assert ordered(labellings(map, "stable")) == ordered(shown(item) for item in two_valued)


@given(debates())
def test_status_is_what_all_or_some_labellings_say(map):
    for semantics in ("preferred", "stable", "complete"):
        found = labellings(map, semantics)
        if not found:
            assert evaluate(map, semantics, ask="skeptical").exists is False
            continue
        claims = [claim.id for claim in map.claims]
        agreed = labels(map, semantics, ask="skeptical")
        one_value = {name: {item[name] for item in found} for name in claims}
        assert {name: agreed[name] for name in claims} == {
            name: values.copy().pop() if len(values) == 1 else Label.UNDECIDED for name, values in one_value.items()
        }
        top = labels(map, semantics, ask="credulous")
        assert top == {name: max((item[name] for item in found), key=VALUES.index) for name in found[0]}
        assert evaluate(map, semantics, ask="count").count == len(found)
        assert labels(map, semantics, ask="one") in found


@given(debates(kinds=(RelationKind.ATTACK,), undercuts=False), st.sampled_from(READINGS))
def test_without_supports_all_readings_agree(map, support):
    plain = replace(map, claims=tuple(replace(claim, assumed=None) for claim in map.claims))
    for semantics in ("grounded", "preferred", "stage"):
        assert labellings(plain, semantics, support=support) == labellings(plain, semantics)


@given(debates(), st.sampled_from(["deductive", "necessary"]))
def test_needs_are_the_closure_of_attacks(map, support):
    """Mediated and secondary attacks, spelled out one by one, give the same labels of claims."""
    single = [item for item in map.relations if len(item.premises) == 1]
    assume(all(item.target in map.claim for item in single))
    plain = replace(map, relations=tuple(single))
    spelled = replace(plain, relations=(*single, *_closure(plain, support)))
    claims = [claim.id for claim in map.claims]
    found = ordered({name: item[name] for name in claims} for item in labellings(plain, "complete", support=support))
    expected = labellings(spelled, "complete", support="ignore")
    assert found == ordered({name: item[name] for name in claims} for item in expected)


def _closure(map, support):
    """The attacks that follow from needs: whatever attacks what a claim needs attacks the claim."""
    needs = {claim.id: {claim.id} for claim in map.claims}
    pairs = [
        (item.premises[0], item.target) if support == "deductive" else (item.target, item.premises[0])
        for item in map.relations
        if item.kind is RelationKind.SUPPORT
    ]
    for _ in map.claims:
        for needy, needed in pairs:
            needs[needy] |= needs[needed]
    attacks = [(item.premises[0], item.target) for item in map.relations if item.kind is not RelationKind.SUPPORT]
    attacks += [(target, premise) for premise, target in _conflicts(map)]
    for needy, needed in sorted((needy, needed) for needy, all_needed in needs.items() for needed in all_needed):
        for number, (attacker, target) in enumerate(attacks):
            if target == needed and needy != needed:
                yield Relation(f"{attacker}/{needy}/{number}", RelationKind.ATTACK, (attacker,), needy, named=True)


def _conflicts(map):
    return [(item.premises[0], item.target) for item in map.relations if item.kind is RelationKind.CONFLICT]


@given(debates(), st.data())
def test_a_fresh_attacker_puts_its_target_out(map, data):
    name = data.draw(st.sampled_from([claim.id for claim in map.claims]))
    fresh = replace(
        map,
        claims=(*map.claims, Claim("fresh", "A fresh objection.")),
        relations=(*map.relations, Relation("fresh -> it", RelationKind.ATTACK, ("fresh",), name)),
    )
    for semantics in ("grounded", "preferred", "ideal"):
        assert labels(fresh, semantics)[name] is Label.OUT


@given(debates(), st.data())
def test_undercutting_an_undefeated_support_never_promotes_its_target(map, data):
    name = data.draw(st.sampled_from([claim.id for claim in map.claims]))
    supported = replace(
        map,
        claims=(*map.claims, Claim("reason", "A fresh reason.")),
        relations=(*map.relations, Relation("step", RelationKind.SUPPORT, ("reason",), name, named=True)),
    )
    undercut = replace(
        supported,
        claims=(*supported.claims, Claim("fresh", "A fresh objection.")),
        relations=(*supported.relations, Relation("fresh -> step", RelationKind.ATTACK, ("fresh",), "step")),
    )
    assert VALUES.index(labels(undercut)[name]) <= VALUES.index(labels(supported)[name])


@given(debates(kinds=(RelationKind.ATTACK,), undercuts=False))
def test_linked_support_never_beats_convergent_support(map):
    name = map.claims[0].id
    extra = (Claim("x", "One reason."), Claim("y", "Another reason."), Claim("goal", "What they support."))
    attack = Relation("it", RelationKind.ATTACK, (name,), "x")
    linked = Relation("l", RelationKind.SUPPORT, ("x", "y"), "goal")
    apart = [Relation(f"c{number}", RelationKind.SUPPORT, (premise,), "goal") for number, premise in enumerate("xy")]
    claims = tuple(replace(claim, assumed=None) for claim in map.claims)
    both = replace(map, claims=(*claims, *extra), relations=(*map.relations, attack, linked))
    each = replace(map, claims=(*claims, *extra), relations=(*map.relations, attack, *apart))
    assert VALUES.index(labels(both)["goal"]) <= VALUES.index(labels(each)["goal"])


@given(debates(), st.randoms(use_true_random=False))
def test_order_changes_nothing(map, random):
    claims, relations = list(map.claims), list(map.relations)
    random.shuffle(claims)
    random.shuffle(relations)
    shuffled = replace(map, claims=tuple(claims), relations=tuple(relations))
    assert labels(shuffled) == labels(map)
    assert ordered(labellings(shuffled, "preferred")) == ordered(labellings(map, "preferred"))


@given(debates(), st.data())
def test_forced_claims_are_what_they_are_forced_to_be(map, data):
    name = data.draw(st.sampled_from([claim.id for claim in map.claims]))
    value = data.draw(st.sampled_from([Label.IN, Label.OUT]))
    for semantics in ("grounded", "preferred", "ideal"):
        for support in READINGS:
            assert labels(map, semantics, support=support, forced={name: value})[name] is value


@pytest.mark.parametrize("semantics", SEMANTICS)
@settings(max_examples=20)
@given(
    map=maps(max_claims=6),
    support=st.sampled_from(READINGS),
    ask=st.sampled_from(["skeptical", "credulous", "all", "count"]),
)
def test_any_map_can_be_evaluated(semantics, map, support, ask):
    found = evaluate(map, semantics, support=support, ask=ask, limit=5)
    if found.labelling:
        assert {claim.id for claim in map.claims} <= found.labelling.labels.keys()
