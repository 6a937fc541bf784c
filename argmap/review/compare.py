"""What became of a debate from one map to another: the comparison as a whole."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from argmap.core.comparison import Alteration, Changed, Changes, Comparison
from argmap.core.model import ArgumentMap, Claim, Group, Question, Source, Speaker
from argmap.review.fields import Translate, alterations, of_map, translation
from argmap.review.matching import Matching
from argmap.review.relations import relation_changes
from argmap.review.renaming import renames

T = TypeVar("T", Claim, Question, Speaker, Source, Group)

Places = Mapping[str, tuple[str, ...]]
"""The groups that each claim or question is a member of."""


def compare(old: ArgumentMap, new: ArgumentMap) -> Comparison:
    """Tell what changed in a debate.

    Ids tell what is the same. A claim whose id is gone and one that is new are the same if they say the same or nearly
    the same, cautiously; what refers to it did not change by that. The order of claims, of premises, of tags and the
    like says nothing about the debate, so it is not compared, and neither is white space in running text.

    From new to old, the result is the same turned round.

    Args:
        old: The map as it was.
        new: The map as it is. Both may have faults, such as ids that lead nowhere.

    Returns:
        What changed; without verdicts, see `judged`.
    """
    known = renames(old, new)
    translate = translation(known)
    places = _places(old), _places(new)
    matching = Matching(old, new, known.claims)
    return Comparison(
        map=of_map(old, new),
        claims=_changes(old.claims, new.claims, known.claims, translate, places),
        relations=relation_changes(matching, translate),
        questions=_changes(old.questions, new.questions, known.questions, translate, places),
        speakers=_changes(old.speakers, new.speakers, known.speakers, translate),
        sources=_changes(old.sources, new.sources, known.sources, translate),
        groups=_changes(old.groups, new.groups, known.groups, translate),
    )


def _changes(
    old: Sequence[T],
    new: Sequence[T],
    renamed: Mapping[str, str],
    translate: Translate,
    places: tuple[Places, Places] | None = None,
) -> Changes[T]:
    after = {item.id: item for item in new}
    before = {renamed.get(item.id, item.id): item for item in old}
    pairs = [(before[item.id], item) for item in new if item.id in before]
    told = [Changed(one, other, tuple(_alterations(one, other, translate, places))) for one, other in pairs]
    return Changes(
        added=tuple(item for item in new if item.id not in before),
        removed=tuple(item for name, item in before.items() if name not in after),
        changed=tuple(item for item in told if item.alterations),
    )


def _alterations(old: T, new: T, translate: Translate, places: tuple[Places, Places] | None) -> Iterator[Alteration]:
    yield from alterations(old, new, translate)
    if places:
        before, after = places[0].get(old.id, ()), places[1].get(new.id, ())
        if set(translate("groups", before)) != set(after):
            yield Alteration("groups", before, after)


def _places(map: ArgumentMap) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for group in map.groups:
        for member in group.members:
            found[member][group.id] = None
    return {member: tuple(groups) for member, groups in found.items()}
