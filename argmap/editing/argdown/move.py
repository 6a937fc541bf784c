"""Claims and groups moved under other headings."""

from argmap.core.model import ArgumentMap
from argmap.editing.argdown import meant
from argmap.editing.argdown.move_claim import move_claim
from argmap.editing.argdown.move_group import move_group
from argmap.editing.argdown.work import Work
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Move


def move(argument_map: ArgumentMap, operation: Move) -> Edits:
    """Put claims and groups into a group, or out of all.

    A paragraph that defines nothing else moves as a whole; else the words move, and the title stays where it stood.

    Raises:
        RefusedError: Something cannot be moved in this text.
    """
    work = Work(argument_map)
    group = None if operation.group is None else meant.section(work.reading, argument_map, operation.group)[0]
    for name in operation.ids:
        found = meant.thing(work.reading, work.map, name)
        if found.kind == "group":
            move_group(work, found.id, group)
        elif found.kind in ("claim", "question"):
            move_claim(work, found.id, group)
        else:
            raise RefusedError(f"`{name}` cannot be in a group")
    return work.edits()
