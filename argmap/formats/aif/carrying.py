"""What a file says and a map has no words for: dialogue above all. It goes along in the data of the map."""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.source import SourceFile, Span
from argmap.formats.aif.dialogue import person
from argmap.formats.aif.document import Document, Node
from argmap.formats.aif.generated import Spoken
from argmap.formats.aif.words import DIALOGUE, KEY, REPHRASE, STATEMENT, STEPS
from argmap.formats.foreign.names import carried
from argmap.formats.foreign.steps import Edge, Joined

_ENDS = 2
_NODES = re.compile(r'"nodes"\s*:\s*\[')


def carried_along(
    document: Document,
    joined: Joined,
    spoken: Spoken,
    *,
    nodes: Collection[str],
    edges: Sequence[Edge],
    names: Sequence[str],
) -> Mapping[str, Any]:
    """Gather what a map carries along.

    Args:
        document: The file.
        joined: What its steps came to.
        spoken: The utterances that need not be carried along.
        nodes: Further nodes that are told otherwise.
        edges: Their edges.
        names: The names of all speakers of the map.
    """
    left = _nodes(document, joined, spoken.nodes | set(nodes))
    known = {id(edge) for edge in edges}
    free = [edge for edge in joined.edges if id(edge) not in known and (edge.source, edge.target) not in spoken.edges]
    loose = [edge.raw for edge in free if not {edge.source, edge.target} <= document.nodes.keys()]
    used = {id(edge) for edge in free}
    told = [item for item in document.locutions if item["nodeID"] not in spoken.nodes]
    people = [] if told else [person(number, name) for number, name in enumerate(names, 1)]
    said = {
        "nodes": [node.raw for node in left],
        "edges": [edge.raw for edge in free if {edge.source, edge.target} <= document.nodes.keys()],
        "edge_data": [edge.raw for edge in document.edges if len(edge.raw) > _ENDS and id(edge) not in used],
        "apart": document.apart,
        "loose": [*document.loose, *loose],
        "locutions": told,
        "participants": document.participants if document.participants != people else [],
        "more": document.more,
    }
    said = {key: value for key, value in said.items() if value}
    return {KEY: said} if said else {}


def tell(source: SourceFile, data: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Say what a map carries along, once for each kind; steps that are no relations have findings of their own."""
    kinds: dict[str, list[str]] = {}
    for item in carried(data, KEY).get("nodes", ()):
        kind = _kind(str(item.get("type", "")).strip().upper())
        if kind:
            kinds.setdefault(kind, []).append(item["nodeID"])
    for kind, found in kinds.items():
        several = len(found) > 1
        what = f"{len(found):,} nodes {kind} are" if several else f"a node {kind} is"
        message = f"{what} carried along; argmap has no words for {'them' if several else 'it'}"
        yield finding("carried-part", message, _place(source, found[0]))


def _kind(kind: str) -> str:
    if kind in DIALOGUE:
        return f"of dialogue ({', '.join(DIALOGUE)})"
    if kind == REPHRASE:
        return "for rephrases (MA) that are more than other words for a claim"
    if kind == "PA":
        return "for preferences (PA)"
    return "" if kind in STEPS else f"of the type `{kind}`" if kind else "without a type"


def _place(source: SourceFile, node_id: str) -> Span:
    """Where a node gives its id. A search will do: the way by the tree of the text takes longer than all the rest."""
    beginning = _NODES.search(source.text)
    written = re.escape(json.dumps(node_id, ensure_ascii=False))
    found = beginning and re.compile(rf'"(?:nodeID|id)"\s*:\s*({written}|{re.escape(node_id)}\b)').search(
        source.text, beginning.end()
    )
    return Span(source, *found.span(1)) if found else Span(source, 0, min(1, len(source.text)))


def _nodes(document: Document, joined: Joined, told: Collection[str]) -> list[Node]:
    """The nodes that are neither claims nor relations nor told otherwise."""
    unused = set(joined.steps)
    every = document.nodes.values()
    free = [node for node in every if node.type != STATEMENT and (node.type not in STEPS or node.id in unused)]
    return [node for node in free if node.id not in told]
