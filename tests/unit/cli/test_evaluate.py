"""`evaluate`, `why`, and the marks of an evaluation in `render` and `show`."""

import csv
import json
from io import StringIO

import pytest

from argmap.cli.evaluation import SUPPORTS
from argmap.semantics.acceptance import ACCEPTANCE
from argmap.semantics.readings import READINGS
from argmap.semantics.strength import STRENGTH
from tests.documents import ROOT
from tests.unit.cli.conftest import BROKEN

OPEN = """\
argmap: 1
questions: {build: What should the town build?}
claims:
  tram: {text: The town should build a tram line., title: Build the tram, answers: build, conflicts: bus}
  bus: {text: The town should paint a bus lane., title: Paint a bus lane, answers: build}
  faster: {text: A tram halves the trip., title: A faster trip, supports: tram}
"""
ODD = """\
argmap: 1
claims:
  a: {text: One., attacks: b}
  b: {text: Two., attacks: c}
  c: {text: Three., attacks: a}
"""


@pytest.fixture
def maps(put):
    put("tram.argmap.yaml")
    put("open.argmap.yaml", OPEN)
    put("odd.argmap.yaml", ODD)
    put("broken.argmap.yaml", BROKEN)


def labels(text):
    return {name: item["label"] for name, item in json.loads(text)["claims"].items()}


def test_the_answer_goes_to_standard_output(run, maps):
    result = run("evaluate", "tram.argmap.yaml")
    assert result.exit_code == 0
    assert "✗ falls      tram  Build the tram" in result.stdout
    assert result.stderr == ""
    assert "\x1b" not in result.stdout
    assert "\x1b[" in run("evaluate", "tram.argmap.yaml", "--color", "always").stdout


def test_standard_input_and_json(run, maps):
    result = run("evaluate", "-", "-f", "json", input=OPEN)
    assert labels(result.stdout) == {"tram": "undecided", "bus": "undecided", "faster": "in"}
    assert json.loads(result.stdout)["file"] == "-"


def test_an_output_file_is_written_whole_and_never_over_the_map(run, maps, here):
    result = run("evaluate", "tram.argmap.yaml", "-f", "csv", "-o", "out.csv")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "wrote out.csv\n")
    assert list(csv.reader(StringIO((here / "out.csv").read_text())))[1][:3] == ["claim", "tram", "out"]
    before = (here / "tram.argmap.yaml").read_bytes()
    assert run("evaluate", "tram.argmap.yaml", "-o", "tram.argmap.yaml").exit_code == 3
    assert (here / "tram.argmap.yaml").read_bytes() == before


def test_semantics_and_ways_to_ask(run, maps):
    preferred = ("evaluate", "open.argmap.yaml", "-s", "preferred", "-f", "json")
    assert labels(run(*preferred).stdout)["tram"] == "undecided"
    assert labels(run(*preferred, "--credulous").stdout)["tram"] == "in"
    assert json.loads(run(*preferred, "--count").stdout)["count"] == 2
    both = json.loads(run(*preferred, "--all").stdout)
    assert [item["claims"]["tram"]["label"] for item in both["labellings"]] == ["in", "out"]
    bounded = run(*preferred, "--all", "--limit", "1")
    assert bounded.exit_code == 1
    assert "more than 1 labellings" in bounded.stderr


def test_no_answer_is_said_and_told_by_the_status(run, maps):
    result = run("evaluate", "odd.argmap.yaml", "-s", "stable")
    assert result.exit_code == 1
    assert result.stderr == "note: this map has no stable labelling\n"


def test_readings_of_support(run, maps):
    read = ("evaluate", "tram.argmap.yaml", "-f", "json", "--support", "deductive")
    assert labels(run(*read).stdout)["faster"] == "out"


def test_strengths(run, maps):
    result = run("evaluate", "tram.argmap.yaml", "-s", "df-quad", "-f", "json")
    assert json.loads(result.stdout)["claims"]["tram"] == {"strength": 0.5, "base": 0.5}
    assert result.stderr == "note: no claim has a base score: each starts from the neutral 0.5\n"


def test_what_if(run, maps):
    result = run("evaluate", "tram.argmap.yaml", "--what-if", "cost=out", "-f", "json")
    change = json.loads(result.stdout)
    assert {item["id"]: (item["before"], item["after"]) for item in change["claims"]} == {
        "tram": ("out", "in"),
        "cost": ("in", "out"),
    }
    assert run("evaluate", "tram.argmap.yaml", "-s", "df-quad", "--what-if", "cost=0.1").exit_code == 0


def test_sensitivity(run, maps):
    result = run("evaluate", "tram.argmap.yaml", "--sensitivity", "tram")
    assert result.exit_code == 0
    assert "Too expensive" in result.stdout
    assert json.loads(run("evaluate", "tram.argmap.yaml", "--sensitivity", "tram", "-f", "json").stdout)["sets"] == [
        ["cost"]
    ]


def test_why(run, maps):
    result = run("why", "tram.argmap.yaml", "tram")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == (
        "“Build the tram” falls: it is attacked by “Too expensive”, which nothing answers."
    )
    assert json.loads(run("why", "tram.argmap.yaml", "tram", "-f", "json").stdout)["claim"] == "tram"


def test_why_under_an_assumption_says_what_changes(run, maps):
    result = run("why", "tram.argmap.yaml", "tram", "--what-if", "cost=out")
    assert "“Build the tram” stands" in result.stdout
    assert "would change" in result.stdout
    document = json.loads(run("why", "tram.argmap.yaml", "tram", "--what-if", "cost=out", "-f", "json").stdout)
    assert {item["id"] for item in document["change"]["claims"]} == {"tram", "cost"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["evaluate", "tram.argmap.yaml", "-s", "prefered"], "called 'prefered'. Did you mean 'preferred'?"),
        (["evaluate", "tram.argmap.yaml", "--what-if", "cots=out"], "there is no claim 'cots'. Did you mean 'cost'?"),
        (["evaluate", "tram.argmap.yaml", "--what-if", "cost"], "write a claim and what it is to be, such as cost=out"),
        (["evaluate", "tram.argmap.yaml", "--what-if", "cost=maybe"], "not 'maybe'"),
        (["evaluate", "tram.argmap.yaml", "--what-if", "cost=0.5"], "grounded knows no scores"),
        (["evaluate", "tram.argmap.yaml", "-s", "mlp", "--what-if", "cost=2"], "from 0 to 1, not '2'"),
        (["evaluate", "tram.argmap.yaml", "--sensitivity", "tran"], "Did you mean 'tram'?"),
        (["evaluate", "tram.argmap.yaml", "--sensitivity", "tram", "-f", "csv"], "csv has no place for this"),
        (["evaluate", "tram.argmap.yaml", "--sensitivity", "tram", "--what-if", "cost=out"], "exclude each other"),
        (["evaluate", "tram.argmap.yaml", "--sensitivity", "tram", "--all"], "--all goes neither with"),
        (["evaluate", "tram.argmap.yaml", "-s", "euler", "--all"], "leave out --all"),
        (["evaluate", "tram.argmap.yaml", "-s", "euler", "--support", "ignore"], "leave out --support"),
        (["why", "tram.argmap.yaml", "tran"], "there is no claim 'tran'. Did you mean 'tram'?"),
        (["render", "tram.argmap.yaml", "--support", "ignore"], "name a semantics with --evaluate"),
        (["show", "tram.argmap.yaml", "--evaluate", "euler", "--support", "ignore"], "leave out --support"),
    ],
)  # fmt: skip
def test_wrong_usage(run, maps, arguments, message):
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


@pytest.mark.parametrize("command", [["evaluate"], ["why"]])
def test_a_broken_map_is_left_alone(run, maps, command):
    result = run(*command, "broken.argmap.yaml", *(["tram"] if command == ["why"] else []))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "did you mean `tram`?" in result.stderr


def test_a_missing_file(run, here):
    assert run("evaluate", "nowhere.argmap.yaml").exit_code == 3
    assert run("why", "nowhere.argmap.yaml", "a").exit_code == 3


def test_pictures_and_trees_are_marked(run, maps, here):
    assert run("render", "tram.argmap.yaml", "--evaluate", "grounded", "-o", "marked.svg").exit_code == 0
    marked = (here / "marked.svg").read_text(encoding="utf-8")
    assert "grounded semantics" in marked
    assert run("render", "tram.argmap.yaml", "-o", "plain.svg").exit_code == 0
    assert "grounded semantics" not in (here / "plain.svg").read_text(encoding="utf-8")
    assert "✗" in run("show", "tram.argmap.yaml", "--evaluate", "grounded").stdout
    assert "✗" in run("render", "tram.argmap.yaml", "--evaluate", "grounded", "-f", "mermaid", "-o", "-").stdout
    assert "0.50" in run("show", "tram.argmap.yaml", "--evaluate", "df-quad").stdout


def test_no_picture_of_no_answer(run, maps, here):
    result = run("render", "odd.argmap.yaml", "--evaluate", "stable", "-o", "odd.svg")
    assert result.exit_code == 1
    assert "there is no evaluation to show" in result.stderr
    assert not (here / "odd.svg").exists()


def test_a_part_is_marked_by_the_whole(run, maps):
    assert "✗" in run("show", "tram.argmap.yaml", "--evaluate", "grounded", "--question", "build", "--focus", "tram",
                      "--depth", "0").stdout  # fmt: skip


def test_help_and_documentation_name_every_semantics_and_reading(run):
    told = " ".join(run("evaluate", "--help").stdout.split())
    page = (ROOT / "docs/evaluating.md").read_text(encoding="utf-8")
    for name in [*ACCEPTANCE, *STRENGTH]:
        assert name in told
        assert f"\n| `{name}` |" in page
    assert list(SUPPORTS) == list(READINGS)
    for name in READINGS:
        assert f"\n| `{name}` |" in page
