"""`argmap why`: explain why a claim stands, falls or is undecided."""

from typing import Any

import click

from argmap.cli import completions, evaluation, options
from argmap.cli.files import refuse_inputs
from argmap.cli.group import FINDINGS
from argmap.cli.inputs import sound_map
from argmap.cli.telling import Telling

_HELP = """Explain why a claim stands, falls or is undecided.

The reasons are read off the evaluation: for a claim that stands its defence, for one that falls the attack that stands,
for one that is undecided the conflict that nobody settles. For strengths, what each reason contributes, largest first.

\b
Examples:
  argmap why tram.argmap.yaml tram
  argmap why tram.argmap.yaml tram --depth 1
  argmap why tram.argmap.yaml tram -s preferred
  argmap why tram.argmap.yaml tram -s df-quad
  argmap why tram.argmap.yaml tram --what-if cost=out
"""


@click.command("why", help=_HELP, epilog="Exit status: 1 also if there is no answer, or only a part of it in time.")
@options.one_path
@click.argument("claim", metavar="CLAIM", shell_complete=completions.claims_of_map)
@evaluation.method
@evaluation.what_if
@click.option("--depth", metavar="N", type=click.IntRange(0), help="How many claims deep to explain. [default: 6]")
@click.option("-f", "--format", "format", type=click.Choice(["text", "json"]), default="text", help="[default: text]")
@evaluation.output
@options.source_format
@options.configuration
@options.colour
@options.quiet
def command(*, path: str, claim: str, depth: int | None, **given: Any) -> int:
    """Print the explanation, and under an assumption what else it changes."""
    from argmap.semantics.explanation.change import what_if
    from argmap.semantics.explanation.why import DEPTH, why

    semantics, support = given["semantics"], given["support"]
    evaluation.examine(semantics, support, None)
    projects = options.projects_of(given["config"], given["no_config"])
    found, _ = sound_map(path, given["source_format"], projects, colour=given["colour"])
    if found is None:
        return FINDINGS
    refuse_inputs(given["output"], [path])
    evaluation.known_claim(claim, found, "CLAIM")
    forced = evaluation.forced_claims(given["assumptions"], found, semantics)
    tell = Telling.of(path, given)
    with tell.progress():
        how = {"support": support, "forced": forced, "timeout": given["timeout"]}
        reasons = why(found, claim, semantics, depth=DEPTH if depth is None else depth, **how)
        change = what_if(found, semantics=semantics, **how) if forced else None
    tell.account(found, reasons, change)
    return 0 if reasons.complete and reasons.cases else FINDINGS
