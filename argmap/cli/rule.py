"""`argmap rule`: explain a rule, or list them all."""

import json
import sys
import textwrap
from typing import TYPE_CHECKING

import click

from argmap.cli import completions, console, options
from argmap.cli.page import plain_page
from argmap.cli.rule_examples import DOCUMENTS, STOPS, comment_signs, page_of
from argmap.core.registry import did_you_mean

if TYPE_CHECKING:
    from argmap.rules.base import Rule

_HELP = """Explain a rule, or list them all.

NAME is a name such as isolated-claim, or a code such as AM205.

\b
Examples:
  argmap rule                           list all rules
  argmap rule isolated-claim            what it finds, and why that matters
  argmap rule AM205 --format json
"""

_COLOURS = {"error": "red", "warning": "yellow", "advice": "cyan"}


@click.command("rule", help=_HELP)
@click.argument("name", metavar="[NAME]", required=False, shell_complete=completions.rules)
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="How to print. [default: text]"
)
@options.colour
def command(*, name: str | None, style: str, colour: str) -> int:
    """Print a list of rules, or the page of one."""
    from argmap.rules import RULES

    painted = console.wants_colour(colour, sys.stdout)
    chosen = sorted(RULES.values(), key=lambda rule: rule.code)
    if name is not None:
        chosen = [_find(name, chosen)]
    if style == "json":
        found = [_as_data(rule) for rule in chosen]
        console.put(json.dumps(found[0] if name else found, indent=2) + "\n")
    elif name is not None:
        console.put(_explained(chosen[0], painted), colour=painted)
    else:
        console.put("".join(_listed(rule, chosen, painted) for rule in chosen), colour=painted)
    return 0


def _find(name: str, rules: "list[Rule]") -> "Rule":
    for rule in rules:
        if name.casefold() in {rule.name, rule.code.casefold()}:
            return rule
    near = did_you_mean(name, [word for rule in rules for word in (rule.name, rule.code)])
    hint = f" Did you mean '{near}'?" if near else " List them with: argmap rule"
    raise click.UsageError(f"There is no rule '{name}'.{hint}")


def _as_data(rule: "Rule") -> dict[str, str | bool]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": str(rule.severity),
        "by_default": rule.is_by_default,
        "summary": rule.summary,
        "page": page_of(rule).strip(),
    }


def _listed(rule: "Rule", rules: "list[Rule]", painted: bool) -> str:
    longest = max(len(item.name) for item in rules)
    severity = f"{rule.severity:7}"
    if painted:
        severity = click.style(severity, fg=_COLOURS[str(rule.severity)])
    aside = "" if rule.is_by_default else " (Only if selected.)"
    return f"{rule.code}  {severity}  {rule.name:{longest}}  {rule.summary}{aside}\n"


def _explained(rule: "Rule", painted: bool) -> str:
    head = f"{rule.name} ({rule.code}, {rule.severity}{'' if rule.is_by_default else ', only if selected'})"
    title = click.style(head, bold=True) if painted else head
    page = page_of(rule)
    return f"{title}\n\n{plain_page(page, console.width(), painted)}\n{_silence(rule, page)}"


def _silence(rule: "Rule", page: str) -> str:
    """How the rule is left out."""
    if rule.is_of_documents:
        return f"{textwrap.fill(DOCUMENTS, min(console.width(), 88), break_on_hyphens=False)}\n"
    if not rule.may_be_left_out:
        return f"{STOPS}\n"
    lines = f"Leave it out: argmap check --ignore {rule.name}\n"
    if not rule.is_by_default:
        lines = f"Ask for it: argmap check --select {rule.name}; besides all others: --select all,{rule.name}\n"
    for sign in comment_signs(page):
        lines += f"{'On one line: ' if sign == '#' else 'In Argdown:  '} {sign} argmap: allow {rule.name} — reason\n"
    return lines
