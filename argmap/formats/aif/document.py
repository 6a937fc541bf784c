"""What a file says of nodes and edges, in one shape for AIF, xAIF and OVA2."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.formats.foreign.steps import Edge
from argmap.formats.trees.places import Path
from argmap.formats.trees.values import Object, Values

_ENDS = ("fromID", "toID")
_OVA_ENDS = ("from", "to")
_LISTS = frozenset({"nodes", "edges", "locutions", "participants", "schemefulfillments"})
_NO_NUMBERS = {"edgeID"}
"""Edges are numbered anew when they are written; nothing refers to their numbers."""

_LAYOUT = frozenset("x y w h color visible participantID descriptors cqdesc scheme majorClaim major_claim".split())  # noqa: SIM905
"""What OVA2 says of a node that AIF has no place for at a node."""


@dataclass(slots=True)
class Node:
    """A node.

    Attributes:
        id: Its id, as a text.
        type: Its type in capitals; empty if none is given.
        text: Its text as the file has it; empty if none is given.
        raw: All that is said of it, in the shape of AIF.
        path: Where it stands.
        key: The key of its id: `nodeID`, or in OVA2 `id`.
        layout: What OVA2 says of it beyond that.
    """

    id: str
    type: str
    text: str
    raw: Object
    path: Path
    key: str = "nodeID"
    layout: Object | None = None


@dataclass(slots=True)
class Document:
    """A file.

    Attributes:
        nodes: Nodes by id.
        edges: The edges with two ends.
        apart: Nodes that could not be told from others, as the file has them.
        loose: Edges with an end that is not there, as the file has them.
        locutions: Who said which utterance, as the file has it, with ids as texts.
        participants: People, as the file has them.
        more: What else stands beside the nodes.
        hidden: Ends of the edges that OVA2 does not show.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    apart: list[Object] = field(default_factory=list)
    loose: list[Object] = field(default_factory=list)
    locutions: list[Object] = field(default_factory=list)
    participants: list[Object] = field(default_factory=list)
    more: Object = field(default_factory=dict)
    hidden: list[list[str]] = field(default_factory=list)


def document_of(values: Values, table: Object, path: Path, *, is_ova2: bool = False) -> Document:
    """Gather what an object with `nodes` and `edges` says.

    Args:
        values: The whole file; takes the findings.
        table: The object.
        path: Where it stands.
        is_ova2: Whether it is in the shape of OVA2: with numbers called `id`, and whole nodes as the ends of edges.
    """
    return _Gatherer(values, table, path, is_ova2=is_ova2).document


class _Gatherer:
    def __init__(self, values: Values, table: Object, path: Path, *, is_ova2: bool) -> None:
        self.values = values
        self.table = table
        self.path = path
        self.is_ova2 = is_ova2
        self.document = Document()
        self._schemes = self._fulfilled()
        for item, place in values.objects(table, "nodes", path):
            self._node(item, place)
        for item, place in values.objects(table, "edges", path):
            self._edge(item, place)
        self.document.locutions = [*self._with_names("locutions", "nodeID")] or self._spoken()
        self.document.participants = [_person(item) for item, _ in values.objects(table, "participants", path)]
        self._rest()

    def _fulfilled(self) -> dict[str, Any]:
        """Numbers of schemes by the ids of nodes, from the list beside the nodes."""
        found: dict[str, Any] = {}
        for item in self._with_names("schemefulfillments", "nodeID"):
            if item.get("schemeID") is not None:
                found.setdefault(item["nodeID"], item["schemeID"])
        return found

    def _with_names(self, key: str, name: str) -> Iterator[Object]:
        for item, place in self.values.objects(self.table, key, self.path):
            node_id = item.get(name)
            if type(node_id) is not str:
                node_id = self.values.name(item, name, place)
            yield {**{key: value for key, value in item.items() if value is not None}, name: node_id or ""}

    def _id(self, item: Object, key: str, path: Path) -> str | None:
        node_id = item.get(key)
        return node_id if type(node_id) is str else self.values.name(item, key, path)

    def _node(self, item: Object, path: Path) -> None:
        key = "id" if self.is_ova2 and "nodeID" not in item else "nodeID"
        node_id = self._id(item, key, path)
        if not node_id:
            self.values.note("odd-value", f"this node has no `{key}`", path)
            self.document.apart.append(item)
            return
        text, kind = self._words(item, "text", path), self._words(item, "type", path)
        raw = {"nodeID": node_id, **{name: value for name, value in item.items() if value is not None and name != key}}
        raw["nodeID"] = node_id
        layout = self._without_layout(raw) if self.is_ova2 else None
        if node_id in self._schemes:
            raw.setdefault("schemeID", self._schemes.pop(node_id))
        if node_id in self.document.nodes:
            self.values.note("repeated-node", f"the id `{node_id}` is given to two nodes", (*path, key))
            self.document.apart.append(raw)
        else:
            self.document.nodes[node_id] = Node(node_id, kind.strip().upper(), text, raw, path, key, layout)

    def _spoken(self) -> list[Object]:
        """Who says what in OVA2, where nodes say so themselves."""
        layouts = ((node, node.layout.get("participantID")) for node in self.document.nodes.values() if node.layout)
        return [{"nodeID": node.id, "personID": person} for node, person in layouts if person not in (None, 0, "0", "")]

    def _words(self, item: Object, key: str, path: Path) -> str:
        value = item.get(key)
        return value if type(value) is str else self.values.text(item, key, path) or ""

    def _without_layout(self, raw: Object) -> Object | None:
        """Part what OVA2 says of a node from what AIF says of it."""
        layout = {key: raw.pop(key) for key in _LAYOUT if key in raw}
        scheme = layout.pop("scheme", None)
        if isinstance(scheme, int | str) and not isinstance(scheme, bool) and str(scheme).strip():
            raw["schemeID"] = str(scheme)
        return {key: layout[key] for key in sorted(layout) if layout[key] != {}} or None

    def _edge(self, item: Object, path: Path) -> None:
        keys = _OVA_ENDS if self.is_ova2 and "fromID" not in item else _ENDS
        ends = [self._end(item, key, path) for key in keys]
        known = {key: value for key, value in item.items() if value is not None and key not in keys}
        extra = {key: value for key, value in known.items() if key not in _NO_NUMBERS}
        raw = {"fromID": ends[0], "toID": ends[1], **extra}
        if not ends[0] or not ends[1]:
            self.values.note("odd-value", f"this edge has no `{keys[bool(ends[0])]}`", path)
            self.document.loose.append({key: value for key, value in raw.items() if value is not None})
        else:
            if self.is_ova2 and isinstance(raw.get("visible"), bool) and not raw.pop("visible"):
                self.document.hidden.append([ends[0], ends[1]])
            self.document.edges.append(Edge(ends[0], ends[1], path, raw))

    def _end(self, item: Object, key: str, path: Path) -> str | None:
        end = item.get(key)
        if isinstance(end, dict):
            return self._id(end, "id" if "id" in end else "nodeID", (*path, key))
        return end if type(end) is str else self.values.name(item, key, path)

    def _rest(self) -> None:
        left = [{"nodeID": node_id, "schemeID": number} for node_id, number in self._schemes.items()]
        if left:
            self.document.more["schemefulfillments"] = left
        if not self.is_ova2:
            more = {key: value for key, value in self.table.items() if key not in _LISTS and value not in (None, [])}
            self.document.more |= more


def _person(item: Object) -> Object:
    return {"participantID": item["id"], **{key: item[key] for key in item if key != "id"}} if "id" in item else item
