"""How far a command has come, shown on a terminal and nowhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def progress(label: str, number: int, *, shown: bool) -> Iterator[Callable[[], object]]:
    """Give a function to call after each file.

    Several files get a bar. One file gets the label alone: whatever the command says next takes its place, and if it
    says nothing, the label goes in the end.

    Args:
        label: What is being done, shorter than anything that the command may say afterwards.
        number: How many files there are.
        shown: Whether to show anything, should standard error be a terminal.
    """
    if not shown or not sys.stderr.isatty():
        yield lambda: None
    elif number == 1:
        sys.stderr.write(f"{label}\r")
        sys.stderr.flush()
        try:
            yield lambda: None
        finally:
            sys.stderr.write(f"{' ' * len(label)}\r")
            sys.stderr.flush()
    else:
        with click.progressbar(length=number, label=label, file=sys.stderr) as bar:
            yield lambda: bar.update(1)
