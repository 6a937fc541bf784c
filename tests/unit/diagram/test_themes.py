"""Colours: each pair has its contrast, and nobody needs to see colours to tell support from attack."""

from dataclasses import fields
from itertools import combinations

import pytest

from argmap.diagram.themes import THEMES, Palette, contrast

PALETTES = {
    f"{theme.name}{'-dark' * (palette is theme.dark)}": palette
    for theme in THEMES.values()
    for palette in (theme.palette, theme.dark)
    if palette
}

TEXT = [
    ("ink", "card"), ("ink", "page"), ("ink", "thesis_ground"), ("ink", "argument"),
    ("body", "card"), ("body", "thesis_ground"), ("body", "argument"),
    ("soft", "page"), ("soft", "card"), ("soft", "thesis_ground"), ("soft", "argument"), ("soft", "area"),
    ("soft", "area_inner"), ("question_ink", "question"), ("ink", "question"), ("page", "answer"),
    ("added", "card"), ("card", "added"), ("removed", "card"), ("changed", "card"), ("pale", "question"),
    ("soft", "question"), ("pale", "pale_ground"), ("pale", "card"), ("pale", "page"),
    ("pale", "thesis_ground"), ("pale", "argument"),
]  # fmt: skip
LINES = ("support", "attack", "conflict", "answer", "pale_support", "pale_attack", "pale_conflict")
SIGNS = [
    ("body", "card"), ("soft", "card"), ("answer", "pale_ground"), ("answer", "page"), ("pale", "card"),
    ("answer", "card"), ("answer", "thesis_ground"), ("answer", "argument"),
    ("body", "thesis_ground"), ("card", "body"),
]  # fmt: skip
"""What an evaluation draws, each with its ground: borders, badges, the bars of strengths."""
GROUNDS = ("page", "area", "area_inner")
BARS = ("thesis", "pro", "con", "mixed", "none")

# Machado, Oliveira & Fernandes (2009), severity 1.0, for linear RGB.
SIMULATIONS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """CIE L*a*b* under D65 of a colour in linear RGB."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    found = []
    for row, whole in zip(rows, white, strict=True):
        value = max(sum(a * b for a, b in zip(row, rgb, strict=True)), 0) / whole
        found.append(value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116)
    x, y, z = found
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def difference(one: str, other: str, kind: str) -> float:
    spots = []
    for colour in (one, other):
        rgb = linear(colour)
        spots.append(lab([sum(a * b for a, b in zip(row, rgb, strict=True)) for row in SIMULATIONS[kind]]))
    return sum((a - b) ** 2 for a, b in zip(*spots, strict=True)) ** 0.5


def test_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", PALETTES)
def test_text_can_be_read(name):
    palette = PALETTES[name]
    poor = [pair for pair in TEXT if contrast(getattr(palette, pair[0]), getattr(palette, pair[1])) < 4.5]
    assert poor == []


@pytest.mark.parametrize("name", PALETTES)
def test_lines_and_bars_can_be_seen(name):
    palette = PALETTES[name]
    poor = [
        (line, ground)
        for line in LINES
        for ground in GROUNDS
        if contrast(getattr(palette, line), getattr(palette, ground)) < 3
    ]
    poor += [(bar, "card") for bar in BARS if contrast(palette.stance(bar), palette.card) < 3]
    poor += [(bar, "pale_ground") for bar in BARS if contrast(palette.stance(bar), palette.pale_ground) < 3]
    poor += [(sign, ground) for sign, ground in SIGNS if contrast(getattr(palette, sign), getattr(palette, ground)) < 3]
    marks = ("added", "removed", "changed")
    poor += [
        (mark, ground)
        for mark in marks
        for ground in GROUNDS
        if contrast(getattr(palette, mark), getattr(palette, ground)) < 3
    ]
    poor += [("thesis", ground) for ground in GROUNDS if contrast(palette.thesis, getattr(palette, ground)) < 3]
    assert poor == []


@pytest.mark.parametrize("name", [name for name in PALETTES if not name.startswith("print")])
@pytest.mark.parametrize("kind", SIMULATIONS)
def test_support_and_attack_differ_for_everyone(name, kind):
    palette = PALETTES[name]
    assert difference(palette.support, palette.attack, kind) > 15
    assert difference(palette.stance("pro"), palette.stance("con"), kind) > 15
    assert difference(palette.pale_support, palette.pale_attack, kind) > 15


@pytest.mark.parametrize("name", [name for name in PALETTES if not name.startswith("print")])
@pytest.mark.parametrize("kind", SIMULATIONS)
def test_what_was_added_removed_and_changed_differs_for_everyone(name, kind):
    palette = PALETTES[name]
    for one, other in combinations((palette.added, palette.removed, palette.changed), 2):
        assert difference(one, other, kind) > 15


def test_print_is_grey():
    for field in fields(Palette):
        colour = getattr(PALETTES["print"], field.name)
        assert colour[1:3] == colour[3:5] == colour[5:7], field.name


@pytest.mark.parametrize("name", PALETTES)
def test_a_thesis_has_another_bar_than_the_rest(name):
    palette = PALETTES[name]
    if name != "print":
        bars = [palette.stance(bar) for bar in BARS]
        assert all(one != two for one, two in combinations(bars, 2))


@pytest.mark.parametrize("name", PALETTES)
def test_what_has_no_effect_is_paler_than_what_has(name):
    palette = PALETTES[name]
    for line in ("support", "attack", "conflict"):
        assert contrast(getattr(palette, f"pale_{line}"), palette.page) < contrast(getattr(palette, line), palette.page)
    assert contrast(palette.pale, palette.pale_ground) < contrast(palette.body, palette.card)
