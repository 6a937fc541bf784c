"""`argmap formats`: list the formats of maps and pictures, with what each can hold."""

import json
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from argmap.cli import completions, console
from argmap.cli.names import fail_unknown
from argmap.cli.picture import drawn_formats

if TYPE_CHECKING:
    from argmap.formats import Format
    from argmap.renderers import Picture

_HELP = """List the formats of maps and pictures, with what each can hold.

The name is what --from, --to and --format call a format. Files are known by their content; endings decide only where
several formats would do. What a format cannot hold, argmap convert reports as lost.

\b
Examples:
  argmap formats                       all formats
  argmap formats aif graphml           what these two can hold
  argmap formats --format json
"""


@click.command("formats", help=_HELP)
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=completions.formats)
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="How to print. [default: text]"
)
def command(*, names: tuple[str, ...], style: str) -> int:
    """Print what is known of formats."""
    from argmap.formats import FORMATS
    from argmap.renderers import PICTURES

    known: dict[str, Format | Picture] = {**FORMATS, **PICTURES}
    for name in names:
        if name not in known:
            fail_unknown("format called", name, list(known), "NAME")
    rows = [_row(known[name]) for name in names or known]
    if style == "json":
        console.put(json.dumps([row._asdict() for row in rows], indent=2) + "\n")
    else:
        console.put("".join(f"{line}\n" for line in _table(rows)))
    return 0


class _Row(NamedTuple):
    """What is known of a format; the names of the fields are those of the JSON.

    Attributes:
        name: What options call it.
        title: What it is.
        reads, writes, draws: What argmap does with it.
        suffixes: The endings of its files.
        holds: What of a map is kept in it; None if it is not written, or is a picture.
        lacks: What is not.
        gives_back: Names under which maps carry along what such a file says beyond that.
    """

    name: str
    title: str
    reads: bool
    writes: bool
    draws: bool
    suffixes: tuple[str, ...]
    holds: list[str] | None
    lacks: list[str] | None
    gives_back: tuple[str, ...]


def _row(item: "Format | Picture") -> _Row:
    from argmap.formats import Format

    draws = item.name in drawn_formats()
    if not isinstance(item, Format):
        return _Row(item.name, item.title, False, False, draws, item.suffixes, None, None, ())
    holds = lacks = None
    if item.write:
        from argmap.formats.features import holdings

        known = holdings(item)
        holds = [title for title, is_held in known if is_held]
        lacks = [title for title, is_held in known if not is_held]
    given_back = item.carried if item.write else ()
    return _Row(
        item.name, item.title, bool(item.read), bool(item.write), draws, item.suffixes, holds, lacks, given_back
    )


def _table(rows: list[_Row]) -> Iterator[str]:
    """A line for each format, and below it what a map keeps in it."""
    cells: list[tuple[str, ...]] = [("NAME", "READ", "WRITE", "DRAW", "ENDINGS", "WHAT IT IS")]
    for row in rows:
        marks = ("yes" if mark else "-" for mark in (row.reads, row.writes, row.draws))
        cells.append((row.name, *marks, " ".join(row.suffixes), row.title))
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    for line, told in zip(cells, [None, *rows], strict=True):
        yield "  ".join(f"{cell:{wide}}" for cell, wide in zip(line, widths, strict=True)).rstrip()
        indent = " " * (widths[0] + 2)
        for words in _holdings(told) if told else ():
            yield from textwrap.wrap(
                words,
                max(console.width(), 60),
                initial_indent=indent,
                subsequent_indent=f"{indent}  ",
                break_on_hyphens=False,
            )


def _holdings(row: _Row) -> Iterator[str]:
    if row.holds is None or row.lacks is None:
        return
    if not row.lacks:
        yield "holds all that a map can say"
    elif len(row.lacks) < len(row.holds):
        yield f"holds all but: {', '.join(row.lacks)}"
    else:
        yield f"holds: {', '.join(row.holds) or 'claims and attacks on claims, no more'}"
    if row.gives_back:
        yield "gives back what such a file said beyond that"
