"""In which order a debate is written: what comes next, what can be nested below what, what the text has said so far."""

from collections import OrderedDict, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from argmap.formats.argdown.debate.model import (
    Argument,
    Debate,
    End,
    Member,
    Relation,
    RelationType,
    Role,
    Section,
    Statement,
    other_end,
)
from argmap.formats.argdown.to_map.entries import in_order
from argmap.formats.argdown.writing.signs import sign_below

Entity: TypeAlias = Statement | Argument


@dataclass(slots=True, eq=False)
class Item:
    """A statement or an argument that is to be written, with the words that it has there."""

    entity: Entity
    member: Member


@dataclass(slots=True, eq=False)
class Link:
    """A relation that is to be written below one of its ends, with its sign and its other end."""

    relation: Relation
    sign: str
    other: Entity


class Agenda:
    """What of a debate is still to be written, and what the text so far speaks of.

    Attributes:
        sections: None for what stands before the first heading, and then the sections in the order of the text.
        known: Statements and arguments that the text so far speaks of.
    """

    def __init__(self, debate: Debate) -> None:
        order = _order(debate)
        self.sections: list[Section | None] = [None, *_outline(debate.sections)]
        self.known: dict[Entity, None] = {}
        self._number = {entity: number for number, entity in enumerate(order)}
        self._coming = OrderedDict.fromkeys(order)
        self._relations: dict[End, dict[Relation, None]] = defaultdict(dict)
        for relation in debate.relations:
            self._relations[relation.source][relation] = None
            self._relations[relation.target][relation] = None
        self._items: dict[Section | None, deque[Item]] = defaultdict(deque)
        outline = set(self.sections)
        for item in _items(order):
            section = item.member.section
            self._items[section if section in outline else item.entity.section].append(item)
        self._queue: deque[Item] = deque()
        in_turn = [item.entity for section in self.sections for item in self._items[section]]
        self._listed = frozenset(in_turn)
        late = sorted(_late(in_turn, self._number), key=self._number.__getitem__)
        self._late = OrderedDict.fromkeys(entity for entity in late if any(map(_is_at_home, entity.members)))

    def enter(self, section: Section | None) -> None:
        """Turn to the items of another section."""
        self._queue = self._items[section]

    def next_item(self) -> Item | None:
        """What comes next in the section, or None at its end."""
        while self._queue and self._is_said(self._queue[0]):
            self._queue.popleft()
        return self._queue[0] if self._queue else None

    def take(self) -> Item:
        """Take what comes next off the agenda."""
        return self._queue.popleft()

    def know(self, entity: Entity) -> None:
        """Note that the text speaks of a statement or an argument."""
        self.known[entity] = None
        self._coming.pop(entity, None)
        self._late.pop(entity, None)

    def next_new(self) -> Entity | None:
        """The first statement or argument that the text does not speak of so far."""
        return next(iter(self._coming), None)

    def left(self, end: End) -> list[Relation]:
        """Relations that begin or end somewhere and have not been written."""
        return list(self._relations[end])

    def all_left(self) -> list[Relation]:
        """All relations that have not been written."""
        return list(dict.fromkeys(relation for relations in self._relations.values() for relation in relations))

    def done(self, relation: Relation) -> None:
        """Note that a relation has been written."""
        self._relations[relation.source].pop(relation, None)
        self._relations[relation.target].pop(relation, None)

    def link_below(self, parent: Entity) -> Link | None:
        """The relation by which the next item can be nested below a statement or an argument."""
        item = self.next_item()
        if item is None or self.overdue(item) or self._belongs_behind_rows(item):
            return None
        return next(self._nesting_links(parent, item), None)

    def _belongs_behind_rows(self, item: Item) -> bool:
        """Whether a structure must be written before, as it mentions what comes before the item."""
        return item.entity not in self.known and self.next_new() not in self._listed

    def early_links(self, parent: Entity) -> list[Link]:
        """Relations that lead to what must be mentioned now, because it would come too late where it is defined."""
        found: list[Link] = []
        needed = 0
        for entity in self._coming if self._late else ():
            link = next(self._links_between(parent, entity), None)
            if link is None or not entity.is_titled:
                break
            found.append(link)
            needed = len(found) if entity in self._late else needed
        return found[:needed]

    def overdue(self, item: Item) -> list[Entity]:
        """What should have been mentioned before an item and is defined further down."""
        if item.entity in self.known:
            return []
        number = self._number[item.entity]
        return [entity for entity in self._late if self._number[entity] < number and entity.is_titled]

    def skipped(self, mentions: Iterable[Entity]) -> list[Entity]:
        """What should have been mentioned before some statements and arguments, or before the last of them."""
        new = list(dict.fromkeys(entity for entity in mentions if entity not in self.known))
        if all(entity is expected for entity, expected in zip(new, self._coming, strict=False)):
            return []
        last = max(self._number[entity] for entity in new)
        return [entity for entity in self._coming if self._number[entity] <= last and entity.is_titled]

    def fits(self, mentions: Iterable[Entity]) -> bool:
        """Whether it is time to mention these: nothing else comes next but what can be nested below one of them.

        Args:
            mentions: What the text does not speak of so far, each once, in the order of the mentions.
        """
        ahead, coming = iter(self._queue), iter(self._coming)
        path: list[Entity] = []
        for mention in mentions:
            for entity in coming:
                # What comes too late where it is defined is only mentioned here.
                is_defined = entity in self._listed and entity not in self._late
                item = next(ahead, None) if is_defined else None
                if is_defined and (item is None or item.entity is not entity or _is_paragraph(item)):
                    return False
                if entity is mention:
                    path = [] if entity in self._late else [entity]
                    break
                if item is None or not any(True for parent in path for _ in self._nesting_links(parent, item)):
                    return False
                path.append(entity)
        return True

    def _nesting_links(self, parent: Entity, item: Item) -> Iterator[Link]:
        if _is_paragraph(item) or item.entity is parent:
            return
        # Reasons go below what they speak for or against. What has no title can only be mentioned once.
        is_free = item.member.role is Role.IN_RELATION or not (item.entity.is_titled and parent.is_titled)
        for link in self._links_between(parent, item.entity):
            if is_free or link.relation.source is not parent or link.relation.type is RelationType.CONTRADICTORY:
                yield link

    def _links_between(self, parent: Entity, entity: Entity) -> Iterator[Link]:
        for relation in self.left(entity):
            sign = sign_below(relation, parent) if other_end(relation, entity) is parent else None
            if sign:
                yield Link(relation, sign, entity)

    def _is_said(self, item: Item) -> bool:
        """Whether writing an item would say nothing new."""
        if is_worded(item.member) or item.entity not in self.known or item.member.tags or item.member.data:
            return False
        ends = (other_end(relation, item.entity) for relation in self.left(item.entity))
        return not any(end in self.known for end in ends)


def _is_at_home(member: Member) -> bool:
    """Whether it says which section its statement or argument lies in. Otherwise the first mention does."""
    return is_worded(member) or (isinstance(member.data, Mapping) and member.data.get("isInGroup") is True)


def is_worded(member: Member) -> bool:
    """Whether a member has words of its own."""
    return not member.is_reference and bool(member.markup or (member.text or "").strip())


def _is_paragraph(item: Item) -> bool:
    return item.member.is_top_level or item.member.role is Role.TOP_LEVEL


def _order(debate: Debate) -> list[Entity]:
    """What is to be mentioned first in which order: by places, if all have one."""
    found = [item for item in in_order(debate) if item.members or not isinstance(item, Argument) or not item.structure]
    starts = {
        entity: min(member.place.start for member in entity.members if member.place)
        for entity in found
        if any(member.place for member in entity.members)
    }
    return sorted(found, key=starts.__getitem__) if len(starts) == len(found) else found


def _items(order: list[Entity]) -> list[Item]:
    items = [Item(entity, member) for entity in order for member in _listed(entity)]
    placed = {item: item.member.place.start for item in items if item.member.place}
    return sorted(items, key=placed.__getitem__) if len(placed) == len(items) else items


def _listed(entity: Entity) -> list[Member]:
    """The members that are to be written and are no rows of a structure, which are written there."""
    if not entity.members:
        return [Member(entity.title, is_reference=True, section=entity.section)]
    # What is worded nowhere belongs to the section in which it is first mentioned.
    first = None if any(map(is_worded, entity.members)) else entity.members[0]
    return [
        member
        for member in entity.members
        if member.argument is None and (is_worded(member) or member.tags or member.data or member is first)
    ]


def _outline(sections: Iterable[Section]) -> Iterator[Section]:
    stack = [*reversed(list(sections))]
    while stack:
        section = stack.pop()
        yield section
        stack.extend(reversed(section.children))


def _late(in_turn: list[Entity], number: dict[Entity, int]) -> Iterator[Entity]:
    """What is defined after something that is to be mentioned after it."""
    highest = -1
    for entity in dict.fromkeys(in_turn):
        if number[entity] < highest:
            yield entity
        highest = max(highest, number[entity])
