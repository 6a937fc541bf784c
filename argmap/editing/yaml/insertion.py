"""New pairs and items in a YAML text, in the style of what they stand beside."""

from typing import Any

from argmap.editing.yaml.draft import Change, Draft, Path, edited
from argmap.editing.yaml.extents import (
    Element,
    below,
    column,
    comma,
    elements,
    is_first,
    line_start,
    newline,
    rest_of_line,
    with_comments_above,
)
from argmap.editing.yaml.rendering import flow_pair, item_lines, look_of, pair_lines, plain_reading
from argmap.editing.yaml.syntax import Sequence, Table
from argmap.formats.native.yaml_text import flow


def insert_pair(
    draft: Draft, path: Path, number: int, name: str, value: Any, *, is_free: bool = False, gap: bool = False
) -> None:
    """Put a pair into a mapping.

    Args:
        draft: The draft.
        path: Path of a mapping that has a pair already, or is typed as `{}`.
        number: How many of its pairs come before the new one.
        name: The key.
        value: The value as plain data, see `yaml_text.block`; texts are typed plainly if they can be.
        is_free: Whether the value has types, see `yaml_text.Free`.
        gap: Whether a blank line stands between the new pair and its neighbours, if it is a block.

    Raises:
        RefusedError: The layout does not allow it.
    """
    node = draft.at(path)
    draft.must_be_alone(node)
    assert isinstance(node, Table)
    if node.is_flow:
        changes = _in_flow(draft.text, node, number, flow_pair(name, value, is_free))
    else:
        first = elements(draft.text, node)[0].start
        lines = pair_lines(name, value, column(draft.text, first), look_of(draft.text, draft.tree), is_free)
        changes = _as_lines(draft, node, number, lines, gap)
    draft.change(changes, edited(draft.says, path, lambda old: _with_pair(old, number, name, plain_reading(value))))


def _with_pair(old: dict[Any, Any], number: int, name: str, value: Any) -> dict[Any, Any]:
    pairs = list(old.items())
    return dict([*pairs[:number], (name, value), *pairs[number:]])


def insert_item(draft: Draft, path: Path, number: int, value: Any, *, is_free: bool = False) -> None:
    """Put an item into a list.

    Args:
        draft: The draft.
        path: Path of a list that has an item already, or is typed as `[]`.
        number: How many of its items come before the new one.
        value: The item as plain data.
        is_free: Whether it has types.

    Raises:
        RefusedError: The layout does not allow it.
    """
    node = draft.at(path)
    draft.must_be_alone(node)
    assert isinstance(node, Sequence)
    if node.is_flow:
        changes = _in_flow(draft.text, node, number, flow(value, is_free))
    else:
        first = elements(draft.text, node)[0].start
        lines = item_lines(value, column(draft.text, first), look_of(draft.text, draft.tree), is_free)
        changes = _as_lines(draft, node, number, lines, False)
    new = plain_reading(value)
    draft.change(changes, edited(draft.says, path, lambda old: [*old[:number], new, *old[number:]]))


def append_item(draft: Draft, path: Path, value: Any, *, is_free: bool = False) -> None:
    """Put an item at the end of a list, see `insert_item`."""
    node = draft.at(path)
    assert isinstance(node, Sequence)
    insert_item(draft, path, len(node.items), value, is_free=is_free)


def _as_lines(draft: Draft, node: Table | Sequence, number: int, lines: list[str], gap: bool) -> list[Change]:
    """New lines behind the element before, or in front of the first one."""
    text = draft.text
    parts = elements(text, node)
    if number == 0:
        return _before_first(text, parts[0], lines)
    at = below(text, parts[number - 1])
    end = newline(text, at)
    blank = [""] if gap else []
    is_open = at > 0 and text[at - 1] != "\n"  # the last line of the file has no line end
    new = end.join([*blank, *lines])
    if is_open:
        return [Change(at, at, end + new)]
    return [Change(at, at, new + end)]


def _before_first(text: str, first: Element, lines: list[str]) -> list[Change]:
    end = newline(text, first.start)
    if is_first(text, first.start):
        at = with_comments_above(text, first.start, 0)
        return [Change(at, at, "".join(line + end for line in lines))]
    # Behind the dash of a list: the new one takes its place there, and the old one goes to the next line.
    indent = column(text, first.start)
    return [Change(first.start, first.start, end.join(lines)[indent:] + end + " " * indent)]


def _in_flow(text: str, node: Table | Sequence, number: int, new: str) -> list[Change]:
    """A new element inside brackets, with the comma that it needs."""
    parts = elements(text, node)
    if text[node.begin] not in "{[":  # a pair inside `[ ]` that has no brackets of its own
        inside = f"{{{new}, " if number == 0 else "{"
        return [Change(node.begin, node.begin, inside), Change(node.end, node.end, f", {new}}}" if number else "}")]
    if not parts:
        return [Change(node.begin + 1, node.begin + 1, new)]
    if number == 0:
        return _before_in_flow(text, parts[0], new)
    before = parts[number - 1]
    stop = parts[number].start if number < len(parts) else node.end - 1
    sign = comma(text, before.end, stop)
    end = rest_of_line(text, before.end if sign is None else sign + 1)
    if end is None or not is_first(text, before.start):
        return [Change(before.end, before.end, f", {new}")]
    line = f"{newline(text, end)}{text[line_start(text, before.start) : before.start]}{new}"
    if sign is None:
        return [Change(before.end, before.end, ","), Change(end, end, line)]
    return [Change(end, end, f"{line},")]


def _before_in_flow(text: str, first: Element, new: str) -> list[Change]:
    if not is_first(text, first.start):
        return [Change(first.start, first.start, f"{new}, ")]
    indent = text[line_start(text, first.start) : first.start]
    return [Change(first.start, first.start, f"{new},{newline(text, first.start)}{indent}")]
