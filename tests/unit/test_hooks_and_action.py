"""The hooks for pre-commit and the GitHub action: what they say of themselves, and what they do in a repository."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from argmap.embed.documents import HOSTS
from argmap.project.discovery import MAP_SUFFIXES
from tests.documents import ROOT, blocks

HOOKS = {item["id"]: item for item in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "run" in step}
CI = ROOT / "examples" / "reports" / "ci"
PAGE = (ROOT / "docs" / "embedding-ci.md").read_text(encoding="utf-8")

MAP = """\
argmap: 1
questions:
  build: Should the town build a tram line?
claims:
  tram: {text: The town should build a tram line., answers: build}
  cost: {text: The line costs too much., attacks: tram}
"""
REPORT = "The council decides in May.\n\n```argmap file=../maps/tram.argmap.yaml\n```\n"
ENVIRONMENT = {
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
    "ARGMAP_CACHE": "",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "LC_ALL": "C.UTF-8",
    "PYTHONUTF8": "1",
}

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
needs_bash = pytest.mark.skipif(
    shutil.which("bash") is None or sys.platform == "win32", reason="there is no bash as GitHub has it"
)


@pytest.fixture
def repository(tmp_path):
    """A folder with a map and a document."""
    folder = tmp_path / "repository"
    (folder / ".git").mkdir(parents=True)
    for name, text in {"maps/tram.argmap.yaml": MAP, "text/report.md": REPORT, "README.md": "# Trams\n"}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def call(command, folder, **environment):
    return subprocess.run(
        command,
        cwd=folder,
        env={**ENVIRONMENT, "HOME": str(folder.parent), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


# --- hooks


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_is_described(name):
    hook = HOOKS[name]
    assert hook["language"] == "python"
    assert hook["entry"].split()[0] == "argmap"
    assert hook["description"].endswith(".")
    assert f"| `{name}` |" in PAGE


@pytest.mark.parametrize(
    "ending", [*MAP_SUFFIXES, *(item for host in HOSTS.values() for item in host.suffixes), ".svg", ".png", ".pdf"]
)
def test_a_commit_of_any_of_them_runs_the_hooks_on_documents(ending):
    for name in ("argmap-embed", "argmap-embed-check"):
        assert re.search(HOOKS[name]["files"], f"docs/report{ending}")
        assert re.search(HOOKS[name]["files"], f"docs/REPORT{ending.upper()}")
    assert bool(re.search(HOOKS["argmap-check"]["files"], f"docs/tram{ending}")) is (ending in MAP_SUFFIXES)


def git(folder, *arguments):
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = call(["git", *author, *arguments], folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def run_hook(name, folder):
    """Run a hook on what is staged, as pre-commit does: it fails by its status, or by changing a file of git."""
    hook = HOOKS[name]
    staged = git(folder, "diff", "--cached", "--name-only", "--diff-filter=ACMR", "-z").split("\0")
    files = [item for item in staged if item and re.search(hook["files"], item)]
    if not files:
        return None
    before = git(folder, "diff", "--no-ext-diff")
    words = shlex.split(hook["entry"]) + hook.get("args", [])
    done = call([sys.executable, "-m", *words, *(files if hook.get("pass_filenames", True) else [])], folder)
    return done.returncode or int(git(folder, "diff", "--no-ext-diff") != before), done.stdout + done.stderr


@pytest.fixture
def committed(repository):
    (repository / ".git").rmdir()
    git(repository, "init", "-q")
    git(repository, "add", "-A")
    return repository


@needs_git
def test_the_hook_for_maps(committed):
    assert run_hook("argmap-check", committed) == (0, "")
    (committed / "maps/tram.argmap.yaml").write_text(MAP.replace("attacks: tram", "attacks: tarm"), encoding="utf-8")
    git(committed, "add", "-A")
    status, said = run_hook("argmap-check", committed)
    assert status == 1
    assert "maps/tram.argmap.yaml:6:" in said
    git(committed, "commit", "-q", "-m", "All")
    (committed / "README.md").write_text("# More\n", encoding="utf-8")
    git(committed, "add", "-A")
    assert run_hook("argmap-check", committed) is None


@needs_git
def test_the_hook_that_lays_out(committed):
    assert run_hook("argmap-fmt", committed) == (0, "")
    (committed / "maps/tram.argmap.yaml").write_text(MAP.replace("argmap: 1", "argmap:   1"), encoding="utf-8")
    git(committed, "add", "-A")
    assert run_hook("argmap-fmt", committed)[0] == 1
    assert (committed / "maps/tram.argmap.yaml").read_text(encoding="utf-8") == MAP
    git(committed, "add", "-A")
    assert run_hook("argmap-fmt", committed)[0] == 0


@needs_git
def test_the_hook_that_makes_figures_stops_the_commit_until_they_are_added(committed):
    status, said = run_hook("argmap-embed", committed)
    assert status == 1
    assert "wrote text/report.md" in said
    git(committed, "add", "-A")
    assert "text/tram.svg" in git(committed, "ls-files").split()
    assert run_hook("argmap-embed", committed)[0] == 0
    git(committed, "commit", "-q", "-m", "All")
    (committed / "maps/tram.argmap.yaml").write_text(MAP.replace("too much", "nothing"), encoding="utf-8")
    git(committed, "add", "-A")
    assert run_hook("argmap-embed", committed)[0] == 1
    assert git(committed, "diff", "--name-only").split() == ["text/tram.svg"]
    git(committed, "add", "-A")
    assert run_hook("argmap-embed", committed)[0] == 0


@needs_git
def test_the_hook_that_only_looks(committed):
    status, said = run_hook("argmap-embed-check", committed)
    assert status == 1
    assert "text/report.md:3:1: error[AM610] missing-figure" in said
    assert git(committed, "status", "--porcelain").split("\n")[0].startswith("A ")
    assert run_hook("argmap-embed", committed)[0] == 1
    git(committed, "add", "-A")
    assert run_hook("argmap-embed-check", committed)[0] == 0


# --- the action


def test_the_action_uses_nothing_but_what_github_gives():
    used = [step["uses"] for step in ACTION["runs"]["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/setup-python@v\d+(\.\d+)*", item) for item in used)
    assert ACTION["runs"]["using"] == "composite"


def test_inputs_reach_the_shell_only_as_variables():
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"\binputs\.([\w-]+)", text)) == set(ACTION["inputs"])
    for step in STEPS.values():
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"


def test_inputs_are_documented():
    rows = dict(re.findall(r"(?m)^\| `([\w-]+)` \| .* \| (.*?) ?\|$", PAGE))
    told = {name: value.strip("`") for name, value in rows.items() if name in ACTION["inputs"]}
    assert told == {name: str(item["default"]) for name, item in ACTION["inputs"].items()}


@pytest.mark.parametrize(
    "text",
    [(CI / "argmap.yml").read_text(encoding="utf-8"),
     *(item.text for item in blocks(PAGE) if item.language == "yaml" and "runs-on" in item.text)],
)  # fmt: skip
def test_the_workflows_that_are_shown_fit(text):
    workflow = yaml.safe_load(text)
    (job,) = workflow["jobs"].values()
    checkout, ours = job["steps"]
    assert re.fullmatch(r"actions/checkout@v\d+", checkout["uses"])
    assert "/argmap@" in ours["uses"]
    assert set(ours["with"]) <= set(ACTION["inputs"])


@pytest.mark.parametrize(
    "text",
    [(CI / "pre-commit-config.yaml").read_text(encoding="utf-8"),
     *(item.text for item in blocks(PAGE) if item.language == "yaml" and item.text.startswith("repos:"))],
)  # fmt: skip
def test_the_configurations_of_hooks_that_are_shown_fit(text):
    (repository,) = yaml.safe_load(text)["repos"]
    assert {item["id"] for item in repository["hooks"]} <= set(HOOKS)


def step(name, folder, **inputs):
    """Run a step as GitHub does."""
    values = {key: str(item["default"]) for key, item in ACTION["inputs"].items()} | {
        key.replace("_", "-"): value for key, value in inputs.items()
    }
    known = {f"inputs.{key}": value for key, value in values.items()} | {"github.action_path": "/the/action"}

    def value(match):
        return known[match[1].strip()]

    environment = {key: re.sub(r"\$\{\{(.*?)\}\}", value, text) for key, text in STEPS[name]["env"].items()}
    script = folder.parent / f"{folder.name}-{name}.sh"
    script.write_text(STEPS[name]["run"], encoding="utf-8")
    return call(["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)], folder, **environment)


@needs_bash
def test_the_step_for_maps(repository):
    done = step("check", repository)
    assert (done.returncode, done.stdout) == (0, "")
    (repository / "maps/two words.argmap.yaml").write_text(MAP.replace("attacks: tram", "attacks: tarm"))
    done = step("check", repository)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=maps/two words.argmap.yaml,line=6,endLine=6,")
    assert "title=AM101 unknown-reference::" in done.stdout
    assert step("check", repository, paths="maps/two words.argmap.yaml\n").returncode == 1
    assert step("check", repository, paths="\nmaps/tram.argmap.yaml\n\n").returncode == 0
    assert step("check", repository, args="--ignore\nAM1,isolated-claim  --strict").returncode == 0


@needs_bash
def test_advice_fails_only_where_that_is_asked_for(repository):
    text = MAP.replace("attacks: tram", "supports: tram")
    (repository / "maps/tram.argmap.yaml").write_text(text, encoding="utf-8")
    done = step("check", repository)
    assert (done.returncode, done.stdout[:9]) == (0, "::notice ")
    assert step("check", repository, strict="true").returncode == 1


@needs_bash
def test_the_step_for_documents(repository):
    done = step("embed", repository)
    assert done.returncode == 1
    assert re.fullmatch(r"::error file=text/report.md,line=3,.*title=AM610 missing-figure::.*\n", done.stdout)
    assert step("embed", repository, documents="README.md").returncode == 0
    assert call([sys.executable, "-m", "argmap", "embed", "text/report.md"], repository).returncode == 0
    done = step("embed", repository)
    assert (done.returncode, done.stdout) == (0, "")
    (repository / "maps/tram.argmap.yaml").write_text(MAP.replace("too much", "nothing"), encoding="utf-8")
    done = step("embed", repository, documents="README.md\ntext/\n")
    assert done.returncode == 1
    assert "::error file=text/report.md,line=3," in done.stdout
    assert "AM609 stale-figure" in done.stdout


@needs_bash
@pytest.mark.parametrize("hostile", ["$(touch gone)", "`touch gone`", "; touch gone", "' ; touch gone", "--nothing"])
def test_inputs_run_nothing(repository, hostile):
    for name, key in (("check", "paths"), ("check", "args"), ("embed", "documents")):
        assert step(name, repository, **{key: hostile}).returncode not in (0, 1)
    assert step("check", repository, strict=hostile).returncode == 0
    assert not (repository / "gone").exists()


@needs_bash
@pytest.mark.parametrize(("version", "wanted"), [("", "/the/action"), ("0.1.0", "argmap==0.1.0")])
def test_what_is_installed(repository, version, wanted):
    program = repository.parent / "programs" / "python"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "import json, sys; print(json.dumps(sys.argv))" "$@"\n')
    program.chmod(0o755)
    script = STEPS["install"]["run"]
    done = call(["bash", "-eo", "pipefail", "-c", script], repository, VERSION=version, SOURCE="/the/action",
                PATH=f"{program.parent}{os.pathsep}{ENVIRONMENT['PATH']}")  # fmt: skip
    assert json.loads(done.stdout)[1:4] == ["-m", "pip", "install"]
    assert json.loads(done.stdout)[-1] == wanted
