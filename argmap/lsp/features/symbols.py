"""The outline of a document: questions, their positions, and under each claim what bears on it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lsprotocol.types import DocumentSymbol, Range, SymbolKind

from argmap.core.model import ArgumentMap, Claim, ClaimKind, Group, Question, Relation, RelationKind, Source, Speaker
from argmap.diagram.outline import Node, Outline, Role, outline, short
from argmap.lsp.documents import Document
from argmap.lsp.features.entries import entry_of

_DEEPEST = 24
"""Levels of the outline; what lies deeper is shown on the last one. Clients and the protocol go down by recursion."""

_STEPS = {
    RelationKind.SUPPORT: "+ support",
    RelationKind.ATTACK: "− attack",
    RelationKind.CONFLICT: "↔ conflict",
}


def symbols(document: Document) -> list[DocumentSymbol]:
    """The claims of a document as a tree of reasons, each once, then its groups, speakers and sources.

    A symbol's range is its own entry in the file. Those of its children lie elsewhere, as the tree is that of the
    argument, not that of the text.
    """
    known = document.sound
    if known is None:
        return []
    sections = (
        _section(document, "Groups", known.groups),
        _section(document, "Speakers", known.speakers),
        _section(document, "Sources", known.sources),
    )
    return [*_tree(document, outline(_uncovered(known))), *(item for item in sections if item)]


def _uncovered(map: ArgumentMap) -> ArgumentMap:
    """The map in which nothing is hidden or closed: an outline in an editor shows what the file has."""
    if not (any(item.hidden for item in map.claims) or any(item.hidden or item.closed for item in map.groups)):
        return map
    return replace(
        map,
        claims=tuple(replace(item, hidden=False) for item in map.claims),
        groups=tuple(replace(item, hidden=False, closed=False) for item in map.groups),
    )


def _tree(document: Document, found: Outline) -> list[DocumentSymbol]:
    """The symbols of an outline. What stands in another file has none: its children belong to what is above it."""
    roots: list[DocumentSymbol] = []
    homes: list[tuple[list[DocumentSymbol], int]] = []
    for node in found.nodes:
        above, depth = homes[node.parent] if node.parent is not None else (roots, 0)
        item = node.item
        places = None if node.repeat or isinstance(item, Relation) else _places(document, item)
        if places is None or isinstance(item, Relation):
            homes.append((above, depth))
            continue
        symbol = DocumentSymbol(short(item), _kind(item), *places, detail=_detail(found, node), children=[])
        above.append(symbol)
        children = symbol.children if depth + 1 < _DEEPEST and isinstance(symbol.children, list) else above
        homes.append((children, depth + 1))
    return roots


def _detail(found: Outline, node: Node) -> str:
    if node.role is not Role.PREMISE or node.parent is None:
        return str(node.role)
    step = found.nodes[node.parent]
    assert isinstance(step.item, Relation)
    above = found.nodes[step.parent] if step.parent is not None else None
    is_undercut = above is not None and above.role is Role.STEP and step.item.kind is RelationKind.ATTACK
    words = "⊣ undercut" if is_undercut else _STEPS[step.item.kind]
    return f"{words}, linked" if len(set(step.item.premises)) > 1 else words


def _kind(item: Claim | Question) -> SymbolKind:
    if isinstance(item, Question):
        return SymbolKind.Event
    return SymbolKind.Method if item.kind is ClaimKind.ARGUMENT else SymbolKind.Property


def _section(document: Document, name: str, items: Sequence[Group | Speaker | Source]) -> DocumentSymbol | None:
    """The symbols of what is listed in the file, under one for the list."""
    found = list(_listed(document, items))
    if not found:
        return None
    starts = [symbol.range.start for symbol in found]
    ends = [symbol.range.end for symbol in found]
    first = min(found, key=lambda symbol: (symbol.range.start.line, symbol.range.start.character))
    whole = Range(
        min(starts, key=lambda at: (at.line, at.character)), max(ends, key=lambda at: (at.line, at.character))
    )
    return DocumentSymbol(name, SymbolKind.Namespace, whole, first.selection_range, children=found)


def _listed(document: Document, items: Sequence[Group | Speaker | Source]) -> Iterator[DocumentSymbol]:
    for item in items:
        places = _places(document, item)
        if places is None:
            continue
        kind, words = SymbolKind.Module, item.id
        if isinstance(item, Speaker):
            kind, words = SymbolKind.Constant, item.name
        elif isinstance(item, Source | Group):
            kind, words = (SymbolKind.File if isinstance(item, Source) else SymbolKind.Module), item.title
        yield DocumentSymbol(" ".join(words.split()) or item.id, kind, *places, detail=item.id)


def _places(document: Document, item: Claim | Question | Group | Speaker | Source) -> tuple[Range, Range] | None:
    """The range of an entry and that of its name, or None if it is not in this file."""
    places = entry_of(document, item)
    return (document.range_of(places[0]), document.range_of(places[1])) if places else None
