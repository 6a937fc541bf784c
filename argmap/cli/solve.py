"""`argmap solve`: solve a problem of abstract argumentation, in the way of the competition (ICCMA)."""

from itertools import islice
from typing import TYPE_CHECKING

import click

from argmap.cli import console
from argmap.cli.group import FINDINGS
from argmap.cli.names import fail_unknown
from argmap.core.files import read_bytes
from argmap.core.registry import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.frameworks.base import Format, Instance
    from argmap.semantics.iccma.problems import Problem

_HELP = """Solve a problem of abstract argumentation, as solvers at ICCMA do.

ICCMA is the International Competition on Computational Models of Argumentation. The file holds a framework: arguments
and attacks, no map. PROBLEM is a task and a semantics, such as DS-PR.

\b
Tasks: SE some extension, EE all of them, CE their number, DC whether the argument is in
some extension, DS whether it is in all of them.
Semantics: CO complete, PR preferred, ST stable, SST semi-stable, STG stage, ID ideal,
GR grounded.

\b
Examples:
  argmap solve -p SE-PR -f debate.af          a preferred extension
  argmap solve -p DC-ST -f debate.af -a 7     is 7 in some stable extension?
  argmap solve -p EE-CO -f debate.apx         all complete extensions
  argmap solve -p DS-PR -f - -a b < debate.tgf
  argmap solve --problems                     what can be asked
"""

_MANY = 10_000
"""How many names a suggestion is sought among, and how many pieces of an answer are written at once."""


def _list_problems(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from argmap.semantics.iccma.problems import PROBLEMS

        console.put(f"[{','.join(PROBLEMS)}]\n")
        ctx.exit()


def _list_formats(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from argmap.frameworks import FORMATS

        console.put(f"[{','.join(FORMATS)}]\n")
        ctx.exit()


@click.command("solve", help=_HELP)
@click.option("-p", "--problem", "problem_name", metavar="PROBLEM", help="What to solve, such as SE-PR.")
@click.option("-f", "--file", "path", metavar="FILE", type=click.Path(), help="The framework; - is standard input.")
@click.option("-a", "--argument", metavar="NAME", help="The argument that DC and DS ask about.")
@click.option(
    "-fo",
    "--file-format",
    "format_name",
    metavar="FORMAT",
    help="i23 (p af), apx or tgf, where the content does not tell.",
)
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0, min_open=True),
    help="Give up after so long, with status 1 and no answer.",
)
@click.option(
    "--problems", is_flag=True, is_eager=True, expose_value=False, callback=_list_problems, help="List the problems."
)
@click.option(
    "--formats", is_flag=True, is_eager=True, expose_value=False, callback=_list_formats, help="List the formats."
)
@click.pass_context
def command(
    ctx: click.Context,
    *,
    problem_name: str | None,
    path: str | None,
    argument: str | None,
    format_name: str | None,
    timeout: float | None,
) -> int:
    """Read the framework, solve the problem, print the answer."""
    if problem_name is None and path is None:
        console.put(f"{ctx.get_help()}\n")
        return 0
    from argmap.semantics.framework.budget import Budget, OutOfTimeError
    from argmap.semantics.iccma.problems import answer
    from argmap.semantics.iccma.reading import MAX_BYTES, read

    budget = Budget(timeout)
    problem = _problem(problem_name, argument)
    form = _format(format_name)
    if path is None:
        raise click.UsageError("Name the file with the framework: -f FILE, or -f - for standard input.")
    form, reading = read(read_bytes(path, MAX_BYTES + 1), "<stdin>" if path == "-" else path, form)
    if reading.instance is None:
        from argmap.cli.inputs import print_findings

        print_findings(reading.diagnostics)
        return FINDINGS
    if problem.has_argument:
        number = _number(str(argument), reading.instance)
    else:
        number = None
        if argument is not None:
            console.say(f"{problem.task} asks about no argument: -a is left aside")
    try:
        _put(answer(problem, reading.instance, form, number, budget), timeout)
    except OutOfTimeError:
        console.say(f"no answer within {timeout:g} s: {problem.task}-{problem.semantics} is unknown")
        return FINDINGS
    return 0


def _problem(name: str | None, argument: str | None) -> "Problem":
    from argmap.semantics.iccma.problems import PROBLEMS, problem_of

    if name is None:
        raise click.UsageError("Name the problem: -p SE-PR, for example. List them with: argmap solve --problems")
    found = problem_of(name)
    if found is None:
        near = did_you_mean(name, PROBLEMS)
        hint = f" Did you mean '{near}'?" if near else " List them with: argmap solve --problems"
        raise click.UsageError(f"-p: there is no problem '{name}'.{hint}")
    if found.has_argument and argument is None:
        raise click.UsageError(f"{found.task} asks about an argument: name it with -a.")
    return found


def _format(name: str | None) -> "Format | None":
    from argmap.frameworks import FORMATS

    if name is not None and name.casefold() not in FORMATS:
        fail_unknown("format", name, FORMATS, "-fo")
    return FORMATS[name.casefold()] if name else None


def _number(name: str, instance: "Instance") -> int:
    number = instance.number_of(name)
    if number is None:
        names = instance.names
        if isinstance(names, range) or not names:
            there = f" They are numbered from 1 to {len(names)}." if names else " The file has none."
            raise click.UsageError(f"-a: there is no argument '{name}'.{there}")
        fail_unknown("argument", name, names[:_MANY], "-a")
    return number


def _put(pieces: "Iterator[str]", timeout: float | None) -> None:
    """Write an answer as it comes, or, since a part of it would look like the whole, at its end if time is limited."""
    if timeout is not None:
        console.put("".join(pieces))
    while batch := "".join(islice(pieces, _MANY)):
        console.put(batch)
