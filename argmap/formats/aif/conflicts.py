"""Symmetric conflicts, which AIF says with two nodes: one for each direction."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Ends(NamedTuple):
    """A node for an attack of one statement on another, by ids in the file."""

    id: str
    premise: str
    conclusion: str
    scheme: str | None


def back_id(id: str) -> str:
    """The id of the node that leads back, for a conflict that comes from no file."""
    return f"{id}_2"


def pairs(attacks: Iterable[Ends], attacked: Iterable[str]) -> Mapping[str, str]:
    """Attacks that are two directions of one conflict: the second node by the first one.

    Args:
        attacks: Attacks with one premise each, on statements, in file order.
        attacked: Ids of nodes that something leads to from another step: these stay nodes of their own.
    """
    every = {item.id: item for item in attacks}
    fixed = set(attacked)
    found: dict[str, str] = {}
    for item in every.values():  # what was written as a pair stays one, whatever stands between
        other = every.get(back_id(item.id))
        if other and other.id not in fixed and _are_opposite(item, other):
            found[item.id] = other.id
    used = {*found, *found.values()}
    waiting: dict[tuple[str, str, str | None], list[str]] = defaultdict(list)
    for item in every.values():
        if item.id in used:
            continue
        before = waiting[item.conclusion, item.premise, item.scheme]
        if before and item.id not in fixed:
            found[before.pop(0)] = item.id
        else:
            waiting[item.premise, item.conclusion, item.scheme].append(item.id)
    return found


def _are_opposite(one: Ends, other: Ends) -> bool:
    return (one.premise, one.conclusion, one.scheme) == (other.conclusion, other.premise, other.scheme)
