"""`argmap merge-file`: by itself, and as the driver of real merges in git."""

import os
import shutil
import subprocess
import sys

import pytest

BASE = """\
argmap: 1
claims:
  tram: The town should build a tram line.
  faster: {text: A tram halves the trip., supports: tram}
  cost: {text: The line costs 40 million., attacks: tram}
"""
OURS = BASE.replace("halves", "shortens")
THEIRS = BASE.replace("40 million", "50 million")
BOTH = OURS.replace("40 million", "50 million")
OTHER = BASE.replace("halves", "doubles")


@pytest.fixture
def versions(put):
    """Write the three versions, and return their names in the order of the command."""

    def write(ours: str = OURS, theirs: str = THEIRS, base: str = BASE) -> list[str]:
        put("ours.argmap.yaml", ours)
        put("base.argmap.yaml", base)
        put("theirs.argmap.yaml", theirs)
        return ["ours.argmap.yaml", "base.argmap.yaml", "theirs.argmap.yaml"]

    return write


def text_of(here, name: str) -> str:
    return (here / name).read_bytes().decode()


def test_the_result_is_written_to_ours(run, here, versions):
    result = run("merge-file", *versions())
    assert (result.exit_code, result.output) == (0, "")
    assert text_of(here, "ours.argmap.yaml") == BOTH
    assert text_of(here, "base.argmap.yaml") == BASE
    assert text_of(here, "theirs.argmap.yaml") == THEIRS


def test_the_result_is_printed(run, here, versions):
    result = run("merge-file", *versions(), "-p")
    assert (result.exit_code, result.stdout) == (0, BOTH)
    assert text_of(here, "ours.argmap.yaml") == OURS


def test_bytes_at_the_beginning_and_line_ends_stay(run, here, versions):
    names = versions(ours="\ufeff" + OURS.replace("\n", "\r\n"))
    assert run("merge-file", *names).exit_code == 0
    assert text_of(here, "ours.argmap.yaml") == "\ufeff" + BOTH.replace("\n", "\r\n")


def test_a_conflict(run, here, versions):
    result = run(
        "merge-file",
        *versions(theirs=OTHER),
        "-L",
        "HEAD",
        "--marker-size",
        "5",
        "--diff3",
        "--path",
        "debate.argmap.yaml",
    )
    assert result.exit_code == 1
    assert result.stderr == "debate.argmap.yaml: conflict in claims.faster.text\n"
    faster = "  faster: {text: A tram %s the trip., supports: tram}\n"
    assert text_of(here, "ours.argmap.yaml") == BASE.replace(
        faster % "halves",
        "<<<<< HEAD\n"
        + faster % "shortens"
        + "||||| base\n"
        + faster % "halves"
        + "=====\n"
        + faster % "doubles"
        + ">>>>> theirs\n",
    )


def test_what_fits_together_as_text_and_not_as_a_map(run, here, versions):
    gone = BASE.replace("  faster: {text: A tram halves the trip., supports: tram}\n", "")
    names = versions(ours=gone, theirs=BASE + "  survey: {text: It was measured., supports: faster}\n")
    result = run("merge-file", *names, "--path", "debate.argmap.yaml")
    assert result.exit_code == 1
    assert "debate.argmap.yaml:5:46: error[AM101] unknown-reference" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("debate.argmap.yaml: the two versions fit together line by line")
    assert text_of(here, "ours.argmap.yaml") == gone + "  survey: {text: It was measured., supports: faster}\n"


def test_errors_that_were_there_already_stop_nobody(run, here, versions):
    broken = OURS + "  lost: {text: It leads nowhere., supports: nothing}\n"
    result = run("merge-file", *versions(ours=broken))
    assert (result.exit_code, result.output) == (0, "")


def test_files_that_cannot_be_read_as_yaml(run, here, versions):
    result = run("merge-file", *versions(theirs=THEIRS.replace("The line costs", "'The line costs")))
    assert result.exit_code == 1
    assert "conflict in the whole file" in result.stderr
    assert "no YAML" in result.stderr
    assert text_of(here, "ours.argmap.yaml").count("=======") == 1


def test_other_formats_are_refused(run, here, put):
    for name in ("ours.argdown", "base.argdown", "theirs.argdown"):
        put(name, "[A]: B.\n")
    result = run("merge-file", "ours.argdown", "base.argdown", "theirs.argdown")
    assert result.exit_code == 1
    assert "only maps in YAML can be merged" in result.stderr
    assert text_of(here, "ours.argdown") == "[A]: B.\n"


def test_wrong_usage_and_missing_files(run, versions):
    names = versions()
    assert run("merge-file", names[0], names[1]).exit_code == 2
    assert run("merge-file", *names, *["-L", "x"] * 4).exit_code == 2
    assert run("merge-file", *names, "--marker-size", "0").exit_code == 2
    result = run("merge-file", names[0], names[1], "nothing.argmap.yaml")
    assert result.exit_code == 3
    assert "nothing.argmap.yaml" in result.stderr


@pytest.fixture
def git(here, monkeypatch):
    """A repository in which maps are merged by argmap; a call gives the status of git and what it said."""
    if shutil.which("git") is None:
        pytest.skip("git is not on this machine")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(here))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")

    def call(*arguments: str) -> tuple[int, str]:
        done = subprocess.run(["git", *arguments], cwd=here, capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, done.stdout + done.stderr

    call("init", "-q", "-b", "main")
    call("config", "user.name", "A tester")
    call("config", "user.email", "tester@example.org")
    python = sys.executable.replace("\\", "/")
    call("config", "merge.argmap.driver", f"'{python}' -m argmap merge-file %A %O %B --marker-size %L --path %P")
    return call


@pytest.mark.parametrize(("theirs", "status"), [(THEIRS, 0), (OTHER, 1)])
def test_a_merge_in_git(git, put, here, theirs, status):
    put(".gitattributes", "*.argmap.yaml merge=argmap\n")
    for branch, text in (("main", BASE), ("topic", theirs), ("main", OURS)):
        git("checkout", "-q", *(["-b"] if branch == "topic" else []), branch)
        put("debates/tram.argmap.yaml", text)
        git("add", ".")
        assert git("commit", "-q", "-m", f"on {branch}")[0] == 0
    found, said = git("merge", "topic", "-m", "both")
    assert found == status, said
    merged = text_of(here, "debates/tram.argmap.yaml")
    if status:
        assert "debates/tram.argmap.yaml: conflict in claims.faster.text" in said
        assert merged.count("<<<<<<<") == 1
    else:
        assert merged == BOTH
