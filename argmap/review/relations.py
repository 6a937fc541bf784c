"""What was done to the relations that two maps share: turned, linked, unlinked, aimed elsewhere, and so on."""

from collections import Counter
from collections.abc import Iterator

from argmap.core.comparison import Alteration, RelationChange, RelationChanges, Turn
from argmap.core.model import Relation, RelationKind
from argmap.review.fields import Translate, alterations
from argmap.review.matching import Family, Matching


def relation_changes(matching: Matching, translate: Translate) -> RelationChanges:
    """Tell what was done to each relation that has a partner, and which have none."""
    orders = [{item.id: place for place, item in enumerate(side.relations)} for side in matching.maps]
    told = []
    for old, new in matching.families:
        family = (
            tuple(sorted(old, key=lambda item: orders[0][item.id])),
            tuple(sorted(new, key=lambda item: orders[1][item.id])),
        )
        told.append(_change(matching, family, translate))
    changed = sorted((item for item in told if item), key=lambda item: orders[1][item.new[0].id])
    return RelationChanges(matching.left(1), matching.left(0), tuple(changed))


def _change(matching: Matching, family: Family, translate: Translate) -> RelationChange | None:
    old, new = family
    first, second = old[0], new[0]
    turns: set[Turn] = set()
    found: list[Alteration] = []
    names = (first.id if first.named else None, second.id if second.named else None)
    if names[0] != names[1]:
        turns.add(Turn.RENAMED)
        found.append(Alteration("id", *names))
    found += _ends(matching, family, turns)
    others = list(alterations(first, second, translate, frozenset({"id", "kind", "premises", "target"})))
    if others:
        turns.add(Turn.ALTERED)
    if not turns:
        return None
    return RelationChange(old, new, tuple(turn for turn in Turn if turn in turns), (*found, *others))


def _ends(matching: Matching, family: Family, turns: set[Turn]) -> Iterator[Alteration]:
    """What became of kind, premises and target."""
    old, new = family
    first, second = old[0], new[0]
    if first.kind is not second.kind:
        turns.add(Turn.TURNED)
        yield Alteration("kind", first.kind, second.kind)
    if len(old) == len(new) == 1 and _is_same_conflict(matching, first, second):
        return
    before, after = matching.premises(0, first), matching.premises(1, second)
    if len(old) > 1 or before < after:
        turns.add(Turn.LINKED)
    elif len(new) > 1 or after < before:
        turns.add(Turn.UNLINKED)
    elif before != after:
        turns.add(Turn.RESOURCED)
    if before != after:
        yield Alteration("premises", first.premises, second.premises)
    if matching.target(0, first) != matching.target(1, second):
        turns.add(Turn.REAIMED)
        yield Alteration("target", first.target, second.target)


def _is_same_conflict(matching: Matching, old: Relation, new: Relation) -> bool:
    """Whether one of them is a conflict of the same two claims, which has no direction."""
    if RelationKind.CONFLICT not in (old.kind, new.kind):
        return False
    ends = [
        Counter([*matching.premises(side, item), matching.target(side, item)]) for side, item in enumerate((old, new))
    ]
    return ends[0] == ends[1]
