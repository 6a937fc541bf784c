"""Renaming what has a name, wherever it stands: in the open file, in files that it includes, in those it is part of."""

from lsprotocol.types import Position, PrepareRenamePlaceholder, TextEdit, WorkspaceEdit

from argmap import pipeline
from argmap.editing import EDITORS, Occurrence, RefusedError
from argmap.editing.operations import Rename
from argmap.lsp.documents import Document
from argmap.lsp.edits import workspace_edit_of
from argmap.lsp.includers import includers
from argmap.lsp.workspace import Workspace


def prepare_rename(document: Document, position: Position) -> PrepareRenamePlaceholder | None:
    """Return the name at a position, or None if there is none that could be another."""
    found = _occurrence(document, position)
    return found and PrepareRenamePlaceholder(document.range_of(found.span), _typed(document, found))


def rename(document: Document, position: Position, new: str, workspace: Workspace) -> WorkspaceEdit | None:
    """Give what stands at a position another name everywhere.

    Args:
        document: The file.
        position: A place in it.
        new: The name; in Argdown a title.
        workspace: Where files that include this one may be.

    Returns:
        The changes by file, or None if there is no name at the position.

    Raises:
        RefusedError: The name is taken or is none, or the file cannot be read.
    """
    if document.loaded.map is None:
        raise RefusedError("nothing can be renamed before the file can be read as a map", "see its errors")
    found = _occurrence(document, position)
    if found is None:
        return None
    kind = found.kind if found.kind in ("speaker", "source") else None
    operation = Rename(_typed(document, found), new.strip(), kind)
    changes: dict[str, list[TextEdit]] = {}
    for loaded in (document.loaded, *includers(document, workspace)):
        made = workspace_edit_of(document, pipeline.edit(loaded, [operation])).changes or {}
        for uri, edits in made.items():
            if changes.setdefault(uri, list(edits)) != edits:
                name = uri.rpartition("/")[2]
                raise RefusedError(f"{name} is part of several maps, which would have to change it in different ways")
    return WorkspaceEdit(changes=changes)


def _typed(document: Document, found: Occurrence) -> str:
    """The name as an operation takes it: of Argdown the title, which other files share."""
    return found.span.text if document.is_argdown else found.name


def _occurrence(document: Document, position: Position) -> Occurrence | None:
    if document.format not in EDITORS or document.loaded.map is None:
        return None
    offset = document.offset_of(position)
    places = EDITORS[document.format].occurrences(document.loaded.map)
    here = (
        item for item in places if item.span.source is document.source and item.span.start <= offset <= item.span.end
    )
    return min(here, key=lambda item: item.span.end - item.span.start, default=None)
