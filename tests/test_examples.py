"""The examples: their maps are clean, their commands draw them, and the committed pictures are those drawings."""

import re
import subprocess
import sys

import pytest

from tests.documents import ROOT, Shell, blocks
from tests.generated import REVIEW, pictures
from tests.pictures import content

EXAMPLES = sorted(path.parent for path in ROOT.glob("examples/*/README.md") if path.parent != REVIEW)


def test_there_are_examples():
    assert len(EXAMPLES) >= 3


def test_all_maps_of_the_project_are_clean():
    command = [sys.executable, "-m", "argmap", "check", "arguments", "examples"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_the_command_of_an_example_draws_its_picture(folder, tmp_path):
    readme = (folder / "README.md").read_text(encoding="utf-8")
    picture = next(path for path in pictures() if path.parent == folder)
    shell = Shell(tmp_path)
    copy = tmp_path / picture.relative_to(ROOT)
    copy.unlink()
    commands = [block.text for block in blocks(readme) if block.language == "sh"]
    assert len(commands) == 1
    output = shell.run(commands[0])
    assert shell.status == 0, output
    assert content(copy.read_text(encoding="utf-8")) == content(picture.read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_the_readme_of_an_example_shows_its_picture(folder):
    readme = (folder / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", readme)
    assert shown == [path.name for path in pictures() if path.parent == folder]


def test_the_review_of_a_draft_is_what_its_commands_write(tmp_path):
    shell = Shell(tmp_path)
    copies = [tmp_path / "examples/review" / name for name in ("diff.md", "diff.svg")]
    for path in copies:
        path.unlink()
    readme = (REVIEW / "README.md").read_text(encoding="utf-8")
    [commands] = [block.text for block in blocks(readme) if block.language == "sh"]
    output = shell.run(commands)
    assert shell.status == 0, output
    assert copies[0].read_text(encoding="utf-8") == (REVIEW / "diff.md").read_text(encoding="utf-8")
    assert content(copies[1].read_text(encoding="utf-8")) == content((REVIEW / "diff.svg").read_text(encoding="utf-8"))
