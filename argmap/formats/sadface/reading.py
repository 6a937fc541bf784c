"""From a SADFace document to a map."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from argmap.core.model import ArgumentMap, Citation, Claim, Relation, RelationKind, Source
from argmap.core.paragraphs import paragraph_at
from argmap.core.source import SourceFile
from argmap.formats.base import Reading
from argmap.formats.foreign.names import Names, carried
from argmap.formats.foreign.objects import read_object
from argmap.formats.foreign.steps import Edge, Step, StepGraph, join
from argmap.formats.sadface.words import USUAL, kind_of, scheme_of
from argmap.formats.trees.places import Path
from argmap.formats.trees.values import Object, Values

KEY = "sadface"
_STEPS = ("scheme", "inference", "conflict")


def read(source: SourceFile) -> Reading:
    """Read a document."""
    return read_object(
        source,
        "a SADFace document is an object with `nodes` and `edges`",
        lambda values, root: _Reader(values, root).map(),
    )


class _Reader:
    def __init__(self, values: Values, root: Object) -> None:
        self.values = values
        self.root = root
        self.names = Names(KEY)
        self.claims: dict[str, str] = {}
        self.made: list[Claim] = []
        self.steps: list[Step] = []
        self.nodes: dict[str, Object] = {}
        self.kinds: dict[str, RelationKind] = {}
        self.left: list[Object] = []
        self.loose: list[Object] = []
        self.sources = {item.id: item for item in self._resources()}

    def map(self) -> ArgumentMap:
        """The map, with everything else carried along."""
        seen: set[str] = set()
        for node, path in self.values.objects(self.root, "nodes", ()):
            self._node(node, path, seen)
        edges = list(self._edges())
        graph = StepGraph(self.claims, self.steps, {str(item.get("id")) for item in self.left}, edges)
        joined = join(graph, self.names, self.values)
        kept = {
            "nodes": [*self.left, *(self.nodes[key] for key in joined.steps)],
            "edges": [*(edge.raw for edge in joined.edges), *self.loose],
            "metadata": self._metadata(),
            "resources": self._plain_resources(),
            **{
                key: value
                for key, value in self.root.items()
                if key not in _KNOWN | _ABOUT and value not in (None, "", {}, [])
            },
        }
        said = {key: value for key, value in kept.items() if value}
        core = self._core()
        return ArgumentMap(
            title=_words(core.get("title")),
            description=_words(core.get("description")),
            claims=tuple(self.made),
            relations=tuple(self._named(item) for item in joined.relations),
            sources=tuple(self.sources.values()),
            data={KEY: said} if said else {},
            origin=self.values.source,
        )

    def _named(self, item: Relation) -> Relation:
        """A relation with its name, if that says symmetric conflict and a map has no such with several premises."""
        said = carried(item.data, KEY)
        node_id = str(said.get("step") or said.get("id") or item.id)
        if item.kind is not RelationKind.ATTACK or self.kinds[node_id] is item.kind:
            return item
        return replace(item, data={KEY: {**said, "name": self.nodes[node_id]["name"]}})

    def _core(self) -> Mapping[str, Any]:
        metadata = self.root.get("metadata")
        core = metadata.get("core") if isinstance(metadata, dict) else None
        return core if isinstance(core, dict) else self.root

    def _metadata(self) -> Object:
        """What is said about the document, without what the map says itself."""
        metadata = self.root.get("metadata")
        rest = dict(metadata) if isinstance(metadata, dict) else {}
        core = self._core()
        flat = {key: core[key] for key in core if key in _ABOUT}
        nested = {key: value for key, value in core.items() if key not in ("title", "description")}
        kept = flat if core is self.root else nested
        rest.pop("core", None)
        return {**rest, "core": kept} if kept else rest

    def _node(self, node: Object, path: Path, seen: set[str]) -> None:
        given = self.values.name(node, "id", path) or ""
        kind = (self.values.text(node, "type", path) or "").strip().casefold()
        if not given:
            self.values.note("odd-value", "this node has no `id`", path)
        if kind in _STEPS and (not given or given in seen):
            if given:
                self.values.note("repeated-node", f"the id `{given}` is given to two nodes", path)
            self.left.append(node)
        elif kind == "atom":
            self._atom(given, node, path, is_again=given in seen)
        elif kind in _STEPS:
            self._step(given, kind, node, path)
        else:
            self.values.note("odd-value", f"`{kind}` is no type of node that argmap knows", (*path, "type"))
            self.left.append(node)
        seen.add(given)

    def _atom(self, given: str, node: Object, path: Path, *, is_again: bool) -> None:
        if is_again and given:
            self.values.note("repeated-node", f"the id `{given}` is given to two nodes", (*path, "id"))
        made = self.names.made(given)
        if given and not is_again:
            self.claims[given] = made
        text = self.values.text(node, "text", path) or ""
        if not text.strip():
            self.values.note("node-without-text", f"the node `{made}` has no text", path)
        rest = _beyond(node, "id", "type", "text", "sources")
        cites, odd = self._cites(node, path)
        data = self.names.data(made, **rest, sources=odd or None, text=None if text.strip() else text)
        spans = self.values.spans({"id": (*path, "id"), "text": (*path, "text" if "text" in node else "id")})
        self.made.append(Claim(made, text if text.strip() else given or made, cites=cites, data=data, spans=spans))

    def _step(self, given: str, word: str, node: Object, path: Path) -> None:
        name = self.values.text(node, "name", path) or ""
        kind = kind_of(word, name)
        scheme = scheme_of(name, kind)
        usual, usual_name = USUAL[kind]
        said = _beyond(node, "id", "type", "name")
        if name != (scheme or usual_name):
            said["name"] = name
        if word != usual:
            said["type"] = word
        self.nodes[given], self.kinds[given] = node, kind
        self.steps.append(Step(given, kind, (*path, "id"), scheme, said))

    def _edges(self) -> Iterator[Edge]:
        for edge, path in self.values.objects(self.root, "edges", ()):
            source, target = (self.values.name(edge, key, path) or "" for key in ("source_id", "target_id"))
            if source and target:
                yield Edge(source, target, path, edge)
            else:
                self.values.note("odd-value", f"this edge has no `{'target_id' if source else 'source_id'}`", path)
                self.loose.append(edge)

    def _resources(self) -> Iterator[Source]:
        names = Names(KEY)
        self.resources: dict[str, tuple[str, str]] = {}
        for item, path in self.values.objects(self.root, "resources", ()):
            given = self.values.name(item, "id", path) or ""
            made = names.made(given, "source")
            content = self.values.text(item, "content", path) or ""
            if given not in self.resources:
                self.resources[given] = (made, content)
                title = " ".join(content.split())[:60] or made
                yield Source(made, title, spans=self.values.spans({"id": (*path, "id") if "id" in item else path}))

    def _plain_resources(self) -> list[Any]:
        found = self.root.get("resources")
        return found if isinstance(found, list) else []

    def _cites(self, node: Object, path: Path) -> tuple[tuple[Citation, ...], list[Any]]:
        """The citations of an atom, and the sources as the file has them if there are any."""
        cites = []
        for item, _ in self.values.objects(node, "sources", path):
            known = self.resources.get(str(item.get("resource_id")))
            if known:
                paragraph = _paragraph(known[1], item.get("offset"))
                cites.append(Citation(known[0], None, paragraph, _words(item.get("text"))))
        raw = node.get("sources")
        return tuple(dict.fromkeys(cites)), raw if isinstance(raw, list) else []


_KNOWN = frozenset({"nodes", "edges", "metadata", "resources"})
_ABOUT = frozenset("analyst_name analyst_email created edited id version notes".split())  # noqa: SIM905


def _beyond(node: Object, *known: str) -> Object:
    return {key: value for key, value in node.items() if key not in known and value not in (None, {}, [], "")}


def _words(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _paragraph(content: str, place: object) -> int | None:
    """The paragraph of a text that an offset lies in, or None if the offset is none."""
    if not isinstance(place, int) or isinstance(place, bool) or not 0 <= place < len(content):
        return None
    return paragraph_at(content, place)
