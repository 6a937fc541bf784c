"""What the three formats share: arguments and attacks, as they become a map and come out of one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind, relation_name
from argmap.core.source import SourceFile, Span
from argmap.formats.base import Reading
from argmap.formats.foreign.names import Names, carried, own_id
from argmap.formats.foreign.notes import SpanNotes, bounded

MOST = 500_000
"""More arguments and attacks than this are no debate that could be drawn; `argmap solve` reads ten million."""


class Word(NamedTuple):
    """A name in a text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


_Pair: TypeAlias = tuple[Word, Word]


@dataclass(slots=True)
class Draft:
    """A framework on its way to a map.

    Attributes:
        source: The text.
        name: The format.
        notes: What is odd in it.
        labels: The text of each argument, empty if it has none, by its name, in file order.
        attacks: Attacker and target of each attack, or of each support.
        supports: The same of supports, of which only apx has dialects.
    """

    source: SourceFile
    name: str
    notes: SpanNotes = field(init=False)
    labels: dict[str, str] = field(default_factory=dict)
    places: dict[str, Word] = field(default_factory=dict)
    attacks: list[tuple[Word, Word]] = field(default_factory=list)
    supports: list[tuple[Word, Word]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.notes = SpanNotes(self.source)

    def span(self, word: Word) -> Span:
        """The place of a name."""
        return Span(self.source, word.start, word.end)

    def declare(self, word: Word, label: str = "") -> None:
        """Note an argument; one that is declared again is noted as odd."""
        if word.text in self.labels:
            self.notes.note("repeated-node", f"the argument `{word.text}` is declared again", self.span(word))
            return
        self.labels[word.text] = label
        self.places[word.text] = word

    @property
    def is_too_large(self) -> bool:
        """Whether it has more in it than argmap makes a map of."""
        return len(self.labels) + len(self.attacks) + len(self.supports) > MOST

    def reading(self) -> Reading:
        """The map, with what is odd in the file."""
        if self.is_too_large:
            message = f"there are more than {MOST:,} arguments and attacks"
            place = Span(self.source, 0, 0)
            self.notes.note("too-large", message, place, "argmap solve reads frameworks of ten million arguments")
            return Reading(None, tuple(self.notes.diagnostics()))
        names = Names(self.name)
        ids = {given: names.made(given, "argument") for given in self.labels}
        claims = tuple(
            Claim(ids[given], label or given, data=names.data(ids[given]), spans={"id": self.span(self.places[given])})
            for given, label in self.labels.items()
        )
        left: dict[str, list[list[str]]] = {}
        relations = (
            *self._relations(RelationKind.ATTACK, self.attacks, ids, left),
            *self._relations(RelationKind.SUPPORT, self.supports, ids, left),
        )
        data = {self.name: left} if left else {}
        made = ArgumentMap(claims=claims, relations=relations, data=data, origin=self.source)
        return Reading(made, bounded(self.notes.diagnostics()))

    def _relations(
        self, kind: RelationKind, pairs: Iterable[_Pair], ids: Mapping[str, str], left: dict[str, list[list[str]]]
    ) -> Iterator[Relation]:
        """The relations of a kind; pairs that cannot be one are noted, and put to what is left."""
        seen: set[tuple[str, str]] = set()
        for first, second in pairs:
            ends = (first.text, second.text)
            if self._is_odd(first, second):
                left.setdefault(f"{kind.value}s", []).append([*ends])
            elif ends not in seen:
                seen.add(ends)
                premises, target = (ids[ends[0]],), ids[ends[1]]
                spans = {"id": self.span(first), "premises.0": self.span(first), "target": self.span(second)}
                yield Relation(relation_name(premises, target), kind, premises, target, spans=spans)

    def _is_odd(self, first: Word, second: Word) -> bool:
        for word in (first, second):
            if word.text not in self.labels:
                self.notes.note("dangling-edge", f"there is no argument `{word.text}`", self.span(word))
                return True
        if first.text == second.text:
            hint = "argmap solve evaluates frameworks with such arguments"
            self.notes.note("looping-edge", f"the argument `{first.text}` attacks itself", self.span(first), hint)
            return True
        return False


class Written(NamedTuple):
    """Arguments and attacks of a map: names with texts, and pairs of names."""

    arguments: dict[str, str]
    attacks: list[tuple[str, str]]
    supports: list[tuple[str, str]]


def framework_of(argument_map: ArgumentMap, name: str) -> Written:
    """The claims of a map, and the attacks of one claim on another; a symmetric conflict is two attacks.

    Args:
        argument_map: The map.
        name: The format, under whose name the map may carry ids and attacks along.
    """
    ids = {item.id: own_id(item.id, item.data, name) for item in argument_map.claims}
    if len(set(ids.values())) < len(ids):
        ids = {key: key for key in ids}
    pairs: dict[RelationKind, list[tuple[str, str]]] = {RelationKind.ATTACK: [], RelationKind.SUPPORT: []}
    for item in argument_map.relations:
        if item.target in ids and len(set(item.premises)) == 1 and item.premises[0] in ids:
            ends = (ids[item.premises[0]], ids[item.target])
            kind = RelationKind.ATTACK if item.kind is RelationKind.CONFLICT else item.kind
            pairs[kind].append(ends)
            if item.kind is RelationKind.CONFLICT:
                pairs[kind].append(ends[::-1])
    for does in pairs:
        pairs[does] += _left(carried(argument_map.data, name).get(f"{does.value}s"))
    texts = {ids[item.id]: item.text if item.text != ids[item.id] else "" for item in argument_map.claims}
    return Written(texts, pairs[RelationKind.ATTACK], pairs[RelationKind.SUPPORT])


def _left(pairs: object) -> Iterator[tuple[str, str]]:
    """Attacks that the map only carries along."""
    for pair in pairs if isinstance(pairs, list) else ():
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(end, str) for end in pair):
            yield pair[0], pair[1]
