"""The roll of ways to tell an explanation, a change, or what a conclusion hangs on: for people, for programs."""

from collections.abc import Callable
from importlib import import_module

from argmap.core.registry import Registry
from argmap.reporters.explanation.base import Account, Narrator

__all__ = ["NARRATORS", "Account", "Narrator"]


def _later(name: str) -> Callable[[Account], str]:
    """A function that imports its module at the first call: a run loads only what it uses."""

    def write(account: Account) -> str:
        text: str = import_module(f"argmap.reporters.explanation.{name}").write(account)
        return text

    return write


NARRATORS: Registry[Narrator] = Registry(
    "format of explanations",
    (
        Narrator("text", "for people: a sentence, and the reasons below it", _later("text")),
        Narrator("json", "for programs: versioned, every part by id", _later("json")),
    ),
    name=lambda narrator: narrator.name,
)
"""Every way to tell it, the usual one first."""
