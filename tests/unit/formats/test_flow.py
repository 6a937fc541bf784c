"""Boxes, groups, joints and arrows, as DOT and Mermaid draw them."""

from argmap.core.model import ArgumentMap, Claim, Group, Question, Relation, RelationKind
from argmap.formats.flow import Closing, Flow, Opening, words_of


def told(flow: Flow) -> str:
    """Boxes and groups as text: `a b [group c]`."""
    words = []
    for item in flow.items():
        if isinstance(item, Opening):
            words.append(f"[{item.group.id}")
        elif isinstance(item, Closing):
            words.append("]")
        else:
            words.append(item.id)
    return " ".join(words)


def claims(*ids: str) -> tuple[Claim, ...]:
    return tuple(Claim(item, f"Text {item}.") for item in ids)


def test_groups_nest_and_a_member_lies_in_the_innermost() -> None:
    groups = (
        Group("inner", "Inner", ("a", "q"), parent="outer"),
        Group("outer", "Outer", ("a", "b")),
        Group("empty", "Empty", ("ghost",), parent="outer"),
        Group("last", "Last", ("b", "c")),
        Group("orphan", "Orphan", ("d",), parent="unknown"),
    )
    flow = Flow(ArgumentMap(questions=(Question("q", "Q?"),), claims=claims("a", "b", "c", "d", "e"), groups=groups))
    assert told(flow) == "e [outer b [inner q a ] ] [last c ] [orphan d ]"


def test_groups_on_a_circle_and_very_deep_ones_still_open_and_close() -> None:
    circle = (Group("x", "X", ("a",), parent="y"), Group("y", "Y", ("b",), parent="x"))
    assert told(Flow(ArgumentMap(claims=claims("a", "b"), groups=circle))) == "[x a [y b ] ]"
    deep = tuple(Group(f"g{level}", "G", parent=f"g{level - 1}" if level else None) for level in range(5_000))
    deep = (*deep, Group("end", "End", ("a",), parent="g4999"))
    assert told(Flow(ArgumentMap(claims=claims("a"), groups=deep))).count("]") == 5_001


def test_a_joint_lies_where_all_its_premises_lie() -> None:
    relations = (
        Relation("within", RelationKind.SUPPORT, ("a", "b"), "t"),
        Relation("across", RelationKind.SUPPORT, ("a", "c"), "t"),
    )
    groups = (Group("g", "G", ("a", "b")),)
    assert told(Flow(ArgumentMap(claims=claims("t", "a", "b", "c"), relations=relations, groups=groups))) == (
        "t c across [g a b within ]"
    )


def test_names_are_safe_and_different() -> None:
    flow = Flow(
        ArgumentMap(
            questions=(Question("end", "Q?"),),
            claims=claims("end", "a-b", "a.b", "a_b", "日本", "a_b_2"),
            groups=(Group("end", "G", ("end",)),),
        )
    )
    names = list(flow.names.values())
    assert names[:5] == ["q_end", "c_end", "c_a_b", "c_a_b_2", "c_a_b_3"]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name.replace("_", "").isalnum() for name in names)


def test_only_steps_with_parts_or_that_are_targets_have_joints() -> None:
    relations = (
        Relation("plain", RelationKind.SUPPORT, ("a",), "b"),
        Relation("cut", RelationKind.SUPPORT, ("c",), "b"),
        Relation("linked", RelationKind.ATTACK, ("a", "c"), "b"),
        Relation("under", RelationKind.ATTACK, ("d",), "cut"),
        Relation("rivals", RelationKind.CONFLICT, ("d",), "b"),
        Relation("lost", RelationKind.SUPPORT, ("a",), "ghost"),
    )
    flow = Flow(ArgumentMap(claims=claims("a", "b", "c", "d"), relations=relations))
    assert [item.id for item in flow.joints] == ["cut", "linked"]
    assert [(arrow.start, arrow.end, arrow.heads, arrow.is_marked) for arrow in flow.arrows] == [
        ("c_a", "c_b", "end", True),
        ("c_c", "j_cut", "none", False),
        ("j_cut", "c_b", "end", True),
        ("c_a", "j_linked", "none", False),
        ("c_c", "j_linked", "none", False),
        ("j_linked", "c_b", "end", True),
        ("c_d", "j_cut", "end", True),
        ("c_d", "c_b", "both", True),
    ]


def test_what_boxes_say() -> None:
    both, same, bare, none = (
        Claim("a", "Text.", "Title"), Claim("b", "Text.", "Text."), Claim("c", "", "Title"), Claim("d", "")
    )  # fmt: skip
    assert [words_of(box, None) for box in (both, same, bare, none)] == [
        ("Title", "Text."), ("Text.", ""), ("Title", ""), ("", "d")
    ]  # fmt: skip
    assert [words_of(box, "title") for box in (both, bare, Claim("e", "Text."))] == [
        ("Title", ""), ("Title", ""), ("", "Text.")
    ]  # fmt: skip
    assert [words_of(box, "text") for box in (both, bare, none)] == [("", "Text."), ("Title", ""), ("", "d")]
