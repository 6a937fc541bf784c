"""The edges of a graph: what each says, and the relations that edges and nodes for steps come to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.core.model import Data, RelationKind
from argmap.formats.data import said
from argmap.formats.foreign.names import Names
from argmap.formats.foreign.notes import SpanNotes
from argmap.formats.foreign.steps import Edge, Step
from argmap.formats.graphml.nodes import Node, Nodes
from argmap.formats.graphml.parts import Graph, Part
from argmap.formats.graphml.words import Meaning, meaning_of, meaning_of_colour, meaning_of_sign, word

_NAMES = (
    "relation", "relationtype", "relationship", "edgetype", "polarity", "stance", "sign", "type", "kind", "role",
    "label", "edgelabel", "interaction", "name", "attitude", "value",
)  # fmt: skip
_SIGNED = frozenset(("polarity", "stance", "sign"))
_ALL_ATTACKS = (
    "abstract argumentation framework",
    "argumentation framework",
    "abstract argumentation",
    "attack graph",
    "dung",
    "af",
)
_BARRED = frozenset(("t_shape", "cross"))


@dataclass(slots=True)
class Lines:
    """What becomes of the edges.

    Attributes:
        steps: Steps that are nodes, and those that edges are, by their keys.
        edges: Edges from and to steps.
        origins: The node or edge that each step was made of.
        answers: Ids of nodes: who answers which question.
        left: Edges that argmap has no words for.
    """

    steps: dict[str, Step] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    origins: dict[str, Part] = field(default_factory=dict)
    answers: list[tuple[str, str]] = field(default_factory=list)
    left: list[Part] = field(default_factory=list)


def lines_of(graph: Graph, nodes: Nodes, notes: SpanNotes) -> Lines:
    """Sort the edges of a file."""
    return _Sorter(graph, nodes, notes).sort()


class _Sorter:
    def __init__(self, graph: Graph, nodes: Nodes, notes: SpanNotes) -> None:
        self.graph = graph
        self.nodes = nodes
        self.notes = notes
        self.found = Lines()
        self.usual = _usual(graph)
        undirected = {item.element.attributes.get("edgedefault") for item in graph.graphs} == {"undirected"}
        self.edges = [(part, _is_directed(part, default=not undirected)) for part in graph.edges]
        self.turned = False

    def sort(self) -> Lines:
        kinds = self._kinds_of_steps()
        for node in self.nodes.all:
            if node.kind == "step":
                kind = node.step or kinds.get(node.key) or RelationKind.SUPPORT
                self.found.steps[node.key] = Step(node.key, kind, node.part.element.place)
                self.found.origins[node.key] = node.part
        for part, is_directed in self.edges:
            if not (self.nodes.is_own and part.peek("relation") == "other"):
                self._sort(part, is_directed=is_directed)
        return self.found

    def _kinds_of_steps(self) -> Mapping[str, RelationKind]:
        """What nodes for steps do that do not say so: the edge that leaves them does, else those that lead to them."""
        found: dict[str, RelationKind] = {}
        for end in ("source", "target"):
            for part, _ in self.edges:
                node = self.nodes.by_id.get(part.element.attributes.get(end, "").strip())
                meaning = self._meaning(part) if node and node.kind == "step" and not node.step else None
                if node and meaning and meaning.kind:
                    found.setdefault(node.key, meaning.kind)
        return found

    def _sort(self, part: Part, *, is_directed: bool) -> None:
        ends = [part.element.attributes.get(name, "").strip() for name in ("source", "target")]
        for name, end in zip(("source", "target"), ends, strict=True):
            if end not in self.nodes.by_id:
                message = f"there is no node `{end}` for this edge" if end else f"this edge has no `{name}`"
                self._leave(part, "dangling-edge", message)
                return
        if ends[0] == ends[1]:
            self._leave(part, "looping-edge", f"this edge leads from the node `{ends[0]}` to itself")
            return
        source, target = (self.nodes.by_id[end] for end in ends)
        if "other" in (source.kind, target.kind):
            self.found.left.append(part)
            return
        if "group" in (source.kind, target.kind):
            self._leave(part, "edge-without-step", f"this edge ends at a group, from `{ends[0]}` to `{ends[1]}`")
            return
        meaning = self._meaning(part)
        if meaning and meaning.is_turned:
            source, target = target, source
        self._place(part, source, target, meaning, is_directed=is_directed)

    def _place(self, part: Part, source: Node, target: Node, meaning: Meaning | None, *, is_directed: bool) -> None:
        role = part.peek("role") if self.nodes.is_own else ""
        if target.kind == "question" and source.kind in ("claim", "argument") and (not meaning or meaning.kind is None):
            part.used.add("relation")
            self.found.answers.append((source.key, target.key))
        elif "question" in (source.kind, target.kind) or (meaning and meaning.kind is None):
            self._leave(part, "edge-without-step", f"the edge from `{source.key}` to `{target.key}` is no answer")
        elif source.kind == "step" or self._is_premise(target, role, meaning):
            self._join(part, source, target)
        elif meaning and meaning.kind:
            self._make_step(part, source, target, meaning.kind, is_directed=is_directed)
        else:
            message = f"nothing says what the edge from `{source.key}` to `{target.key}` means"
            self._leave(part, "edge-without-step", message, "label it `support` or `attack`")

    def _is_premise(self, target: Node, role: str, meaning: Meaning | None) -> bool:
        return target.kind == "step" and (role == "premise" or not self._is_undercut(target, meaning))

    def _is_undercut(self, target: Node, meaning: Meaning | None) -> bool:
        """Whether an edge attacks a step, and is not just one of its premises."""
        if meaning is None or meaning.kind is not RelationKind.ATTACK:
            return False
        return meaning.is_undercut or self.found.steps[target.key].kind is RelationKind.SUPPORT or self.nodes.is_own

    def _join(self, part: Part, source: Node, target: Node) -> None:
        part.used.update(("role", "relation"))
        self.found.edges.append(Edge(source.key, target.key, part.element.place, part))

    def _make_step(self, part: Part, source: Node, target: Node, kind: RelationKind, *, is_directed: bool) -> None:
        if kind is RelationKind.ATTACK and (_has_two_heads(part) or not is_directed):
            kind = RelationKind.CONFLICT
        if kind is RelationKind.SUPPORT and not is_directed and not self.turned:
            self.turned = True
            message = "edges here have no direction; they are read as supports from `source` to `target`"
            self.notes.note("odd-value", message, part.element.place)
        key = f"edge {len(self.found.origins) + 1}"
        while key in self.nodes.by_id:
            key += " "
        self.found.steps[key] = Step(key, kind, part.element.place)
        self.found.origins[key] = part
        for start, end in ((source.key, key), (key, target.key)):
            self.found.edges.append(Edge(start, end, part.element.place, part))

    def _leave(self, part: Part, name: str, message: str, help: str | None = None) -> None:
        self.notes.note(name, message, part.element.place, help)
        self.found.left.append(part)

    def _meaning(self, part: Part) -> Meaning | None:
        for name in _NAMES:
            value = part.peek(name)
            found = meaning_of(value) or (meaning_of_sign(value) if name in _SIGNED else None) if value else None
            if found:
                if not found.is_turned and _is_plain(value, found.kind):
                    part.used.add(name)
                return found
        for label in _labels(part):
            found = meaning_of(label)
            if found:
                return found
        return _meaning_of_look(part) or self.usual


def _usual(graph: Graph) -> Meaning | None:
    """What all edges mean of which nothing else is said, if the graph says so."""
    for part in graph.graphs:
        for name in ("relation", "edgetype", "relationtype", "type", "kind", "graphtype"):
            value = part.peek(name)
            if word(value).removesuffix(" graph") in _ALL_ATTACKS or word(value) in _ALL_ATTACKS:
                return Meaning(RelationKind.ATTACK)
            if value and name != "kind" and meaning_of(value):
                return meaning_of(value)
    return None


def _labels(part: Part) -> Iterator[str]:
    yield from part.labels()
    # Databases of graphs write the type of an edge as its attribute.
    if part.element.attributes.get("label"):
        yield part.element.attributes["label"]


def _is_plain(value: str, kind: RelationKind | None) -> bool:
    """Whether the map says a word again, so that it need not be carried along."""
    return kind is not None and value.lower() in (kind.value, f"{kind.value}s", "+", "-", "\N{MINUS SIGN}")


def _meaning_of_look(part: Part) -> Meaning | None:
    if part.graphics is None:
        return None
    arrows, line = part.graphics.one("Arrows"), part.graphics.one("LineStyle")
    if arrows is not None and arrows.attributes.get("target") in _BARRED:
        return Meaning(RelationKind.ATTACK)
    return meaning_of_colour(line.attributes.get("color", "")) if line is not None else None


def _has_two_heads(part: Part) -> bool:
    arrows = part.graphics.one("Arrows") if part.graphics is not None else None
    return arrows is not None and all(arrows.attributes.get(end, "none") != "none" for end in ("source", "target"))


def _is_directed(part: Part, *, default: bool) -> bool:
    said_so = part.element.attributes.get("directed", "").strip().lower()
    return said_so in ("true", "1") if said_so else default


def left_edge(part: Part, ids: Mapping[str, str]) -> dict[str, Any]:
    """An edge that argmap has no words for, as it is carried along; ends that are in the map by their ids there."""
    attributes = part.element.attributes
    ends = {name: attributes[name].strip() for name in ("source", "target") if name in attributes}
    return said(
        id=part.id or None,
        **{name: ids.get(end, end) for name, end in ends.items()},
        **edge_extras(part),
        data=dict(part.values),
    )


def edge_extras(part: Part) -> dict[str, Any]:
    """What an edge says in its attributes and labels."""
    attributes = part.element.attributes
    labels = [label for label in _labels(part) if not any(_is_plain(label, kind) for kind in RelationKind)]
    return said(
        label=labels[0] if labels else None,
        sourceport=attributes.get("sourceport"),
        targetport=attributes.get("targetport"),
        directed=attributes.get("directed"),
    )


class StepNames(Names):
    """Ids of relations: those of nodes and edges that have one, and makeshift ones for the others.

    Args:
        names: Gives ids to everything in the map.
        wishes: The ids that steps are to have, by their keys; empty for none.
    """

    def __init__(self, names: Names, wishes: Mapping[str, str]) -> None:
        self._names = names
        self._wishes = wishes
        self.keys: dict[str, str] = {}
        self.nameless: list[str] = []

    def made(self, given: str, otherwise: str = "step") -> str:
        """The id of the relation that a step with this key becomes."""
        key = given if given in self._wishes else given.rpartition("-")[0]
        wish = self._wishes[key]
        if not wish:
            found = f"\0{len(self.nameless)}"
            self.nameless.append(found)
        else:
            found = self._names.made(wish, otherwise)
        self.keys[found] = key
        return found

    def data(self, id: str, **fields: Any) -> Data:
        """What a relation carries along by its name."""
        return self._names.data(id, **fields)
