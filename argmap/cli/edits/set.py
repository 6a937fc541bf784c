"""`argmap set`: give fields of a claim, a relation or whatever else new values."""

from typing import Any

import click

from argmap.cli import completions
from argmap.cli.edits import words
from argmap.cli.edits.transaction import Way, carry_out, editing

_HELP = """Set fields of a claim, a relation or the map.

ID may also be that of a question, group, speaker or source; without it, the fields are those of the map. field=value
sets a field and field= removes it; field+=item and field-=item change a list. Fields are those of the file format. A
relation without an id is called by its ends: "faster -> build". To change an id, see argmap rename.

\b
Examples:
  argmap set tram.argmap.yaml faster title="Faster trips" score=0.8
  argmap set tram.argmap.yaml faster tags+=traffic by-=mayor note=
  argmap set tram.argmap.yaml "faster -> build" kind=attack
  argmap set tram.argmap.yaml title="Should the town build a tram?"
"""


@click.command("set", help=_HELP)
@editing
@click.argument(
    "words_", metavar="[ID] FIELD=VALUE...", nargs=-1, required=True, shell_complete=completions.claims_of_map
)
def command(*, path: str, words_: tuple[str, ...], **given: Any) -> int:
    """Set the fields."""
    from argmap.editing.operations import SetFields

    is_of_map = words.is_change(words_[0])
    changes = words_ if is_of_map else words_[1:]
    if not changes:
        raise click.UsageError("Say what to set: field=value.")
    operation = SetFields(None if is_of_map else words_[0], words.fields_of(changes))
    return carry_out(path, lambda _: [operation], Way(**given))
