"""Comparing two maps: what is known again, what became of relations, why something stands, and both maps in one."""

import pytest

import argmap
from argmap.core.comparison import Cause, Mark, Marked, Part, Turn
from argmap.core.labelling import Label
from argmap.review.compare import compare
from argmap.review.merged import merged
from argmap.review.wording import pieces
from tests.maps import map_of


def read(claims: str, rest: str = "") -> argmap.ArgumentMap:
    return map_of(f"argmap: 1\nclaims:\n  tram: The town should build a tram line.\n{claims}{rest}")


def renamed(old: str, new: str) -> list[tuple[str, str]]:
    return list(compare(read(old), read(new)).renamed())


def turns(old: str, new: str) -> list[tuple[Turn, ...]]:
    found = compare(read(old), read(new)).relations
    assert not found.added
    assert not found.removed
    return [item.turns for item in found.changed]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A tram halves the trip to the centre.", "A tram halves the trip to the centre."),
        ("A tram halves the trip to the centre.", "a TRAM halves the trip to the centre"),
        ("A tram halves the long trip from Upton to the centre.", "A tram halves the trip from Upton to the centre."),
        ("路面電車は中心部までの所要時間を半分にする。", "路面電車は中心部への所要時間を半分にする。"),
    ],
)  # fmt: skip
def test_a_claim_that_says_nearly_the_same_was_renamed(old, new):
    assert renamed(f"  a: {{text: {old}, supports: tram}}\n", f"  b: {{text: {new}, supports: tram}}\n") == [("a", "b")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A tram is fast.", "A tram is cheap."),
        ("The tram pays for itself within a few years.", "The tram never pays for itself within a few years."),
        ("The tram line would cost 80 million euros to build.", "The tram line would cost 90 million euros to build."),
        ("The tram line is cheap to run and to mend.", "Half of the commuters now work from home."),
    ],
)
def test_a_claim_that_says_something_else_is_another(old, new):
    found = compare(read(f"  a: {{text: {old}, supports: tram}}\n"), read(f"  b: {{text: {new}, supports: tram}}\n"))
    assert [item.id for item in found.claims.removed] == ["a"]
    assert [item.id for item in found.claims.added] == ["b"]


def test_title_and_neighbours_tell_a_claim_again_though_a_number_changed():
    old = "  a: {text: The tram line would cost 80 million euros to build., title: Costly, supports: tram}\n"
    assert renamed(old, old.replace("  a", "  b").replace("80", "90")) == [("a", "b")]


def test_of_two_that_say_the_same_the_title_decides():
    old = "  a: {text: It is good., title: One}\n  b: {text: It is good., title: Two}\n"
    new = "  d: {text: It is good., title: Two}\n  c: {text: It is good., title: One}\n"
    assert sorted(renamed(old, new)) == [("a", "c"), ("b", "d")]


def test_neighbours_found_on_the_way_help_to_find_others():
    old = "  a: The river floods the town every spring.\n  b: {text: A dam would hold most of it back., supports: a}\n"
    new = "  x: The river floods the town each spring.\n  y: {text: A dam would keep most of it back., supports: x}\n"
    assert renamed(old, new) == [("a", "x"), ("b", "y")]


def test_what_refers_to_a_renamed_thing_did_not_change():
    text = """argmap: 1
speakers: {%(who)s: {name: The mayor}}
sources: {%(what)s: {title: The study}}
questions: {%(ask)s: Should there be a tram?}
claims:
  %(one)s: {text: There should be a tram., answers: %(ask)s, by: %(who)s, cites: %(what)s#p3}
  two: {text: It is fast., supports: %(one)s}
  three: {text: It is not., attacks: two -> %(one)s}
groups:
  %(group)s: {title: All, members: [%(one)s, two]}
  inner: {title: Inner, parent: %(group)s, members: [three]}
"""
    names = {"who": "mayor", "what": "study", "ask": "build", "one": "tram", "group": "all"}
    found = compare(map_of(text % names), map_of(text % {key: f"{name}-2" for key, name in names.items()}))
    assert not found.relations
    for kind in (found.claims, found.speakers, found.sources, found.questions, found.groups):
        assert not kind.added
        assert [[part.field for part in item.alterations] for item in kind.changed] == [["id"]]


RAIN = "  rain: {text: It rains., %s}\n  snow: {text: It snows.%s}\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (("supports: tram", ""), ("attacks: tram", ""), (Turn.TURNED,)),
        (("supports: tram", ""), ("conflicts: tram", ""), (Turn.TURNED,)),
        (("supports: tram", ""), ("supports: {to: tram, with: [snow]}", ""), (Turn.LINKED,)),
        (("supports: {to: tram, with: [snow]}", ""), ("supports: tram", ""), (Turn.UNLINKED,)),
        (("supports: tram", ", supports: tram"), ("supports: {to: tram, with: [snow]}", ""), (Turn.LINKED,)),
        (("supports: {to: tram, with: [snow]}", ""), ("supports: tram", ", supports: tram"), (Turn.UNLINKED,)),
        (("supports: tram", ""), ("supports: snow", ""), (Turn.REAIMED,)),
        (("supports: tram", ""), ("supports: {to: tram, id: r}", ""), (Turn.RENAMED,)),
        (("supports: tram", ""), ("supports: {to: tram, scheme: sign}", ""), (Turn.ALTERED,)),
        (("supports: {to: tram, id: r}", ""), ("attacks: {to: snow, id: r}", ""), (Turn.TURNED, Turn.REAIMED)),
        (("supports: {to: tram, id: r}", ""), ("tags: []", ", supports: {to: tram, id: r}"), (Turn.RESOURCED,)),
    ],
)  # fmt: skip
def test_what_is_done_to_a_relation(old, new, told):
    assert turns(RAIN % old, RAIN % new) == [told]


def test_a_conflict_has_no_direction():
    assert turns(RAIN % ("conflicts: snow", ""), RAIN % ("tags: []", ", conflicts: rain")) == []


def test_an_undercut_follows_its_step():
    step = "  fast: {text: It is fast., %s}\n  slow: {text: It is not., attacks: %s}\n"
    assert turns(step % ("supports: tram", "fast -> tram"), step % ("supports: {to: tram, id: r}", "r")) == [
        (Turn.RENAMED,)
    ]
    assert turns(step % ("supports: tram", "fast -> tram"), step % ("supports: tram", "tram")) == [(Turn.REAIMED,)]
    found = compare(read(step % ("supports: tram", "fast -> tram")), read(step % ("attacks: tram", "fast -> tram")))
    assert [item.turns for item in found.relations.changed] == [(Turn.TURNED,)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("The town builds a tram.", "The city builds a tram.", "The[ town]{ city} builds a tram."),
        ("It is fast.", "It is fast, and cheap.", "It is fast{, and cheap}."),
        ("It is a good plan.", "Nobody wants any of this.", "[It is a good plan.]{Nobody wants any of this.}"),
        ("one two three a five", "six nine ten a eleven", "[one two three a five]{six nine ten a eleven}"),
        ("Same  words\nhere", "Same words here", "Same words here"),
        ("路面電車は速い。", "路面電車は安い。", "路面電車は[速]{安}い。"),
    ],
)  # fmt: skip
def test_word_by_word(old, new, told):
    signs = {Part.KEPT: ("", ""), Part.REMOVED: ("[", "]"), Part.ADDED: ("{", "}")}
    shown = "".join(f"{signs[part][0]}{words}{signs[part][1]}" for part, words in pieces(old, new))
    assert shown == told


# -- What stands -------------------------------------------------------------------------------------------------------


def verdicts(old: str, new: str, semantics: str = "grounded"):
    found = argmap.compare(read(old), read(new), evaluate=semantics)
    assert found.verdicts is not None
    return {item.new: item for item in found.verdicts.changed}


def test_an_added_attack_topples_a_claim():
    told = verdicts("  fast: {text: It is fast., supports: tram}\n", "  dear: {text: It is dear., attacks: tram}\n")
    assert told["tram"].cause == Cause(Mark.ADDED, "dear -> tram", 0)
    assert (told["tram"].before, told["tram"].after) == (Label.IN, Label.OUT)


def test_a_change_that_speaks_for_a_claim_is_not_why_it_falls():
    told = verdicts(
        "  fast: {text: It is fast., supports: tram}\n  dear: {text: It is dear., supports: tram}\n"
        "  calm: {text: It is calm., supports: tram}\n",
        "  fast: {text: It is fast., supports: {to: tram, with: [calm]}}\n  dear: {text: It is dear., attacks: tram}\n"
        "  calm: {text: It is calm.}\n",
    )
    assert told["tram"].cause == Cause(Mark.CHANGED, "dear -> tram", 0)


def test_a_change_further_up_is_followed_down():
    chain = "  dear: {text: It is dear., attacks: tram}\n  loan: {text: There is a loan., attacks: dear}\n"
    told = verdicts(chain, f"{chain}  lost: {{text: The loan was refused., attacks: loan}}\n")
    assert {name: item.cause.steps for name, item in told.items()} == {"tram": 2, "dear": 1, "loan": 0}
    assert {item.cause.subject for item in told.values()} == {"lost -> loan"}


def test_what_is_gone_is_why():
    told = verdicts("  dear: {text: It is dear., attacks: tram}\n", "  dear: {text: It is dear.}\n")
    assert told["tram"].cause == Cause(Mark.REMOVED, "dear -> tram", 0)


def test_strengths_follow_renamed_claims_and_scores():
    told = verdicts(
        "  fast: {text: It is a fast way into town., supports: tram, score: 0.4}\n",
        "  quick: {text: It is a fast way into town., supports: tram, score: 0.9}\n",
        "df-quad",
    )
    assert told["quick"].old == "fast"
    assert told["quick"].cause == Cause(Mark.CHANGED, "quick", 0)
    assert told["tram"].cause == Cause(Mark.CHANGED, "quick", 1)
    assert told["tram"].after > told["tram"].before


def test_a_map_without_an_answer_is_refused():
    odd = "  a: {text: One., attacks: b}\n  b: {text: Two., attacks: c}\n  c: {text: Three., attacks: a}\n"
    with pytest.raises(ValueError, match="no stable labelling"):
        argmap.compare(read(""), read(odd), evaluate="stable")


# -- Both maps in one --------------------------------------------------------------------------------------------------


def test_what_was_removed_stands_where_it_was():
    old = read(
        "  one: {text: One thing., supports: tram}\n  two: {text: Another., attacks: one}\n"
        "  three: {text: A third., supports: tram}\n",
        "groups: {g: {title: Group, members: [one, two, three]}, gone: {title: Gone, parent: g}}\n",
    )
    new = read(
        "  one: {text: One thing., supports: tram}\n  three: {text: A third., attacks: tram}\n",
        "groups: {g: {title: Group, members: [one, three]}}\n",
    )
    both, marks = merged(old, new, compare(old, new))
    assert [item.id for item in both.claims] == ["tram", "one", "two", "three"]
    assert both.group["g"].members == ("one", "two", "three")
    assert marks == {
        "three -> tram": Marked(Mark.CHANGED, "support"),
        "two": Marked(Mark.REMOVED),
        "two -> one": Marked(Mark.REMOVED),
    }


def test_a_removed_id_that_means_something_else_now_is_told_apart():
    old = read("  x: {text: One thing., supports: tram}\n  y: {text: Another., attacks: x -> tram}\n")
    new = read("  a: {text: Wholly different., supports: {to: tram, id: x}}\n")
    both, marks = merged(old, new, compare(old, new))
    assert both.relation["x"].target == "tram"
    assert both.claim["x-2"].text == "One thing."
    assert both.relation["x-2 -> tram"].premises == ("x-2",)
    assert both.relation["y -> x-2 -> tram"].target == "x-2 -> tram"
    assert marks["x-2"] == Marked(Mark.REMOVED)


def test_a_relation_that_leads_elsewhere_stands_in_both_places():
    old, new = (read(f"  a: {{text: One thing., supports: {end}}}\n  b: Another.\n") for end in ("tram", "b"))
    both, marks = merged(old, new, compare(old, new))
    assert {item.id for item in both.relations} == {"a -> tram", "a -> b"}
    assert marks == {"a -> b": Marked(Mark.CHANGED), "a -> tram": Marked(Mark.REMOVED)}


def test_what_changed_is_quoted():
    old = read("  a: {text: One thing., title: First}\n  b: Another.\n", "groups: {g: {title: Here, members: [b]}}\n")
    new = read("  a: {text: One thing., title: Second}\n  b: Another.\n", "groups: {g: {title: Here, members: [a]}}\n")
    _, marks = merged(old, new, compare(old, new))
    assert marks == {"a": Marked(Mark.CHANGED, "First"), "b": Marked(Mark.CHANGED, "in Here")}
