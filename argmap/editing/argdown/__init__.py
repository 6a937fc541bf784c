"""Edits of Argdown texts, with the files that they include: each operation has a module.

An operation makes a `Work` of the text, changes it step by step, and compares the map that the text has then with the
one that is meant. What the text cannot say in this layout, or Argdown not at all, is refused.
"""

from collections.abc import Callable, Mapping

from argmap.core.model import ArgumentMap
from argmap.core.registry import later
from argmap.editing.base import Edits
from argmap.editing.operations import (
    Add,
    Extract,
    Link,
    Merge,
    Move,
    Operation,
    Remove,
    Rename,
    SetFields,
    Split,
    Unlink,
)

_MODULES: Mapping[type, Callable[..., Edits]] = {
    Add: later("argmap.editing.argdown.add", "add"),
    SetFields: later("argmap.editing.argdown.set_fields", "set_fields"),
    Link: later("argmap.editing.argdown.link", "link"),
    Unlink: later("argmap.editing.argdown.unlink", "unlink"),
    Rename: later("argmap.editing.argdown.rename", "rename"),
    Merge: later("argmap.editing.argdown.merge", "merge"),
    Move: later("argmap.editing.argdown.move", "move"),
    Remove: later("argmap.editing.argdown.remove", "remove"),
    Extract: later("argmap.editing.argdown.extract", "extract"),
    Split: later("argmap.editing.argdown.split", "split"),
}


def edit(argument_map: ArgumentMap, operation: Operation) -> Edits:
    """The edits that carry out an operation on the map of an Argdown text.

    The order in which claims come, the ids that are made from titles, and the group that a heading above makes follow
    the text: notes say where that is not what was asked for.

    Raises:
        RefusedError: It cannot be carried out, or Argdown has no words for it.
    """
    return _MODULES[type(operation)](argument_map, operation)
