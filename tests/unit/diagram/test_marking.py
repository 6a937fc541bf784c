"""What a comparison adds to a picture: flags, what was there before, lines, legend, and words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.core.comparison import Mark, Marked
from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Group, Question, Relation, RelationKind
from argmap.diagram.compose import Style, compose
from argmap.diagram.marking import MOST_ROWS, flag
from argmap.diagram.scene import Scene
from argmap.diagram.verdict import BADGE, badge, therefore
from tests.labellings import labellings
from tests.maps import NASTY_TEXTS, maps
from tests.unit.diagram.legibility import all_faults, box, overlap

SUPPORT, ATTACK = RelationKind.SUPPORT, RelationKind.ATTACK
DEBATE = ArgumentMap(
    title="Tram",
    questions=(Question("what", "What should the town build?"),),
    claims=(
        Claim("tram", "The town should build a tram line.", "Build it", answers=("what",)),
        Claim("faster", "It is faster.", kind=ClaimKind.ARGUMENT),
        Claim("riders", "Many ride.", implicit=True),
        Claim("remote", "They work from home."),
        Claim("cost", "It is dear."),
        Claim("noise", "It is loud."),
    ),
    relations=(
        Relation("step", SUPPORT, ("faster", "riders"), "tram"),
        Relation("cut", ATTACK, ("remote",), "step"),
        Relation("dear", ATTACK, ("cost",), "tram"),
        Relation("loud", ATTACK, ("noise",), "tram"),
    ),
)
ADDED, REMOVED, CHANGED = (Marked(mark) for mark in (Mark.ADDED, Mark.REMOVED, Mark.CHANGED))
MARKS = {
    "faster": CHANGED._replace(was="It is not slower."),
    "remote": ADDED,
    "cut": ADDED,
    "noise": REMOVED,
    "loud": REMOVED,
    "dear": CHANGED._replace(was="support"),
    "what": CHANGED._replace(was="What?"),
}
LABELS = Labelling("grounded semantics", dict.fromkeys(("tram", "faster", "riders", "remote", "cost"), Label.IN))
STYLES = [Style(), Style(direction="right"), Style(view="tree"), Style(labels="title", wrap=12), Style(wrap=12)]


def drawn(marks=MARKS, style: Style | None = None, labelling: Labelling | None = None, map=DEBATE) -> Scene:
    return compose(map, style or Style(), labelling, marks).scene


def words(scene: Scene, key: str, role: str) -> list[str]:
    return [item.text for card in scene.cards if card.id == key for item in card.lines if item.role == role]


@pytest.mark.parametrize("labelling", [None, LABELS])
@pytest.mark.parametrize("style", STYLES)
def test_cards_say_in_words_what_happened_to_them(style, labelling):
    scene = drawn(style=style, labelling=labelling)
    flags = {card.id: words(scene, card.id, "flag") for card in scene.cards}
    assert {key: found for key, found in flags.items() if found} == {
        "faster": ["changed"], "remote": ["added"], "noise": ["removed"], "what": ["changed"],
    }  # fmt: skip
    assert " ".join(words(scene, "faster", "was")) == "was: It is not slower."
    assert " ".join(words(scene, "cost", "was")) == "relation was: support"
    assert all_faults(scene, DEBATE) == []


@pytest.mark.parametrize("style", STYLES)
def test_flags_stand_clear_of_badges_and_signs(style):
    for card in drawn(style=style, labelling=LABELS).cards:
        place = flag(card)
        spots = [spot for spot in (badge(card), therefore(card)) if spot]
        if place:
            half = BADGE / 2
            assert card.x < place.x
            assert not any(overlap(box(place), (x - half, y - half, x + half, y + half)) for x, y in spots), card.id


def test_lines_and_junctions_know_what_happened():
    scene = drawn()
    assert {edge.id: edge.change for edge in scene.edges if edge.change} == {
        "cut": Mark.ADDED, "loud": Mark.REMOVED, "dear": Mark.CHANGED,
    }  # fmt: skip
    assert {edge.id for edge in scene.edges if edge.faded} == {"step"}
    assert [dot.faded for dot in scene.junctions] == [True]


def test_what_is_as_it_was_fades_unless_an_evaluation_is_shown():
    assert {card.id for card in drawn().cards if card.faded} == {"tram", "riders", "cost"}
    scene = drawn(labelling=LABELS)
    assert not any(item.faded for item in (*scene.cards, *scene.edges, *scene.junctions))


def test_without_marks_of_its_own_a_picture_is_as_ever():
    plain = compose(DEBATE).scene
    for marks in (None, {}, {"elsewhere": ADDED}):
        assert drawn(marks) == plain


def test_the_old_wording_is_cut_to_a_few_rows():
    old = "This wording goes on and on, " * 20
    scene = drawn({"tram": CHANGED._replace(was=old)})
    rows = words(scene, "tram", "was")
    assert len(rows) == MOST_ROWS
    assert rows[-1].endswith("…")
    assert all_faults(scene, DEBATE) == []


def test_a_relation_of_several_is_named_by_what_it_leads_to():
    two = ArgumentMap(
        claims=(Claim("a", "A."), Claim("b", "Bees.", "Bees"), Claim("c", "C.")),
        relations=(Relation("r", SUPPORT, ("a",), "b"), Relation("s", SUPPORT, ("a",), "c")),
    )
    scene = drawn({"r": CHANGED._replace(was="attack")}, map=two)
    assert " ".join(words(scene, "a", "was")) == "relation to “Bees” was: attack"


def test_the_legend_explains_the_marks_that_occur():
    def legend(marks, **more):
        entries = drawn(marks, **more).legend
        return [
            (entry.symbol, entry.text.text)
            for entry in entries
            if entry.symbol.startswith("change") or not entry.symbol
        ]

    assert legend(MARKS) == [
        ("", "Changes (pale: unchanged)"), ("change-added", "added"), ("change-removed", "removed"),
        ("change-changed", "changed"),
    ]  # fmt: skip
    assert legend({"remote": ADDED}) == [("", "Changes (pale: unchanged)"), ("change-added", "added")]
    assert legend({"remote": ADDED}, labelling=LABELS)[0] == ("", "Changes")
    assert legend({}) == []


def test_the_text_alternative_says_it_as_well():
    assert drawn().description.split("\n") == [
        "Question (changed, was: What?): What should the town build?",
        "  Position: Build it. The town should build a tram line.",
        "    supported by (changed, was: It is not slower.): It is faster.",
        "    together with: Many ride.",
        "      the step is now undercut by (added): They work from home.",
        "    attacked by, changed (was support): It is dear.",
        "    no longer attacked by (removed): It is loud.",
    ]
    assert "the step is now undercut by (added, stands): They work" in drawn(labelling=LABELS).description
    assert any(card.summary == "It is loud. — removed" for card in drawn().cards)


def test_a_trunk_is_not_cut_by_what_is_gone():
    tree = ArgumentMap(
        claims=tuple(Claim(name, f"Text of {name}.") for name in ("root", "a", "b", "c")),
        relations=tuple(Relation(name.upper(), SUPPORT, (name,), "root") for name in "abc"),
    )
    scene = drawn({"A": REMOVED, "c": ADDED, "C": ADDED}, Style(view="tree"), map=tree)
    pieces = [(edge.id, edge.change, edge.head, edge.faded) for edge in scene.edges]
    assert pieces == [
        ("A", Mark.REMOVED, "none", False),
        ("A", Mark.ADDED, "arrow", False),
        ("B", None, "none", True),
        ("B", Mark.ADDED, "none", False),
        ("C", Mark.ADDED, "none", False),
    ]


def test_what_is_drawn_for_others_is_marked_by_them():
    hidden = ArgumentMap(
        claims=(Claim("a", "A."), Claim("b", "B.", hidden=True), Claim("c", "C."), Claim("d", "D.")),
        relations=(
            Relation("ab", SUPPORT, ("a",), "b"),
            Relation("bc", SUPPORT, ("b",), "c"),
            Relation("dc", SUPPORT, ("d",), "c"),
        ),
        groups=(Group("box", "Box", ("d",), closed=True),),
    )

    def changes(marks):
        scene = drawn(marks, map=hidden)
        return {edge.start: edge.change for edge in scene.edges if edge.change}, {
            card.id: card.change for card in scene.cards if card.change
        }

    assert changes({"ab": ADDED, "a": ADDED}) == ({"a": Mark.ADDED}, {"a": Mark.ADDED})
    assert changes({"bc": REMOVED}) == ({"a": Mark.REMOVED}, {})
    assert changes({"ab": CHANGED}) == ({"a": Mark.CHANGED}, {})
    assert changes({"d": ADDED}) == ({}, {"box": Mark.CHANGED})


@settings(deadline=None, max_examples=50, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_marked_map_is_legible(data):
    debate = data.draw(maps(max_claims=8))
    keys = [*debate.claim, *debate.relation, *debate.question]
    marked = st.builds(Marked, st.sampled_from(Mark), st.none() | NASTY_TEXTS)
    marks = data.draw(st.dictionaries(st.sampled_from(keys), marked)) if keys else {}
    style = Style(
        view=data.draw(st.sampled_from(["map", "tree"])),
        wrap=data.draw(st.sampled_from([None, 12])),
        labels=data.draw(st.sampled_from(["both", "title", "text"])),
    )
    scene = drawn(marks, style, data.draw(st.none() | labellings(debate)), debate)
    assert all_faults(scene, debate) == []
