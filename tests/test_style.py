"""The code is in the form that the project agreed on: ruff's rules, ruff's layout, strict types."""

import re
import subprocess
import sys

import pytest

from tests.documents import ROOT


@pytest.mark.parametrize(
    "command", [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]], ids=lambda command: command[0]
)
def test_style(command):
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_group_is_possessive():
    """Python before 3.11.5 loses matches of `(...)*+` where there is something to try again inside."""
    for path in (ROOT / "argmap").rglob("*.py"):
        assert not re.search(r"\)(?:\+\+|\*\+|\?\+)", path.read_text(encoding="utf-8")), path
