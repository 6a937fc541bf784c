"""Registry: the roll of a wing, from a name to its member, with a suggestion for a name that is not on it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any, Generic, TypeVar

T = TypeVar("T")


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` was most likely meant to be, or None if none is near.

    Case, spaces, underscores and hyphens are ignored in the comparison.
    """
    plain = {_plain(name): name for name in sorted(known, reverse=True)}
    found = get_close_matches(_plain(word), sorted(plain), n=1, cutoff=0.6)
    return plain[found[0]] if found else None


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def later(module: str, name: str) -> Callable[..., Any]:
    """Return a function that imports its module at the first call, so that a command loads only what it uses."""

    def call(*arguments: Any) -> Any:
        return getattr(import_module(module), name)(*arguments)

    return call


class Registry(Mapping[str, T], Generic[T]):
    """An immutable, ordered roll of named members.

    Args:
        kind: What the members are called in a message, such as `format`.
        members: The members in the order in which they are listed to users.
        name: How to read the name of a member.

    Raises:
        ValueError: Two members have the same name.
    """

    def __init__(self, kind: str, members: Iterable[T], name: Callable[[T], str]) -> None:
        self.kind = kind
        self._members: dict[str, T] = {}
        for member in members:
            if name(member) in self._members:
                raise ValueError(f"two {kind}s are called {name(member)!r}")
            self._members[name(member)] = member

    def __getitem__(self, name: str) -> T:
        return self._members[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def suggest(self, name: str) -> str | None:
        """Return the registered name nearest to `name`, or None."""
        return did_you_mean(name, self._members)
