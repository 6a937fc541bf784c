"""All combinations of what several sources yield, lazily."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class _Kept(Generic[T]):
    """An iterator that can be read again from the start."""

    def __init__(self, source: Iterator[T]) -> None:
        self._source = source
        self._seen: list[T] = []

    def at(self, place: int) -> T | None:
        """Return the item at this place, None behind the last one. Places are asked for in order the first time."""
        if place == len(self._seen):
            try:
                self._seen.append(next(self._source))
            except StopIteration:
                return None
        return self._seen[place]


def combinations(sources: Sequence[Iterator[T]]) -> Iterator[Sequence[T]]:
    """Yield every choice of one item from each source, the last source varying fastest.

    Nothing is read from a source before it is needed, except its first item. The sequence that is yielded is changed
    for the next choice.
    """
    kept = [_Kept(source) for source in sources]
    places = [0] * len(kept)
    chosen: list[T] = []
    for source in kept:
        first = source.at(0)
        if first is None:
            return
        chosen.append(first)
    while True:
        yield chosen
        for number in reversed(range(len(kept))):
            places[number] += 1
            item = kept[number].at(places[number])
            if item is not None:
                chosen[number] = item
                break
            places[number] = 0
            first = kept[number].at(0)
            assert first is not None
            chosen[number] = first
        else:
            return
