"""Figures that no document uses any more: found, so that they can be removed."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from argmap.core.errors import ArgmapError
from argmap.embed.documents import host_of
from argmap.embed.documents.figures import FORMATS, is_named_in
from argmap.embed.signature import is_signed
from argmap.project.discovery import SKIPPED_FOLDERS

_LARGEST = 20_000_000


def unused(folders: Iterable[Path], root: Path) -> list[Path]:
    """Find the figures that argmap embed wrote and no document mentions.

    Args:
        folders: Where to look for figures; folders in them are not searched.
        root: The folder below which all documents are searched for the names of the figures.

    Returns:
        Their paths, sorted. A figure whose name stands anywhere in a document is not among them.
    """
    signs = tuple(f".{name}" for name in FORMATS)
    figures = {
        path
        for folder in sorted({Path(os.path.realpath(folder)) for folder in folders})
        for path in _files(folder)
        if path.name.lower().endswith(signs) and is_signed(path)
    }
    for document in documents_below(root):
        if not figures:
            break
        text = _text(document)
        figures = {path for path in figures if not is_named_in(text, path.name)}
    return sorted(figures)


def is_mentioned(figure: Path, root: Path, but: str | None = None) -> bool:
    """Whether a document below a folder, other than `but`, holds the name of a figure."""
    own = None if but is None else os.path.realpath(but)
    others = (path for path in documents_below(root) if os.path.realpath(path) != own)
    return any(is_named_in(_text(path), figure.name) for path in others)


def documents_below(root: Path) -> Iterator[Path]:
    """All documents below a folder, but for hidden folders and those of tools."""
    for here, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS)
        yield from (Path(here, name) for name in sorted(names) if host_of(name))


def _files(folder: Path) -> Iterator[Path]:
    try:
        yield from (path for path in folder.iterdir() if path.is_file() and not path.is_symlink())
    except OSError:
        return


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""


def remove(path: Path) -> None:
    """Remove a figure.

    Raises:
        ArgmapError: `cannot-write`.
    """
    try:
        path.unlink()
    except OSError as error:
        raise ArgmapError("cannot-write", f"cannot remove {path}: {error.strerror}") from error
