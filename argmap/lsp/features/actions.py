"""Changes of the argument that an editor offers at a place: objections, claims taken apart, relations turned round."""

from collections.abc import Mapping

from lsprotocol.types import CodeAction, Position, Range

from argmap import pipeline
from argmap.editing import EDITORS, RefusedError
from argmap.lsp.documents import Document
from argmap.lsp.edits import workspace_edit_of
from argmap.lsp.features.offers import Offer, offers_at


def actions(document: Document, place: Range, *, lazily: bool = False) -> list[CodeAction]:
    """The changes that can be made at a place.

    Args:
        document: The document; nothing is offered while it cannot be read.
        place: What is selected, or where the cursor is.
        lazily: Whether the edits are left out, for `resolve` to work out the one that is chosen; else a change that
            cannot be made is not offered.
    """
    if document.format not in EDITORS:
        return []
    offers = offers_at(document, document.span_of(place))
    if lazily:
        return [CodeAction(offer.title, offer.kind, data=_data(document, place)) for offer in offers]
    found = (_made(document, offer) for offer in offers)
    return [item for item in found if item is not None]


def resolve(document: Document, action: CodeAction) -> CodeAction:
    """Work out the edit of an action that was offered lazily; without an edit if the change cannot be made."""
    place = _place(action.data)
    for offer in offers_at(document, document.span_of(place)) if place else ():
        if offer.title == action.title:
            return _made(document, offer) or action
    return action


def _made(document: Document, offer: Offer) -> CodeAction | None:
    try:
        edited = pipeline.edit(document.loaded, [offer.operation])
    except RefusedError:
        return None
    return CodeAction(offer.title, offer.kind, edit=workspace_edit_of(document, edited))


def _data(document: Document, place: Range) -> Mapping[str, object]:
    """What tells an offer apart when it is resolved."""
    start, end = place.start, place.end
    return {"uri": document.uri, "place": [start.line, start.character, end.line, end.character]}


def _place(data: object) -> Range | None:
    """The place that `_data` wrote down, or None if these are not its data."""
    numbers = data.get("place") if isinstance(data, Mapping) else None
    if not isinstance(numbers, list) or len(numbers) != 4 or not all(isinstance(item, int) for item in numbers):
        return None
    return Range(Position(*numbers[:2]), Position(*numbers[2:]))
