"""`argmap extract`: a part of a map as a map of its own."""

from typing import TYPE_CHECKING

import click

from argmap.cli import completions, console, options
from argmap.cli.edits.transaction import changed
from argmap.cli.files import refuse_inputs
from argmap.cli.group import FINDINGS
from argmap.core.errors import ArgmapError
from argmap.core.writing import write_whole
from argmap.project.presence import is_there

if TYPE_CHECKING:
    from argmap.core.model import ArgumentMap
    from argmap.editing.operations import Extract

_HELP = """Extract a part of a map as a map of its own.

What stays of the file stays byte for byte, with its comments: the claims that are named (a group or question stands for
all that is in it), relations between them, and the questions, speakers, sources and groups that they refer to. The
file itself is not changed. Without -o, the part goes to standard output.

\b
Examples:
  argmap extract tram.argmap.yaml money -o money.argmap.yaml
  argmap extract tram.argmap.yaml build --with-reasons -o build.argmap.yaml
  argmap extract tram.argmap.yaml build faster | argmap render - -o part.svg
"""


@click.command("extract", help=_HELP)
@options.one_path
@click.argument("ids", metavar="ID...", nargs=-1, required=True, shell_complete=completions.claims_of_map)
@click.option("--with-reasons", is_flag=True, help="Take all that bears on them along, over any number of steps.")
@click.option("-o", "--output", metavar="OUT", type=click.Path(), default="-", help="The new file. [default: stdout]")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@options.source_format
@options.quiet
def command(
    *,
    path: str,
    ids: tuple[str, ...],
    with_reasons: bool,
    output: str,
    force: bool,
    source_format: str | None,
    quiet: bool,
) -> int:
    """Write the part."""
    refuse_inputs(output, [path])
    if output != "-" and is_there(output) and not force:
        raise ArgmapError("already-there", f"{output} is there already", "--force replaces it")

    def plan(found: "ArgumentMap") -> "list[Extract]":
        from argmap.editing.operations import Extract

        return [Extract(_with_reasons(found, ids) if with_reasons else ids)]

    edited = changed(path, plan, source_format)
    if edited is None:
        return FINDINGS
    for note in edited.notes:
        console.say(f"note: {note}")
    data = edited.loaded.source.text.encode("utf-8", "surrogateescape")
    if output == "-":
        console.put_data(data)
        return 0
    write_whole(output, data)
    if not quiet:
        console.say(f"wrote {output}: {len(edited.loaded.map.claims) if edited.loaded.map else 0:,} claims")
    return 0


def _with_reasons(found: "ArgumentMap", ids: tuple[str, ...]) -> tuple[str, ...]:
    """The ids, and the claims from which supports and attacks lead to what they stand for, or to a step on the way."""
    from argmap.core.model import RelationKind

    relations = [item for item in found.relations if item.kind is not RelationKind.CONFLICT]
    names = dict.fromkeys(ids)
    while True:
        inside = {key for group in found.groups if group.id in names for key in group.members}
        inside |= {group.id for group in found.groups if group.parent in names}
        inside |= {claim.id for claim in found.claims if not names.keys().isdisjoint(claim.answers)}
        steps = {item.id for item in relations if item.target in names}
        inside |= {key for item in relations if item.target in names or item.target in steps for key in item.premises}
        if inside <= names.keys():
            return tuple(names)
        names |= dict.fromkeys(sorted(inside))
