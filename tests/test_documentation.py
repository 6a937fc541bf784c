"""The documentation is true: its maps are readable, its commands print what it shows, its links lead somewhere."""

import doctest
import json
import re
from pathlib import Path

import pytest

from argmap.core.codes import Severity
from argmap.core.source import SourceFile
from argmap.formats.native import document as forms
from argmap.formats.native.schema import FILE as SCHEMA_FILE
from argmap.pipeline import check, load
from argmap.project.configuration import read as read_configuration
from tests.documents import PAGES, ROOT, Shell, agrees, blocks, calls
from tests.generated import pages

NAMES = [str(path.relative_to(ROOT)) for path in PAGES]
WRITTEN = [name for name in NAMES if not name.startswith("docs/rules/")]
"""Pages written by hand; the examples of the rules are tested with the rules."""


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pages_with(*languages: str) -> list[str]:
    return [name for name in WRITTEN if any(item.language in languages for item in blocks(text_of(name)))]


def is_map(block) -> bool:
    if block.language == "yaml":
        return bool(re.search(r"^argmap: 1\b", block.text, re.M))
    return block.language == "argdown" or (
        block.language == "json" and block.text.lstrip().startswith('{\n  "argmap": 1')
    )


@pytest.mark.parametrize("name", pages_with("yaml", "json", "argdown"))
def test_maps(name, tmp_path):
    found = list(blocks(text_of(name)))
    for block in found:
        if block.file:
            (tmp_path / block.file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / block.file).write_text(block.text, encoding="utf-8")
    for number, block in enumerate(found):
        if is_map(block):
            path = tmp_path / (block.file or f"{number}.argmap.{block.language}")
            loaded = load(SourceFile(f"{name}:{block.line + 1}", block.text, str(path)), block.language)
            errors = [item for item in check(loaded) if item.severity is Severity.ERROR]
            assert bool(errors) is block.faulty, errors


@pytest.mark.parametrize("name", pages_with("console", "sh"))
def test_commands(name, tmp_path):
    shell = Shell(tmp_path)
    for block in blocks(text_of(name)):
        shell.put(block)
        if block.language == "sh" and block.runs:
            output = shell.run(block.text)
            assert shell.status == 0, output
        if block.language == "console" and block.runs:
            for call in calls(block):
                actual = shell.run(call.command)
                assert agrees(call.output, actual), f"$ {call.command}\n{actual}"


@pytest.mark.parametrize("name", pages_with("python", "pycon"))
def test_python(name, tmp_path, monkeypatch):
    shell = Shell(tmp_path)
    monkeypatch.chdir(shell.folder)
    names = {"__name__": "documentation"}
    for block in blocks(text_of(name)):
        shell.put(block)
        if block.language == "console" and block.runs:
            for call in calls(block):
                shell.run(call.command)
        if block.language == "python" and block.runs:
            exec(compile(block.text, f"{name}:{block.line + 1}", "exec"), names)
        if block.language == "pycon" and block.runs:
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
            told: list[str] = []
            test = doctest.DocTestParser().get_doctest(block.text, names, name, name, block.line)
            runner.run(test, out=told.append, clear_globs=False)
            names |= test.globs
            assert not told, "".join(told)


@pytest.mark.parametrize("name", pages_with("toml"))
def test_configuration(name, tmp_path):
    for block in blocks(text_of(name)):
        if block.language == "toml" and block.runs:
            path = tmp_path / "settings.toml"
            path.write_text(block.text, encoding="utf-8")
            found = read_configuration(path.name, str(path), own="[tool.argmap" not in block.text)
            assert found is not None
            assert found.diagnostics == ()


def prose(page: Path) -> str:
    """The text of a page without its code."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"(?ms)^(`{3,}).*?^\1$", "", page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", NAMES)
def test_links(name):
    page = ROOT / name
    text = prose(page)
    targets = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text)
    for target in targets:
        if re.match(r"[a-z]+:", target):
            assert target.startswith("https://"), target
            continue
        path, _, anchor = target.partition("#")
        other = (page.parent / path).resolve() if path else page
        assert other.exists(), f"{name} leads to {target}"
        if anchor:
            assert anchor in anchors(other), f"{name} leads to {target}"


def anchors(page: Path) -> set[str]:
    text = re.sub(r"(?ms)^(`{3,}).*?^\1$", "", page.read_text(encoding="utf-8")).replace("`", "")
    heads = re.findall(r"(?m)^#+ (.+)$", text)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in heads}


@pytest.mark.parametrize("name", NAMES)
def test_pictures_have_a_text_alternative(name):
    text = prose(ROOT / name)
    alternatives = re.findall(r"!\[([^\]]*)\]", text)
    assert len(re.findall(r"<img\b", text)) == len(re.findall(r'<img\b[^>]*\balt="[^"]{20,}"', text))
    assert all(len(words) >= 20 for words in alternatives)


def test_every_page_is_reachable():
    seen, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        for target in re.findall(r"\]\(([^)#\s]+\.md)", page.read_text(encoding="utf-8")):
            if not target.startswith("https:"):
                waiting.append((page.parent / target).resolve())
    assert [name for name, page in zip(NAMES, PAGES, strict=True) if page not in seen] == []


@pytest.mark.parametrize("path", pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_generated_pages_are_fresh(path):
    """Spaces and doubled brackets do not count: releases of click differ in them."""

    def words(text: str) -> list[str]:
        return text.replace("[[", "[").replace("]]", "]").split()

    assert words(path.read_text(encoding="utf-8")) == words(pages()[path]), "run `python -m tests.refresh`"


def test_no_page_is_left_of_a_rule_that_is_gone():
    assert set(ROOT.glob("docs/rules/*.md")) <= set(pages())


FORMS = [value for value in vars(forms).values() if isinstance(value, type) and issubclass(value, forms.BaseModel)]
FIELDS = sorted(
    {
        field.alias or name
        for form in FORMS
        if not form.__name__.startswith("_") and form is not forms.BaseModel
        for name, field in form.model_fields.items()
    }
)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_documented_with_an_example(field):
    text = text_of("docs/file-format.md")
    assert f"| `{field}` |" in text
    examples = "".join(block.text for block in blocks(text) if block.language == "yaml")
    assert re.search(rf"(?m)(^|[\s{{]){field}:", examples)


def test_the_shipped_schema_knows_every_field():
    properties = json.dumps(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))
    assert all(f'"{field}":' in properties for field in FIELDS)
