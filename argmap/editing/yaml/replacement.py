"""Values of a YAML text replaced, made lists, or made long forms, with as much of their own characters as possible."""

from typing import Any

from argmap.editing.yaml.draft import Change, Draft, Path, edited
from argmap.editing.yaml.extents import (
    Element,
    column,
    elements,
    is_first,
    line_start,
    newline,
    next_line,
    rest_of_line,
)
from argmap.editing.yaml.rendering import item_lines, look_of, pair_lines, plain_reading
from argmap.editing.yaml.syntax import Leaf, Node, Reading, Sequence, Table
from argmap.editing.yaml.wording import before_nothing, typed_again
from argmap.formats.native.yaml_text import WIDTH, flow, is_plain, scalar


def replace(draft: Draft, path: Path, value: Any, *, is_free: bool = False) -> None:
    """Give a pair or an item another value.

    Args:
        draft: The draft.
        path: Path of a pair or item.
        value: The value as plain data; a text in place of a text keeps its quotes, its block or its wrapping.
        is_free: Whether it has types, see `yaml_text.Free`.

    Raises:
        RefusedError: The layout does not allow it, or what is replaced is needed elsewhere.
    """
    parent, part = _element(draft, path)
    draft.must_be_free([part.value])
    new = plain_reading(value)
    if isinstance(part.value, Leaf) and not isinstance(value, dict | list | tuple):
        typed = is_free and isinstance(value, str)
        if value is None or isinstance(value, str):
            changes = [typed_again(draft.text, part.value, value, parent.is_flow, typed)]
        else:
            pad = before_nothing(draft.text, part.value)
            start = part.value.start if part.value.style == "*" else part.value.begin
            changes = [Change(start, part.value.end, pad + scalar(value))]
    elif parent.is_flow:
        pad = before_nothing(draft.text, part.value)
        changes = [Change(part.value.start, part.value.end, pad + flow(value, is_free))]
    else:
        changes = _in_block(draft, part, value, is_free)
    draft.change(changes, edited(draft.says, path, lambda old: new))


def rename_key(draft: Draft, path: Path, name: str) -> None:
    """Give the key of a pair another plain name."""
    _, part = _element(draft, path)
    assert part.key is not None
    old = path[-1]
    change = typed_again(draft.text, part.key, name, in_flow=True)

    def renamed(says: Reading) -> Reading:
        return {name if key == old else key: value for key, value in says.items()}

    draft.change([change], edited(draft.says, path[:-1], renamed))


def _element(draft: Draft, path: Path) -> tuple[Table | Sequence, Element]:
    """The list or mapping that the last step of a path is in, and the element there."""
    value = draft.at(path)
    parent = draft.at(path[:-1])
    draft.must_be_alone(parent)
    assert isinstance(parent, Table | Sequence)
    return parent, next(part for part in elements(draft.text, parent) if part.value is value)


def _slot(text: str, part: Element) -> int:
    """Where a value may begin: behind the colon or the dash."""
    return part.start + 1 if part.key is None else text.index(":", part.key.end) + 1


def _in_block(draft: Draft, part: Element, value: Any, is_free: bool) -> list[Change]:
    text = draft.text
    indent = column(text, part.start)
    look = look_of(text, draft.tree)
    if part.key is None:
        head, *tail = item_lines(value, indent, look, is_free)
        head = head[indent + 1 :]
    else:
        head, *tail = pair_lines("k", value, indent, look, is_free)
        head = head[indent + 2 :]
    slot = _slot(text, part)
    new = [f"{newline(text, slot)}{line}" for line in tail]
    if "#" in text[slot : part.value.start]:  # a comment behind the colon, and the value below it
        end = rest_of_line(text, slot)
        return [Change(slot, slot, head), Change(slot if end is None else end, part.value.end, "".join(new))]
    end = rest_of_line(text, part.value.end)
    changes = [Change(slot, part.value.end, head)]
    return [*changes, Change(end, end, "".join(new))] if new and end is not None else changes


def listed(draft: Draft, path: Path) -> None:
    """Make a list of a single value: `tram` becomes `[tram]`, and what does not fit on a line the item of a block."""
    parent, part = _element(draft, path)
    text, value = draft.text, part.value
    inline = _inline(text, value)
    if parent.is_flow:
        changes = [Change(value.start, value.start, "["), Change(value.end, value.end, "]")]
    elif inline is not None:
        changes = [Change(value.start, value.end, f"[{inline}]")]
    elif is_first(text, value.start):
        changes = [Change(value.start, value.start, "- "), *_shifted(text, value, 2)]
    else:
        look = look_of(text, draft.tree)
        pad = " " * (column(text, part.start) + look.dash)
        start = _slot(text, part)
        changes = [
            Change(start, value.start, f"{newline(text, start)}{pad}- "),
            *_shifted(text, value, look.dash if isinstance(value, Leaf) else look.dash + 2),
        ]
    draft.change(changes, edited(draft.says, path, lambda old: [old]))


def lengthen(draft: Draft, path: Path, field: str, *, room: int | None = None) -> None:
    """Make a mapping with one field of a value: `tram: The town ...` becomes `tram: {text: The town ...}`.

    Args:
        draft: The draft.
        path: Path of an entry, or of an item of a list.
        field: The field that the value gets.
        room: Characters that will be added on the same line if it becomes `{ }`; None for a block in any case, unless
            it stands inside brackets.
    """
    parent, part = _element(draft, path)
    text, value = draft.text, part.value
    inline = _inline(text, value)
    start = _slot(text, part) if not parent.is_flow else value.start
    if parent.is_flow:
        pad = before_nothing(text, value)
        changes = [Change(value.start, value.start, f"{pad}{{{field}: "), Change(value.end, value.end, "}")]
    elif (
        inline is not None
        and room is not None
        and not is_first(text, value.start)
        and column(text, value.start) + len(inline) + len(field) + room + 4 <= WIDTH
    ):
        changes = [Change(value.start, value.end, f"{{{field}: {inline}}}")]
    else:
        changes = _as_block(draft, part, start, field)
    draft.change(changes, edited(draft.says, path, lambda old: {field: old}))


def _as_block(draft: Draft, part: Element, start: int, field: str) -> list[Change]:
    """A value as the only field of a block mapping."""
    text, value = draft.text, part.value
    look = look_of(text, draft.tree)
    indent = column(text, part.start)
    if part.key is None:
        if value.start == value.end:
            return [Change(value.start, value.end, f" {field}:")]
        return [Change(value.start, value.start, f"{field}: "), *_shifted(text, value, 2)]
    pad = " " * (indent + look.step)
    if not is_first(text, value.start) or value.start == value.end:
        sign = ": " if value.start < value.end else ":"
        change = Change(start, value.start, f"{newline(text, start)}{pad}{field}{sign}")
        return [change, *_shifted(text, value, look.step)]
    if isinstance(value, Leaf):
        shift = column(text, value.start) - indent
        return [Change(value.start, value.start, f"{field}: "), *_shifted(text, value, shift)]
    at = line_start(text, value.start)
    line = f"{pad}{field}:{newline(text, at)}"
    return [Change(at, at, line + " " * look.step), *_shifted(text, value, look.step)]


def _inline(text: str, value: Node) -> str | None:
    """A value as it may stand inside brackets, or None if it takes more than a line."""
    typed = text[value.start : value.end]
    if "\n" in typed or (isinstance(value, Table | Sequence) and not value.is_flow):
        return None
    if isinstance(value, Leaf) and value.style in ("|", ">"):
        return None
    if isinstance(value, Leaf) and value.style == "" and typed and not is_plain(value.value, True):
        return None if value.anchor or value.is_nothing else scalar(value.value, True)
    return typed


def _shifted(text: str, value: Node, by: int) -> list[Change]:
    """The lines of a value behind its first one, further to the right."""
    found = []
    at = next_line(text, value.start)
    while at < value.end:
        if text[at] not in "\r\n":
            found.append(Change(at, at, " " * by))
        at = next_line(text, at + 1) if text[at] != "\n" else at + 1
    return found
