"""Changes of the argument that are offered at a place, as the edits that an editor makes."""

import pytest
from lsprotocol.types import CodeAction

from argmap.lsp.features.actions import actions, resolve
from tests.unit.lsp.features.marked import TRAM, TRAM_IN_ARGDOWN, URI, applied, map_of, selected, with_cursor

SMALL = """\
argmap: 1
questions:
  build: Should we build?
claims:
  tram: {text: The town should build a tram line., answers: build}
  # speed
  faster:
    text: A tram halves the trip, and it is quiet at night.
    supports: tram # yes
  cost:
    text: >-
      It costs too much. It also
      takes years.
    attacks: tram
"""


def offered(text, format="yaml", earlier=None):
    found, place = selected(text, format, earlier)
    return [item.title for item in actions(found, place, lazily=True)]


def after(text, title, format="yaml"):
    """The text after an action was chosen."""
    found, place = selected(text, format)
    (chosen,) = [item for item in actions(found, place) if item.title == title]
    assert chosen.edit is not None and chosen.edit.changes is not None
    assert list(chosen.edit.changes) == [URI]
    return applied(found, list(chosen.edit.changes[URI]))


def test_what_is_offered_where():
    assert offered(with_cursor(SMALL, "cost:")) == [
        "Make each sentence a claim",
        "Make each sentence a claim, linked to this one",
        "Add an objection to “It costs too much. It also takes years.”",
        "Add a reason for “It costs too much. It also takes years.”",
        "Remove “It costs too much. It also takes years.” and its relations",
    ]
    assert offered(with_cursor(SMALL, "tram # yes"))[-2:] == [
        "Turn into an attack of “The town should build a tram line.”",
        "Add an undercut of this step",
    ]
    assert offered(with_cursor(SMALL, "build: Should")) == ["Add a position on this question"]
    assert offered(with_cursor(SMALL, "argmap: 1")) == []
    assert offered("argmap: 1\nclaims: [⟨⟩", earlier=map_of(SMALL)) == []


def test_an_objection_stands_right_behind_the_claim():
    made = after(with_cursor(SMALL, "faster:"), "Add an objection to “A tram halves the trip, and it is quiet…”")
    assert made == SMALL.replace(
        "    supports: tram # yes\n",
        "    supports: tram # yes\n  new-objection:\n    text: ...\n    attacks: faster\n",
    )


def test_a_second_objection_has_an_id_of_its_own():
    once = after(with_cursor(SMALL, "tram: {"), "Add an objection to “The town should build a tram line.”")
    twice = after(with_cursor(once, "tram: {"), "Add an objection to “The town should build a tram line.”")
    assert map_of(twice).claim.keys() == {*map_of(SMALL).claim, "new-objection", "new-objection-2"}


def test_a_position_answers_the_question():
    made = map_of(after(with_cursor(SMALL, "build: Should"), "Add a position on this question"))
    assert made.claim["new-position"].answers == ("build",)


def test_selected_words_become_a_claim():
    text = SMALL.replace("it is quiet at night", "⟨it is quiet at night⟩")
    made = map_of(after(text, "Extract as claim"))
    assert made.claim["faster"].text == "A tram halves the trip."
    assert made.claim["it-is-quiet-at-night"].text == "It is quiet at night."
    assert [item.premises for item in made.relations if item.target == "tram"] == [
        ("faster",),
        ("it-is-quiet-at-night",),
        ("cost",),
    ]
    linked = map_of(after(text, "Extract as claim, linked to this one"))
    assert linked.relations[0].premises == ("faster", "it-is-quiet-at-night")


def test_words_over_several_lines_become_a_claim():
    made = map_of(
        after(SMALL.replace("It also\n      takes years", "⟨It also\n      takes years⟩"), "Extract as claim")
    )
    assert made.claim["cost"].text == "It costs too much."
    assert made.claim["it-also-takes-years"].text == "It also takes years."


@pytest.mark.parametrize(
    "words", ["night", "A tram halves the trip, and it is quiet at night.", "supports: tram", "    "]
)
def test_single_words_whole_texts_and_what_is_no_text_are_not_extracted(words):
    assert not any("xtract" in title for title in offered(SMALL.replace(words, f"⟨{words}⟩", 1)))


def test_sentences_become_claims():
    made = map_of(after(with_cursor(SMALL, "It costs"), "Make each sentence a claim"))
    assert made.claim["cost"].text == "It costs too much."
    assert made.claim["it-also-takes-years"].text == "It also takes years."


def test_a_support_is_turned_into_an_attack_and_back():
    turned = after(with_cursor(SMALL, "tram # yes"), "Turn into an attack of “The town should build a tram line.”")
    assert turned == SMALL.replace("supports: tram # yes", "attacks: tram # yes")
    back = after(with_cursor(turned, "tram # yes"), "Turn into a support of “The town should build a tram line.”")
    assert back == SMALL


def test_an_undercut_is_not_turned_into_a_support():
    assert offered(with_cursor(TRAM, "demand}\n  cost"))[-1] == "Add an undercut of this step"
    assert not any("Turn" in title for title in offered(with_cursor(TRAM, "demand}\n  cost")))


def test_a_step_is_undercut():
    made = map_of(after(with_cursor(SMALL, "tram # yes"), "Add an undercut of this step"))
    assert made.relation["new-undercut -> faster -> tram"].target == "faster -> tram"


def test_a_claim_goes_with_its_relations():
    made = after(with_cursor(SMALL, "faster:"), "Remove “A tram halves the trip, and it is quiet…” and its relations")
    assert "faster" not in made
    assert map_of(made).claim.keys() == {"tram", "cost"}


def test_lazy_actions_are_the_same_once_they_are_resolved():
    found, place = selected(with_cursor(SMALL, "cost:"))
    lazy = actions(found, place, lazily=True)
    assert all(item.edit is None for item in lazy)
    eager = actions(found, place)
    assert [resolve(found, item).edit for item in lazy] == [item.edit for item in eager]


@pytest.mark.parametrize("data", [None, 1, {}, {"place": [1]}, {"place": [0, 0, 0, "x"]}, {"place": [9, 9, 9, 9]}])
def test_an_action_that_nobody_offered_stays_without_an_edit(data):
    found, _ = selected(with_cursor(SMALL, "cost:"))
    assert resolve(found, CodeAction("Do it", data=data)).edit is None


def test_json_is_not_edited():
    found, place = selected('{"argmap": 1, "claims": {"⟨⟩a": "x"}}', "json")
    assert actions(found, place) == []


def test_argdown_is_changed_the_same_way():
    text = with_cursor(TRAM_IN_ARGDOWN, "Too dear")
    made = map_of(after(text, "Add an objection to “Too dear”", "argdown"), "argdown")
    (relation,) = [item for item in made.relations if item.target == "too-dear"]
    assert made.claim[relation.premises[0]].title == "New objection"
