"""`argmap remove`: take something out of a map."""

from typing import Any

import click

from argmap.cli import completions
from argmap.cli.edits.transaction import Way, carry_out, editing

_HELP = """Remove claims, relations or whatever else.

IDs may also be those of questions, groups, speakers and sources. What others refer to stays, unless --with-relations is
given: then relations from and to it go as well, with what undercuts them, and other mentions of it are dropped.
Comments that belong to what is removed go with it.

\b
Examples:
  argmap remove tram.argmap.yaml "faster -> build"
  argmap remove tram.argmap.yaml faster --with-relations --dry-run
"""


@click.command("remove", help=_HELP)
@editing
@click.argument("ids", metavar="ID...", nargs=-1, required=True, shell_complete=completions.claims_of_map)
@click.option("--with-relations", is_flag=True, help="Remove what hangs on it, too.")
def command(*, path: str, ids: tuple[str, ...], with_relations: bool, **given: Any) -> int:
    """Remove them."""
    from argmap.editing.operations import Remove

    return carry_out(path, lambda _: [Remove(ids, with_relations)], Way(**given))
