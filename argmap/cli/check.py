"""`argmap check`: find what is wrong or weak in maps."""

import sys
from typing import TYPE_CHECKING

import click

from argmap import __version__
from argmap.cli import completions, console, options, tally
from argmap.cli.examination import Examination, examine, fails
from argmap.cli.files import refuse_inputs
from argmap.cli.group import ENVIRONMENT, FINDINGS, complain
from argmap.cli.progress import progress
from argmap.core.errors import ArgmapError
from argmap.core.writing import write_whole

if TYPE_CHECKING:
    from argmap.reporters import RuleText

_HELP = """Find what is wrong or weak in maps.

PATHS are files, folders, patterns, or - for standard input; without any, this folder is searched. Maps in folders are
*.argmap.yaml, .yml and .json, and Argdown: *.argdown, *.ad and *.argdown.json. All findings of all files are reported,
in the order of the files.

\b
Examples:
  argmap check                          every map below this folder
  argmap check debate.argmap.yaml       one map
  argmap check debate.argdown           one in Argdown
  argmap check --fix debates/           mend what can safely be mended
  argmap check --ignore AM4,isolated-claim
  argmap check --format sarif -o argmap.sarif
"""


@click.command("check", help=_HELP)
@options.several_paths(required=False)
@click.option(
    "--format",
    "report_format",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="How to report. [default: text]",
)
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="Write the report to a file.")
@click.option(
    "--select",
    metavar="RULES",
    multiple=True,
    callback=options.selectors,
    shell_complete=completions.rules,
    help="Report only these: names, codes, beginnings of codes such as AM4, or all.",
)
@click.option(
    "--ignore",
    metavar="RULES",
    multiple=True,
    callback=options.selectors,
    shell_complete=completions.rules,
    help="Leave these out.",
)
@click.option("--strict", is_flag=True, help="Let advice fail the check, too.")
@click.option("--fix", is_flag=True, help="Mend what can safely be mended.")
@click.option("--diff", is_flag=True, help="Show what --fix would do, and change nothing.")
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of listing them.")
@options.source_format
@options.configuration
@options.colour
@options.quiet
def command(
    *,
    paths: tuple[str, ...],
    report_format: str,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    fix: bool,
    diff: bool,
    statistics: bool,
    source_format: str | None,
    config: str | None,
    no_config: bool,
    colour: str,
    quiet: bool,
) -> int:
    """Check maps; the status says whether anything was found."""
    from argmap.project import discover, suffixes_of

    _refuse_mixtures(fix=fix, diff=diff, statistics=statistics, report_format=report_format)
    run = Examination(options.projects_of(config, no_config), select, ignore, strict, source_format)
    found = discover(paths or (".",), run.projects, suffixes_of(source_format))
    if output:
        refuse_inputs(output, [item.name for item in found])
    with progress("checking", len(found), shown=not quiet) as step:
        for item in found:
            try:
                examine(run, item.name, mend=fix, compare=diff)
            except ArgmapError as error:
                complain(error)
                run.trouble = True
            step()
    run.diagnostics[:0] = run.projects.diagnostics()
    run.failed |= any(fails(item, strict) for item in run.projects.diagnostics())
    to_stderr = fix and "-" in [item.name for item in found]
    if diff:
        console.put("".join(run.diffs))
    elif statistics:
        _deliver(tally.statistics(run.diagnostics), output, to_stderr=to_stderr, colour=False)
    else:
        _report(run, report_format, output, colour, to_stderr=to_stderr)
    if not quiet and not diff:
        for line in (*tally.summary(run), *([f"wrote {output}"] if output not in {None, "-"} else [])):
            console.say(line)
    return _status(run, diff)


def _refuse_mixtures(*, fix: bool, diff: bool, statistics: bool, report_format: str) -> None:
    if fix and diff:
        raise click.UsageError("--fix and --diff exclude each other.")
    if statistics and report_format != "text":
        raise click.UsageError("--statistics is a report of its own: leave --format out.")


def _status(run: Examination, diff: bool) -> int:
    if run.trouble:
        return ENVIRONMENT
    return FINDINGS if (run.diffs if diff else run.failed) else 0


def _report(run: Examination, name: str, output: str | None, colour: str, *, to_stderr: bool) -> None:
    from argmap.reporters import REPORTERS, Report

    stream = sys.stderr if to_stderr else sys.stdout
    painted = output is None and console.wants_colour(colour, stream)
    report = Report(
        tuple(run.diagnostics),
        files=tuple(run.files),
        rules=rule_texts() if name == "sarif" else {},
        colour=painted,
        width=console.width() - 10,
        version=__version__,
    )
    _deliver(REPORTERS[name].write(report), output, to_stderr=to_stderr, colour=painted)


def rule_texts() -> "dict[str, RuleText]":
    """Return what a report may say about rules."""
    from argmap.reporters import RuleText
    from argmap.rules import RULES

    return {rule.name: RuleText(rule.summary, rule.page) for rule in RULES.values()}


def _deliver(text: str, output: str | None, *, to_stderr: bool, colour: bool) -> None:
    if output not in {None, "-"}:
        write_whole(str(output), text.encode("utf-8", "backslashreplace"))
    elif to_stderr:
        console.complain_in_colour(text, colour=colour)
    else:
        console.put(text, colour=colour)
