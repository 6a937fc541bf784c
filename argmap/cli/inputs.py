"""Maps that a command is to draw or to write: loaded, checked, and left alone if they have errors."""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.cli import console
from argmap.core.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from argmap.core.model import ArgumentMap
    from argmap.pipeline import Loaded
    from argmap.project import Projects, Settings


def sound_map(
    name: str, source_format: str | None, projects: "Projects", *, colour: str = "auto", drawn: bool = False
) -> "tuple[ArgumentMap | None, Settings]":
    """Load a map and return it with the settings that hold for it.

    A map with errors is not returned, nor one whose configuration has errors: they are printed to standard error, as
    `argmap check` prints them.

    Args:
        name: The file, or `-`.
        source_format: The name of its format, or None for the one that it seems to have.
        projects: Where configurations come from.
        colour: Whether findings are coloured: `auto`, `always` or `never`.
        drawn: Whether the map is to be drawn: then what the file asks for in vain is said in notes.

    Raises:
        ArgmapError: The file cannot be read.
    """
    from argmap import pipeline

    configured = projects.of(name)
    fresh = projects.news()
    loaded = pipeline.load(pipeline.read(name), source_format)
    found = pipeline.check(loaded, replace(configured.settings, select=()), Severity.ERROR)
    errors = [item for item in found if item.severity is Severity.ERROR]
    if errors or fresh:
        print_findings([*fresh, *errors], colour)
    if configured.diagnostics:
        console.say(f"{loaded.source.name} is left alone until its configuration is mended, or --no-config is given")
        return None, configured.settings
    if errors:
        number = f"{len(errors):,} {'error' if len(errors) == 1 else 'errors'}"
        console.say(f"{loaded.source.name} has {number}: mend them first, or see all findings with argmap check")
        return None, configured.settings
    if loaded.map is None:
        console.say(f"{loaded.source.name} cannot be read as a map")
    _tell_of_reading(loaded)
    if drawn:
        _tell(item for item in found if _bears_on_picture(item))
    return loaded.map, configured.settings


def _tell_of_reading(loaded: "Loaded") -> None:
    """Say in a note that a file of another tool could not be read just as it stands."""
    from argmap.formats import FORMATS

    if not FORMATS[loaded.format].is_foreign:
        return
    found = Counter(item.name for item in loaded.diagnostics if item.severity is Severity.WARNING)
    if found:
        kinds = ", ".join(f"{name} ({number:,})" for name, number in sorted(found.items()))
        console.say(f"note: {loaded.source.name}: not all of it fits into a map: {kinds}; argmap check says more")


_MOST_NOTES = 10

_OF_OTHER_OUTPUTS = frozenset(
    "data graphml html json parser process processes saveAs sourceHighlighter webComponent".split()  # noqa: SIM905
)
"""Sections of Argdown's front matter that ask nothing of a picture."""


def _bears_on_picture(item: Diagnostic) -> bool:
    if item.name == "unsupported-setting":
        return item.primary is None or item.primary.text not in _OF_OTHER_OUTPUTS
    return item.name == "unportable-syntax"


def _tell(found: Iterable[Diagnostic]) -> None:
    """Say in notes what a picture does not show as the file asks for, or shows as another tool would not."""
    notes = list(found)
    for item in notes[:_MOST_NOTES]:
        where = f"{item.primary.source.name}:{item.primary.line}: " if item.primary else ""
        console.say(f"note: {where}{item.message}")
    if len(notes) > _MOST_NOTES:
        console.say(f"note: and {len(notes) - _MOST_NOTES:,} more of this kind: see argmap check")


def print_findings(diagnostics: Iterable[Diagnostic], colour: str = "auto") -> None:
    """Print findings to standard error, as `argmap check` prints them."""
    from argmap.reporters import REPORTERS, Report

    painted = console.wants_colour(colour, sys.stderr)
    report = Report(tuple(diagnostics), colour=painted, width=console.width() - 10)
    console.complain_in_colour(REPORTERS["text"].write(report), colour=painted)
