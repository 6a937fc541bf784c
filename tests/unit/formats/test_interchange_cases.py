"""Files of other tools, written for these tests: what becomes of them, and what is found in broken ones."""

import pytest

from argmap.core.source import SourceFile
from argmap.formats import FORMATS
from argmap.formats.native import read_yaml
from argmap.pipeline import load, read, write
from tests.interchange import CASES

_BESIDE = (".expected.argmap.yaml", ".findings.txt", ".source.txt")
"""Endings of files that belong to a case."""


def _inputs(*, broken: bool):
    found = [path for path in sorted(CASES.glob("*/broken/*" if broken else "*/*")) if path.is_file()]
    return [
        pytest.param(path, id=str(path.relative_to(CASES)))
        for path in found
        if not path.name.endswith(_BESIDE) and not (path.suffix == ".txt" and path.with_suffix(".ann").exists())
    ]


def listed(diagnostics) -> str:
    """Findings as lines: place, severity, name and message."""
    lines = []
    for item in diagnostics:
        where = f"{item.primary.line}:{item.primary.column}" if item.primary else "-"
        lines.append(f"{where} {item.severity}[{item.name}] {item.message}")
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("path", _inputs(broken=False))
def test_files_become_maps(path):
    loaded = load(read(str(path)))
    assert loaded.format == path.parent.name, "the format is not recognised by its content"
    assert loaded.map is not None, listed(loaded.diagnostics)
    expected = path.with_name(f"{path.name}.expected.argmap.yaml")
    known = read_yaml(SourceFile(expected.name, expected.read_text(encoding="utf-8")))
    assert not known.diagnostics
    assert write(loaded.map, "yaml").text == write(known.map, "yaml").text
    assert loaded.map == known.map


@pytest.mark.parametrize("path", _inputs(broken=True))
def test_what_is_found_in_broken_files(path):
    loaded = load(read(str(path)), path.parent.parent.name)
    found = listed(loaded.diagnostics)
    assert found == path.with_name(f"{path.name}.findings.txt").read_text(encoding="utf-8")
    assert all(0 <= item.primary.start <= item.primary.end <= len(loaded.source.text) for item in loaded.diagnostics)


@pytest.mark.parametrize("name", [name for name, item in FORMATS.items() if item.is_foreign and item.read])
def test_every_format_has_cases(name):
    assert any((CASES / name).glob("*.expected.argmap.yaml")), f"write tests/cases/formats/{name}/"
    assert any((CASES / name / "broken").glob("*.findings.txt")), f"write tests/cases/formats/{name}/broken/"
