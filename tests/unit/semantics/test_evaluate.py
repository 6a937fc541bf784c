"""The door to all semantics: what it answers, what it refuses, and what it says when time is up."""

import re
from importlib import import_module

import pytest

from argmap.core.errors import ArgmapError
from argmap.core.labelling import Label
from argmap.semantics.acceptance import ACCEPTANCE
from argmap.semantics.evaluate import evaluate
from argmap.semantics.strength import STRENGTH
from tests.debates import debate

PAIR = debate("ab", "a = b")
ODD = debate("abc", "a ! b", "b ! c", "c ! a")


def pairs(number):
    """A map of so many open conflicts: each doubles the number of preferred labellings."""
    names = [f"{side}{place}" for place in range(number) for side in "ab"]
    return debate(names, *(f"a{place} = b{place}" for place in range(number)))


def tangle(size):
    """A map on which every search takes long: each claim attacks many others, with no plan to it."""
    names = [f"c{number}" for number in range(size)]
    attacks = {(place, (place * place + step * 7919) % size) for place in range(size) for step in range(1, 9)}
    return debate(names, *(f"c{one} ! c{other}" for one, other in sorted(attacks) if one != other))


def test_the_rolls_have_every_semantics():
    assert list(ACCEPTANCE) == [
        "grounded", "preferred", "stable", "complete", "semi-stable", "stage", "ideal", "eager", "admissible",
        "conflict-free", "naive",
    ]  # fmt: skip
    assert list(STRENGTH) == ["df-quad", "quadratic-energy", "euler", "mlp", "h-categoriser"]


@pytest.mark.parametrize("room", ["acceptance", "strength"])
def test_each_has_a_file_that_says_what_it_is_good_for(room):
    roll = {"acceptance": ACCEPTANCE, "strength": STRENGTH}[room]
    for name in roll:
        page = import_module(f"argmap.semantics.{room}.{name.replace('-', '_')}").__doc__
        assert "\nRange: " in page
        assert "\nGood for: " in page
        assert re.search(r"\b(19|20)\d\d\b", page), "the year of the source"


@pytest.mark.parametrize("name", ["preferred", "stable", "semi-stable", "stage", "naive"])
def test_an_open_conflict_can_go_either_way(name):
    found = evaluate(PAIR, name, ask="all")
    assert [[item.labels["a"], item.labels["b"]] for item in found.labellings] == [
        [Label.IN, Label.OUT],
        [Label.OUT, Label.IN],
    ]
    assert found.count == 2
    assert evaluate(PAIR, name, ask="count").count == 2
    assert evaluate(PAIR, name).labelling.labels["a"] is Label.UNDECIDED
    assert evaluate(PAIR, name, ask="credulous").labelling.labels["a"] is Label.IN


def test_without_a_stable_labelling_it_is_said():
    for ask in ("one", "skeptical", "credulous", "all", "count"):
        found = evaluate(ODD, "stable", ask=ask)
        assert (found.exists, found.labelling, found.complete) == (False, None, True)
        assert found.labellings == ()
    assert evaluate(ODD, "stable", ask="count").count == 0
    assert evaluate(ODD, "stable").notes == ("this map has no stable labelling",)


def test_components_multiply_without_being_listed():
    assert evaluate(pairs(200), "preferred", ask="count").count == 2**200
    assert evaluate(pairs(200), "preferred", ask="credulous").labelling.labels["a7"] is Label.IN


def test_a_list_is_bounded_and_says_so():
    found = evaluate(pairs(12), "preferred", ask="all", limit=10)
    assert len(found.labellings) == 10
    assert (found.complete, found.count) == (False, None)
    assert found.notes == ("there are more than 10 labellings: the first 10 that were found are listed",)


def test_a_list_that_just_fits_is_whole():
    found = evaluate(pairs(3), "preferred", ask="all", limit=8)
    assert (found.complete, found.count) == (True, 8)


@pytest.mark.parametrize("ask", ["one", "skeptical", "credulous", "all", "count"])
def test_what_is_not_found_in_time_is_unknown(ask):
    found = evaluate(tangle(300), "stage", ask=ask, timeout=1e-6)
    assert found.complete is False
    assert "time" in found.notes[0]
    if found.labelling:
        assert set(found.labelling.labels.values()) <= {Label.UNKNOWN, Label.UNDECIDED}


def test_time_for_strengths_runs_out_too():
    found = evaluate(tangle(300), "df-quad", timeout=1e-6)
    assert (found.labelling, found.complete, found.exists) == (None, False, None)


def test_an_empty_map_has_an_empty_labelling():
    empty = debate([])
    for name in ACCEPTANCE:
        found = evaluate(empty, name, ask="all")
        assert [dict(item.labels) for item in found.labellings] == [{}]
        assert evaluate(empty, name).exists is True
    assert dict(evaluate(empty, "df-quad").labelling.strengths) == {}


def test_strengths_say_on_what_they_rest():
    assert evaluate(PAIR, "df-quad").notes == ("no claim has a base score: each starts from the neutral 0.5",)
    some = debate("abc", "a > b", scores={"a": 0.3})
    assert evaluate(some, "df-quad").notes == ("2 of 3 claims have no base score: they start from the neutral 0.5",)
    every = debate("ab", "a > b", scores={"a": 0.3, "b": 0.2})
    assert evaluate(every, "df-quad").notes == ()


def test_forced_claims_pin_strengths_or_give_base_scores():
    chain = debate("abc", "a > b", "b > c")
    assert evaluate(chain, "df-quad", forced={"b": Label.OUT}).labelling.strengths["c"] == 0.5
    assert evaluate(chain, "df-quad", forced={"b": Label.IN}).labelling.strengths["c"] == 1.0
    assert evaluate(chain, "df-quad", forced={"a": 0.0}).labelling.strengths["b"] == 0.5


def test_a_swing_that_never_rests_has_no_answer():
    layers = [[f"c{layer}-{place}" for place in range(3)] for layer in range(5)]
    names = [name for layer in layers for name in layer]
    attacks = [f"{one} ! {other}" for layer in range(5) for one in layers[layer] for other in layers[(layer + 1) % 5]]
    found = evaluate(
        debate(names, *attacks, scores={name: 0.9 if name in layers[0] else 1.0 for name in names}), "df-quad"
    )
    assert found.convergence.converged is False
    assert found.labelling is None
    assert "do not converge" in found.notes[0]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"semantics": "grouded"}, "there is no semantics `grouded`"),
        ({"support": "deductiv"}, "there is no reading of support `deductiv`"),
        ({"semantics": "euler", "support": "ignore"}, "`euler` has its own reading of support: leave out `ignore`"),
        ({"semantics": "euler", "ask": "all"}, "`euler` gives one strength to each claim: leave out `all`"),
    ],
)
def test_questions_that_make_no_sense_are_refused(options, message):
    with pytest.raises(ArgmapError) as caught:
        evaluate(PAIR, **options)
    assert caught.value.message == message


def test_a_near_name_is_suggested():
    with pytest.raises(ArgmapError) as caught:
        evaluate(PAIR, "prefered")
    assert caught.value.hint == "did you mean `preferred`?"


@pytest.mark.parametrize(
    ("semantics", "forced", "error"),
    [
        ("grounded", {"z": Label.IN}, KeyError),
        ("grounded", {"a": 0.5}, ValueError),
        ("grounded", {"a": Label.UNDECIDED}, ValueError),
        ("df-quad", {"a": 1.5}, ValueError),
    ],
)
def test_what_cannot_be_forced_is_refused(semantics, forced, error):
    with pytest.raises(error):
        evaluate(PAIR, semantics, forced=forced)
