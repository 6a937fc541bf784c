"""The example of a report in Markdown is fresh, and its figures are in it."""

import os
import subprocess
import sys

from markdown_it import MarkdownIt

from argmap.embed.signature import is_signed
from tests.documents import ROOT

FOLDER = ROOT / "examples/reports/markdown"


def test_it_is_fresh():
    command = [sys.executable, "-m", "argmap", "embed", "--check", "--clean", "report.md"]
    done = subprocess.run(
        command,
        cwd=FOLDER,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=os.environ | {"NO_COLOR": "1"},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 document, 3 figures: all fresh\n")


def test_its_figures_are_shown():
    shown = MarkdownIt("commonmark").render((FOLDER / "report.md").read_text(encoding="utf-8"))
    names = sorted(path.name for path in (FOLDER / "figures").iterdir())
    assert len(names) == 3
    for name in names:
        assert is_signed(FOLDER / "figures" / name)
        assert f'src="figures/{name}" alt="Argument map' in shown
