"""Laws of strength: whatever the map, strengths stay in [0, 1] and move the way that reasons and objections point."""

from dataclasses import replace
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.frameworks.framework import Framework
from argmap.semantics.framework.budget import Budget
from argmap.semantics.framework.grounded import IN, grounded_labels
from argmap.semantics.strength import STRENGTH
from argmap.semantics.strength.solve import solve
from tests.maps import maps

NAMES = list(STRENGTH)
SHARES = st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.9, 1.0]) | st.floats(0, 1, allow_nan=False, allow_subnormal=False)
SIDES = st.sampled_from([RelationKind.SUPPORT, RelationKind.ATTACK])
by_every_semantics = pytest.mark.parametrize("name", NAMES)


def solved(argument_map, name, pinned=None):
    return solve(argument_map, STRENGTH[name], pinned=pinned or {}, budget=Budget())


def strengths(argument_map, name, pinned=None):
    return solved(argument_map, name, pinned)[0]


def grown(argument_map, claims=(), relations=()):
    return ArgumentMap(claims=(*argument_map.claims, *claims), relations=(*argument_map.relations, *relations))


@st.composite
def acyclic_maps(draw, prefix="c"):
    """Claims with scores; relations from later claims to earlier ones, weighted, linked and undercut now and then."""
    size = draw(st.integers(1, 7))
    claims = tuple(Claim(f"{prefix}{number}", "A claim.", score=draw(SHARES)) for number in range(size))
    relations, ends = [], {}
    for number in range(draw(st.integers(0, 10)) if size > 1 else 0):
        target = draw(st.sampled_from([*(claim.id for claim in claims[:-1]), *ends]))
        end = ends[target] if target in ends else int(target.removeprefix(prefix))
        premises = draw(st.lists(st.sampled_from(claims[end + 1 :]), min_size=1, max_size=3))
        kind = RelationKind.ATTACK if target in ends else draw(SIDES)
        name = f"{prefix}-r{number}"
        ends[name] = end
        relations.append(
            Relation(name, kind, tuple(claim.id for claim in premises), target, weight=draw(st.none() | SHARES))
        )
    return ArgumentMap(claims=claims, relations=tuple(relations))


@st.composite
def any_maps(draw, prefix="c"):
    """The same with circles: further relations between any two claims, symmetric conflicts too."""
    found = draw(acyclic_maps(prefix))
    ids = st.sampled_from([claim.id for claim in found.claims])
    more = [
        Relation(f"{prefix}-s{number}", draw(st.sampled_from(RelationKind)), (draw(ids),), draw(ids))
        for number in range(draw(st.integers(0, 3)))
    ]
    return grown(found, relations=more)


def expected(argument_map, name, found):
    """What each claim and relation should have, given what the others have: the definition, read off the map."""
    relations = MapGraph(argument_map).relations
    left = {
        item.id: prod(
            1 - found[other.id] for other in relations if other.kind is RelationKind.ATTACK and other.target == item.id
        )
        for item in relations
    }
    weight = {item.id: 1.0 if item.weight is None else item.weight for item in relations}
    there = {
        item.id: weight[item.id] * left[item.id] * prod(found[x] for x in set(item.premises)) for item in relations
    }
    back = {
        item.id: weight[item.id] * left[item.id] * found[item.target]
        for item in relations
        if item.kind is RelationKind.CONFLICT and item.premises != (item.target,)
    }
    wanted = {}
    for claim in argument_map.claims:
        onto = [item for item in relations if item.target == claim.id]
        supports = [there[item.id] for item in onto if item.kind is RelationKind.SUPPORT]
        attacks = [there[item.id] for item in onto if item.kind is not RelationKind.SUPPORT]
        attacks += [back[item.id] for item in relations if item.id in back and item.premises[0] == claim.id]
        base = 0.5 if claim.score is None else claim.score
        wanted[claim.id] = STRENGTH[name].strength(base, supports, attacks)
    return wanted | {item: max(force, back.get(item, 0.0)) for item, force in there.items()}


@by_every_semantics
@given(argument_map=maps() | any_maps())
@settings(max_examples=40)
def test_strengths_are_in_range_and_a_fixpoint_of_the_definition(name, argument_map):
    found, convergence = solved(argument_map, name)
    relations = MapGraph(argument_map).relations
    assert list(found) == [item.id for item in (*argument_map.claims, *relations)]
    assert all(0.0 <= value <= 1.0 for value in found.values())
    assert convergence.converged == (convergence.residual <= 1e-9)
    if convergence.converged:
        assert found == pytest.approx(expected(argument_map, name, found), abs=2e-9)


@by_every_semantics
@given(argument_map=acyclic_maps())
@settings(max_examples=25)
def test_without_circles_one_pass_meets_the_definition_exactly(name, argument_map):
    found, convergence = solved(argument_map, name)
    assert (convergence.method, convergence.iterations, convergence.residual) == ("one pass", 0, 0.0)
    assert found == pytest.approx(expected(argument_map, name, found), abs=1e-12)


@by_every_semantics
@given(argument_map=any_maps(), score=SHARES)
@settings(max_examples=20)
def test_an_isolated_claim_keeps_its_base_score(name, argument_map, score):
    assert strengths(grown(argument_map, [Claim("alone", "Alone.", score=score)]), name)["alone"] == score


@by_every_semantics
@given(argument_map=acyclic_maps(), data=st.data())
@settings(max_examples=25)
def test_a_further_support_never_lowers_and_a_further_attack_never_raises(name, argument_map, data):
    target = data.draw(st.sampled_from([claim.id for claim in argument_map.claims]))
    fresh = Claim("fresh", "Fresh.", score=data.draw(SHARES))
    weight = data.draw(st.none() | SHARES)
    before = strengths(argument_map, name)[target]
    for kind, sign in ((RelationKind.SUPPORT, 1), (RelationKind.ATTACK, -1)):
        relation = Relation("more", kind, ("fresh",), target, weight=weight)
        after = strengths(grown(argument_map, [fresh], [relation]), name)[target]
        assert sign * (after - before) >= -1e-12


@by_every_semantics
@given(base=SHARES, supports=st.lists(SHARES, max_size=5), attacks=st.lists(SHARES, max_size=5), data=st.data())
@settings(max_examples=60)
def test_stronger_supports_and_a_better_base_score_never_lower_stronger_attacks_never_raise(
    name, base, supports, attacks, data
):
    semantics = STRENGTH[name]
    before = semantics.strength(base, supports, attacks)
    assert 0.0 <= before <= 1.0
    assert semantics.strength(data.draw(st.floats(base, 1)), supports, attacks) >= before - 1e-12
    stronger = [data.draw(st.floats(force, 1)) for force in supports]
    assert semantics.strength(base, stronger, attacks) >= before - 1e-12
    stronger = [data.draw(st.floats(force, 1)) for force in attacks]
    assert semantics.strength(base, supports, stronger) <= before + 1e-12


@pytest.mark.parametrize("name", ["df-quad", "quadratic-energy", "mlp"])
@given(base=SHARES, supports=st.lists(SHARES, max_size=5), attacks=st.lists(SHARES, max_size=5))
def test_support_and_attack_mirror_each_other(name, base, supports, attacks):
    one = STRENGTH[name].strength(base, supports, attacks)
    other = STRENGTH[name].strength(1 - base, attacks, supports)
    assert one == pytest.approx(1 - other, abs=1e-12)


@pytest.mark.parametrize("name", ["df-quad", "quadratic-energy", "euler", "mlp"])
@given(base=SHARES, forces=st.lists(SHARES, max_size=6), data=st.data())
def test_equal_forces_on_both_sides_leave_the_base_score(name, base, forces, data):
    shuffled = data.draw(st.permutations(forces))
    found = STRENGTH[name].strength(base, forces, shuffled)
    assert found == pytest.approx(base, abs=1e-12)
    if name == "df-quad":
        assert found == base


@given(size=st.integers(1, 9), data=st.data())
def test_df_quad_with_attacks_alone_full_scores_and_no_circles_is_the_grounded_labelling(size, data):
    pairs = [(source, target) for source in range(size) for target in range(source)]
    attacks = data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    argument_map = ArgumentMap(
        claims=tuple(Claim(f"c{number}", "A claim.", score=1.0) for number in range(size)),
        relations=tuple(Relation(f"r{a}-{b}", RelationKind.ATTACK, (f"c{a}",), f"c{b}") for a, b in attacks),
    )
    found = strengths(argument_map, "df-quad")
    labels = grounded_labels(Framework.of(size, attacks))
    assert [found[f"c{number}"] for number in range(size)] == [float(label == IN) for label in labels]


@by_every_semantics
@given(argument_map=acyclic_maps(), data=st.data())
@settings(max_examples=25)
def test_undercutting_a_support_never_raises_and_undercutting_an_attack_never_lowers(name, argument_map, data):
    ids = {claim.id for claim in argument_map.claims}
    onto_claims = [item for item in argument_map.relations if item.target in ids]
    if not onto_claims:
        return
    relation = data.draw(st.sampled_from(onto_claims))
    fresh = Claim("fresh", "Fresh.", score=data.draw(SHARES))
    undercut = Relation("stop", RelationKind.ATTACK, ("fresh",), relation.id)
    before = strengths(argument_map, name)
    after = strengths(grown(argument_map, [fresh], [undercut]), name)
    sign = 1 if relation.kind is RelationKind.SUPPORT else -1
    assert sign * (after[relation.target] - before[relation.target]) <= 1e-12
    assert after[relation.id] <= before[relation.id] + 1e-12
    assert [after[premise] for premise in relation.premises] == [before[premise] for premise in relation.premises]


@by_every_semantics
@given(one=any_maps("a"), other=any_maps("b"))
@settings(max_examples=20)
def test_parts_that_do_not_hang_together_do_not_influence_each_other(name, one, other):
    together = strengths(grown(one, other.claims, other.relations), name)
    assert together == strengths(one, name) | strengths(other, name)


@by_every_semantics
@given(argument_map=any_maps(), data=st.data())
@settings(max_examples=20)
def test_names_and_the_order_of_the_file_change_nothing(name, argument_map, data):
    new_name = lambda item: f"renamed {item}"  # noqa: E731
    renamed = ArgumentMap(
        claims=tuple(replace(item, id=new_name(item.id)) for item in data.draw(st.permutations(argument_map.claims))),
        relations=tuple(
            replace(
                item,
                id=new_name(item.id),
                premises=tuple(map(new_name, reversed(item.premises))),
                target=new_name(item.target),
            )
            for item in data.draw(st.permutations(argument_map.relations))
        ),
    )
    before, after = solved(argument_map, name), solved(renamed, name)
    assert after[0] == {new_name(item): value for item, value in before[0].items()}
    assert after[1] == before[1]


@by_every_semantics
@given(argument_map=acyclic_maps(), data=st.data())
@settings(max_examples=20)
def test_a_claim_pinned_where_it_is_changes_nothing_and_elsewhere_it_holds(name, argument_map, data):
    claim = data.draw(st.sampled_from([claim.id for claim in argument_map.claims]))
    found = strengths(argument_map, name)
    assert strengths(argument_map, name, {claim: found[claim]}) == found
    for end in (0.0, 1.0):
        assert strengths(argument_map, name, {claim: end})[claim] == end
