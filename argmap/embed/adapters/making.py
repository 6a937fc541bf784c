"""Figures for hosts that build: what is wrong with the machine is a finding at the block as well."""

from argmap.core.diagnostics import finding
from argmap.core.errors import ArgmapError
from argmap.embed.base import Outcome, Request
from argmap.embed.engine import Engine


def made(engine: Engine, request: Request, format: str) -> Outcome:
    """Make a figure as `Engine.figure` does, and never raise `ArgmapError`."""
    try:
        return engine.figure(request, format)
    except ArgmapError as error:
        return Outcome(None, (finding("figure-not-drawn", error.message, request.place, help=error.hint),))
