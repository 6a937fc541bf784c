"""What values mean where a file may say anything (`data`): the core rules of YAML 1.2 for what is typed plainly."""

import math
import re
from typing import Any

from argmap.formats.trees.tree import Node, Scalar, Sequence

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE = re.compile(r"[-+]?[0-9]{1,4000}|0o[0-7]{1,4000}|0x[0-9a-fA-F]{1,4000}", re.ASCII)
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII)


def plain_value(typed: str) -> str | float | bool | None:
    """What a plain scalar stands for: None, a truth value, a number, or itself.

    Dates are texts, and so are the numbers that JSON has no form for: `.inf`, `.nan`, and those too large for a float.
    """
    if typed in _WORDS:
        return _WORDS[typed]
    if typed[0] not in "+-.0123456789":
        return typed
    if _WHOLE.fullmatch(typed):
        return int(typed, 10 if typed[1:2] not in ("o", "x") else 0)
    if _NUMBER.fullmatch(typed):
        number = float(typed)
        return number if math.isfinite(number) else typed
    return typed


def value_of(scalar: Scalar) -> str | float | bool | None:
    """What a scalar stands for; in quotes or in a block it is a text."""
    return plain_value(scalar.value) if scalar.plain else scalar.value


def free_value(node: Node) -> Any:
    """A tree as plain data with types: texts, numbers, truth values, None, lists and mappings. Keys are texts."""
    if isinstance(node, Scalar):
        return value_of(node)
    if isinstance(node, Sequence):
        return [free_value(item) for item in node.items]
    return {key.value: free_value(value) for key, value in node.pairs}
