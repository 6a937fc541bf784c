"""Which statements and arguments of a debate are claims of the map, and in which order."""

import heapq
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from argmap.formats.argdown.debate.model import Argument, Debate, Statement

Entry: TypeAlias = Statement | Argument

_MADE_UP = re.compile(r"Untitled(?: \d+)?")


def has_name(item: Entry) -> bool:
    """Whether its title says something. Parts of an argument without a title have names made from a made-up one."""
    return item.is_titled or not _MADE_UP.fullmatch(item.title)


def is_bare(argument: Argument) -> bool:
    """Whether there is nothing but the structure: no argument stands above it."""
    return (
        bool(argument.structure)
        and not has_name(argument)
        and not argument.members
        and not argument.relations
        and not argument.data
    )


def in_order(debate: Debate) -> list[Entry]:
    """Statements and arguments in the order of their first places; structures without an argument are left out.

    What has no place stands behind what comes before it in the debate.
    """
    arguments = (item for item in debate.arguments.values() if not is_bare(item))
    merged = heapq.merge(
        _placed(debate.statements.values(), 0), _placed(arguments, 1), key=lambda pair: (pair[0], pair[1])
    )
    return [item for _, _, item in merged]


def _placed(items: Iterable[Entry], rank: int) -> Iterator[tuple[int, int, Entry]]:
    """Items with their places, which never fall: the order of the debate holds."""
    highest = -1
    for item in items:
        highest = max(highest, _first_place(item))
        yield highest, rank, item


def _first_place(item: Entry) -> int:
    starts = [member.place.start for member in item.members if member.place]
    if isinstance(item, Argument) and item.place:
        starts.append(item.place.start)
    return min(starts, default=-1)
