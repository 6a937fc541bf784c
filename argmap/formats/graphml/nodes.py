"""The nodes of a graph: which are claims, which questions, groups or steps, and in which words."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argmap.core.ids import first_words
from argmap.core.model import RelationKind
from argmap.formats.data import said
from argmap.formats.foreign.notes import SpanNotes
from argmap.formats.graphml.fields import CARRIED, MARK, Fields
from argmap.formats.graphml.parts import Graph, Part
from argmap.formats.graphml.words import AIF_STEPS, NodeKind, kind_of_node, kind_of_step, word
from argmap.formats.trees.xml_tree import Element

TYPES = ("kind", "nodetype", "type", "labels", "category", "role", "class")
"""The keys that say what a node is."""
_TEXTS = ("text", "claimtext", "claim", "statement", "sentence", "proposition", "content", "fulltext", "body")
_NAMES = ("label", "nodelabel", "name", "sharedname", "caption")
_DRAWN_OTHERS = ("MA", "PA", "TA", "YA")
_NO_SCHEMES = frozenset(
    [
        "",
        "ra",
        "ca",
        "inference",
        "conflict",
        "support",
        "attack",
        "default inference",
        "default conflict",
        "step",
        "+",
        "-",
    ]
)


@dataclass(slots=True)
class Node:
    """A node.

    Attributes:
        part: What the file says.
        kind: What it is.
        key: Its id in the file, made different from all others.
        wish: The id that it is to have in the map; empty for none.
        step: What it does if it is a step; None if it does not say so.
    """

    part: Part
    kind: NodeKind
    key: str
    wish: str
    step: RelationKind | None = None


class Nodes:
    """The nodes of a file.

    Args:
        graph: The file.
        notes: Takes the findings.

    Attributes:
        all: The nodes, in the order of the text.
        by_id: The same by their ids in the file; of several with one id the first.
        is_own: Whether argmap wrote the file.
        has_words: Whether any node says something; if none does, their ids are the words.
        is_aif: Whether nodes are called as the Argument Interchange Format has it: I, RA, CA.
    """

    def __init__(self, graph: Graph, notes: SpanNotes) -> None:
        self._notes = notes
        self.is_own = any(part.peek(MARK) for part in graph.graphs)
        types = [word(next(filter(None, map(part.peek, TYPES)), "")) for part in graph.nodes]
        self.is_aif = not self.is_own and "i" in types
        self._draws_aif = any(self._label(part) in ("RA", "CA") for part in graph.nodes)
        self.by_id: dict[str, Node] = {}
        self._numbers = Counter[str]()
        known = Counter(part.peek("id") for part in graph.nodes)
        self.all = [self._node(part, known) for part in graph.nodes]
        self.has_words = any(map(self._is_worded, graph.nodes))
        if not self.is_own and self.has_words:
            self._find_joints(graph)

    def _node(self, part: Part, known: Mapping[str, int]) -> Node:
        said_id = part.peek("id")
        wish = said_id if said_id and known[said_id] == 1 else part.id
        if wish == said_id:
            part.used.add("id")
        if " " in wish.strip():
            wish = ""
        node = Node(part, self._kind(part), self._key(part), wish)
        if node.kind == "step":
            node.step = self._step(part)
        self.by_id.setdefault(node.key, node)
        return node

    def _key(self, part: Part) -> str:
        if not part.id:
            self._notes.note("odd-value", "this node has no `id`, so no edge can lead to it", part.element.place)
        elif part.id in self.by_id:
            self._notes.note(
                "repeated-node", f"the id `{part.id}` is given to another node above as well", part.element.place
            )
        else:
            return part.id
        while True:
            self._numbers[part.id] += 1
            key = f"{part.id} ({self._numbers[part.id] + 1})"
            if key not in self.by_id:
                return key

    def _kind(self, part: Part) -> NodeKind:
        if part.element.one("graph") is not None or part.element.attributes.get("yfiles.foldertype"):
            return "group"
        if part.graphics is not None and part.graphics.tag == "UMLNoteNode":
            return "other"
        for name in TYPES:
            value = part.peek(name)
            if value:
                found = kind_of_node(value)
                if found is None and self.is_own:
                    return "other" if value == "other" else "claim"
                if found:
                    return found
        if self.is_aif:
            # Where some nodes say what they are, the others are there for the eye.
            return "claim" if any(word(part.peek(name)) == "i" for name in TYPES) else "other"
        return self._kind_by_label(self._label(part))

    def _kind_by_label(self, label: str) -> NodeKind:
        if self._draws_aif and label in _DRAWN_OTHERS:
            return "other"
        return "step" if word(label) in (*AIF_STEPS, "default inference", "default conflict") else "claim"

    def _step(self, part: Part) -> RelationKind | None:
        for name in ("relation", *TYPES):
            found = kind_of_step(part.peek(name)) if part.peek(name) else None
            if found:
                return RelationKind.CONFLICT if self.is_own and part.peek(name) == "conflict" else found
        return kind_of_step(self._label(part))

    def _label(self, part: Part) -> str:
        labels = part.labels()
        return labels[0] if labels else next(filter(None, map(part.peek, _NAMES)), "")

    def _is_worded(self, part: Part) -> bool:
        return bool(self._label(part) or any(map(part.peek, (*_TEXTS, "title", "description"))))

    def _find_joints(self, graph: Graph) -> None:
        """Nodes without a word that lines from claims meet in, and one leaves, are steps."""
        into: dict[str, list[str]] = defaultdict(list)
        out = Counter[str]()
        for edge in graph.edges:
            ends = [edge.element.attributes.get(end, "").strip() for end in ("source", "target")]
            into[ends[1]].append(ends[0])
            out[ends[0]] += 1
        worded = {key for key, node in self.by_id.items() if self._is_worded(node.part)}
        for node in self.all:
            if node.kind == "claim" and into[node.key] and out[node.key] == 1 and node.key not in worded:
                has_type = any(map(node.part.peek, TYPES))
                if not has_type and all(end in worded for end in into[node.key]):
                    node.kind = "step"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a node.

    Attributes:
        text: Its text; empty for none.
        title: A short name for it, or None.
        note: A remark, or None.
        names: The keys that the text may stand under.
    """

    text: str
    title: str | None
    note: str | None
    names: tuple[str, ...] = _TEXTS


def wording(node: Node, *, is_own: bool, is_aif: bool) -> Wording:
    """What a node says, as tools write it: a text, or a label alone, or both."""
    part = node.part
    title = part.says("title")
    if is_own and "text" in part.given:
        part.used.update(("text", "label"))
        return Wording(part.values.get(part.names.get("text", ""), ""), title or None, part.says("note") or None)
    label = next(iter(part.labels()), "") or part.says(*_NAMES)
    part.used.update(name for name in _NAMES if part.peek(name) == label)
    text = part.says(*_TEXTS) or (part.says("description") if is_aif else "") or label or title
    if not title and label and label not in (node.key, node.wish) and not _shortens(label, text):
        title = label
    text = text or part.says("description")
    title = " ".join(title.split())
    text = " ".join(text.split()) if not is_own else text
    return Wording(text, title if title != text and title else None, _remark(part))


def _remark(part: Part) -> str | None:
    return next(
        (value for name in ("note", "comment", "description") if name not in part.used and (value := part.says(name))),
        None,
    )


def _shortens(label: str, text: str) -> bool:
    """Whether a label says no more than the beginning of a text."""
    short = " ".join(label.split()).rstrip(".… ").casefold()
    return " ".join(text.split()).casefold().startswith(short)


def scheme_of(node: Node) -> str:
    """What a step is called, if that is more than what kind of step it is; empty if not."""
    part = node.part
    found = part.says("scheme", "schemename")
    if found:
        return found
    for words in (*part.labels()[:1], *map(part.peek, (*_NAMES, "text"))):
        if word(words) not in _NO_SCHEMES and words != node.key:
            return words
    return ""


def nearest(text: str) -> str:
    """What to make an id of if the node has none that will do."""
    return first_words(text) or "claim"


def extras(node: Node, fields: Fields, *, is_own: bool) -> dict[str, Any]:
    """What a node says and the map does not, as it is carried along."""
    part = node.part
    if is_own:
        found = dict(fields.json(CARRIED, dict))
        rest = {**found.get("data", {}), **part.rest()} if isinstance(found.get("data", {}), dict) else part.rest()
        return {**found, "data": rest} if rest else found
    return said(
        node=part.id if part.id not in ("", node.wish) else None,
        data=part.rest(),
        labels=part.labels()[1:],
        ports=[item.attributes.get("name", "") for item in part.element.all("port")],
        **look_of(part),
    )


def look_of(part: Part) -> dict[str, Any]:
    """Where an editor puts a node, and its shape and colours."""
    if part.graphics is None:
        return {}
    shape = next(part.graphics.below("Shape"), None)
    return said(
        place=_place(next(part.graphics.below("Geometry", "RectD", "Rect"), None)),
        shape=shape.attributes.get("type") if shape is not None else part.graphics.attributes.get("configuration"),
        fill=_attribute(part.graphics, "Fill", "color"),
        border=_attribute(part.graphics, "BorderStyle", "color", usual="#000000"),
        line=_attribute(part.graphics, "BorderStyle", "type", usual="line"),
    )


def _attribute(graphics: Element, tag: str, name: str, usual: str = "") -> str | None:
    found = graphics.one(tag)
    value = found.attributes.get(name) if found is not None else None
    return value if value != usual else None


def _place(box: Element | None) -> list[float] | None:
    if box is None:
        return None
    values = {key.lower(): value for key, value in box.attributes.items()}
    try:
        found = [float(values[key]) for key in ("x", "y", "width", "height")]
    except (KeyError, ValueError):
        return None
    return [round(number, 2) for number in found] if all(abs(number) < 1e7 for number in found) else None


def type_of(node: Node) -> str:
    """The type that a node says it has, or that is all it says; empty for none."""
    label = next(iter(node.part.labels()), "")
    return next((value for name in TYPES if (value := node.part.peek(name))), label if label in _DRAWN_OTHERS else "")
