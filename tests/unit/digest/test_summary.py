"""A map in one sentence."""

import pytest

from argmap import api
from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, ClaimKind, Question
from argmap.diagram.view import View, select
from argmap.digest.summary import LONGEST, sentence
from argmap.semantics.evaluate import evaluate
from tests.documents import ROOT
from tests.maps import map_of

ARTICLE = api.load(ROOT / "arguments/european-troops-ukraine.argmap.yaml").map
LECTURES = api.load(ROOT / "examples/recorded-lectures/lectures.argdown").map
TRAM = api.load(ROOT / "docs/images/tram.argmap.yaml").map


@pytest.mark.parametrize(
    ("map", "expected"),
    [
        (
            ARTICLE,
            "Argument map “Should European troops go to Ukraine after a ceasefire?”: 64 claims on 4 questions, with "
            "the positions “Send European troops”, “No foreign troops”, “A force on the Korean model” and 9 more; "
            "42 supports and 16 attacks.",
        ),
        (
            LECTURES,
            "Argument map “Should lectures be recorded?”: 4 claims and 6 arguments, with the theses “Record” and "
            "“Live only”; 5 supports and 5 attacks.",
        ),
        (TRAM, "Argument map “Tram”: 5 claims, with the position “Build the tram”; 1 support and 2 attacks."),
        (ArgumentMap(title="Tram"), "Argument map “Tram”, still empty."),
        (
            ArgumentMap(questions=(Question("q", "Why a tram?"),)),
            "Argument map on the question “Why a tram?”, still without an answer.",
        ),
        (
            ArgumentMap(questions=(Question("q", "Why?"), Question("r", "How?"))),
            "Argument map on 2 questions, still without an answer.",
        ),
        (ArgumentMap(claims=(Claim("a", "We walk."),)), "Argument map on the thesis “We walk.”: 1 claim."),
        (
            map_of("argmap: 1\nclaims: {a: A., b: {text: B., attacks: a}, c: {text: C., attacks: a}}"),
            "Argument map on the thesis “A.”: 3 claims; 2 attacks.",
        ),
        (
            map_of("argmap: 1\nclaims: {a: A., b: {text: B., supports: a}, c: C.}"),
            "Argument map: 3 claims, with the theses “A.” and “C.”; 1 support.",
        ),
        (
            ArgumentMap(claims=(Claim("a", "A.", kind=ClaimKind.ARGUMENT),)),
            "Argument map on the thesis “A.”: 1 argument.",
        ),
    ],
)
def test_it_says_what_the_map_is_about_and_what_is_in_it(map, expected):
    assert sentence(map) == expected


def test_a_last_name_is_told_rather_than_counted():
    claims = tuple(Claim(name, f"{name.upper()}.") for name in "abcd")
    assert sentence(ArgumentMap(title="T", claims=claims)).endswith("“A.”, “B.”, “C.” and “D.”.")
    more = (*claims, Claim("e", "E."))
    assert sentence(ArgumentMap(title="T", claims=more)).endswith("“A.”, “B.”, “C.” and 2 more.")


def test_an_evaluation_tells_how_many_stand():
    told = sentence(TRAM, evaluate(TRAM, "grounded").labelling)
    assert told.endswith("; 1 support and 2 attacks; 5 claims stand (grounded semantics).")
    labels = {"build": Label.IN, "faster": Label.OUT, "costly": Label.UNDECIDED, "alone": Label.UNKNOWN}
    tram = ArgumentMap(title="T", claims=tuple(Claim(name, name) for name in labels))
    one = sentence(tram, Labelling("grounded semantics", labels=labels))
    assert one.endswith("; 1 claim stands, 1 falls, 1 is undecided and 1 is not worked out (grounded semantics).")


def test_strengths_stand_behind_the_names():
    labelling = Labelling("strength by DF-QuAD", strengths={"a": 0.715})
    told = sentence(ArgumentMap(claims=(Claim("a", "A"),)), labelling)
    assert told == "Argument map on the thesis “A” (0.71): 1 claim; in brackets: strength by DF-QuAD."


def test_a_part_counts_what_is_in_it():
    told = sentence(select(ARTICLE, View(groups=("europe",))))
    assert "13 claims, with the positions" in told
    assert told.endswith("9 supports and 1 attack.")


def test_hidden_claims_do_not_count():
    told = map_of("argmap: 1\nclaims: {a: A., b: {text: B., supports: a, hidden: true}, c: {text: C., supports: b}}")
    assert sentence(told) == "Argument map on the thesis “A.”: 2 claims; 1 support."


@pytest.mark.parametrize("semantics", ["grounded", "preferred", "df-quad"])
def test_the_article_evaluated_stays_short(semantics):
    told = sentence(ARTICLE, evaluate(ARTICLE, semantics).labelling)
    assert len(told) <= LONGEST
    assert "64 claims on 4 questions" in told


def test_long_names_give_way():
    claims = tuple(Claim(f"c{place}", "word " * 60, answers=("q",)) for place in range(5))
    told = sentence(ArgumentMap(title="title " * 60, claims=claims, questions=(Question("q", "why " * 60),)))
    assert len(told) <= LONGEST
    assert told.startswith("Argument map “title title")
    assert told.endswith("more.")
