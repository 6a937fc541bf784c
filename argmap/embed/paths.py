"""Where the files of a document lie: inside its project, or refused."""

import os
from pathlib import Path

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import Span
from argmap.project.presence import is_there

_ROOT_MARKS = (".git", "argmap.toml", "pyproject.toml")
"""What lies in the folder of a project, and in no folder below it."""


def project_of(folder: Path) -> Path:
    """The folder of the project that a folder belongs to: the nearest that holds a mark of one, else the folder itself.

    A mark is `.git`, `argmap.toml` or `pyproject.toml`.
    """
    real = Path(os.path.realpath(folder))
    return next((place for place in (real, *real.parents) if any(is_there(place / mark) for mark in _ROOT_MARKS)), real)


def inside(name: str, folder: Path, root: Path, place: Span | None) -> Path | Diagnostic:
    """Find the path that a document means.

    Args:
        name: The path as typed: with slashes, relative to `folder`.
        folder: The document's folder.
        root: The folder of the project, which the path must not leave, also not through a link.
        place: Where the path is typed.

    Returns:
        The path, whether or not something lies there; or a `path-outside-project`.
    """
    try:
        found = Path(os.path.realpath(folder / name))
    except ValueError:  # a NUL in the name
        return finding("path-outside-project", f"`{name}` is no path", place)
    if Path(name).is_absolute():
        advice = "name it by its path from the folder of the document"
        return finding("path-outside-project", f"`{name}` is an absolute path", place, help=advice)
    if not found.is_relative_to(os.path.realpath(root)):
        message = f"`{name}` leads out of the project"
        advice = f"name a file below {_folder(root)}, by its path from the folder of the document"
        return finding("path-outside-project", message, place, help=advice)
    return found


def _folder(path: Path) -> str:
    name = shown(path)
    return "this folder" if name == "." else f"`{name}`"


def shown(path: Path) -> str:
    """A path for a message: relative to where the user stands if that is shorter."""
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):  # the user stands in a folder that is gone, or on another drive
        return str(path)
    return str(path) if relative.startswith("..") else relative
