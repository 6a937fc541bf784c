"""`argmap diff`: files, standard input and revisions of git, every output, and what is refused."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.unit.cli.conftest import BROKEN, SOUND

NEW = (
    SOUND.replace("A tram halves the trip.", "A tram nearly halves the trip.")
    .replace("cost: {text", "price: {text")
    .replace("members: [cost]", "members: [price]")
    .replace("supports: tram, by: mayor, tags", "attacks: tram, by: mayor, tags")
)


def git(*words: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *words],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull},
    )
    return done.stdout.strip()


@pytest.fixture
def maps(put):
    put("old.argmap.yaml")
    put("new.argmap.yaml", NEW)
    put("broken.argmap.yaml", "argmap: 1\nclaims: [\n")


@pytest.fixture
def repository(here, put, monkeypatch):
    """A repository with two commits of `debates/tram.argmap.yaml`, in whose folder the commands are called."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    git("init", "-q", "-b", "main", ".")
    put("debates/tram.argmap.yaml")
    git("add", ".")
    git("commit", "-qm", "One")
    git("tag", "first")
    put("debates/tram.argmap.yaml", NEW)
    git("commit", "-qam", "Two")
    monkeypatch.chdir(here / "debates")
    return here


def test_two_files(run, maps):
    result = run("diff", "old.argmap.yaml", "new.argmap.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "2 claims changed; 1 relation changed.\n"
        "\n"
        "Claims\n"
        "  ~ “Faster trips” (faster)\n"
        "      text: A tram {+nearly+} halves the trip.\n"
        "  ~ “Too expensive” (price)\n"
        "      renamed: cost → price\n"
        "\n"
        "Relations\n"
        "  ~ “Faster trips” attacks “Build the tram” (faster -> tram)\n"
        "      turned: support → attack\n"
    )


def test_nothing_changed_and_the_status_that_is_asked_for(run, maps):
    assert run("diff", "old.argmap.yaml", "old.argmap.yaml").stdout == "Nothing changed in the debate.\n"
    assert run("diff", "old.argmap.yaml", "old.argmap.yaml", "--exit-code").exit_code == 0
    assert run("diff", "old.argmap.yaml", "new.argmap.yaml", "--exit-code").exit_code == 1


def test_colours_only_where_they_are_wanted(run, maps):
    pair = ("diff", "old.argmap.yaml", "new.argmap.yaml")
    assert "\x1b[" in run(*pair, "--color", "always").stdout
    assert "\x1b[" not in run(*pair).stdout


def test_standard_input_on_either_side(run, maps):
    assert "renamed: cost → price" in run("diff", "-", "new.argmap.yaml", input=SOUND).stdout
    assert "renamed: price → cost" in run("diff", "new.argmap.yaml", "-", input=SOUND).stdout
    assert run("diff", "-", "-", input=SOUND).exit_code == 2


def test_formats(run, maps, here):
    pair = ("diff", "old.argmap.yaml", "new.argmap.yaml")
    assert (
        "- Changed: “Faster trips” `faster`\n    - text: A tram **nearly** halves"
        in run(*pair, "-f", "markdown").stdout
    )
    told = json.loads(run(*pair, "-f", "json", "--evaluate", "grounded").stdout)
    assert [item["old"] for item in told["claims"]["changed"]] == ["faster", "cost"]
    assert (told["old"], told["new"]) == ("old.argmap.yaml", "new.argmap.yaml")
    assert told["verdicts"] == {"title": "grounded semantics", "changed": []}
    result = run(*pair, "-o", "diff.md")
    assert (result.stdout, result.stderr) == ("", "wrote diff.md\n")
    assert (here / "diff.md").read_text(encoding="utf-8").startswith("## What changed in the debate: Should a town")
    assert run(*pair, "-o", "diff.xyz").exit_code == 2


@pytest.mark.parametrize(("name", "start"), [("diff.svg", b"<svg"), ("diff.png", b"\x89PNG"), ("diff.pdf", b"%PDF")])
def test_pictures(run, maps, here, name, start):
    result = run("diff", "old.argmap.yaml", "new.argmap.yaml", "-o", name, "--theme", "print", "--fit", "a4")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (here / name).read_bytes().startswith(start)


def test_the_picture_shows_both_maps(run, put, here):
    put("old.argmap.yaml")
    put("new.argmap.yaml", re.sub("  cost:.*\n", "", SOUND).replace("members: [cost]", "members: [faster]"))
    assert run("diff", "old.argmap.yaml", "new.argmap.yaml", "-o", "diff.svg").exit_code == 0
    picture = (here / "diff.svg").read_text(encoding="utf-8")
    assert "Too expensive" in picture
    assert "removed" in picture


def test_what_stands(run, put):
    put("old.argmap.yaml", SOUND.replace("attacks: tram", "supports: tram"))
    put("new.argmap.yaml")
    result = run("diff", "old.argmap.yaml", "new.argmap.yaml", "--evaluate", "grounded")
    assert "✗ “Build the tram” (tram) falls; it stood before" in result.stdout
    assert "because “Too expensive” attacks “Build the tram” now" in result.stdout
    strengths = run("diff", "old.argmap.yaml", "new.argmap.yaml", "--evaluate", "df-quad").stdout
    assert "“Build the tram” (tram) 0.88 → 0.50" in strengths


def test_a_map_that_cannot_be_read_is_told_as_check_tells_it(run, maps):
    result = run("diff", "old.argmap.yaml", "broken.argmap.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "broken.argmap.yaml:" in result.stderr
    assert "error[AM0" in result.stderr


def test_a_map_with_a_reference_that_leads_nowhere_is_compared(run, maps, put):
    put("lost.argmap.yaml", BROKEN)
    result = run("diff", "old.argmap.yaml", "lost.argmap.yaml")
    assert result.exit_code == 0
    assert "aimed elsewhere: before, at “Build the tram”" in result.stdout


def test_argdown_is_compared_with_yaml(run, put):
    put("a.argdown", "[Tram]: The town should build a tram line.\n  + [Fast]: It is fast.\n")
    put("b.argdown", "[Tram]: The town should build a tram line.\n  - [Fast]: It is fast.\n")
    result = run("diff", "a.argdown", "b.argdown")
    assert "turned: support → attack" in result.stdout
    run("convert", "b.argdown", "-o", "b.argmap.yaml")
    assert "turned" not in run("diff", "b.argdown", "b.argmap.yaml").stdout


@pytest.mark.parametrize(
    "words",
    [
        ("first", "--", "tram.argmap.yaml"),
        ("HEAD~1", "--", "tram.argmap.yaml"),
        ("HEAD~1", "tram.argmap.yaml"),
        ("HEAD~1", "HEAD", "--", "tram.argmap.yaml"),
        ("HEAD~1..HEAD", "--", "tram.argmap.yaml"),
        ("HEAD~1..", "--", "tram.argmap.yaml"),
        ("first...main", "--", "tram.argmap.yaml"),
        ("first:debates/tram.argmap.yaml", "tram.argmap.yaml"),
        ("first:./tram.argmap.yaml", "HEAD:./tram.argmap.yaml"),
        ("first:./tram.argmap.yaml", ":./tram.argmap.yaml"),
    ],
    ids=" ".join,
)
def test_revisions(run, repository, words):
    result = run("diff", *words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("2 claims changed; 1 relation changed.\n")


@pytest.mark.parametrize(
    "words", [("tram.argmap.yaml",), ("--", "tram.argmap.yaml"), ("HEAD", "--", "tram.argmap.yaml")]
)
def test_since_the_last_commit(run, repository, put, words):
    assert run("diff", *words).stdout == "Nothing changed in the debate.\n"
    put("debates/tram.argmap.yaml")
    assert run("diff", *words).stdout.startswith("2 claims changed")


def test_a_file_that_is_gone_is_compared_in_its_revisions(run, repository):
    Path("tram.argmap.yaml").unlink()
    assert run("diff", "first", "main", "--", "tram.argmap.yaml").stdout.startswith("2 claims changed")
    assert run("diff", "--", "tram.argmap.yaml").exit_code == 3


def test_a_file_of_another_folder(run, repository, monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run("diff", "first", "--", str(repository / "debates/tram.argmap.yaml")).stdout.startswith("2 claims")


def test_what_an_old_text_includes_is_as_old(run, repository, put):
    put("debates/whole.argdown", "[Tram]: The town should build a tram line.\n\n@include(part.argdown)\n")
    put("debates/part.argdown", "[Fast]: It is fast.\n  + [Tram]\n")
    git("add", ".")
    git("commit", "-qm", "Three")
    put("debates/part.argdown", "[Fast]: It is fast.\n  - [Tram]\n")
    assert "turned: support → attack" in run("diff", "--", "whole.argdown").stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("frist", "--", "tram.argmap.yaml"), "did you mean `first`?"),
        (("HEAD~9", "--", "tram.argmap.yaml"), "there is no revision `HEAD~9`"),
        (("HEAD", "--", "other.argmap.yaml"), "`HEAD` does not have the file other.argmap.yaml"),
        (("first:tram.argmap.yaml", "tram.argmap.yaml"), "first:./tram.argmap.yaml"),
        (("first:../debates", "tram.argmap.yaml"), "this is no file"),
        (("first:--output=x", "tram.argmap.yaml"), "there is no `--output=x` in `first`"),
        (("frist...main", "--", "tram.argmap.yaml"), "there is no revision `frist`"),
    ],
)
def test_what_git_does_not_have(run, repository, words, message):
    result = run("diff", *words)
    assert (result.exit_code, result.stdout) == (3, "")
    assert message in result.stderr


def test_a_revision_is_never_an_option_of_git(run, repository):
    result = run("diff", "--", "-x", "--output=taken", "tram.argmap.yaml")
    assert result.exit_code == 2
    result = run("diff", "--output=taken...HEAD:x", "tram.argmap.yaml", "--", "tram.argmap.yaml")
    assert result.exit_code in (2, 3)
    from argmap.core.errors import ArgmapError
    from argmap.project import git as room

    for word in ("--output=taken", "-x", "--all"):
        with pytest.raises(ArgmapError, match="there is no revision"):
            room.committed(word, "tram.argmap.yaml")
    assert not list(repository.rglob("taken*"))


def test_outside_a_repository(run, maps, monkeypatch, here):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    result = run("diff", "old.argmap.yaml")
    assert result.exit_code == 3
    assert "argmap diff OLD NEW" in result.stderr


def test_without_git(run, maps, monkeypatch, here):
    monkeypatch.setenv("PATH", str(here))
    assert run("diff", "old.argmap.yaml", "new.argmap.yaml").exit_code == 0
    result = run("diff", "HEAD", "--", "old.argmap.yaml")
    assert result.exit_code == 3
    assert "the program git is not at hand" in result.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "Name two maps"),
        (("a", "b", "c", "d"), "Name two maps"),
        (("--", "a", "b"), "Name one file behind --"),
        (("HEAD", "--", "-"), "Revisions are those of a file"),
        (("old.argmap.yaml", "new.argmap.yaml", "--support", "ignore"), "name a semantics with --evaluate"),
        (("old.argmap.yaml", "new.argmap.yaml", "--evaluate", "groundd"), "Did you mean 'grounded'?"),
        (("old.argmap.yaml", "new.argmap.yaml", "-o", "folder/"), "a comparison is one file"),
    ],
)
def test_wrong_usage(run, maps, words, message):
    result = run("diff", *words)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


def test_no_input_is_overwritten(run, maps, here):
    result = run("diff", "old.argmap.yaml", "new.argmap.yaml", "-f", "json", "-o", "old.argmap.yaml")
    assert result.exit_code == 3
    assert (here / "old.argmap.yaml").read_text(encoding="utf-8") == SOUND


def test_a_missing_file(run, maps):
    assert run("diff", "nowhere.argmap.yaml", "new.argmap.yaml").exit_code == 3
