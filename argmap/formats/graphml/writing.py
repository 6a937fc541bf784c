"""Map to GraphML: nodes, edges and nested graphs with a key for every field, drawn so that yEd and draw.io show it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from argmap.core.graph import MapGraph
from argmap.core.ids import Ids
from argmap.core.model import ArgumentMap, Claim, Group, Question, Relation
from argmap.diagram.groups import homes, outwards, parents
from argmap.diagram.themes import LIGHT
from argmap.formats.base import Loss, Written
from argmap.formats.foreign.names import carried
from argmap.formats.graphml import looks, values
from argmap.formats.graphml.connections import Edge, Key, edges_of
from argmap.formats.graphml.fields import as_json
from argmap.formats.graphml.places import Box, Spot, box_at, is_place, joints_of, places_of
from argmap.formats.graphml.values import Values
from argmap.formats.graphml.xml_text import Writer, written

_NAMESPACES = {
    "xmlns": "http://graphml.graphdrawing.org/xmlns",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xmlns:y": "http://www.yworks.com/xml/graphml",
    "xsi:schemaLocation": "http://graphml.graphdrawing.org/xmlns "
    "http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd",
}
_TOKEN = re.compile(r"[A-Za-z0-9._-]+", re.ASCII)
_DEEPEST = 15
_OTHER = looks.Line("other", LIGHT.answer)
_KNOWN_TYPES = ("boolean", "int", "long", "float", "double", "string")
_TYPES = {
    **dict.fromkeys(("implicit", "hidden", "closed", "assumed", "named"), "boolean"),
    **dict.fromkeys(("score", "weight"), "double"),
    **dict.fromkeys(("order", "argmap"), "int"),
}

Thing: TypeAlias = Claim | Question | Relation | Group


def write(argument_map: ArgumentMap) -> Written:
    """Return the map as GraphML, with nothing lost but relations with an end that is not in the map.

    Claims and questions are nodes, groups nodes with a graph in them. A relation is an edge from its premise to its
    target; one with several premises, or that another one attacks, is a node of its own with edges to and from it, as
    GraphML has no edges between more than two nodes, nor such that end on edges. Every field has a key. Places, colours
    and labels are written for yEd and draw.io: those that the map had in a file of another tool, else argmap's own.
    """
    return _Writing(argument_map).written()


class _Writing:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.graph = MapGraph(argument_map)
        self.joints = joints_of(argument_map)
        self.writer = Writer()
        self.keys: dict[tuple[str, str], str] = {}
        self.around = _nested(argument_map)
        self.home = homes(argument_map, self.around)
        self.inside: dict[str | None, list[Thing]] = defaultdict(list)
        for group in argument_map.groups:
            self.inside[self.around[group.id]].append(group)
        boxes: list[Claim | Question] = [*argument_map.questions, *argument_map.claims]
        for box in boxes:
            self.inside[self.home.get(box.id)].append(box)
        self.stands: dict[str, str | None] = {}
        for relation in self.graph.relations:
            if relation.id in self.joints:
                found = {self.home.get(premise) for premise in relation.premises}
                self.stands[relation.id] = found.pop() if len(found) == 1 else None
                self.inside[self.stands[relation.id]].append(relation)
        self.edges: dict[str | None, list[Edge]] = defaultdict(list)
        for edge in edges_of(argument_map, self.joints):
            self.edges[self._around_both(edge)].append(edge)
        self.others = _Others(argument_map)
        self.ids = _xml_ids([*map(_key_of, self.things(None)), *self.others.keys()])
        self.orders = self._orders()
        self.answers: dict[str, list[str]] = defaultdict(list)
        for edge in self._in_file_order(None):
            if edge.end[0] == "q":
                self.answers[edge.start[1]].append(edge.end[1])
        members = {group.id: self._members(group.id) for group in reversed(argument_map.groups)}
        self.places = places_of(argument_map, self.joints, members)
        self.theses = {claim.id for claim in self.graph.roots}
        self.declared = _declared(argument_map)

    def _around_both(self, edge: Edge) -> str | None:
        """The innermost group around both ends of an edge."""
        others = set(outwards(self._group_of(edge.end), self.around))
        return next((group for group in outwards(self._group_of(edge.start), self.around) if group in others), None)

    def _group_of(self, node: Key) -> str | None:
        kind, name = node
        return self.stands[name] if kind == "r" else self.home.get(name)

    def _in_file_order(self, group: str | None) -> Iterator[Edge]:
        """The edges in the graph of a group as they will be written: those of groups inside it come first."""
        for thing in self.inside[group]:
            if isinstance(thing, Group):
                yield from self._in_file_order(thing.id)
        yield from self.edges[group]

    def things(self, group: str | None) -> Iterator[Thing]:
        """All nodes that will be written, in their order."""
        waiting: list[Thing] = list(reversed(self.inside[group]))
        while waiting:
            thing = waiting.pop()
            yield thing
            if isinstance(thing, Group):
                waiting += reversed(self.inside[thing.id])

    def _members(self, group: str) -> tuple[str, ...]:
        return tuple(thing.id for thing in self.things(group) if not isinstance(thing, Group))

    def _orders(self) -> dict[str, int]:
        """Places among their like of things that will not be written in the order of the map."""
        found: dict[str, int] = {}
        rows: dict[type, list[str]] = {Claim: [], Question: [], Group: [], Relation: []}
        for thing in self.things(None):
            rows[type(thing)].append(thing.id)
        rows[Relation] += [edge.whole for edge in self._in_file_order(None) if edge.whole]
        lists: list[tuple[type, Iterable[Thing]]] = [
            (Claim, self.map.claims),
            (Question, self.map.questions),
            (Group, self.map.groups),
            (Relation, self.graph.relations),
        ]
        for kind, items in lists:
            wanted = [item.id for item in items]
            if wanted != rows[kind]:
                found |= {key: place for place, key in enumerate(wanted)}
        return found

    def written(self) -> Written:
        body = self._body()
        self.writer.open("graphml", _NAMESPACES)
        for (scope, name), key in self.keys.items():
            self._declare(scope, name, key)
        self.writer.lines += body
        self.writer.close()
        kept = {item.id for item in self.graph.relations}
        lost = tuple(item.id for item in self.map.relations if item.id not in kept)
        losses = (Loss("relations with an end that is not in the map", lost),) if lost else ()
        return Written(self.writer.text(), losses)

    def _declare(self, scope: str, name: str, id: str) -> None:
        if name.startswith("\0"):
            self.writer.add("key", {"id": id, "for": scope, "yfiles.type": name[1:]})
            return
        declared = self.declared.get(scope, {}).get(name, {})
        known = declared.get("type") if declared.get("type") in _KNOWN_TYPES else _TYPES.get(name, "string")
        attributes = {"id": id, "for": scope, "attr.name": name, "attr.type": known}
        if isinstance(declared.get("default"), str):
            self.writer.open("key", attributes)
            self.writer.add("default", text=declared["default"])
            self.writer.close()
        else:
            self.writer.add("key", attributes)

    def _body(self) -> list[str]:
        """The graph; what keys it needs is noted on the way."""
        outer, self.writer = self.writer, Writer()
        self.writer.lines.clear()
        self.writer.open("graphml")
        self.writer.open("graph", {"id": "G", "edgedefault": "directed"})
        self._data("graph", values.of_map(self.map))
        for thing in self.inside[None]:
            self._node(thing)
        for number, other in enumerate(self.others.nodes):
            self._other(number, other)
        self._edges(None)
        for start, end in self.others.lines(self.ids):
            self._edge(Edge(start, end, {"relation": "other"}, _OTHER))
        self.writer.close()
        lines = self.writer.lines[1:]
        self.writer = outer
        return lines

    def _key(self, scope: str, name: str) -> str:
        return self.keys.setdefault((scope, name), f"d{len(self.keys)}")

    def _data(self, scope: str, said: Values) -> None:
        for name, value in said.items():
            self.writer.add("data", {"key": self._key(scope, name)}, written(value))

    def _node(self, thing: Thing) -> None:
        folder = {"yfiles.foldertype": "group"} if isinstance(thing, Group) else {}
        self.writer.open("node", {"id": self.ids[_key_of(thing)], **folder})
        said = self._said(thing)
        if thing.id in self.orders:
            said["order"] = self.orders[thing.id]
        self._data("node", said)
        self.writer.open("data", {"key": self._key("node", "\0nodegraphics")})
        self._draw(thing)
        self.writer.close()
        if isinstance(thing, Group):
            self.writer.open("graph", {"id": f"{self.ids[_key_of(thing)]}:", "edgedefault": "directed"})
            for inner in self.inside[thing.id]:
                self._node(inner)
            self._edges(thing.id)
            self.writer.close()
        self.writer.close()

    def _said(self, thing: Thing) -> Values:
        match thing:
            case Claim():
                return values.of_claim(thing, self.answers[thing.id])
            case Question():
                return values.of_question(thing)
            case Relation():
                return values.of_relation(thing, is_joint=True)
        said = values.of_group(thing)
        nested = tuple(item.id for item in self.inside[thing.id] if isinstance(item, Claim | Question))
        if nested != thing.members:
            said["members"] = as_json(list(thing.members))
        if thing.parent is not None and self.around[thing.id] is None:
            said["parent"] = thing.parent
        return said

    def _draw(self, thing: Thing) -> None:
        box = self.places.boxes[thing.id]
        match thing:
            case Claim():
                looks.draw_claim(self.writer, self.map, thing, box, is_thesis=thing.id in self.theses)
            case Question():
                looks.draw_question(self.writer, thing.label or thing.id, box)
            case Relation():
                looks.draw_joint(self.writer, self.map, thing, box)
            case Group():
                looks.draw_group(self.writer, thing, box)

    def _bends(self, relation: str, start: str, end: str) -> tuple[Spot, ...]:
        found = self.places.bends.get((relation, start, end))
        return found or tuple(reversed(self.places.bends.get((relation, end, start), ())))

    def _edges(self, group: str | None) -> None:
        """The edges in the graph of a group: draw.io takes the corners of a line from there."""
        for edge in self.edges[group]:
            self._edge(edge)

    def _edge(self, edge: Edge) -> None:
        own_id = edge.own_id if edge.own_id and _TOKEN.fullmatch(edge.own_id) else None
        self.writer.open("edge", {"id": own_id, "source": self.ids[edge.start], "target": self.ids[edge.end]})
        order = {"order": self.orders[edge.whole]} if edge.whole in self.orders else {}
        self._data("edge", {**edge.said, **order})
        self.writer.open("data", {"key": self._key("edge", "\0edgegraphics")})
        bends = self._bends(edge.relation, edge.start[1], edge.end[1])
        looks.draw_line(self.writer, replace(edge.line, bends=bends))
        self.writer.close()
        self.writer.close()

    def _other(self, number: int, other: Mapping[str, Any]) -> None:
        words = other.get("label")
        words = words if isinstance(words, str) else ""
        place = other.get("place")
        box = box_at(place) if is_place(place) else Box(160.0 * number, -90.0, 140.0, 50.0)
        self.writer.open("node", {"id": self.ids["o", str(number)]})
        self._data("node", {"kind": "other", **({"label": words} if words else {})})
        self.writer.open("data", {"key": self._key("node", "\0nodegraphics")})
        looks.draw_other(self.writer, words, box)
        self.writer.close()
        self.writer.close()


def _key_of(thing: Thing) -> Key:
    return {Claim: "c", Question: "q", Relation: "r", Group: "g"}[type(thing)], thing.id


def _nested(argument_map: ArgumentMap) -> dict[str, str | None]:
    """The group that each group is written in; what lies too deep for readers stands outside."""
    around = parents(argument_map)
    found: dict[str, str | None] = {}
    depth: dict[str, int] = {}
    for start in argument_map.groups:
        way = list(outwards(start.id, around))
        for group in reversed(way):
            if group not in found:
                outer = around[group]
                is_deep = outer is not None and depth[outer] >= _DEEPEST
                found[group] = None if is_deep else outer
                depth[group] = 0 if outer is None or is_deep else depth[outer] + 1
    return {group.id: found[group.id] for group in argument_map.groups}


class _Others:
    """What the map carries along for nodes and edges that it has no words for, so that it can be seen."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        whole = argument_map.data.get("graphml")
        found = whole if isinstance(whole, Mapping) else {}
        self._map = argument_map
        self.nodes = _tables(found.get("nodes"))
        self._edges = _tables(found.get("edges"))

    def lines(self, ids: Mapping[Key, str]) -> Iterator[tuple[Key, Key]]:
        """Both ends of the edges of which both ends are there."""
        known: dict[str, Key] = {str(item.get("id", "")): ("o", str(n)) for n, item in enumerate(self.nodes)}
        known |= {key[1]: key for key in ids if key[0] != "o"}
        for item in self._edges:
            start, end = (known.get(str(item.get(name))) for name in ("source", "target"))
            if start and end:
                yield start, end

    def keys(self) -> Iterator[Key]:
        """What its nodes are called among all nodes."""
        yield from (("o", str(number)) for number in range(len(self.nodes)))


def _tables(value: Any) -> list[Mapping[str, Any]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list | tuple) else []


def _xml_ids(keys: Iterable[Key]) -> dict[Key, str]:
    """An id for each node: its own as far as XML allows it."""
    ids = Ids()
    return {key: ids.made(key[1] if _TOKEN.fullmatch(key[1]) and key[0] != "o" else "", "n") for key in keys}


def _declared(argument_map: ArgumentMap) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """What the file of another tool declared of its keys."""
    found = carried(argument_map.data, "graphml").get("keys")
    if not isinstance(found, Mapping):
        return {}
    return {
        scope: {name: said for name, said in keys.items() if isinstance(said, Mapping)}
        for scope, keys in found.items()
        if isinstance(keys, Mapping)
    }
