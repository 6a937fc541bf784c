"""How short the explanation of each label can be: its rank in the derivation of what stands and what falls."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence

from argmap.core.explanation import Role
from argmap.core.labelling import Label
from argmap.semantics.explanation.sources import Sources, Step, key_of


def ranks(sources: Sources, claim: str) -> Mapping[str, int]:
    """Rank what the label of a claim comes from.

    A label has rank 0 if it needs no other, else one more than the labels that it needs: all of one alternative, the
    one that is done first. This is a derivation in Horn logic and takes linear time (Dowling & Gallier 1984). A label
    that can only be had in a circle, or that is undecided, has no rank.

    Args:
        sources: Where labels come from.
        claim: Id of the claim; only what leads to it is looked at.

    Returns:
        Ranks by key of claim or step.
    """
    users: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
    found: dict[str, int] = {}
    ready: deque[str] = deque()

    def settle(key: str, rank: int) -> None:
        if key not in found:
            found[key] = rank
            ready.append(key)

    for key, alternatives in _alternatives(sources, claim):
        for needed in alternatives:
            distinct = set(needed)
            if not distinct:
                settle(key, 0)
            missing = [len(distinct)]
            for item in distinct:
                users[item].append((key, missing))
    while ready:
        item = ready.popleft()
        for key, missing in users[item]:
            missing[0] -= 1
            if not missing[0]:
                settle(key, found[item] + 1)
    return found


def _alternatives(sources: Sources, start: str) -> Iterator[tuple[str, list[list[str]]]]:
    """For each key that leads to a claim the alternatives to come by its label, each as the keys that it needs."""
    waiting: list[str | Step] = [start]
    seen = {key_of(start)}
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            inner: list[str | Step] = list(sources.steps_of(node))
            yield from _of_claim(sources, node)
        else:
            inner = [*node.premises, *sources.undercuts(node)]
            yield node.key, _of_step(sources, node)
        for other in inner:
            key = key_of(other) if isinstance(other, str) else other.key
            if key not in seen:
                seen.add(key)
                waiting.append(other)


def _of_claim(sources: Sources, claim: str) -> Iterator[tuple[str, list[list[str]]]]:
    key, label = key_of(claim), sources.claim(claim)
    favour, needs, against = sources.favour(claim), sources.needs(claim), sources.against(claim)
    if claim in sources.forced:
        yield key, [[]]
    elif label is Label.IN:
        needed = [item.key for item in (*needs, *against)]
        if claim not in sources.assumed:
            needed.append(f"any {key}")
            yield f"any {key}", [[item.key] for item in favour if sources.step(item) is Label.IN]
        yield key, [needed]
    elif label is Label.OUT:
        ways = [[item.key] for item in against if sources.step(item) is Label.IN]
        ways += [[item.key] for item in needs if sources.step(item) is Label.OUT]
        if claim not in sources.founded:
            ways.append([])
        elif sources.is_unsupported(claim):
            ways.append([item.key for item in favour])
        yield key, ways


def _of_step(sources: Sources, step: Step) -> list[list[str]]:
    premises = [(key_of(name), sources.claim(name)) for name in step.premises]
    undercuts = [(item.key, sources.step(item)) for item in sources.undercuts(step)]
    label = sources.step(step)
    if step.role is Role.NEED:
        if label is Label.IN:
            return [[key] for key, value in (*premises, *undercuts) if value is Label.IN]
        return [[key for key, _ in (*premises, *undercuts)]] if label is Label.OUT else []
    if label is Label.IN:
        return [[key for key, _ in (*premises, *undercuts)]]
    if label is Label.OUT:
        fallen: Sequence[str] = [key for key, value in premises if value is Label.OUT]
        stops = [key for key, value in undercuts if value is Label.IN]
        return [[key] for key in (*fallen, *stops)]
    return []
