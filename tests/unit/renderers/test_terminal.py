"""The map as a tree in the terminal."""

import re

import pytest

from argmap.core.labelling import Label, Labelling
from argmap.core.model import (
    ArgumentMap,
    Citation,
    Claim,
    ClaimKind,
    Group,
    Question,
    Relation,
    RelationKind,
    Source,
    Speaker,
    relation_name,
)
from argmap.diagram.columns import columns
from argmap.diagram.outline import outline
from argmap.renderers.terminal import render
from tests.sketches import sketch


def relation(kind: str, premises: str, target: str, name: str | None = None, scheme: str | None = None) -> Relation:
    ends = tuple(premises.split("+"))
    return Relation(name or relation_name(ends, target), RelationKind(kind), ends, target, scheme=scheme)


TRAM = ArgumentMap(
    title="Tram",
    sources=(Source("study", "Transport study"),),
    speakers=(Speaker("mayor", "The mayor"),),
    questions=(Question("q", "Should the town build a tram?"),),
    claims=(
        Claim("tram", "The town should build a tram line.", "Build it", answers=("q",), by=("mayor",)),
        Claim("bus", "The town should buy buses.", "Buses", answers=("q",)),
        Claim("faster", "A tram halves the trip.", cites=(Citation("study", paragraph=3),)),
        Claim("riders", "Many people ride.", "Riders", implicit=True),
        Claim("remote", "Half of them work from home.", "Remote work", score=0.25),
        Claim("cost", "It is dear.", "Dear"),
    ),
    relations=(
        relation("support", "faster+riders", "tram", "demand", "cause-to-effect"),
        relation("attack", "remote", "demand"),
        relation("attack", "cost", "tram"),
        relation("conflict", "bus", "tram"),
        relation("support", "cost", "bus"),
    ),
)


def draw(map: ArgumentMap, width: int = 60, *, colour: bool = False, unicode: bool = True) -> str:
    return render(outline(map), map, width=width, colour=colour, unicode=unicode)


def chain(size: int, text: str = "A claim of some words that wraps") -> ArgumentMap:
    return ArgumentMap(
        claims=tuple(Claim(f"c{place}", f"{text} {place}.") for place in range(size)),
        relations=tuple(relation("support", f"c{place + 1}", f"c{place}") for place in range(size - 1)),
    )


def test_tree_in_full() -> None:
    assert draw(TRAM).splitlines() == [
        "Tram",
        "",
        "? Should the town build a tram?",
        "│",
        "├─ ● Build it",
        "│  │ The town should build a tram line. [The mayor]",
        "│  │",
        "│  ├─ + together [scheme: cause-to-effect]",
        "│  │  │ ┌ A tram halves the trip. [p3]",
        "│  │  │ └ and Riders",
        "│  │  │   Many people ride. [implicit]",
        "│  │  └─ ⊣ undercuts the step: Remote work",
        "│  │       Half of them work from home. [score 0.25]",
        "│  │",
        "│  ├─ − Dear",
        "│  │    It is dear.",
        "│  │",
        "│  └─ ↔ conflicts with: ↓ see Buses",
        "│",
        "└─ ● Buses",
        "   │ The town should buy buses.",
        "   │",
        "   ├─ ↔ conflicts with: ↑ see Build it",
        "   │",
        "   └─ + ↑ see Dear",
    ]


def test_ascii_uses_nothing_else_for_signs_and_guides() -> None:
    shown = draw(TRAM, unicode=False)
    assert shown.isascii()
    assert "|  |- + together" in shown
    assert "`- ~ undercuts the step: Remote work" in shown
    assert "<-> conflicts with: v see Buses" in shown


def test_plain_has_no_escape_sequence_and_colour_changes_nothing_else() -> None:
    plain, coloured = draw(TRAM), draw(TRAM, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;32m+\x1b[0m" in coloured
    assert "\x1b[1;31m−\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_escape_sequences_in_texts_are_harmless() -> None:
    evil = ArgumentMap(title="\x1b]0;owned\x07", claims=(Claim("a", "\x1b[2Jgone", "\x9b1m"),))
    assert draw(evil).splitlines() == ["]0;owned", "", "● 1m", "  [2Jgone"]


@pytest.mark.parametrize("width", [1, 40, 50, 80, 120])
@pytest.mark.parametrize(
    "map", [TRAM, chain(60), chain(30, "市は路面電車を建設すべきである 👨‍👩‍👧")], ids=["tram", "deep", "wide"]
)
def test_no_line_is_wider_than_the_terminal(map: ArgumentMap, width: int) -> None:
    for unicode in (True, False):
        lines = draw(map, width, unicode=unicode).splitlines()
        assert max(columns(line) for line in lines) <= max(width, 40)
        assert all(line == line.rstrip() for line in lines)


def test_deep_trees_continue_at_the_margin_and_lose_nothing() -> None:
    size = 10_000
    shown = draw(chain(size))
    assert "└─ continues at [1]\n\n[1] " in shown
    numbers = [int(found) for found in re.findall(r"wraps\s(?:[│ ]*)(\d+)\.(?! \(continued)", shown)]
    assert set(numbers) == set(range(size))
    assert max(len(line) - len(line.lstrip("│ └─+")) for line in shown.splitlines()) <= 60 - 24


def test_undercuts_of_undercuts_continue_too() -> None:
    deep = ArgumentMap(
        claims=tuple(Claim(f"c{place}", f"Claim {place}") for place in range(40)),
        relations=(
            relation("support", "c1", "c0", "r1"),
            *(relation("attack", f"c{place}", f"r{place - 1}", f"r{place}") for place in range(2, 40)),
        ),
    )
    shown = draw(deep)
    assert "[1] the step from Claim " in shown
    assert "undercuts the step: Claim 39" in shown


def test_places_name_the_source_when_there_are_several() -> None:
    several = ArgumentMap(
        sources=(Source("a", "A"), Source("b", "B")),
        claims=(Claim("x", "Text.", cites=(Citation("a", paragraph=1), Citation("b"))),),
    )
    assert draw(several) == "● Text. [a p1 · b]\n"


def test_empty_map_draws_nothing() -> None:
    assert draw(ArgumentMap(title="Nothing")) == ""


LABELS = Labelling(
    "grounded semantics",
    {
        "tram": Label.UNDECIDED, "bus": Label.UNKNOWN, "faster": Label.IN, "riders": Label.IN, "cost": Label.OUT,
        "demand": Label.OUT, "cost -> tram": Label.OUT,
    },
)  # fmt: skip


def evaluated(labelling: Labelling, *, colour: bool = False, unicode: bool = True) -> str:
    return render(outline(TRAM), TRAM, width=60, colour=colour, unicode=unicode, labelling=labelling)


def test_marks_stand_before_claims_and_are_explained_under_the_tree() -> None:
    assert evaluated(LABELS).splitlines() == [
        "Tram",
        "",
        "? Should the town build a tram?",
        "│",
        "├─ ● ◐ Build it",
        "│  │ The town should build a tram line. [The mayor]",
        "│  │",
        "│  ├─ + together [without effect · scheme: cause-to-effect]",
        "│  │  │ ┌ ✓ A tram halves the trip. [p3]",
        "│  │  │ └ and ✓ Riders",
        "│  │  │   Many people ride. [implicit]",
        "│  │  └─ ⊣ undercuts the step: Remote work",
        "│  │       Half of them work from home. [score 0.25]",
        "│  │",
        "│  ├─ − ✗ Dear",
        "│  │    It is dear.",
        "│  │",
        "│  └─ ↔ conflicts with: ↓ see … Buses",
        "│",
        "└─ ● … Buses",
        "   │ The town should buy buses.",
        "   │",
        "   ├─ ↔ conflicts with: ↑ see ◐ Build it",
        "   │",
        "   └─ + ↑ see ✗ Dear",
        "",
        "Evaluated: grounded semantics (✓ stands, ✗ falls, ◐",
        "undecided, … not worked out)",
    ]


def test_ascii_says_labels_in_words() -> None:
    shown = evaluated(LABELS, unicode=False)
    assert shown.isascii()
    assert "* [undecided] Build it" in shown
    assert "- [out] Dear" in shown
    assert " ".join(shown.splitlines()[-2:]) == (
        "Evaluated: grounded semantics ([in] stands, [out] falls, [undecided], [unknown] not worked out)"
    )


def test_strengths_are_numbers() -> None:
    shown = evaluated(Labelling("strength by DF-QuAD", strengths={"tram": 0.5, "cost": 0.999}))
    assert "├─ ● 0.50 Build it" in shown
    assert "├─ − 1.00 Dear" in shown
    assert shown.endswith("\n\nStrength by DF-QuAD, from 0 to 1\n")


def test_colours_are_only_added_to_marks_and_what_says_nothing_changes_nothing() -> None:
    coloured = evaluated(LABELS, colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == evaluated(LABELS)
    assert "\x1b[2m✗ Dear\x1b[0m" in coloured
    assert evaluated(Labelling("x", {"nowhere": Label.IN})) == evaluated(Labelling("x")) == draw(TRAM)


def test_hidden_claims_and_closed_groups():
    groups = (Group("g", "The rest", ("x", "y"), closed=True), Group("veil", "Veil", ("v",), hidden=True))
    debate = sketch("v A ~p ~c x y z", "p + A @ A", "step: A + c @ A", "c - v", "x - p", "y - x", groups=groups)
    assert draw(debate) == (
        "● Text of v.\n│\n└─ − Text of A.\n   └─ − The rest\n        Group of 2 claims\n\n● Text of z.\n"
    )


def test_labels_of_contracted_steps():
    debate = sketch("v A ~c", "step: A + c @ A", "c - v")
    labels = {"v": Label.IN, "A": Label.IN, "c": Label.OUT, "step": Label.OUT, "c -> v": Label.OUT}
    drawn = render(outline(debate), debate, width=60, colour=False, labelling=Labelling("grounded semantics", labels))
    assert drawn.splitlines()[2] == "└─ − ✓ Text of A. [without effect]"


def test_arguments_without_words():
    reasons = (Claim("a", "", "Title", ClaimKind.ARGUMENT), Claim("b", "", kind=ClaimKind.ARGUMENT))
    debate = ArgumentMap(claims=reasons, relations=(relation("support", "b", "a"), relation("support", "a", "b")))
    assert draw(debate) == "● Title\n│\n└─ + b\n   └─ + ↑ see Title\n"
