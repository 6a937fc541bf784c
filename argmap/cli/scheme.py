"""`argmap scheme`: explain a scheme of argumentation, or list them all."""

import json
import re
import sys
import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from argmap.cli import completions, console, options
from argmap.cli.page import plain_page

if TYPE_CHECKING:
    from argmap.core.schemes import Scheme, SchemeQuestion

_HELP = """Explain a scheme of argumentation, or list them all.

A scheme is a pattern of reasoning: what its premises do, what it leads to, and the critical questions that it asks.
NAME is a name such as expert-opinion; other names and spellings are understood, too.

\b
Examples:
  argmap scheme                                  list all schemes
  argmap scheme expert-opinion                   what it builds on, and what it asks
  argmap scheme Argument from Expert Opinion     the same
  argmap scheme sign --format json
"""

_COLUMN = 26
"""Cells of a list that names take; a longer one stands on a line of its own."""

_WIDEST = 88

_HOW = (
    "A bad answer can be written down as an objection: to a premise, as an attack on that claim; to the step, as an "
    "attack on the step itself, its undercut; to the conclusion, as an attack on what is concluded."
)


@click.command("scheme", help=_HELP)
@click.argument("name", metavar="[NAME]", nargs=-1, shell_complete=completions.schemes)
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="How to print. [default: text]"
)
@options.colour
def command(*, name: tuple[str, ...], style: str, colour: str) -> int:
    """Print a list of schemes, or all about one."""
    from argmap.core.schemes import CATALOGUE

    painted = console.wants_colour(colour, sys.stdout)
    chosen = [_find(" ".join(name))] if name else list(CATALOGUE.values())
    if style == "json":
        found = [_as_data(scheme) for scheme in chosen]
        console.put(json.dumps(found[0] if name else found, indent=2, ensure_ascii=False) + "\n")
    elif name:
        console.put(_explained(chosen[0], painted), colour=painted)
    else:
        console.put("\n".join(_listed(chosen, painted)) + "\n", colour=painted)
    return 0


def example_of(scheme: "Scheme") -> str:
    """Return a map in YAML with a step of a scheme, in the letters of the catalogue."""
    first, *others = scheme.premises
    roles = ", ".join(premise.role for premise in others)
    linked = f", with: [{roles}]" if roles else ""
    lines = [
        "argmap: 1",
        "claims:",
        f"  conclusion: {_text(scheme.conclusion)}",
        f"  {first.role}:",
        f"    text: {_text(first.text)}",
        f"    supports: {{to: conclusion{linked}, scheme: {scheme.name}}}",
        *(f"  {premise.role}: {_text(premise.text)}" for premise in others),
    ]
    return "\n".join(lines) + "\n"


def doubted(question: "SchemeQuestion") -> str:
    """Return what a question doubts, as it is told to people: `the step`, `the premise “source”`."""
    if question.doubts in ("step", "conclusion"):
        return f"the {question.doubts}"
    return f"the premise “{question.doubts}”"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if re.search(r": | #|^\W", text) else text


def _find(name: str) -> "Scheme":
    from argmap.core.schemes import CATALOGUE, near_scheme, scheme_named

    known = scheme_named(name)
    if known is not None:
        return CATALOGUE[known]
    near = near_scheme(name)
    hint = f" Did you mean '{near}'?" if near else " List them with: argmap scheme"
    raise click.UsageError(f"There is no scheme '{name}'.{hint}")


def _as_data(scheme: "Scheme") -> dict[str, Any]:
    from argmap.core.schemes import SOURCE

    return {
        "name": scheme.name,
        "title": scheme.title,
        "family": scheme.family,
        "about": scheme.about,
        "premises": [{"role": premise.role, "text": premise.text} for premise in scheme.premises],
        "conclusion": scheme.conclusion,
        "questions": [{"text": question.text, "doubts": question.doubts} for question in scheme.questions],
        "other_names": [alias.replace("-", " ") for alias in scheme.aliases],
        "example": example_of(scheme),
        "source": SOURCE,
    }


def _listed(schemes: "list[Scheme]", painted: bool) -> Iterator[str]:
    width = min(console.width(), _WIDEST)
    for number, (family, items) in enumerate(groupby(schemes, key=lambda scheme: scheme.family)):
        if number:
            yield ""
        yield click.style(family, bold=True) if painted else f"{family}:"
        for scheme in items:
            yield from _entry(scheme, width)


def _entry(scheme: "Scheme", width: int) -> list[str]:
    """A name and what the scheme is, side by side where the width allows it."""
    indent = " " * (_COLUMN + 2 if width >= 2 * _COLUMN else 4)
    about = textwrap.wrap(scheme.about, width, initial_indent=indent, subsequent_indent=indent)
    lead = f"  {scheme.name}"
    if len(lead) + 2 <= len(indent):
        return [lead + about[0][len(lead) :], *about[1:]]
    return [lead, *about]


def _explained(scheme: "Scheme", painted: bool) -> str:
    head = textwrap.fill(f"{scheme.name} ({scheme.title})", min(console.width(), _WIDEST), break_on_hyphens=False)
    title = click.style(head, bold=True) if painted else head
    return f"{title}\n\n{plain_page(_page(scheme), console.width(), painted)}"


def _page(scheme: "Scheme") -> str:
    from argmap.core.schemes import SOURCE

    parts = [
        scheme.about,
        "## Premises",
        _bullets(f"{premise.role}: {premise.text}" for premise in scheme.premises),
        "## Conclusion",
        _bullets([scheme.conclusion]),
        "## Critical questions, and what each doubts",
        _bullets(f"{question.text} ({doubted(question)})" for question in scheme.questions),
        _HOW,
        "## In a map",
        f"```yaml\n{example_of(scheme)}```",
        "## Other names",
        _bullets(alias.replace("-", " ") for alias in scheme.aliases) if scheme.aliases else "None.",
        f"Source: {SOURCE}",
    ]
    return "\n\n".join(parts)


def _bullets(lines: "Iterator[str] | list[str]") -> str:
    return "\n".join(f"- {line}" for line in lines)
