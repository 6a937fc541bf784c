"""Relations as the steps of graphs, and back."""

from hypothesis import given, settings

from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.core.source import SourceFile
from argmap.formats.foreign.names import Names
from argmap.formats.foreign.notes import SpanNotes
from argmap.formats.foreign.parting import part
from argmap.formats.foreign.steps import Edge, Step, StepGraph, join
from tests.interchange import portable, with_named_relations
from tests.maps import maps

SUPPORT, ATTACK, CONFLICT = RelationKind


def claims(*names, **data):
    return tuple(Claim(name, f"Text of {name}.", data=data.get(name, {})) for name in names)


def relation(name, premises, target, kind=SUPPORT, *, named=True, scheme=None, **said):
    data = {"tool": said} if said else {}
    return Relation(name, kind, tuple(premises), target, named, scheme, data=data)


def told(argument_map):
    _, steps = part(argument_map, "tool")
    return [(item.id, item.premises, item.conclusions) for item in steps]


def test_ids_in_the_file():
    whole = ArgumentMap(
        claims=claims("a", "b", b={"tool": {"id": "B b"}}), relations=(relation("s", "a", "b", id="S 1"),)
    )
    file_ids, steps = part(whole, "tool")
    assert file_ids == {"a": "a", "b": "B b", "s": "S 1"}
    assert [(item.id, item.premises, item.conclusions) for item in steps] == [("S 1", ("a",), ["B b"])]


def test_relations_without_an_id_get_one():
    relations = (relation("a -> b", "a", "b", named=False), relation("a -> step", "a", "step", named=False))
    assert [item[0] for item in told(ArgumentMap(claims=claims("a", "b", "step"), relations=relations))] == [
        "step-2",
        "step-3",
    ]


def test_relations_of_one_step_are_put_together():
    relations = (
        relation("s", "ab", "c", step="s"),
        relation("s-2", "ab", "d", step="s"),
        relation("u", "a", "s-2", ATTACK),
    )
    assert told(ArgumentMap(claims=claims(*"abcd"), relations=relations)) == [
        ("s", ("a", "b"), ["c", "d"]),
        ("u", ("a",), ["s"]),
    ]


def test_relations_that_are_no_longer_alike_are_steps_of_their_own():
    for other in (
        relation("s-2", "a", "d", step="s"),
        relation("s-2", "ab", "d", ATTACK, step="s"),
        relation("s-2", "ab", "d", scheme="sign", step="s"),
    ):
        whole = ArgumentMap(claims=claims(*"abcd"), relations=(relation("s", "ab", "c", step="s"), other))
        assert [(item[0], item[2]) for item in told(whole)] == [("s", ["c"]), ("step", ["d"])]


def test_two_claims_that_had_one_id():
    carried = {"b": {"tool": {"id": "a"}}}
    apart = ArgumentMap(claims=claims("a", "b", **carried))
    assert part(apart, "tool")[0] == {"a": "a", "b": "a"}
    joined = ArgumentMap(claims=claims("a", "b", **carried), relations=(relation("s", "a", "b"),))
    assert part(joined, "tool")[0] == {"a": "a", "b": "b", "s": "s"}


def test_what_leads_nowhere_is_left_out():
    relations = (
        relation("s", "a", "gone"),
        relation("t", ["a", "gone"], "b"),
        relation("u", "b", "s", ATTACK),
        relation("v", "a", "b"),
    )
    assert told(ArgumentMap(claims=claims("a", "b"), relations=relations)) == [("v", ("a",), ["b"])]


def again(argument_map):
    """A map's relations, taken apart and put together again."""
    file_ids, parted = part(argument_map, "tool")
    source = SourceFile("file", "x")
    names, notes = Names("tool"), SpanNotes(source)
    statements = {file_ids[item.id]: names.made(item.id) for item in argument_map.claims}
    steps = [Step(item.id, item.relation.kind, None, item.relation.scheme) for item in parted]
    edges = [
        edge
        for item in parted
        for edge in (
            *(Edge(premise, item.id, None) for premise in item.premises),
            *(Edge(item.id, conclusion, None) for conclusion in item.conclusions),
        )
    ]
    found = join(StepGraph(statements, steps, (), edges), names, notes)
    assert notes.diagnostics() == []
    assert (found.steps, found.edges) == ((), ())
    return found.relations


def essence(relations):
    return [(item.id, item.kind, item.premises, item.target, item.scheme) for item in relations]


@settings(max_examples=60)
@given(maps())
def test_what_is_taken_apart_can_be_put_together(whole):
    whole = with_named_relations(portable(whole, "aif"))
    assert essence(again(whole)) == essence(whole.relations)
