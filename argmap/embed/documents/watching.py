"""Waiting for documents and maps to change, so that what is stale is made anew while somebody writes."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.embed.documents.figures import FORMATS
from argmap.project.presence import is_folder

if TYPE_CHECKING:
    from watchfiles import Change

_INCLUDE = re.compile(r"@include\(([^)\r\n]+)\)")
_NO_SOURCE = (".part", "~", ".swp", ".tmp", *(f".{name}" for name in FORMATS))
_MOST_INCLUDES = 1_000


def folders_of(files: Iterable[Path]) -> list[Path]:
    """The folders in which files lie, and the files that they include; none that lies below another, sorted."""
    waiting, seen = list(files), set[Path]()
    while waiting and len(seen) < _MOST_INCLUDES:
        path = Path(os.path.realpath(waiting.pop()))
        if path not in seen:
            seen.add(path)
            waiting += _included(path)
    folders = sorted({path.parent for path in seen if is_folder(path.parent)})
    return [folder for folder in folders if not any(other in folder.parents for other in folders)]


def _included(path: Path) -> Iterator[Path]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError):
        return
    yield from (path.parent / found.strip() for found in _INCLUDE.findall(text) if "\0" not in found)


def matters(path: str) -> bool:
    """Whether a change of a file may make a figure stale: not one of a picture, or of a file on its way to its name."""
    return not path.lower().endswith(_NO_SOURCE)


def keep_watching(work: Callable[[], Iterable[Path]]) -> None:
    """Do a work again and again, when a file has changed beside or below those that it used; until Ctrl-C.

    Args:
        work: What is to be done; it returns the files that it used.
    """
    folders: list[Path] = []
    watched: Iterator[set[tuple[Change, str]]] = iter(())
    try:
        while True:
            needed = folders_of(work())
            if needed != folders:
                folders, watched = needed, _watch(needed)
                if next(watched, None) is None:
                    return
            elif not any(watched):
                return
    except KeyboardInterrupt:
        return


def _watch(folders: list[Path]) -> "Iterator[set[tuple[Change, str]]]":
    """Sets of changes, empty ones while nothing happens; once the first is there, no change is missed."""
    from watchfiles import DefaultFilter, watch

    usual = DefaultFilter()
    return watch(
        *folders,
        watch_filter=lambda change, path: usual(change, path) and matters(path),
        raise_interrupt=False,
        yield_on_timeout=True,
        rust_timeout=300,
        debounce=300,
    )
