"""Rule cases in Markdown: sections with a block of YAML or Argdown whose marks say what is to be found, and where."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from argmap.core.diagnostics import Diagnostic, in_file_order
from argmap.core.source import SourceFile
from argmap.formats import FORMATS
from argmap.pipeline import load
from argmap.rules import check
from argmap.rules.base import Context
from argmap.rules.suppressions import suppress

FOLDER = Path(__file__).parents[2] / "cases" / "rules"

_FENCE = re.compile(r"^```(yaml|json|xml|argdown|text|python|toml)?[ ]?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(
    r"(?:#|//|<!--|/\*|%|\.\.) (error|warning|advice)\[([a-z-]+)\](?: at ([0-9]+))?(?: in line ([0-9]+))?"
)


@dataclass
class Case:
    title: str
    text: str
    language: str = "yaml"
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def source(self) -> SourceFile:
        text = eval(self.text) if self.language == "python" else self.text
        return SourceFile("case.argdown" if self.language == "argdown" else f"case.argmap.{self.language}", text)

    @property
    def marks(self) -> Iterator[tuple[int, str, str, int | None]]:
        """Line, severity, name and column (if it is given) of what is to be found."""
        return marks_in(self.text)


def marks_in(text: str) -> Iterator[tuple[int, str, str, int | None]]:
    for number, line in enumerate(text.split("\n"), 1):
        for severity, name, column, other_line in _MARK.findall(line):
            yield int(other_line or number), severity, name, int(column) if column else None


def blocks(markdown: str) -> list[Case]:
    """The maps in a piece of Markdown, each with the local texts that follow it."""
    found: list[Case] = []
    for heading, part in sections(markdown):
        for language, name, text in _FENCE.findall(part):
            if language == "text" and name:
                found[-1].texts[name] = text
            elif language in ("yaml", "json", "xml", "argdown", "python"):
                found.append(Case(heading, text, language))
    return found


def sections(markdown: str) -> list[tuple[str, str]]:
    parts = re.split(r"^## (.*)$", markdown, flags=re.MULTILINE)
    return [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]


def cases_of(name: str) -> list[Case]:
    return blocks((FOLDER / f"{name}.md").read_text(encoding="utf-8"))


def names_on_disk() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.md"))


def findings(source: SourceFile, texts: dict[str, str] | None = None) -> list[Diagnostic]:
    """All that reading, the rules and the suppressions say of a file, with other files beside it."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (texts or {}).items():
            Path(folder, name).write_text(text, encoding="utf-8")
        return _findings(replace(source, path=str(Path(folder, source.name))) if texts else source, texts or {})


def _findings(source: SourceFile, texts: dict[str, str]) -> list[Diagnostic]:
    loaded = load(source)
    found = list(loaded.diagnostics)
    if loaded.map is not None:
        copies = {
            item.id: SourceFile(item.text, texts[item.text]) if item.text in texts else None
            for item in loaded.map.sources
            if item.text is not None
        }
        found += check(Context.of(loaded.map, copies, is_argdown=loaded.format == "argdown"))
    return suppress(source, in_file_order(found), FORMATS[loaded.format].comments)
