"""A run of the checker over files: what was found, what was mended, what could not be read."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.cli import console
from argmap.cli.differences import unified
from argmap.core.diagnostics import Diagnostic, Severity
from argmap.core.writing import in_encoding_of, write_whole

if TYPE_CHECKING:
    from argmap.project import Projects, Settings


@dataclass(slots=True)
class Examination:
    """What a run has found so far, and how it is to look."""

    projects: "Projects"
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    strict: bool
    source_format: str | None
    files: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    claims: int = 0
    fixed: int = 0
    mended: list[str] = field(default_factory=list)
    diffs: list[str] = field(default_factory=list)
    trouble: bool = False
    failed: bool = False

    def settings(self, name: str) -> "Settings":
        """What holds for a file."""
        from argmap.project.configuration import with_command_line

        return with_command_line(self.projects.of(name).settings, self.select, self.ignore, self.strict)


def examine(run: Examination, name: str, *, mend: bool, compare: bool) -> None:
    """Check one file and note what is found.

    Args:
        run: Where to note it.
        name: The file, or `-`.
        mend: Whether to apply safe fixes.
        compare: Whether to note only what mending would change.

    Raises:
        ArgmapError: The file cannot be read or written.
    """
    from argmap import pipeline

    settings = run.settings(name)
    loaded = pipeline.load(pipeline.read(name), run.source_format)
    run.files.append(loaded.source.name)
    if mend or compare:
        fixed, number = pipeline.fix(loaded, settings, run.source_format)
        if compare:
            run.diffs += unified(loaded.source.text, fixed.text, loaded.source.name, f"{loaded.source.name} (fixed)")
            return
        if number:
            write_whole(name, in_encoding_of(name, fixed.text)) if name != "-" else None
            run.fixed += number
            run.mended.append(loaded.source.name)
        if name == "-":
            console.put_data(fixed.text.encode("utf-8", "surrogateescape"))
        loaded = pipeline.load(fixed, run.source_format)
    found = pipeline.check(loaded, settings)
    run.diagnostics += found
    run.failed |= any(fails(item, settings.strict) for item in found)
    run.claims += len(loaded.map.claims) if loaded.map else 0


def fails(item: Diagnostic, strict: bool) -> bool:
    """Return whether a finding makes a check fail."""
    return strict or item.severity is not Severity.ADVICE
