"""Looks for a fixpoint in continuous time, where iteration swings: the states drift towards their next values.

The equation is ds/dt = f(s) - s, from the base scores, with f one step of the iteration (Potyka 2018); its points of
rest are the fixpoints of f. It is solved by the classical Runge-Kutta method of order four.
"""

from collections.abc import MutableSequence, Sequence

from argmap.semantics.framework.budget import Budget
from argmap.semantics.strength.circles import Part
from argmap.semantics.strength.iterate import TOLERANCE
from argmap.semantics.strength.network import within

STEP = 0.1
"""Length of a step."""

STEPS = 5_000
"""Steps after which the method gives up."""


def integrate(part: Part, values: MutableSequence[float], budget: Budget) -> tuple[int, float]:
    """Set the values of a part to a point of rest, from the base scores.

    Returns:
        Steps taken, and the residual: the largest change that one step of iteration would make.

    Raises:
        OutOfTimeError: Time is up.
    """

    def slope(point: Sequence[float]) -> list[float]:
        for node, value in zip(part.states, point, strict=True):
            values[node] = value
        part.follow(values)
        return [part.network.value(node, values) - values[node] for node in part.states]

    def moved(slopes: Sequence[float], length: float) -> list[float]:
        return [within(value + length * rate) for value, rate in zip(here, slopes, strict=True)]

    part.begin(values)
    here = [values[node] for node in part.states]
    steps = 0
    while True:
        budget.check()
        first = slope(here)
        residual = max(abs(rate) for rate in first)
        if residual <= TOLERANCE or steps == STEPS:
            return steps, residual
        second = slope(moved(first, STEP / 2))
        third = slope(moved(second, STEP / 2))
        fourth = slope(moved(third, STEP))
        mean = [(a + 2 * (b + c) + d) / 6 for a, b, c, d in zip(first, second, third, fourth, strict=True)]
        here = moved(mean, STEP)
        steps += 1
