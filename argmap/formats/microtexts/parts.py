"""The elements of an argument graph by their kinds and ids, and what is wrong with these."""

from dataclasses import dataclass, field
from typing import Any

from argmap.core.source import Span
from argmap.formats.foreign.notes import SpanNotes
from argmap.formats.trees.xml_tree import Element

NAME = "microtexts"
"""What the format is called, in `data` too."""

_KNOWN = {
    "edu": ("id", "implicit"),
    "joint": ("id",),
    "adu": ("id", "type"),
    "edge": ("id", "src", "trg", "type"),
    "arggraph": ("id", "topic_id", "stance"),
}


_NODES = ("edu", "joint", "adu")
_NAMELESS = " "
"""What ids that were made up begin with, as no id in a file does."""


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """An edge. What the file does not give is empty.

    Attributes:
        number: Its place among the edges, from 0; ids may be missing, or given twice.
        id: Its id.
        source: Id of the node that it leads from.
        target: Id of the node or edge that it leads to.
        type: `seg`, `sup`, `exa`, `add`, `reb` or `und`, if it is one of those that the format has.
        element: What it was read from.
    """

    number: int
    id: str
    source: str
    target: str
    type: str
    element: Element

    @property
    def place(self) -> Span:
        """Where it stands."""
        return self.element.place

    @property
    def name(self) -> str:
        """What to call it in a sentence."""
        return f"the edge `{self.id}`" if self.id else "this edge"


@dataclass(slots=True)
class Parts:
    """What a file holds.

    Attributes:
        edus: Pieces of the text by their ids, in the order of the text.
        joints: Nodes that join several pieces to one.
        adus: Statements by their ids.
        edges: All edges, in the order of the file.
        edge: The same by their ids; of those with the same id the first.
        left: What has no place in a map, as plain data.
    """

    edus: dict[str, Element] = field(default_factory=dict)
    joints: dict[str, Element] = field(default_factory=dict)
    adus: dict[str, Element] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    edge: dict[str, Edge] = field(default_factory=dict)
    left: list[dict[str, Any]] = field(default_factory=list)

    def kind_of(self, id: str) -> str:
        """What sort of thing has an id, in words; empty if nothing has it."""
        if id in self.adus:
            return "a unit of argument"
        if id in self.edus:
            return "a piece of the text"
        if id in self.joints:
            return "a joint of pieces of the text"
        return "an edge" if id in self.edge else ""


def parts_of(root: Element, notes: SpanNotes) -> Parts:
    """Sort the elements of a graph."""
    parts = Parts()
    nodes = dict(zip(_NODES, (parts.edus, parts.joints, parts.adus), strict=True))
    for element in root.children:
        if element.tag in nodes:
            _place(element, nodes, parts, notes)
        elif element.tag == "edge":
            _place_edge(element, parts, notes)
        else:
            parts.left.append(raw(element))
            parts.left += [raw(inner) for inner in element.below(*_tags(element))]
    _tell_of_left(root, parts, notes)
    return parts


def _place(element: Element, nodes: dict[str, dict[str, Element]], parts: Parts, notes: SpanNotes) -> None:
    given = element.attributes.get("id", "").strip()
    if not given:
        notes.note("odd-value", f"this `{element.tag}` has no `id`", element.place)
        given = f"{_NAMELESS}{len(nodes[element.tag])}"
    elif any(given in known for known in nodes.values()):
        notes.note("repeated-node", f"the id `{given}` is given twice; edges lead to the first one", element.place)
        parts.left.append(raw(element))
        return
    nodes[element.tag][given] = element


def _place_edge(element: Element, parts: Parts, notes: SpanNotes) -> None:
    said = {key: element.attributes.get(key, "").strip() for key in _KNOWN["edge"]}
    made = Edge(len(parts.edges), said["id"], said["src"], said["trg"], said["type"], element)
    if made.id and made.id in parts.edge:
        notes.note("repeated-node", f"the id `{made.id}` is given to two edges", made.place)
    parts.edges.append(made)
    parts.edge.setdefault(made.id, made)


def _tell_of_left(root: Element, parts: Parts, notes: SpanNotes) -> None:
    """Say which elements have no meaning in an argument graph."""
    odd = [element for element in root.children if element.tag not in (*_NODES, "edge")]
    by_tag: dict[str, list[Element]] = {}
    for element in odd:
        by_tag.setdefault(element.tag, []).append(element)
    for tag, same in by_tag.items():
        what = f"an element `{tag}` is" if len(same) == 1 else f"{len(same):,} elements `{tag}` are"
        notes.note("carried-part", f"{what} carried along; argument graphs have none", same[0].place)


def _tags(element: Element) -> list[str]:
    """The names of all elements in another one."""
    waiting, found = list(element.children), dict[str, None]()
    while waiting:
        child = waiting.pop()
        found[child.tag] = None
        waiting += child.children
    return list(found)


def own_id(id: str) -> str:
    """The id that the file gives; empty if it gives none."""
    return "" if id.startswith(_NAMELESS) else id


def raw(element: Element) -> dict[str, Any]:
    """An element as plain data, without those inside it."""
    said: dict[str, Any] = {"element": element.tag}
    given = {key: value for key, value in element.attributes.items() if not key.startswith("xmlns")}
    said |= given if {"element", "text"}.isdisjoint(given) else {"attributes": given}
    if element.text.strip():
        said["text"] = element.text.strip()
    return said


def further(*elements: Element) -> dict[str, dict[str, str]]:
    """The attributes of elements that the format does not know, as `attributes`; nothing if there are none."""
    found: dict[str, str] = {}
    for element in elements:
        known = _KNOWN.get(element.tag, ())
        found |= {
            key: value for key, value in element.attributes.items() if key not in known and not key.startswith("xmlns")
        }
    return {"attributes": found} if found else {}
