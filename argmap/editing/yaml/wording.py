"""A single value typed anew: in the quotes, the block or the wrapping that the old one has, as far as it fits."""

import re
from collections.abc import Iterator

from argmap.editing.yaml.draft import Change
from argmap.editing.yaml.extents import column, newline
from argmap.editing.yaml.syntax import Leaf, Node
from argmap.formats.native.yaml_text import quoted, scalar

_NARROWEST = 60
_SINGLE_SPACE = re.compile(r"(?<=[^ ]) (?=[^ ])")


def typed_again(text: str, leaf: Leaf, value: str | None, in_flow: bool, is_free: bool = False) -> Change:
    """The change that lets a single value say something else.

    Args:
        text: The text that it stands in.
        leaf: The value.
        value: What it says then; None for nothing.
        in_flow: Whether it stands inside brackets.
        is_free: Whether values have types there, and the new one is a text.
    """
    if value is None or leaf.style == "*" or leaf.begin == leaf.end:
        start = leaf.start if leaf.style == "*" else leaf.begin
        return Change(start, leaf.end, before_nothing(text, leaf) + scalar(value, in_flow, is_free))
    if leaf.style in ("|", ">"):
        return _block(text, leaf, value) or Change(leaf.begin, leaf.end, scalar(value, False, is_free))
    new = _in_its_style(leaf, value, in_flow, is_free)
    old = text[leaf.begin : leaf.end]
    if "\n" in old:
        new = _wrapped_like(text, leaf, new)
    return Change(leaf.begin, leaf.end, new)


def before_nothing(text: str, node: Node) -> str:
    """The space that a new value needs where there is none yet."""
    return " " if node.start == node.end and text[node.start - 1 : node.start] not in (" ", "\t") else ""


def _in_its_style(leaf: Leaf, value: str, in_flow: bool, is_free: bool) -> str:
    if leaf.style == "":
        return scalar(value, in_flow, is_free)
    if _needs_escapes(value) or "\n" in value:
        return quoted(value)
    if leaf.style == "'":
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"' if not {'"', "\\"} & {*value} else quoted(value)


def _needs_escapes(value: str) -> bool:
    """Whether only double quotes can hold the text, line ends aside."""
    rest = value.replace('"', "").replace("\\", "").replace("\n", "")
    return quoted(rest) != f'"{rest}"'


def _wrapped_like(text: str, leaf: Leaf, new: str) -> str:
    """A plain or quoted text over several lines, as the old one is."""
    first, *others = text[leaf.begin : leaf.end].splitlines()
    start = column(text, leaf.begin)
    widths = [start + len(first), *map(len, others)]
    pad = next((line[: len(line) - len(line.lstrip())] for line in others if line.strip()), " " * start)
    lines = list(_wrapped(new, max(_NARROWEST, *widths) - len(pad), max(_NARROWEST, *widths) - start))
    return f"{newline(text, leaf.begin)}{pad}".join(lines)


def _wrapped(text: str, width: int, first: int | None = None) -> Iterator[str]:
    """The lines of a text, broken at single spaces where that folds back to it."""
    line, room = "", width if first is None else first
    for word in _SINGLE_SPACE.split(text):
        if line and len(line) + 1 + len(word) > room:
            yield line
            line, room = word, width
        else:
            line = f"{line} {word}" if line else word
    yield line


def _block(text: str, leaf: Leaf, value: str) -> Change | None:
    """A block instead of a block; None if it cannot hold the text."""
    body = value.removesuffix("\n")
    if not body.strip() or body.endswith("\n") or _needs_escapes(value) or "\t" in value:
        return None
    lines = body.split("\n")
    if any(line != line.rstrip(" ") for line in lines) or not lines[0] or lines[0][0] == " ":
        return None
    old = text[leaf.begin : leaf.end].split("\n")
    header, *content = (line.rstrip("\r") for line in old)
    inside = [line for line in content if line.strip()]
    if not inside:
        return None
    pad = inside[0][: len(inside[0]) - len(inside[0].lstrip(" "))]
    style = leaf.style
    if style == ">" and len(lines) > 1:
        style = "|"
    elif style == ">":
        lines = list(_wrapped(body, max(_NARROWEST, *map(len, inside)) - len(pad)))
    sign, comment = header[: len(header) - len(header.lstrip("|>+-0123456789"))], header.lstrip("|>+-0123456789")
    opening = style + ("" if value.endswith("\n") else "-") + comment
    if sign.strip("+-") == style and ("-" in sign) == (not value.endswith("\n")) and "+" not in sign:
        opening = header
    end = newline(text, leaf.end if "\n" in text[leaf.begin : leaf.end] else leaf.begin)
    new = end.join([opening, *(pad + line if line else "" for line in lines)])
    return Change(leaf.begin, leaf.end, new + (end if leaf.keeps and text[leaf.end - 1] == "\n" else ""))
