"""The parts of a GraphML file: nodes, edges and graphs, with what their keys say by the names of these."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.core.source import Span
from argmap.formats.trees.xml_tree import Element

_ODD_SIGN = re.compile("[^a-z0-9]")
_TAG = re.compile("<[^<>]*>")
_LABELS = ("NodeLabel", "EdgeLabel", "Label.Text")


class Key(NamedTuple):
    """What a file declares of a key: its name, the type of its values, and the value where none is given."""

    name: str
    type: str = "string"
    default: str = ""


@dataclass(slots=True)
class Part:
    """A node, an edge, a graph, or the file as a whole.

    Attributes:
        element: The element.
        values: What it says, by the names of the keys; what is empty is left out.
        places: Where it says so.
        given: The names of keys under which something stands, be it nothing.
        graphics: How an editor draws it, or None.
        names: The names of its keys by these names in plain letters.
        defaults: The values of keys that it says nothing of, by their names in plain letters.
        used: The names, in plain letters, of what the map says.
        group: Number of the node that it lies in, or None.
    """

    element: Element
    values: dict[str, str] = field(default_factory=dict)
    places: dict[str, Span] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)
    graphics: Element | None = None
    names: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    group: int | None = None

    @property
    def id(self) -> str:
        """Its id in the file; empty for none."""
        return self.element.attributes.get("id", "").strip()

    def says(self, *names: str) -> str:
        """The value of the first of these keys that says something, which counts as used; empty for none."""
        for name in names:
            if name in self.names:
                self.used.add(name)
                return self.values[self.names[name]]
        return next((self.defaults[name] for name in names if name in self.defaults), "")

    def peek(self, name: str) -> str:
        """The same for one key, without counting it as used."""
        return self.values[self.names[name]] if name in self.names else self.defaults.get(name, "")

    def place(self, *names: str) -> Span:
        """Where the first of these keys stands that says something, else the part itself."""
        return next((self.places[self.names[name]] for name in names if name in self.names), self.element.place)

    def rest(self) -> dict[str, str]:
        """What it says and the map does not."""
        return {name: value for name, value in self.values.items() if plain(name) not in self.used}

    def labels(self) -> list[str]:
        """The words that an editor shows on it, each on one line."""
        if self.graphics is None:
            return []
        found = (_words(item.text) for item in self.graphics.below(*_LABELS))
        return [words for words in found if words]


@dataclass(slots=True)
class Graph:
    """All parts of a file, whatever they lie in.

    Attributes:
        root: The file.
        graphs: The graphs that lie in no node.
        nodes, edges, hyperedges: In the order of the text.
        keys: What is declared, by what it is for and its id.
    """

    root: Part
    graphs: list[Part] = field(default_factory=list)
    nodes: list[Part] = field(default_factory=list)
    edges: list[Part] = field(default_factory=list)
    hyperedges: list[Part] = field(default_factory=list)
    keys: dict[tuple[str, str], Key] = field(default_factory=dict)


def plain(name: str) -> str:
    """A name in small letters and digits alone: tools spell `Edge Label`, `edge_label` and `edgelabel`."""
    return _ODD_SIGN.sub("", name.lower())


def graph_of(root: Element) -> Graph:
    """Take a file apart."""
    keys = dict(_keys(root))
    found = Graph(_part(root, "graphml", keys, {}), keys=keys)
    _collect(found, root, None, {scope: _defaults(keys, scope) for scope in ("node", "edge", "graph")})
    return found


def _collect(found: Graph, element: Element, inside: int | None, defaults: dict[str, dict[str, str]]) -> None:
    """Note what lies in an element, in the order of the text; nesting has a bound."""
    for child in element.children:
        if child.tag == "graph":
            if inside is None:
                found.graphs.append(_part(child, "graph", found.keys, defaults["graph"]))
            _collect(found, child, inside, defaults)
        elif child.tag == "node":
            found.nodes.append(_part(child, "node", found.keys, defaults["node"], inside))
            number = len(found.nodes) - 1
            for graph in child.all("graph"):
                _collect(found, graph, number, defaults)
        elif child.tag == "edge":
            found.edges.append(_part(child, "edge", found.keys, defaults["edge"], inside))
        elif child.tag == "hyperedge":
            found.hyperedges.append(_part(child, "edge", found.keys, {}, inside))


def _keys(root: Element) -> Iterator[tuple[tuple[str, str], Key]]:
    for item in root.all("key"):
        said = item.attributes
        name = said.get("attr.name") or said.get("yfiles.type") or said.get("id", "")
        default = item.one("default")
        worth = default.text.strip() if default is not None else ""
        for scope in said.get("for", "all").split():
            yield (scope, said.get("id", "")), Key(name, said.get("attr.type", "string"), worth)


def _defaults(keys: dict[tuple[str, str], Key], scope: str) -> dict[str, str]:
    return {plain(key.name): key.default for (kind, _), key in keys.items() if kind in (scope, "all") and key.default}


def _part(
    element: Element,
    scope: str,
    keys: dict[tuple[str, str], Key],
    defaults: dict[str, str],
    inside: int | None = None,
) -> Part:
    made = Part(element, defaults=defaults, group=inside)
    for data in element.all("data"):
        key = data.attributes.get("key", "")
        name = (keys.get((scope, key)) or keys.get(("all", key)) or Key(key)).name
        made.given.add(plain(name))
        if data.children and not data.text.strip():
            made.graphics = made.graphics or _drawn(data)
            continue
        kept = data.attributes.get("xml:space") == "preserve"
        value = data.text if kept and data.text.strip() else data.text.strip()
        if value and name not in made.values:
            made.values[name] = value
            made.places[name] = data.place
            made.names.setdefault(plain(name), name)
    return made


def _drawn(data: Element) -> Element | None:
    """How an editor draws something: of a group that can be closed, the way that it is drawn now."""
    shape = data.children[0]
    realizers = shape.one("Realizers")
    if realizers is None or not realizers.children:
        # Editors of another make put labels, place and style into one key each.
        return data if not _is_shape(shape) else shape
    active = realizers.attributes.get("active", "0")
    number = int(active) if active.isdecimal() and len(active) < 3 else 0
    return realizers.children[min(number, len(realizers.children) - 1)]


def _is_shape(element: Element) -> bool:
    return element.one("Geometry", "Path", "NodeLabel", "EdgeLabel", "Fill", "LineStyle", "Arrows") is not None


def _words(text: str) -> str:
    """A label on one line, without markup."""
    if text.lstrip()[:6].lower() == "<html>":
        text = _TAG.sub(" ", text)
    return " ".join(text.split())
