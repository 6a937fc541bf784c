"""What name stands at a place of a document, and where else it stands."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from argmap.core.model import ArgumentMap, Entity
from argmap.editing import EDITORS, Kind, Occurrence
from argmap.lsp.documents import Document
from argmap.lsp.features.carried import carried
from argmap.lsp.features.yaml_cursor import cursor_at
from argmap.lsp.features.yaml_fields import place_at

_CITED_PLACE = re.compile(r"#[^\s,\]}\"'#]*")
_WORD = re.compile(r"[^\s,\[\]{}\"'#:]+")
_ENDS_OF_QUOTED = re.compile(r"[\"'\r\n]")
_ENDS_OF_PLAIN = re.compile(r"[,\[\]{}\r\n]|[ \t]\#|:(?=\s)")
_PROSE = frozenset("text title note description restatements quote author role".split())  # noqa: SIM905
"""Fields that hold texts."""

_SECTION_KINDS: dict[str, Kind] = {
    "claims": "claim",
    "questions": "question",
    "sources": "source",
    "speakers": "speaker",
    "groups": "group",
}


class Named(NamedTuple):
    """A name at a place, and what it names. `occurrence` is None where the text cannot be read as it is now."""

    kind: Kind
    name: str
    occurrence: Occurrence | None = None


@lru_cache(maxsize=4)
def occurrences_of(document: Document) -> Sequence[Occurrence]:
    """Every place at which a name stands, in file order; of a text that cannot be read, those that it had."""
    known = document.sound
    editor = EDITORS.get("argdown" if document.is_argdown else "yaml")
    if known is None or editor is None or document.format == "argdown-json":
        return ()
    found = editor.occurrences(known)
    if document.loaded.map is not None:
        return found
    moved = ((item, carried(document, item.span)) for item in found)
    return tuple(item._replace(span=span) for item, span in moved if span is not None)


@lru_cache(maxsize=4)
def _starts(document: Document) -> tuple[list[Occurrence], list[int]]:
    """The occurrences in the text itself, not in what it includes, and where they start."""
    own = [item for item in occurrences_of(document) if document.uri_of(item.span.source) == document.uri]
    own.sort(key=lambda item: (item.span.start, -item.span.end))
    return own, [item.span.start for item in own]


def occurrence_at(document: Document, offset: int) -> Occurrence | None:
    """The smallest occurrence that an offset lies in or right behind; that of a source also from its `#p3`."""
    own, starts = _starts(document)
    for item in reversed(own[max(0, bisect_right(starts, offset) - 8) : bisect_right(starts, offset)]):
        end = item.span.end
        if item.kind == "source" and not item.is_definition:
            place = _CITED_PLACE.match(document.source.text, end)
            end = place.end() if place else end
        if offset <= end:
            return item
    return None


def named_at(document: Document, offset: int) -> Named | None:
    """The name at an offset. While the text cannot be read, it is told from the words around."""
    if not document.is_argdown and is_prose(document.source.text, offset):
        return None  # told without reading the whole text, as this is where people type most
    found = occurrence_at(document, offset)
    if found is not None:
        return Named(found.kind, found.name, found)
    if document.loaded.map is None and not document.is_argdown:
        return _guessed(document, offset)
    return None


def is_prose(text: str, offset: int) -> bool:
    """Whether an offset of a native map certainly lies in a text that is no name."""
    cursor = cursor_at(text, offset)
    if cursor is None or cursor.is_key or not cursor.path:
        return False
    if len(cursor.path) == 2 and cursor.path[0] in _SECTION_KINDS:
        return cursor.path[0] != "groups"  # `tram: The town should build a tram line.`
    return cursor.path[-1] in _PROSE


def _guessed(document: Document, offset: int) -> Named | None:
    """What the word at an offset of a broken native map names in the map as it was."""
    text, known = document.source.text, document.sound
    word = word_at(text, offset)
    cursor = cursor_at(text, word[0]) if word else None
    if known is None or word is None or cursor is None:
        return None
    name = text[word[0] : word[1]]
    if cursor.is_key and cursor.path in {(section,) for section in _SECTION_KINDS}:
        return Named(_SECTION_KINDS[cursor.path[0]], name)
    if not cursor.is_value:
        return None
    return _meant(known, place_at(cursor.path).names, name)


def _meant(known: ArgumentMap, wanted: str | None, name: str) -> Named | None:
    """What a name means where names of some kind are wanted."""
    if wanted == "speakers":
        return Named("speaker", name)
    if wanted in ("citations", "sources"):
        return Named("source", name)
    if wanted not in ("questions", "claims", "targets", "members", "groups", "arguments"):
        return None
    having: list[tuple[Kind, Mapping[str, Entity]]] = [
        ("claim", known.claim),
        ("relation", known.relation),
        ("question", known.question),
        ("group", known.group),
    ]
    return next((Named(kind, name) for kind, items in having if name in items), None)


def word_at(text: str, offset: int) -> tuple[int, int] | None:
    """Where the word under an offset begins and ends, without quotes and without the place of a citation."""
    begin = text.rfind("\n", 0, offset) + 1
    for found in _WORD.finditer(text, begin):
        if found.start() > offset:
            return None
        if offset <= found.end():
            return found.span()
    return None


def value_at(text: str, start: int, quote: str) -> str:
    """The value on one line that begins at an offset, behind its quotation mark if it has one."""
    ends = (_ENDS_OF_QUOTED if quote else _ENDS_OF_PLAIN).search(text, start)
    return text[start : ends.start() if ends else len(text)].strip()


def places_of(document: Document, kind: Kind, name: str) -> list[Occurrence]:
    """Every place at which something is named, in file order."""
    return [item for item in occurrences_of(document) if item.kind == kind and item.name == name]
