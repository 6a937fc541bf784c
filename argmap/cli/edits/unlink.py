"""`argmap unlink`: make linked premises independent."""

from typing import Any

import click

from argmap.cli import completions
from argmap.cli.edits.transaction import Way, carry_out, editing

_HELP = """Unlink premises: each is a reason of its own then.

RELATION is one with linked premises, by its id or its ends. It keeps its first premise, and each PREMISE that is named
(by default all others) gets a relation of its own to the same target.

\b
Examples:
  argmap unlink tram.argmap.yaml "faster + riders -> build"
  argmap unlink tram.argmap.yaml demand riders
"""


@click.command("unlink", help=_HELP)
@editing
@click.argument("relation", shell_complete=completions.claims_of_map)
@click.argument("premise", nargs=-1, shell_complete=completions.claims_of_map)
def command(*, path: str, relation: str, premise: tuple[str, ...], **given: Any) -> int:
    """Unlink them."""
    from argmap.editing.operations import Unlink

    return carry_out(path, lambda _: [Unlink(relation, premise)], Way(**given))
