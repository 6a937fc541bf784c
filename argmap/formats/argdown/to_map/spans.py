"""Where the parts of a map stand in an Argdown text; worked out when somebody asks."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from argmap.core.model import Spans
from argmap.core.source import LazySpans, Span
from argmap.formats.argdown.debate.model import Inference, Member, Relation, Section
from argmap.formats.argdown.text.manuscript import Manuscript
from argmap.formats.argdown.text.syntax import Place
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.trees.tree import Node, Table

Found: TypeAlias = dict[str, Place]

NOWHERE: Spans = {}


class _Placed(LazySpans):
    """Spans of places in a script.

    Args:
        script: The text.
        find: Finds the places.
    """

    __slots__ = ("_find", "_script")

    def __init__(self, script: Manuscript, find: Callable[[], Found]) -> None:
        super().__init__()
        self._script = script
        self._find = find

    def _make(self) -> dict[str, Span]:
        return {name: self._script.span(place) for name, place in self._find().items()}


class Either(Mapping[str, Span]):
    """Spans from one place or else from another.

    Args:
        first: Those that count where both have one.
        second: The others.
    """

    __slots__ = ("_first", "_second")

    def __init__(self, first: Spans, second: Spans) -> None:
        self._first = first
        self._second = second

    def __getitem__(self, name: str) -> Span:
        return self._first[name] if name in self._first else self._second[name]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._second, **self._first})

    def __len__(self) -> int:
        return len(self._first.keys() | self._second.keys())


class SpanMaker:
    """Makes the spans of all parts of a map.

    Args:
        script: The text; None if there is none: then nothing has a place.
    """

    def __init__(self, script: Manuscript | None) -> None:
        self._script = script

    def _lazy(self, find: Callable[[], Found]) -> Spans:
        return NOWHERE if self._script is None else _Placed(self._script, find)

    def of_entry(self, item: Entry) -> Spans:
        """Those of a claim: `id`, `title`, `text` and `data`."""
        return self._lazy(lambda: _entry(item))

    def of_section(self, section: Section) -> Spans:
        """Those of a group: `id`, `title` and `data`."""
        return self._lazy(lambda: _section(section))

    def of_relation(self, relation: Relation) -> Spans:
        """Those of a relation that is stated by a sign: all of it stands there."""
        return self._lazy(lambda: _relation(relation))

    def of_step(self, inference: Inference, rows: list[Member]) -> Spans:
        """Those of a step: the line is the relation, rows are its premises and its target."""
        return self._lazy(lambda: _step(inference, rows))


def _entry(item: Entry) -> Found:
    member = item.canonical or next(iter(item.members), None)
    if member is None:
        place = getattr(item, "place", None)
        return {"id": place} if place else {}
    found = {"id": member.title_place or member.text_place or member.place}
    found |= {"title": member.title_place, "text": member.text_place}
    places = {name: place for name, place in found.items() if place}
    for other in item.members:
        places |= in_data(other.node)
    return places


def _section(section: Section) -> Found:
    place = section.place
    return {} if place is None else {"id": place, "title": place, **in_data(section.node)}


def _relation(relation: Relation) -> Found:
    place = relation.place
    return {} if place is None else dict.fromkeys(("id", "relation", "target", "premises.0"), place)


def _step(inference: Inference, rows: list[Member]) -> Found:
    found: dict[str, Place | None] = dict.fromkeys(("id", "relation"), inference.place)
    for number, row in enumerate(rows[:-1]):
        found[f"premises.{number}"] = row.place
    found["target"] = rows[-1].place
    places = {name: place for name, place in found.items() if place}
    return places | in_data(inference.node)


def in_data(node: Node | None) -> Found:
    """Places of data: `data` as a whole, and `data.KEY` for each field."""
    if not isinstance(node, Table) or node.start < 0:
        return {}
    found = {f"data.{key.value}": Place(value.start, value.end) for key, value in node.pairs}
    return {"data": Place(node.start, node.end), **found}
