"""Relations that end on other relations: which of them lead to a claim at last."""

from collections.abc import Mapping
from enum import Enum, auto


class Fate(Enum):
    """What becomes of a relation."""

    STANDS = auto()
    """It ends on a claim, or on a relation that stands."""
    CIRCLES = auto()
    """It ends on itself by way of others."""
    FALLS = auto()
    """It ends on nothing, or on a relation that does not stand."""


def fates(targets: Mapping[int, int | None]) -> dict[int, Fate]:
    """What becomes of relations, each with one target.

    Args:
        targets: By the number of a relation that of the relation it ends on, or None if it ends on a claim. A number
            that is not there itself stands for nothing.
    """
    found: dict[int, Fate] = {}
    for start in targets:
        way: dict[int, None] = {}
        here: int | None = start
        while here is not None and here in targets and here not in found and here not in way:
            way[here] = None
            here = targets[here]
        fate = _at_the_end(here, found)
        if here in way:
            order = list(way)
            circle = order.index(here) if here is not None else 0
            found |= dict.fromkeys(order[circle:], Fate.CIRCLES)
            found |= dict.fromkeys(order[:circle], Fate.FALLS)
        else:
            found |= dict.fromkeys(way, fate)
    return found


def _at_the_end(last: int | None, found: Mapping[int, Fate]) -> Fate:
    """What becomes of all that leads to a relation, or to a claim."""
    stands = last is None or found.get(last) is Fate.STANDS
    return Fate.STANDS if stands else Fate.FALLS
