"""The groups of Argdown's own map: the sections that count as groups and have something of the map in them."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.formats.argdown.debate.model import Section
from argmap.formats.argdown.export.map_parts import MapGroup, MapItem, MapNode


def sections_of(outermost: Sequence[Section]) -> Iterator[Section]:
    """All sections in the order of the document, each before those in it."""
    waiting = list(reversed(outermost))
    while waiting:
        section = waiting.pop()
        yield section
        waiting += reversed(section.children)


def first_group_level(outermost: Sequence[Section], depth: int) -> int:
    """The level from which sections are groups, if nobody says otherwise of them: the lowest `depth` levels are."""
    return max((section.level for section in sections_of(outermost)), default=0) - depth + 1


def is_group(section: Section, first_level: int) -> bool:
    """Whether a section is a group of the map."""
    return section.level >= first_level if section.is_group is None else section.is_group


def grouped(nodes: Iterable[MapNode], outermost: Sequence[Section], depth: int) -> list[MapItem]:
    """Put nodes into the groups of their sections.

    Returns:
        The outermost groups in the order of their first nodes, groups without nodes of their own last; then the nodes
        that are in no group.
    """
    places = _Groups(outermost, depth)
    alone: list[MapItem] = []
    for node in nodes:
        group = places.of(node.of.section)
        (group.children if group else alone).append(node)
    return [*places.nested(), *alone]


class _Groups:
    """Groups by section, made when the first node falls into them."""

    def __init__(self, outermost: Sequence[Section], depth: int) -> None:
        first_level = first_group_level(outermost, depth)
        self.made: dict[int, MapGroup] = {}
        self.home: dict[int, Section | None] = {}
        self.level: dict[int, int] = {}
        for section in sections_of(outermost):
            around = self._around(section)
            is_one = is_group(section, first_level)
            self.home[id(section)] = section if is_one else around
            self.level[id(section)] = (self.level[id(around)] if around else 0) + is_one

    def _around(self, section: Section) -> Section | None:
        """The nearest group that a section lies in."""
        return self.home.get(id(section.parent)) if section.parent else None

    def of(self, section: Section | None) -> MapGroup | None:
        """The group that what stands in a section falls into, or None."""
        home = self.home.get(id(section)) if section else None
        return self._group(home) if home else None

    def _group(self, section: Section) -> MapGroup:
        group = self.made.get(id(section))
        if not group:
            group = self.made[id(section)] = MapGroup(section, self.level[id(section)])
        return group

    def nested(self) -> list[MapGroup]:
        """Put the groups into the groups around them and return the outermost."""
        for first in list(self.made.values()):
            inner, is_known = first, False
            while not is_known and (around := self._around(inner.section)):
                is_known = id(around) in self.made
                inner.parent = self._group(around)
                inner.parent.children.append(inner)
                inner = inner.parent
        return [group for group in self.made.values() if not group.parent]
