"""`argmap formats`: list the formats of maps and pictures."""

import click

from argmap.cli import console
from argmap.cli.picture import drawn_formats

_HELP = """List the formats of maps and pictures.

\b
Examples:
  argmap formats
"""


@click.command("formats", help=_HELP)
def command() -> int:
    """Print a table of formats."""
    from argmap.formats import FORMATS
    from argmap.renderers import PICTURES

    drawn = drawn_formats()
    rows: list[tuple[str, ...]] = [("NAME", "READ", "WRITE", "DRAW", "ENDINGS", "WHAT IT IS")]
    for name, item in FORMATS.items():
        marks = ("yes" if mark else "-" for mark in (item.read, item.write, name in drawn))
        rows.append((name, *marks, " ".join(item.suffixes), item.title))
    for picture in PICTURES.values():
        rows.append((picture.name, "-", "-", "yes", " ".join(picture.suffixes), picture.title))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (f"{cell:{wide}}" for cell, wide in zip(row, widths, strict=True))
        console.put("  ".join(cells).rstrip() + "\n")
    return 0
