"""argmap: turn a debate into a file that people can read, check, reason over, draw and put in a report."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.api import (
        Loaded,
        check,
        compare,
        convert,
        edit,
        evaluate,
        lay_out,
        load,
        loads,
        losses,
        render,
        save,
        sensitivity,
        show,
        tell,
        what_if,
        why,
    )
    from argmap.core.comparison import Comparison
    from argmap.core.diagnostics import Diagnostic, Severity
    from argmap.core.errors import ArgmapError
    from argmap.core.explanation import Change, Explanation, Sensitivity
    from argmap.core.labelling import Evaluation, Label, Labelling
    from argmap.core.model import ArgumentMap, Citation, Claim, Group, Question, Relation, Source, Speaker
    from argmap.diagram.compose import Style
    from argmap.diagram.view import View
    from argmap.editing.base import RefusedError
    from argmap.formats.base import Loss

__version__ = "0.1.0"

_HOMES = {
    "argmap.api": (
        "Loaded",
        "check",
        "compare",
        "convert",
        "edit",
        "evaluate",
        "lay_out",
        "load",
        "loads",
        "losses",
        "render",
        "save",
        "sensitivity",
        "show",
        "tell",
        "what_if",
        "why",
    ),
    "argmap.core.comparison": ("Comparison",),
    "argmap.core.diagnostics": ("Diagnostic", "Severity"),
    "argmap.core.errors": ("ArgmapError",),
    "argmap.core.explanation": ("Change", "Explanation", "Sensitivity"),
    "argmap.core.labelling": ("Evaluation", "Label", "Labelling"),
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
    "argmap.editing.base": ("RefusedError",),
    "argmap.formats.base": ("Loss",),
}

__all__ = [
    "ArgmapError",
    "ArgumentMap",
    "Change",
    "Citation",
    "Claim",
    "Comparison",
    "Diagnostic",
    "Evaluation",
    "Explanation",
    "Group",
    "Label",
    "Labelling",
    "Loaded",
    "Loss",
    "Question",
    "RefusedError",
    "Relation",
    "Sensitivity",
    "Severity",
    "Source",
    "Speaker",
    "Style",
    "View",
    "__version__",
    "check",
    "compare",
    "convert",
    "edit",
    "evaluate",
    "lay_out",
    "load",
    "loads",
    "losses",
    "render",
    "save",
    "sensitivity",
    "show",
    "tell",
    "what_if",
    "why",
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


def load_ipython_extension(ipython: Any) -> None:
    """Give a notebook the magics `%argmap` and `%%argmap` and the display of maps; IPython calls it for `%load_ext`."""
    from argmap.embed.adapters.jupyter import load

    load(ipython)
