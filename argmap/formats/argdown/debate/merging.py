"""Data of several occurrences, put together as Argdown's tools do: mappings by key, lists by position."""

from copy import deepcopy
from typing import Any


class Merger:
    """Puts data together. What it is given is shared as long as it is the only piece, and never changed."""

    def __init__(self) -> None:
        self._owned: set[int] = set()
        self._kept: list[Any] = []

    def merge(self, data: Any, more: Any) -> Any:
        """Return `data` with `more` in it; where both say something, `more` counts. None is nothing."""
        if more is None:
            return data
        if not isinstance(data, dict) or not isinstance(more, dict):
            return more
        if id(data) not in self._owned:
            data = deepcopy(data)
            self._owned.add(id(data))
            self._kept.append(data)  # an id is only good as long as its owner lives
        _into(data, more)
        return data


def _into(data: Any, more: Any) -> None:
    """Change a mapping by a mapping, or a list by a list."""
    places = more.items() if isinstance(more, dict) else enumerate(more)
    for place, value in places:
        if isinstance(data, list) and place >= len(data):
            data.append(deepcopy(value))
            continue
        old = data.get(place) if isinstance(data, dict) else data[place]
        if (isinstance(old, dict) and isinstance(value, dict)) or (isinstance(old, list) and isinstance(value, list)):
            _into(old, value)
        else:
            data[place] = deepcopy(value)
