"""Where output goes: text and bytes to standard output, remarks to standard error, colours where they are wanted."""

import os
import shutil
import sys
from pathlib import Path
from typing import IO, TextIO

import click

NARROW, WIDE = 40, 120
"""Bounds of the width, in cells, that excerpts and trees make use of."""


def put(text: str, *, colour: bool = False) -> None:
    """Write text for people to standard output; what its encoding lacks is written as an escape."""
    _tolerant(sys.stdout)
    click.echo(text, file=sys.stdout, nl=False, color=colour)


def put_data(data: bytes) -> None:
    """Write a file to standard output, byte for byte."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """Write a remark of one line to standard error; words of a map or a file name in it cannot act on the terminal."""
    from argmap.reporters.glyphs import visible

    _tolerant(sys.stderr)
    click.echo(visible(text), file=sys.stderr)


def complain_in_colour(text: str, *, colour: bool) -> None:
    """Write text that may hold colours to standard error."""
    _tolerant(sys.stderr)
    click.echo(text, file=sys.stderr, nl=False, color=colour)


def wants_colour(choice: str, stream: IO[str]) -> bool:
    """Return whether a stream gets colours.

    Args:
        choice: `always`, `never`, or `auto`: on a terminal, unless NO_COLOR is set; off it if FORCE_COLOR is.
        stream: Standard output or standard error.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def speaks_unicode(stream: TextIO) -> bool:
    """Return whether a stream can carry any character."""
    return (stream.encoding or "").lower().replace("-", "").replace("_", "").startswith("utf")


def width(wanted: int | None = None) -> int:
    """Return how many cells a line may take: what is wanted, else the terminal's width within bounds, else 100."""
    if wanted is not None:
        return wanted
    return max(NARROW, min(WIDE, shutil.get_terminal_size((100, 24)).columns))


def open_missing_streams() -> None:
    """Give a process that was started without its standard streams some that lead nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - it stays open


def hush() -> None:
    """Send what is left of the output nowhere, for the reader of the pipe has gone."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a stream without a file behind it has nothing left to flush
        return


def _tolerant(stream: IO[str]) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure and getattr(stream, "errors", "") == "strict":
        reconfigure(errors="backslashreplace")
