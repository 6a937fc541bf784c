"""`argmap completion`: print what a shell needs to complete commands, options, rules and maps."""

import os
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from argmap.cli import console

_HELP = """Print the completion script for a shell.

The shell is taken from $SHELL if it is not named.

\b
Examples:
  argmap completion bash >> ~/.bashrc
  argmap completion zsh >> ~/.zshrc
  argmap completion fish > ~/.config/fish/completions/argmap.fish
"""

_PLACES = {"bash": "~/.bashrc", "zsh": "~/.zshrc", "fish": "~/.config/fish/completions/argmap.fish"}


@click.command("completion", help=_HELP)
@click.argument("shell", type=click.Choice(list(_PLACES)), required=False)
@click.pass_context
def command(ctx: click.Context, *, shell: str | None) -> int:
    """Print the script; say on standard error where it belongs."""
    shell = shell or Path(os.environ.get("SHELL", "")).name
    if shell not in _PLACES:
        raise click.UsageError(f"Name the shell: {', '.join(_PLACES)}.")
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    script = kind(ctx.find_root().command, {}, "argmap", "_ARGMAP_COMPLETE").source()
    console.put(script.rstrip("\n") + "\n")
    console.say(f"# To install it: argmap completion {shell} {'>' if shell == 'fish' else '>>'} {_PLACES[shell]}")
    return 0
