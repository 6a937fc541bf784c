"""`argmap new`: write a small map to start from."""

from pathlib import Path

import click

from argmap.cli import console
from argmap.core.errors import ArgmapError
from argmap.core.writing import write_whole
from argmap.project.discovery import stem_of
from argmap.project.presence import is_there

SCHEMA = "argmap.schema.json"

_HELP = """Write a small map to start from.

It has one of everything that a first map needs, with comments that say what it is. Its first line tells editors to
complete and check it with argmap.schema.json, which is put beside it unless it is there.

\b
Examples:
  argmap new tram                       writes tram.argmap.yaml
  argmap new debates/tram
  argmap new -                          prints it
"""


@click.command("new", help=_HELP)
@click.argument("name", metavar="NAME")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was written.")
def command(*, name: str, force: bool, quiet: bool) -> int:
    """Write the starter file."""
    from argmap.formats.native import json_schema, starter

    if name == "-":
        console.put_data(starter("debate").encode())
        return 0
    stem = stem_of(name) if name.casefold().endswith((".argmap.yaml", ".argmap.yml", ".yaml", ".yml")) else name
    if not Path(stem).name or stem.endswith("/"):
        raise click.UsageError(f"'{name}' is no name for a file.")
    output = f"{stem}.argmap.yaml"
    if is_there(output) and not force:
        raise ArgmapError("already-there", f"{output} is there already", "--force replaces it")
    write_whole(output, starter(Path(stem).name).encode())
    schema = Path(output).with_name(SCHEMA)
    if not is_there(str(schema)):
        write_whole(str(schema), json_schema().encode())
    if not quiet:
        console.say(f"wrote {output}; draw it: argmap render {output}")
    return 0
