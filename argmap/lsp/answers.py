"""The answer to each request about an open map: a feature, given what this editor can do."""

from collections.abc import Callable
from typing import Any, Protocol

from lsprotocol import types
from lsprotocol.types import CodeActionKind

from argmap.editing import RefusedError
from argmap.lsp import fixes, formatting, renaming
from argmap.lsp.documents import Document
from argmap.lsp.features import actions, completion, folding, hover, lenses, navigation, symbols
from argmap.lsp.workspace import Workspace


class Session(Protocol):
    """What an answer needs to know of the editor."""

    @property
    def maps(self) -> Workspace:
        """The open files."""

    @property
    def client_capabilities(self) -> types.ClientCapabilities:
        """What the editor can do."""

    def tell(self, message: str) -> None:
        """Write a line into the editor's log."""


def _completion(server: Session, document: Document, params: types.CompletionParams) -> Any:
    if document.known is None:
        _ = document.loaded  # nothing was read so far
    known = server.client_capabilities.text_document
    item = known and known.completion and known.completion.completion_item
    formats = item and item.documentation_format
    return completion.complete(document, params.position, markdown=_takes_markdown(formats))


def _hover(server: Session, document: Document, params: types.HoverParams) -> Any:
    known = server.client_capabilities.text_document
    formats = known and known.hover and known.hover.content_format
    return hover.hover(document, params.position, markdown=_takes_markdown(formats))


def _takes_markdown(formats: Any) -> bool:
    return types.MarkupKind.Markdown in (formats or ())


def _definition(_: Session, document: Document, params: types.DefinitionParams) -> Any:
    return navigation.definition(document, params.position)


def _references(_: Session, document: Document, params: types.ReferenceParams) -> Any:
    return navigation.references(document, params.position, params.context.include_declaration)


def _highlights(_: Session, document: Document, params: types.DocumentHighlightParams) -> Any:
    return navigation.highlights(document, params.position)


def _symbols(_: Session, document: Document, __: types.DocumentSymbolParams) -> Any:
    return symbols.symbols(document)


def _folding(_: Session, document: Document, __: types.FoldingRangeParams) -> Any:
    return folding.folding(document)


def _lenses(_: Session, document: Document, __: types.CodeLensParams) -> Any:
    return lenses.lenses(document)


def _actions(server: Session, document: Document, params: types.CodeActionParams) -> list[types.CodeAction]:
    lazily = _resolves_actions(server.client_capabilities)
    found = [*fixes.quick_fixes(document, params.range), *actions.actions(document, params.range, lazily=lazily)]
    if fixes.is_wanted(fixes.FIX_ALL, params.context) and fixes.is_offered(params.context):
        found += filter(None, [fixes.fix_all(document)])
    return [item for item in found if item.kind is None or fixes.is_wanted(item.kind, params.context)]


def _resolves_actions(client: types.ClientCapabilities) -> bool:
    known = client.text_document and client.text_document.code_action
    later = known and known.resolve_support
    return bool(known and known.data_support and later and "edit" in later.properties)


def _prepare_rename(_: Session, document: Document, params: types.PrepareRenameParams) -> Any:
    return renaming.prepare_rename(document, params.position)


def _rename(server: Session, document: Document, params: types.RenameParams) -> Any:
    return renaming.rename(document, params.position, params.new_name, server.maps)


def _formatting(server: Session, document: Document, _: types.DocumentFormattingParams) -> Any:
    try:
        return formatting.formatting(document)
    except RefusedError as refused:  # no reason to interrupt somebody who only saves a file
        server.tell(f"not formatted: {refused.message}")
        return None


ANSWERS: dict[str, tuple[Callable[[Session, Any, Any], Any], Any]] = {
    types.TEXT_DOCUMENT_COMPLETION: (_completion, types.CompletionOptions(trigger_characters=completion.TRIGGERS)),
    types.TEXT_DOCUMENT_HOVER: (_hover, None),
    types.TEXT_DOCUMENT_DEFINITION: (_definition, None),
    types.TEXT_DOCUMENT_REFERENCES: (_references, None),
    types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: (_highlights, None),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (_symbols, None),
    types.TEXT_DOCUMENT_FOLDING_RANGE: (_folding, None),
    types.TEXT_DOCUMENT_CODE_LENS: (_lenses, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (
        _actions,
        types.CodeActionOptions(
            code_action_kinds=[CodeActionKind.QuickFix, CodeActionKind.Refactor, fixes.FIX_ALL], resolve_provider=True
        ),
    ),
    types.TEXT_DOCUMENT_PREPARE_RENAME: (_prepare_rename, None),
    types.TEXT_DOCUMENT_RENAME: (_rename, None),
    types.TEXT_DOCUMENT_FORMATTING: (_formatting, None),
}
"""What answers a request about a file, and what the handshake says of it."""
