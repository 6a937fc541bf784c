"""The canonical layout of an open file, as the edits that lead to it."""

from lsprotocol.types import TextEdit

from argmap import pipeline
from argmap.lsp.documents import Document
from argmap.lsp.edits import difference


def formatting(document: Document) -> list[TextEdit]:
    """Return what `argmap fmt` would change.

    Raises:
        RefusedError: The text cannot be read, or its format has no layout.
    """
    text = pipeline.lay_out(document.loaded)
    return [TextEdit(document.range_of(item.span), item.text) for item in difference(document.source, text)]
