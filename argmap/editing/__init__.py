"""Changes to argument files that leave every other byte alone: the roll of the languages that can be edited."""

from argmap.core.registry import Registry, later
from argmap.editing.base import Editor, Edits, Kind, Occurrence, RefusedError

__all__ = ["EDITORS", "Editor", "Edits", "Kind", "Occurrence", "RefusedError"]

EDITORS: Registry[Editor] = Registry(
    "language",
    [
        Editor(
            "yaml",
            edit=later("argmap.editing.yaml", "edit"),
            occurrences=later("argmap.editing.yaml.occurrences", "occurrences"),
            laid_out=later("argmap.editing.layout.yaml", "laid_out"),
        ),
        Editor(
            "argdown",
            edit=later("argmap.editing.argdown", "edit"),
            occurrences=later("argmap.editing.argdown.occurrences", "occurrences"),
            laid_out=later("argmap.editing.layout.argdown", "laid_out"),
        ),
    ],
    name=lambda item: item.name,
)
