"""Which relations of two maps are the same, though one may be turned, linked, unlinked or aimed elsewhere."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import product
from typing import TypeAlias

from argmap.core.model import ArgumentMap, Relation, RelationKind

_COMMON = 50
"""A premise of more relations onto one end than this does not tell which of them are the same."""

Family: TypeAlias = tuple[tuple[Relation, ...], tuple[Relation, ...]]
"""Relations of the old map and of the new one that are the same: one of each, or one and its parts."""


class Matching:
    """Pairs the relations of two maps.

    Relations are the same if they have one id of their own, or lead from the same claims to the same end, or nearly so.
    Targets come before what is aimed at them, so that an undercut keeps its step when that gets another name.

    Args:
        old: The old map.
        new: The new map.
        renamed: New ids of claims by old ones.
    """

    def __init__(self, old: ArgumentMap, new: ArgumentMap, renamed: Mapping[str, str]) -> None:
        self.maps = old, new
        self._claims = renamed
        self._partner: tuple[dict[str, Relation], dict[str, Relation]] = ({}, {})
        self._tokens: tuple[dict[str, Hashable], dict[str, Hashable]] = ({}, {})
        self.families: list[Family] = []
        for item in old.relations:
            partner = new.relation.get(item.id)
            if item.named and partner and partner.named:
                self._join(item, partner)
        levels = _levels(old), _levels(new)
        for level in range(max((len(found) for found in levels), default=0)):
            self._level(*(found[level] if level < len(found) else [] for found in levels))
        self._match(old.relations, new.relations, self._kind_and_premises, only_single=True)

    def left(self, side: int) -> tuple[Relation, ...]:
        """The relations of a side (0 for old, 1 for new) that have no partner."""
        return tuple(item for item in self.maps[side].relations if item.id not in self._partner[side])

    def new_ids(self) -> dict[str, str]:
        """The new id by the old one, of all relations that have a partner."""
        return {name: item.id for name, item in self._partner[0].items()}

    def premises(self, side: int, relation: Relation) -> frozenset[str]:
        """The premises, called as in the new map."""
        return frozenset(self._claim(side, name) for name in relation.premises)

    def target(self, side: int, relation: Relation) -> Hashable:
        """What stands for the target on both sides."""
        name = relation.target
        if name in self.maps[side].claim or name not in self.maps[side].relation:
            return self._claim(side, name)
        return self._tokens[side].get(name, (side, name))

    def _claim(self, side: int, name: str) -> str:
        return name if side else self._claims.get(name, name)

    def _level(self, old: list[Relation], new: list[Relation]) -> None:
        self._match(old, new, self._kind_and_ends)
        self._match(old, new, self._ends_in_order)
        self._match(_conflicts(old), _others(new), self._ends_in_any_order)
        self._match(_others(old), _conflicts(new), self._ends_in_any_order)
        self._overlapping(old, new)
        self._parts(old, new)
        self._match(old, new, self._kind_and_premises, only_single=True)

    def _kind_and_ends(self, side: int, item: Relation) -> Hashable:
        has_direction = item.kind is not RelationKind.CONFLICT
        ends = self._ends_in_order(side, item) if has_direction else self._ends_in_any_order(side, item)
        return item.kind, ends

    def _kind_and_premises(self, side: int, item: Relation) -> Hashable:
        return item.kind, self.premises(side, item)

    def _ends_in_order(self, side: int, item: Relation) -> Hashable:
        return self.premises(side, item), self.target(side, item)

    def _ends_in_any_order(self, side: int, item: Relation) -> Hashable:
        return frozenset((*self.premises(side, item), self.target(side, item)))

    def _match(
        self,
        old: Iterable[Relation],
        new: Iterable[Relation],
        key: Callable[[int, Relation], Hashable],
        *,
        only_single: bool = False,
    ) -> None:
        """Join relations with the same key, in their order; with `only_single` where there is one on each side."""
        by_key: dict[Hashable, tuple[list[Relation], list[Relation]]] = defaultdict(lambda: ([], []))
        for side, items in enumerate((old, new)):
            for item in self._free(side, items):
                by_key[key(side, item)][side].append(item)
        for one, other in by_key.values():
            if not only_single or len(one) == len(other) == 1:
                for pair in zip(one, other, strict=False):
                    self._join(*pair)

    def _overlapping(self, old: Iterable[Relation], new: Iterable[Relation]) -> None:
        """Join relations of one kind and target that share premises, those that share most first."""
        by_end: dict[Hashable, tuple[list[Relation], list[Relation]]] = defaultdict(lambda: ([], []))
        for side, items in enumerate((old, new)):
            for item in self._free(side, items):
                for premise in self.premises(side, item):
                    by_end[item.kind, self.target(side, item), premise][side].append(item)
        pairs: dict[tuple[str, str], tuple[float, Relation, Relation]] = {}
        for before, after in by_end.values():
            if len(before) <= _COMMON and len(after) <= _COMMON:
                for item, other in product(before, after):
                    mine, yours = self.premises(0, item), self.premises(1, other)
                    pairs[item.id, other.id] = len(mine & yours) / len(mine | yours), item, other
        for _, item, partner in sorted(pairs.values(), key=lambda pair: (-pair[0], *sorted((pair[1].id, pair[2].id)))):
            if item.id not in self._partner[0] and partner.id not in self._partner[1]:
                self._join(item, partner)

    def _parts(self, old: Iterable[Relation], new: Iterable[Relation]) -> None:
        """Join reasons that counted alone to the relation that their premises went into, and the other way round."""
        for side, items in ((0, old), (1, new)):
            wholes: dict[Hashable, list[int]] = defaultdict(list)
            for place, family in enumerate(self.families):
                whole = family[1 - side][0]
                if len(whole.premises) > 1:
                    for premise in self.premises(1 - side, whole):
                        wholes[whole.kind, self.target(1 - side, whole), premise].append(place)
            for item in self._free(side, items):
                mine = self.premises(side, item)
                places = wholes.get((item.kind, self.target(side, item), min(mine, default="")), ())
                for place in sorted(places, key=self._heads):
                    family = self.families[place]
                    all_of_it = self.premises(1 - side, family[1 - side][0])
                    known = frozenset[str]().union(*(self.premises(side, part) for part in family[side]))
                    if mine < all_of_it and known < all_of_it and not mine & known and len(family[1 - side]) == 1:
                        self._join_part(side, place, item)
                        break

    def _heads(self, place: int) -> list[str]:
        """What families are put in order by, the same from both sides."""
        old, new = self.families[place]
        return sorted((old[0].id, new[0].id))

    def _free(self, side: int, items: Iterable[Relation]) -> list[Relation]:
        return [item for item in items if item.id not in self._partner[side]]

    def _join(self, old: Relation, new: Relation) -> None:
        token = ("pair", len(self.families))
        self.families.append(((old,), (new,)))
        for side, item, partner in ((0, old, new), (1, new, old)):
            self._partner[side][item.id] = partner
            self._tokens[side][item.id] = token

    def _join_part(self, side: int, place: int, item: Relation) -> None:
        old, new = self.families[place]
        self.families[place] = (old, (*new, item)) if side else ((*old, item), new)
        whole = self.families[place][1 - side][0]
        self._partner[side][item.id] = whole
        self._tokens[side][item.id] = ("pair", place)


def _conflicts(relations: Iterable[Relation]) -> list[Relation]:
    return [item for item in relations if item.kind is RelationKind.CONFLICT]


def _others(relations: Iterable[Relation]) -> list[Relation]:
    return [item for item in relations if item.kind is not RelationKind.CONFLICT and len(item.premises) == 1]


def _levels(map: ArgumentMap) -> list[list[Relation]]:
    """The relations onto claims, those onto these, and so on; what only undercuts each other in a circle comes last."""
    above: dict[str, list[Relation]] = defaultdict(list)
    level: list[Relation] = []
    for item in map.relations:
        if item.target in map.relation and item.target not in map.claim:
            above[item.target].append(item)
        else:
            level.append(item)
    found: list[list[Relation]] = []
    seen: set[str] = set()
    while level:
        found.append(level)
        seen.update(item.id for item in level)
        level = [item for below in level for item in above[below.id]]
    circular = [item for item in map.relations if item.id not in seen]
    return [*found, circular] if circular else found
