"""The reading order of a map."""

from argmap.core.model import ArgumentMap, Claim, Question, Relation, RelationKind, relation_name
from argmap.diagram.outline import Outline, outline, plain_text, short, verb


def relation(kind: str, premises: str, target: str, name: str | None = None) -> Relation:
    ends = tuple(premises.split("+"))
    return Relation(name or relation_name(ends, target), RelationKind(kind), ends, target)


def claims(*ids: str, **answers: str) -> tuple[Claim, ...]:
    return tuple(Claim(item, f"Text of {item}.", answers=tuple(answers.get(item, "").split())) for item in ids)


def tale(found: Outline) -> list[str]:
    """Each node as `level role id`, references with a star."""
    return [f"{node.level} {node.role} {node.item.id}{'*' * node.repeat}" for node in found.nodes]


def test_reasons_stand_under_claims_in_file_order() -> None:
    debate = ArgumentMap(
        claims=claims("pro", "thesis", "con", "deep"),
        relations=(
            relation("attack", "con", "thesis"),
            relation("support", "pro", "thesis"),
            relation("support", "deep", "con"),
        ),
    )
    assert tale(outline(debate)) == [
        "0 thesis thesis",
        "1 step con -> thesis",
        "1 premise con",
        "2 step deep -> con",
        "2 premise deep",
        "1 step pro -> thesis",
        "1 premise pro",
    ]


def test_questions_come_first_and_positions_are_told_there() -> None:
    debate = ArgumentMap(
        questions=(Question("q", "Which?"), Question("r", "Why?")),
        claims=claims("other", "yes", "no", "reason", yes="q", no="q r"),
        relations=(relation("attack", "no", "yes"), relation("support", "reason", "no")),
    )
    assert tale(outline(debate)) == [
        "0 question q",
        "1 position yes",
        "2 step no -> yes",
        "2 premise no*",
        "1 position no",
        "2 step reason -> no",
        "2 premise reason",
        "0 question r",
        "1 position no*",
        "0 thesis other",
    ]


def test_linked_premises_then_undercuts_under_one_step() -> None:
    debate = ArgumentMap(
        claims=claims("t", "a", "b", "u", "v"),
        relations=(
            relation("support", "a+b+a", "t", "step"),
            relation("attack", "u", "step", "cut"),
            relation("attack", "v", "cut"),
        ),
    )
    found = outline(debate)
    assert tale(found) == [
        "0 thesis t",
        "1 step step",
        "1 premise a",
        "1 premise b",
        "2 step cut",
        "2 premise u",
        "3 step v -> cut",
        "3 premise v",
    ]
    assert [verb(found, place) for place in (1, 4)] == ["supported by", "the step is undercut by"]


def test_conflict_is_told_once_and_pointed_at_from_the_other_side() -> None:
    debate = ArgumentMap(
        claims=claims("a", "b", "u"),
        relations=(relation("conflict", "a", "b", "c"), relation("attack", "u", "c")),
    )
    assert tale(outline(debate)) == [
        "0 thesis a",
        "1 step c",
        "1 premise b*",
        "2 step u -> c",
        "2 premise u",
        "0 thesis b",
        "1 step c*",
        "1 premise a*",
    ]


def test_conflict_is_not_told_again_under_the_claim_that_it_leads_to() -> None:
    debate = ArgumentMap(
        claims=claims("t", "a", "b"),
        relations=(relation("support", "a", "t"), relation("conflict", "b", "a", "c"), relation("attack", "b", "t")),
    )
    assert tale(outline(debate)) == [
        "0 thesis t",
        "1 step a -> t",
        "1 premise a",
        "2 step c",
        "2 premise b",
        "1 step b -> t",
        "1 premise b*",
    ]


def test_circles_and_self_relations_end_as_references() -> None:
    debate = ArgumentMap(
        claims=claims("a", "b", "s"),
        relations=(
            relation("support", "a", "b"),
            relation("support", "b", "a"),
            relation("attack", "s", "s"),
            relation("conflict", "s", "s", "own"),
        ),
    )
    assert tale(outline(debate)) == [
        "0 claim a",
        "1 step b -> a",
        "1 premise b",
        "2 step a -> b",
        "2 premise a*",
        "0 claim s",
        "1 step s -> s",
        "1 premise s*",
        "1 step own",
        "1 premise s*",
    ]


def test_faulty_maps_keep_every_claim() -> None:
    debate = ArgumentMap(
        questions=(Question("empty", "Nobody answers?"),),
        claims=claims("a", "b", "c", a="ghost"),
        relations=(
            relation("support", "a", "ghost"),
            relation("attack", "b", "y", "x"),
            relation("attack", "c", "x", "y"),
        ),
    )
    assert tale(outline(debate)) == ["0 question empty", "0 thesis a", "0 claim b", "0 claim c"]
    assert outline(ArgumentMap()).nodes == ()
    assert plain_text(outline(ArgumentMap())) == ""


def test_forest_can_be_walked_by_roots_children_and_homes() -> None:
    debate = ArgumentMap(claims=claims("t", "a", "b"), relations=(relation("support", "a+b", "t"),))
    found = outline(debate)
    assert found.roots == (0,)
    assert found.children == ((1,), (2, 3), (), ())
    assert dict(found.homes) == {"t": 0, "a": 2, "b": 3}
    assert all(node.parent is None or node.parent < place for place, node in enumerate(found.nodes))


def test_a_chain_of_ten_thousand_steps_needs_no_recursion() -> None:
    size = 10_000
    ids = [f"c{place}" for place in range(size)]
    debate = ArgumentMap(
        claims=claims(*ids),
        relations=tuple(relation("support", ids[place + 1], ids[place]) for place in range(size - 1)),
    )
    found = outline(debate)
    assert found.nodes[-1].level == size - 1
    assert found == outline(debate)
    told = plain_text(found)
    assert told.splitlines()[-1].strip() == f"(level {size - 1}) supported by: Text of c{size - 1}."
    assert len(told) < 100 * size


def test_plain_text_says_what_each_line_does() -> None:
    debate = ArgumentMap(
        questions=(Question("q", "Should the town\nbuild a tram?"),),
        claims=(
            Claim("t", "The town should build a tram.", "Build it", answers=("q",)),
            Claim("a", "It is fast."),
            Claim("b", "People want speed."),
            Claim("u", "Nobody commutes."),
            Claim("bus", "Buses are better.", "Bus"),
        ),
        relations=(
            relation("support", "a+b", "t", "step"),
            relation("attack", "u", "step"),
            relation("conflict", "bus", "t"),
        ),
    )
    assert plain_text(outline(debate)) == "\n".join(
        [
            "Question: Should the town build a tram?",
            "  Position: Build it. The town should build a tram.",
            "    supported by: It is fast.",
            "    together with: People want speed.",
            "      the step is undercut by: Nobody commutes.",
            "    in conflict with: Bus (told elsewhere)",
            "Thesis: Bus. Buses are better.",
            "  in conflict with: Build it (told elsewhere)",
        ]
    )


def test_short_cuts_at_a_word() -> None:
    assert short(Claim("a", "word " * 30), 20) == "word word word word…"
    assert short(Claim("a", "x" * 30), 20) == "x" * 20 + "…"
    assert short(Claim("a", "long " * 30, "Title")) == "Title"


def test_plain_text_holds_no_control_characters() -> None:
    debate = ArgumentMap(claims=(Claim("a", "red\x1b[31m \ud800"),))
    assert plain_text(outline(debate)) == "Thesis: red[31m �"
