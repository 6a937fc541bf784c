"""Statements that only say another one in other words."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from argmap.formats.aif.document import Document, Node
from argmap.formats.aif.words import REPHRASE, STATEMENT, plain, squeezed
from argmap.formats.foreign.steps import Edge

_PLAIN = frozenset({"", "ma", "defaultrephrase"})


class Rephrase(NamedTuple):
    """A statement that rephrases another one.

    Attributes:
        node: The statement.
        step: The node between them.
        said: Id of the statement that it rephrases.
        root: Id of the statement that this rephrases in turn, and so on: the one that is a claim.
        edges: The two edges.
    """

    node: Node
    step: Node
    said: str
    root: str
    edges: tuple[Edge, Edge]


def rephrases(document: Document, questioned: Collection[str]) -> Mapping[str, Rephrase]:
    """The statements that have no part in a debate but to rephrase another one, by id.

    Args:
        document: The file.
        questioned: Ids of statements that somebody asks about: what is joined to these by a rephrase is an answer.
    """
    into: dict[str, list[Edge]] = defaultdict(list)
    out: dict[str, list[Edge]] = defaultdict(list)
    busy: set[str] = set()
    nodes = document.nodes
    if not any(node.type == REPHRASE for node in nodes.values()):
        return {}
    for edge in document.edges:
        kinds = [nodes[end].type if end in nodes else "" for end in (edge.source, edge.target)]
        if REPHRASE in kinds and edge.source in nodes and edge.target in nodes:
            out[edge.source].append(edge)
            into[edge.target].append(edge)
        for end, kind, other in zip((edge.source, edge.target), kinds, reversed(kinds), strict=True):
            if kind == STATEMENT and other not in (REPHRASE, "YA", "L", "TA"):
                busy.add(end)
    first: dict[str, Rephrase] = {}
    for node_id, edges in out.items():
        node = nodes[node_id]
        if node.type != STATEMENT or node_id in busy or len(edges) != 1 or not plain(node.text):
            continue
        step = nodes[edges[0].target]
        found = _through(step, into[step.id], out.get(step.id, []), nodes)
        if found and found not in questioned and found != node_id and node_id not in questioned:
            first[node_id] = Rephrase(node, step, found, found, (edges[0], out[step.id][0]))
    return _rooted(first, nodes)


def _through(step: Node, into: list[Edge], out: list[Edge], nodes: Mapping[str, Node]) -> str | None:
    """What a rephrase with one statement at each end leads to."""
    into = [edge for edge in into if nodes[edge.source].type != "YA"]
    if len(into) != 1 or len(out) != 1 or out[0].target not in nodes:
        return None
    name = step.raw.get("scheme")
    is_plain = squeezed(step.text) in _PLAIN and (not isinstance(name, str) or squeezed(name) in _PLAIN)
    return out[0].target if is_plain and nodes[out[0].target].type == STATEMENT else None


def _rooted(first: dict[str, Rephrase], nodes: Mapping[str, Node]) -> Mapping[str, Rephrase]:
    """Rephrases with the claim at the end of each chain, in file order; none that lead into a circle."""
    roots: dict[str, str | None] = {}
    for start, rephrase in first.items():
        chain, node_id = {start: None}, rephrase.said
        while node_id in first and node_id not in roots and node_id not in chain:
            chain[node_id] = None
            node_id = first[node_id].said
        root = None if node_id in chain else roots.get(node_id, node_id)
        roots |= dict.fromkeys(chain, root)
    kept = {node_id: root for node_id, root in roots.items() if root is not None}
    return {node_id: first[node_id]._replace(root=kept[node_id]) for node_id in nodes if node_id in kept}
