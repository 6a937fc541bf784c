"""Document to map: the frozen values, each with the places of its parts."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Any

from argmap.core.model import (
    ArgumentMap,
    Citation,
    Claim,
    Data,
    Display,
    Entity,
    Group,
    Question,
    Relation,
    RelationKind,
    Source,
    Speaker,
    relation_name,
)
from argmap.core.source import SourceFile, Span
from argmap.formats.native import document as forms
from argmap.formats.native.faults import ID_SECTIONS
from argmap.formats.native.places import CitationPlaces, Places, RelationPlaces
from argmap.formats.native.shape import Shaped, shape
from argmap.formats.trees.scalars import free_value
from argmap.formats.trees.tree import Node, Scalar, Sequence, Table

_INLINE = {
    "supports": RelationKind.SUPPORT,
    "attacks": RelationKind.ATTACK,
    "conflicts": RelationKind.CONFLICT,
}

_NOTHING: Data = MappingProxyType({})
_NO_WISH = Display()


def normal_id(text: str) -> str:
    """An id or reference in its one spelling: composed characters, no outer spaces, even spaces about `->` and `+`."""
    text = unicodedata.normalize("NFC", text.strip()) if not text.isascii() else text.strip()
    if "->" not in text:
        return text
    premises, target = text.split("->", 1)
    return relation_name(tuple(part.strip() for part in premises.split("+")), normal_id(target))


def _ids(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(normal_id, texts))


class _Builder:
    """Walks a document and its tree side by side."""

    def __init__(self, source: SourceFile, shaped: Shaped) -> None:
        assert shaped.document is not None
        self.source = source
        self.document = shaped.document
        self.tree = shaped.tree
        self.repeated: list[Entity] = []

    def place(self, node: Node) -> Span:
        return Span(self.source, node.start, node.end)

    def places(self, node: Node | None, key: Node | None = None, alone: str = "text") -> Places:
        return Places(self.source, node, key, alone)

    def entries(self, section: str) -> Iterator[tuple[str, Scalar, Node]]:
        table = _field(self.tree, section)
        if isinstance(table, Table):
            for key, value in table.pairs:
                yield key.value, key, value

    def citations(self, form: Any, owner: Node | None) -> tuple[Citation, ...]:
        if not form.cites:
            return ()
        given = _field(owner, "cites")
        nodes = given.items if isinstance(given, Sequence) else [given] if given else []
        return tuple(self.citation(item, node) for item, node in zip(form.cites, nodes, strict=True))

    def citation(self, form: forms.CitationForm, node: Node) -> Citation:
        spans = CitationPlaces(self.source, node, node, "source")
        return Citation(normal_id(form.source), form.section, form.paragraph, form.quote, spans)

    def claims_with_relations(self) -> Iterator[tuple[Claim, list[Relation]]]:
        for name, key, node in self.entries("claims"):
            form = self.document.claims[name]
            relations = list(self.inline_relations(normal_id(name), form, key, node))
            yield self.claim(normal_id(name), form, key, node), relations

    def relations_apart(self) -> Iterator[Relation]:
        items = _field(self.tree, "relations")
        nodes = items.items if isinstance(items, Sequence) else []
        for relation, node in zip(self.document.relations, nodes, strict=True):
            yield self.relation(relation, node)

    def claim(self, name: str, form: forms.ClaimForm, key: Scalar, node: Node) -> Claim:
        return Claim(
            id=name,
            text=form.text.strip(),
            title=form.title,
            kind=form.kind,
            answers=_ids(form.answers),
            by=_ids(form.by),
            cites=self.citations(form, node),
            implicit=form.implicit == "true",
            score=form.score,
            assumed=None if form.assumed is None else form.assumed == "true",
            tags=tuple(form.tags),
            note=form.note,
            link=form.link,
            restatements=tuple(text.strip() for text in form.restatements or ()),
            hidden=form.hidden == "true",
            colour=form.colour,
            data=_data(form, node),
            spans=self.places(node, key),
        )

    def inline_relations(self, name: str, form: forms.ClaimForm, key: Scalar, node: Node) -> Iterator[Relation]:
        if not isinstance(node, Table):
            return
        for field, value in node.pairs:
            if field.value not in _INLINE:
                continue
            targets: list[Any] = getattr(form, field.value)
            nodes = value.items if isinstance(value, Sequence) else [value]
            for target, at in zip(targets, nodes, strict=False):
                yield self.inline_relation(name, _INLINE[field.value], target, (key, at))

    def inline_relation(
        self, name: str, kind: RelationKind, form: forms.ConflictForm, nodes: tuple[Scalar, Node]
    ) -> Relation:
        key, node = nodes
        premises = (name, *_ids(getattr(form, "linked", ())))
        return self.made_relation(kind, premises, form.to, form, (node, RelationPlaces(self.source, node, key)))

    def relation(self, form: forms.RelationForm, node: Node) -> Relation:
        spans = RelationPlaces(self.source, node, None)
        return self.made_relation(form.kind, _ids(form.premises), form.target, form, (node, spans))

    def made_relation(
        self,
        kind: RelationKind,
        premises: tuple[str, ...],
        target: str,
        form: forms.ConflictForm | forms.RelationForm,
        place: tuple[Node, Places],
    ) -> Relation:
        node, spans = place
        target = normal_id(target)
        made_up = relation_name(premises, target)
        given = normal_id(form.id) if form.id else made_up
        return Relation(
            id=given,
            kind=kind,
            premises=premises,
            target=target,
            named=given != made_up and re.sub(r" \(\d+\)$", "", given) != made_up,
            scheme=form.scheme,
            weight=form.weight,
            by=_ids(form.by),
            cites=self.citations(form, node if isinstance(node, Table) else None),
            tags=tuple(form.tags),
            note=form.note,
            argument=normal_id(form.argument) if form.argument else None,
            data=_data(form, node),
            spans=spans,
        )

    def questions(self) -> Iterator[Question]:
        for name, key, node in self.entries("questions"):
            form = self.document.questions[name]
            cites = self.citations(form, node)
            spans = self.places(node, key)
            yield Question(normal_id(name), form.text.strip(), form.title, cites, tuple(form.tags), form.note, spans)

    def speakers(self) -> Iterator[Speaker]:
        for name, key, node in self.entries("speakers"):
            form = self.document.speakers[name]
            yield Speaker(normal_id(name), form.name, form.role, form.link, self.places(node, key, "name"))

    def sources(self) -> Iterator[Source]:
        for name, key, node in self.entries("sources"):
            form = self.document.sources[name]
            spans = self.places(node, key, "title")
            yield Source(spans=spans, id=normal_id(name), **form.model_dump())

    def groups(self) -> Iterator[Group]:
        for name, key, node in self.entries("groups"):
            form = self.document.groups[name]
            yield Group(
                id=normal_id(name),
                title=form.title or name,
                members=_ids(form.members),
                parent=normal_id(form.parent) if form.parent else None,
                note=form.note,
                tags=tuple(form.tags or ()),
                closed=form.closed == "true",
                hidden=form.hidden == "true",
                colour=form.colour,
                data=_data(form, node),
                spans=self.places(node, key, "members"),
            )

    def display(self) -> Display:
        form = self.document.display
        if form is None:
            return _NO_WISH
        return Display(
            form.direction,
            form.labels,
            {tag: colour for tag, colour in (form.tag_colours or {}).items() if colour},
            {} if form.relation_colours is None else form.relation_colours.model_dump(exclude_none=True),
        )

    def build(self, known: Iterable[tuple[Claim, Iterable[Relation]]] | None = None) -> ArgumentMap:
        claims: list[Claim] = []
        relations: list[Relation] = []
        for claim, own in self.claims_with_relations() if known is None else known:
            claims.append(claim)
            relations += own
        relations += self.relations_apart()
        taken: dict[str, Entity] = {}
        document = self.document
        return ArgumentMap(
            title=document.title,
            description=document.description,
            language=document.language,
            claims=self.first(claims, taken),
            questions=self.first(self.questions(), taken),
            groups=self.first(self.groups(), taken),
            relations=self.first(_resolved(relations), taken),
            speakers=self.first(self.speakers(), {}),
            sources=self.first(self.sources(), {}),
            display=self.display(),
            data=_data(document, self.tree),
            repeated=tuple(self.repeated),
            origin=self.source,
            spans=self.places(self.tree),
        )

    def first(self, entities: Iterable[Any], taken: dict[str, Entity]) -> tuple[Any, ...]:
        """Keep the first entity of each id; the others are put with the repeated ones."""
        kept = []
        for entity in entities:
            if taken.setdefault(entity.id, entity) is entity:
                kept.append(entity)
            else:
                self.repeated.append(entity)
        return tuple(kept)


def _field(node: Node | None, name: str) -> Node | None:
    if not isinstance(node, Table):
        return None
    return next((value for key, value in node.pairs if key.value == name), None)


def _data(form: Any, node: Node | None) -> Data:
    """What stands under `data`, with types: the form has only texts."""
    found = _field(node, "data") if form.data else None
    return _NOTHING if found is None else free_value(found)


def _resolved(relations: list[Relation]) -> list[Relation]:
    """Let `a + b -> c` refer to the relation with these ends, in any order of its premises, be it named or not.

    Of several, one without an id of its own is meant, as it is called so; else the first.

    A relation without an id is called by its ends as they are after that, with a number where others have the same.
    """
    if not any("->" in relation.target for relation in relations):
        return _told_apart(relations)
    by_rank = sorted(relations, key=lambda item: item.named)
    by_ends = {(frozenset(item.premises), item.target): item for item in reversed(by_rank)}
    by_exact_ends = {(item.premises, item.target): item for item in reversed(by_rank)}
    meant: dict[str, str] = {}

    def target_of(reference: str, depth: int = 0) -> str:
        """The id that a reference stands for; one that circles or leads nowhere is left as it is."""
        if "->" not in reference or depth > len(relations):
            return reference
        if reference not in meant:
            names, end = reference.split(" -> ", 1)
            premises = tuple(names.split(" + "))
            ends = (target_of(end, depth + 1), end)
            found = next((by_exact_ends[premises, it] for it in ends if (premises, it) in by_exact_ends), None)
            found = found or next((by_ends[key] for it in ends if (key := (frozenset(premises), it)) in by_ends), None)
            if found is None:
                meant[reference] = reference
            elif found.named:
                meant[reference] = found.id
            else:
                meant[reference] = relation_name(found.premises, target_of(found.target, depth + 1))
        return meant[reference]

    return _told_apart([_with(item, target=target_of(item.target)) for item in relations])


def _told_apart(relations: list[Relation]) -> list[Relation]:
    """Number the relations without an id that have the same ends, so that none is lost."""
    seen: dict[str, int] = {}
    found = []
    for relation in relations:
        name = relation.id
        if not relation.named:
            name = relation_name(relation.premises, relation.target)
            seen[name] = seen.get(name, 0) + 1
            name = name if seen[name] == 1 else f"{name} ({seen[name]})"
        found.append(relation if name == relation.id else _with(relation, id=name))
    return found


def _with(relation: Relation, **changes: Any) -> Relation:
    fields = {name: getattr(relation, name) for name in Relation.__slots__}
    return Relation(**(fields | changes))


def build(
    source: SourceFile, shaped: Shaped, known: Iterable[tuple[Claim, Iterable[Relation]]] | None = None
) -> ArgumentMap:
    """Return the map of a shaped document, with later definitions of an id kept aside.

    Args:
        source: The text.
        shaped: The document.
        known: Claims with the relations that stand in them, instead of those of the document.
    """
    builder = _Builder(source, shaped)
    for section, key, node in shaped.repeated:
        version = (Scalar("argmap", -1, -1, True), Scalar("1", -1, -1, True))
        single = Table([version, (Scalar(section, -1, -1, True), Table([(key, node)], key.start, node.end))], 0, 0)
        again = shape(source, single)
        if again.document is not None:
            found = _Builder(source, again).build()
            builder.repeated.extend(entity for name in ID_SECTIONS for entity in getattr(found, name))
    return builder.build(known)


def claims_with_relations(source: SourceFile, shaped: Shaped) -> list[tuple[Claim, list[Relation]]]:
    """The claims of a shaped document, each with the relations that stand in it."""
    return list(_Builder(source, shaped).claims_with_relations())
