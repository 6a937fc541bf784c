"""Draws a map the way a user does, from the root of the project."""

import subprocess
import sys
from pathlib import Path

from tests.documents import ROOT


def drawn(arguments: list[str], folder: Path) -> str:
    """Run `argmap render` and return the SVG."""
    out = folder / "picture.svg"
    command = [sys.executable, "-m", "argmap", "render", *arguments, "-o", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return out.read_text(encoding="utf-8")
