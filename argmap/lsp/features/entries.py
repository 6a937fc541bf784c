"""Where the entries of a map stand in the file: a claim with its fields, a question, a group, a speaker, a source."""

from collections.abc import Iterable
from itertools import chain

from argmap.core.model import ArgumentMap, Claim, Group, Question, Source, Speaker
from argmap.core.source import Span
from argmap.lsp.documents import Document
from argmap.lsp.features.carried import carried


def entry_of(document: Document, item: Claim | Question | Group | Speaker | Source) -> tuple[Span, Span] | None:
    """The place of an entry in the text as it is now, and that of its name, or None if it is not in this file."""
    own = item.spans.get("id") or next(iter(item.spans.values()), None)
    name = carried(document, own) if own else None
    if name is None or document.uri_of(name.source) != document.uri:
        return None
    places = (carried(document, span) for span in item.spans.values())
    ends = (span.end for span in places if span and span.source is name.source and span.start >= name.start)
    end = _end_of_words(name.source.text, name.end, max(ends, default=name.end))
    return Span(name.source, name.start, end), name


def _end_of_words(text: str, start: int, end: int) -> int:
    """Where a stretch of text ends without the blank lines and comments at its end."""
    if not text[end - 1 : end].isspace():
        return end
    while True:
        end = start + len(text[start:end].rstrip())
        last = text.rfind("\n", start, end) + 1
        if not last or not text[last:end].lstrip().startswith("#"):
            return end
        end = last


def entry_at(document: Document, known: ArgumentMap, offset: int) -> Claim | Question | None:
    """The claim or question in whose entry an offset lies."""
    items: Iterable[Claim | Question] = chain(known.claims, known.questions)
    best: tuple[int, Claim | Question] | None = None
    for item in items:
        first = item.spans.get("id")
        if first is None or first.start > offset or (best and first.start <= best[0]):
            continue
        if document.uri_of(first.source) == document.uri:
            best = first.start, item
    if best is None:
        return None
    place = entry_of(document, best[1])
    return best[1] if place and offset <= place[0].end else None
