"""The case of each position: what is told, in which order, and once."""

from argmap import api
from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.digest import Case, Digest, Point, digest_of
from tests.documents import ROOT
from tests.maps import map_of

ARTICLE = api.load(ROOT / "arguments/european-troops-ukraine.argmap.yaml").map


def told(points: tuple[Point, ...]) -> list[tuple[int, str, str, str]]:
    """Level, effect, premises (those told elsewhere with a star) and target of each point."""
    return [
        (item.level, item.effect, "+".join(f"{claim.id}{'*' * (claim.id in item.repeats)}" for claim in item.claims),
         item.target)
        for item in points
    ]  # fmt: skip


def case_of(digest: Digest, claim: str) -> Case:
    return next(case for section in digest.sections for case in section.cases if case.claim.id == claim)


def test_reasons_come_before_objections_and_rivals_last_at_every_level():
    digest = digest_of(
        map_of("""
argmap: 1
questions: {q: What?}
claims:
  rival: {text: Rival., answers: q, conflicts: top}
  con: {text: Con., attacks: top}
  top: {text: Top., answers: q}
  pro: {text: Pro., supports: top}
  under: {text: Under., attacks: pro -> top}
  doubt: {text: Doubt., attacks: pro}
  proof: {text: Proof., supports: pro}
""")
    )
    (section,) = digest.sections
    assert section.question is not None and section.question.id == "q"
    assert [case.claim.id for case in section.cases] == ["rival", "top"]
    case = case_of(digest, "top")
    assert told(case.reasons) == [
        (0, "support", "pro", "top"),
        (1, "support", "proof", "pro"),
        (1, "attack", "doubt", "pro"),
        (1, "undercut", "under", "pro -> top"),
    ]
    assert told(case.objections) == [(0, "attack", "con", "top"), (0, "conflict", "rival*", "top")]
    assert told(case_of(digest, "rival").objections) == [(0, "conflict", "top*", "rival")]


def test_linked_premises_are_one_step_and_what_bears_on_each_follows_in_their_order():
    digest = digest_of(
        map_of("""
argmap: 1
claims:
  top: Top.
  one: {text: One., supports: {to: top, with: [two], id: both}}
  two: Two.
  on-two: {text: On two., attacks: two}
  on-one: {text: On one., supports: one}
  on-both: {text: On both., attacks: both}
""")
    )
    assert told(case_of(digest, "top").reasons) == [
        (0, "support", "one+two", "top"),
        (1, "support", "on-one", "one"),
        (1, "attack", "on-two", "two"),
        (1, "undercut", "on-both", "both"),
    ]


def test_a_claim_is_told_in_full_where_it_first_occurs_but_what_denies_a_later_step_stands_there():
    digest = digest_of(
        map_of("""
argmap: 1
claims:
  first: First.
  second: Second.
  shared: {text: Shared., supports: [first, second]}
  proof: {text: Proof., supports: shared}
  under: {text: Under., attacks: shared -> second}
""")
    )
    assert told(case_of(digest, "first").reasons) == [
        (0, "support", "shared", "first"),
        (1, "support", "proof", "shared"),
    ]
    later = case_of(digest, "second").reasons
    assert told(later) == [(0, "support", "shared*", "second"), (1, "undercut", "under", "shared -> second")]
    assert [item.is_repeat for item in later] == [True, False]


def test_a_step_is_no_repeat_while_one_of_its_claims_is_new():
    case = case_of(digest_of(ARTICLE), "deploy")
    mixed = next(item for item in case.objections if item.relation.id == "no-consent")
    assert mixed.repeats == ("refuse",)
    assert not mixed.is_repeat


def test_each_attack_on_the_way_turns_whom_a_point_favours():
    digest = digest_of(
        map_of("""
argmap: 1
claims:
  top: Top.
  con: {text: Con., attacks: top}
  con-proof: {text: Proof., supports: con}
  reply: {text: Reply., attacks: con}
  under: {text: Under., attacks: con -> top}
  against-under: {text: Against., attacks: under}
""")
    )
    favours = {item.claims[0].id: item.favours for item in case_of(digest, "top").objections}
    assert favours == {"con": False, "con-proof": False, "reply": True, "under": True, "against-under": False}


def test_a_position_on_two_questions_has_its_case_under_the_first():
    digest = digest_of(
        map_of("""
argmap: 1
questions: {q: What?, r: Why?}
claims:
  top: {text: Top., answers: [q, r]}
  pro: {text: Pro., supports: top}
""")
    )
    first, second = (section.cases[0] for section in digest.sections)
    assert told(first.reasons) == [(0, "support", "pro", "top")]
    assert second == Case(first.claim, is_repeat=True)


def test_questions_without_positions_and_theses_without_questions_have_their_sections():
    digest = digest_of(map_of("argmap: 1\nquestions: {q: What?}\nclaims: {a: A., b: {text: B., attacks: a}}"))
    assert [(section.question and section.question.id, len(section.cases)) for section in digest.sections] == [
        ("q", 0),
        (None, 1),
    ]


def test_a_circle_ends_and_keeps_its_claims():
    digest = digest_of(map_of("argmap: 1\nclaims: {a: {text: A., supports: b}, b: {text: B., supports: a}}"))
    assert told(case_of(digest, "a").reasons) == [(0, "support", "b", "a"), (1, "support", "a*", "b")]


def test_hidden_claims_are_left_out_and_closed_groups_are_told():
    digest = digest_of(
        map_of("""
argmap: 1
claims:
  top: Top.
  between: {text: Between., supports: top, hidden: true}
  low: {text: Low., supports: between}
groups:
  g: {title: Group, members: [low], closed: true}
""")
    )
    assert told(case_of(digest, "top").reasons) == [(0, "support", "low", "top")]
    assert set(digest.map.claim) == {"top", "low"}


def test_a_chain_of_ten_thousand_steps_is_told_flat():
    claims = tuple(Claim(f"c{place}", "Something.") for place in range(10_000))
    relations = tuple(
        Relation(f"r{place}", RelationKind.SUPPORT, (f"c{place}",), f"c{place - 1}") for place in range(1, 10_000)
    )
    (section,) = digest_of(ArgumentMap(claims=claims, relations=relations)).sections
    (case,) = section.cases
    assert [item.level for item in case.reasons] == list(range(9_999))
