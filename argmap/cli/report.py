"""`argmap report`: write a report from a map."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cli import completions, console, evaluation, options, picture
from argmap.cli.files import means_folder, refuse_inputs
from argmap.cli.group import FINDINGS
from argmap.cli.inputs import print_findings, sound_map
from argmap.cli.outputs import deliver
from argmap.cli.progress import progress

if TYPE_CHECKING:
    from argmap.core.model import ArgumentMap
    from argmap.core.source import SourceFile
    from argmap.report import Output

_HELP = """Write a report from a map.

It has the pictures, the case of each position, what stands and why, disagreements, open questions and the sources.

The ending of the output says what is written: md (with the figures as SVG files beside it), html (one page that needs
nothing else), pdf or docx. Long maps get an overview figure and one for each position. No report is written from a map
with errors.

\b
Examples:
  argmap report tram.argmap.yaml -o tram.pdf
  argmap report tram.argmap.yaml -o tram.html --evaluate grounded
  argmap report tram.argmap.yaml -o brief.docx --question build
  argmap report tram.argmap.yaml -o - | less
  argmap report --print-template html > own.html
  argmap report tram.argmap.yaml -o tram.html --template own.html
"""


def _print_template(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Print a template and end, whatever else is given."""
    if value is None or ctx.resilient_parsing:
        return
    from argmap.report import usual_template

    console.put_data(usual_template(f"report.{value}").text.encode())
    ctx.exit()


@click.command("report", help=_HELP)
@click.argument("path", metavar="FILE", shell_complete=completions.maps)
@click.option(
    "-o", "--output", metavar="OUT", type=click.Path(), required=True, help="A file; - for Markdown on stdout."
)
@click.option("--title", metavar="TEXT", help="Title of the report. [default: that of the map]")
@evaluation.shown
@picture.filters
@click.option("--no-figures", is_flag=True, help="Write words alone.")
@click.option(
    "--page", type=click.Choice(["a4", "letter"]), default="a4", help="The page that figures fit. [default: a4]"
)
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(),
    help="Write with this template: Jinja for md, html and pdf; a docx whose styles are taken.",
)
@click.option(
    "--print-template",
    type=click.Choice(["md", "html", "typ"]),
    is_eager=True,
    expose_value=False,
    callback=_print_template,
    help="Print the usual template (typ is that of PDF), to start one of your own from, and end.",
)
@options.source_format
@options.configuration
@options.colour
@options.quiet
def command(*, path: str, output: str, template: str | None, **given: Any) -> int:
    """Write the report; the status says whether it was written."""
    chosen = _output(output)
    refuse_inputs(output, [path, *([template] if template else [])])
    projects = options.projects_of(given["config"], given["no_config"])
    found, _ = sound_map(path, given["source_format"], projects, colour=given["colour"])
    if found is None:
        return FINDINGS
    from argmap.report import Order, Product
    from argmap.report.contents import contents_of

    wishes, part, own = _wishes(found, output, given), _part(found, given), _template(template, chosen)
    with progress("writing", 1, shown=not given["quiet"]) as step:
        contents = contents_of(found, wishes, part=part)
        made = chosen.write(Order(contents, _stem(path, output), own))
        step()
    if not isinstance(made, Product):
        print_findings(made, given["colour"])
        return FINDINGS
    for note in (*contents.notes, *made.notes):
        console.say(f"note: {note}")
    for name, data in made.beside.items():
        deliver(data, str(Path(output).with_name(name)), folder=False, quiet=given["quiet"])
    deliver(made.data, output, folder=False, quiet=given["quiet"])
    return 0


def _output(output: str) -> "Output":
    """The output that is asked for.

    Raises:
        click.UsageError: The name tells of none.
    """
    from argmap.report import OUTPUTS, output_of

    if output == "-":
        return OUTPUTS["md"]
    if means_folder(output):
        raise click.UsageError(f"'{output}' is a folder: a report is one file, so name it with -o.")
    found = output_of(output)
    if found is None:
        known = ", ".join(suffix for item in OUTPUTS.values() for suffix in item.suffixes[:1])
        raise click.UsageError(f"'{output}' does not tell what to write: end it with one of {known}.")
    return found


def _wishes(map: "ArgumentMap", output: str, given: Mapping[str, Any]) -> Any:
    from argmap.report.wishes import Wishes

    if given["evaluate"] is None and given["support"] != "default":
        raise click.UsageError("--support says how to evaluate: name a semantics with --evaluate.")
    if given["evaluate"] is not None:
        evaluation.examine(given["evaluate"], given["support"], None)
    figures = not given["no_figures"]
    if figures and output == "-" and map.claims:
        console.say("note: the report has no figures: on standard output there is no place beside it for their files")
        figures = False
    return Wishes(given["title"], given["evaluate"], given["support"], figures, given["page"])


def _part(map: "ArgumentMap", given: Mapping[str, Any]) -> "ArgumentMap | None":
    """The part of the map that the options choose; None for all of it."""
    view = picture.view_of(map, given)
    if view is None:
        return None
    from argmap.diagram.view import select

    return select(map, view)


def _stem(path: str, output: str) -> str:
    if output == "-":
        from argmap.project.discovery import stem_of

        return "report" if path == "-" else Path(stem_of(path)).name
    return Path(output).stem


def _template(name: str | None, output: "Output") -> "SourceFile | None":
    """The user's own template; one that is no text goes by its name alone.

    Raises:
        ArgmapError: `cannot-read`.
    """
    if name is None:
        return None
    from argmap import pipeline
    from argmap.core.source import SourceFile

    if output.template is None:
        return SourceFile(name, "", name)
    return pipeline.read(name)
