"""What an editor offers while somebody types: names with their words, fields with what they say, places in sources."""

import json
import re
from collections.abc import Iterable, Iterator

from lsprotocol.types import (
    CompletionItem,
    CompletionItemKind,
    CompletionList,
    MarkupContent,
    MarkupKind,
    Position,
    Range,
    TextEdit,
)

from argmap.core.model import ArgumentMap, ClaimKind
from argmap.core.source import Span
from argmap.formats.argdown.to_map.structures import rule_name
from argmap.formats.native.yaml_text import scalar
from argmap.lsp.documents import Document
from argmap.lsp.features.argdown_cursor import Opening, opening_at
from argmap.lsp.features.candidates import Candidate, candidates_at, scheme_candidates, tags_of
from argmap.lsp.features.words import Teller
from argmap.lsp.features.yaml_cursor import Cursor, cursor_at
from argmap.markup.plain import one_line

TRIGGERS: tuple[str, ...] = (" ", "[", "{", ",", "#", "<", '"', "'")
"""Characters after which an editor asks by itself."""

_MOST = 100
"""Items that are offered at once; what does not fit is offered when more is typed."""

_LONGEST = 80
"""Letters of what is said beside a name."""

_LONGEST_NAME = 1_000
"""Letters that are typed at most for a name; more are something else."""

_NOTHING = ArgumentMap()
_BARE_TAG = re.compile(r"[\w-]+")
_COLON = re.compile(r"[ \t]*:")


def complete(document: Document, position: Position, *, markdown: bool = True) -> CompletionList | None:
    """Offer what can stand at a position, or return None if nothing is known to belong there.

    Args:
        document: The document; its text need not be readable.
        position: The place.
        markdown: Whether the editor shows Markdown beside an item; plain text is given otherwise.
    """
    text, offset = document.source.text, document.offset_of(position)
    known = document.known or document.sound or _NOTHING
    teller = Teller(known, markdown, document.is_argdown)
    if document.is_argdown:
        opening = opening_at(text, offset)
        return _argdown(document, opening, teller) if opening else None
    cursor = cursor_at(text, offset)
    return _native(document, cursor, teller) if cursor else None


def _native(document: Document, cursor: Cursor, teller: Teller) -> CompletionList | None:
    found, is_whole = _fitting(candidates_at(teller.map, cursor), cursor.typed)
    if not found:
        return None
    edits = [(item, _typed(document, cursor, item)) for item in found]
    items = _items(teller, edits, document.range_of(Span(document.source, cursor.start, cursor.end)))
    return CompletionList(not is_whole, items)


def _typed(document: Document, cursor: Cursor, item: Candidate) -> str:
    """A candidate as it is typed at a place: in quotes where that is needed, a field with its colon."""
    name = item.name
    if not cursor.quote:
        name = json.dumps(name, ensure_ascii=False) if cursor.in_json else scalar(name, in_flow=True)
    if not item.is_field or cursor.quote or _COLON.match(document.source.text, cursor.end):
        return name
    return f"{name}:" if item.opens and not cursor.in_json else f"{name}: "


def _argdown(document: Document, opening: Opening, teller: Teller) -> CompletionList | None:
    found, is_whole = _fitting(_named_in_argdown(teller.map, opening), opening.typed)
    if not found:
        return None
    edits = [(item, _typed_in_argdown(opening, item)) for item in found]
    items = _items(teller, edits, document.range_of(Span(document.source, opening.start, opening.end)))
    return CompletionList(not is_whole, items)


def _typed_in_argdown(opening: Opening, item: Candidate) -> str:
    if opening.needs_brackets and not _BARE_TAG.fullmatch(item.name):
        return f"({item.name})"
    return item.name + opening.closing


def _named_in_argdown(map: ArgumentMap, opening: Opening) -> Iterator[Candidate]:
    if opening.wants == "tag":
        yield from (Candidate(tag, CompletionItemKind.Keyword) for tag in tags_of(map))
    elif opening.wants == "rule":
        yield from (item._replace(name=rule_name(item.name)) for item in scheme_candidates())
    else:
        kind = ClaimKind.ARGUMENT if opening.wants == "argument" else ClaimKind.CLAIM
        for claim in map.claims:
            # A title without words may be the very one that is being typed.
            is_typed = not claim.text and claim.title and opening.typed.casefold().startswith(claim.title.casefold())
            if claim.kind is kind and claim.title and not is_typed:
                yield Candidate(claim.title, CompletionItemKind.Reference, claim.text, "claim", claim.id)


def _fitting(candidates: Iterable[Candidate], typed: str) -> tuple[list[Candidate], bool]:
    """The candidates that what is typed can be the beginning of, the best first, and whether these are all."""
    wanted = typed.strip().casefold()
    found = list(candidates) if len(wanted) <= _LONGEST_NAME else []
    if wanted:
        word = re.compile(rf"\b{re.escape(wanted)}")
        ranked = [(rank, item) for item in found if (rank := _rank(item, wanted, word)) is not None]
        found = [item for _, item in sorted(ranked, key=lambda pair: pair[0])]
    return found[:_MOST], len(found) <= _MOST


def _rank(item: Candidate, wanted: str, word: re.Pattern[str]) -> int | None:
    """How well a candidate fits what is typed, from 0; None if not at all."""
    name = item.name.casefold()
    if name.startswith(wanted):
        return 0
    if word.search(name):
        return 1
    if word.search(item.detail.casefold()):
        return 2
    if wanted in name:
        return 3
    letters = iter(name)
    return 4 if all(letter in letters for letter in wanted) else None


def _items(teller: Teller, edits: Iterable[tuple[Candidate, str]], place: Range) -> list[CompletionItem]:
    """The items that put texts in the place of what is typed, in this order."""
    found = []
    for number, (item, text) in enumerate(edits):
        detail = _cut(item.detail)
        found.append(
            CompletionItem(
                label=item.name,
                kind=item.shape,
                detail=detail or None,
                documentation=_documentation(item, teller),
                sort_text=f"{number:04}",
                filter_text=f"{item.name} {detail}" if detail and not item.is_field else item.name,
                text_edit=TextEdit(place, text),
            )
        )
    return found


def _cut(words: str) -> str:
    """A text on one line, cut at a word if it is long."""
    line = one_line(words)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]}…"


def _documentation(item: Candidate, teller: Teller) -> MarkupContent | None:
    if item.kind is not None:
        words = teller.told(item.kind, item.words or item.name)
    elif item.is_field or item.shape is CompletionItemKind.Value:
        words = item.words if teller.markdown else item.words.replace("`", "")
    else:
        words = teller.markup.text(item.words)
    kind = MarkupKind.Markdown if teller.markdown else MarkupKind.PlainText
    return MarkupContent(kind, words) if words else None
