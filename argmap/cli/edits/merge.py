"""`argmap merge`: make one claim of two that say the same."""

from typing import Any

import click

from argmap.cli import completions
from argmap.cli.edits.transaction import Way, carry_out, editing

_HELP = """Merge two claims that say the same.

KEPT stays where it is, and relations of GONE are its own then. Its text counts unless --text names the other one; the
wording that is not chosen is kept as a restatement. Where else they differ KEPT stays as it is, and standard error says
so.

\b
Examples:
  argmap merge tram.argmap.yaml faster shorter-trips
  argmap merge tram.argmap.yaml faster shorter-trips --text shorter-trips
"""


@click.command("merge", help=_HELP)
@editing
@click.argument("kept", shell_complete=completions.claims_of_map)
@click.argument("gone", shell_complete=completions.claims_of_map)
@click.option("--text", metavar="ID", help="Whose wording is taken: KEPT or GONE.")
def command(*, path: str, kept: str, gone: str, text: str | None, **given: Any) -> int:
    """Merge them."""
    from argmap.editing.operations import Merge

    if text not in (None, kept, gone):
        raise click.UsageError(f"--text: '{text}' is neither of the two; write {kept} or {gone}.")
    return carry_out(path, lambda _: [Merge(kept, gone, text)], Way(**given))
