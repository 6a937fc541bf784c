"""Where a name is defined, and where it stands: go to definition, references, and the marks of a name in its file."""

from collections.abc import Sequence

from lsprotocol.types import DocumentHighlight, DocumentHighlightKind, Location, Position

from argmap.editing import Occurrence
from argmap.lsp.documents import Document
from argmap.lsp.features.names import named_at, places_of


def definition(document: Document, position: Position) -> list[Location]:
    """Where the thing is defined whose name is at a position; where nothing defines it, where it is named first."""
    found = _places(document, position)
    defined = [item for item in found if item.is_definition] or found[:1]
    return [document.location_of(item.span) for item in defined]


def references(document: Document, position: Position, include_declaration: bool = True) -> list[Location]:
    """Every place at which the thing is named whose name is at a position."""
    found = _places(document, position)
    return [document.location_of(item.span) for item in found if include_declaration or not item.is_definition]


def highlights(document: Document, position: Position) -> list[DocumentHighlight]:
    """The places in the same file at which the thing is named whose name is at a position."""
    return [
        DocumentHighlight(
            document.range_of(item.span),
            DocumentHighlightKind.Write if item.is_definition else DocumentHighlightKind.Read,
        )
        for item in _places(document, position)
        if document.uri_of(item.span.source) == document.uri
    ]


def _places(document: Document, position: Position) -> Sequence[Occurrence]:
    named = named_at(document, document.offset_of(position))
    return places_of(document, named.kind, named.name) if named else []
