"""Maps in notebooks: the magics in an IPython shell, and notebooks that nbconvert runs."""

import atexit
import base64
import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pypandoc
import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

import argmap
from argmap.embed.adapters.jupyter import CellError, forms_of, load, run

ROOT = Path(argmap.__file__).parent.parent
EXAMPLE = ROOT / "examples" / "reports" / "jupyter"
FORMS = ["text/html", "image/svg+xml", "application/pdf", "text/plain"]
TRAM = """argmap: 1
title: Should a town build a tram?
claims:
  tram: {title: Tram, text: The town should build a tram line.}
  cost: {text: The line costs too much., attacks: tram}
"""


@pytest.fixture
def shell(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / ".ipython"))
    (tmp_path / "argmap.toml").write_text("", encoding="utf-8")
    (tmp_path / "tram.argmap.yaml").write_text(TRAM, encoding="utf-8")
    settings = Config()
    settings.HistoryManager.enabled = False
    found = InteractiveShell(config=settings)
    argmap.load_ipython_extension(found)
    yield found
    atexit.unregister(found.atexit_operations)
    found.atexit_operations()


def forms(picture):
    return picture._repr_mimebundle_()


def told(error):
    return "\n".join(error.value._render_traceback_())


class Tags(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def named(self, tag):
        return [attributes for name, attributes in self.found if name == tag]


def test_a_cell_shows_the_map_that_stands_in_it(shell):
    line = 'caption="What it <costs>, {1+1} $HOME" alt="Trams & money" name=fig-1 width=60% align=center'
    found = forms(shell.run_cell_magic("argmap", line, TRAM))
    assert list(found) == FORMS
    tags = Tags(found["text/html"])
    (figure,) = tags.named("figure")
    assert figure["role"] == "figure"
    assert figure["id"] == "fig-1"
    assert "margin:1em auto" in figure["style"]
    (svg,) = tags.named("svg")
    assert svg["role"] == "img"
    assert svg["aria-label"] == "Trams & money"
    assert "width:60%" in svg["style"]
    (desc,) = tags.named("desc")
    assert svg["aria-describedby"] == desc["id"]
    assert ">What it &lt;costs&gt;, {1+1} $HOME</figcaption>" in found["text/html"]
    assert found["image/svg+xml"].startswith("<svg")
    assert base64.b64decode(found["application/pdf"]).startswith(b"%PDF-")
    assert found["text/plain"].startswith("What it <costs>, {1+1} $HOME\n\nTrams & money\n\n")
    assert "The line costs too much." in found["text/plain"]


def test_a_cell_may_hold_argdown(shell):
    found = forms(shell.run_cell_magic("argmap", "evaluate=grounded", "[A]: Trams are fast.\n  - <B>: They cost.\n"))
    assert "Trams are fast." in found["text/plain"]
    assert "grounded" in found["text/plain"]


def test_a_line_shows_a_map_from_a_file_and_keeps_the_map(shell):
    picture = shell.run_line_magic("argmap", "--into debate file=tram.argmap.yaml focus=cost depth=0")
    assert "The line costs too much." in repr(picture)
    assert [item.id for item in shell.user_ns["debate"].claims] == ["tram", "cost"]


def test_a_picture_can_be_a_png(shell):
    found = forms(shell.run_line_magic("argmap", "file=tram.argmap.yaml format=png"))
    assert base64.b64decode(found["image/png"]).startswith(b"\x89PNG")
    (image,) = Tags(found["text/html"]).named("img")
    assert image["alt"]
    assert "image/svg+xml" not in found


def test_figures_of_one_page_do_not_share_ids(shell):
    first = forms(shell.run_line_magic("argmap", "file=tram.argmap.yaml"))["text/html"]
    second = forms(shell.run_line_magic("argmap", "file=tram.argmap.yaml theme=dark"))["text/html"]
    ids = [set(re.findall(r'\bid="([^"]+)"', html)) for html in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_the_same_cell_gives_the_same_output(shell):
    assert forms(run(shell, "", TRAM)) == forms(run(shell, "", TRAM))


def test_a_map_that_a_cell_ends_with_is_shown(shell):
    load(shell)
    data, _ = shell.display_formatter.format(argmap.loads(TRAM).map)
    assert list(data) == FORMS
    assert data == forms_of(argmap.loads(TRAM).map) == argmap.loads(TRAM)._repr_mimebundle_()
    assert "aria-label" in data["text/html"]
    assert "Tram" in data["text/plain"]


@pytest.mark.parametrize(
    ("line", "cell", "name", "place"),
    [
        ("", TRAM.replace("attacks: tram", "attacks: tarm"), "unknown-reference", "cell:6:51:"),
        ("", "argmap: [", "syntax-error", "cell:2:"),
        ("captoin=x", TRAM, "unknown-attribute", "cell:1:10:"),
        ("theme=blue", TRAM, "invalid-attribute", "cell:1:10:"),
        ("focus=tarm", TRAM, "invalid-attribute", "cell:1:10:"),
        ("format=pdf", TRAM, "invalid-attribute", "cell:1:10:"),
        ("figure=x.svg", TRAM, "invalid-attribute", "cell:1:10:"),
        ("--into 1x", TRAM, "invalid-attribute", "cell:1:10:"),
        ("caption=a] ' b", TRAM, "invalid-attribute", "cell:1:"),
        ("file=tram.argmap.yaml", TRAM, "ambiguous-block", "cell:1:"),
        ("file=nothing.argmap.yaml", "\n", "missing-map", "cell:1:10:"),
        ("file=../up.argmap.yaml", "\n", "path-outside-project", "cell:1:10:"),
        ("", "\n", "empty-block", "cell:1:1:"),
    ],
)
def test_a_fault_is_told_with_its_place(shell, line, cell, name, place):
    with pytest.raises(CellError) as caught:
        run(shell, line, cell)
    assert caught.value.diagnostics[0].name == name
    assert told(caught).startswith(place)
    assert str(caught.value).startswith(place.rsplit(":", 2)[0] if place.count(":") > 2 else place)


def test_a_broken_file_is_told_with_the_cell_that_wants_it(shell, tmp_path):
    (tmp_path / "tram.argmap.yaml").write_text(TRAM.replace("attacks: tram", "attacks: tarm"), encoding="utf-8")
    with pytest.raises(CellError) as caught:
        run(shell, "file=tram.argmap.yaml", None)
    assert [item.name for item in caught.value.diagnostics] == ["broken-map", "unknown-reference"]
    assert "tram.argmap.yaml:5:51: error[AM101]" in told(caught)


def test_the_cell_shows_the_findings_and_no_traceback(shell, capsys):
    done = shell.run_cell("x = 1\ny = %argmap file=nothing.yaml\n")
    assert not done.success
    shown = capsys.readouterr().out
    assert shown.startswith("cell:2:9: error[AM603] missing-map: cannot read `nothing.yaml`")
    assert "Traceback" not in shown


def test_loading_argmap_loads_no_ipython():
    script = "import sys, argmap; argmap.load; print('IPython' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "False\n"


# -- in the host


def converted(folder, name, to="html"):
    kernels = folder / "jupyter" / "kernels" / "python3"
    kernels.mkdir(parents=True)
    kernel = {
        "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "Python 3",
        "language": "python",
    }
    (kernels / "kernel.json").write_text(json.dumps(kernel), encoding="utf-8")
    environment = {
        **os.environ,
        "JUPYTER_PATH": str(folder / "jupyter"),
        "JUPYTER_CONFIG_DIR": str(folder / "jupyter-config"),
        "JUPYTER_RUNTIME_DIR": str(folder / "jupyter-run"),
        "JUPYTER_PLATFORM_DIRS": "1",
        "IPYTHONDIR": str(folder / "ipython"),
        "PATH": f"{Path(pypandoc.get_pandoc_path()).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "PYTHONPATH": str(ROOT),
        "ARGMAP_CACHE": "",
    }
    command = [sys.executable, "-m", "nbconvert", "--execute", "--to", to, name]
    command.append("--ExecutePreprocessor.kernel_name=python3")
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def test_the_example_is_run_and_converted(tmp_path):
    folder = tmp_path / "example"
    shutil.copytree(EXAMPLE, folder)
    (folder / "argmap.toml").write_text("", encoding="utf-8")
    done = converted(folder, "museum.ipynb")
    assert done.returncode == 0, done.stderr
    page = (folder / "museum.html").read_text(encoding="utf-8")
    tags = Tags(page)
    figures = [item for item in tags.named("figure") if item.get("class") == "argmap"]
    assert len(figures) == 4
    labels = [item["aria-label"] for item in tags.named("svg") if "aria-describedby" in item]
    assert len(labels) == 4
    assert labels[1].startswith("The case for free Sundays, with a tick")
    assert all(len(item) > 20 for item in labels)
    captions = re.findall(r"<figcaption[^>]*>([^<]*)</figcaption>", page)
    assert [item.split(":")[0] for item in captions] == ["Figure 1", "Figure 2", "Figure 3"]
    assert "Open the doors" in page


def test_the_example_is_kept_without_outputs():
    notebook = json.loads((EXAMPLE / "museum.ipynb").read_text(encoding="utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert len(code) > 3
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


def test_latex_gets_the_pdf(tmp_path):
    folder = tmp_path / "example"
    shutil.copytree(EXAMPLE, folder)
    done = converted(folder, "museum.ipynb", "latex")
    assert done.returncode == 0, done.stderr
    names = re.findall(r"\{(museum_files/[^}]*)\}", (folder / "museum.tex").read_text(encoding="utf-8"))
    assert len(names) == 4
    assert all((folder / name).read_bytes().startswith(b"%PDF-") for name in names)


def test_a_broken_notebook_fails_with_the_line(tmp_path):
    folder = tmp_path / "example"
    shutil.copytree(EXAMPLE, folder)
    path = folder / "museum.ipynb"
    text = path.read_text(encoding="utf-8")
    assert "[Try it]" in text
    path.write_text(text.replace("  - <Habit>", "  -> <Habit> [["), encoding="utf-8")
    done = converted(folder, "museum.ipynb")
    assert done.returncode != 0
    assert re.search(r"cell:4:\d+: error\[AM001\]", done.stderr), done.stderr[-3000:]
    assert not (folder / "museum.html").exists()
