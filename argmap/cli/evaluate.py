"""`argmap evaluate`: say what stands in a map, and how strongly."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli import completions, evaluation, options
from argmap.cli.files import refuse_inputs
from argmap.cli.group import FINDINGS
from argmap.cli.inputs import sound_map
from argmap.cli.telling import Telling

if TYPE_CHECKING:
    from argmap.core.model import ArgumentMap

F = TypeVar("F", bound=Callable[..., Any])

_HELP = """Say which claims of a map stand, or how strong they are.

Given all that was said, a claim stands, falls, or is undecided. The default semantics (grounded) takes no side in a
conflict that nothing settles; others do, and some give strengths from 0 to 1. This says what follows from the map, not
what is true.

Semantics that allow several labellings say by default what all of them agree on (--skeptical).

\b
Examples:
  argmap evaluate tram.argmap.yaml
  argmap evaluate tram.argmap.yaml -s preferred --all
  argmap evaluate tram.argmap.yaml -s preferred --credulous
  argmap evaluate tram.argmap.yaml -s df-quad -f csv -o strengths.csv
  argmap evaluate tram.argmap.yaml --what-if cost=out
  argmap evaluate tram.argmap.yaml --sensitivity tram
"""


def _ask(name: str, help: str) -> Callable[[F], F]:
    return click.option(f"--{name}", "ask", flag_value=name, help=help)


@click.command(
    "evaluate", help=_HELP, epilog="Exit status: 1 also if there is no answer, or only a part of it in time."
)
@options.one_path
@evaluation.method
@_ask("skeptical", "What all labellings agree on.")
@_ask("credulous", "The best that some labelling says of each claim.")
@_ask("all", "List every labelling, up to --limit.")
@_ask("count", "Count the labellings.")
@click.option(
    "--limit", metavar="N", type=click.IntRange(1), default=1000, help="Labellings that --all lists. [default: 1000]"
)
@evaluation.what_if
@click.option(
    "--sensitivity",
    metavar="CLAIM",
    shell_complete=completions.claims_of_map,
    help="Rank the claims by how much this one hangs on them.",
)
@click.option(
    "--set-size",
    metavar="N",
    type=click.IntRange(1, 5),
    default=3,
    help="Largest set of claims that --sensitivity tries. [default: 3]",
)
@click.option(
    "-f", "--format", "format", type=click.Choice(["text", "json", "csv"]), default="text", help="[default: text]"
)
@evaluation.output
@options.source_format
@options.configuration
@options.colour
@options.quiet
def command(*, path: str, **given: Any) -> int:
    """Print the answer; the status says whether there is one, and whether it is whole."""
    evaluation.examine(given["semantics"], given["support"], given["ask"])
    if given["sensitivity"] is not None and given["assumptions"]:
        raise click.UsageError("--sensitivity and --what-if exclude each other.")
    if given["ask"] in {"all", "count"} and (given["sensitivity"] is not None or given["assumptions"]):
        raise click.UsageError(f"--{given['ask']} goes neither with --sensitivity nor with --what-if.")
    projects = options.projects_of(given["config"], given["no_config"])
    found, _ = sound_map(path, given["source_format"], projects, colour=given["colour"])
    if found is None:
        return FINDINGS
    refuse_inputs(given["output"], [path])
    tell = Telling.of(path, given)
    if given["sensitivity"] is not None:
        return _sensitivity(found, tell, given)
    if given["assumptions"]:
        return _change(found, tell, given)
    return _evaluation(found, tell, given)


def _evaluation(map: "ArgumentMap", tell: Telling, given: Mapping[str, Any]) -> int:
    from argmap.semantics.evaluate import evaluate

    with tell.progress():
        found = evaluate(
            map,
            given["semantics"],
            support=given["support"],
            ask=given["ask"],
            limit=given["limit"],
            timeout=given["timeout"],
        )
    tell.account(map, found)
    return 0 if found.complete and found.exists is not False else FINDINGS


def _change(map: "ArgumentMap", tell: Telling, given: Mapping[str, Any]) -> int:
    from argmap.semantics.explanation.change import what_if

    forced = evaluation.forced_claims(given["assumptions"], map, given["semantics"])
    with tell.progress():
        found = what_if(
            map, forced, given["semantics"], support=given["support"], ask=given["ask"], timeout=given["timeout"]
        )
    tell.account(map, found)
    return 0 if found.complete and False not in found.exists else FINDINGS


def _sensitivity(map: "ArgumentMap", tell: Telling, given: Mapping[str, Any]) -> int:
    from argmap.semantics.explanation.sensitivity import sensitivity

    claim = given["sensitivity"]
    evaluation.known_claim(claim, map, "--sensitivity")
    with tell.progress():
        found = sensitivity(
            map,
            claim,
            given["semantics"],
            support=given["support"],
            ask=given["ask"],
            largest_set=given["set_size"],
            timeout=given["timeout"],
        )
    tell.account(map, found)
    return 0 if found.complete and found.value is not None else FINDINGS
