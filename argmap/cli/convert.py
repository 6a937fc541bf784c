"""`argmap convert`: write maps in another format."""

from typing import TYPE_CHECKING, NamedTuple

import click

from argmap.cli import completions, console, options
from argmap.cli.files import means_folder, refuse_inputs
from argmap.cli.group import ENVIRONMENT, FINDINGS, complain
from argmap.cli.inputs import sound_map
from argmap.cli.losses import Conversion, as_json, report
from argmap.cli.names import fail_unknown
from argmap.cli.outputs import deliver, format_for, plan
from argmap.cli.progress import progress
from argmap.core.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.formats import Format, Loss
    from argmap.project import Projects

_HELP = """Write maps in another format.

The format comes from the ending of the output, or from --to. Several maps go into a folder, where they keep their
names and subfolders. Without -o, one map goes to standard output. Maps with errors are not converted.

Files of other tools are known by their content; --from names the format where that does not do, and lets a folder be
searched for files in it. argmap formats lists all formats with what they can hold.

What a map holds and the format has no words for is left out, and standard error says so; with --strict, a map that
would lose anything is not written. --report writes the same as JSON.

\b
Examples:
  argmap convert tram.argmap.yaml -o tram.json
  argmap convert debate.argdown -o debate.argmap.yaml
  argmap convert tram.argmap.yaml -o tram.argdown --strict
  argmap convert nodeset6362.json -o dogs.argmap.yaml
  argmap convert tram.argmap.yaml -o tram.graphml --report losses.json
  argmap convert corpus/ --from aif --to yaml -o maps/
  argmap convert debate.argdown --to argdown-json
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
@click.option("--strict", is_flag=True, help="Write no map that would lose anything.")
@click.option(
    "--report", "report_file", metavar="FILE", type=click.Path(), help="Write what is lost as JSON, or - for stdout."
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
    strict: bool,
    report_file: str | None,
    config: str | None,
    no_config: bool,
    quiet: bool,
) -> int:
    """Convert maps; the status says whether all were converted."""
    from argmap.formats import FORMATS
    from argmap.project import discover, suffixes_of

    writable = {name: item for name, item in FORMATS.items() if item.write}
    if target is not None and target not in writable:
        fail_unknown("format to write called", target, writable, "--to")
    by_suffix = {suffix: item.name for item in writable.values() for suffix in item.suffixes}
    chosen = format_for(target, output, by_suffix, "--to")
    if chosen is None:
        raise click.UsageError(f"Name the format with --to: {', '.join(writable)}.")
    projects = options.projects_of(config, no_config)
    found = discover(paths, projects, suffixes_of(source_format))
    if output is None and len(found) > 1:
        raise click.UsageError(f"There are {len(found)} maps: for -o name a folder, with a slash at its end.")
    outputs = plan(found, output or "-", writable[chosen].suffixes[0])
    if report_file:
        _refuse_report(report_file, outputs, [item.name for item in found])
    status = 0
    way = _Way(writable[chosen], folder=means_folder(output or "-"), strict=strict, quiet=quiet)
    told: list[Conversion] = []
    # Several files need no bar: each says that it was written.
    with progress("converting", len(found), shown=not quiet and len(found) == 1 and outputs != ["-"]):
        for item, out in zip(found, outputs, strict=True):
            try:
                done = _convert(item.name, out, way, source_format, projects)
                status = max(status, 0 if done and done.written else FINDINGS)
                told += [done] if done else []
            except ArgmapError as error:
                complain(error)
                status = ENVIRONMENT
    if report_file:
        deliver(as_json(told, chosen).encode(), report_file, folder=False, quiet=quiet)
    return status


def _refuse_report(name: str, outputs: list[str], inputs: list[str]) -> None:
    """See that the report goes where nothing else is."""
    if name in outputs:
        raise click.UsageError("The map and the report cannot go to the same place.")
    refuse_inputs(name, inputs)


class _Way(NamedTuple):
    """How maps are written: the format, and what the options say.

    Attributes:
        format: The format.
        folder: Whether outputs lie in a folder, which is made.
        strict: Whether a map that would lose something is left alone.
        quiet: Whether remarks are left out.
    """

    format: "Format"
    folder: bool
    strict: bool
    quiet: bool


def _convert(name: str, output: str, way: _Way, source_format: str | None, projects: "Projects") -> Conversion | None:
    """Convert a map and return what became of it; None if there is none."""
    from argmap import pipeline

    found, _ = sound_map(name, source_format, projects)
    if found is None:
        return None
    text, losses = pipeline.write(found, way.format.name)
    is_written = _told(losses, name if output == "-" else output, way)
    if is_written:
        deliver(text.encode("utf-8", "backslashreplace"), output, folder=way.folder, quiet=way.quiet)
    return Conversion(name, output, is_written, losses)


def _told(losses: "tuple[Loss, ...]", name: str, way: _Way) -> bool:
    """Say what gets lost on the way, and return whether the map is to be written nevertheless."""
    if way.strict or not way.quiet:
        for line in report(losses, name, strict=way.strict):
            console.say(line)
    return not (way.strict and losses)
