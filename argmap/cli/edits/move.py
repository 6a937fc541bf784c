"""`argmap move`: put claims into another group."""

from typing import Any

import click

from argmap.cli import completions
from argmap.cli.edits.transaction import Way, carry_out, editing

_HELP = """Move claims into a group, or groups into another one.

They leave the groups that they are in. With --no-group they are in none.

\b
Examples:
  argmap move tram.argmap.yaml cost debt --group money
  argmap move tram.argmap.yaml cost --no-group
"""


@click.command("move", help=_HELP)
@editing
@click.argument("ids", metavar="ID...", nargs=-1, required=True, shell_complete=completions.claims_of_map)
@click.option("-g", "--group", metavar="GROUP", help="The group that they join, as its last members.")
@click.option("--no-group", is_flag=True, help="Take them out of all groups.")
def command(*, path: str, ids: tuple[str, ...], group: str | None, no_group: bool, **given: Any) -> int:
    """Move them."""
    from argmap.editing.operations import Move

    if (group is None) != no_group:
        raise click.UsageError("Say where to: --group GROUP or --no-group.")
    return carry_out(path, lambda _: [Move(ids, group)], Way(**given))
