"""The problems of the competition, and their answers in the words that its tools expect."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.frameworks.base import Format, Instance
from argmap.frameworks.framework import Extension
from argmap.semantics.framework.budget import Budget

TASKS = {
    "SE": "some extension",
    "DC": "is the argument in some extension",
    "DS": "is it in all of them",
    "CE": "how many extensions are there",
    "EE": "all extensions",
}
"""What is asked, by the competition's two letters."""

SEMANTICS = {
    "CO": "complete",
    "PR": "preferred",
    "ST": "stable",
    "SST": "semi-stable",
    "STG": "stage",
    "ID": "ideal",
    "GR": "grounded",
}
"""The name on the roll of acceptance for each of the competition's abbreviations."""

PROBLEMS = tuple(f"{task}-{semantics}" for semantics in SEMANTICS for task in TASKS)
"""Every problem that is solved, such as `SE-PR`."""

_LONG = 10_000


class Problem(NamedTuple):
    """A task and a semantics, by their abbreviations."""

    task: str
    semantics: str

    @property
    def has_argument(self) -> bool:
        """Whether the question is about one argument."""
        return self.task in {"DC", "DS"}


def problem_of(word: str) -> Problem | None:
    """Return the problem of a name such as `SE-PR`, in capitals or not; None if there is none."""
    name = word.strip().upper()
    return Problem(*name.split("-")) if name in PROBLEMS else None


def answer(problem: Problem, instance: Instance, form: Format, argument: int | None, budget: Budget) -> Iterator[str]:
    """Solve a problem, and yield the answer piece by piece, in the form that belongs to the format of the file.

    The 2023 form (rules of ICCMA 2023 and 2025): a set is a line `w 1 4`; DC that is true and DS that is false show
    such a witness. The older form (ICCMA 2015 to 2021): a set is `[a,b]`. EE, which the competition has not asked
    since 2019, is a list of lists in both. A set that does not exist is `NO`.

    Args:
        problem: What is asked.
        instance: The framework with the names of its arguments.
        form: The format of the file.
        argument: The argument that is asked about, by its number; only for DC and DS.
        budget: How much time there is.

    Raises:
        OutOfTimeError: Time is up; what was yielded so far is not the answer.
    """
    from argmap.semantics.acceptance import ACCEPTANCE

    semantics, framework = ACCEPTANCE[SEMANTICS[problem.semantics]], instance.framework
    if problem.task == "CE":
        yield f"{_digits(semantics.count(framework, budget))}\n"
    elif problem.task == "EE":
        yield "["
        for number, extension in enumerate(semantics.extensions(framework, budget)):
            yield f"{',' if number else ''}[{','.join(instance.names_of(extension))}]"
        yield "]\n"
    elif problem.task == "SE":
        found = semantics.one(framework, budget)
        yield "NO\n" if found is None else _set(found, instance, form)
    else:
        assert argument is not None
        ask = semantics.with_argument if problem.task == "DC" else semantics.without_argument
        witness = ask(framework, argument, budget)
        yield "YES\n" if (witness is not None) is (problem.task == "DC") else "NO\n"
        if witness is not None and form.has_witnesses:
            yield _set(witness, instance, form)


def _digits(number: int) -> str:
    """A number of any length in digits: Python itself writes no more than some thousands."""
    if number.bit_length() < _LONG:
        return str(number)
    from decimal import Decimal

    return str(Decimal(number))


def _set(extension: Extension, instance: Instance, form: Format) -> str:
    names = instance.names_of(extension)
    return f"{' '.join(['w', *names])}\n" if form.has_witnesses else f"[{','.join(names)}]\n"
