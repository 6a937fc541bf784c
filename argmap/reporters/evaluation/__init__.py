"""The roll of ways to tell an evaluation: for people, for programs, for spreadsheets."""

from collections.abc import Callable
from importlib import import_module

from argmap.core.registry import Registry
from argmap.reporters.evaluation.base import Result, Teller

__all__ = ["TELLERS", "Result", "Teller"]


def _later(name: str) -> Callable[[Result], str]:
    """A function that imports its module at the first call: a run loads only what it uses."""

    def write(result: Result) -> str:
        text: str = import_module(f"argmap.reporters.evaluation.{name}").write(result)
        return text

    return write


TELLERS: Registry[Teller] = Registry(
    "format of evaluations",
    (
        Teller("text", "for people: what stands, question by question", _later("text")),
        Teller("json", "for programs: versioned, claims and relations by id", _later("json")),
        Teller("csv", "for spreadsheets: a line for each claim and relation", _later("csv")),
    ),
    name=lambda teller: teller.name,
)
"""Every way to tell an evaluation, the usual one first."""
