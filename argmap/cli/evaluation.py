"""Options that say how a map is evaluated; what `evaluate`, `why`, `render` and `show` share."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from argmap.cli import completions, console
from argmap.cli.names import fail_unknown

if TYPE_CHECKING:
    from argmap.core.labelling import Label, Labelling
    from argmap.core.model import ArgumentMap

F = TypeVar("F", bound=Callable[..., Any])

output = click.option("-o", "--output", metavar="OUT", type=click.Path(), default="-", help="A file. [default: stdout]")
"""Where an answer goes: one text, so never a folder."""

SUPPORTS = ("default", "deductive", "necessary", "ignore")


def semantics_name(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Check the name of a semantics."""
    if value is not None and value not in _names():
        fail_unknown("semantics called", value, _names(), param.opts[-1])
    return value


def _names() -> list[str]:
    from argmap.semantics.acceptance import ACCEPTANCE
    from argmap.semantics.strength import STRENGTH

    return [*ACCEPTANCE, *STRENGTH]


def complete_semantics(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a semantics."""
    return [CompletionItem(name) for name in _names() if name.startswith(incomplete)]


def method(command: F) -> F:
    """Add `--semantics`, `--support` and `--timeout`."""
    for option in (
        click.option(
            "--timeout",
            metavar="SECONDS",
            type=click.FloatRange(0, min_open=True),
            default=60.0,
            help="Time to think; what is not found by then is unknown. [default: 60]",
        ),
        click.option(
            "--support",
            type=click.Choice(SUPPORTS),
            default="default",
            help="What support means; for labels only. [default: default]",
        ),
        click.option(
            "-s",
            "--semantics",
            metavar="NAME",
            default="grounded",
            callback=semantics_name,
            shell_complete=complete_semantics,
            help="Labels: grounded, preferred, stable, complete, semi-stable, stage, ideal, eager, admissible, "
            "conflict-free, naive. Strengths: df-quad, quadratic-energy, euler, mlp, h-categoriser. "
            "[default: grounded]",
        ),
    ):
        command = option(command)
    return command


def shown(command: F) -> F:
    """Add `--evaluate` and `--support`, which put an evaluation into a picture."""
    for option in (
        click.option("--support", type=click.Choice(SUPPORTS), default="default", help="What support means there."),
        click.option(
            "--evaluate",
            metavar="SEMANTICS",
            callback=semantics_name,
            shell_complete=complete_semantics,
            help="Mark what stands, falls or is undecided, or how strong it is; see argmap evaluate.",
        ),
    ):
        command = option(command)
    return command


def what_if(command: F) -> F:
    """Add `--what-if`."""
    return click.option(
        "--what-if",
        "assumptions",
        metavar="CLAIM=VALUE",
        multiple=True,
        shell_complete=completions.claims_of_map,
        help="Take a claim for out, in, or (for strengths) a base score; may be repeated.",
    )(command)


def labelling_of(map: "ArgumentMap", given: Mapping[str, Any]) -> "Labelling | None":
    """Return what `--evaluate` asks for, None if it is not given.

    Raises:
        click.UsageError: `--support` does not go with it.
        click.ClickException: There is no answer to show.
    """
    if given["evaluate"] is None:
        if given["support"] != "default":
            raise click.UsageError("--support says how to evaluate: name a semantics with --evaluate.")
        return None
    examine(given["evaluate"], given["support"], None)
    from argmap.semantics.evaluate import evaluate

    found = evaluate(map, given["evaluate"], support=given["support"], timeout=60.0)
    for note in found.notes:
        console.say(f"note: {note}")
    if found.labelling is None:
        raise click.ClickException("there is no evaluation to show")
    return found.labelling


def examine(semantics: str, support: str, ask: str | None) -> None:
    """See that what is asked fits the semantics.

    Raises:
        click.UsageError: It does not.
    """
    from argmap.semantics.strength import STRENGTH

    if semantics not in STRENGTH:
        return
    if support != "default":
        raise click.UsageError(f"{semantics} has its own reading of support: leave out --support.")
    if ask is not None:
        raise click.UsageError(f"{semantics} gives each claim one strength: leave out --{ask}.")


def forced_claims(assumptions: tuple[str, ...], map: "ArgumentMap", semantics: str) -> "dict[str, Label | float]":
    """Return what `--what-if` takes for granted.

    Raises:
        click.UsageError: It is not of the form `CLAIM=out`, names no claim of the map, or does not fit the semantics.
    """
    from argmap.core.labelling import Label
    from argmap.semantics.strength import STRENGTH

    forced: dict[str, Label | float] = {}
    for text in assumptions:
        name, sign, value = text.rpartition("=")
        if not sign:
            raise click.UsageError(f"--what-if: write a claim and what it is to be, such as {text}=out.")
        known_claim(name, map, "--what-if")
        if value in {"in", "out"}:
            forced[name] = Label(value)
        else:
            forced[name] = _score(value)
            if semantics not in STRENGTH:
                raise click.UsageError(f"--what-if: {semantics} knows no scores: a claim is out or in.")
    return forced


def _score(value: str) -> float:
    try:
        score = float(value)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        raise click.UsageError(f"--what-if: a claim is out, in, or has a score from 0 to 1, not '{value}'.")
    return score


def known_claim(name: str, map: "ArgumentMap", option: str) -> None:
    """See that the map has a claim.

    Raises:
        click.UsageError: It has not; the message names the nearest one.
    """
    if name not in map.claim:
        fail_unknown("claim", name, map.claim, option)
