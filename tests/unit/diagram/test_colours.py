"""Colours that a map asks for: who gets which, and that everything can still be read."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.core.model import ArgumentMap, Claim, Display, Group, Relation, RelationKind
from argmap.diagram.colours import area_tint, card_tint, colour_of_claim, known_colour, line_ink, mixed, pale_ink
from argmap.diagram.compose import Style, compose
from argmap.diagram.themes import DARK, LIGHT, Palette, contrast

COLOURS = st.from_regex(r"\A#[0-9a-f]{6}\Z")
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
DISPLAY = Display(
    tag_colours={"money": "#d95f02", "time": "#1B9E77", "odd": "reddish"},
    relation_colours={"support": "#2c7fb8", "undercut": "#e7298a"},
)
DEBATE = ArgumentMap(
    claims=(
        Claim("root", "The root."),
        Claim("a", "A.", tags=("other", "time", "money")),
        Claim("b", "B.", tags=("time",), colour="#112233"),
        Claim("c", "C.", tags=("time",)),
        Claim("d", "D.", tags=("odd",), colour="red"),
    ),
    relations=(
        Relation("step", RelationKind.SUPPORT, ("a", "b"), "root"),
        Relation("plain", RelationKind.ATTACK, ("c",), "root"),
        Relation("cut", RelationKind.ATTACK, ("d",), "step"),
    ),
    groups=(Group("g", "Group", ("c",), colour="#7570B3"), Group("h", "Other", ("d",), colour="blue")),
    display=DISPLAY,
)


@PALETTES
@given(COLOURS)
def test_words_and_bars_can_be_read_on_every_card(palette: Palette, colour: str) -> None:
    tint = card_tint(colour, palette)
    assert all(contrast(ink, tint.ground) >= 4.5 for ink in (palette.ink, palette.body, palette.soft, palette.pale))
    assert all(contrast(palette.stance(bar), tint.ground) >= 3 for bar in ("thesis", "pro", "con", "mixed", "none"))
    assert contrast(tint.border, palette.page) >= 3 and contrast(tint.border, tint.ground) >= 3


@PALETTES
@given(COLOURS)
def test_names_and_lines_can_be_seen_on_every_area(palette: Palette, colour: str) -> None:
    tint = area_tint(colour, palette)
    assert contrast(palette.soft, tint.ground) >= 4.5
    assert all(contrast(ink, tint.ground) >= 3 for ink in (palette.support, palette.attack, palette.pale_attack))
    assert contrast(tint.border, palette.page) >= 3


@PALETTES
@given(COLOURS)
def test_lines_can_be_seen(palette: Palette, colour: str) -> None:
    for ink in (line_ink(colour, palette), pale_ink(colour, palette)):
        assert all(contrast(ink, ground) >= 3 for ground in (palette.page, palette.area, palette.area_inner))
    if all(contrast(colour, ground) >= 3 for ground in (palette.page, palette.area, palette.area_inner)):
        assert line_ink(colour, palette) == colour


def test_a_strong_colour_shows() -> None:
    assert card_tint("#d95f02", LIGHT).ground != LIGHT.card
    assert card_tint("#d95f02", LIGHT).border == "#d95f02"
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


def test_who_gets_which() -> None:
    found = {claim.id: colour_of_claim(DEBATE, claim) for claim in DEBATE.claims}
    assert found == {
        "root": (None, None),
        "a": ("#d95f02", "money"),
        "b": ("#112233", None),
        "c": ("#1b9e77", "time"),
        "d": (None, None),
    }
    assert [known_colour(text) for text in ("#ABCDEF", "#abc", "x;}", None)] == ["#abcdef", None, None, None]


@pytest.mark.parametrize("view", ["map", "tree"])
def test_the_scene_knows_them(view: str) -> None:
    scene = compose(DEBATE, Style(view=view)).scene  # type: ignore[arg-type]
    cards = {card.id: (card.colour, card.tag) for card in scene.cards}
    assert cards["a"] == ("#d95f02", "money") and cards["root"] == (None, None)
    lines = {edge.id: edge.colour for edge in scene.edges}
    assert lines == {"step": "#2c7fb8", "plain": None, "cut": "#e7298a"}
    assert [dot.colour for dot in scene.junctions] == ["#2c7fb8"]
    if view == "map":
        assert {area.id: area.colour for area in scene.areas} == {"g": "#7570b3", "h": None}


def test_the_legend_explains_tags_and_undercuts() -> None:
    entries = {entry.text.text: (entry.symbol, entry.colour) for entry in compose(DEBATE).scene.legend}
    assert entries["#money"] == ("tag", "#d95f02")
    assert entries["#time"] == ("tag", "#1b9e77")
    assert "#odd" not in entries and "#other" not in entries
    assert entries["supports"] == ("support", "#2c7fb8")
    assert entries["attacks"] == ("attack", None)
    assert entries["attacks a step"] == ("undercut", "#e7298a")
    usual = compose(replace(DEBATE, display=Display())).scene.legend
    assert "undercut" not in [entry.symbol for entry in usual]


def test_print_knows_no_colours() -> None:
    scene = compose(DEBATE, Style(theme="print")).scene
    things = (*scene.cards, *scene.edges, *scene.junctions, *scene.areas, *scene.legend)
    assert {item.colour for item in things} == {None}


def test_a_changed_colour_is_told() -> None:
    faint = Display(relation_colours={"support": "#ffff00", "attack": "#000040", "undercut": "#fefefe"})
    debate = replace(DEBATE, display=faint)
    light = compose(debate, Style(theme="light")).notes
    assert [note.split(" are ")[0] for note in light] == ["lines of support", "lines of undercut"]
    assert "#ffff00 could hardly be seen on the white page" in light[0]
    dark = compose(debate, Style(theme="dark")).notes
    assert [note.split(" are ")[0] for note in dark] == ["lines of attack"]
    assert compose(debate, Style(theme="auto")).notes == (*light, *dark)
    assert compose(debate, Style(theme="print")).notes == ()


def test_a_long_tag_is_cut_in_the_legend() -> None:
    tag = "a very long tag " * 20
    scene = compose(ArgumentMap(claims=(Claim("a", "A.", tags=(tag,)),), display=Display(tag_colours={tag: "#d95f02"})))
    entry = scene.scene.legend[-1]
    assert entry.text.text.startswith("#a very") and entry.text.text.endswith("…")
    assert entry.text.x + entry.text.width <= scene.scene.width
