"""`argmap split`: make two claims of one that says two things."""

from typing import TYPE_CHECKING, Any

import click

from argmap.cli import completions
from argmap.cli.edits import words
from argmap.cli.edits.transaction import Way, carry_out, editing

if TYPE_CHECKING:
    from argmap.core.model import ArgumentMap
    from argmap.editing.operations import Split

_HELP = """Split a claim that says two things.

Its first sentence stays, and what follows becomes a new claim behind it, or give both wordings with --into. Reasons for
and against the claim stay with it. Where it is a premise the two are linked; with --apart each is a reason of its own.

\b
Examples:
  argmap split tram.argmap.yaml fast-and-dear
  argmap split tram.argmap.yaml fast-and-dear --into "It is fast." "It is dear." --id dear --apart
"""


@click.command("split", help=_HELP)
@editing
@click.argument("claim", metavar="ID", shell_complete=completions.claims_of_map)
@click.option("--into", metavar="FIRST SECOND", nargs=2, help="What the two say.")
@click.option("--id", "id", metavar="ID", help="Id of the new claim. [default: made from its words]")
@click.option("--title", metavar="TEXT", help="Title of the new claim.")
@click.option("--apart", is_flag=True, help="Where it is a premise, do not link the two.")
def command(
    *,
    path: str,
    claim: str,
    into: tuple[str, str] | None,
    id: str | None,
    title: str | None,
    apart: bool,
    **given: Any,
) -> int:
    """Split it."""

    def plan(found: "ArgumentMap") -> "list[Split]":
        from argmap.editing.operations import Split

        first, second = into or _sentences(found, claim)
        name = id or words.made_id(found, title or second, "claim")
        return [Split(claim, first, second, name, title, linked=not apart)]

    return carry_out(path, plan, Way(**given))


def _sentences(found: "ArgumentMap", name: str) -> tuple[str, str]:
    """The first sentence of a claim, and the rest; twice the text of one that is not there, which is refused later."""
    from argmap.editing import RefusedError
    from argmap.rules.wording import second_sentence

    text = found.claim[name].text if name in found.claim else ""
    rest = second_sentence(text)
    if name in found.claim and rest is None:
        raise RefusedError(f"the text of `{name}` is one sentence", 'give both wordings: --into "FIRST" "SECOND"')
    return (text.removesuffix(rest).rstrip(), rest) if rest else (text, text)
