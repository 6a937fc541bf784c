"""`argmap embed`: keep the maps in documents fresh."""

import os
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from argmap.cli import console, embedding, options
from argmap.cli.names import fail_unknown

_HELP = """Keep the maps in documents fresh.

A block `argmap` in a document, with a map in it or with file=NAME, becomes a figure beside the document, with a comment
that says what the figure is made of. Run again, it changes only what is stale. DOCS are files, folders, patterns, or -
for standard input: Markdown, Quarto, reStructuredText, AsciiDoc, LaTeX and HTML.

\b
Examples:
  argmap embed report.md                 render and refresh the maps in it
  argmap embed docs/ --check             change nothing, fail if something is stale
  argmap embed report.md -o build/       leave it as it is, write a rendered copy
  argmap embed report.md --watch         again, whenever it or a map changes
  argmap embed docs/ --clean             and remove figures that nobody uses
"""


def _host(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None:
        from argmap.embed.documents import HOSTS

        if value not in HOSTS:
            fail_unknown("kind of document called", value, list(HOSTS), "--host")
    return value


def _complete_hosts(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from argmap.embed.documents import HOSTS

    return [CompletionItem(name) for name in HOSTS if name.startswith(incomplete)]


def _complete_documents(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from argmap.embed.documents import host_of

    before = Path(incomplete)
    folder = before if incomplete.endswith("/") or not incomplete else before.parent
    start = "" if folder == before else before.name
    try:
        found = sorted(item for item in folder.iterdir() if item.name.startswith(start))
    except OSError:
        return []
    shown = [item for item in found if start.startswith(".") or not item.name.startswith(".")]
    folders = [CompletionItem(f"{item}/") for item in shown if item.is_dir()]
    return folders + [CompletionItem(str(item)) for item in shown if host_of(item.name) and not item.is_dir()]


@click.command("embed", help=_HELP)
@click.argument("paths", nargs=-1, required=True, metavar="DOCS...", shell_complete=_complete_documents)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if something is stale or missing.")
@click.option(
    "-o", "--output", metavar="DIR", type=click.Path(), help="Leave the documents, write rendered copies to a folder."
)
@click.option("--figures", metavar="DIR", default="", help="Where new figures go, seen from the document.")
@click.option("--clean", is_flag=True, help="Remove figures of argmap embed that no document uses.")
@click.option("--watch", is_flag=True, help="Go on until Ctrl-C, and refresh whatever a change makes stale.")
@click.option(
    "--host",
    metavar="KIND",
    callback=_host,
    shell_complete=_complete_hosts,
    help="Kind of document, where its name does not tell: markdown, latex, ...",
)
@click.option(
    "--format",
    "report_format",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="How to report findings. [default: text]",
)
@options.configuration
@options.colour
@options.quiet
def command(*, config: str | None, no_config: bool, watch: bool, **given: Any) -> int:
    """Keep documents fresh; the status says whether there are findings."""
    wanted = embedding.Wanted(**given)
    _refuse_mixtures(wanted, watch=watch)
    if not watch:
        return embedding.run(wanted, options.projects_of(config, no_config)).status
    from argmap.embed.documents.watching import keep_watching

    if not wanted.quiet:
        console.say("watching; stop with Ctrl-C")
    keep_watching(lambda: embedding.run(wanted, options.projects_of(config, no_config), again=True).files)
    return 0


def _refuse_mixtures(wanted: embedding.Wanted, *, watch: bool) -> None:
    pairs = {
        "--check and --watch": wanted.check and watch,
        "--check and --output": wanted.check and wanted.output,
        "--clean and --output": wanted.clean and wanted.output,
        "--clean and --watch": wanted.clean and watch,
    }
    for names, both in pairs.items():
        if both:
            raise click.UsageError(f"{names} exclude each other.")
    if "-" in wanted.paths and (watch or wanted.output or len(wanted.paths) > 1):
        raise click.UsageError("Standard input is one document that goes to standard output: give - alone.")
    if os.path.isabs(wanted.figures) or "\\" in wanted.figures:  # noqa: PTH117 - a path of the document
        raise click.UsageError("--figures is a folder seen from the document, with slashes: figures or ../pictures.")
