"""Where the parts of an entity stand in its file; worked out when somebody asks, as few parts are ever pointed at."""

from argmap.core.source import LazySpans, SourceFile, Span
from argmap.formats.trees.tree import Node, Scalar, Sequence, Table


class Places(LazySpans):
    """Spans by field name, by `field.number` for the items of a list, by `data.key`; `id` is the key of the entity.

    Args:
        source: The file.
        node: The value of the entity.
        key: Its key, if it has one.
        alone: The field that a short form, a lone value, stands for.
    """

    __slots__ = ("_alone", "_key", "_node", "_source")

    def __init__(self, source: SourceFile, node: Node | None, key: Node | None, alone: str = "text") -> None:
        super().__init__()
        self._source = source
        self._node = node
        self._key = key
        self._alone = alone

    def _span(self, node: Node) -> Span:
        return Span(self._source, node.start, node.end)

    def _make(self) -> dict[str, Span]:
        found = {"id": self._span(self._key)} if self._key is not None else {}
        if isinstance(self._node, Table):
            for name, value in self._node.pairs:
                found.update(self._field(name.value, value) if name.start >= 0 else {})
        elif self._node is not None and self._node.start >= 0:
            found.update(self._field(self._alone, self._node))
        return found

    def _field(self, name: str, value: Node) -> dict[str, Span]:
        if isinstance(value, Table) and name in ("data", "display"):
            return {name: self._span(value)} | {f"{name}.{key.value}": self._span(it) for key, it in value.pairs}
        items = value.items if isinstance(value, Sequence) else [value]
        return {name: self._span(value)} | {f"{name}.{number}": self._span(item) for number, item in enumerate(items)}


class RelationPlaces(Places):
    """Spans of a relation: `relation` is the whole, and an inline one has the fields of one that stands apart."""

    __slots__ = ()

    def __init__(self, source: SourceFile, node: Node, key: Node | None) -> None:
        super().__init__(source, node, key, "target")

    def _make(self) -> dict[str, Span]:
        found = super()._make()
        assert self._node is not None
        found["relation"] = self._span(self._node)
        if self._key is not None:  # inline: the claim it stands in is its first premise
            claim = found.pop("id") if found.get("id") == self._span(self._key) else self._span(self._key)
            linked = [span for name, span in found.items() if name.startswith("with.")]
            found |= {f"premises.{number}": span for number, span in enumerate([claim, *linked])}
            found["target"] = found.get("to", found.get("target", found["relation"]))
        found.setdefault("id", found.get("target", found["relation"]))
        return found


class CitationPlaces(Places):
    """Spans of a citation: `id` is the whole, `source` and `place` its two halves."""

    __slots__ = ()

    def _make(self) -> dict[str, Span]:
        found = super()._make()
        node = self._node
        if isinstance(node, Scalar):
            typed = self._span(node).text
            found["source"] = found["place"] = self._span(node)
            if "#" in node.value and node.value in typed:
                start = node.start + typed.index(node.value)
                middle = start + node.value.index("#")
                found["source"] = Span(self._source, start, middle)
                found["place"] = Span(self._source, middle + 1, start + len(node.value))
        else:
            found["place"] = found.get("paragraph") or found.get("section") or found["id"]
        return found
