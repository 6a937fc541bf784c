"""Maps that a command is to draw or to write: loaded, checked, and left alone if they have errors."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.cli import console
from argmap.core.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from argmap.core.model import ArgumentMap
    from argmap.project import Projects, Settings


def sound_map(
    name: str, source_format: str | None, projects: "Projects", *, colour: str = "auto"
) -> "tuple[ArgumentMap | None, Settings]":
    """Load a map and return it with the settings that hold for it.

    A map with errors is not returned, nor one whose configuration has errors: they are printed to standard error, as
    `argmap check` prints them.

    Raises:
        ArgmapError: The file cannot be read.
    """
    from argmap import pipeline

    configured = projects.of(name)
    fresh = projects.news()
    loaded = pipeline.load(pipeline.read(name), source_format)
    found = pipeline.check(loaded, replace(configured.settings, select=()))
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
    return loaded.map, configured.settings


def print_findings(diagnostics: Iterable[Diagnostic], colour: str = "auto") -> None:
    """Print findings to standard error, as `argmap check` prints them."""
    from argmap.reporters import REPORTERS, Report

    painted = console.wants_colour(colour, sys.stderr)
    report = Report(tuple(diagnostics), colour=painted, width=console.width() - 10)
    console.complain_in_colour(REPORTERS["text"].write(report), colour=painted)
