"""Paths in documents: inside the project, or refused."""

import os
import sys

import pytest

from argmap.core.diagnostics import Diagnostic
from argmap.core.source import SourceFile, Span
from argmap.embed.paths import inside, project_of, shown

PLACE = Span(SourceFile("report.md", "file=x"), 0, 6)


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "project"
    (root / "text").mkdir(parents=True)
    (root / "maps").mkdir()
    (root / ".git").mkdir()
    return root


@pytest.mark.parametrize("mark", [".git", "argmap.toml", "pyproject.toml"])
def test_the_project_is_the_nearest_folder_with_a_mark(tmp_path, mark):
    inner = tmp_path / "a" / "b" / "c"
    inner.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    assert project_of(inner) == tmp_path.resolve()
    (tmp_path / "a" / mark).mkdir() if mark == ".git" else (tmp_path / "a" / mark).touch()
    assert project_of(inner) == (tmp_path / "a").resolve()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tram.yaml", "text/tram.yaml"),
        ("../maps/tram.yaml", "maps/tram.yaml"),
        ("./a/../b.yaml", "text/b.yaml"),
        ("../../project/maps/x", "maps/x"),
        ("a b'\"&?*.yaml", "text/a b'\"&?*.yaml"),
    ],
)
def test_paths_within(project, name, expected):
    assert inside(name, project / "text", project, PLACE) == project.resolve() / expected


@pytest.mark.parametrize("name", ["../../x", "../../project-2/x", "../../../../../../etc/passwd", "a/../../../x"])
def test_paths_that_lead_out(project, name):
    found = inside(name, project / "text", project, PLACE)
    assert isinstance(found, Diagnostic)
    assert (found.name, found.message) == ("path-outside-project", f"`{name}` leads out of the project")
    assert found.primary is PLACE


def test_absolute_paths_are_refused_even_if_they_lead_into_the_project(project):
    found = inside(str(project / "maps"), project / "text", project, PLACE)
    assert isinstance(found, Diagnostic)
    assert "is an absolute path" in found.message


def test_a_nul_is_no_path(project):
    found = inside("a\0b", project / "text", project, PLACE)
    assert isinstance(found, Diagnostic)
    assert found.name == "path-outside-project"


def test_a_very_long_path_is_as_good_as_any(project):
    assert inside("x" * 100_000, project, project, PLACE) == project.resolve() / ("x" * 100_000)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_followed(project, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (project / "away").symlink_to(outside)
    (project / "loop").symlink_to("loop")
    (project / "text" / "near").symlink_to("../maps")
    (tmp_path / "link").symlink_to(project)
    assert isinstance(inside("../away/x.yaml", project / "text", project, PLACE), Diagnostic)
    assert isinstance(inside("../away", project / "text", project, PLACE), Diagnostic)
    assert inside("near/x.yaml", project / "text", project, PLACE) == project.resolve() / "maps" / "x.yaml"
    assert inside("x.yaml", tmp_path / "link" / "text", tmp_path / "link", PLACE) == (
        project.resolve() / "text" / "x.yaml"
    )
    assert not isinstance(inside("loop/x", project, project, PLACE), Diagnostic)


def test_the_help_names_the_project(project, monkeypatch):
    monkeypatch.chdir(project.parent)
    found = inside("../../x", project / "text", project, PLACE)
    assert found.help == "name a file below `project`, by its path from the folder of the document"
    monkeypatch.chdir(project)
    found = inside("../../x", project / "text", project, PLACE)
    assert found.help == "name a file below this folder, by its path from the folder of the document"


def test_how_a_path_is_shown(project, monkeypatch):
    monkeypatch.chdir(project)
    assert shown(project / "maps" / "x") == os.path.join("maps", "x")  # noqa: PTH118
    assert shown(project.parent / "x") == str(project.parent / "x")
