"""Changes of texts as an editor takes them: as few characters as possible, so that the cursor stays where it is."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING

from lsprotocol.types import TextEdit, WorkspaceEdit

from argmap.core.diagnostics import Edit
from argmap.core.source import SourceFile, Span
from argmap.lsp.documents import Document

if TYPE_CHECKING:
    from argmap import pipeline


def workspace_edit(document: Document, edits: Iterable[Edit]) -> WorkspaceEdit:
    """Return edits of a document, and of files that it includes, as an editor takes them."""
    changes: dict[str, list[TextEdit]] = {}
    for item in edits:
        own = changes.setdefault(document.uri_of(item.span.source), [])
        own.append(TextEdit(document.range_of(item.span), item.text))
    return WorkspaceEdit(changes=changes)


def workspace_edit_of(document: Document, edited: "pipeline.Edited") -> WorkspaceEdit:
    """Return what operations did to texts as an editor takes it."""
    return workspace_edit(document, (item for source, text in edited.texts for item in difference(source, text)))


def difference(source: SourceFile, text: str) -> Iterator[Edit]:
    """The edits that make a text of a source: by lines, and in lines that stay by what changes in them."""
    before, after = source.text.splitlines(keepends=True), text.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, before))]
    for start, end, new in _changed(before, after):
        if end - start == len(new):
            for number, line in enumerate(new, start):
                yield from _within(source, starts[number], before[number], line)
        else:
            yield Edit(Span(source, starts[start], starts[end]), "".join(new))


def _changed(before: list[str], after: list[str]) -> Iterator[tuple[int, int, list[str]]]:
    """The lines that change, from one number to another, with what stands there then.

    Where the number of lines stays, each is compared with the one in its place, which takes no time to speak of.
    """
    if len(before) == len(after):
        yield 0, len(before), after
        return
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after).get_opcodes():
        if kind != "equal":
            yield start, end, after[new_start:new_end]


def _within(source: SourceFile, start: int, old: str, new: str) -> Iterator[Edit]:
    """What changes between the beginning and the end that two lines have in common."""
    if old == new:
        return
    shorter = min(len(old), len(new))
    left = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    right = next((at for at in range(shorter - left) if old[-1 - at] != new[-1 - at]), shorter - left)
    if right and old[len(old) - right :].startswith("\n") and old[: len(old) - right].endswith("\r"):
        right -= 1  # never between the two characters of a line end
    yield Edit(Span(source, start + left, start + len(old) - right), new[left : len(new) - right])
