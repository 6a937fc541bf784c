"""What becomes of relations where claims are left out of a picture."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.core.graph import MapGraph
from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, Question, Relation, RelationKind
from argmap.diagram.compose import DirectionName, Style, compose
from argmap.diagram.hidden import contracted
from argmap.diagram.lines import routes_of
from argmap.diagram.shown import shown
from argmap.diagram.verdict import relevant
from tests.sketches import sketch, sketches, told
from tests.unit.diagram.legibility import all_faults

SHAPES = {
    "what supports a hidden premise counts for the argument": (
        "A ~p x", ["p + A @ A", "x + p"], ["x + A"],
    ),
    "what attacks a hidden premise counts for the argument": (
        "A ~p ~q x", ["p & q + A @ A", "x - p"], ["x - A"],
    ),
    "what a hidden conclusion supports is drawn from the argument": (
        "A ~c v", ["A + c @ A", "c + v"], ["A + v"],
    ),
    "what a hidden conclusion attacks is drawn from the argument": (
        "A ~c v", ["A + c @ A", "c - v"], ["A - v"],
    ),
    "conclusion of one argument and premise of others": (
        "A ~c B C", ["A + c @ A", "c + B @ B", "c + C @ C"], ["A + B", "A + C"],
    ),
    "two arguments for one hidden conclusion": (
        "A B ~c v", ["A + c @ A", "B + c @ B", "c + v"], ["A + v", "B + v"],
    ),
    "a linked relation loses only its hidden premises": (
        "a b ~h v", ["a & h & b + v"], ["a & b + v"],
    ),
    "a relation without visible premises is gone": (
        "~a ~b v w", ["a & b + v", "w + v"], ["w + v"],
    ),
    "a hidden step passes its premises on": (
        "A ~s p1 p2 p3", ["p1 & p2 + s @ A", "s & p3 + A @ A"], ["p1 & p2 & p3 + A"],
    ),
    "hidden steps in a row pass their premises on": (
        "A ~s ~t p1 p2 p3", ["p1 + s @ A", "s & p2 + t @ A", "t & p3 + A @ A"], ["p1 & p2 & p3 + A"],
    ),
    "a premise that is used twice stands once": (
        "A ~s p q", ["p & q + s @ A", "s & p + A @ A"], ["p & q + A"],
    ),
    "a reason of another argument for a hidden step stays a relation of its own": (
        "A B ~s p q", ["p + s @ A", "B + s @ B", "s & q + A @ A"], ["p & q + A", "B + A"],
    ),
    "a bare structure with one hidden step": (
        "c ~s a b", ["a + s", "s & b + c"], ["a & b + c"],
    ),
    "several reasons for a hidden linked premise": (
        "c ~s a b d", ["a + s", "d + s", "s & b + c"], ["a + c", "d + c", "b + c"],
    ),
    "a hidden argument": (
        "~A p q c", ["p & q + A @ A", "A + c @ A"], ["p & q + c"],
    ),
    "a chain of hidden claims": (
        "a ~h ~i ~j v", ["a + h", "h + i", "i + j", "j + v"], ["a + v"],
    ),
    "support of an attacker attacks": (
        "a ~h v", ["a + h", "h - v"], ["a - v"],
    ),
    "an attack on an attacker speaks for its target": (
        "a ~h v", ["a - h", "h - v"], ["a + v"],
    ),
    "an attack on a hidden conclusion that supports nothing goes to the argument": (
        "A ~c x", ["A + c @ A", "x - c"], ["x - A"],
    ),
    "an attack on a hidden conclusion that attacks goes to the argument": (
        "A ~c x v", ["A + c @ A", "c - v", "x - c"], ["A - v", "x - A"],
    ),
    "support of a hidden conclusion that leads nowhere is gone": (
        "A ~c x", ["A + c @ A", "x + c"], [],
    ),
    "a conflict with a hidden premise is an attack on the argument": (
        "A ~p x", ["p + A @ A", "x x p"], ["x - A"],
    ),
    "a conflict with a hidden conclusion is one with the argument": (
        "A ~c v", ["A + c @ A", "c x v"], ["A x v"],
    ),
    "the same the other way round": (
        "A ~c v", ["v x c", "A + c @ A"], ["v x A"],
    ),
    "a conflict of hidden conclusions is one of their arguments": (
        "A ~c B ~d", ["A + c @ A", "B + d @ B", "c x d"], ["A x B"],
    ),
    "a conflict of a hidden conclusion with a hidden premise": (
        "A ~c B ~p", ["A + c @ A", "p + B @ B", "c x p"], ["A - B"],
    ),
    "rivals of a hidden claim are not for each other": (
        "a ~h b", ["a x h", "h x b"], [],
    ),
    "a conflict of hidden claims that nothing leads to": (
        "a ~h ~i", ["h x i", "i - a"], [],
    ),
    "no line is doubled": (
        "A B ~c ~d", ["A + c @ A", "A + d @ A", "c & d + B @ B", "A + B"], ["A + B"],
    ),
    "support and attack between the same claims are two lines": (
        "A ~c ~d v", ["A + c @ A", "A + d @ A", "c + v", "d - v"], ["A + v", "A - v"],
    ),
    "no line leads back to its start": (
        "A ~c", ["A + c @ A", "c + A @ A"], [],
    ),
    "a premise that is the target is left out": (
        "a b ~h", ["a & b + h", "h + a"], ["b + a"],
    ),
    "a circle of hidden claims ends": (
        "a ~h ~i v", ["a + h", "h + i", "i + h", "i - v"], ["a - v"],
    ),
    "a circle of hidden steps ends": (
        "A p ~h ~i", ["h & i + A @ A", "i & p + h @ A", "h + i @ A"], ["p + A"],
    ),
    "an undercut stays on a step that stays": (
        "A ~p c u", ["p + A @ A", "step: A + c @ A", "u - step"], ["A + c", "u - step"],
    ),
    "an undercut moves with its step": (
        "A ~c v u", ["step: A + c @ A", "c + v", "u - step"], ["A + v", "u - step"],
    ),
    "an undercut of a step that goes to several places ends on the argument": (
        "A ~c B C u", ["step: A + c @ A", "c + B @ B", "c + C @ C", "u - step"], ["A + B", "A + C", "u - A"],
    ),
    "an undercut of a step that is gone ends on the argument": (
        "A ~c u", ["step: A + c @ A", "u - step"], ["u - A"],
    ),
    "an undercut of a hidden step of an argument": (
        "A ~p ~q ~s u", ["step: p + s @ A", "s & q + A @ A", "u - step"], ["u - A"],
    ),
    "an undercut of a step that was passed on": (
        "A p q ~s u", ["step: p + s @ A", "whole: s & q + A @ A", "u - step"], ["p & q + A", "u - whole"],
    ),
    "an undercut of a step that lost a premise": (
        "A B ~c p u", ["A + c @ A", "step: c & p + B @ B", "u - step"], ["A + B", "p + B", "u - step"],
    ),
    "an undercut of a step that only hidden premises had": (
        "~a b u", ["step: a + b", "u - step"], [],
    ),
    "undercuts of undercuts": (
        "A ~c u w", ["step: A + c @ A", "cut: u - step", "w - cut"], ["u - A", "w - cut"],
    ),
    "an undercut by a hidden conclusion": (
        "A ~c B v", ["A + c @ A", "step: B + v @ B", "c - step"], ["A - step", "B + v"],
    ),
    "no argument undercuts itself": (
        "A ~c", ["step: A + c @ A", "A - step"], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(name: str) -> None:
    claims, relations, expected = SHAPES[name]
    drawn = contracted(sketch(claims, *relations))
    assert sorted(told(drawn)) == sorted(expected)
    assert [claim.id for claim in drawn.claims] == [word for word in claims.split() if "~" not in word]
    assert MapGraph(drawn).relations == drawn.relations, "all ends are there"


def test_untouched_relations_are_the_same_values_in_the_same_order() -> None:
    debate = sketch("a b ~h v", "a + b", "h + v", "step: b - v", "cut: a - step")
    assert contracted(debate).relations == (debate.relations[0], debate.relations[2], debate.relations[3])


def test_changed_relations_keep_their_id_and_what_else_is_said_of_them() -> None:
    debate = sketch("A ~c v", "step: A + c @ A", "c - v")
    said = replace(debate.relations[0], scheme="cause-to-effect", note="Well.")
    (line,) = contracted(replace(debate, relations=(said, debate.relations[1]))).relations
    assert (line.id, line.scheme, line.note, line.kind) == ("step", "cause-to-effect", "Well.", RelationKind.ATTACK)
    assert routes_of(line) == (("step", "c -> v"),)


def test_new_lines_have_new_ids() -> None:
    debate = sketch("A ~c B C D", "step: A + c @ A", "c + B", "c + C", "A -> C: D + C", "c + D")
    names = [item.id for item in contracted(debate).relations]
    assert len(set(names)) == len(names) == 4
    assert names[:3] == ["step", "A -> C (2)", "A -> D"]


def test_an_argument_for_a_hidden_position_answers_its_question() -> None:
    debate = sketch("A ~p v", "A + p @ A")
    asked = [replace(claim, answers=("q",)) if claim.hidden else claim for claim in debate.claims]
    drawn = contracted(replace(debate, claims=tuple(asked), questions=(Question("q", "Why?"),)))
    assert [claim.answers for claim in drawn.claims] == [("q",), ()]


def test_a_line_has_the_label_of_its_best_route() -> None:
    debate = sketch("A ~c ~d v", "one: A + c @ A", "two: A + d @ A", "three: c + v", "four: d + v")
    labels = {"one": Label.IN, "three": Label.OUT, "two": Label.IN, "four": Label.UNDECIDED, "A": Label.IN}
    drawn = contracted(debate)
    (line,) = drawn.relations
    found = relevant(drawn, Labelling("x", labels))
    assert found is not None and found.labels[line.id] is Label.UNDECIDED
    forces = relevant(drawn, Labelling("x", strengths={"one": 0.9, "three": 0.2, "two": 0.4, "four": 0.8}))
    assert forces is not None and forces.strengths[line.id] == 0.4
    assert relevant(drawn, Labelling("x", {"elsewhere": Label.IN})) is None


def test_data_of_a_file_are_not_taken_for_routes() -> None:
    debate = sketch("a ~h v", "a + v")
    item = replace(debate.relations[0], data={"routes": [["x"]]})
    drawn = contracted(replace(debate, relations=(item,)))
    assert drawn.relations == (item,)
    assert routes_of(item) == (("a -> v",),)


def test_long_chains_of_hidden_claims_take_their_time_but_end() -> None:
    count = 3_000
    claims = "a v " + " ".join(f"~h{number}" for number in range(count))
    steps = [f"h{number} + h{number + 1}" for number in range(count - 1)]
    assert told(contracted(sketch(claims, "a + h0", *steps, f"h{count - 1} + v"))) == ["a + v"]


@settings(max_examples=500)
@given(sketches())
def test_laws_of_contraction(drawn: ArgumentMap) -> None:
    made = contracted(drawn)
    visible = {claim.id for claim in drawn.claims if not claim.hidden}
    assert [claim.id for claim in made.claims] == [claim.id for claim in drawn.claims if not claim.hidden]
    assert contracted(made) is made
    names = [item.id for item in made.relations]
    assert len(set(names)) == len(names)
    assert not set(names) & {*made.claim, *made.group, *made.question}
    if not any(claim.hidden for claim in drawn.claims):
        return
    kept = {item.id: _ends(item) for item in MapGraph(drawn).relations if {*item.premises, item.target} <= visible}
    assert {item.id: _ends(item) for item in made.relations if item.id in kept} == kept, "what nothing touches stays"
    ends = [_ends(item) for item in made.relations]
    for item in made.relations:
        assert set(item.premises) <= visible
        if item.id not in drawn.relation or _ends(item) != _ends(drawn.relation[item.id]):
            assert item.target not in item.premises
            assert item.target in {*visible, *names}
            assert ends.count(_ends(item)) == 1


def _ends(item: Relation) -> tuple[RelationKind, frozenset[str], str]:
    return item.kind, frozenset(item.premises), item.target


@given(sketches())
def test_a_map_that_hides_nothing_is_drawn_as_it_is(drawn: ArgumentMap) -> None:
    plain = replace(
        drawn,
        claims=tuple(replace(claim, hidden=False) for claim in drawn.claims),
        groups=tuple(replace(group, hidden=False, closed=False) for group in drawn.groups),
    )
    assert shown(plain) is plain


@settings(max_examples=500)
@given(sketches())
def test_laws_of_what_is_shown(drawn: ArgumentMap) -> None:
    made = shown(drawn)
    assert shown(made) == made
    assert not any(claim.hidden for claim in made.claims) and not any(group.hidden for group in made.groups)
    assert {claim.id for claim in made.claims} <= {*drawn.claim, *drawn.group}
    assert {item.id for item in made.questions} <= drawn.question.keys()
    assert len({claim.id for claim in made.claims}) == len(made.claims)


def test_no_claim_is_left() -> None:
    assert contracted(ArgumentMap(claims=(Claim("a", "A.", hidden=True),))).claims == ()


@settings(max_examples=60)
@given(sketches(), st.sampled_from(["down", "up", "right", "left"]))
def test_what_is_shown_is_legible(drawn: ArgumentMap, direction: DirectionName) -> None:
    for style in (Style(direction=direction), Style(view="tree")):
        assert all_faults(compose(drawn, style).scene, shown(drawn)) == []


def test_a_picture_of_nothing_says_why() -> None:
    made = compose(sketch("~a ~b", "a + b"))
    assert made.notes == ("all claims of this map are hidden: --hidden draws them",)
