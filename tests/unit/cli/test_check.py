"""`argmap check`, from arguments to exit status."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.unit.cli.conftest import BROKEN, SOUND


def test_all_clear(run, put):
    put("tram.argmap.yaml")
    result = run("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "All clear: 1 file, 3 claims\n"
    assert run("check", "-q").output == ""


def test_findings_of_all_files_in_one_run(run, put):
    put("a.argmap.yaml", BROKEN)
    put("b/b.argmap.yaml", BROKEN)
    put("c.argmap.yaml")
    result = run("check")
    assert result.exit_code == 1
    assert "a.argmap.yaml:13:" in result.stdout
    assert "error[AM101] unknown-reference" in result.stdout
    assert f"{Path('b', 'b')}.argmap.yaml:13:" in result.stdout
    assert "did you mean `tram`?" in result.stdout
    assert "\x1b" not in result.output
    assert "2 errors" in result.stderr
    assert "in 3 files" in result.stderr


def test_standard_input(run):
    result = run("check", "-", input=BROKEN)
    assert result.exit_code == 1
    assert "<stdin>:13:" in result.stdout


def test_a_file_that_is_not_there_does_not_hide_the_others(run, put):
    put("a.argmap.yaml", BROKEN)
    result = run("check", "missing.argmap.yaml", "a.argmap.yaml")
    assert result.exit_code == 3
    assert "error: cannot read `missing.argmap.yaml`" in result.stderr
    assert "a.argmap.yaml:13:" in result.stdout


def test_a_folder_without_maps(run):
    result = run("check")
    assert result.exit_code == 3
    assert "error: there is no map in ." in result.stderr


ADVICE = SOUND.replace("title: Faster trips, ", "").replace("A tram halves the trip.", "It is fast. It is cheap.")


def test_advice_alone_is_clean_unless_strict(run, put):
    put("tram.argmap.yaml", ADVICE)
    result = run("check", "--select", "AM402")
    assert result.exit_code == 0
    assert "advice[AM402]" in result.stdout
    assert "1 piece of advice in 1 file" in result.stderr
    assert run("check", "--select", "AM402", "--strict").exit_code == 1
    put("argmap.toml", "strict = true\nselect = ['AM402']\n")
    assert run("check").exit_code == 1
    assert run("check", "--no-config", "--select", "AM402").exit_code == 0


def test_select_and_ignore(run, put):
    put("tram.argmap.yaml", BROKEN)
    assert run("check", "--select", "AM4").exit_code == 0
    assert run("check", "--ignore", "AM101").stdout.count("AM101") == 0
    assert run("check", "--ignore", "AM1,AM2", "--ignore", "unknown-reference").exit_code == 0
    result = run("check", "--select", "unknown-referense")
    assert result.exit_code == 2
    assert "Did you mean 'unknown-reference'?" in result.stderr


def test_a_faulty_configuration_is_a_finding(run, put):
    put("tram.argmap.yaml")
    put("argmap.toml", "selct = []\n")
    result = run("check")
    assert result.exit_code == 1
    assert "argmap.toml:1:1: error[AM901] invalid-configuration: there is no setting `selct`" in result.stdout
    assert run("check", "--config", "none.toml").exit_code == 3
    assert run("check", "--config", "argmap.toml", "--no-config").exit_code == 2
    assert run("check", "--no-config", "--config", "argmap.toml").exit_code == 2


def test_machine_reports_stand_alone_on_standard_output(run, put):
    put("tram.argmap.yaml", BROKEN)
    data = json.loads(run("check", "--format", "json").stdout)
    assert data["diagnostics"][0]["name"] == "unknown-reference"
    sarif = json.loads(run("check", "--format", "sarif").stdout)
    rules = sarif["runs"][0]["tool"]["driver"]["rules"]
    assert len(rules) >= 30
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
    assert run("check", "--format", "github").stdout.startswith("::error file=tram.argmap.yaml,line=13,")


def test_a_report_in_a_file(run, put, here):
    put("tram.argmap.yaml", BROKEN)
    result = run("check", "--format", "json", "-o", "report.json", "--color", "always")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "wrote report.json" in result.stderr
    assert json.loads((here / "report.json").read_text())["version"] == 1
    assert run("check", "-o", "tram.argmap.yaml").exit_code == 3
    assert (here / "tram.argmap.yaml").read_text(encoding="utf-8") == BROKEN
    assert "its folder is not there" in run("check", "-o", "none/report").stderr


def test_statistics(run, put):
    put("a.argmap.yaml", BROKEN)
    put("b.argmap.yaml", BROKEN)
    result = run("check", "--statistics")
    assert result.exit_code == 1
    assert "2  AM101  error    unknown-reference\n" in result.stdout
    assert run("check", "--statistics", "--format", "json").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "0"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--format", "github"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours(run, put, monkeypatch, *, arguments, environment, coloured):
    put("tram.argmap.yaml", BROKEN)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check", *arguments).stdout) is coloured


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"a: [", b"- x\n- y", b"{}", b"%", b"!!python/x y"]
)
def test_whatever_is_in_a_file_there_is_a_finding(run, here, data):
    (here / "x.argmap.yaml").write_bytes(data)
    result = run("check")
    assert result.exit_code == 1, result.output
    assert "x.argmap.yaml:1:" in result.stdout
    assert "internal" not in result.stderr


# --- mending


@pytest.fixture
def mendable(monkeypatch):
    """A stand-in for the rules: the word WRONG is a finding with a safe fix."""
    from argmap import pipeline
    from argmap.core.diagnostics import Edit, Fix, finding
    from argmap.core.source import Span

    def check(loaded, settings):
        text, found, at = loaded.source.text, [], loaded.source.text.find("WRONG")
        while at >= 0:
            span = Span(loaded.source, at, at + 5)
            found.append(finding("repeated-title", "wrong", span, fix=Fix("Right it", (Edit(span, "right"),))))
            at = text.find("WRONG", at + 1)
        return found

    monkeypatch.setattr(pipeline, "check", check)


WRONG = SOUND.replace("halves the trip", "WRONG WRONG")


def test_fix_writes_the_file_and_says_so(run, put, mendable):
    path = put("tram.argmap.yaml", WRONG.replace("\n", "\r\n"))
    path.chmod(0o640)
    before = run("check")
    assert before.exit_code == 1
    assert "2 can be mended with --fix" in before.stderr
    assert "= fix available: Right it" in before.stdout
    result = run("check", "--fix")
    assert result.exit_code == 0
    assert result.stderr == "Fixed 2 findings in 1 file.\nAll clear: 1 file, 3 claims\n"
    assert path.read_bytes().decode() == WRONG.replace("WRONG", "right").replace("\n", "\r\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [item.name for item in path.parent.iterdir()] == ["tram.argmap.yaml"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_fix_keeps_the_encoding(run, here, mendable, encoding):
    path = here / "tram.argmap.yaml"
    path.write_bytes(WRONG.encode(encoding))
    assert run("check", "--fix").exit_code == 0
    assert path.read_bytes() == WRONG.replace("WRONG", "right").encode(encoding)


def test_fix_follows_a_link(run, put, here, mendable):
    real = put("real/tram.argmap.yaml", WRONG)
    link = here / "link.argmap.yaml"
    link.symlink_to(real)
    run("check", "--fix", "link.argmap.yaml")
    assert link.is_symlink()
    assert "WRONG" not in real.read_text(encoding="utf-8")


def test_fix_leaves_a_file_without_fixes_alone(run, put, mendable):
    path = put("tram.argmap.yaml")
    before = path.stat().st_mtime_ns
    run("check", "--fix")
    assert path.stat().st_mtime_ns == before


def test_fix_of_standard_input_goes_to_standard_output(run, mendable):
    result = run("check", "--fix", "-", input=WRONG)
    assert result.stdout == WRONG.replace("WRONG", "right")
    assert "Fixed 2 findings" in result.stderr


def test_fix_writes_whole_files_or_none(run, put, mendable, monkeypatch):
    path = put("tram.argmap.yaml", WRONG)

    def fail(number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    result = run("check", "--fix")
    assert result.exit_code == 3
    assert "error: cannot write tram.argmap.yaml: No space left on device" in result.stderr
    assert path.read_text(encoding="utf-8") == WRONG
    assert [item.name for item in path.parent.iterdir()] == ["tram.argmap.yaml"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everything")
def test_fix_of_a_file_that_may_not_be_written(run, put, mendable):
    path = put("tram.argmap.yaml", WRONG)
    path.chmod(0o400)
    result = run("check", "--fix")
    assert result.exit_code == 3
    assert path.read_text(encoding="utf-8") == WRONG


def test_diff_shows_and_changes_nothing(run, put, mendable):
    path = put("tram.argmap.yaml", WRONG)
    result = run("check", "--diff")
    assert result.exit_code == 1
    assert result.stdout.startswith("--- tram.argmap.yaml\n+++ tram.argmap.yaml (fixed)\n@@")
    assert "\n-  faster: {text: A tram WRONG WRONG.," in result.stdout
    assert "\n+  faster: {text: A tram right right.," in result.stdout
    assert path.read_text(encoding="utf-8") == WRONG
    put("tram.argmap.yaml")
    assert run("check", "--diff").exit_code == 0
    assert run("check", "--diff", "--fix").exit_code == 2
