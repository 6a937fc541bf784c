"""Edits of maps in argmap's own format in YAML: each operation has a module, and all build on the kernel in `draft`."""

from collections.abc import Callable, Mapping

from argmap.core.model import ArgumentMap
from argmap.core.registry import later
from argmap.editing.base import Edits, RefusedError
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
    Add: later("argmap.editing.yaml.add", "add"),
    SetFields: later("argmap.editing.yaml.set_fields", "set_fields"),
    Link: later("argmap.editing.yaml.link", "link"),
    Unlink: later("argmap.editing.yaml.unlink", "unlink"),
    Rename: later("argmap.editing.yaml.rename", "rename"),
    Merge: later("argmap.editing.yaml.merge", "merge"),
    Move: later("argmap.editing.yaml.move", "move"),
    Remove: later("argmap.editing.yaml.remove", "remove"),
    Extract: later("argmap.editing.yaml.extract", "extract"),
    Split: later("argmap.editing.yaml.split", "split"),
}


def edit(argument_map: ArgumentMap, operation: Operation) -> Edits:
    """The edits that carry out an operation on the map of a YAML file.

    Raises:
        RefusedError: It cannot be carried out, or not with certainty in this layout.
    """
    if argument_map.origin is None:
        raise RefusedError("this map was not read from a file")
    return _MODULES[type(operation)](argument_map, operation)
