"""Options that several commands share."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli import completions
from argmap.cli.names import fail_unknown
from argmap.core.codes import LEDGER
from argmap.core.registry import did_you_mean

if TYPE_CHECKING:
    from argmap.project import Projects

F = TypeVar("F", bound=Callable[..., Any])


def read_format(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Check the name of a format that is read."""
    if value is not None:
        from argmap.formats import FORMATS

        readable = [name for name, item in FORMATS.items() if item.read]
        if value not in readable:
            fail_unknown("format to read called", value, readable, "--from")
    return value


def selectors(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Split comma lists, and check that every part stands for a rule."""
    from argmap.project.settings import unknown_selectors

    found = tuple(part.strip() for item in value for part in item.split(",") if part.strip())
    for word in unknown_selectors(found):
        near = did_you_mean(word, LEDGER)
        hint = f" Did you mean '{near}'?" if near else " List them with: argmap rule"
        raise click.BadParameter(f"no rule is called '{word}', and no code begins with it.{hint}", ctx, param)
    return found


def several_paths(*, required: bool) -> Callable[[F], F]:
    """The argument `PATHS...`: files, folders, patterns, `-`."""
    metavar = "PATHS..." if required else "[PATHS]..."
    return click.argument("paths", nargs=-1, required=required, metavar=metavar, shell_complete=completions.maps)


one_path = click.argument("path", metavar="FILE", shell_complete=completions.maps)

source_format = click.option(
    "--from",
    "source_format",
    metavar="FORMAT",
    callback=read_format,
    shell_complete=completions.formats,
    help="Format of the input, where its content does not tell; see argmap formats.",
)

output = click.option(
    "-o", "--output", metavar="OUT", type=click.Path(), help="A file, a folder (with a slash), or - for stdout."
)

dry_run = click.option("-n", "--dry-run", is_flag=True, help="Show the change as a diff, and write nothing.")

quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")

colour = click.option(
    "--color",
    "--colour",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colours in the terminal. [default: auto]",
)


def configuration(command: F) -> F:
    """Add `--config` and `--no-config`."""
    command = click.option("--no-config", is_flag=True, help="Look for no configuration.")(command)
    text = "Take this configuration: an argmap.toml, or a pyproject.toml."
    return click.option("--config", metavar="FILE", type=click.Path(), help=text)(command)


def projects_of(config: str | None, no_config: bool) -> "Projects":
    """Return where settings come from, by what `--config` and `--no-config` say.

    Raises:
        click.UsageError: Both are given.
    """
    from argmap.project import Projects

    if config and no_config:
        raise click.UsageError("--config and --no-config exclude each other.")
    return Projects(config, look=not no_config)
