"""The laws of the house: imports run only downwards, in no circle, and every module stands on a floor."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from argmap.core.graph import strongly_connected

ROOT = Path(argmap.__file__).parent
FLOORS = [
    {"__main__"},
    {"cli"},
    {"api"},
    {"embed", "report", "lsp"},
    {"pipeline"},
    {"project", "editing"},
    {"formats", "rules", "renderers", "reporters", "semantics"},
    {"digest", "markup", "review", "frameworks"},
    {"diagram"},
    {"core"},
]
"""Rooms from top to bottom; rooms on one floor do not know each other. `argmap/__init__.py` is the front door."""

HEAVY = (
    "pydantic",
    "yaml",
    "pygraphviz",
    "graphviz",
    "fontTools",
    "typst",
    "resvg_py",
    "igraph",
    "wcwidth",
    "clingo",
    "jinja2",
    "docx",
    "markdown_it",
    "watchfiles",
    "pygls",
    "lsprotocol",
)


def floor_of(module: str) -> int:
    room = module.split(".")[1]
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def modules() -> dict[str, ast.Module]:
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(("argmap", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


MODULES = modules()


def imported(tree: ast.Module) -> set[str]:
    """The modules of argmap that a module imports, at the top, inside functions, and by name."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            parts = {f"{node.module}.{alias.name}" for alias in node.names}
            found.update(parts if parts <= MODULES.keys() else {node.module, *parts})
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("argmap."):
            found.add(node.value)
    return {name for name in found if name in MODULES and name != "argmap"}


@pytest.mark.parametrize("module", [name for name in MODULES if name != "argmap"])
def test_imports_run_downwards(module):
    for other in imported(MODULES[module]):
        same_room = module.split(".")[1] == other.split(".")[1]
        assert same_room or floor_of(module) < floor_of(other), f"{module} must not import {other}"


def test_every_module_stands_on_a_floor():
    for module in MODULES:
        assert module == "argmap" or floor_of(module) >= 0


def test_no_circles():
    below = {name: sorted(imported(tree)) for name, tree in MODULES.items()}
    assert [part for part in strongly_connected(sorted(MODULES), below) if len(part) > 1] == []


def test_every_module_opens_with_what_it_is_for():
    for name, tree in MODULES.items():
        opening = ast.get_docstring(tree) or ""
        assert len(opening) > 15, name


def test_modules_are_small():
    for path in ROOT.rglob("*.py"):
        assert path.read_text(encoding="utf-8").count("\n") <= 400, path


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["render", "--help"]])
def test_start_up_loads_nothing_heavy(arguments):
    script = (
        "import sys\nfrom argmap.cli.main import main\n"
        f"sys.argv = ['argmap', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr.splitlines()[-1] == "[]"


def test_the_project_does_not_know_how_it_is_made():
    words = ("shared" + "/", "/work" + "/", "/tmp" + "/")
    for path in [*ROOT.rglob("*.py"), *(ROOT.parent / "docs").rglob("*.md"), ROOT.parent / "README.md"]:
        text = path.read_text(encoding="utf-8")
        assert not [word for word in words if word in text], path
