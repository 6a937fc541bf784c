"""What there is to say of the things in a map, as Markdown, or as plain text for editors that show only that."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, Citation, Claim, ClaimKind, Question, Relation, RelationKind
from argmap.diagram.outline import short
from argmap.editing import Kind
from argmap.markup import MARKUPS
from argmap.markup.base import Markup
from argmap.markup.plain import address, one_line

T = TypeVar("T")

_MOST = 8
"""Relations, or claims of a speaker, that are listed before the rest is only counted."""

_PLAIN = Markup(
    name="plain",
    text=one_line,
    strong=lambda words: words,
    emphasis=lambda words: words,
    link=lambda words, target: f"{words} ({address(target)})" if address(target) else words,
    bullets=lambda items: "".join(f"{'  ' * item.level}- {item.text}\n" for item in items),
    table=lambda head, rows: "\n".join("  ".join(row) for row in (head, *rows)),
)
_ONTO = {
    RelationKind.SUPPORT: "+ supported by",
    RelationKind.ATTACK: "− attacked by",
    RelationKind.CONFLICT: "↔ in conflict with",
}
_OUT_OF = {RelationKind.SUPPORT: "supports", RelationKind.ATTACK: "attacks", RelationKind.CONFLICT: "conflicts with"}


@dataclass(frozen=True)
class Teller:
    """Tells what is known of the things in a map.

    Attributes:
        map: The map.
        markdown: Whether to tell it as Markdown.
        is_argdown: Whether names are titles in brackets, as in Argdown, rather than ids.
    """

    map: ArgumentMap
    markdown: bool = True
    is_argdown: bool = False

    @cached_property
    def graph(self) -> MapGraph:
        """The map as a graph."""
        return MapGraph(self.map)

    @property
    def markup(self) -> Markup:
        """The markup in which it is told."""
        return MARKUPS["markdown"] if self.markdown else _PLAIN

    def told(self, kind: Kind, name: str) -> str | None:
        """What there is to say of something, or None if the map does not have it."""
        parts = self._parts(kind, name)
        return "\n\n".join(part for part in parts if part) or None

    def _parts(self, kind: Kind, name: str) -> Iterable[str]:
        if kind == "speaker":
            return self._speaker(name) if name in self.map.speaker else ()
        if kind == "source":
            return self._source(name) if name in self.map.source else ()
        if name in self.map.claim:
            return self._claim(self.map.claim[name])
        if name in self.map.relation:
            return self._relation(self.map.relation[name])
        if name in self.map.question:
            return self._question(self.map.question[name])
        return self._group(name) if name in self.map.group else ()

    def name(self, item: Claim | Question) -> str:
        """What something is called in the file: its id, in Argdown its title in brackets."""
        if self.is_argdown and isinstance(item, Claim):
            is_argument = item.kind is ClaimKind.ARGUMENT
            return self.markup.text(f"<{short(item)}>" if is_argument else f"[{short(item)}]")
        return self.code(item.id)

    def code(self, text: str) -> str:
        """A name as it is typed."""
        return f"`{text}`" if self.markdown and "`" not in text and text.isprintable() else self.markup.text(text)

    def line(self, id: str) -> str:
        """A claim, question or relation on one line; whatever has no such id is just the id."""
        item = self.map.claim.get(id) or self.map.question.get(id)
        if item is None:
            return self.code(id)
        return self.name(item) if self.is_argdown else f"{self.code(id)} {self.markup.text(short(item))}"

    def _head(self, item: Claim | Question) -> str:
        title = self.markup.strong(self.markup.text(item.title or ""))
        return self.name(item) if self.is_argdown or not title else f"{title} {self.code(item.id)}"

    def _claim(self, item: Claim) -> Iterator[str]:
        yield self._head(item)
        yield self.markup.text(item.text)
        is_argument = item.kind is ClaimKind.ARGUMENT
        marks = ["argument"] * is_argument + ["implicit"] * item.implicit + ["hidden in pictures"] * item.hidden
        yield self.markup.emphasis(", ".join(marks))
        yield self._said(item.by, item.cites, "held by")
        yield self._list([self.line(question) for question in item.answers], "answers")
        yield self._bullets([*self._onto(item.id), *self._out_of(item.id)])

    def _onto(self, id: str) -> Iterator[str]:
        for relation in dict.fromkeys(self.graph.onto.get(id, ())):
            undercut = relation.kind is RelationKind.ATTACK and id in self.map.relation
            words = "⊣ undercut by" if undercut else _ONTO[relation.kind]
            yield f"{self.markup.text(words)} {' + '.join(self.line(it) for it in relation.premises_for(id))}"
            yield from self._undercuts(relation)

    def _undercuts(self, relation: Relation) -> Iterator[str]:
        for other in self.graph.onto.get(relation.id, ()):
            if other.kind is RelationKind.ATTACK:
                yield f"⊣ the step is undercut by {' + '.join(self.line(it) for it in other.premises)}"

    def _out_of(self, id: str) -> Iterator[str]:
        for relation in dict.fromkeys(self.graph.out_of.get(id, ())):
            if relation.kind is RelationKind.CONFLICT:
                continue
            others = [self.line(it) for it in dict.fromkeys(relation.premises) if it != id]
            linked = f" together with {' + '.join(others)}" if others else ""
            yield f"{self._verb(relation)} {self._target(relation)}{linked}"
            yield from self._undercuts(relation)

    def _verb(self, relation: Relation) -> str:
        is_undercut = relation.kind is RelationKind.ATTACK and relation.target not in self.map.claim
        return "undercuts" if is_undercut else _OUT_OF[relation.kind]

    def _target(self, relation: Relation) -> str:
        target = self.map.relation.get(relation.target)
        if target is None or relation.target in self.map.claim:
            return self.line(relation.target)
        premises = " + ".join(self.line(it) for it in target.premises)
        return f"the step from {premises} to {self.line(target.target)}"

    def _relation(self, item: Relation) -> Iterator[str]:
        premises = " + ".join(self.line(it) for it in item.premises)
        yield self.markup.strong(self.markup.text(str(item.kind))) + (f" {self.code(item.id)}" if item.named else "")
        yield f"{premises} {self._verb(item)} {self._target(item)}"
        scheme = f"scheme: {self.markup.text(item.scheme)}" if item.scheme else ""
        weight = f"weight: {item.weight:g}" if item.weight is not None else ""
        yield ", ".join(part for part in (scheme, weight) if part)
        yield self._said(item.by, item.cites, "drawn by")
        yield self._bullets(list(self._onto(item.id)))

    def _question(self, item: Question) -> Iterator[str]:
        yield self._head(item)
        yield self.markup.text(item.text)
        yield self._said((), item.cites, "")
        positions = [claim.id for claim in self.map.claims if item.id in claim.answers]
        yield self._list([self.line(claim) for claim in positions], "positions")

    def _group(self, name: str) -> Iterator[str]:
        item = self.map.group[name]
        yield f"{self.markup.strong(self.markup.text(item.title))} {self.code(item.id)}"
        parent = self.map.group.get(item.parent or "")
        yield f"in {self.markup.text(parent.title)}" if parent else ""
        yield self._list([self.line(member) for member in item.members], "members")

    def _speaker(self, name: str) -> Iterator[str]:
        item = self.map.speaker[name]
        words = self.markup.text(item.name)
        yield self.markup.strong(self.markup.link(words, item.link) if item.link else words) + f" {self.code(name)}"
        yield self.markup.text(item.role or "")
        held = [claim.id for claim in self.map.claims if name in claim.by]
        yield self._list([self.line(claim) for claim in held], "holds")

    def _source(self, name: str) -> Iterator[str]:
        item = self.map.source[name]
        words = self.markup.text(item.title)
        yield self.markup.strong(self.markup.link(words, item.link) if item.link else words) + f" {self.code(name)}"
        yield self.markup.text(", ".join(part for part in (item.author, item.date) if part))
        paragraphs = f"{item.paragraphs} paragraphs" if item.paragraphs else ""
        copy = f"local copy {self.code(item.text)}" if item.text else ""
        yield ", ".join(part for part in (paragraphs, copy) if part)
        cited = [claim.id for claim in self.map.claims if any(it.source == name for it in claim.cites)]
        yield self._list([self.line(claim) for claim in cited], "cited for")

    def _said(self, by: tuple[str, ...], cites: tuple[Citation, ...], verb: str) -> str:
        """Who says it and where, on one line."""
        names = [self.markup.text(self.map.speaker[it].name if it in self.map.speaker else it) for it in by]
        places = [self.markup.text(self._place(it)) for it in cites]
        parts = [f"{verb} {', '.join(names)}" if names else "", "; ".join(places)]
        return " · ".join(part for part in parts if part)

    def _place(self, cite: Citation) -> str:
        title = self.map.source[cite.source].title if cite.source in self.map.source else cite.source
        return f"{title}, {cite.place}" if cite.place else title

    def _list(self, items: list[str], lead: str) -> str:
        return f"{lead}:\n\n{self._bullets(items)}" if items else ""

    def _bullets(self, items: list[str]) -> str:
        more = [f"and {len(items) - _MOST} more"] if len(items) > _MOST else []
        return "\n".join(f"- {item}" for item in (*_first(items), *more))


def _first(items: list[T]) -> list[T]:
    return items[:_MOST]
