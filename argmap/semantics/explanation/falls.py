"""The smallest sets of claims whose fall flips a conclusion under the grounded semantics.

That the conclusion is in, or that it is not, is certified by a few facts: of some arguments that they are in, of others
that they are not out. Forcing claims out makes the conclusion flip only if it hits one of these. So each set that flips
can be reached by adding, again and again, a claim of the certificate that holds so far (the hitting sets of Reiter
1987), and no other set needs to be tried.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.frameworks.framework import Framework
from argmap.semantics.framework.budget import Budget
from argmap.semantics.framework.grounded import IN, OUT


@dataclass(frozen=True, slots=True)
class Conclusion:
    """An argument of a framework whose label is looked at while others are forced out.

    Attributes:
        framework: The framework.
        argument: The argument.
        claim: Number of the claim that is the conclusion; the argument may stand for others too.
        claims: For each argument the claims that it stands for, by their numbers.
    """

    framework: Framework
    argument: int
    claim: int
    claims: Sequence[Sequence[int]]

    def labels(self, out: frozenset[int]) -> "Derivation":
        """The grounded labels with some arguments forced out."""
        return Derivation(self.framework, out)


class Derivation:
    """Grounded labels with some arguments forced out, and what put each argument out."""

    def __init__(self, framework: Framework, out: frozenset[int]) -> None:
        self.framework, self.forced = framework, out
        attackers, targets = framework.attackers, framework.targets
        self.labels = labels = bytearray(framework.size)
        self.cause: dict[int, int] = {}
        missing = [len(items) for items in attackers]
        waiting = [node for node, number in enumerate(missing) if number == 0 and node not in out]

        def put_out(node: int) -> None:
            labels[node] = OUT
            for defended in targets[node]:
                missing[defended] -= 1
                if not missing[defended] and not labels[defended] and defended not in out:
                    labels[defended] = IN
                    waiting.append(defended)

        for node in waiting:
            labels[node] = IN
        for node in sorted(out):
            put_out(node)
        for node in waiting:  # grows as it is walked, so that what follows soonest comes first
            for target in targets[node]:
                if not labels[target]:
                    self.cause[target] = node
                    put_out(target)

    def certificate(self, argument: int) -> set[int]:
        """The arguments whose being in, or not being out, makes an argument be in, or not be in."""
        used = set()
        seen = {(argument, self.labels[argument] == IN)}
        waiting = list(seen)
        while waiting:
            node, is_in = waiting.pop()
            if is_in:
                used.add(node)
                attackers = self.framework.attackers[node]
                inner = [(self.cause[item], True) for item in attackers if item not in self.forced]
            else:
                inner = list(self._not_in(node, used))
            for fact in inner:
                if fact not in seen:
                    seen.add(fact)
                    waiting.append(fact)
        return used

    def _not_in(self, node: int, used: set[int]) -> Iterator[tuple[int, bool]]:
        """Why an argument is not in: an attacker is not out, as none of its own attackers is in."""
        if node in self.forced:
            return
        attacker = self.cause.get(node)
        if attacker is None:
            attacker = min(
                (item for item in self.framework.attackers[node] if self.labels[item] != OUT),
                key=lambda item: len(self.framework.attackers[item]),
            )
        used.add(attacker)
        yield from ((item, False) for item in self.framework.attackers[attacker])


def smallest_sets(
    conclusion: Conclusion, *, largest: int, limit: int, budget: Budget
) -> tuple[list[tuple[int, ...]], int]:
    """Find the smallest sets of claims whose fall flips a conclusion: from in to not in, or from not in to in.

    A set is made of claims that are not out already.

    Args:
        conclusion: The conclusion.
        largest: How many claims a set may have.
        limit: How many sets may be tried.
        budget: How much time there is.

    Returns:
        The sets, none of which holds another, small ones first, each sorted; and 0 if these are all up to that size,
        else the size at which the limit was reached.

    Raises:
        OutOfTimeError: Time is up.
    """
    node_of = {claim: node for node, claims in enumerate(conclusion.claims) for claim in claims}
    found: list[tuple[int, ...]] = []
    level: list[tuple[int, ...]] = [()]
    was_in = None
    spared = {conclusion.claim}
    tried = left_out = 0
    for size in range(largest + 1):
        following: dict[tuple[int, ...], None] = {}
        for chosen in level:
            if any(set(item) <= set(chosen) for item in found):
                continue
            if tried == limit:
                return found, left_out or size
            tried += 1
            budget.check()
            derivation = conclusion.labels(frozenset(node_of[claim] for claim in chosen))
            is_in = derivation.labels[conclusion.argument] == IN
            if was_in is None:
                was_in = is_in
                fallen = [node for node, label in enumerate(derivation.labels) if label == OUT]
                spared.update(claim for node in fallen for claim in conclusion.claims[node])
            if is_in != was_in:
                found.append(chosen)
            elif size < largest:
                used = derivation.certificate(conclusion.argument)
                blamed = {claim for node in used for claim in conclusion.claims[node]} - spared
                if len(following) <= limit:  # more than can be tried need not be kept
                    following |= {tuple(sorted((*chosen, claim))): None for claim in sorted(blamed - set(chosen))}
                elif blamed - set(chosen):
                    left_out = left_out or size + 1
        level = sorted(following)
    return found, left_out
