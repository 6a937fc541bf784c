"""Where things stood in the text that Argdown's JSON was made of: enough to know what came first."""

from argmap.formats.argdown.text.syntax import Place
from argmap.formats.trees.values import Object

_LINE = 1_000_000
"""Places are made as if each line had this many characters. There is no text to point at, but their order is right."""


def place_of(fields: Object) -> Place | None:
    """The place that an object gives for itself, by `startLine` and the like; None if it does not."""
    start = _offset(fields.get("startLine"), fields.get("startColumn"))
    end = _offset(fields.get("endLine"), fields.get("endColumn"))
    if start is None:
        return None
    return Place(start, start if end is None else max(start, end))


def _offset(line: object, column: object) -> int | None:
    if type(line) is not int or line < 0:
        return None
    is_column = type(column) is int and 0 <= column < _LINE
    return line * _LINE + (column if is_column else 0)  # type: ignore[operator]
