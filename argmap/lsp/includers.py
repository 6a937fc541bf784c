"""The Argdown files of the editor's folders that include an open file: what it is a part of."""

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from argmap import pipeline
from argmap.core.errors import ArgmapError
from argmap.core.source import SourceFile
from argmap.formats.argdown.text.includes import splice
from argmap.lsp.documents import Document
from argmap.lsp.workspace import Workspace
from argmap.project.discovery import SKIPPED_FOLDERS

MOST_ENTRIES = 20_000
"""How many files of the folders are looked at, at most."""

_SUFFIXES = (".argdown", ".ad")


def includers(document: Document, workspace: Workspace) -> Iterator[pipeline.Loaded]:
    """The maps that a file is a part of, each read with the texts of the files that are open.

    Args:
        document: The file.
        workspace: The folders to look in, and the open files. A file outside all folders is looked for in its own.
    """
    if not document.is_argdown or document.source.path is None:
        return
    own = Path(document.source.path).resolve()
    roots = [folder for folder in workspace.folders if own.is_relative_to(folder.resolve())] or [own.parent]
    unsaved = workspace.texts()
    for path in islice(_argdown_files(roots), MOST_ENTRIES):
        real = str(path.resolve())
        if real == str(own):
            continue
        source = _source(path, unsaved.get(real))
        if source is None or "@include(" not in source.text:
            continue
        source = replace(source, unsaved={name: text for name, text in unsaved.items() if name != real})
        pieces = splice(source)[0].pieces
        if any(piece.source.path and Path(piece.source.path).resolve() == own for piece in pieces):
            yield pipeline.load(source, "argdown")


def _argdown_files(roots: list[Path]) -> Iterator[Path]:
    for root in roots:
        seen = 0
        for here, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS)
            seen += len(names) + 1
            if seen > MOST_ENTRIES:
                return
            yield from (Path(here, name) for name in sorted(names) if name.casefold().endswith(_SUFFIXES))


def _source(path: Path, text: str | None) -> SourceFile | None:
    if text is not None:
        return SourceFile(path.name, text, str(path))
    try:
        found = pipeline.read(str(path))
    except ArgmapError:
        return None
    return SourceFile(path.name, found.text, str(path))
