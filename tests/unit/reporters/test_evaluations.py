"""How an evaluation is told: to people, to programs, to spreadsheets."""

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest

from argmap.core.labelling import Convergence, Evaluation, Label, Labelling
from argmap.core.model import Question
from argmap.reporters.answers import ANSWER_FORMATS, Account
from argmap.semantics.evaluate import evaluate
from tests.debates import debate

MAP = debate(["goal", "reason", "doubt", "a", "b"], "reason > goal", "doubt ! reason > goal", "a = b")


def told(map, how="text", semantics="grounded", *, width=80, colour=False, unicode=True, **options):
    found = evaluate(map, semantics, **options)
    return ANSWER_FORMATS[how].write(
        Account(map, found, None, "map.argmap.yaml", colour=colour, width=width, unicode=unicode)
    )


def test_people_see_what_falls_first():
    assert told(MAP) == (
        "Grounded semantics: 2 of 5 claims stand, 1 falls, 2 undecided\n"
        "\n"
        "What falls\n"
        "  ✗ falls      goal  Claim goal.\n"
        "\n"
        "What is undecided\n"
        "  ◐ undecided  a  Claim a.\n"
        "  ◐ undecided  b  Claim b.\n"
        "\n"
        "What stands\n"
        "  ✓ stands     reason  Claim reason.\n"
        "  ✓ stands     doubt   Claim doubt.\n"
    )


def test_positions_come_before_the_rest():
    asked = replace(
        MAP,
        title="A debate",
        questions=(Question("q", "Is it so?"),),
        claims=(replace(MAP.claims[0], answers=("q",)), *MAP.claims[1:]),
    )
    assert told(asked).splitlines()[:6] == [
        "A debate",
        "Grounded semantics: 2 of 5 claims stand, 1 falls, 2 undecided",
        "",
        "Is it so?",
        "  ✗ falls      goal  Claim goal.",
        "",
    ]


def test_strengths_are_bars_with_numbers():
    text = told(debate("cp", "p > c"), semantics="df-quad")
    assert text == (
        "Strength by DF-QuAD, from 0 to 1\none pass\n\n  0.75 ████████░░  c  Claim c.\n  0.50 █████░░░░░  p  Claim p.\n"
    )


def test_a_terminal_without_unicode_gets_other_signs():
    assert told(MAP, unicode=False).isascii()
    assert told(MAP, semantics="df-quad", unicode=False).isascii()


def test_colour_only_where_it_is_asked_for():
    assert "\x1b[" in told(MAP, colour=True)
    assert "\x1b[" not in told(MAP)


def test_long_names_are_wrapped_and_steer_nothing():
    nasty = replace(MAP.claims[0], text="A very long \x1b[31m claim " * 20)
    text = told(replace(MAP, claims=(nasty, *MAP.claims[1:])), width=60)
    assert max(map(len, text.splitlines())) <= 60
    assert "\x1b" not in text


def test_every_labelling_is_listed():
    text = told(MAP, semantics="preferred", ask="all")
    assert "1. Preferred semantics: 3 of 5 claims stand" in text
    assert "2. Preferred semantics" in text


@pytest.mark.parametrize(
    ("evaluation", "expected"),
    [
        (Evaluation("stable", "default", "count", None, count=0, exists=False), "0 stable labellings\n"),
        (Evaluation("stable", "default", "count", None, count=1), "1 stable labelling\n"),
        (Evaluation("stable", "default", "count", None, count=7, complete=False), "at least 7 stable labellings\n"),
        (Evaluation("stable", "default", "count", None, complete=False), "an unknown number of stable labellings\n"),
    ],
)
def test_counts(evaluation, expected):
    assert ANSWER_FORMATS["text"].write(Account(MAP, evaluation)) == expected


def test_json_has_claims_and_relations_by_id():
    document = json.loads(told(MAP, "json"))
    assert document["version"] == 1
    assert document["claims"]["goal"] == {"label": "out"}
    assert document["relations"]["reason > goal"] == {"label": "out"}
    assert document["relations"]["a = b"] == {"label": "undecided"}
    assert (document["semantics"], document["support"], document["ask"]) == ("grounded", "default", "one")
    assert "labellings" not in document


def test_json_of_all_labellings():
    document = json.loads(told(MAP, "json", "preferred", ask="all"))
    assert [item["claims"]["a"]["label"] for item in document["labellings"]] == ["in", "out"]
    assert document["count"] == 2


def test_json_of_strengths():
    document = json.loads(told(debate("cp", "p > c", scores={"p": 0.2}), "json", "df-quad"))
    assert document["claims"] == {"c": {"strength": 0.6, "base": 0.5}, "p": {"strength": 0.2, "base": 0.2}}
    assert document["relations"] == {"p > c": {"strength": 0.2}}
    assert document["convergence"] == {"method": "one pass", "iterations": 0, "residual": 0.0, "converged": True}


def test_json_of_no_answer():
    found = Evaluation(
        "mlp", None, "one", None, exists=None, complete=False, convergence=Convergence("Runge-Kutta", 9, 0.1, False)
    )
    document = json.loads(ANSWER_FORMATS["json"].write(Account(MAP, found)))
    assert "claims" not in document
    assert document["complete"] is False
    assert document["convergence"]["converged"] is False


def test_csv_has_a_line_for_each_claim_and_relation():
    rows = list(csv.reader(StringIO(told(MAP, "csv"))))
    assert rows[0] == ["kind", "id", "label", "title"]
    assert ["claim", "goal", "out", "Claim goal."] in rows
    assert ["attack", "doubt ! reason > goal", "in", ""] in rows
    assert len(rows) == 1 + len(MAP.claims) + len(MAP.relations)


def test_csv_of_several_labellings_numbers_them():
    rows = list(csv.reader(StringIO(told(MAP, "csv", "preferred", ask="all"))))
    assert rows[0] == ["labelling", "kind", "id", "label", "title"]
    assert {row[0] for row in rows[1:]} == {"1", "2"}


def test_csv_runs_nothing_in_a_spreadsheet():
    nasty = replace(MAP.claims[0], text='=HYPERLINK("http://example.org")')
    rows = list(csv.reader(StringIO(told(replace(MAP, claims=(nasty, *MAP.claims[1:])), "csv"))))
    assert rows[1][3] == '\'=HYPERLINK("http://example.org")'


@pytest.mark.parametrize("how", list(ANSWER_FORMATS))
def test_what_is_unknown_is_told(how):
    found = Evaluation(
        "preferred",
        "default",
        "skeptical",
        Labelling("preferred semantics", dict.fromkeys([*MAP.claim, *MAP.relation], Label.UNKNOWN)),
        exists=None,
        complete=False,
    )
    text = ANSWER_FORMATS[how].write(Account(MAP, found))
    assert ("not worked out" if how == "text" else "unknown") in text
