"""What an output of reports is: contents become files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from argmap.core.diagnostics import Diagnostic
from argmap.core.source import SourceFile
from argmap.report.base import Contents

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Order:
    """A report that is to be written.

    Attributes:
        contents: What it says.
        stem: Name of the file without folder and ending: the files beside it begin with it.
        template: The user's own template, or None for the usual one. Its text is empty for a template that is no text.
    """

    contents: Contents
    stem: str = "report"
    template: SourceFile | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """A written report.

    Attributes:
        data: The content of its file.
        beside: The contents of the files that it needs beside it, by name.
        notes: What the user should know of it, a sentence each.
    """

    data: bytes
    beside: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


Made: TypeAlias = Product | tuple[Diagnostic, ...]
"""The report, or what is wrong with the user's template."""


@dataclass(frozen=True, slots=True)
class Output:
    """An output on the roll.

    Attributes:
        name: What it is called: its usual ending without the dot.
        title: What a list says of it.
        suffixes: File name endings, the usual one first, each with its dot.
        is_binary: Whether it is nothing to be shown in a terminal.
        template: File name of its usual Jinja template, or None if it takes templates of another kind.
        write: Writes a report; the same for the same contents.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    is_binary: bool
    template: str | None
    write: Callable[[Order], Made]


def usual_template(name: str) -> SourceFile:
    """The template that an output uses if the user gives none."""
    return SourceFile(name, (TEMPLATES / name).read_text(encoding="utf-8"))
