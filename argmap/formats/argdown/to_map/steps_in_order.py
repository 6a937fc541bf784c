"""Steps of reasoning, as relations, put into the order of a premise-conclusion structure."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

Key = TypeVar("Key")


class Step(NamedTuple, Generic[Key]):
    """A step.

    Attributes:
        of: What it is: a relation, or one in the making.
        premises: What it starts from.
        conclusion: Where it leads.
        rows: What stands between the conclusion before and this one, if that is said.
        after: The step before it, if that is said.
    """

    of: Key
    premises: tuple[str, ...]
    conclusion: str
    rows: tuple[str, ...] | None = None
    after: Key | None = None


class Placed(NamedTuple, Generic[Key]):
    """A step with its rows in a structure, the conclusion left out."""

    step: Step[Key]
    rows: tuple[str, ...]


def placed(steps: Sequence[Step[Key]], last: Step[Key]) -> list[Placed[Key]]:
    """The steps up to the last one, in order; what does not lead there is left out.

    Unless something else is said, the first premise of a step is the conclusion of the one before, if there is one with
    that conclusion, and the others are its rows.
    """
    by_conclusion: dict[str, list[Step[Key]]] = defaultdict(list)
    by_key = {step.of: step for step in steps}
    for step in reversed(steps):
        if step is not last:
            by_conclusion[step.conclusion].append(step)
    used = {last.of}
    found: list[Placed[Key]] = []
    current: Step[Key] | None = last
    while current is not None:
        before = _before(current, by_key, by_conclusion, used)
        rows = current.rows
        if rows is None:
            follows = before is not None and current.premises[:1] == (before.conclusion,)
            rows = current.premises[1:] if follows else current.premises
        found.append(Placed(current, rows))
        if before is not None:
            used.add(before.of)
        current = before
    return found[::-1]


def _before(
    step: Step[Key], by_key: dict[Key, Step[Key]], by_conclusion: dict[str, list[Step[Key]]], used: set[Key]
) -> Step[Key] | None:
    if step.after is not None:
        before = by_key.get(step.after)
        return before if before is not None and before.of not in used else None
    if step.rows is not None or not step.premises:
        return None
    candidates = by_conclusion.get(step.premises[0], [])
    while candidates and candidates[-1].of in used:
        candidates.pop()
    return candidates[-1] if candidates else None
