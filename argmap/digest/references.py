"""The sources of a map, with the places that are cited and what cites them."""

from collections import defaultdict
from typing import TypeAlias

from argmap.core.model import ArgumentMap, Citation, Claim, Question, Relation
from argmap.digest.base import Reference

_Rank: TypeAlias = tuple[int, int, str, int]


def references(map: ArgumentMap) -> tuple[Reference, ...]:
    """The sources that something cites, in the order of the file.

    The places of each stand in natural order: the whole source, paragraphs, numbered sections, named ones. At each
    place are the questions, claims and relations that cite it.
    """
    cited: dict[str, dict[str, tuple[_Rank, dict[str, None]]]] = defaultdict(dict)
    items: tuple[Question | Claim | Relation, ...] = (*map.questions, *map.claims, *map.relations)
    for item in items:
        for cite in item.cites:
            _, who = cited[cite.source].setdefault(cite.place, (_rank(cite), {}))
            who[item.id] = None
    return tuple(
        Reference(source, tuple((place, tuple(who)) for place, (_, who) in _in_order(cited[source.id])))
        for source in map.sources
        if source.id in cited
    )


def _in_order(
    places: dict[str, tuple[_Rank, dict[str, None]]],
) -> list[tuple[str, tuple[_Rank, dict[str, None]]]]:
    return sorted(places.items(), key=lambda item: (item[1][0], item[0]))


def _rank(cite: Citation) -> _Rank:
    paragraph = cite.paragraph or 0
    if not cite.section:
        return 0, 0, "", paragraph
    if cite.section.isdecimal():
        digits = cite.section.lstrip("0")
        return 1, len(digits), digits, paragraph
    return 2, 0, cite.section.casefold(), paragraph
