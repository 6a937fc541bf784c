"""Argdown files on the command line: checked, drawn with a word on what is not followed, and in the pages of rules."""

import json

import pytest

from argmap.cli.rule_examples import page_of
from argmap.rules import RULES
from argmap.rules.base import Rule
from tests.unit.rules.rule_cases import blocks, findings

DEBATE = """\
===
title: Should a town build a tram?
===

[Build the tram]: The town should build a tram line.
  + <Faster>: A tram halves the trip to the centre.
  - <Cost>: The line costs more than the town earns in a year.
"""


def test_a_sound_debate_is_all_clear(run, put):
    put("tram.argdown", DEBATE)
    result = run("check", "--strict")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 file, 3 claims" in result.stderr


def test_findings_speak_of_titles(run, put):
    put("tram.argdown", DEBATE + "\n[Cars are quieter]: Cars make less noise than a tram.\n")
    result = run("check")
    assert result.exit_code == 1
    assert "isolated-claim: `[Cars are quieter]` is connected to nothing in this map" in result.stdout
    assert "cars-are-quieter" not in result.stdout


def test_rules_offer_no_fix_for_argdown(run, put):
    text = DEBATE + "\n[Faster trip]: It is quick.\n  -> [Build the tram]\n  -> [Build the tram]\n"
    put("tram.argdown", text)
    found = json.loads(run("check", "--format", "json").stdout)["diagnostics"]
    assert [item for item in found if item["fix"] and not item["code"].startswith(("AM0", "AM9"))] == []
    assert run("check", "--diff").stdout == ""


def test_an_unused_comment_is_taken_out(run, put):
    more = "[A]: B.\n  -> [Build the tram]\n"
    path = put("tram.argdown", f"{DEBATE}\n// argmap: allow isolated-claim — for later\n{more}")
    assert "unused-suppression" in run("check").stdout
    assert run("check", "--fix").exit_code == 0
    assert path.read_text(encoding="utf-8") == f"{DEBATE}\n{more}"


@pytest.mark.parametrize("command", [("render", "tram.argdown", "-o", "-"), ("show", "tram.argdown")])
def test_what_a_picture_does_not_follow_is_said(run, put, command):
    put("tram.argdown", DEBATE.replace("\n===\n\n", "\ndagre: {rankSep: 9}\nhtml: {headless: true}\n===\n"))
    result = run(*command)
    assert result.exit_code == 0
    notes = [line for line in result.stderr.splitlines() if line.startswith("note: tram.argdown:")]
    assert len(notes) == 2
    assert "`dagre`" in notes[0]
    assert run("convert", "tram.argdown", "--to", "json").stderr == ""


def test_many_notes_are_cut(run, put):
    settings = "".join(f"  s{number}: 1\n" for number in range(30))
    put("tram.argdown", DEBATE.replace("\n===\n\n", f"\nselection:\n{settings}===\n\n"))
    notes = [line for line in run("show", "tram.argdown").stderr.splitlines() if line.startswith("note: ")]
    assert len(notes) == 11
    assert notes[-1] == "note: and 20 more of this kind: see argmap check"


def test_findings_in_included_files_stand_together(run, put):
    put("main.argdown", f"{DEBATE}  - [Nowhere]\n\n@include(parts/a.argdown)\n\n[Cost]\n  + [Not there]\n")
    put("parts/a.argdown", "[Cost]: It costs much.\n  + [Missing]\n  + [Absent] // argmap: allow undefined-claim\n")
    result = run("check", "main.argdown", "--select", "undefined-claim", "--format", "github")
    told = [
        (line.split("file=")[1].split(",")[0], line.split("line=")[1].split(",")[0])
        for line in result.stdout.splitlines()
    ]
    assert told == [("main.argdown", "8"), ("main.argdown", "13"), ("parts/a.argdown", "2")]
    assert "1 file" in result.stderr


# --- pages of rules

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)


@every_rule
def test_an_example_in_argdown_tells_the_same(rule: Rule):
    found = [case for case in blocks(page_of(rule)) if case.language == "argdown"]
    for case in found:
        names = {item.name for item in findings(case.source, case.texts)}
        errors = {item.name for item in findings(case.source, case.texts) if item.severity == "error"}
        assert (rule.name in names) is (case.title == "Example")
        assert errors <= {rule.name}


@pytest.mark.parametrize("name", ["circular-support", "hidden-inference", "two-sentences", "support-and-attack"])
def test_pages_show_their_examples_in_argdown(run, name):
    page = run("rule", name).stdout
    assert page.count("In Argdown:\n") == 2
    assert f"// argmap: allow {name}" in page
    assert json.loads(run("rule", name, "--format", "json").stdout)["page"].count("```argdown") == 2


def test_slips_of_yaml_have_no_argdown_form(run):
    for name in ("yaml-tag", "unknown-field", "duplicate-key"):
        page = run("rule", name).stdout
        assert "Argdown:" not in page


def test_a_rule_for_argdown_alone(run):
    page = run("rule", "undefined-claim").stdout
    assert "In Argdown:\n" not in page
    assert "  # argmap" not in page
    assert "// argmap: allow undefined-claim" in page
