"""What the outputs of a command are called, and how they are written."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli import console
from argmap.cli.files import means_folder, refuse_inputs
from argmap.core.writing import make_folder, write_whole
from argmap.project.discovery import stem_of

if TYPE_CHECKING:
    from argmap.project import Found


def format_for(wanted: str | None, output: str | None, by_suffix: Mapping[str, str], option: str) -> str | None:
    """Return the format that is asked for, else the one that the output's ending stands for; None if neither says.

    Raises:
        click.UsageError: The ending stands for no format.
    """
    if wanted or output is None or output == "-" or means_folder(output):
        return wanted
    ends = [suffix for suffix in by_suffix if output.casefold().endswith(suffix)]
    if ends:
        return by_suffix[max(ends, key=len)]
    known = ", ".join(by_suffix)
    raise click.UsageError(f"'{output}' does not tell the format: end it with one of {known}, or give {option}.")


def plan(found: "Sequence[Found]", output: str | None, suffix: str) -> list[str]:
    """Return the output of every input.

    Args:
        found: The inputs.
        output: What `-o` says: a file, `-`, a folder, or None for beside the input.
        suffix: The ending of new names.

    Raises:
        click.UsageError: Several inputs would go to one output.
        ArgmapError: An output is one of the inputs.
    """
    if output is None:
        outputs = ["-" if item.name == "-" else stem_of(item.name) + suffix for item in found]
    elif output != "-" and means_folder(output):
        below = ["stdin" if item.name == "-" else stem_of(item.below) for item in found]
        outputs = [str(Path(output, name + suffix)) for name in below]
    elif len(found) > 1:
        raise click.UsageError(f"There are {len(found)} maps: for -o name a folder, with a slash at its end.")
    else:
        outputs = [output]
    _refuse_repetition(found, outputs)
    for name in outputs:
        refuse_inputs(name, [item.name for item in found])
    return outputs


def _refuse_repetition(found: "Sequence[Found]", outputs: Sequence[str]) -> None:
    taken: dict[str, str] = {}
    for item, output in zip(found, outputs, strict=True):
        key = output if output == "-" else os.path.normcase(os.path.realpath(output))
        if key in taken:
            raise click.UsageError(f"{taken[key]} and {item.name} would both be written to {output}.")
        taken[key] = item.name


def refuse_binary_to_terminal(format: str, outputs: Sequence[str]) -> None:
    """See that no picture's bytes land in a terminal.

    Raises:
        click.UsageError: They would.
    """
    from argmap.renderers import PICTURES

    is_binary = format in PICTURES and PICTURES[format].is_binary
    if is_binary and "-" in outputs and sys.stdout.isatty():
        raise click.UsageError(
            f"A {format.upper()} is nothing to read: name a file with -o, or send it through a pipe."
        )


def deliver(data: bytes, output: str, *, folder: bool, quiet: bool) -> None:
    """Write an output, make its folder if it belongs into one, and say so."""
    if output == "-":
        console.put_data(data)
        return
    if folder:
        make_folder(str(Path(output).parent))
    write_whole(output, data)
    if not quiet:
        console.say(f"wrote {output}")
