"""Whole pictures: legible whatever the map, complete, and the same for the same map."""

from collections import Counter
from dataclasses import replace
from math import floor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.core.model import (
    ArgumentMap,
    Citation,
    Claim,
    ClaimKind,
    Display,
    Group,
    Question,
    Relation,
    RelationKind,
    relation_name,
)
from argmap.diagram.compose import Style, compose
from argmap.diagram.fit import parse_page, smallest_text
from argmap.diagram.scene import Card
from tests.documents import ROOT
from tests.maps import map_of, maps
from tests.unit.diagram.legibility import all_faults

DIRECTIONS = ["down", "up", "right", "left"]


@pytest.fixture(scope="module")
def debate() -> ArgumentMap:
    path = ROOT / "arguments/european-troops-ukraine.argmap.yaml"
    return map_of(path.read_text(encoding="utf-8"))


def claims(text: str) -> tuple[Claim, ...]:
    return tuple(Claim(name, f"What {name} says.", title=name.title()) for name in text.split())


def relation(kind: str, premises: str, target: str, name: str | None = None) -> Relation:
    ends = tuple(premises.split("+"))
    return Relation(name or relation_name(ends, target), RelationKind(kind), ends, target)


def words(card: Card) -> str:
    return "".join(line.text for line in card.lines).replace(" ", "")


styles = st.builds(
    Style,
    view=st.sampled_from(["map", "map", "tree"]),
    direction=st.sampled_from(DIRECTIONS),
    wrap=st.sampled_from([None, 12, 45]),
    labels=st.sampled_from(["both", "title", "text"]),
    legend=st.booleans(),
    engine=st.sampled_from(["auto", "auto", "sugiyama"]),
)


@settings(deadline=None, max_examples=150, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(maps(max_claims=10), styles)
def test_any_map_is_legible(drawn, style):
    assert all_faults(compose(drawn, style).scene, drawn) == []


@pytest.mark.parametrize("style", [Style(), *(Style(direction=name) for name in DIRECTIONS), Style(view="tree")])
def test_the_debate_is_legible(debate, style):
    made = compose(debate, style)
    assert all_faults(made.scene, debate) == []
    assert made.notes == ()
    if style.view == "map":
        assert [area.id for area in made.scene.areas] == [group.id for group in debate.groups]


def test_no_word_is_lost(debate):
    scene = compose(debate, Style()).scene
    shown = {card.id: words(card) for card in scene.cards}
    for claim in debate.claims:
        assert claim.text.replace(" ", "") in shown[claim.id]
        assert claim.title is not None
        assert shown[claim.id].startswith(claim.title.replace(" ", ""))
        for speaker in claim.by:
            assert debate.speaker[speaker].name.replace(" ", "") in shown[claim.id]
    for question in debate.questions:
        assert shown[question.id] == question.text.replace(" ", "")


def test_same_map_same_picture(debate):
    assert compose(debate, Style()).scene == compose(debate, Style()).scene


@pytest.mark.parametrize("direction", ["down", "right"])
def test_a_word_more_reshuffles_nothing(debate, direction):
    def order(map: ArgumentMap) -> list[list[str]]:
        scene = compose(map, Style(direction=direction)).scene
        rows: dict[float, list[tuple[float, str]]] = {}
        for card in scene.cards:
            layer, place = (card.x, card.y) if direction == "right" else (card.y, card.x)
            rows.setdefault(layer, []).append((place, card.id))
        return [[name for _, name in sorted(row)] for _, row in sorted(rows.items())]

    before = order(debate)
    for number in (0, 20, 40):
        claim = debate.claims[number]
        edited = [replace(item, text=item.text + " Indeed.") if item is claim else item for item in debate.claims]
        assert order(replace(debate, claims=tuple(edited))) == before


def test_siblings_keep_the_order_of_the_file():
    tree = ArgumentMap(
        claims=claims("root a b c d a1 a2 c1"),
        relations=tuple(
            relation("support", *pair.split())
            for pair in ("a root", "b root", "c root", "d root", "a1 a", "a2 a", "c1 c")
        ),
    )
    for direction in ("down", "up"):
        cards = compose(tree, Style(direction=direction)).scene.cards
        assert [card.id for card in sorted(cards, key=lambda card: card.x) if card.id in "abcd"] == list("abcd")
    cards = compose(tree, Style(direction="right")).scene.cards
    assert [card.id for card in sorted(cards, key=lambda card: card.y) if card.id in "abcd"] == list("abcd")


def test_directions():
    pair = ArgumentMap(claims=claims("root leaf"), relations=(relation("attack", "leaf", "root"),))

    def offset(direction: str) -> tuple[float, float]:
        root, leaf = compose(pair, Style(direction=direction)).scene.cards
        return (leaf.x - root.x, leaf.y - root.y)

    assert offset("down")[1] > 0 > offset("up")[1]
    assert offset("right")[0] > 0 > offset("left")[0]


def test_wide_maps_run_to_the_right():
    def size(count: int) -> tuple[float, float]:
        names = " ".join(f"c{number}" for number in range(count))
        wide = ArgumentMap(
            claims=claims("root " + names),
            relations=tuple(relation("support", name, "root") for name in names.split()),
        )
        scene = compose(wide, Style()).scene
        return scene.width, scene.height

    assert size(4)[0] > size(4)[1]
    assert size(20)[0] < size(20)[1]


def test_an_empty_map_says_so():
    scene = compose(ArgumentMap(title="Nothing yet"), Style()).scene
    assert words(scene.cards[0]) == "Thismaphasnoclaims."
    assert scene.title == "Nothing yet"


def test_odd_relations_are_drawn():
    odd = ArgumentMap(
        claims=claims("a b c d alone"),
        questions=(Question("q", "Nobody asks?"),),
        relations=(
            relation("support", "a", "a"),
            relation("support", "b", "c"),
            relation("support", "c", "b"),
            relation("attack", "b", "c", "again"),
            relation("conflict", "a", "d", "rivals"),
            relation("attack", "c", "rivals", "undercut"),
            relation("attack", "a", "undercut", "deeper"),
            relation("attack", "a", "deeper"),
            relation("support", "a+b+a", "d"),
            relation("attack", "a", "nowhere"),
            relation("conflict", "d", "d", "itself"),
        ),
    )
    for style in (*(Style(direction=name) for name in DIRECTIONS), Style(view="tree"), Style(engine="sugiyama")):
        scene = compose(odd, style).scene
        assert {edge.id for edge in scene.edges} >= {"rivals", "undercut", "deeper", "again"}
        assert all_faults(scene, odd) == []


def test_an_undercut_ends_on_the_step():
    step = relation("support", "reason", "root", "step")
    debate = ArgumentMap(
        claims=claims("root reason doubt"), relations=(step, relation("attack", "doubt", "step", "cut"))
    )
    for style in (Style(), Style(direction="right"), Style(view="tree")):
        scene = compose(debate, style).scene
        (dot,) = scene.junctions
        cut = next(edge for edge in scene.edges if edge.id == "cut")
        assert cut.end == "step" and cut.head == "bar"
        away = ((cut.path[-1][0] - dot.x) ** 2 + (cut.path[-1][1] - dot.y) ** 2) ** 0.5
        assert dot.radius <= away < dot.radius + 3


def test_each_relation_wears_one_sign(debate):
    for style in (Style(), Style(view="tree")):
        scene = compose(debate, style).scene
        signs = Counter(edge.id for edge in scene.edges if edge.mark)
        assert set(signs) == {item.id for item in debate.relations}
        twice = {key for key, number in signs.items() if number > 1}
        assert all(debate.relation[key].kind is RelationKind.CONFLICT for key in twice), "told at both ends"


def test_broken_groups_are_not_drawn_wrong():
    crossing = ArgumentMap(
        claims=claims("root a b c d"),
        relations=tuple(relation("support", name, "root") for name in "abcd"),
        groups=(Group("one", "One", ("a", "c")), Group("two", "Two", ("b", "d")), Group("empty", "Empty")),
    )
    for direction in DIRECTIONS:
        assert all_faults(compose(crossing, Style(direction=direction)).scene, crossing) == []


def test_a_legend_of_what_occurs():
    pair = ArgumentMap(claims=claims("root leaf"), relations=(relation("attack", "leaf", "root"),))
    entries = [entry.symbol for entry in compose(pair, Style()).scene.legend]
    assert entries == ["attack", "stance-thesis", "stance-con"]
    assert compose(pair, Style(legend=False)).scene.legend == ()


def test_heading():
    named = ArgumentMap(title="The title", claims=claims("a"))
    assert [line.text for line in compose(named, Style()).scene.heading] == ["The title"]
    assert [line.text for line in compose(named, Style(heading="Other words")).scene.heading] == ["Other words"]
    assert compose(named, Style(heading="")).scene.heading == ()
    assert compose(named, Style(heading="")).scene.title == "The title"


def test_citations_and_labels():
    said = ArgumentMap(
        claims=(Claim("a", "The text.", title="The title", cites=(Citation("s", paragraph=5), Citation("s", "2", 6))),)
    )
    assert words(compose(said, Style()).scene.cards[0]) == "ThetitleThetext.p5,s2.p6"
    assert words(compose(said, Style(labels="title")).scene.cards[0]) == "Thetitle"
    assert words(compose(said, Style(labels="text")).scene.cards[0]) == "Thetext.p5,s2.p6"


def test_fit_takes_the_first_view_that_can_be_read():
    small = ArgumentMap(claims=claims("root a b"), relations=tuple(relation("support", name, "root") for name in "ab"))
    page = parse_page("a4")
    made = compose(small, Style(fit=page))
    assert page is not None
    assert {made.scene.width, made.scene.height} == {page.width, page.height}
    assert made.notes == ()
    assert smallest_text(made.scene) >= 8
    assert all_faults(made.scene, small) == []


def test_fit_warns_where_nothing_can_be_read(debate):
    made = compose(debate, Style(fit=parse_page("a4")))
    assert all_faults(made.scene, debate) == []
    assert smallest_text(made.scene) < 8
    assert f"{floor(smallest_text(made.scene) * 10) / 10} pt" in made.notes[-1] and "--focus" in made.notes[-1]


def test_fit_changes_the_view_if_that_helps():
    chain = ArgumentMap(
        claims=claims(" ".join(f"c{number}" for number in range(14))),
        relations=tuple(relation("support", f"c{number + 1}", f"c{number // 2}") for number in range(13)),
    )
    made = compose(chain, Style(fit=parse_page("a4"), direction="down"))
    assert smallest_text(made.scene) >= 8
    assert "tree" in made.notes[0]


@pytest.mark.parametrize("wish", [*DIRECTIONS, None, "sideways"])
def test_the_direction_of_the_map_is_the_default(wish):
    pair = ArgumentMap(claims=claims("root leaf"), relations=(relation("attack", "leaf", "root"),))
    asking = replace(pair, display=Display(direction=wish))
    known = wish if wish in DIRECTIONS else "down"
    assert compose(asking).scene.cards == compose(pair, Style(direction=known)).scene.cards
    assert compose(asking, Style(direction="right")).scene == compose(pair, Style(direction="right")).scene


def test_on_a_page_the_direction_of_the_map_is_tried_first():
    pair = ArgumentMap(claims=claims("root leaf"), relations=(relation("attack", "leaf", "root"),))
    root, leaf = compose(replace(pair, display=Display(direction="left")), Style(fit=parse_page("a4"))).scene.cards
    assert leaf.x < root.x


def test_the_labels_of_the_map_are_the_default():
    one = ArgumentMap(claims=(Claim("a", "The text.", title="The title"),), display=Display(labels="title"))
    assert words(compose(one).scene.cards[0]) == "Thetitle"
    assert words(compose(one, Style(labels="both")).scene.cards[0]) == "ThetitleThetext."
    odd = replace(one, display=Display(labels="nothing"))
    assert words(compose(odd).scene.cards[0]) == "ThetitleThetext."


@pytest.mark.parametrize("labels", ["title", "text", "both"])
def test_arguments_without_a_text_show_what_they_have(labels):
    bare = ArgumentMap(
        claims=(
            Claim("a", "", title="The title", kind=ClaimKind.ARGUMENT),
            Claim("b", "", kind=ClaimKind.ARGUMENT),
        )
    )
    scene = compose(bare, Style(labels=labels)).scene
    assert [words(card) for card in scene.cards] == ["Thetitle", "b"]
    assert all_faults(scene, bare) == []


def test_arguments_are_told_apart_from_claims():
    mixed = ArgumentMap(
        claims=(Claim("a", "A."), Claim("b", "A reason " * 9, kind=ClaimKind.ARGUMENT)),
        relations=(relation("support", "b", "a"),),
    )
    for theme in ("light", "dark", "print"):
        scene = compose(mixed, Style(theme=theme)).scene
        assert {card.id: card.kind for card in scene.cards} == {"a": "claim", "b": "argument"}
        assert "argument" in [entry.symbol for entry in scene.legend]
    alone = replace(mixed, claims=tuple(replace(claim, kind=ClaimKind.ARGUMENT) for claim in mixed.claims))
    assert "argument" not in [entry.symbol for entry in compose(alone).scene.legend]


def test_a_step_of_an_argument_is_drawn_like_any_relation():
    step = replace(relation("support", "why", "root", "step"), argument="why")
    debate = ArgumentMap(claims=claims("root why doubt"), relations=(step, relation("attack", "doubt", "step", "cut")))
    plain = replace(debate, relations=(replace(step, argument=None), debate.relations[1]))
    assert compose(debate).scene == compose(plain).scene
    assert next(edge for edge in compose(debate).scene.edges if edge.id == "cut").end == "step"
