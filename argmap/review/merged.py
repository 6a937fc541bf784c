"""Both maps in one, for a picture of what changed: the new map, and what was removed, put where it was."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from argmap.core.comparison import Comparison, Mark, Marked, Turn
from argmap.core.ids import Ids
from argmap.core.model import ArgumentMap, Citation, Claim, Group, Question, Relation, Source, Speaker, relation_name
from argmap.review.marking import marks_of_new
from argmap.review.matching import Matching

T = TypeVar("T", Claim, Relation, Question, Speaker, Source, Group)


def merged(old: ArgumentMap, new: ArgumentMap, comparison: Comparison) -> tuple[ArgumentMap, Mapping[str, Marked]]:
    """Put two maps into one.

    Args:
        old: The map as it was.
        new: The map as it is.
        comparison: What `compare` says of them.

    Returns:
        The new map with the removed claims, relations and questions, each behind what stood before it in the old map;
        and what is marked, by id in that map. A removed thing whose id means something else in the new map has another
        id there. A relation that now leads elsewhere stands also where it was, as removed.
    """
    return _Merge(old, new, comparison).whole()


class _Merge:
    """One merge; lives for one call."""

    def __init__(self, old: ArgumentMap, new: ArgumentMap, comparison: Comparison) -> None:
        self.old, self.new, self.comparison = old, new, comparison
        aimed_elsewhere = [item.old[0] for item in comparison.relations.changed if Turn.REAIMED in item.turns]
        self.ids = Ids((*new.claim, *new.relation, *new.question, *new.group))
        self.claims = {item.old.id: item.new.id for item in comparison.claims.changed}
        self.relations = Matching(old, new, self.claims).new_ids()
        self.claims |= {item.id: self.ids.made(item.id) for item in comparison.claims.removed}
        self.questions = {item.old.id: item.new.id for item in comparison.questions.changed}
        self.questions |= {item.id: self.ids.made(item.id) for item in comparison.questions.removed}
        self.groups = {item.old.id: item.new.id for item in comparison.groups.changed}
        self.speakers = {item.old.id: item.new.id for item in comparison.speakers.changed}
        self.sources = {item.old.id: item.new.id for item in comparison.sources.changed}
        self.gone = {item.id for item in (*comparison.relations.removed, *aimed_elsewhere)}
        self._name_relations()

    def whole(self) -> tuple[ArgumentMap, Mapping[str, Marked]]:
        removed = self.comparison
        claims = {self.claims[item.id]: self._claim(item) for item in removed.claims.removed}
        questions = {self.questions[item.id]: self._question(item) for item in removed.questions.removed}
        gone = [item for item in self.old.relations if item.id in self.gone]
        relations = {self.relations[item.id]: self._relation(item) for item in gone}
        found = replace(
            self.new,
            claims=_woven(self.new.claims, claims, [self.claims.get(item.id, item.id) for item in self.old.claims]),
            relations=_woven(
                self.new.relations, relations, [self.relations.get(item.id, item.id) for item in self.old.relations]
            ),
            questions=_woven(
                self.new.questions, questions, [self.questions.get(item.id, item.id) for item in self.old.questions]
            ),
            speakers=(*self.new.speakers, *removed.speakers.removed),
            sources=(*self.new.sources, *removed.sources.removed),
            groups=self._with_removed_members(),
        )
        gone_now = dict.fromkeys([*claims, *questions, *relations], Marked(Mark.REMOVED))
        return found, marks_of_new(self.old, self.comparison) | gone_now

    def _name_relations(self) -> None:
        """Give the removed relations names: their own ones, or those of their ends as they are called here."""
        waiting = [item for item in self.old.relations if item.id in self.gone]
        for item in waiting:
            self.relations.pop(item.id, None)
        for item in waiting:
            if item.named:
                self.relations[item.id] = self.ids.made(item.id)
        rest = [item for item in waiting if not item.named]
        while rest:  # targets before what is aimed at them
            unnamed = {item.id for item in rest}
            ready = [item for item in rest if item.target not in unnamed] or rest
            for item in ready:
                self.relations[item.id] = self.ids.made(relation_name(self._premises(item), self._target(item)))
            rest = [item for item in rest if item.id not in self.relations]

    def _premises(self, item: Relation) -> tuple[str, ...]:
        return tuple(self.claims.get(name, name) for name in item.premises)

    def _target(self, item: Relation) -> str:
        if item.target in self.old.claim or item.target not in self.old.relation:
            return self.claims.get(item.target, item.target)
        return self.relations.get(item.target, item.target)

    def _claim(self, item: Claim) -> Claim:
        return replace(
            item,
            id=self.claims[item.id],
            answers=tuple(self.questions.get(name, name) for name in item.answers),
            by=self._speakers(item.by),
            cites=self._cites(item.cites),
        )

    def _question(self, item: Question) -> Question:
        return replace(item, id=self.questions[item.id], cites=self._cites(item.cites))

    def _relation(self, item: Relation) -> Relation:
        return replace(
            item,
            id=self.relations[item.id],
            premises=self._premises(item),
            target=self._target(item),
            by=self._speakers(item.by),
            cites=self._cites(item.cites),
            argument=self.claims.get(item.argument, item.argument) if item.argument else None,
        )

    def _speakers(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.speakers.get(name, name) for name in names)

    def _cites(self, cites: Iterable[Citation]) -> tuple[Citation, ...]:
        return tuple(replace(item, source=self.sources.get(item.source, item.source)) for item in cites)

    def _with_removed_members(self) -> tuple[Group, ...]:
        """The groups of the new map, with the removed claims and questions that lay in them or below them."""
        joined: dict[str, dict[str, str]] = {item.id: {} for item in self.new.groups}
        gone = {item.id: self.claims[item.id] for item in self.comparison.claims.removed}
        gone |= {item.id: self.questions[item.id] for item in self.comparison.questions.removed}
        called = {**self.claims, **self.questions}
        order: dict[str, list[str]] = {item.id: [] for item in self.new.groups}
        for group in self.old.groups:
            home = self._surviving(group)
            if home is not None:
                order[home] += [called.get(name, name) for name in group.members]
                joined[home] |= {gone[name]: gone[name] for name in group.members if name in gone}
        return tuple(
            replace(item, members=_woven_by(item.members, joined[item.id], order[item.id], str))
            for item in self.new.groups
        )

    def _surviving(self, group: Group) -> str | None:
        """The group itself or the nearest around it that the new map has."""
        seen: set[str] = set()
        here: Group | None = group
        while here is not None and here.id not in seen:
            name = self.groups.get(here.id, here.id)
            if name in self.new.group:
                return name
            seen.add(here.id)
            here = self.old.group.get(here.parent or "")
        return None


def _woven(kept: Sequence[T], removed: Mapping[str, T], order: Sequence[str]) -> tuple[T, ...]:
    return _woven_by(kept, removed, order, lambda item: item.id)


V = TypeVar("V")


def _woven_by(
    kept: Sequence[V], removed: Mapping[str, V], order: Sequence[str], name_of: Callable[[V], str]
) -> tuple[V, ...]:
    """Put each removed thing behind what stood before it in the old order, or at the start."""
    behind: dict[str | None, list[V]] = {}
    here = {name_of(item) for item in kept}
    last: str | None = None
    for name in order:
        if name in removed:
            behind.setdefault(last, []).append(removed[name])
        elif name in here:
            last = name
    woven = list(behind.get(None, ()))
    for item in kept:
        woven += [item, *behind.get(name_of(item), ())]
    return tuple(woven)
