"""Cases and examples that are documents: files and commands in their order, and what is found at last.

A block with a name is a file; one without is the document `report.md`, or the like; `sh` is a command that is run. The
marks stand in comments of the document: `<!-- error[missing-map] at 16 in line 3 -->`.
"""

import contextlib
import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from argmap.cli.main import cli
from tests.unit.rules.rule_cases import FOLDER, marks_in, sections

_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<language>\w+)(?: (?P<name>\S+))?\n(?P<text>.*?)^(?P=fence)$", re.M | re.S)
_DOCUMENTS = {"markdown": "md", "rst": "rst", "asciidoc": "adoc", "latex": "tex", "html": "html"}


class Finding(NamedTuple):
    name: str
    severity: str
    file: str
    line: int
    column: int


@dataclass
class DocumentCase:
    title: str
    steps: list[tuple[str, str]]
    document: str

    @property
    def marks(self) -> Iterator[tuple[int, str, str, int | None]]:
        """Line, severity, name and column (if it is given) of what is to be found in the document."""
        return marks_in(dict(self.steps)[self.document])

    def findings(self, folder: Path) -> list[Finding]:
        """Take the steps in a folder, and ask what is found in the document then."""
        (folder / ".git").mkdir()
        with contextlib.chdir(folder):
            for name, text in self.steps:
                if name == "":
                    for line in text.splitlines():
                        assert _run(*shlex.split(line)[1:]).exit_code == 0
                else:
                    Path(name).parent.mkdir(parents=True, exist_ok=True)
                    Path(name).write_text(text, encoding="utf-8")
            answer = _run("embed", "--check", "--format", "json", self.document)
        return [_finding(item) for item in json.loads(answer.stdout)["diagnostics"]]


def _run(*arguments: str):
    result = CliRunner().invoke(cli, list(arguments), catch_exceptions=False)
    assert result.exit_code in (0, 1), result.output
    return result


def _finding(item) -> Finding:
    place = item["place"] or {"file": "", "start": {"line": 0, "column": 0}}
    return Finding(item["name"], item["severity"], place["file"], place["start"]["line"], place["start"]["column"])


def document_cases(markdown: str) -> list[DocumentCase]:
    """The cases in a piece of Markdown: one in each section that has a document."""
    found = []
    for title, part in sections(markdown):
        steps = []
        document = ""
        for block in _FENCE.finditer(part):
            language = block["language"]
            name = "" if language == "sh" else block["name"] or f"report.{_DOCUMENTS[language]}"
            steps.append((name, block["text"]))
            document = name if language in _DOCUMENTS else document
        if document:
            found.append(DocumentCase(title, steps, document))
    return found


def document_cases_of(name: str) -> list[DocumentCase]:
    return document_cases((FOLDER / f"{name}.md").read_text(encoding="utf-8"))
