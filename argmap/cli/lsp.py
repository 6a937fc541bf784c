"""`argmap lsp`: the language server, for editors."""

import gc
import os
import sys
from io import BufferedWriter

import click

from argmap.cli import console

_HELP = """Serve an editor: findings, completion, renaming and more.

An editor starts this command and speaks the Language Server Protocol with it over standard input and output, for
*.argmap.yaml and *.argdown. It ends when the editor does. There is nothing to see in a terminal.

\b
Examples:
  argmap lsp                            what an editor is told to start
  vim.lsp.config('argmap', {cmd = {'argmap', 'lsp'}, ...})       in Neovim
  (add-to-list 'eglot-server-programs '(... . ("argmap" "lsp")))  in Emacs

docs/editors.md has the whole configuration for VS Code, Neovim, Emacs and Helix.
"""


@click.command("lsp", help=_HELP)
@click.option("--stdio", is_flag=True, help="Taken for editors that add it: the server knows no other way.")
def command(*, stdio: bool) -> int:
    """Serve an editor over standard input and output."""
    del stdio
    if sys.stdin.isatty():
        console.say("argmap lsp waits for an editor to speak the Language Server Protocol; Ctrl-C ends it")
    stdout = _own_stdout()
    from argmap.lsp.server import serve

    # At every keystroke a map takes the place of another one, which goes by itself: there is no garbage to look for.
    gc.set_threshold(2_000_000, 20, 100)
    return serve(sys.stdin.buffer, stdout)


def _own_stdout() -> BufferedWriter:
    """Standard output for the protocol alone: whatever else is printed goes to standard error from now on."""
    sys.stdout.flush()
    stdout = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.stdout = sys.stderr
    return stdout
