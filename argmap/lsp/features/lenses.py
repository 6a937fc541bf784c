"""The line above a claim that says what speaks for and against it."""

from collections import Counter

from lsprotocol.types import CodeLens, Command

from argmap.core.graph import MapGraph
from argmap.core.model import Claim, RelationKind
from argmap.lsp.documents import Document
from argmap.lsp.features.carried import carried


def lenses(document: Document) -> list[CodeLens]:
    """A lens above each claim that something bears on, and above each thesis.

    Its command has a title and no name: there is nothing to run, and editors show just the words.
    """
    known = document.sound
    if known is None:
        return []
    graph = MapGraph(known)
    theses = {claim.id for claim in graph.roots}
    found = []
    for claim in known.claims:
        words = _words(graph, claim, claim.id in theses)
        span = claim.spans.get("id") or claim.spans.get("text") if words else None
        place = carried(document, span) if span else None
        if place and document.uri_of(place.source) == document.uri:
            found.append(CodeLens(document.range_of(place), Command(words, "")))
    return found


def _words(graph: MapGraph, claim: Claim, is_thesis: bool) -> str:
    """What bears on a claim in words; empty for one that is no thesis and that nothing bears on."""
    onto = dict.fromkeys(graph.onto.get(claim.id, ()))
    counts = Counter(str(item.kind) for item in onto)
    counts["undercut"] = sum(
        other.kind is RelationKind.ATTACK for item in onto for other in graph.onto.get(item.id, ())
    )
    parts = [
        f"{counts[kind]} {kind}{'s' if counts[kind] > 1 else ''}"
        for kind in (*map(str, RelationKind), "undercut")
        if counts[kind]
    ]
    if not is_thesis:
        return ", ".join(parts)
    return f"thesis: {', '.join(parts) or 'no reasons yet'}"
