"""argmap: turn a debate into a file that people can read, check, draw and put in a report."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.api import Loaded, check, convert, load, loads, render, save, show
    from argmap.core.diagnostics import Diagnostic, Severity
    from argmap.core.errors import ArgmapError
    from argmap.core.model import ArgumentMap, Citation, Claim, Group, Question, Relation, Source, Speaker
    from argmap.diagram.compose import Style
    from argmap.diagram.view import View

__version__ = "0.1.0"

_HOMES = {
    "argmap.api": ("Loaded", "check", "convert", "load", "loads", "render", "save", "show"),
    "argmap.core.diagnostics": ("Diagnostic", "Severity"),
    "argmap.core.errors": ("ArgmapError",),
    "argmap.core.model": (
        "ArgumentMap",
        "Citation",
        "Claim",
        "Group",
        "Question",
        "Relation",
        "Source",
        "Speaker",
    ),
    "argmap.diagram.compose": ("Style",),
    "argmap.diagram.view": ("View",),
}

__all__ = [
    "ArgmapError",
    "ArgumentMap",
    "Citation",
    "Claim",
    "Diagnostic",
    "Group",
    "Loaded",
    "Question",
    "Relation",
    "Severity",
    "Source",
    "Speaker",
    "Style",
    "View",
    "__version__",
    "check",
    "convert",
    "load",
    "loads",
    "render",
    "save",
    "show",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `argmap --version` loads none of them."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'argmap' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
