"""Graphs with nodes for steps as relations, with every kind of mess."""

from argmap.core.model import RelationKind
from argmap.core.source import SourceFile, Span
from argmap.formats.foreign.names import Names
from argmap.formats.foreign.notes import SpanNotes
from argmap.formats.foreign.steps import Edge, Step, StepGraph, join

SOURCE = SourceFile("file", "x" * 1000)
SUPPORT, ATTACK, CONFLICT = RelationKind
STATEMENTS = {"1": "one", "2": "two", "3": "three"}


def place(number):
    return Span(SOURCE, number, number + 1)


def steps(**kinds):
    return [Step(name, kind, place(number)) for number, (name, kind) in enumerate(kinds.items())]


def joined(given, edges, others=(), statements=STATEMENTS):
    """What is made of steps and edges such as `1>s`, with the names of what is found."""
    names, notes = Names("tool"), SpanNotes(SOURCE)
    for made in statements.values():
        names.made(made)
    lines = [Edge(*edge.split(">"), place(100 + number), edge) for number, edge in enumerate(edges.split())]
    found = join(StepGraph(statements, given, set(others), lines), names, notes)
    return found, [item.name for item in notes.diagnostics()], [edge.raw for edge in found.edges]


def told(found):
    return [(item.id, item.kind, item.premises, item.target) for item in found.relations]


def test_linked_premises():
    found, findings, left = joined([Step("s", SUPPORT, place(0), "a scheme", {"x": 1})], "1>s 2>s s>3")
    assert told(found) == [("s", SUPPORT, ("one", "two"), "three")]
    (relation,) = found.relations
    assert (relation.named, relation.scheme, relation.data) == (True, "a scheme", {"tool": {"x": 1}})
    assert {name: span.start for name, span in relation.spans.items()} == {
        "id": 0,
        "target": 102,
        "premises.0": 100,
        "premises.1": 101,
    }
    assert (findings, left, found.steps) == ([], [], ())


def test_undercuts_of_undercuts():
    found, findings, _ = joined(steps(u=ATTACK, v=ATTACK, s=SUPPORT), "1>s s>2 3>v v>u 1>u u>s")
    assert told(found) == [
        ("u", ATTACK, ("one",), "s"),
        ("v", ATTACK, ("three",), "u"),
        ("s", SUPPORT, ("one",), "two"),
    ]
    assert findings == []


def test_a_symmetric_conflict_has_two_statements_as_its_ends():
    found, _, _ = joined(steps(c=CONFLICT, d=CONFLICT, e=CONFLICT, s=SUPPORT), "1>c c>2 1>d 2>d d>3 1>s s>2 3>e e>s")
    assert [(item.id, item.kind) for item in found.relations] == [
        ("c", CONFLICT),
        ("d", ATTACK),
        ("e", ATTACK),
        ("s", SUPPORT),
    ]


def test_a_step_with_several_conclusions_is_a_relation_for_each():
    found, findings, _ = joined(steps(s=SUPPORT, u=ATTACK), "1>s s>2 s>3 2>u u>s")
    assert told(found) == [
        ("s", SUPPORT, ("one",), "two"),
        ("s-2", SUPPORT, ("one",), "three"),
        ("u", ATTACK, ("two",), "s"),
    ]
    assert [item.data for item in found.relations] == [{"tool": {"step": "s"}}, {"tool": {"step": "s"}}, {}]
    assert findings == []


def test_steps_that_are_called_as_claims():
    found, _, _ = joined([Step("two", SUPPORT, place(0))], "1>two two>2")
    assert [(item.id, item.data) for item in found.relations] == [("two-2", {"tool": {"id": "two"}})]


def test_steps_with_too_little():
    found, findings, left = joined(steps(a=SUPPORT, b=SUPPORT, c=SUPPORT), "1>a b>2")
    assert findings == ["step-without-conclusion", "step-without-premise", "step-without-premise"]
    assert (found.relations, found.steps, left) == ((), ("a", "b", "c"), ["1>a", "b>2"])


def test_edges_that_lead_to_nothing():
    found, findings, left = joined(steps(s=SUPPORT), "1>s s>2 9>s s>8 7>6")
    assert told(found) == [("s", SUPPORT, ("one",), "two")]
    assert findings == ["dangling-edge"] * 3
    assert left == ["9>s", "s>8", "7>6"]


def test_edges_from_a_node_to_itself():
    found, findings, left = joined(steps(s=ATTACK), "1>s s>2 1>1 s>s")
    assert len(found.relations) == 1
    assert (findings, left) == (["looping-edge"] * 2, ["1>1", "s>s"])


def test_a_premise_that_is_the_conclusion():
    found, findings, left = joined(steps(s=SUPPORT, t=SUPPORT), "1>s 2>s s>1 3>t t>3")
    assert told(found) == [("s", SUPPORT, ("two",), "one")]
    assert findings == ["step-without-premise", "looping-edge", "looping-edge"]
    assert (found.steps, left) == (("t",), ["1>s", "3>t", "t>3"])


def test_edges_that_stand_there_twice():
    found, findings, left = joined(steps(s=SUPPORT), "1>s 1>s s>2 s>2")
    assert len(found.relations) == 1
    assert (findings, left) == ([], ["1>s", "s>2"])


def test_edges_without_a_step():
    _, findings, left = joined([], "1>2")
    assert (findings, left) == (["edge-without-step"], ["1>2"])


def test_supports_of_steps_are_no_relations():
    found, findings, left = joined(steps(s=SUPPORT, t=SUPPORT), "1>s s>2 3>t t>s")
    assert told(found) == [("s", SUPPORT, ("one",), "two")]
    assert findings == ["step-without-conclusion", "edge-without-step"]
    assert (found.steps, left) == (("t",), ["3>t", "t>s"])


def test_edges_of_other_nodes_are_given_back_without_a_note():
    found, findings, left = joined(steps(s=SUPPORT), "1>s s>2 L>1 L>M M>s s>L", others="LM")
    assert len(found.relations) == 1
    assert (findings, left) == ([], ["L>1", "L>M", "M>s", "s>L"])


def test_steps_that_attack_each_other_in_a_circle():
    found, findings, left = joined(steps(a=ATTACK, b=ATTACK, c=ATTACK), "1>a a>b 2>b b>a 3>c c>a")
    assert findings == ["circular-step", "circular-step"]
    assert (found.relations, found.steps) == ((), ("a", "b", "c"))
    assert len(left) == 6


def test_a_circle_does_not_take_what_leads_elsewhere():
    found, findings, left = joined(steps(a=ATTACK, b=ATTACK, c=ATTACK), "1>a a>b 2>b b>a 3>c c>a c>1")
    assert told(found) == [("c", ATTACK, ("three",), "one")]
    assert findings == ["circular-step", "circular-step"]
    assert "c>a" in left


def test_an_attack_on_a_step_that_is_none_falls_with_it():
    found, findings, left = joined(steps(s=SUPPORT, u=ATTACK, v=ATTACK), "s>1 2>u u>s 3>v v>u")
    assert findings == ["step-without-premise"]
    assert (found.relations, found.steps, len(left)) == ((), ("s", "u", "v"), 5)


def test_a_long_chain_of_undercuts():
    many = 3000
    kinds = {f"s{number}": ATTACK for number in range(many)}
    edges = [f"1>s{number} s{number}>s{number + 1}" for number in range(many - 1)]
    found, findings, _ = joined(steps(**kinds), " ".join([*edges, f"1>s{many - 1} s{many - 1}>2"]))
    assert len(found.relations) == many
    assert findings == []


def test_nothing():
    found, findings, left = joined([], "", statements={})
    assert (found.relations, found.steps, findings, left) == ((), (), [], [])
