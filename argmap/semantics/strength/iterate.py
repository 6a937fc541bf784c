"""Looks for a fixpoint by iteration: all states of a part take their next values at once, again and again."""

from collections.abc import Iterable, MutableSequence

from argmap.semantics.framework.budget import Budget
from argmap.semantics.strength.circles import Part

TOLERANCE = 1e-9
"""Largest change that one more step may make to values that count as a fixpoint."""

STEPS = 1_000
"""Steps after which iteration gives up."""


def iterate(part: Part, values: MutableSequence[float], budget: Budget) -> tuple[int, float]:
    """Set the values of a part to a fixpoint, from the base scores, all states at once.

    A state whose inputs have not changed keeps its value without being worked out again: so the branches of a large
    map come to rest and only what lies on a circle goes on.

    Returns:
        Steps taken, and the residual: the largest change that one more step would make.

    Raises:
        OutOfTimeError: Time is up.
    """
    part.begin(values)
    stale = set(part.states)
    steps = 0
    while True:
        budget.check()
        after = {node: part.network.value(node, values) for node in stale}
        residual = max((abs(value - values[node]) for node, value in after.items()), default=0.0)
        if residual <= TOLERANCE or steps == STEPS:
            return steps, residual
        changed = [node for node, value in after.items() if value != values[node]]
        for node in changed:
            values[node] = after[node]
        stale = _follow(part, changed, values)
        steps += 1


def _follow(part: Part, changed: Iterable[int], values: MutableSequence[float]) -> set[int]:
    """Set the forces that follow from changed states, and return the states whose inputs have changed."""
    stale: set[int] = set()
    waiting: list[set[int]] = [set() for _ in part.ranks]

    def pass_on(node: int) -> None:
        stale.update(part.state_users[node])
        for rank, link in part.link_users[node]:
            waiting[rank].add(link)

    for node in changed:
        pass_on(node)
    for links in waiting:
        for link in links:
            value = part.network.value(link, values)
            if value != values[link]:
                values[link] = value
                pass_on(link)
    return stale
