"""Which things of two maps are the same: those with one id, and those that were only renamed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from argmap.core.model import ArgumentMap, Claim, Group, Question, Source, Speaker
from argmap.review.likeness import Likeness, turning_words, words

T = TypeVar("T", Claim, Question, Speaker, Source, Group)

_SURE = 0.8
"""Texts as like as this say the same, if no number and no negation differs."""

_LIKELY = 0.6
"""Texts as like as this say the same if their neighbours agree as well, or their titles."""

_FEWEST_WORDS = 4
"""Fewer words that texts share prove nothing unless the texts are the same."""

_ROUNDS = 3

Neighbourhood = frozenset[tuple[str, ...]]


class Renames(NamedTuple):
    """New ids by old ones of what was renamed, by kind of thing; claims and questions share their ids' space."""

    claims: Mapping[str, str]
    questions: Mapping[str, str]
    speakers: Mapping[str, str]
    sources: Mapping[str, str]
    groups: Mapping[str, str]


def renames(old: ArgumentMap, new: ArgumentMap) -> Renames:
    """Find what was renamed: its id is gone, and another is there that says the same or nearly the same.

    The answer is cautious, hangs on nothing but the two maps, and from new to old it is the same turned round.
    """
    return Renames(
        claims=_claims(old, new),
        questions=_same(old.questions, new.questions, lambda item: _plain(item.text)),
        speakers=_same(old.speakers, new.speakers, lambda item: _plain(item.name)),
        sources=_same(old.sources, new.sources, lambda item: _plain(item.title)),
        groups=_same(old.groups, new.groups, lambda item: _plain(item.title)),
    )


def _plain(text: str) -> str:
    return " ".join(words(text))


def _said(kind: str, *texts: str | None) -> str:
    """What a claim says, as a key; empty if it says nothing."""
    plain = [_plain(text or "") for text in texts]
    return "\n".join((kind, *plain)) if any(plain) else ""


def _same(old: Sequence[T], new: Sequence[T], says: Callable[[T], str]) -> dict[str, str]:
    """Pairs that say the same; where several say one thing, in the order of the file."""
    ids = {item.id for item in old}, {item.id for item in new}
    waiting: dict[str, list[str]] = defaultdict(list)
    for item in reversed(new):
        if item.id not in ids[0]:
            waiting[says(item)].append(item.id)
    gone = [item for item in old if item.id not in ids[1]]
    return {item.id: waiting[says(item)].pop() for item in gone if says(item) and waiting[says(item)]}


def _claims(old: ArgumentMap, new: ArgumentMap) -> dict[str, str]:
    gone = [item for item in old.claims if item.id not in new.claim]
    come = [item for item in new.claims if item.id not in old.claim]
    if not gone or not come:
        return {}
    found = _same(gone, come, lambda item: _said(item.kind, item.text, item.title))
    found |= _same(
        [item for item in gone if item.id not in found],
        [item for item in come if item.id not in set(found.values())],
        lambda item: _said(item.kind, item.text),
    )
    for _ in range(_ROUNDS):  # what was found tells more of the neighbours
        taken = set(found.values())
        gone = [item for item in gone if item.id not in found]
        come = [item for item in come if item.id not in taken]
        more = dict(_best(_likely(gone, come, _neighbourhoods(old, found), _neighbourhoods(new, {}))))
        if not more:
            break
        found |= more
    return found


def _likely(
    gone: Sequence[Claim],
    come: Sequence[Claim],
    around_old: Mapping[str, Neighbourhood],
    around_new: Mapping[str, Neighbourhood],
) -> Iterator[tuple[float, str, str]]:
    """Pairs of claims that may be one, each with how good they fit."""
    texts = (
        [words(item.text or item.title or "") for item in gone],
        [words(item.text or item.title or "") for item in come],
    )
    likeness = Likeness(*texts)
    for one, other in likeness.candidates():
        first, second = texts[0][one], texts[1][other]
        left, right = gone[one], come[other]
        fits = likeness(one, other)
        if left.kind is not right.kind or fits < _LIKELY or len(set(first) & set(second)) < _FEWEST_WORDS:
            continue
        agrees = _agreement(around_old.get(left.id), around_new.get(right.id))
        is_titled_alike = bool(left.title) and _plain(left.title or "") == _plain(right.title or "")
        is_turned = turning_words(first) != turning_words(second)
        if (fits >= _SURE and not is_turned) or (agrees >= 0.5 and not is_turned) or (is_titled_alike and agrees > 0):
            yield round(fits + agrees / 4 + is_titled_alike / 4, 6), left.id, right.id


def _agreement(one: Neighbourhood | None, other: Neighbourhood | None) -> float:
    """What two neighbourhoods share, by all that is in them (Jaccard 1901)."""
    return len(one & other) / len(one | other) if one and other else 0.0


def _best(pairs: Iterable[tuple[float, str, str]]) -> Iterator[tuple[str, str]]:
    """The pairs that fit best, each claim in one; the order of equally good ones is the same from both sides."""
    taken: set[str] = set()
    for _, one, other in sorted(pairs, key=lambda pair: (-pair[0], *sorted(pair[1:]))):
        if one not in taken and other not in taken:
            taken |= {one, other}
            yield one, other


def _neighbourhoods(map: ArgumentMap, renamed: Mapping[str, str]) -> dict[str, Neighbourhood]:
    """What stands around each claim: relations by their kind, direction and other end, questions, and groups."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for item in map.relations:
        ends = [renamed.get(name, name) for name in item.premises]
        target = renamed.get(item.target, item.target)
        for premise in item.premises:
            found[premise].add(("to", item.kind, target))
            found[item.target].add(("from", item.kind, renamed.get(premise, premise)))
            found[premise].update(("with", other) for other in ends if other != renamed.get(premise, premise))
    for claim in map.claims:
        found[claim.id].update(("answers", question) for question in claim.answers)
    for group in map.groups:
        for member in group.members:
            found[member].add(("in", group.id))
    return {name: frozenset(items) for name, items in found.items()}
