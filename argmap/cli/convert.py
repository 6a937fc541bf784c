"""`argmap convert`: write maps in another format."""

from typing import TYPE_CHECKING

import click

from argmap.cli import completions, options
from argmap.cli.files import means_folder
from argmap.cli.group import ENVIRONMENT, FINDINGS, complain
from argmap.cli.inputs import sound_map
from argmap.cli.names import fail_unknown
from argmap.cli.outputs import deliver, format_for, plan
from argmap.cli.progress import progress
from argmap.core.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.project import Projects

_HELP = """Write maps in another format.

The format comes from the ending of the output, or from --to. Several maps go into a folder, where they keep their
names and subfolders. Without -o, one map goes to standard output. Maps with errors are not converted.

\b
Examples:
  argmap convert tram.argmap.yaml -o tram.json
  argmap convert tram.argmap.yaml --to mermaid
  argmap convert debates/ -o out/ --to json
  cat tram.argmap.yaml | argmap convert - --to dot | dot -Tsvg > tram.svg
"""


@click.command("convert", help=_HELP)
@options.several_paths(required=True)
@options.output
@click.option(
    "--to",
    "target",
    metavar="FORMAT",
    shell_complete=completions.formats,
    help="Format to write; see argmap formats.",
)
@options.source_format
@options.configuration
@options.quiet
def command(
    *,
    paths: tuple[str, ...],
    output: str | None,
    target: str | None,
    source_format: str | None,
    config: str | None,
    no_config: bool,
    quiet: bool,
) -> int:
    """Convert maps; the status says whether all were converted."""
    from argmap.formats import FORMATS
    from argmap.project import discover

    writable = {name: item for name, item in FORMATS.items() if item.write}
    if target is not None and target not in writable:
        fail_unknown("format to write called", target, writable, "--to")
    by_suffix = {suffix: item.name for item in writable.values() for suffix in item.suffixes}
    chosen = format_for(target, output, by_suffix, "--to")
    if chosen is None:
        raise click.UsageError(f"Name the format with --to: {', '.join(writable)}.")
    projects = options.projects_of(config, no_config)
    found = discover(paths, projects)
    if output is None and len(found) > 1:
        raise click.UsageError(f"There are {len(found)} maps: for -o name a folder, with a slash at its end.")
    outputs = plan(found, output or "-", writable[chosen].suffixes[0])
    status = 0
    folder = means_folder(output or "-")
    # Several files need no bar: each says that it was written.
    with progress("converting", len(found), shown=not quiet and len(found) == 1 and outputs != ["-"]):
        for item, out in zip(found, outputs, strict=True):
            try:
                done = _convert(item.name, chosen, out, source_format, projects, folder=folder, quiet=quiet)
                status = max(status, 0 if done else FINDINGS)
            except ArgmapError as error:
                complain(error)
                status = ENVIRONMENT
    return status


def _convert(
    name: str, format: str, output: str, source_format: str | None, projects: "Projects", *, folder: bool, quiet: bool
) -> bool:
    from argmap import pipeline

    found, _ = sound_map(name, source_format, projects)
    if found is None:
        return False
    deliver(pipeline.convert(found, format).encode("utf-8", "backslashreplace"), output, folder=folder, quiet=quiet)
    return True
