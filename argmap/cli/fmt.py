"""`argmap fmt`: give argument files the canonical layout."""

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from argmap.cli import console, options
from argmap.cli.differences import unified
from argmap.cli.files import refuse_changed
from argmap.cli.group import ENVIRONMENT, FINDINGS, complain
from argmap.cli.inputs import print_findings
from argmap.cli.progress import progress
from argmap.core.errors import ArgmapError
from argmap.core.writing import in_encoding_of, write_whole

if TYPE_CHECKING:
    from argmap.core.source import SourceFile
    from argmap.editing import RefusedError
    from argmap.project import Projects

_HELP = """Give argument files the canonical layout.

Two spaces a level, no quotes that are not needed, no spaces at line ends, at most one blank line in a row; see
docs/formatting.md. Comments stay where they are, texts keep their line breaks, and nothing is put into another order.
The map is the same before and after. PATHS are files, folders, patterns, or - for standard input; without any, all maps
below this folder are laid out.

\b
Examples:
  argmap fmt                            every map below this folder
  argmap fmt tram.argmap.yaml           one map
  argmap fmt --diff debate.argdown      show what would change, and change nothing
  argmap fmt --check                    for CI: status 1 if a file would change
  cat tram.argmap.yaml | argmap fmt -
"""


@dataclass(slots=True)
class _Run:
    """What a run has found so far.

    Attributes:
        writes: Whether files are changed.
        diffs: Whether what would change is printed as a diff rather than as a list of files.
        source_format: Name of the inputs' format, or None for the one that each seems to have.
        changed: Files that are changed, or would be.
        same: How many need no change.
        refused: How many cannot be laid out.
    """

    writes: bool
    diffs: bool
    source_format: str | None
    changed: list[str] = field(default_factory=list)
    same: int = 0
    refused: int = 0


@click.command("fmt", help=_HELP, epilog="Exit status: 1 if a file would change (--check, --diff) or cannot be read.")
@options.several_paths(required=False)
@click.option("--check", is_flag=True, help="List the files that would change, and change nothing.")
@click.option("--diff", is_flag=True, help="Show what would change, and change nothing.")
@options.source_format
@options.configuration
@options.quiet
def command(
    *,
    paths: tuple[str, ...],
    check: bool,
    diff: bool,
    source_format: str | None,
    config: str | None,
    no_config: bool,
    quiet: bool,
) -> int:
    """Lay files out; the status says whether all are, or were, in the canonical layout."""
    from argmap.project import discover

    projects = options.projects_of(config, no_config)
    found = discover(paths or (".",), projects)
    run = _Run(not (check or diff), diff, source_format)
    trouble = False
    with progress("laying out", len(found), shown=not quiet) as step:
        for item in found:
            try:
                if _is_configured(run, projects, item.name):
                    _lay_out(run, item.name, named=item.name in paths)
            except ArgmapError as error:
                complain(error)
                trouble = True
            step()
    if not quiet:
        _tell(run)
    if trouble:
        return ENVIRONMENT
    return FINDINGS if run.refused or (run.changed and not run.writes) else 0


def _is_configured(run: _Run, projects: "Projects", name: str) -> bool:
    """Whether the configuration of a file is sound; else it is left alone, as it may be one of those to leave out."""
    is_sound = not projects.of(name).diagnostics
    print_findings(projects.news())
    if not is_sound:
        run.refused += 1
        console.say(f"{name} is left as it is until its configuration is mended, or --no-config is given")
    return is_sound


def _lay_out(run: _Run, name: str, *, named: bool) -> None:
    from argmap import pipeline
    from argmap.editing import EDITORS, RefusedError

    loaded = pipeline.load(pipeline.read(name), run.source_format)
    if loaded.format not in EDITORS:
        if named:
            _refuse(run, name, RefusedError(f"files in the format `{loaded.format}` have no canonical layout"))
        return
    if loaded.map is None:
        _refuse(run, loaded.source.name, RefusedError("it cannot be read", findings=loaded.diagnostics))
        return
    try:
        text = pipeline.lay_out(loaded)
    except RefusedError as refused:
        _refuse(run, loaded.source.name, refused)
        return
    if text == loaded.source.text:
        run.same += 1
    else:
        run.changed.append(name)
    _deliver(run, loaded.source, text)


def _deliver(run: _Run, source: "SourceFile", text: str) -> None:
    """Write a text in its new layout, or show it."""
    if run.diffs:
        lines = unified(source.text, text, source.name, f"{source.name} (laid out)")
        console.put("".join(lines), colour=console.wants_colour("auto", sys.stdout))
    elif not run.writes:
        console.put(f"{source.name}\n" if text != source.text else "")
    elif source.path is None:
        console.put_data(text.encode("utf-8", "surrogateescape"))
    elif text != source.text:
        refuse_changed(source)
        write_whole(source.path, in_encoding_of(source.path, text))


def _refuse(run: _Run, name: str, refused: "RefusedError") -> None:
    run.refused += 1
    if refused.findings:
        print_findings(refused.findings)
    else:
        console.say(f"{name}: error: {refused.message}")
    console.say(f"{name} is left as it is")


def _tell(run: _Run) -> None:
    number = len(run.changed)
    parts = [f"{number:,} {'file' if number == 1 else 'files'} {'' if run.writes else 'would be '}laid out"]
    parts += [f"{run.same:,} left as {'it is' if run.same == 1 else 'they are'}"] if run.same else []
    parts += [f"{run.refused:,} not read"] if run.refused else []
    console.say(", ".join(parts))
