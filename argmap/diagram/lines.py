"""Relations redrawn: where claims are left out or stand together, what lines their relations come to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeAlias

from argmap.core.model import ArgumentMap, Relation, RelationKind, relation_name

Route: TypeAlias = tuple[str, ...]
"""Relations that lead one after another from the start of a line to its end, by their ids."""


class _Routes(tuple[Route, ...]):
    """The routes that a redrawn relation stands for: a type that no data of a file can have."""

    __slots__ = ()


_ROUTES = "routes"
"""Key in the data of a redrawn relation."""

_Key: TypeAlias = tuple[RelationKind, frozenset[str], str]
_Place: TypeAlias = tuple[int, int]
"""Where a line stands: by the line that was given, and by which of its ends."""


@dataclass(frozen=True, slots=True)
class Line:
    """A relation as it is to be drawn.

    Attributes:
        relation: With the ends that it is to have; its target may be a relation of the map as it was.
        routes: What it stands for.
        unchanged: Whether it is a relation of the map, drawn as it stands there.
    """

    relation: Relation
    routes: tuple[Route, ...]
    unchanged: bool = False

    @property
    def parts(self) -> set[str]:
        """The relations of which anything is in it."""
        return {key for route in self.routes for key in route}

    @property
    def key(self) -> _Key:
        """What two lines share that would be drawn one on the other."""
        item = self.relation
        if item.kind is RelationKind.CONFLICT:
            return item.kind, frozenset((*item.premises, item.target)), ""
        return item.kind, frozenset(item.premises), item.target


def is_redrawn(relation: Relation) -> bool:
    """Whether a relation stands for anything but itself."""
    return isinstance(relation.data.get(_ROUTES), _Routes)


def routes_of(relation: Relation) -> tuple[Route, ...]:
    """What a relation stands for: itself, unless it was redrawn."""
    found = relation.data.get(_ROUTES)
    return found if isinstance(found, _Routes) else ((relation.id,),)


def redrawn(map: ArgumentMap, lines: Sequence[Line], heirs: Mapping[str, str]) -> tuple[Relation, ...]:
    """Return the relations that lines come to: no two the same, each with an id of its own.

    Args:
        map: The map as it was.
        lines: In the order in which they are to stand.
        heirs: For a relation of which no single line remains, the claim to which an attack on it then goes.
    """
    return _Redrawing(map, lines, heirs).relations()


class _Redrawing:
    """Finds ids and targets for lines; lives for one call."""

    def __init__(self, map: ArgumentMap, lines: Sequence[Line], heirs: Mapping[str, str]) -> None:
        self.map, self.heirs = map, heirs
        self.waiting: dict[int, Line] = dict(enumerate(lines))
        self.placed: dict[_Place, Line] = {}
        self.by_key: dict[_Key, _Place] = {}
        self.by_relation: dict[str, list[_Place]] = defaultdict(list)
        self.outstanding = Counter(key for item in lines for key in item.parts)
        self.used: set[str] = set()
        self.foreign = {*map.relation, *map.claim, *map.question, *map.group}
        self.aimed_at: dict[str, list[int]] = defaultdict(list)
        for place, item in self.waiting.items():
            self.aimed_at[item.relation.target].append(place)

    def relations(self) -> tuple[Relation, ...]:
        ready = self._ready(self.waiting)
        while ready:
            settled: set[str] = set()
            ready.sort(key=lambda place: not self.waiting[place].unchanged)  # so others join what is there
            for place in ready:
                item = self.waiting.pop(place)
                self._place(place, item)
                settled |= {key for key in item.parts if not self.outstanding[key]}
            ready = self._ready(place for key in settled for place in self.aimed_at.get(key, ()))
        for place, item in self.waiting.items():  # attacks on each other in a circle
            if item.unchanged:
                self.placed[place, 0] = item
        return tuple(self._told(self.placed[place]) for place in sorted(self.placed))

    def _ready(self, places: Iterable[int]) -> list[int]:
        """The lines that end on a claim, or on a relation all of whose lines have their place."""
        return sorted(
            place
            for place in places
            if place in self.waiting
            and (self._is_end(target := self.waiting[place].relation.target) or not self.outstanding[target])
        )

    def _is_end(self, target: str) -> bool:
        """Whether lines end on a target as it is: on a claim or a card, not on a relation."""
        return target in self.map.claim or target not in self.map.relation

    def _place(self, place: int, item: Line) -> None:
        self.outstanding.subtract(item.parts)
        for number, end in enumerate(self._ends(item)):
            aimed = item if end == item.relation.target else _aimed(item, end)
            if aimed is not None:
                self._add((place, number), aimed)

    def _ends(self, item: Line) -> Sequence[str]:
        """What a line ends on: its claim, or what became of its relation."""
        target = item.relation.target
        if self._is_end(target):
            return (target,)
        found = [self.placed[place] for place in self.by_relation.get(target, ())]
        own = [item for item in found if any(route[0] == target for route in item.routes)] or found
        if len(own) != 1 and target in self.heirs:
            return (self.heirs[target],)
        return [item.relation.id for item in own]

    def _add(self, place: _Place, item: Line) -> None:
        twin = None if item.unchanged else self.by_key.get(item.key)
        if twin is None:
            self.placed[place] = replace(item, relation=self._named(item.relation))
            self.by_key.setdefault(item.key, place)
        else:
            place, other = twin, self.placed[twin]
            self.placed[place] = replace(other, routes=tuple(dict.fromkeys((*other.routes, *item.routes))))
        for key in item.parts:
            if place not in self.by_relation[key]:
                self.by_relation[key].append(place)

    def _named(self, item: Relation) -> Relation:
        """The relation with its own id, or with a new one if another line has that."""
        name = item.id
        for name in self._names(item):
            if name not in self.used and (name == item.id or name not in self.foreign):
                break
        self.used.add(name)
        return item if name == item.id else replace(item, id=name, named=False)

    @staticmethod
    def _names(item: Relation) -> Iterator[str]:
        yield item.id
        base = relation_name(item.premises, item.target)
        yield base
        yield from (f"{base} ({number})" for number in count(2))

    def _told(self, item: Line) -> Relation:
        """The relation, with what it stands for where that is not just itself."""
        routes = tuple(dict.fromkeys(other for route in item.routes for other in self._in_full(route)))
        if routes == routes_of(item.relation):
            return item.relation
        return replace(item.relation, data={**item.relation.data, _ROUTES: _Routes(routes)})

    def _in_full(self, route: Route) -> tuple[Route, ...]:
        return routes_of(self.map.relation[route[0]]) if len(route) == 1 else (route,)


def _aimed(item: Line, end: str) -> Line | None:
    """The line with another end; None if it would lead from a claim to itself."""
    premises = tuple(key for key in item.relation.premises if key != end)
    if not premises:
        return None
    return replace(item, relation=replace(item.relation, premises=premises, target=end), unchanged=False)
