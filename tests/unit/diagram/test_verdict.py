"""What an evaluation adds to a picture: marks, words, legend, and which lines it fades."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind, relation_name
from argmap.diagram.compose import Style, compose
from argmap.diagram.fit import parse_page
from argmap.diagram.outline import outline, plain_text
from argmap.diagram.scene import Scene
from argmap.diagram.verdict import badge, gauge, lost_effect
from tests.documents import ROOT
from tests.labellings import labellings
from tests.maps import map_of, maps
from tests.unit.diagram.legibility import all_faults


def relation(kind: str, premises: str, target: str, name: str | None = None) -> Relation:
    ends = tuple(premises.split("+"))
    return Relation(name or relation_name(ends, target), RelationKind(kind), ends, target)


DEBATE = ArgumentMap(
    title="Tram",
    claims=(
        Claim("tram", "The town should build a tram line."),
        Claim("faster", "It is faster.", "A faster trip"),
        Claim("riders", "Many ride.", implicit=True),
        Claim("remote", "They work from home."),
        Claim("cost", "It is dear."),
    ),
    relations=(
        relation("support", "faster+riders", "tram", "step"),
        relation("attack", "remote", "step", "cut"),
        relation("attack", "cost", "tram", "dear"),
    ),
)
LABELS = Labelling(
    "grounded semantics",
    {
        "tram": Label.UNDECIDED, "faster": Label.IN, "riders": Label.IN, "remote": Label.IN, "cost": Label.UNKNOWN,
        "step": Label.OUT, "cut": Label.IN, "dear": Label.UNKNOWN,
    },
)  # fmt: skip
STRENGTHS = Labelling(
    "strength by DF-QuAD",
    strengths={"tram": 0.375, "faster": 1.0, "riders": 0.0, "remote": 0.996, "cost": 0.5, "step": 0.0, "cut": 0.9},
)
STYLES = [Style(), Style(direction="right"), Style(view="tree"), Style(labels="title", wrap=12), Style(wrap=12)]


def drawn(map: ArgumentMap, labelling: Labelling | None, style: Style | None = None) -> Scene:
    return compose(map, style or Style(), labelling).scene


@pytest.mark.parametrize("style", STYLES)
def test_each_label_has_its_badge_where_no_text_stands(style: Style) -> None:
    scene = drawn(DEBATE, LABELS, style)
    assert {card.id: card.label for card in scene.cards} == {key: LABELS.labels[key] for key in DEBATE.claim}
    assert all(badge(card) and not gauge(card) for card in scene.cards)
    assert all_faults(scene, DEBATE) == []


@pytest.mark.parametrize("style", STYLES)
def test_each_strength_has_its_number_and_a_bar_of_one_length(style: Style) -> None:
    scene = drawn(DEBATE, STRENGTHS, style)
    numbers = {card.id: card.lines[-1].text for card in scene.cards}
    assert numbers == {"tram": "0.38", "faster": "1.00", "riders": "0.00", "remote": "1.00", "cost": "0.50"}
    bars = {card.id: gauge(card) for card in scene.cards}
    assert {key: bar and bar.filled for key, bar in bars.items()} == {
        key: value for key, value in STRENGTHS.strengths.items() if key in DEBATE.claim
    }
    assert all_faults(scene, DEBATE) == []


@settings(deadline=None, max_examples=50, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_evaluated_map_is_legible(data: st.DataObject) -> None:
    debate = data.draw(maps(max_claims=8))
    style = Style(
        view=data.draw(st.sampled_from(["map", "tree"])),
        wrap=data.draw(st.sampled_from([None, 12])),
        labels=data.draw(st.sampled_from(["both", "title", "text"])),
    )
    scene = drawn(debate, data.draw(labellings(debate)), style)
    assert all_faults(scene, debate) == []


def test_titles_break_as_they_do_without_an_evaluation() -> None:
    word = "Verantwortungsbewusstsein"
    one = ArgumentMap(claims=(Claim("a", word, word),))
    plain, marked = (drawn(one, said, Style(wrap=28)) for said in (None, Labelling("x", {"a": Label.IN})))
    assert [line.text for line in marked.cards[0].lines] == [line.text for line in plain.cards[0].lines] == [word]


def test_ids_that_are_missing_stay_unmarked_and_strange_ones_are_ignored() -> None:
    scene = drawn(DEBATE, Labelling("x", {"tram": Label.IN, "nowhere": Label.OUT}))
    assert {card.id for card in scene.cards if card.label} == {"tram"}
    assert {edge.label for edge in scene.edges} == {None}
    assert drawn(DEBATE, Labelling("x", {"nowhere": Label.OUT})) == drawn(DEBATE, None)
    assert drawn(DEBATE, Labelling("x")) == drawn(DEBATE, None)


def test_relations_and_their_junctions_wear_the_label_of_the_relation() -> None:
    for style in (Style(), Style(view="tree")):
        scene = drawn(DEBATE, LABELS, style)
        assert {edge.id: edge.label for edge in scene.edges} == {
            "step": Label.OUT, "cut": Label.IN, "dear": Label.UNKNOWN,
        }  # fmt: skip
        assert [dot.label for dot in scene.junctions] == [Label.OUT]
        forces = {edge.id: edge.force for edge in drawn(DEBATE, STRENGTHS, style).edges}
        assert forces == {"step": 0.0, "cut": 0.9, "dear": None}


def test_a_trunk_has_the_look_of_the_best_that_comes_up_through_it() -> None:
    tree = ArgumentMap(
        claims=tuple(Claim(name, f"Text of {name}.") for name in ("root", "a", "b", "c")),
        relations=tuple(relation("support", name, "root", name.upper()) for name in "abc"),
    )
    said = Labelling("x", {"A": Label.OUT, "B": Label.IN, "C": Label.UNDECIDED})
    pieces = [(edge.id, edge.label, edge.head, bool(edge.mark)) for edge in drawn(tree, said, Style(view="tree")).edges]
    assert pieces == [
        ("A", Label.OUT, "none", True),
        ("A", Label.IN, "arrow", False),
        ("B", Label.IN, "none", True),
        ("C", Label.UNDECIDED, "none", True),
    ]


def test_questions_have_no_mark() -> None:
    asked = map_of("""\
argmap: 1
questions: {q: What to do?}
claims:
  a: {text: This., answers: q}
""")
    scene = drawn(asked, Labelling("x", {"a": Label.IN, "q": Label.IN}))
    assert [(card.kind, card.label) for card in scene.cards] == [("question", None), ("claim", Label.IN)]


def test_references_wear_the_mark_of_their_claim() -> None:
    shared = ArgumentMap(
        claims=tuple(Claim(name, f"Text of {name} that is long enough.") for name in ("a", "b", "s")),
        relations=(relation("support", "s", "a"), relation("support", "s", "b")),
    )
    for said in (Labelling("x", {"s": Label.OUT}), Labelling("x", strengths={"s": 0.25})):
        scene = drawn(shared, said, Style(view="tree", wrap=12))
        (reference,) = (card for card in scene.cards if card.kind == "reference")
        assert (reference.label, reference.strength) == (said.labels.get("s"), said.strengths.get("s"))
        assert ("0.25" in [line.text for line in reference.lines]) == (reference.strength is not None)
        assert all_faults(scene, shared) == []


def test_the_legend_names_the_semantics_and_explains_what_occurs() -> None:
    legend = drawn(DEBATE, LABELS).legend
    words = [(entry.symbol, entry.text.text) for entry in legend]
    assert words[:6] == [
        ("", "Evaluated: grounded semantics"),
        ("label-in", "stands"),
        ("label-undecided", "undecided"),
        ("label-unknown", "not worked out"),
        ("effect-out", "a relation without effect"),
        ("effect-unknown", "whether it takes effect is not worked out"),
    ]
    words = [(entry.symbol, entry.text.text) for entry in drawn(DEBATE, STRENGTHS).legend]
    assert words[:3] == [
        ("", "Strength by DF-QuAD"),
        ("strength", "from 0 to 1"),
        ("force", "the thicker a line, the more force its relation has"),
    ]
    assert drawn(DEBATE, LABELS, Style(legend=False)).legend == ()


def test_a_long_name_of_a_semantics_takes_several_rows() -> None:
    scene = drawn(DEBATE, replace(LABELS, title="a very long name of a semantics " * 12))
    assert len([entry for entry in scene.legend if not entry.symbol]) > 1
    assert all_faults(scene, DEBATE) == []


def test_the_text_alternative_tells_it_too() -> None:
    assert plain_text(outline(DEBATE), LABELS).splitlines() == [
        "Evaluated: grounded semantics.",
        "Thesis (undecided): The town should build a tram line.",
        "  supported by (stands), without effect: A faster trip. It is faster.",
        "  together with (stands): Many ride.",
        "    the step is undercut by (stands): They work from home.",
        "  attacked by (not worked out): It is dear.",
    ]
    told = plain_text(outline(DEBATE), STRENGTHS).splitlines()
    assert told[:3] == [
        "Evaluated: strength by DF-QuAD.",
        "Thesis (strength 0.38): The town should build a tram line.",
        "  supported by (strength 1.00): A faster trip. It is faster.",
    ]
    assert plain_text(outline(DEBATE), Labelling("x")) == plain_text(outline(DEBATE))
    assert drawn(DEBATE, LABELS).description == plain_text(outline(DEBATE), LABELS)
    assert {card.id: card.summary for card in drawn(DEBATE, LABELS).cards}["cost"] == "It is dear. — not worked out"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ({"r": "in", "a": "in"}, ""),
        ({"r": "out", "a": "out"}, ""),
        ({"r": "out", "a": "in"}, "without effect"),
        ({"r": "undecided", "a": "in"}, "effect undecided"),
        ({"r": "unknown", "a": "in"}, "effect not worked out"),
        ({"a": "in"}, ""),
    ],
)
def test_only_what_the_premises_do_not_explain_is_said_of_a_relation(labels: dict[str, str], expected: str) -> None:
    said = Labelling("x", {key: Label(value) for key, value in labels.items()})
    assert lost_effect(relation("support", "a", "t", "r"), said) == expected


def test_a_conflict_is_explained_by_its_better_end() -> None:
    rivals = relation("conflict", "a", "b", "r")

    def told(one: Label, other: Label, own: Label) -> str:
        return lost_effect(rivals, Labelling("x", {"a": one, "b": other, "r": own}))

    assert told(Label.OUT, Label.IN, Label.IN) == ""
    assert told(Label.OUT, Label.IN, Label.OUT) == "without effect"
    assert told(Label.UNDECIDED, Label.UNDECIDED, Label.UNDECIDED) == ""


def test_the_article_fits_a_page_and_is_legible_with_marks() -> None:
    path = ROOT / "arguments/european-troops-ukraine.argmap.yaml"
    debate = map_of(path.read_text(encoding="utf-8"))
    ids = [item.id for item in (*debate.claims, *debate.relations)]
    said = Labelling("grounded semantics", {key: list(Label)[place % 4] for place, key in enumerate(ids)})
    for style in (Style(), Style(fit=parse_page("a3")), Style(view="tree")):
        scene = drawn(debate, said, style)
        assert all_faults(scene, debate) == []
        assert scene == drawn(debate, said, style)
