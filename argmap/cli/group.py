"""The group of commands: loads a command only when it is called, and turns every fault into a message and a status."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

import click

from argmap.cli import console
from argmap.core.errors import ArgmapError

FINDINGS, ENVIRONMENT, BROKEN_PIPE, INTERRUPTED = 1, 3, 141, 130
"""Exit status beside 0; the last two are what a shell shows for a process that the signal ends."""


class Entry(NamedTuple):
    """A command that is not loaded yet.

    Attributes:
        module: The module that holds it, under the name `command`.
        help: What the list of commands says of it; the first sentence of its own help.
    """

    module: str
    help: str


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, so that `--help` and `--version` stay quick.

    Args:
        sections: Commands by name, under the headings of the list, in its order.
        settings: What `click.Group` takes.
    """

    def __init__(self, *, sections: dict[str, dict[str, Entry]], **settings: Any) -> None:
        super().__init__(**settings)
        self.sections = sections
        self.entries = {name: entry for entries in sections.values() for name, entry in entries.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order in which people need them."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import a command; None if there is none of the name."""
        if name not in self.entries:
            return None
        found: click.Command = import_module(self.entries[name].module).command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, or name the one that was likely meant."""
        name = args[0]
        if name not in self.entries and not name.startswith("-") and not ctx.resilient_parsing:
            from argmap.core.registry import did_you_mean

            near = did_you_mean(name, self.entries)
            ctx.fail(f"There is no command '{name}'." + (f" Did you mean '{near}'?" if near else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading them."""
        widest = max(map(len, self.entries))
        for title, entries in self.sections.items():
            with formatter.section(title):
                formatter.write_dl([(f"{name:{widest}}", entry.help) for name, entry in entries.items()])

    def main(self, args: Sequence[str] | None = None, *rest: Any, **named: Any) -> Any:
        """Run a command line and end the process with its status; never lets a traceback out."""
        console.open_missing_streams()
        named["standalone_mode"] = False
        call = super().main
        sys.exit(_status(lambda: call(args, *rest, **named)))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take a bare call for a question after help."""
        return super().parse_args(ctx, args or ["--help"])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, and see that all of its output has left."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            console.hush()
            raise click.exceptions.Exit(BROKEN_PIPE) from None
        except KeyboardInterrupt:
            raise click.exceptions.Exit(INTERRUPTED) from None
        return result


def _status(call: Callable[[], Any]) -> int:
    try:
        result = call()
    except (click.exceptions.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ArgmapError as error:
        complain(error)
        return ENVIRONMENT
    except OSError as error:  # mostly standard output, on a disk that is full
        if os.environ.get("ARGMAP_DEBUG"):
            raise
        console.hush()
        console.say(f"error: {error.strerror or error}" + (f": {error.filename}" if error.filename else ""))
        return ENVIRONMENT
    except SystemExit:
        raise
    except BaseException as error:  # the panic of a library written in Rust is not an Exception
        if os.environ.get("ARGMAP_DEBUG"):
            raise
        console.say(f"internal error: {type(error).__name__}: {error}")
        console.say("This is a fault of argmap, please report it; run with ARGMAP_DEBUG=1 for the traceback.")
        return ENVIRONMENT
    return result if isinstance(result, int) else 0


def complain(error: ArgmapError) -> None:
    """Tell the user of trouble in the environment."""
    console.say(f"error: {error.message}")
    if error.hint:
        console.say(f"hint: {error.hint}")
