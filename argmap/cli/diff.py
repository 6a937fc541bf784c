"""`argmap diff`: say what changed in a debate between two maps."""

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from argmap.cli import completions, console, evaluation, options, picture
from argmap.cli.files import means_folder, refuse_inputs
from argmap.cli.group import FINDINGS
from argmap.cli.inputs import print_findings
from argmap.cli.outputs import deliver, format_for, refuse_binary_to_terminal
from argmap.cli.progress import progress
from argmap.cli.versions import Version, WithDashes, configured_for, versions

if TYPE_CHECKING:
    from argmap.core.comparison import Comparison
    from argmap.core.labelling import Labelling
    from argmap.core.model import ArgumentMap
    from argmap.project import Configured

_TEXTS = ("text", "markdown", "json")
_PICTURES = ("svg", "png", "pdf")

_NOTHING = ("/dev/null", os.devnull)
"""What git hands to a program for the side on which a file is not there."""

_HELP = """Say what changed in a debate between two maps.

Claims added, removed, reworded, renamed or moved; relations added, removed, turned from support to attack, linked or
aimed elsewhere; and with --evaluate what stands or falls because of it. The order and layout of a file make no
difference.

OLD and NEW are files, - for standard input, or REV:PATH for what git has. With one file it is compared with what git
has of it: at HEAD, or at the revisions before it.

The format comes from the ending of the output, or from --format. A picture shows both maps in one, with what was added,
removed and changed marked.

\b
Examples:
  argmap diff old.argmap.yaml new.argmap.yaml
  argmap diff tram.argmap.yaml                      since the last commit
  argmap diff HEAD~3 -- tram.argmap.yaml
  argmap diff main...topic -- tram.argmap.yaml -f markdown
  argmap diff v1:tram.argmap.yaml tram.argmap.yaml -o changes.svg
  argmap diff old.argmap.yaml new.argmap.yaml --evaluate grounded
"""


class _Compared(NamedTuple):
    """Two maps, what changed between them, and what is said of the new one if that was asked for."""

    old: "ArgumentMap"
    new: "ArgumentMap"
    comparison: "Comparison"
    labelling: "Labelling | None" = None


@click.command(
    "diff",
    cls=WithDashes,
    help=_HELP,
    epilog="Exit status: 0 whether or not anything changed; with --exit-code 1 if anything did. 1 also if a map cannot "
    "be read.",
)
@click.argument("words", nargs=-1, metavar="[OLD|REV] [NEW|REV] [--] [FILE]", shell_complete=completions.maps)
@click.option(
    "-f",
    "--format",
    "format",
    type=click.Choice([*_TEXTS, *_PICTURES]),
    help="Format. [default: text]",
)
@evaluation.output
@click.option("--exit-code", is_flag=True, help="End with status 1 if anything changed.")
@evaluation.shown
@picture.looks
@picture.pixels
@options.source_format
@options.configuration
@options.colour
@options.quiet
@click.pass_context
def command(ctx: click.Context, /, *, words: tuple[str, ...], format: str | None, **given: Any) -> int:
    """Tell the difference; the status says whether both maps could be read, or whether there is any difference."""
    output = given["output"]
    chosen = _format(format, output)
    refuse_binary_to_terminal(chosen, [output])
    if given["evaluate"] is None and given["support"] != "default":
        raise click.UsageError("--support says how to evaluate: name a semantics with --evaluate.")
    if given["evaluate"] is not None:
        evaluation.examine(given["evaluate"], given["support"], None)
    projects = options.projects_of(given["config"], given["no_config"])
    sides = versions(words, ctx)
    refuse_inputs(output, [side.path for side in sides])
    old, new = [_map_of(side, given) for side in sides]
    if old is None or new is None:
        return FINDINGS
    with progress("comparing", 1, shown=not given["quiet"]) as step:
        found = _compared(old, new, given)
        step()
    if chosen in _TEXTS:
        _tell(found, sides, chosen, given)
    elif not _draw(found, projects.of(configured_for(sides)), chosen, given):
        return FINDINGS
    return FINDINGS if given["exit_code"] and found.comparison else 0


def _format(wanted: str | None, output: str) -> str:
    from argmap.renderers import PICTURES
    from argmap.reporters.comparisons import COMPARISON_FORMATS

    if output != "-" and means_folder(output):
        raise click.UsageError(f"'{output}' is a folder: a comparison is one file, so name it with -o.")
    endings = {suffix: item.name for item in COMPARISON_FORMATS.values() for suffix in item.suffixes}
    endings |= {suffix: name for name in _PICTURES for suffix in PICTURES[name].suffixes}
    return format_for(wanted, output, endings, "--format") or "text"


def _map_of(side: Version, given: Mapping[str, Any]) -> "ArgumentMap | None":
    """Load a side; what keeps it from being read is printed as `argmap check` prints it.

    A map with other errors, such as a reference that leads nowhere, can be compared: review is where they are seen.
    """
    from argmap import pipeline
    from argmap.core.diagnostics import Severity
    from argmap.core.model import ArgumentMap

    if side.path in _NOTHING:
        return ArgumentMap()
    loaded = pipeline.load(side.read(), given["source_format"])
    errors = [item for item in loaded.diagnostics if item.severity is Severity.ERROR]
    if errors:
        print_findings(errors, given["colour"])
    if errors or loaded.map is None:
        console.say(f"{loaded.source.name} cannot be compared: it has errors that keep it from being read as a map")
        return None
    return loaded.map


def _compared(old: "ArgumentMap", new: "ArgumentMap", given: Mapping[str, Any]) -> _Compared:
    """Compare two maps, and what stands in them if that is asked for.

    Raises:
        click.ClickException: One of the maps has no labelling.
    """
    from argmap.review.compare import compare

    comparison = compare(old, new)
    if given["evaluate"] is None:
        return _Compared(old, new, comparison)
    from argmap.review.verdicts import judged
    from argmap.semantics.evaluate import evaluate

    found = [evaluate(item, given["evaluate"], support=given["support"], timeout=60.0) for item in (old, new)]
    for note in dict.fromkeys(note for item in found for note in item.notes):
        console.say(f"note: {note}")
    before, after = [item.labelling for item in found]
    if before is None or after is None:
        raise click.ClickException(f"the {'old' if before is None else 'new'} map has no evaluation to compare")
    return _Compared(old, new, judged(old, new, comparison, before, after), after)


def _tell(found: _Compared, sides: tuple[Version, Version], format: str, given: Mapping[str, Any]) -> None:
    """Put a comparison into words."""
    from argmap.reporters.comparisons import COMPARISON_FORMATS, Review

    output = given["output"]
    review = Review(found.old, found.new, found.comparison, (sides[0].name, sides[1].name))
    if output != "-":
        text = COMPARISON_FORMATS[format].write(review)
        deliver(text.encode("utf-8", "replace"), output, folder=False, quiet=given["quiet"])
        return
    colour = console.wants_colour(given["colour"], sys.stdout)
    review = replace(review, colour=colour, width=console.width(), unicode=console.speaks_unicode(sys.stdout))
    console.put(COMPARISON_FORMATS[format].write(review), colour=colour)


def _draw(found: _Compared, configured: "Configured", format: str, given: Mapping[str, Any]) -> bool:
    """Draw both maps in one; False if the configuration is at fault."""
    from argmap import pipeline
    from argmap.review.merged import merged

    if configured.diagnostics:
        print_findings(configured.diagnostics, given["colour"])
        return False
    both, marks = merged(found.old, found.new, found.comparison)
    drawing = pipeline.render(
        both,
        format,
        style=picture.style_of(given, configured.settings),
        labelling=found.labelling,
        marks=marks,
        scale=given["scale"],
        pixel_width=given["width"],
    )
    for note in drawing.notes:
        console.say(f"note: {note}")
    deliver(drawing.data, given["output"], folder=False, quiet=given["quiet"])
    return True
