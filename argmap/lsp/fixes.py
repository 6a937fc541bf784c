"""The fixes of findings as code actions: one for each finding under the cursor, and one for all that are safe."""

from collections.abc import Iterator

from lsprotocol.types import CodeAction, CodeActionContext, CodeActionKind, CodeActionTriggerKind, Range

from argmap.core.diagnostics import Diagnostic
from argmap.lsp.documents import Document
from argmap.lsp.edits import difference, workspace_edit
from argmap.lsp.findings import diagnostic

FIX_ALL = "source.fixAll.argmap"
"""Kind of the action that applies all safe fixes; editors can be told to run it whenever a file is saved."""


def quick_fixes(document: Document, place: Range) -> Iterator[CodeAction]:
    """The fixes of the findings that a range touches. A fix that is surely meant is marked as preferred."""
    span = document.span_of(place)
    for item in document.findings:
        if item.fix is None or item.primary is None or item.primary.source is not document.source:
            continue
        if item.primary.start <= span.end and span.start <= item.primary.end:
            yield CodeAction(
                title=item.fix.title,
                kind=CodeActionKind.QuickFix,
                diagnostics=[diagnostic(document, item)],
                is_preferred=item.fix.safe,
                edit=workspace_edit(document, item.fix.edits),
            )


def fix_all(document: Document) -> CodeAction | None:
    """All safe fixes of a file at once, as `argmap check --fix` applies them; None if there are none."""
    from argmap import pipeline

    if not any(_is_safe(item) for item in document.findings):
        return None
    mended, count = pipeline.fix(document.loaded, document.configured.settings, document.format)
    if not count:
        return None
    edit = workspace_edit(document, difference(document.source, mended.text))
    return CodeAction(title="Mend what can safely be mended", kind=FIX_ALL, edit=edit)


def _is_safe(item: Diagnostic) -> bool:
    return item.fix is not None and item.fix.safe


def is_wanted(kind: str, context: CodeActionContext) -> bool:
    """Whether an editor asks for actions of a kind, such as `refactor.extract` where it asks for `refactor`."""
    if context.only is None:
        return True
    return any(f"{kind}.".startswith(f"{_name(only)}.") for only in context.only)


def _name(kind: CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, CodeActionKind) else kind


def is_offered(context: CodeActionContext) -> bool:
    """Whether somebody asks for actions on the whole file, rather than an editor that shows a lamp as one types."""
    return context.only is not None or context.trigger_kind is not CodeActionTriggerKind.Automatic
