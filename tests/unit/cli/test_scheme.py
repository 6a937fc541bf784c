"""`argmap scheme`, and the rule that is asked for."""

import json
import re

import pytest

from argmap import pipeline
from argmap.cli.scheme import example_of
from argmap.core.schemes import CATALOGUE, SCHEMES
from argmap.core.source import SourceFile


def test_all_schemes_are_listed_by_family(run):
    text = run("scheme").stdout
    found = re.findall(r"^  ([a-z-]+)(?:\s|$)", text, re.MULTILINE)
    assert found == list(SCHEMES)
    families = [scheme.family for scheme in CATALOGUE.values()]
    assert re.findall(r"^(\S.*):$", text, re.MULTILINE) == list(dict.fromkeys(families))
    assert "\x1b" not in text
    plain = " ".join(text.split())
    assert all(scheme.about in plain for scheme in CATALOGUE.values())


@pytest.mark.parametrize("width", ["44", "72", "200"])
def test_texts_keep_to_the_width(run, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    for arguments in (("scheme",), ("scheme", "full-slippery-slope")):
        before_example = run(*arguments).stdout.split("In a map:")[0]
        assert max(len(line) for line in before_example.splitlines()) <= min(int(width), 88)


@pytest.mark.parametrize("name", SCHEMES)
def test_every_scheme_is_explained(run, name):
    result = run("scheme", name)
    assert result.exit_code == 0
    scheme = CATALOGUE[name]
    plain = " ".join(result.stdout.split())
    assert plain.startswith(f"{name} ({scheme.title}) {scheme.about}")
    for text in (scheme.about, scheme.conclusion, *(f"{one.role}: {one.text}" for one in scheme.premises)):
        assert text in plain
    for question in scheme.questions:
        place = question.doubts if question.doubts in ("step", "conclusion") else f"premise “{question.doubts}”"
        assert f"{question.text} (the {place})" in plain
    for alias in scheme.aliases:
        assert f"- {alias.replace('-', ' ')}" in plain
    assert "Walton, D., Reed, C. and Macagno, F. (2008)" in plain


@pytest.mark.parametrize("scheme", CATALOGUE.values(), ids=lambda scheme: scheme.name)
def test_the_example_is_a_map_with_the_step(scheme):
    loaded = pipeline.load(SourceFile("example.argmap.yaml", example_of(scheme)))
    assert [item for item in pipeline.check(loaded) if item.severity != "advice"] == []
    (step,) = loaded.map.relations
    assert step.premises == tuple(premise.role for premise in scheme.premises)
    assert (step.target, step.scheme) == ("conclusion", scheme.name)
    assert [claim.text for claim in loaded.map.claims if claim.id != "conclusion"] == [
        premise.text for premise in scheme.premises
    ]
    assert loaded.map.claim["conclusion"].text == scheme.conclusion


def test_other_names_are_understood(run):
    wanted = run("scheme", "expert-opinion").stdout
    for words in (["ExpertOpinion"], ["Argument", "from", "Expert", "Opinion"], ["authority"]):
        assert run("scheme", *words).stdout == wanted


def test_schemes_as_data(run):
    found = json.loads(run("scheme", "sign", "--format", "json").stdout)
    assert list(found) == [
        "name", "title", "family", "about", "premises", "conclusion", "questions", "other_names", "example", "source",
    ]  # fmt: skip
    assert found["premises"][0] == {"role": "sign", "text": "The sign S is there."}
    assert {item["doubts"] for item in found["questions"]} == {"link", "step"}
    every = json.loads(run("scheme", "--format", "json").stdout)
    assert [item["name"] for item in every] == list(SCHEMES)


def test_slips(run):
    result = run("scheme", "expert-opinon")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean 'expert-opinion'?" in result.stderr
    assert "List them with: argmap scheme" in " ".join(run("scheme", "zzzz").stderr.split())


def test_colours_are_for_terminals(run):
    assert "\x1b[1m" in run("scheme", "sign", "--color", "always").stdout
    assert "\x1b[1m" in run("scheme", "--color", "always").stdout
    assert "\x1b" not in run("scheme", "sign").stdout


# --- the rule

MAP = """argmap: 1
claims:
  tram: The town should build a tram line.
  study: {text: The transport office recommends a tram., supports: {to: tram, scheme: expert-opinion}}
  cost: {text: It is dear., attacks: tram}
"""


def test_open_questions_are_told_only_if_they_are_asked_for(run, put):
    put("m.argmap.yaml", MAP)
    assert run("check", "m.argmap.yaml", "--strict").exit_code == 0
    assert run("check", "m.argmap.yaml", "--select", "AM2", "--strict").exit_code == 0
    result = run("check", "m.argmap.yaml", "--select", "open-critical-question", "--strict")
    assert result.exit_code == 1
    assert "m.argmap.yaml:4:87: advice[AM225] open-critical-question" in result.stdout
    assert "note: Has the expert anything to gain? (doubts the step)" in result.stdout
    assert "Do other experts agree?" not in result.stdout


def test_they_can_be_asked_for_besides_all_others(run, put):
    put("m.argmap.yaml", MAP + "  alone: Nobody minds.\n")
    found = json.loads(run("check", "m.argmap.yaml", "--select", "all,AM225", "--format", "json").stdout)
    names = {item["name"] for item in found["diagnostics"]}
    assert names == {"isolated-claim", "open-critical-question"}
    put("argmap.toml", 'select = ["all", "open-critical-question"]\n')
    assert run("check", "m.argmap.yaml", "--quiet").stdout.count("open-critical-question") == 1


def test_a_comment_for_them_is_not_called_unused(run, put):
    text = MAP.replace("expert-opinion}}\n", "expert-opinion}} # argmap: allow open-critical-question — known\n")
    put("m.argmap.yaml", text)
    assert run("check", "m.argmap.yaml", "--strict").exit_code == 0
    assert run("check", "m.argmap.yaml", "--strict", "--select", "AM225").exit_code == 0
