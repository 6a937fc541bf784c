"""Relations of a map that are steps of one structure."""

from collections.abc import Set
from typing import TypeAlias

from argmap.core.model import Relation
from argmap.formats.argdown.to_map.carried import carried
from argmap.formats.argdown.to_map.steps_in_order import Placed, Step

Chain: TypeAlias = list[Placed[str]]
"""The steps of a structure in order, by the ids of their relations."""


def step_of(item: Relation) -> Step[str]:
    """A relation as a step of a structure."""
    extras = carried(item.data)
    rows, after = extras.get("rows"), extras.get("after")
    if not isinstance(rows, list) or not all(isinstance(row, str) for row in rows):
        rows = None
    return Step(
        item.id,
        item.premises,
        item.target,
        None if rows is None else tuple(rows),
        after if isinstance(after, str) else None,
    )


def can_be_used(chain: Chain, number: int, known: Set[str]) -> bool:
    """Whether the premises of a step stand among the rows above its conclusion, and all rows are claims."""
    above = {row for step in chain[: number + 1] for row in step.rows}
    above.update(step.step.conclusion for step in chain[:number])
    return above.issuperset(chain[number].step.premises) and above <= known


def chains(steps: list[Relation]) -> list[Chain]:
    """Structures without an argument: a step follows the one that it names."""
    made = {item.id: step_of(item) for item in steps}
    following: dict[str, str] = {}
    for name, step in made.items():
        if step.after in made:
            following.setdefault(step.after, name)
    left = dict.fromkeys(made)
    second = set(following.values())
    found: list[Chain] = []
    # What is left after those that begin a structure goes in a circle, or follows nothing that it could follow.
    for first in [*(name for name in made if name not in second), *made]:
        chain: Chain = []
        above: set[str] = set()
        at: str | None = first
        while at is not None and at in left:
            rows = _rows(made[at], is_first=not chain)
            above.update(rows)
            if not above.issuperset(made[at].premises):
                break
            del left[at]
            chain.append(Placed(made[at], rows))
            above.add(made[at].conclusion)
            at = following.get(at)
        if chain:
            found.append(chain)
    return found


def _rows(step: Step[str], *, is_first: bool) -> tuple[str, ...]:
    if not is_first:
        return step.premises[1:] if step.rows is None else step.rows
    fits = step.after is None and step.rows is not None and set(step.rows).issuperset(step.premises)
    return step.rows if fits and step.rows is not None else step.premises
