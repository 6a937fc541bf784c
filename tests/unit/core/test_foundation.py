"""Which claims are assumed and which are founded, against the definition followed step by step."""

import pytest
from hypothesis import given

from argmap.core.foundation import assumed_claims, founded_claims
from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind, relation_name
from tests.maps import map_of, maps


def graph_of(claims: str) -> MapGraph:
    return MapGraph(map_of("argmap: 1\nclaims:\n" + "".join(f"  {line}\n" for line in claims.strip().splitlines())))


def by_the_definition(graph: MapGraph) -> tuple[set[str], set[str]]:
    claims = graph.map.claim
    steps = [item for item in graph.relations if item.kind is RelationKind.SUPPORT and item.target in claims]
    supported = {item.target for item in steps}
    assumed = {
        name for name, claim in claims.items() if claim.assumed or (claim.assumed is None and name not in supported)
    }
    founded = set(assumed)
    while True:
        more = {item.target for item in steps if founded.issuperset(item.premises)} - founded
        if not more:
            return assumed, founded
        founded |= more


@given(maps())
def test_both_are_what_the_definition_says(argument_map):
    graph = MapGraph(argument_map)
    assert (assumed_claims(graph), founded_claims(graph)) == by_the_definition(graph)


@pytest.mark.parametrize(
    ("claims", "assumed", "founded"),
    [
        ("a: One.\nb: {text: Two., supports: a}", "b", "a b"),
        ("a: {text: One., attacks: b}\nb: {text: Two., attacks: a}", "a b", "a b"),
        ("a: {text: One., supports: b}\nb: {text: Two., supports: a}", "", ""),
        ("a: {text: One., supports: b, assumed: true}\nb: {text: Two., supports: a}", "a", "a b"),
        ("a: {text: One., supports: a}\nb: Two.", "b", "b"),
        ("a: {text: One., assumed: false}\nb: {text: Two., supports: {to: c, with: a}}\nc: Three.", "b", "b"),
        ("a: {text: One., assumed: false}\nb: {text: Two., supports: a}", "b", "a b"),
        ("a: One.\nb: {text: Two., attacks: a}\nc: {text: Three., supports: [b -> a, nosuch]}", "a b c", "a b c"),
        ("a: One.\nb: {text: Two., supports: a}\nc: {text: Three., attacks: b -> a}", "b c", "a b c"),
        ("a: One.\nb: {text: Two., supports: {to: a, with: nosuch}}", "a b", "a b"),
        ("a: One.\nb: {text: Two., supports: {to: a, with: b}}", "b", "a b"),
    ],
)
def test_small_maps(claims, assumed, founded):
    graph = graph_of(claims)
    assert " ".join(sorted(assumed_claims(graph))) == assumed
    assert " ".join(sorted(founded_claims(graph))) == founded


def test_a_long_chain_of_supports_is_no_trouble():
    names = [f"c{number}" for number in range(20_000)]
    steps = tuple(
        Relation(relation_name((one,), other), RelationKind.SUPPORT, (one,), other)
        for one, other in zip(names[1:], names, strict=False)
    )
    graph = MapGraph(ArgumentMap(claims=tuple(Claim(name, "So.") for name in names), relations=steps))
    assert assumed_claims(graph) == {names[-1]}
    assert len(founded_claims(graph)) == 20_000
