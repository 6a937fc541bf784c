"""JSON text with two spaces of indentation. The standard library indents too, but takes ten times as long."""

import re
from collections.abc import Callable, Iterable, Mapping
from json.encoder import encode_basestring
from math import isfinite
from typing import Any, TypeVar

Item = TypeVar("Item")

_DEEPEST = 40  # lines do not move further to the right, or deeply nested sections would be mostly spaces
_LINES = ["\n" + "  " * depth for depth in range(_DEEPEST)]
_WORDS = {None: "null", True: "true", False: "false"}
_HALF = re.compile("[\ud800-\udfff]")


def line(depth: int) -> str:
    """The line end and the indentation of a line at a depth."""
    return _LINES[depth] if depth < _DEEPEST else _LINES[-1]


def indented(value: Any, depth: int = 0) -> str:
    """Return a value as JSON, as it stands in lines at a depth. Mappings and lists may be nested a few dozen levels."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is dict:
        return _object(value, depth)
    if kind is list or kind is tuple:
        if not value:
            return "[]"
        inner = line(depth + 1)
        return f"[{inner}{f',{inner}'.join([indented(item, depth + 1) for item in value])}{line(depth)}]"
    return _other(value, depth)


def _object(value: Mapping[Any, Any], depth: int) -> str:
    if not value:
        return "{}"
    deeper = depth + 1
    inner = line(deeper)
    try:
        pairs = [
            f"{encode_basestring(key)}: {encode_basestring(item) if type(item) is str else indented(item, deeper)}"
            for key, item in value.items()
        ]
    except TypeError:  # from a key that is no text; YAML has such
        return _object({key if isinstance(key, str) else indented(key): item for key, item in value.items()}, depth)
    return f"{{{inner}{f',{inner}'.join(pairs)}{line(depth)}}}"


def _other(value: Any, depth: int) -> str:
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return repr(value) if isfinite(value) else "null"
    if isinstance(value, Mapping):
        return _object(value, depth)
    if isinstance(value, list | tuple):
        return indented(list(value), depth)
    return encode_basestring(str(value))


def forest(
    roots: Iterable[Item],
    fields: Callable[[Item], Mapping[str, Any]],
    children: Callable[[Item], Iterable[Item] | None],
    depth: int,
) -> str:
    """Return trees as a JSON list of objects with `children`. They may be as deep as they like.

    Args:
        roots: The trees.
        fields: What a node says, at least one field, without its children.
        children: What lies in a node, or None if nothing ever does.
        depth: Depth of the list.
    """
    parts = ["["]
    lists = [(iter(roots), depth)]
    is_first = True
    while lists:
        items, level = lists[-1]
        for item in items:
            text, inside = indented(fields(item), level + 1), children(item)
            parts += ["" if is_first else ",", line(level + 1)]
            is_first = False
            if inside is None:
                parts.append(text)
                continue
            parts += [text.removesuffix(line(level + 1) + "}"), ",", line(level + 2), '"children": [']
            lists.append((iter(inside), level + 2))
            is_first = True
            break
        else:
            lists.pop()
            parts.append("]" if is_first else f"{line(level)}]")
            parts.append(f"{line(level - 1)}}}" if lists else "")
            is_first = False
    return "".join(parts)


def without_halves(text: str) -> str:
    """Return JSON text in which halves of character pairs, which no encoding knows, are written as escapes."""
    return text if text.isascii() else _HALF.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
