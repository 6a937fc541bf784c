"""What a title was most likely meant to be, with bounds on the work."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from argmap.core.registry import did_you_mean

_ALLOWANCE = 10_000
"""How many comparisons of titles one text may cost."""

_FEW = 500
"""Up to so many titles are all looked at; among more, only those that begin or end alike."""

_MANY = 1_000
"""More than so many are not looked at for one title."""

_LONG = 200
"""Titles longer than this are not compared."""

_NUMBER = re.compile(r"\w*\d\w*|\w|[ivxlcdm]+")
_EDGE = 3


class Titles:
    """Titles of one kind, to find among them what another one was meant to be."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._all = [title for title in titles if len(title) <= _LONG]

    @cached_property
    def _by_edge(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for title in self._all:
            for edge in _edges(title):
                found.setdefault(edge, []).append(title)
        return found

    def near(self, title: str, limit: int) -> list[str]:
        """Those that begin or end like a title, as both ends are seldom mistyped at once; none if they are too many."""
        alike = [self._by_edge.get(edge, ()) for edge in _edges(title)]
        if sum(map(len, alike)) > limit:
            return []
        return [item for item in dict.fromkeys(chain.from_iterable(alike)) if item != title]

    def among(self, title: str, limit: int) -> list[str]:
        """Those that are worth a comparison with a title; none if they are too many."""
        if len(self._all) > _FEW:
            return self.near(title, limit)
        return [item for item in self._all if item != title] if len(self._all) <= limit else []


class Suggester:
    """Finds the title that was meant, until the allowance is used up."""

    def __init__(self) -> None:
        self._left = _ALLOWANCE

    def meant(self, title: str, known: Titles) -> str | None:
        """The likely title, generously; None if none is likely or the search would cost too much."""
        if len(title) > _LONG:
            return None
        candidates = known.among(title, self._limit)
        self._left -= len(candidates)
        return did_you_mean(title, candidates)

    def slip(self, title: str, known: Titles) -> str | None:
        """The known title that is all but the same, if there is just one.

        `Argument 1` and `Argument 2`, `Reply A` and `Reply B`, `fair` and `unfair` are not slips of each other.
        """
        if len(title) > _LONG:
            return None
        candidates = known.near(title, self._limit)
        self._left -= len(candidates)
        found = [item for item in candidates if is_slip(title, item)]
        return found[0] if len(found) == 1 else None

    @property
    def _limit(self) -> int:
        return min(self._left, _MANY)


def _plain(title: str) -> str:
    return " ".join(re.sub(r"[-_\s]+", " ", title.casefold()).split())


def _edges(title: str) -> tuple[str, ...]:
    """The first and last letters: a slip of the pen leaves one of the two alone."""
    plain = _plain(title)
    return tuple({"<" + plain[:_EDGE], ">" + plain[-_EDGE:]})


def is_slip(title: str, known: str) -> bool:
    """Whether two titles differ in case and spaces only, or in a letter, or in two if they are long."""
    first, second = _plain(title), _plain(known)
    if first == second:
        return True
    allowed = 2 if min(len(first), len(second)) >= 12 else 1
    if min(len(first), len(second)) < 5 or abs(len(first) - len(second)) > allowed:
        return False
    words, others = first.split(), second.split()
    if len(words) == len(others):
        differing = [(word, other) for word, other in zip(words, others, strict=True) if word != other]
        if any(_means_another(word, other) for word, other in differing):
            return False
    return _distance(first, second, allowed) <= allowed


def _means_another(word: str, other: str) -> bool:
    is_numbered = bool(_NUMBER.fullmatch(word) or _NUMBER.fullmatch(other))
    return is_numbered or word.endswith(other) or other.endswith(word)


def _distance(first: str, second: str, limit: int) -> int:
    """Letters to change, add, drop or swap with their neighbour; anything above `limit` if it is more than that."""
    older: list[int] = []
    old = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        new = [row]
        for column, other in enumerate(second, 1):
            best = min(old[column] + 1, new[-1] + 1, old[column - 1] + (letter != other))
            if older and letter == second[column - 2] and first[row - 2] == other and column > 1:
                best = min(best, older[column - 2] + 1)
            new.append(best)
        if min(new) > limit:
            return limit + 1
        older, old = old, new
    return old[-1]
