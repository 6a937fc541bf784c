"""`argmap show`: show a map as a tree in the terminal."""

import sys
from typing import Any

import click

from argmap.cli import console, evaluation, options, picture
from argmap.cli.group import FINDINGS
from argmap.cli.inputs import sound_map

_HELP = """Show a map as a tree in the terminal.

Questions and theses come first; under each claim stand the reasons for and against it.

\b
Examples:
  argmap show tram.argmap.yaml
  argmap show tram.argmap.yaml --focus cost --depth 1
  argmap show tram.argmap.yaml --evaluate grounded
  argmap show tram.argmap.yaml --color always | less -R
"""


@click.command("show", help=_HELP)
@options.one_path
@evaluation.shown
@picture.filters
@click.option(
    "--width", metavar="CELLS", type=click.IntRange(20, 1000), help="Width of a line. [default: the terminal's]"
)
@options.source_format
@options.configuration
@options.colour
def command(*, path: str, width: int | None, colour: str, **given: Any) -> int:
    """Print the tree."""
    projects = options.projects_of(given["config"], given["no_config"])
    found, _ = sound_map(path, given["source_format"], projects, colour=colour, drawn=True)
    if found is None:
        return FINDINGS
    view = picture.view_of(found, given)
    labelling = evaluation.labelling_of(found, given)
    from argmap.diagram.outline import outline
    from argmap.renderers.terminal import render

    if view is not None:
        from argmap.diagram.view import select

        found = select(found, view)
    painted = console.wants_colour(colour, sys.stdout)
    text = render(
        outline(found),
        found,
        width=console.width(width),
        colour=painted,
        unicode=console.speaks_unicode(sys.stdout),
        labelling=labelling,
    )
    console.put(text, colour=painted)
    if not text:
        are_hidden = view is None and found.claims
        console.say(
            "note: all claims of this map are hidden: --hidden shows them"
            if are_hidden
            else "note: there is nothing to show: no claim is left"
        )
    return 0
