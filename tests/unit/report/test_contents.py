"""What a report says: cases as text, who and where, references, gaps; and how long maps are split into figures."""

from itertools import pairwise

import pytest

from argmap.core.errors import ArgmapError
from argmap.report.contents import contents_of
from argmap.report.sheets import LEGIBLE
from argmap.report.wishes import Wishes
from tests.maps import map_of

WORDS_ALONE = Wishes(figures=False)


def said(words) -> str:
    return "".join(word.text for word in words).replace("\N{NO-BREAK SPACE}", " ")


def items_of(contents, kind="position"):
    """The items of the sections of a kind, as (level, tone, text)."""
    return [
        (item.level, item.tone, said(item.words))
        for section in contents.walk()
        if section.kind == kind
        for block in section.blocks
        if block.block == "listing"
        for item in block.items
    ]


def report_on(text, wishes=WORDS_ALONE):
    return contents_of(map_of(f"argmap: 1\n{text}"), wishes)


def test_linked_premises_are_one_step():
    found = report_on(
        "claims:\n"
        "  t: {text: Build the tram.}\n"
        "  a: {text: It is fast., title: Fast, supports: {to: t, with: [b]}}\n"
        "  b: {text: Speed is good, implicit: true}\n"
        "  c: {text: It stops often., attacks: a}\n"
        "  d: {text: Nobody hurries., attacks: a + b -> t}\n"
    )
    assert items_of(found) == [
        (0, "pro", "Fast. Taken together: It is fast. Speed is good (implicit)."),
        (1, "con", "Objection to “Fast”: It stops often."),
        (1, "con", "Objection to this step: Nobody hurries."),
    ]


def test_replies_are_told_from_objections():
    found = report_on(
        "claims:\n"
        "  t: {text: Build the tram.}\n"
        "  a: {text: It is dear., attacks: t}\n"
        "  b: {text: The state pays., attacks: a}\n"
        "  c: {text: It said so., supports: b}\n"
        "  d: {text: It says much., attacks: c -> b}\n"
        "  e: {text: Build a bus lane., conflicts: t}\n"
    )
    assert items_of(found)[:5] == [
        (0, "con", "It is dear."),
        (1, "pro", "Reply: The state pays."),
        (2, "pro", "Reason: It said so."),
        (3, "con", "Objection to this step: It says much."),
        (0, "con", "Contrary claim: Build a bus lane (see section 2.2)."),
    ]


def test_a_claim_is_told_in_full_once():
    found = report_on(
        "questions: {q: What?}\n"
        "claims:\n"
        "  p: {text: Do it., answers: q}\n"
        "  r: {text: Do it not., answers: q}\n"
        "  a: {text: It rains., supports: [p, r], by: x, cites: s#p1}\n"
        "  b: {text: It is wet., supports: a}\n"
        "speakers: {x: {name: Ada}}\n"
        "sources: {s: {title: News}}\n"
    )
    assert items_of(found) == [
        (0, "pro", "It rains (Ada; ¶ 1)."),
        (1, "pro", "Reason: It is wet."),
        (0, "pro", "It rains (see section 2.1)."),
    ]


def test_places_in_several_sources():
    found = report_on(
        "claims:\n"
        "  a:\n"
        "    text: It rains\n"
        "    cites: [s#p3, s#p1, s#p2, s#s2.p7, t, {source: t, section: The end, paragraph: 2, quote: rain}]\n"
        "    supports: b\n"
        "  b: {text: It is wet!, cites: u#p1}\n"
        "sources: {s: {title: News}, t: {title: More, author: Ada, date: 2024}, u: {title: Last?}}\n"
    )
    assert items_of(found)[0][2] == "It rains ([1] ¶ 1–3; § 2, ¶ 7; [2] The end, ¶ 2, “rain”)."
    entries = found.sections[-1].blocks[0].entries
    assert [(entry.number, said(entry.words), said(entry.places)) for entry in entries] == [
        (1, "News.", "Cited: ¶ 1–3; § 2, ¶ 7."),
        (2, "Ada. More (2024).", "Cited: The end, ¶ 2."),
        (3, "Last?", "Cited: ¶ 1."),
    ]
    assert said(found.sections[1].sections[0].blocks[0].words) == "It is wet! ([3] ¶ 1)"


def test_deep_points_stay_on_the_page_and_name_what_they_answer():
    lines = "".join(f"  c{n}: {{text: Claim {n}., supports: c{n - 1}}}\n" for n in range(1, 40))
    found = items_of(report_on(f"claims:\n  c0: {{text: Root.}}\n{lines}"))
    assert max(level for level, _, _ in found) == 7
    assert found[-1] == (7, "pro", "Reason for “Claim 38”: Claim 39.")
    assert all(below[0] <= above[0] + 1 for above, below in pairwise(found))


def test_notes_of_claims_and_steps():
    found = report_on(
        "claims:\n"
        "  t: {text: Root., note: About the root}\n"
        "  a: {text: Why., note: About why, supports: {to: t, note: About the step}}\n"
    )
    position = found.sections[1].sections[0]
    assert [said(block.words) for block in position.blocks if block.block == "paragraph" and block.role == "note"] == [
        "About the root."
    ]
    assert position.blocks[-1].items[0].note == "About why. About the step."


def test_disagreements_gaps_and_speakers():
    found = report_on(
        "speakers: {m: {name: The mayor, role: in office}, s: {name: The shops}}\n"
        "claims:\n"
        "  t: {text: Build it., by: m}\n"
        "  a: {text: It is dear., by: s, attacks: {to: t, scheme: expert-opinion}}\n"
    )
    assert items_of(found, "disagreements") == [
        (0, "none", "The mayor: Build it (section 2.1)."),
        (1, "none", "The shops, to the contrary: It is dear (section 2.1)."),
    ]
    assert [section.title for section in found.sections if section.kind == "gaps"] == [
        "Claims without support",
        "Open critical questions",
    ]
    assert items_of(found, "gaps")[1][2] == "Expert opinion: from “It is dear” to “Build it”."
    assert items_of(found, "speakers") == [(0, "none", "The mayor, in office."), (0, "none", "The shops.")]


def test_sections_are_numbered_in_a_row():
    found = report_on("claims: {t: {text: Root.}, a: {text: Why., supports: t}}", Wishes(evaluate="grounded"))
    assert [section.number for section in found.sections] == [str(n) for n in range(1, len(found.sections) + 1)]
    position = found.sections[2].sections[0]
    assert said(position.blocks[1].words) == "By grounded semantics, this claim stands (see section 4)."
    assert (found.sections[3].number, found.sections[3].kind) == ("4", "evaluation")


def test_a_question_without_position():
    found = report_on("questions: {q: What?}\nclaims: {t: {text: Root.}}")
    assert said(found.sections[1].blocks[-1].words) == "The map has no position on this question."


def test_no_answer_is_an_error():
    with pytest.raises(ArgmapError, match="no evaluation"):
        report_on("claims: {t: {text: Root., attacks: t}}", Wishes(evaluate="stable", figures=False))


def test_what_stands_is_worked_out_from_the_whole_map():
    whole = map_of("argmap: 1\nclaims: {t: {text: Root.}, a: {text: Why., attacks: t}, b: {text: No., attacks: a}}")
    part = map_of("argmap: 1\nclaims: {t: {text: Root.}, a: {text: Why., attacks: t}}")
    found = contents_of(whole, Wishes(evaluate="grounded", figures=False), part=part)
    table = next(block for block in found.sections[0].blocks if block.block == "table")
    assert [said(cell) for cell in table.rows[0].cells] == ["Root", "0", "1", "stands", "2.1"]


def test_a_short_map_is_one_figure():
    found = report_on("claims: {t: {text: Root.}, a: {text: Why., supports: t}, b: {text: So., attacks: t}}", Wishes())
    assert [figure.caption for figure in found.figures] == ["The whole map: what supports and what attacks what."]


@pytest.fixture(scope="module")
def long_map():
    reasons = "".join(f"  r{n}: {{text: Reason number {n} for it., supports: t}}\n" for n in range(40))
    return report_on(f"claims:\n  t: {{text: Root.}}\n  u: {{text: Other., conflicts: t}}\n{reasons}", Wishes())


def test_a_long_case_is_split_by_its_reasons(long_map):
    captions = [figure.caption for figure in long_map.figures]
    assert captions[0] == "The theses, and how they conflict."
    assert captions[1].startswith("What is said for “Root”: reasons 1 to ")
    assert captions[-1].startswith("What is said against “Root”") or captions[-1].endswith("to 40.")
    assert all(figure.smallest >= LEGIBLE for figure in long_map.figures)
    drawn = {claim.id for figure in long_map.figures for claim in figure.map.claims}
    assert drawn == {"t", "u", *(f"r{n}" for n in range(40))}


def test_a_sign_is_explained_where_it_first_occurs(long_map):
    seen = set()
    for figure in long_map.figures:
        signs = {entry.symbol for entry in figure.scene.legend}
        assert not signs or signs - seen
        seen |= signs


def test_the_signs_are_told_in_words():
    found = report_on(
        "claims: {t: {text: Root.}, a: {text: Why., supports: t, implicit: true}, b: {text: So., attacks: a -> t}}",
        Wishes(),
    )
    assert said(found.sections[1].blocks[1].words) == (
        "How to read the figures: a solid line with a plus leads from a reason to what it supports; a dashed line with "
        "a minus leads from an objection to what it attacks; a dot on a line is where premises join, or where a step "
        "is attacked; a dashed border is round what nobody states."
    )


def test_a_reason_that_is_too_deep_for_a_page_is_cut():
    chain = "".join(f"  c{n}: {{text: Claim {n} says so., supports: c{n - 1}}}\n" for n in range(1, 60))
    found = report_on(f"claims:\n  c0: {{text: Root.}}\n{chain}", Wishes())
    assert found.figures[-1].caption == "What is said for “Root”; what lies deeper is in the text."
