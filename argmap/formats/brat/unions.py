"""Which marked words are wordings of one claim."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from argmap.formats.brat.lines import Line, Link, Sameness, Unit
from argmap.formats.brat.words import is_major, is_of_essays, kind_of, means_the_same
from argmap.formats.foreign.notes import SpanNotes


@dataclass(frozen=True, slots=True)
class Unions:
    """Marked words by the claims that they are.

    Attributes:
        members: All wordings by the number of the one that comes first in the text, in the order of the text.
        leader: By the number of marked words that of the first wording of the same claim.
        number: The number of marked words by id; of those with the same id the first.
        major: The first wording of the claim that the whole text is about, if there is just one such claim.
        used: The lines that say nothing else than that words mean the same.
    """

    members: dict[int, list[int]]
    leader: dict[int, int]
    number: dict[str, int]
    major: int | None
    used: tuple[Line, ...]


def unions_of(units: Sequence[Unit], lines: Iterable[Line], notes: SpanNotes) -> Unions:
    """Put wordings of the same claim together.

    The major claims of an essay are one, said in its introduction and again in its conclusion; so are words that a
    line of equivalence joins, or a relation of such a name.
    """
    number: dict[str, int] = {}
    for place, unit in enumerate(units):
        number.setdefault(unit.id, place)
    lines = list(lines)
    sets = _Sets(len(units))
    used: list[Line] = []
    for line in lines:
        if isinstance(line, Sameness) or (isinstance(line, Link) and means_the_same(line.label)):
            missing = [end for end in line.ends if end not in number]
            if missing:
                notes.note("dangling-edge", f"this line leads to `{missing[0]}`, which marks no words", line.place)
            else:
                sets.unite(number[end] for end in line.ends)
                used.append(line)
    majors = [place for place, unit in enumerate(units) if is_major(unit.label)]
    if _are_one(majors, units, number, lines):
        sets.unite(majors)
    members = sets.members(key=lambda place: (units[place].spots[0][0], place))
    leader = {place: places[0] for places in members.values() for place in places}
    theses = {leader[place] for place in majors}
    return Unions(members, leader, number, theses.pop() if len(theses) == 1 else None, tuple(used))


def _are_one(majors: list[int], units: Sequence[Unit], number: dict[str, int], lines: Iterable[Line]) -> bool:
    """Whether major claims are one claim: if relations are those of the essays, and none joins two of them."""
    ids = {units[place].id for place in majors}
    links = [line for line in lines if isinstance(line, Link) and kind_of(line.label)]
    return all(is_of_essays(link.label) and not ids.issuperset(link.ends) for link in links)


class _Sets:
    """Numbers that belong together."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def _root(self, place: int) -> int:
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def unite(self, places: Iterable[int]) -> None:
        roots = [self._root(place) for place in places]
        for other in roots[1:]:
            self._above[self._root(other)] = self._root(roots[0])

    def members(self, key: Callable[[int], tuple[int, int]]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for place in range(len(self._above)):
            found.setdefault(self._root(place), []).append(place)
        ordered = (sorted(places, key=key) for places in found.values())
        return {places[0]: places for places in sorted(ordered)}
