"""`argmap render`: draw maps as pictures."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from argmap.cli import console, evaluation, options, picture
from argmap.cli.files import means_folder
from argmap.cli.group import ENVIRONMENT, FINDINGS, complain
from argmap.cli.inputs import sound_map
from argmap.cli.outputs import deliver, format_for, plan, refuse_binary_to_terminal
from argmap.cli.progress import progress
from argmap.core.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.project import Projects

_HELP = """Draw maps as pictures.

The format comes from the ending of the output, or from --format: svg, png, pdf, dot or mermaid. Without -o, an SVG is
written beside the map. Maps with errors are not drawn.

\b
Examples:
  argmap render tram.argmap.yaml                       writes tram.svg
  argmap render tram.argmap.yaml -o tram.pdf --fit a4
  argmap render tram.argmap.yaml -o tram.png --width 1600
  argmap render tram.argmap.yaml --focus cost --depth 1 -o cost.svg
  argmap render tram.argmap.yaml --evaluate grounded -o stands.svg
  argmap render debates/ -o pictures/ --theme dark
  argmap render tram.argmap.yaml -f svg -o - | less
"""


@click.command("render", help=_HELP)
@options.several_paths(required=True)
@options.output
@click.option(
    "-f",
    "--format",
    "format",
    type=click.Choice(["svg", "png", "pdf", "dot", "mermaid"]),
    help="Format. [default: svg]",
)
@evaluation.shown
@picture.looks
@picture.filters
@picture.pixels
@click.option(
    "--no-embed-font", is_flag=True, help="Leave the letters out of an SVG: smaller, and drawn with other fonts."
)
@options.source_format
@options.configuration
@options.colour
@options.quiet
def command(*, paths: tuple[str, ...], output: str | None, format: str | None, **given: Any) -> int:
    """Draw maps; the status says whether all were drawn."""
    from argmap.project import discover, suffixes_of

    chosen = format_for(format, output, picture.endings(), "--format") or "svg"
    projects = options.projects_of(given["config"], given["no_config"])
    found = discover(paths, projects, suffixes_of(given["source_format"]))
    outputs = plan(found, output, picture.drawn_formats()[chosen])
    refuse_binary_to_terminal(chosen, outputs)
    folder = output is not None and means_folder(output)
    with_bar = len(found) > 1 and not given["quiet"] and sys.stderr.isatty()
    quiet = given["quiet"] or with_bar
    status = written = 0
    with progress("drawing", len(found), shown=not given["quiet"]) as step:
        for item, out in zip(found, outputs, strict=True):
            try:
                drawn = _draw(item.name, chosen, out, projects, given, folder=folder, quiet=quiet)
                status, written = max(status, 0 if drawn else FINDINGS), written + drawn
            except ArgmapError as error:
                complain(error)
                status = ENVIRONMENT
            step()
    if with_bar:
        console.say(f"wrote {written:,} of {len(found):,} pictures")
    return status


def _draw(
    name: str, format: str, output: str, projects: "Projects", given: Mapping[str, Any], *, folder: bool, quiet: bool
) -> bool:
    from argmap import pipeline

    found, settings = sound_map(name, given["source_format"], projects, colour=given["colour"], drawn=True)
    if found is None:
        return False
    style = picture.style_of(given, settings)
    drawing = pipeline.render(
        picture.as_asked(found, style),
        format,
        view=picture.view_of(found, given),
        style=style,
        labelling=evaluation.labelling_of(found, given),
        scale=given["scale"],
        pixel_width=given["width"],
        embed_font=not given["no_embed_font"],
    )
    for note in (*drawing.notes, *picture.notes_on(found, format)):
        console.say(f"note: {note}")
    deliver(drawing.data, output, folder=folder, quiet=quiet)
    return True
