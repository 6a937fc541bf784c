"""The example in LaTeX: its figures are fresh, fit for print, and LaTeX takes them."""

import re
import shutil
import subprocess
import sys

import pytest
from pypdf import PdfReader

from tests.documents import ROOT

FOLDER = ROOT / "examples" / "reports" / "latex"
TEXT = (FOLDER / "lake.tex").read_text(encoding="utf-8")


def embed(folder, *options):
    command = [sys.executable, "-m", "argmap", "embed", "lake.tex", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "latex")


def paths():
    return re.findall(r"\\includegraphics\[[^\]]*\]\{([^}]*)\}", TEXT)


def test_the_figures_are_there():
    assert paths() == ["fig-lake.pdf", "fig-ferry.pdf"]
    assert all((FOLDER / path).is_file() for path in paths())


def fonts_of(resources):
    for font in resources.get("/Font", {}).values():
        yield font.get_object()
    for inner in resources.get("/XObject", {}).values():
        yield from fonts_of(inner.get_object().get("/Resources", {}))


@pytest.mark.parametrize("path", paths())
def test_a_figure_has_its_fonts_and_its_text(path):
    page = PdfReader(FOLDER / path).pages[0]
    fonts = list(fonts_of(page["/Resources"]))
    assert fonts
    for font in fonts:
        below = [item.get_object() for item in font.get("/DescendantFonts", [font])]
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(item["/FontDescriptor"].keys()) for item in below)
    assert "A ban on motors stops the ferry" in " ".join(page.extract_text().split())


def test_everything_is_fresh(copy):
    done = embed(copy, "--check")
    assert done.returncode == 0, done.stderr


def test_a_second_run_changes_nothing(copy):
    done = embed(copy)
    assert done.returncode == 0, done.stderr
    for path in FOLDER.iterdir():
        assert (copy / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_change_of_the_map_is_told(copy):
    map_file = copy / "lake.argmap.yaml"
    map_file.write_text(
        map_file.read_text(encoding="utf-8").replace("Close the lake", "Keep motors out"), encoding="utf-8"
    )
    done = embed(copy, "--check")
    assert done.returncode == 1
    assert re.search(r"lake\.tex:\d+:\d+: error\[AM609\] stale-figure", done.stdout + done.stderr)


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdflatex is not installed")
def test_latex_takes_it(copy):
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "lake.tex"]
    done = subprocess.run(command, cwd=copy, capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout.decode("utf-8", "replace")[-2000:]
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(copy / "lake.pdf").pages).split())
    assert "Wash floods nests" in text
    assert "Figure 2: The ferry, and what answers it." in text
