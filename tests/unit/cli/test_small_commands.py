"""`show`, `convert`, `new`, `schema`, `rule`, `formats` and `completion`."""

import json
import re

import pytest

from argmap.cli.page import plain_page
from argmap.formats import FORMATS
from argmap.rules import RULES
from tests.unit.cli.conftest import BROKEN, SOUND

# --- show


def test_show(run, put):
    put("tram.argmap.yaml")
    result = run("show", "tram.argmap.yaml")
    assert result.exit_code == 0
    for words in ("Should a town build a tram?", "Build the tram", "Too expensive", "Faster trips"):
        assert words in result.stdout
    assert "\x1b" not in result.stdout
    assert "\x1b[" in run("show", "tram.argmap.yaml", "--color", "always").stdout
    assert "Build the tram" in run("show", "-", input=SOUND).stdout


@pytest.mark.parametrize("width", [20, 40, 70])
def test_show_keeps_to_the_width(run, put, width):
    put("tram.argmap.yaml")
    lines = run("show", "tram.argmap.yaml", "--width", str(width)).stdout.splitlines()
    assert max(map(len, lines)) <= max(width, 40)


def test_show_in_ascii(process, put):
    put("tram.argmap.yaml")
    done = process("show", "tram.argmap.yaml", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"\\u" not in done.stdout


def test_show_of_a_faulty_map(run, put):
    put("tram.argmap.yaml", BROKEN)
    result = run("show", "tram.argmap.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[AM101]" in result.stderr
    assert run("show", "missing").exit_code == 3


# --- convert


def test_convert_to_standard_output_and_back(run, put, here):
    put("tram.argmap.yaml")
    result = run("convert", "tram.argmap.yaml", "--to", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["argmap"] == 1
    again = run("convert", "-", "--from", "json", "--to", "json", input=result.stdout)
    assert again.stdout == result.stdout
    assert run("convert", "tram.argmap.yaml", "-o", "x.json").stderr == "wrote x.json\n"
    assert (here / "x.json").read_text(encoding="utf-8") == result.stdout


def test_convert_several_maps(run, put, here):
    put("in/a.argmap.yaml")
    put("in/sub/b.argmap.yaml")
    result = run("convert", "in", "-o", "out/", "--to", "json", "-q")
    assert (result.exit_code, result.output) == (0, "")
    end = FORMATS["json"].suffixes[0]
    assert sorted(path.relative_to(here / "out").as_posix() for path in (here / "out").rglob("*.json")) == [
        f"a{end}",
        f"sub/b{end}",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.argmap.yaml"], "Name the format with --to"),
        (["a.argmap.yaml", "--to", "jsn"], "Did you mean 'json'?"),
        (["a.argmap.yaml", "--to", "word"], "there is no format to write called 'word'"),
        (["a.argmap.yaml", "-o", "x.svg"], "does not tell the format"),
        (["a.argmap.yaml", "-o", "out/"], "Name the format with --to"),
        ([".", "--to", "json"], "name a folder"),
    ],
)
def test_convert_wrong_usage(run, put, arguments, message):
    put("a.argmap.yaml")
    put("b.argmap.yaml")
    result = run("convert", *arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


def test_convert_refuses_faulty_maps_and_its_inputs(run, put):
    put("a.argmap.yaml", BROKEN)
    assert run("convert", "a.argmap.yaml", "--to", "json").exit_code == 1
    put("a.argmap.yaml")
    assert run("convert", "a.argmap.yaml", "--to", "json", "-o", "a.argmap.yaml").exit_code == 3


# --- new


def test_new_writes_a_map_that_is_all_clear(run, here):
    result = run("new", "tram")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "wrote tram.argmap.yaml" in result.stderr
    result = run("check", "--strict")
    assert result.exit_code == 0, result.output


def test_new_never_replaces_unless_forced(run, put):
    path = put("tram.argmap.yaml")
    result = run("new", "tram")
    assert result.exit_code == 3
    assert "hint: --force replaces it" in result.stderr
    assert path.read_text(encoding="utf-8") == SOUND
    assert run("new", "tram.argmap.yaml", "--force").exit_code == 0
    assert path.read_text(encoding="utf-8") != SOUND


def test_new_to_standard_output(run):
    result = run("new", "-")
    assert result.stdout.startswith("#") or "argmap: 1" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(("name", "status"), [("sub/tram", 3), ("x/", 2), (".", 2), ("a.b", 0), ("ü x", 0)])
def test_new_names(run, name, status):
    assert run("new", name).exit_code == status


# --- schema


def test_schema(run, here):
    result = run("schema")
    assert result.exit_code == 0
    assert "properties" in json.loads(result.stdout)
    assert run("schema", "-o", "s.json").exit_code == 0
    assert (here / "s.json").read_text(encoding="utf-8") == result.stdout


# --- rule


def test_every_rule_is_listed_with_its_sentence(run):
    lines = run("rule").stdout.splitlines()
    assert len(lines) == len(RULES)
    assert lines == sorted(lines)
    for rule in RULES.values():
        assert any(rule.code in line and f" {rule.name} " in line and rule.summary in line for line in lines)


@pytest.mark.parametrize("name", list(RULES))
def test_every_rule_is_explained(run, name):
    result = run("rule", name)
    assert result.exit_code == 0
    aside = "" if RULES[name].is_by_default else ", only if selected"
    assert result.stdout.startswith(f"{name} ({RULES[name].code}, {RULES[name].severity}{aside})\n")
    assert ("argmap check --select" in result.stdout.split("Better:")[-1]) is bool(aside)
    assert not re.search(r"(?m)^```|^`{4}", result.stdout)
    assert ("argmap check --ignore" in result.stdout) is (
        RULES[name].may_be_left_out and not RULES[name].is_of_documents and RULES[name].is_by_default
    )
    assert run("rule", RULES[name].code.lower()).stdout == result.stdout


def test_rule_as_data_and_slips(run):
    found = json.loads(run("rule", "AM101", "--format", "json").stdout)
    assert (found["name"], found["by_default"]) == ("unknown-reference", True)
    assert json.loads(run("rule", "open-critical-question", "--format", "json").stdout)["by_default"] is False
    assert len(json.loads(run("rule", "--format", "json").stdout)) == len(RULES)
    result = run("rule", "isolated-clam")
    assert result.exit_code == 2
    assert "Did you mean 'isolated-claim'?" in result.stderr


def test_a_page_in_the_terminal():
    text = (
        "# Head\n\nSome `words` that are long enough to be wrapped\nat a width.\n\n"
        "- one item that is long\n  and goes on\n- two\n\n```yaml\na:   1\n\nb: 2\n```\n\nEnd.\n"
    )
    assert plain_page(text, 24, colour=False) == (
        "Head:\n\nSome `words` that are\nlong enough to be\nwrapped at a width.\n\n"
        "- one item that is long\n  and goes on\n- two\n\n    a:   1\n\n    b: 2\n\nEnd.\n"
    )
    assert "\x1b[1mHead\x1b[0m" in plain_page(text, 24, colour=True)


def test_code_in_code_names_of_files_and_commands_in_the_terminal():
    text = "````markdown report.md\n```argmap file=x\n# x\n```\n````\n\n```sh\nargmap embed report.md\n```\n"
    assert plain_page(text, 80, colour=False) == (
        "report.md:\n    ```argmap file=x\n    # x\n    ```\n\n    $ argmap embed report.md\n"
    )


# --- formats, completion


def test_formats(run):
    result = run("formats")
    assert result.exit_code == 0
    for name, item in FORMATS.items():
        row = next(line for line in result.stdout.splitlines() if line.startswith(f"{name} "))
        assert row.split()[1:3] == ["yes" if item.read else "-", "yes" if item.write else "-"]
    assert "png" in result.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run, shell, monkeypatch):
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_ARGMAP_COMPLETE" in result.stdout
    assert f"argmap completion {shell}" in result.stderr
    monkeypatch.setenv("SHELL", f"/usr/bin/{shell}")
    assert run("completion").stdout == result.stdout
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    assert run("completion").exit_code == 2
