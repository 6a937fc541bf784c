"""Hidden groups dissolve, closed ones become a card."""

from dataclasses import replace

from argmap.core.model import ArgumentMap, Claim, Group, Question
from argmap.diagram.compose import Style, compose
from argmap.diagram.groups import homes, parents, regrouped, stands_for_group
from argmap.diagram.lines import routes_of
from tests.sketches import sketch, told
from tests.unit.diagram.legibility import all_faults


def closed(name: str, *members: str, parent: str | None = None, colour: str | None = None) -> Group:
    return Group(name, name.title(), members, parent, closed=True, colour=colour)


def drawn(claims: str, *relations: str, groups: tuple[Group, ...]) -> ArgumentMap:
    return regrouped(sketch(claims, *relations, groups=groups))


def ids(map: ArgumentMap) -> list[str]:
    return [claim.id for claim in map.claims]


def test_a_card_stands_where_the_first_member_stood() -> None:
    made = drawn("a b c d", groups=(closed("g", "d", "b"),))
    assert ids(made) == ["a", "g", "c"]
    card = made.claim["g"]
    assert (card.title, card.text) == ("G", "Group of 2 claims")
    assert stands_for_group(made, card) and not stands_for_group(made, made.claim["a"])


def test_relations_end_at_the_card_and_inner_ones_vanish() -> None:
    made = drawn("a b c d", "a + b", "b + c", "d - a", "c - b", "b x d", groups=(closed("g", "a", "b"),))
    assert told(made) == ["g + c", "d - g", "c - g", "g x d"]


def test_lines_that_fall_together_are_one() -> None:
    made = drawn("a b c", "one: a + c", "two: b + c", "three: a - c", groups=(closed("g", "a", "b"),))
    assert told(made) == ["g + c", "g - c"]
    assert routes_of(made.relations[0]) == (("one",), ("two",))


def test_linked_premises() -> None:
    made = drawn("a b c d", "a & b + d", "a & c + d", "a & c + b", groups=(closed("g", "a", "b"),))
    assert told(made) == ["g + d", "g & c + d", "c + g"]


def test_undercuts() -> None:
    group = (closed("g", "a", "b"),)
    assert told(drawn("a b c", "inner: a + b", "c - inner", groups=group)) == ["c - g"]
    assert told(drawn("a b c", "inner: a + b", "b - inner", groups=group)) == []
    assert told(drawn("a b c d", "step: a + c", "d - step", groups=group)) == ["g + c", "d - step"]
    assert told(drawn("a b c d", "step: c + d", "a - step", groups=group)) == ["c + d", "g - step"]
    assert told(drawn("a b c d", "one: a + c", "step: b + c", "d - step", groups=group)) == ["g + c", "d - one"]


def test_groups_in_closed_groups_are_gone() -> None:
    groups = (closed("outer", "a"), closed("inner", "b", parent="outer"), Group("open", "Open", ("c",), "inner"))
    made = drawn("a b c d", "d + c", groups=groups)
    assert ids(made) == ["outer", "d"]
    assert made.claim["outer"].text == "Group of 3 claims"
    assert [group.id for group in made.groups] == ["outer"]
    assert told(made) == ["d + outer"]


def test_the_card_lies_in_the_group_around_it() -> None:
    groups = (Group("outer", "Outer", ("a",)), closed("g", "b", parent="outer"))
    made = drawn("a b c", groups=groups)
    assert made.group["outer"].members == ("a", "g")
    scene = compose(made).scene
    assert [area.id for area in scene.areas] == ["outer"]
    assert {card.id: card.kind for card in scene.cards} == {"a": "claim", "g": "group", "c": "claim"}


def test_hidden_groups_dissolve_into_the_group_around_them() -> None:
    groups = (
        Group("outer", "Outer", ("a",)),
        Group("veil", "Veil", ("b",), "outer", hidden=True, closed=True),
        Group("inner", "Inner", ("c",), "veil"),
        Group("lone", "Lone", ("d",), hidden=True),
    )
    made = drawn("a b c d", groups=groups)
    assert ids(made) == ["a", "b", "c", "d"]
    assert [(group.id, group.members, group.parent) for group in made.groups] == [
        ("outer", ("a", "b"), None),
        ("inner", ("c",), "outer"),
    ]


def test_questions() -> None:
    debate = replace(
        sketch("a b c", groups=(closed("g", "q", "r", "a", "c"),)),
        claims=(
            Claim("a", "A.", answers=("q", "s")),
            Claim("b", "B.", answers=("r",)),
            Claim("c", "C."),
        ),
        questions=(Question("q", "Q?"), Question("r", "R?"), Question("s", "S?")),
    )
    made = regrouped(debate)
    assert [item.id for item in made.questions] == ["r", "s"], "somebody outside answers r"
    assert made.claim["g"].text == "Group of 1 question and 2 claims"
    assert made.claim["g"].answers == ("s",)
    alone = regrouped(ArgumentMap(questions=(Question("q", "Q?"),), groups=(closed("g", "q"),)))
    assert [claim.text for claim in alone.claims] == ["Group of 1 question"]


def test_a_group_that_is_empty_or_called_like_a_claim() -> None:
    assert ids(drawn("a", groups=(closed("g"), closed("h", "ghost")))) == ["a"]
    made = drawn("a b", groups=(closed("b", "a"),))
    assert ids(made) == ["a", "b"] and not made.group["b"].closed


def test_circles_of_groups_and_members_of_several() -> None:
    circle = (closed("x", "a", parent="y"), closed("y", "b", parent="x"))
    made = drawn("a b", groups=circle)
    assert len(made.claims) in {1, 2}
    debate = sketch("a b", groups=(Group("one", "One", ("a",)), Group("two", "Two", ("a",), "one"), Group("three", "")))
    assert parents(debate) == {"one": None, "two": "one", "three": None}
    assert homes(debate, parents(debate)) == {"a": "two"}


def test_twice_is_as_once() -> None:
    debate = sketch("a b c", "a + c", groups=(closed("g", "a", "b"), Group("h", "H", ("c",), hidden=True)))
    assert regrouped(regrouped(debate)) == regrouped(debate)


def test_cards_of_groups_are_legible() -> None:
    groups = (closed("g", "a", "b", colour="#1b9e77"), closed("long", "c"))
    long = tuple(replace(group, title="A long title " * 8) if group.id == "long" else group for group in groups)
    debate = sketch("a b c d", "a + d", "c - d", groups=long)
    for style in (Style(), Style(direction="right"), Style(view="tree"), Style(labels="title"), Style(labels="text")):
        scene = compose(debate, style).scene
        assert all_faults(scene, regrouped(debate)) == []
        cards = {card.id: [line.text for line in card.lines] for card in scene.cards}
        assert cards["g"] == ["G", "Group of 2 claims"]
