"""Slow and obvious: the extensions of a small framework, word for word from the definitions, over all sets."""

from functools import cache
from itertools import combinations


class Oracle:
    """All extensions of a framework of a few arguments. Knows nothing of labellings, components or solvers."""

    def __init__(self, size, attacks):
        self.size = size
        self.attacks = set(attacks)
        arguments = range(size)
        self.sets = [frozenset(chosen) for number in range(size + 1) for chosen in combinations(arguments, number)]
        self.hit = {chosen: frozenset(b for a, b in self.attacks if a in chosen) for chosen in self.sets}

    def range_of(self, chosen):
        return chosen | self.hit[chosen]

    @cache  # noqa: B019
    def defends(self, chosen, argument):
        return all(attacker in self.hit[chosen] for attacker, target in self.attacks if target == argument)

    @cache  # noqa: B019
    def conflict_free(self):
        return [chosen for chosen in self.sets if not chosen & self.hit[chosen]]

    @cache  # noqa: B019
    def admissible(self):
        return [one for one in self.conflict_free() if all(self.defends(one, argument) for argument in one)]

    @cache  # noqa: B019
    def complete(self):
        return [one for one in self.admissible() if all(a in one for a in range(self.size) if self.defends(one, a))]

    def grounded(self):
        return [one for one in self.complete() if all(one <= other for other in self.complete())]

    def naive(self):
        return largest(self.conflict_free(), lambda one: one)

    @cache  # noqa: B019
    def preferred(self):
        return largest(self.admissible(), lambda one: one)

    def stable(self):
        return [one for one in self.conflict_free() if len(self.range_of(one)) == self.size]

    @cache  # noqa: B019
    def semi_stable(self):
        return largest(self.complete(), self.range_of)

    def stage(self):
        return largest(self.conflict_free(), self.range_of)

    def ideal(self):
        shared = frozenset.intersection(*self.preferred())
        return largest([one for one in self.admissible() if one <= shared], lambda one: one)

    def eager(self):
        shared = frozenset.intersection(*self.semi_stable())
        return largest([one for one in self.admissible() if one <= shared], lambda one: one)

    def extensions(self, semantics):
        return set(getattr(self, semantics.replace("-", "_"))())

    def label(self, chosen, argument):
        """`in`, `out` or `undecided`."""
        if argument in chosen:
            return "in"
        return "out" if argument in self.hit[chosen] else "undecided"


def largest(sets, measure):
    measures = {measure(one) for one in sets}
    top = {one for one in measures if not any(one < other for other in measures)}
    return [one for one in sets if measure(one) in top]
