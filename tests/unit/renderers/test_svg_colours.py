"""Colours that a map asks for, and the looks of arguments and closed groups, in an SVG."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Display, Group, Relation, RelationKind
from argmap.diagram.colours import card_tint, line_ink
from argmap.diagram.compose import Style, compose
from argmap.diagram.themes import DARK, LIGHT
from argmap.renderers import svg

PLAIN = ArgumentMap(
    claims=(Claim("a", "A."), Claim("b", "B.", tags=("t",)), Claim("c", "C."), Claim("d", "D.")),
    relations=(
        Relation("up", RelationKind.SUPPORT, ("b",), "a"),
        Relation("cut", RelationKind.ATTACK, ("c",), "up"),
        Relation("down", RelationKind.ATTACK, ("d",), "a"),
    ),
    groups=(Group("g", "Group", ("b",)), Group("h", "Other", ("c", "d"))),
)
COLOURED = replace(
    PLAIN,
    claims=(*PLAIN.claims[:3], replace(PLAIN.claims[3], colour="#AA0000")),
    groups=(replace(PLAIN.groups[0], colour="#00aa00"), PLAIN.groups[1]),
    display=Display(tag_colours={"t": "#0000aa"}, relation_colours={"support": "#ffff00", "undercut": "#aa00aa"}),
)


def drawn(map: ArgumentMap, labels: dict[str, Label] | None = None, **style: object) -> str:
    labelling = Labelling("grounded semantics", labels) if labels else None
    return svg.render(compose(map, Style(**style), labelling).scene, embed_font=False)  # type: ignore[arg-type]


def rules(text: str) -> dict[str, list[str]]:
    """The rules of a style sheet by class."""
    found: dict[str, list[str]] = {}
    for name, body in re.findall(r"\.am[0-9a-f]{8}-([\w-]+)\{([^}]*)\}", text):
        found.setdefault(name, []).append(body)
    return found


def classes(text: str) -> set[str]:
    nodes = ElementTree.fromstring(text).iter()
    return {name.split("-", 1)[1] for node in nodes for name in (node.get("class") or "").split()}


def test_a_map_without_wishes_has_none_of_it() -> None:
    text = drawn(PLAIN)
    assert not re.search(r"tint-|zone-|hue-|therefore", text)


def test_every_class_has_its_rule() -> None:
    for labels in (None, {"up": Label.OUT, "b": Label.OUT, "cut": Label.OUT, "d": Label.UNDECIDED}):
        text = drawn(COLOURED, labels)
        used = {name for name in classes(text) if re.search("tint|zone|hue", name)}
        assert used and used <= set(rules(text))


def test_cards_lines_and_areas_have_their_colours() -> None:
    found = rules(drawn(COLOURED))
    tint = card_tint("#aa0000", LIGHT)
    assert found["tint-aa0000"] == [f"fill:{tint.ground};stroke:{tint.border}"]
    assert found["hue-ffff00"] == [f"stroke:{line_ink('#ffff00', LIGHT)}"]
    assert found["fill-hue-aa00aa"] == ["fill:#aa00aa"]
    assert {"tint-0000aa", "zone-00aa00", "on-zone-00aa00"} <= set(found)


def test_bars_and_kinds_of_lines_stay() -> None:
    usual, coloured = classes(drawn(PLAIN)), classes(drawn(COLOURED))
    assert {"is-pro", "is-con", "support", "attack", "line"} <= usual & coloured


def test_auto_has_two_sets() -> None:
    found = rules(drawn(COLOURED, theme="auto"))
    light, dark = card_tint("#aa0000", LIGHT), card_tint("#aa0000", DARK)
    assert found["tint-aa0000"] == [f"fill:{tint.ground};stroke:{tint.border}" for tint in (light, dark)]
    assert rules(drawn(COLOURED, theme="dark"))["tint-aa0000"] == [f"fill:{dark.ground};stroke:{dark.border}"]


def test_print_is_the_same_with_and_without_colours() -> None:
    assert drawn(COLOURED, theme="print") == drawn(PLAIN, theme="print")


def test_a_label_keeps_the_colour_of_the_border() -> None:
    text = drawn(COLOURED, {"d": Label.IN, "c": Label.IN, "up": Label.OUT})
    looks = [set(re.sub(r"am[0-9a-f]{8}-", "", found).split()) for found in re.findall(r'class="([^"]*)"', text)]
    assert any({"tint-aa0000", "stands"} <= look and "edge-stands" not in look for look in looks)
    assert any({"line", "pale-hue-ffff00"} <= look for look in looks)


def test_nothing_but_colours_gets_into_the_style_sheet() -> None:
    evil = "#fff}</style><script>"
    asked = replace(
        PLAIN,
        claims=tuple(replace(claim, colour=evil) for claim in PLAIN.claims),
        groups=tuple(replace(group, colour=evil) for group in PLAIN.groups),
        display=Display(tag_colours={"t": evil}, relation_colours={"support": evil, "undercut": evil}),
    )
    assert drawn(asked) == drawn(PLAIN)


@pytest.mark.parametrize("theme", ["light", "dark", "print", "auto"])
def test_arguments_have_a_sign(theme: str) -> None:
    arguments = tuple(replace(claim, kind=ClaimKind.ARGUMENT) if claim.id in "bc" else claim for claim in PLAIN.claims)
    text = drawn(replace(PLAIN, claims=arguments), theme=theme)
    assert len(re.findall(r'class="[^"]*therefore"', text)) == 3, "two cards and the legend"
    assert "therefore" in rules(text)
    assert "argument: sums up a reason" in text


def test_a_closed_group_is_a_stack() -> None:
    closed = replace(PLAIN, groups=(PLAIN.groups[0], replace(PLAIN.groups[1], closed=True, colour="#123456")))
    text = drawn(closed)
    assert "Group of 2 claims" in text and "Other" in text and ">C.<" not in text
    assert len(re.findall(r'<rect class="[^"]*tint-123456"', text)) == 2
