"""When a critical question is open."""

from argmap.core.critical_questions import open_questions
from argmap.core.graph import MapGraph
from tests.maps import map_of

HEAD = "argmap: 1\nclaims:\n  top: Top.\n"


def doubts(text: str) -> dict[str, list[str]]:
    """What the open questions of each step doubt."""
    found = open_questions(MapGraph(map_of(HEAD + text)))
    return {item.step.id: [question.doubts for question in item.questions] for item in found}


STEP = "  a: {text: A., supports: {to: top, scheme: expert-opinion, id: step}}\n"
ALL = ["expert", "statement", "conclusion", "step", "step"]


def test_a_bare_step_leaves_all_open():
    assert doubts(STEP) == {"step": ALL}


def test_an_undercut_takes_up_all():
    assert doubts(STEP + "  b: {text: B., attacks: step}\n") == {}


def test_a_reason_or_an_objection_takes_up_what_doubts_a_premise():
    for way in ("supports", "attacks", "conflicts"):
        assert doubts(STEP + f"  b: {{text: B., {way}: a}}\n") == {"step": ["conclusion", "step", "step"]}


def test_every_premise_has_to_be_looked_at():
    step = "  a: {text: A., supports: {to: top, with: [c], scheme: expert-opinion, id: step}}\n  c: C.\n"
    assert doubts(step + "  b: {text: B., supports: a}\n") == {"step": ALL}
    assert doubts(step + "  b: {text: B., supports: [a, c]}\n") == {"step": ["conclusion", "step", "step"]}


def test_a_citation_takes_up_nothing():
    text = STEP.replace("text: A.", "text: A., cites: s")
    assert doubts(f"{text}sources: {{s: {{title: S}}}}\n") == {"step": ALL}


def test_an_objection_to_the_conclusion_takes_up_what_doubts_it():
    rest = ["expert", "statement", "step", "step"]
    assert doubts(STEP + "  b: {text: B., attacks: top}\n") == {"step": rest}
    assert doubts(STEP + "  b: {text: B., conflicts: top}\n") == {"step": rest}
    assert doubts(STEP + "  b: {text: B., supports: top}\n") == {"step": ALL}


def test_an_attack_has_its_other_side_in_support():
    attack = STEP.replace("supports", "attacks")
    assert doubts(attack + "  b: {text: B., attacks: top}\n") == {"step": ALL}
    assert doubts(attack + "  b: {text: B., supports: top}\n") == {"step": ["expert", "statement", "step", "step"]}


def test_a_conflict_is_no_answer_to_itself():
    assert doubts(STEP.replace("supports", "conflicts")) == {"step": ALL}


def test_an_undercut_has_questions_of_its_own():
    text = "  a: {text: A., supports: {to: top, id: s}}\n  b: {text: B., attacks: {to: s, scheme: sign, id: under}}\n"
    assert doubts(text) == {"under": ["link", "step"]}
    assert doubts(text + "  c: {text: C., attacks: under}\n") == {}


def test_an_argument_is_its_steps():
    text = "  sum: {text: Sum., kind: argument, supports: top}\n" + STEP.replace("to: top", "to: sum")
    assert doubts(text) == {"step": ALL}
    assert doubts(text + "  b: {text: B., attacks: sum}\n") == {}
    assert doubts(text + "  b: {text: B., attacks: top}\n") == {"step": ["expert", "statement", "step", "step"]}


def test_other_spellings_are_asked_and_unknown_schemes_are_not():
    assert doubts("  a: {text: A., supports: {to: top, scheme: Argument from Sign, id: step}}\n") == {
        "step": ["link", "step"]
    }
    assert doubts("  a: {text: A., supports: {to: top, scheme: a pattern of my own}}\n") == {}
