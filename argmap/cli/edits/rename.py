"""`argmap rename`: give something another id, everywhere."""

from typing import Any

import click

from argmap.cli import completions
from argmap.cli.edits.transaction import Way, carry_out, editing

_HELP = """Give something another id, everywhere.

OLD is the id of a claim, relation, question, group, speaker or source. In Argdown, OLD and NEW may be titles, and files
that the text includes are changed as well. A relation without an id ("faster -> build") gets one.

\b
Examples:
  argmap rename tram.argmap.yaml build build-the-tram
  argmap rename tram.argmap.yaml "faster -> build" demand
  argmap rename tram.argmap.yaml mayor the-mayor --kind speaker
  argmap rename debate.argdown "Faster trips" "Shorter trips" --dry-run
"""


@click.command("rename", help=_HELP)
@editing
@click.argument("old", shell_complete=completions.claims_of_map)
@click.argument("new")
@click.option(
    "--kind",
    type=click.Choice(["speaker", "source"]),
    help="Mean a speaker or a source where a claim has the same name.",
)
def command(*, path: str, old: str, new: str, kind: str | None, **given: Any) -> int:
    """Rename it."""
    from argmap.editing.operations import Rename

    return carry_out(path, lambda _: [Rename(old, new, kind)], Way(**given))
