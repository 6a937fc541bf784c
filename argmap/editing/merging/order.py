"""The order of what both sides have, and where what one of them added goes."""

from collections.abc import Collection, Sequence
from typing import TypeVar

K = TypeVar("K")


def merged_order(base: Sequence[K], ours: Sequence[K], theirs: Sequence[K], kept: Collection[K]) -> list[K]:
    """Put the keys of two sides into one order.

    The order is that of ours, or of theirs if only they changed it. What the other side has besides stands behind what
    it stands behind there; where both added something at one place, ours comes first.

    Args:
        base: The keys as they were.
        ours: The keys of one side.
        theirs: The keys of the other side.
        kept: Keys of ours and theirs that stay.
    """
    common = set(base) & set(ours) & set(theirs)

    def order(keys: Sequence[K]) -> list[K]:
        return [key for key in keys if key in common]

    if order(ours) == order(base) != order(theirs):
        return _woven(theirs, ours, kept, after_new=False)
    return _woven(ours, theirs, kept, after_new=True)


def _woven(first: Sequence[K], second: Sequence[K], kept: Collection[K], *, after_new: bool) -> list[K]:
    """The first order, with what only the second has put behind what it stands behind there.

    With `after_new` it comes behind what only the first has at that place, else before it.
    """
    staying = [key for key in first if key in kept]
    there, other = set(staying), set(second)
    behind: dict[K | None, list[K]] = {}
    last: K | None = None
    for key in second:
        if key in there:
            last = key
        elif key in kept:
            behind.setdefault(last, []).append(key)
    found: list[K] = []
    waiting = behind.get(None, [])
    for key in staying:
        if key in other or not after_new:
            found += waiting
            waiting = []
        found.append(key)
        waiting = [*waiting, *behind.get(key, ())]
    return found + waiting
