"""A tree of claims and reasons as a map."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.core.ids import Ids, first_words, slug
from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind, relation_name
from argmap.core.schemes import scheme_named
from argmap.core.source import SourceFile, Span
from argmap.formats.foreign.notes import SpanNotes
from argmap.formats.sanson.strengths import weight_of
from argmap.formats.trees.scalars import free_value, value_of
from argmap.formats.trees.tree import Node, Scalar, Sequence, Table
from argmap.formats.trees.values import Object

NAME = "sanson"
_RESERVED = ("label", "strength")


def built(tree: Node, source: SourceFile, notes: SpanNotes) -> ArgumentMap:
    """Make a map of a tree.

    Args:
        tree: The tree of the YAML text.
        source: The text.
        notes: Takes what is found wrong with it.
    """
    return _Builder(source, notes).built(tree)


@dataclass(slots=True)
class _Claim:
    """A claim as far as it is known; the same words are the same claim wherever they stand."""

    id: str
    text: str
    implicit: bool
    place: Span
    note: str | None = None
    note_place: Span | None = None
    said: Object = field(default_factory=dict)


@dataclass(slots=True)
class _Reason:
    """What stands in a reason beside its premises, and these by the ids of their claims."""

    key: Scalar
    premises: dict[str, Span] = field(default_factory=dict)
    label: str | None = None
    weight: float | None = None
    note: str | None = None
    said: Object = field(default_factory=dict)


class _Builder:
    def __init__(self, source: SourceFile, notes: SpanNotes) -> None:
        self.source = source
        self.notes = notes
        self.ids = Ids()
        self.claims: dict[str, _Claim] = {}
        self.relations: dict[str, Relation] = {}
        self.description: str | None = None
        self.said: Object = {}

    def built(self, tree: Node) -> ArgumentMap:
        for key, node in self._pairs(tree, "the claims of a map"):
            if key.value in _RESERVED:
                self._odd(key, f"`{key.value}` belongs into a reason")
                self.said[key.value] = free_value(node)
            elif key.value == "note" and isinstance(node, Scalar) and not node.is_null:
                self.description = " ".join(node.value.split()) or None
            else:
                self._claim(key, node)
        return ArgumentMap(
            description=self.description,
            claims=tuple(self._made(item) for item in self.claims.values()),
            relations=tuple(self.relations.values()),
            data={NAME: self.said} if self.said else {},
            origin=self.source,
        )

    def _made(self, item: _Claim) -> Claim:
        places = {"id": item.place, "text": item.place}
        return Claim(
            id=item.id,
            text=item.text or item.id,
            implicit=item.implicit,
            note=item.note,
            data={NAME: item.said} if item.said else {},
            spans=self.notes.spans({**places, "note": item.note_place} if item.note_place else places),
        )

    def _claim(self, key: Scalar, node: Node) -> _Claim:
        """The claim that a key says, with the reasons that stand below it."""
        words = " ".join(key.value.split())
        implicit = words.startswith("-")
        text = words.removeprefix("-").strip()
        found = self.claims.get(text) if text else None
        if found is None:
            found = _Claim(self.ids.made(first_words(text)), text, implicit, self._span(key))
            self.claims[text or f"\0{found.id}"] = found
            if not text:
                self.notes.note("node-without-text", "a claim without words stands here", found.place)
                found.said["text"] = key.value
        found.implicit = found.implicit and implicit
        if isinstance(node, Scalar) and not node.is_null:
            self._odd(node, "reasons with names of their own must stand below a claim, such as `r1:`")
            found.said.setdefault("values", []).append(value_of(node))
        elif not isinstance(node, Scalar):
            for name, inner in self._pairs(node, "the reasons of a claim"):
                if name.value == "note":
                    self._note(found, inner)
                else:
                    self._reason(found, name, inner)
        return found

    def _note(self, claim: _Claim, node: Node) -> None:
        if not isinstance(node, Scalar):
            self._odd(node, "a note must be a text")
            claim.said.setdefault("notes", []).append(free_value(node))
        elif claim.note is None:
            claim.note, claim.note_place = node.value.strip() or None, self._span(node)
        elif claim.note != node.value.strip():
            claim.said.setdefault("notes", []).append(value_of(node))

    def _reason(self, claim: _Claim, key: Scalar, node: Node) -> None:
        reason = _Reason(key)
        for name, inner in self._premises(node):
            if name.value in _RESERVED:
                self._field(reason, name, inner)
            elif name.value == "note" and isinstance(inner, Scalar) and not inner.is_null:
                reason.note = inner.value.strip()
            else:
                premise = self._claim(name, inner)
                if premise is claim:
                    message = "the claim is a reason for or against itself here"
                    self.notes.note("looping-edge", message, self._span(name))
                else:
                    reason.premises.setdefault(premise.id, self._span(name))
        if reason.premises:
            self._relate(claim, reason)
        else:
            self.notes.note("step-without-premise", f"the reason `{key.value}` has no premise", self._span(key))
            kept = {"key": key.value, "label": reason.label, "note": reason.note, **reason.said}
            claim.said.setdefault("reasons", []).append({name: said for name, said in kept.items() if said})

    def _premises(self, node: Node) -> Iterator[tuple[Scalar, Node]]:
        if isinstance(node, Scalar):
            if not node.is_null:
                self._odd(node, "premises must stand below a reason, each with a colon behind it")
                yield node, _nothing(node)
        else:
            yield from self._pairs(node, "the premises of a reason")

    def _pairs(self, node: Node, what: str) -> Iterator[tuple[Scalar, Node]]:
        """The pairs of a mapping, or of those in a list; single items of a list have nothing below them."""
        if isinstance(node, Table):
            yield from node.pairs
            self._tell_repeated(node)
        elif isinstance(node, Sequence):
            if node.items:
                self._odd(node, f"{what} must be a mapping, without hyphens before them")
            for item in node.items:
                if isinstance(item, Scalar):
                    yield item, _nothing(item)
                else:
                    yield from self._pairs(item, what)

    def _tell_repeated(self, table: Table) -> None:
        first: dict[str, Scalar] = {}
        for key, _ in table.pairs:
            if first.setdefault(key.value, key) is not key:
                line = self.source.position(first[key.value].start)[0]
                message = f"`{key.value}` is given twice, in line {line} as well; other tools lose one of them"
                self.notes.note("repeated-node", message, self._span(key))

    def _field(self, reason: _Reason, key: Scalar, node: Node) -> None:
        """A label or a strength."""
        if isinstance(node, Scalar) and node.is_null:
            return
        value = free_value(node)
        if key.value == "label" and isinstance(node, Scalar) and reason.label is None:
            reason.label = " ".join(node.value.split()) or None
        elif key.value == "strength" and (weight := weight_of(value)) is not None and reason.weight is None:
            reason.weight = weight
        else:
            wanted = "a text" if key.value == "label" else "a number from 1 to 5"
            self._odd(key, f"`{key.value}` must be {wanted}")
            reason.said[key.value] = value

    def _relate(self, claim: _Claim, reason: _Reason) -> None:
        kind = RelationKind.ATTACK if reason.key.value[:1] in ("o", "O", "-") else RelationKind.SUPPORT
        premises = tuple(reason.premises)
        made = relation_name(premises, claim.id)
        scheme = scheme_named(reason.label) if reason.label else None
        label = None if scheme else reason.label
        note = "\n".join(filter(None, [label, reason.note])) or None
        same = self.relations.get(made)
        if same and (same.kind, same.weight, same.scheme, same.note) == (kind, reason.weight, scheme, note):
            return
        named = same is not None
        if named:
            made = self.ids.made(slug(reason.key.value), "reason")
        said = {**reason.said, **({} if _is_plain(reason.key.value) else {"key": reason.key.value})}
        places = {f"premises.{number}": place for number, place in enumerate(reason.premises.values())}
        self.relations[made] = Relation(
            id=made,
            kind=kind,
            premises=premises,
            target=claim.id,
            named=named,
            scheme=scheme,
            weight=reason.weight,
            note=note,
            data={NAME: said} if said else {},
            spans=self.notes.spans({"id": self._span(reason.key), "target": claim.place, **places}),
        )

    def _odd(self, node: Node, message: str) -> None:
        self.notes.note("odd-value", message, self._span(node))

    def _span(self, node: Node) -> Span:
        end = node.end if isinstance(node, Scalar) else min(node.start + 1, len(self.source.text))
        return Span(self.source, node.start, end)


def _nothing(node: Scalar) -> Scalar:
    """What stands below something that nothing stands below."""
    return Scalar("", node.end, node.end, plain=True)


def _is_plain(key: str) -> bool:
    """Whether a key says no more than which kind of reason it is, and which number it has."""
    return key[:1] in ("r", "o") and (key[1:] == "" or key[1:].isdecimal())
