"""What a conclusion hangs on: each claim tried alone, in and out, and the smallest sets whose fall flips it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from argmap.core.explanation import Influence, Sensitivity, Value
from argmap.core.graph import MapGraph
from argmap.core.labelling import Ask, Evaluation, Label
from argmap.core.model import ArgumentMap
from argmap.frameworks.framework import Framework
from argmap.semantics.acceptance import ACCEPTANCE
from argmap.semantics.evaluate import evaluate, examine
from argmap.semantics.explanation.falls import Conclusion, Derivation, smallest_sets
from argmap.semantics.explanation.lineage import part_above
from argmap.semantics.explanation.trials import SAME, Trials, slope, tidy
from argmap.semantics.framework.budget import Budget, OutOfTimeError
from argmap.semantics.readings import READINGS
from argmap.semantics.strength.network import within

WORK = 2_000_000
"""How much is tried before the answer is cut short: claims and relations of the part, times trials of it."""
_FEWEST, _MOST, _MOST_FAST = 100, 2_000, 20_000
_LOCAL = frozenset({"grounded", "preferred", "complete", "admissible", "ideal"})
"""Semantics for which only what leads to a claim matters (directionality: Baroni & Giacomin 2007)."""
_TOO_MANY = "only the claims nearest to the conclusion were tried: there are too many that lead to it"
_OUT_OF_TIME = "the time was used up before everything was tried"


def sensitivity(
    map: ArgumentMap,
    claim: str,
    semantics: str = "grounded",
    *,
    support: str = "default",
    ask: Ask | None = None,
    largest_set: int = 3,
    timeout: float | None = None,
) -> Sensitivity:
    """Rank the claims by how much a conclusion hangs on them, and name the smallest sets whose fall flips it.

    Each claim from which a path leads to the conclusion is forced out and in, alone. Sets are made of claims that are
    not out already. A set flips the conclusion if with all of its claims forced out the conclusion is no longer in, or
    is in where it was not; for strengths, if its strength comes to be above 1/2 where it was not, or no longer is.
    What is tried is bounded by the size of the map, not by the clock, so that the answer is the same on every machine;
    `complete` says whether that was enough.

    Args:
        map: Any map, with faults or without.
        claim: Id of the conclusion.
        semantics: Name of a semantics of acceptance or of strength.
        support: How support is read; strengths take the default only.
        ask: `one`, `skeptical` or `credulous`, as in `evaluate`.
        largest_set: How many claims a set may have, at least 1.
        timeout: Seconds, above 0; None for no limit.

    Raises:
        ArgmapError: `unknown-semantics`, as in `evaluate`.
        KeyError: The claim is not in the map.
        ValueError: `ask` is `all` or `count`.
    """
    if claim not in map.claim:
        raise KeyError(claim)
    if ask in {"all", "count"}:
        raise ValueError(f"a conclusion has one value, not what `{ask}` gives")
    examine(map, semantics, support, ask, {})
    budget = Budget(timeout)
    before = evaluate(map, semantics, support=support, ask=ask, timeout=timeout)
    if semantics in ACCEPTANCE:
        asker: _Labels | _Strengths = _Labels(
            map, claim, semantics=semantics, support=support, ask=ask, before=before, budget=budget
        )
    else:
        asker = _Strengths(map, claim, semantics, before, budget)
    return asker.answer(largest_set)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found out so far."""

    influences: list[Influence]
    flips: list[tuple[str, ...]]
    notes: list[str]


def _finished(
    *,
    before: Evaluation,
    claim: str,
    value: Value | None,
    largest: int,
    found: _Found,
    rank: Callable[[Influence], tuple[float, ...]],
) -> Sensitivity:
    """Put the answer together: claims ranked, and counted in the sets."""
    counted = [replace(item, sets=sum(item.claim in chosen for chosen in found.flips)) for item in found.influences]
    return Sensitivity(
        claim,
        before.semantics,
        before.support,
        before.labelling.title if before.labelling else before.semantics,
        value,
        tuple(sorted(counted, key=rank)),
        tuple(found.flips),
        largest,
        complete=not found.notes,
        notes=tuple(dict.fromkeys((*before.notes, *found.notes))),
    )


class _Labels:
    """Tries claims under a semantics of acceptance; lives for one call."""

    def __init__(
        self,
        map: ArgumentMap,
        claim: str,
        *,
        semantics: str,
        support: str,
        ask: Ask | None,
        before: Evaluation,
        budget: Budget,
    ) -> None:
        self.claim, self.semantics, self.support, self.ask = claim, semantics, support, ask
        self.before, self.budget = before, budget
        needs = support in {"deductive", "necessary"}
        part, self.nearest = part_above(map, claim, both_ways=needs)
        self.map = part if semantics in _LOCAL else map
        self.order = {item.id: place for place, item in enumerate(map.claims)}
        self.limit = _limit(self.map, _MOST_FAST if semantics == "grounded" else _MOST)
        self.value = before.labelling.labels[claim] if before.labelling else None
        self.fast = _Fast(self.map, claim, support) if semantics == "grounded" else None

    def answer(self, largest: int) -> Sensitivity:
        found = _Found([], [], [])
        if self.value not in {None, Label.UNKNOWN}:
            try:
                self._single(found)
                self._sets(found, largest)
            except OutOfTimeError:
                found.notes.append(_OUT_OF_TIME)
        elif not self.before.complete:
            found.notes.append(_OUT_OF_TIME)
        smallest = {name: len(chosen) for chosen in reversed(found.flips) for name in chosen}

        def rank(item: Influence) -> tuple[float, ...]:
            return (
                smallest.get(item.claim, largest + 1),
                -item.sets,
                not self._flips(item.if_out),
                not self._flips(item.if_in),
                item.if_out is self.value,
                item.if_in is self.value,
                self.order[item.claim],
            )

        return _finished(
            before=self.before, claim=self.claim, value=self.value, largest=largest, found=found, rank=rank
        )

    def _flips(self, value: Value | None) -> bool:
        return value is not None and (value is Label.IN) is not (self.value is Label.IN)

    def _single(self, found: _Found) -> None:
        """Try each claim alone."""
        names = self.nearest[: self.limit]
        if len(names) < len(self.nearest):
            found.notes.append(_TOO_MANY)
        for name in sorted(names, key=self.order.__getitem__):
            found.influences.append(Influence(name, self._label(name, Label.OUT), self._label(name, Label.IN)))

    def _label(self, name: str, value: Label) -> Label | None:
        self.budget.check()
        if self.fast:
            return self.fast.label(name, value)
        return self._forced({name: value})

    def _forced(self, forced: Mapping[str, Label]) -> Label | None:
        left = self.budget.left
        answer = evaluate(self.map, self.semantics, support=self.support, ask=self.ask, forced=forced, timeout=left)
        label = answer.labelling.labels[self.claim] if answer.labelling else None
        if label is Label.UNKNOWN or answer.exists is None:
            raise OutOfTimeError
        return label

    def _sets(self, found: _Found, largest: int) -> None:
        if self.fast:
            flips, unfinished = self.fast.sets(largest, self.limit, self.budget)
            found.flips.extend(flips)
        else:
            labels = self.before.labelling.labels if self.before.labelling else {}
            names = [item.claim for item in found.influences if labels.get(item.claim) is not Label.OUT]
            alone = {item.claim for item in found.influences if self._flips(item.if_out)}

            def flips_all(chosen: tuple[str, ...]) -> bool:
                if len(chosen) == 1:
                    return chosen[0] in alone
                return self._flips(self._forced(dict.fromkeys(chosen, Label.OUT)))

            unfinished = _try_sets(names, flips_all, largest, self.limit, found.flips)
        if unfinished:
            found.notes.append(_cut(unfinished))


class _Fast:
    """The grounded label of a conclusion, with the framework made once and claims forced in it."""

    def __init__(self, map: ArgumentMap, claim: str, support: str) -> None:
        self.names = [item.id for item in map.claims]
        translation = READINGS[support].translate(MapGraph(map), {})
        framework = translation.framework
        self.nodes = {name: translation.nodes[name][0] for name in self.names}
        claims: list[list[int]] = [[] for _ in range(framework.size)]
        for number, name in enumerate(self.names):
            claims[self.nodes[name]].append(number)
        self.conclusion = Conclusion(framework, self.nodes[claim], self.names.index(claim), claims)

    def label(self, name: str, value: Label) -> Label:
        """The label of the conclusion with one claim forced."""
        node = self.nodes[name]
        found = self.conclusion
        if value is Label.IN:
            labels = Derivation(_without(found.framework, node), frozenset()).labels
        else:
            labels = found.labels(frozenset((node,))).labels
        return (Label.UNDECIDED, Label.IN, Label.OUT)[labels[found.argument]]

    def sets(self, largest: int, limit: int, budget: Budget) -> tuple[list[tuple[str, ...]], int]:
        """The smallest sets whose fall flips the conclusion; see `smallest_sets`."""
        found, unfinished = smallest_sets(self.conclusion, largest=largest, limit=limit, budget=budget)
        return [tuple(self.names[number] for number in chosen) for chosen in found], unfinished


def _without(framework: Framework, node: int) -> Framework:
    """The framework without the attacks on an argument."""
    attackers = [() if item == node else others for item, others in enumerate(framework.attackers)]
    gone = set(framework.attackers[node])
    targets = [
        [other for other in others if other != node] if item in gone else others
        for item, others in enumerate(framework.targets)
    ]
    return Framework(attackers, targets)


class _Strengths:
    """Tries claims under a semantics of strength; lives for one call."""

    def __init__(self, map: ArgumentMap, claim: str, semantics: str, before: Evaluation, budget: Budget) -> None:
        self.claim, self.before = claim, before
        self.order = {item.id: place for place, item in enumerate(map.claims)}
        self.value = before.labelling.strengths[claim] if before.labelling else None
        self.base = {item.id: within(item.base_score) for item in map.claims}
        self.trials = Trials(map, semantics, claim, strength=self.value or 0.0, forced={}, budget=budget)
        self.limit = _limit(self.trials.map, _MOST)

    def answer(self, largest: int) -> Sensitivity:
        found = _Found([], [], [])
        value = self.value
        if value is not None:
            self._single(found)
            found.influences.sort(key=lambda item: self._rank(item, value))
            names = [item.claim for item in found.influences]
            unfinished = _try_sets(names, self._flips_all, largest, self.limit, found.flips)
            if unfinished:
                found.notes.append(_cut(unfinished))
        if self.trials.timed_out or not self.before.complete:
            found.notes[:] = [_OUT_OF_TIME]
        flips = [tuple(sorted(chosen, key=self.order.__getitem__)) for chosen in found.flips]
        flips.sort(key=lambda chosen: (len(chosen), [self.order[name] for name in chosen]))
        found.flips[:] = flips

        def rank(item: Influence) -> tuple[float, ...]:
            return self._rank(item, value or 0.0)

        return _finished(before=self.before, claim=self.claim, value=value, largest=largest, found=found, rank=rank)

    def _rank(self, item: Influence, value: float) -> tuple[float, float, int]:
        difference = 0.0 if item.if_out is None else round(abs(value - _number(item.if_out)), 9)
        gradient = 0.0 if item.gradient is None else round(abs(item.gradient), 6)
        return -difference, -gradient, self.order[item.claim]

    def _single(self, found: _Found) -> None:
        names = self.trials.nearest[: self.limit]
        if len(names) < len(self.trials.nearest):
            found.notes.append(_TOO_MANY)
        for name in names:
            gradient = slope(lambda score, name=name: self._strength({name: score}), self.base[name])  # type: ignore[misc]
            found.influences.append(
                Influence(
                    name,
                    self._strength({name: Label.OUT}),
                    self._strength({name: Label.IN}),
                    gradient=tidy(gradient),
                )
            )

    def _strength(self, forced: Mapping[str, Value]) -> float | None:
        found = self.trials.strengths(forced=forced)
        return None if found is None else found[self.claim]

    def _flips_all(self, chosen: tuple[str, ...]) -> bool:
        after = self._strength(dict.fromkeys(chosen, Label.OUT))
        return after is not None and self.value is not None and _is_above(after) is not _is_above(self.value)


def _is_above(strength: float) -> bool:
    return strength > 0.5 + SAME


def _number(value: Value) -> float:
    return 0.0 if isinstance(value, Label) else value


def _limit(map: ArgumentMap, most: int) -> int:
    """How often a map of this size is tried."""
    return max(_FEWEST, min(most, WORK // max(1, len(map.claims) + len(map.relations))))


def _cut(size: int) -> str:
    """What to say where sets of this size were tried only in part."""
    whole = f"sets of up to {size - 1} were all tried, larger ones" if size > 1 else "sets were"
    return f"{whole} only in part: there may be more that flip the conclusion"


def _try_sets(
    names: Sequence[str],
    flips: Callable[[tuple[str, ...]], bool],
    largest: int,
    limit: int,
    found: list[tuple[str, ...]],
) -> int:
    """Try all sets of claims, small ones first, but none that holds one that flips; return the size it broke off at."""
    tried = 0
    for size in range(1, largest + 1):
        smaller = [set(item) for item in found]
        for chosen in combinations(names, size):
            if _holds_one(smaller, chosen):
                continue
            if tried == limit:
                return size
            tried += 1
            if flips(chosen):
                found.append(chosen)
    return 0


def _holds_one(sets: Iterable[set[str]], chosen: Sequence[str]) -> bool:
    return any(item.issubset(chosen) for item in sets)
