"""`argmap link`: make linked premises of several."""

from typing import Any

import click

from argmap.cli import completions
from argmap.cli.edits.transaction import Way, carry_out, editing

_HELP = """Link premises: they count only together.

RELATION is a support or attack, by its id or its ends. OTHER is a relation of the same kind to the same target, which
becomes part of it, or a claim, which becomes a further premise of it.

\b
Examples:
  argmap link tram.argmap.yaml "faster -> build" "riders -> build"
  argmap link tram.argmap.yaml demand riders
"""


@click.command("link", help=_HELP)
@editing
@click.argument("relation", shell_complete=completions.claims_of_map)
@click.argument("other", nargs=-1, required=True, shell_complete=completions.claims_of_map)
def command(*, path: str, relation: str, other: tuple[str, ...], **given: Any) -> int:
    """Link them."""
    from argmap.editing.operations import Link

    return carry_out(path, lambda _: [Link(relation, other)], Way(**given))
