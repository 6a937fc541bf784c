"""Questions to a map, each against an answer found the long way."""

import itertools

import pytest
from hypothesis import given

from argmap.core.graph import MapGraph, Stance, strongly_connected
from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind
from tests.maps import map_of, maps

HEAD = "argmap: 1\nclaims:\n"


def graph_of(claims: str) -> MapGraph:
    return MapGraph(map_of(HEAD + "".join(f"  {line}\n" for line in claims.strip().splitlines())))


DEBATE = """
tram: Build the tram.
bus: {text: Build the bus lane., conflicts: tram}
faster: {text: It is faster., supports: {to: tram, with: [near], id: speed}}
near: The stops are near.
cost: {text: It is dear., attacks: tram}
paid: {text: The state pays., attacks: cost}
remote: {text: Many work from home., attacks: speed}
survey: {text: A survey says so., supports: remote}
full: {text: The bus is full., attacks: bus}
alone: It is late.
"""


def test_stances():
    found = {key: str(value) for key, value in graph_of(DEBATE).stances.items()}
    assert found == {
        "tram": "thesis",
        "bus": "con",
        "faster": "pro",
        "near": "pro",
        "cost": "con",
        "paid": "pro",
        "remote": "con",
        "survey": "con",
        "full": "pro",
        "alone": "thesis",
    }


def test_roots_are_what_nothing_builds_on():
    assert [claim.id for claim in graph_of(DEBATE).roots] == ["tram", "bus", "alone"]


def test_components():
    parts = graph_of(DEBATE).components
    assert parts == (("tram", "bus", "faster", "near", "cost", "paid", "remote", "survey", "full"), ("alone",))


def test_a_common_question_joins_positions():
    text = HEAD.replace("claims", "questions") + "  q: Which one?\nclaims:\n"
    graph = MapGraph(map_of(f"{text}  a: {{text: One., answers: q}}\n  b: {{text: Two., answers: q}}\n  c: Three.\n"))
    assert graph.components == (("a", "b"), ("c",))


@pytest.mark.parametrize(
    ("claim", "around"),
    [
        ("tram", {"bus", "faster", "near", "cost", "remote"}),
        ("near", {"faster", "tram", "remote"}),
        ("remote", {"survey", "tram", "faster", "near"}),
        ("paid", {"cost"}),
        ("alone", set()),
    ],
)
def test_neighbours(claim, around):
    found = graph_of(DEBATE).neighbours(claim)
    assert claim not in found
    assert set(found) >= around - {"faster", "near"}
    assert set(found) <= around


def test_final_claim_follows_undercuts():
    graph = graph_of(
        """
a: A.
b: {text: B., supports: a}
c: {text: C., attacks: b -> a}
d: {text: D., attacks: c -> b -> a}
"""
    )
    last = graph.map.relations[-1]
    assert last.premises == ("d",)
    assert graph.final_claim(last) == "a"


def test_final_claim_of_undercuts_in_a_circle_is_a_premise():
    first = Relation("r1", RelationKind.ATTACK, ("a",), "r2", named=True)
    second = Relation("r2", RelationKind.ATTACK, ("b",), "r1", named=True)
    graph = MapGraph(ArgumentMap(claims=(Claim("a", "A."), Claim("b", "B.")), relations=(first, second)))
    assert graph.final_claim(first) in {"a", "b"}


def test_a_claim_for_one_thesis_and_against_another_is_mixed():
    graph = graph_of("a: A.\nb: B.\nc: {text: C., supports: a, attacks: b}")
    assert graph.stances["c"] is Stance.MIXED


def test_on_a_circle_there_is_no_stance():
    graph = graph_of("a: {text: A., supports: b}\nb: {text: B., supports: a}")
    assert set(graph.stances.values()) == {Stance.NONE}
    assert graph.support_circles == (("a", "b"),)


def test_of_three_rivals_the_later_two_are_against_the_first():
    graph = graph_of(
        """
a: A.
b: {text: B., conflicts: a}
c: {text: C., conflicts: [a, b]}
d: {text: D., supports: c}
"""
    )
    assert [str(graph.stances[key]) for key in "abcd"] == ["thesis", "con", "con", "con"]


def test_a_relation_that_leads_nowhere_is_left_out_with_all_that_end_on_it():
    claims = (Claim("a", "A."), Claim("b", "B."))
    lost = Relation("lost", RelationKind.SUPPORT, ("a",), "gone", named=True)
    onto_lost = Relation("onto", RelationKind.ATTACK, ("b",), "lost", named=True)
    unknown_premise = Relation("no", RelationKind.SUPPORT, ("a", "nobody"), "b", named=True)
    kept = Relation("kept", RelationKind.SUPPORT, ("a",), "b", named=True)
    graph = MapGraph(ArgumentMap(claims=claims, relations=(lost, onto_lost, unknown_premise, kept)))
    assert graph.relations == (kept,)


def test_a_long_chain_needs_no_recursion():
    size = 20_000
    claims = tuple(Claim(f"c{number}", "Text.") for number in range(size))
    chain = tuple(
        Relation(f"r{number}", RelationKind.ATTACK, (f"c{number + 1}",), f"c{number}") for number in range(size - 1)
    )
    graph = MapGraph(ArgumentMap(claims=claims, relations=chain))
    assert graph.stances["c19999"] is Stance.CON
    assert graph.stances["c19998"] is Stance.PRO
    assert len(graph.components) == 1
    assert graph.support_circles == ()


@given(maps())
def test_roots_against_brute_force(argument_map):
    graph = MapGraph(argument_map)
    used = {
        premise
        for relation in graph.relations
        for premise in relation.premises
        if relation.kind in (RelationKind.SUPPORT, RelationKind.ATTACK)
    }
    assert [claim.id for claim in graph.roots] == [claim.id for claim in argument_map.claims if claim.id not in used]


@given(maps())
def test_every_relation_is_found_at_each_of_its_ends(argument_map):
    graph = MapGraph(argument_map)
    for relation in graph.relations:
        assert relation in graph.onto[relation.target]
        assert all(relation in graph.out_of[premise] for premise in relation.premises)
        if relation.kind is RelationKind.CONFLICT:
            assert relation in graph.onto[relation.premises[0]]
            assert relation in graph.out_of[relation.target]
    listed = {relation.id for items in graph.onto.values() for relation in items}
    assert listed == {relation.id for relation in graph.relations}


@given(maps())
def test_components_against_brute_force(argument_map):
    graph = MapGraph(argument_map)
    near = {claim.id: {claim.id} for claim in argument_map.claims}
    ends = [{graph.final_claim(item), *item.premises} for item in graph.relations]
    ends += [
        {claim.id for claim in argument_map.claims if question in claim.answers}
        for question in {name for claim in argument_map.claims for name in claim.answers}
    ]
    changed = True
    while changed:
        changed = False
        for group in ends:
            union = set().union(*(near[item] for item in group))
            for item in union:
                if near[item] != union:
                    near[item] = union
                    changed = True
    assert {frozenset(part) for part in graph.components} == {frozenset(part) for part in near.values()}
    order = [claim.id for claim in argument_map.claims]
    assert all(list(part) == sorted(part, key=order.index) for part in graph.components)
    assert [part[0] for part in graph.components] == sorted((part[0] for part in graph.components), key=order.index)


@given(maps())
def test_neighbours_lie_in_the_same_component(argument_map):
    graph = MapGraph(argument_map)
    part_of = {item: part for part in graph.components for item in part}
    for claim in argument_map.claims:
        around = graph.neighbours(claim.id)
        assert claim.id not in around
        assert len(set(around)) == len(around)
        assert all(other in part_of[claim.id] for other in around)


@given(maps())
def test_premises_and_target_are_neighbours_of_each_other(argument_map):
    graph = MapGraph(argument_map)
    for relation in graph.relations:
        if relation.target in argument_map.claim:
            for one, other in itertools.permutations({relation.target, *relation.premises}, 2):
                assert other in graph.neighbours(one)


def reachable(below, start):
    found, waiting = set(), [start]
    while waiting:
        for other in below.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


@given(maps())
def test_support_circles_against_brute_force(argument_map):
    graph = MapGraph(argument_map)
    below: dict[str, set[str]] = {}
    for relation in graph.relations:
        if relation.kind is RelationKind.SUPPORT:
            for premise in relation.premises:
                below.setdefault(premise, set()).add(relation.target)
    far = {claim.id: reachable(below, claim.id) for claim in argument_map.claims}
    expected = {
        frozenset(other for other in far if other == item or (other in far[item] and item in far[other]))
        for item in far
    }
    assert {frozenset(part) for part in graph.support_circles} == {part for part in expected if len(part) > 1}
    flat = strongly_connected([claim.id for claim in argument_map.claims], below)
    assert sorted(item for part in flat for item in part) == sorted(far)


@given(maps())
def test_stances_against_brute_force(argument_map):
    """Walk every path from the roots for which no conflict counts, and compare the signs."""
    plain = ArgumentMap(
        claims=argument_map.claims,
        relations=tuple(item for item in argument_map.relations if item.kind is not RelationKind.CONFLICT),
    )
    graph = MapGraph(plain)
    signs: dict[str, set[int]] = {claim.id: set() for claim in plain.claims}
    seen = set()
    waiting = [(root.id, 1) for root in graph.roots]
    while waiting:
        node, sign = waiting.pop()
        if (node, sign) in seen:
            continue
        seen.add((node, sign))
        signs.setdefault(node, set()).add(sign)
        for relation in graph.relations:
            if relation.target == node:
                turned = sign if relation.kind is RelationKind.SUPPORT else -sign
                waiting += [(premise, turned) for premise in relation.premises] + [(relation.id, turned)]
    roots = {root.id for root in graph.roots}
    names = {frozenset(): "none", frozenset({1}): "pro", frozenset({-1}): "con", frozenset({1, -1}): "mixed"}
    for claim in plain.claims:
        expected = "thesis" if claim.id in roots else names[frozenset(signs[claim.id])]
        assert str(graph.stances[claim.id]) == expected


@given(maps())
def test_a_root_is_a_thesis_or_in_conflict_with_an_earlier_one(argument_map):
    graph = MapGraph(argument_map)
    for root in graph.roots:
        rivals = [item for item in graph.onto.get(root.id, ()) if item.kind is RelationKind.CONFLICT]
        assert graph.stances[root.id] is Stance.THESIS or rivals
    assert all(
        claim.id in {root.id for root in graph.roots}
        for claim in argument_map.claims
        if graph.stances[claim.id] is Stance.THESIS
    )
