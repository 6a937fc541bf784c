"""Where claims were said, as the marks in the text that was analysed show it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from argmap.core.model import ArgumentMap, Citation, Source
from argmap.core.paragraphs import passages
from argmap.formats.aif.source_text import Mark, SourceText

_ID = "text"


def with_citations(
    argument_map: ArgumentMap, text: SourceText, claims: Mapping[str, tuple[str, ...]], source: Source
) -> ArgumentMap:
    """A map whose claims say where they stand in the text; the same one if nothing in the text is marked as theirs.

    Args:
        argument_map: The map.
        text: The text.
        claims: Ids of the claims that are meant, by what a mark may be called.
        source: What is known of the text.
    """
    found = _marks(text.marks, claims)
    quotes = {
        node_id: [(mark, quote) for mark in marks if (quote := _quote(text, mark))] for node_id, marks in found.items()
    }
    if not any(quotes.values()):
        return argument_map
    paragraphs = passages(text.text).paragraphs
    starts = _starts(text.text, (item.text for item in paragraphs))
    cites = {
        claim: tuple(
            Citation(source.id, paragraph=max(1, bisect_right(starts, mark.start)), quote=quote)
            for mark, quote in items
        )
        for claim, items in quotes.items()
    }
    return replace(
        argument_map,
        claims=tuple(
            replace(item, cites=tuple(dict.fromkeys(cites[item.id]))) if item.id in cites else item
            for item in argument_map.claims
        ),
        sources=(replace(source, paragraphs=len(paragraphs)),),
    )


def source_called(title: str, link: str, date: str) -> Source:
    """A source for the text that was analysed. What is known of it may be empty."""
    is_address = link.startswith(("http://", "https://"))
    return Source(_ID, title or "the text that was analysed", date=date or None, link=link if is_address else None)


def marked(claim_ids: Mapping[str, str], contents: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Ids of claims by the nodes that marks are made for: statements, and utterances of statements."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for node, claim in claim_ids.items():
        found[node][claim] = None
    for said, content in contents:
        if content in claim_ids:
            found[said][claim_ids[content]] = None
    return {node: tuple(claims) for node, claims in found.items()}


def _starts(text: str, paragraphs: Iterable[str]) -> list[int]:
    """Where paragraphs begin. There may be as many marks, so they are looked for once."""
    found, place = [], 0
    for paragraph in paragraphs:
        place = text.find(paragraph, place)
        found.append(place)
        place += len(paragraph)
    return found


def _marks(marks: Iterable[Mark], claims: Mapping[str, tuple[str, ...]]) -> Mapping[str, list[Mark]]:
    found: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        for claim in claims.get(mark.id) or claims.get(mark.id.removeprefix("node"), ()):
            found[claim].append(mark)
    return found


def _quote(text: SourceText, mark: Mark) -> str:
    return " ".join(text.text[mark.start : mark.end].split())
