"""Entries of a file and their fields, as operations think of them: short forms, sections and lists of one are hidden.

The places of entries are paths, see `draft`. `entry_path` and `standing.standing` find them; `set_field`, `change_list`
and `remove_items` change their fields; `add_entry` adds one. Each function reads the draft as it is by then, so a path
that was found before an item of the same list went away must be found again.
"""

from collections.abc import Callable, Iterable
from collections.abc import Sequence as Items
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from argmap.editing.base import RefusedError
from argmap.editing.yaml.draft import Draft, Path
from argmap.editing.yaml.extents import below, elements, is_blank, line_start, with_comments_above
from argmap.editing.yaml.insertion import insert_item, insert_pair
from argmap.editing.yaml.order import FIELDS, SECTIONS, SHORT, place_among
from argmap.editing.yaml.removal import remove
from argmap.editing.yaml.rendering import flow_pair
from argmap.editing.yaml.replacement import lengthen, listed, replace
from argmap.editing.yaml.syntax import Leaf, Node, Reading, Sequence, Table
from argmap.formats.native.build import normal_id
from argmap.formats.native.yaml_text import Open


def entry_path(draft: Draft, section: str, id: str) -> Path | None:
    """The path of an entry such as a claim, or None if the section has none of this id.

    Args:
        draft: The draft.
        section: `claims`, `questions`, `groups`, `speakers` or `sources`.
        id: The id in its one spelling.

    Raises:
        RefusedError: It is there twice.
    """
    table = draft.find((section,))
    keys = [key for key, _ in table.pairs if normal_id(key.value) == id] if isinstance(table, Table) else []
    if len(keys) > 1:
        raise draft.refusal(f"`{id}` is defined twice", keys[1], "remove one of the two first")
    return (section, keys[0].value) if keys else None


def kind_of(path: Path) -> str:
    """What fields the mapping at a path has: a key of `FIELDS`, or empty for the whole file."""
    names = [str(step) for step in path if not isinstance(step, int)]
    if not names or names[0] in ("relations", "display"):
        return names[0] if names else ""
    return names[2] if len(names) == 3 and names[0] == "claims" else names[0]


def field_path(draft: Draft, path: Path, name: str) -> Path | None:
    """The path of a field's value, which for a short form is that of the entry; None if the entry does not have it."""
    node = draft.at(path, to_change=False)
    if isinstance(node, Table):
        return (*path, name) if any(key.value == name for key, _ in node.pairs) else None
    return path if not _is_nothing(node) and SHORT.get(kind_of(path)) == name else None


def value_of(draft: Draft, path: Path, name: str) -> Reading:
    """What a field says: a text, a list, a mapping; None if it says nothing or is not there."""
    found = field_path(draft, path, name)
    return None if found is None else said_at(draft, found)


def items_of(draft: Draft, path: Path, name: str) -> list[Reading]:
    """What a field says as a list: one value stands for a list of one."""
    value = value_of(draft, path, name)
    return value if isinstance(value, list) else [] if value is None else [value]


def said_at(draft: Draft, path: Path) -> Reading:
    """What stands at a path."""
    says = draft.says
    for step in path:
        says = says[step]
    return says


def _is_nothing(node: Node | None) -> bool:
    return isinstance(node, Leaf) and node.is_nothing


def set_field(draft: Draft, path: Path, name: str, value: Any, *, is_free: bool = False) -> None:
    """Give a field of an entry a value, or take the field out.

    Args:
        draft: The draft.
        path: Path of an entry, of a relation, or `()` for the whole file.
        name: The field.
        value: Plain data; a list stands as it is given, so one item alone should be given alone. None takes it out.
        is_free: Whether the value has types, see `yaml_text.Free`.

    Raises:
        RefusedError: The layout does not allow it.
    """
    found = field_path(draft, path, name)
    if value is None:
        if found == path and path:
            raise draft.refusal(f"`{name}` must be there", draft.at(path))
        if found is not None:
            remove_fields(draft, [found])
    elif found is not None:
        if not _says_the_same(said_at(draft, found), value):
            replace(draft, found, value, is_free=is_free)
    else:
        if make_table(draft, path, name, value, is_free):
            return
        node = draft.at(path)
        assert isinstance(node, Table)
        names = [key.value for key, _ in node.pairs]
        number = place_among(names, name, FIELDS[kind_of(path)] if path else SECTIONS)
        gap = not path and _is_section(value) and has_gaps(draft, path)
        insert_pair(draft, path, number, name, value, is_free=is_free, gap=gap)


def _says_the_same(says: Reading, value: Any) -> bool:
    return type(says) is type(value) and bool(says == value)


def _is_section(value: Any) -> bool:
    return isinstance(value, Open)


def remove_fields(draft: Draft, paths: Iterable[Path]) -> None:
    """Take fields, items and entries out; lists and sections of which nothing is left go, too, but entries stay."""
    remove(draft, paths, stays=lambda path: not path or (len(path) == 2 and kind_of(path) in SHORT))


def make_table(draft: Draft, path: Path, name: str, value: Any, is_free: bool = False) -> bool:
    """See that there is a mapping at a path, so that it can get a field; True if it has that field then already."""
    node = draft.at(path)
    if isinstance(node, Table):
        return False
    must_be_written_out(draft, path, dict)
    if _is_nothing(node) or (isinstance(node, Sequence) and not node.items):
        replace(draft, path, {name: value}, is_free=is_free)
        return True
    lengthen(draft, path, SHORT[kind_of(path)], room=_room(draft, path, flow_pair(name, value, is_free)))
    return False


def must_be_written_out(draft: Draft, path: Path, kind: type) -> None:
    """See that a list or mapping that is to be changed is there itself.

    Raises:
        RefusedError: An alias stands for it.
    """
    node = draft.at(path)
    if isinstance(node, Leaf) and node.style == "*" and isinstance(said_at(draft, path), kind):
        raise draft.behind_alias(node)


def _room(draft: Draft, path: Path, new: str) -> int | None:
    """What `lengthen` is told: relations become `{ }` if they fit, entries where those about them are such."""
    if len(path) > 2 or path[0] == "relations":
        return len(new) + 2
    return len(new) + 2 if _neighbours_in_flow(draft, path[0], path[1]) else None


def _neighbours_in_flow(draft: Draft, section: str | int, key: str | int | None) -> bool:
    """Whether the entry in long form that is nearest above, else below, is typed in `{ }`."""
    table = draft.find((section,))
    if not isinstance(table, Table):
        return False
    names = [name.value for name, _ in table.pairs]
    place = names.index(str(key)) if key is not None and key in names else len(names)
    values = [value for _, value in table.pairs]
    near = [value for value in (*reversed(values[:place]), *values[place:]) if isinstance(value, Table)]
    return bool(near) and near[0].is_flow


def has_gaps(draft: Draft, path: Path) -> bool:
    """Whether blank lines stand between most pairs of a block; of the whole file those before its sections count."""
    node = draft.at(path, to_change=False)
    if isinstance(node, Leaf) or node.is_flow:
        return False
    text = draft.text
    gaps = []
    for before, part in pairwise(elements(text, node)):
        if path or (isinstance(part.value, Table | Sequence) and not part.value.is_flow):
            top = with_comments_above(text, part.start, below(text, before))
            gaps.append(is_blank(text, line_start(text, top - 1)))
    return 2 * sum(gaps) > len(gaps) - (gaps[-1:] == [True])


def add_entry(draft: Draft, section: str, key: str, value: Any, *, after: str | None = None) -> None:
    """Add an entry to a section, at its end or behind another one; the section is made if it is not there.

    Args:
        draft: The draft.
        section: Its name.
        key: The id.
        value: The entry: a short form, or a mapping of its fields.
        after: Path of the entry before as it is typed, that is its key; None for the end.
    """
    table = draft.find((section,))
    if table is None or _is_nothing(table) or (isinstance(table, Table) and not table.pairs):
        set_field(draft, (), section, Open({key: Open(value) if isinstance(value, dict) else value}))
        return
    assert isinstance(table, Table)
    names = [name.value for name, _ in table.pairs]
    number = len(names) if after is None else names.index(after) + 1
    if isinstance(value, dict):
        near = names[number] if number < len(names) else None
        value = dict(value) if _neighbours_in_flow(draft, section, near) else Open(value)
    insert_pair(draft, (section,), number, key, value, gap=has_gaps(draft, (section,)))


def add_item(draft: Draft, path: Path, name: str, value: Any, *, number: int | None = None) -> None:
    """Put an item into a list that is a field of an entry, at its end or at a place; a single value becomes a list."""
    found = field_path(draft, path, name)
    if found is None or said_at(draft, found) in (None, []):
        set_field(draft, path, name, value)
        return
    must_be_written_out(draft, found, list)
    if not isinstance(draft.at(found), Sequence):
        listed(draft, found)
    insert_item(draft, found, len(items_of(draft, path, name)) if number is None else number, value)


def remove_items(draft: Draft, path: Path, name: str, which: Callable[[Reading], bool]) -> None:
    """Take items out of a list that is a field of an entry; the field goes if nothing is left."""
    gone = item_paths(draft, path, name, which)
    if gone:
        remove_fields(draft, gone)


def item_paths(draft: Draft, path: Path, name: str, which: Callable[[Reading], bool]) -> list[Path]:
    """Paths of the items of a field; a single value stands for a list of one."""
    found = field_path(draft, path, name)
    if found is None:
        return []
    if isinstance(draft.at(found, to_change=False), Sequence):
        return [(*found, number) for number, item in enumerate(said_at(draft, found)) if which(item)]
    said = said_at(draft, found)
    if isinstance(said, list):
        if any(map(which, said)):
            must_be_written_out(draft, found, list)
        return []
    return [found] if said is not None and which(said) else []


def change_list(
    draft: Draft, path: Path, name: str, new: Items[Any], said: Callable[[Reading], Any] = lambda item: item
) -> None:
    """Let a list have these items. Those that it has already stay as they are typed.

    Args:
        draft: The draft.
        path: Path of an entry, or of a relation.
        name: The field.
        new: The items, as plain data.
        said: What an item that is there says, to be compared with the new ones.
    """
    old = [said(item) for item in items_of(draft, path, name)]
    if not set(map(repr, old)) & set(map(repr, new)):
        value = list(new) if len(new) > 1 or (name == "members" and new) else next(iter(new), None)
        set_field(draft, path, name, value)
        return
    steps = SequenceMatcher(None, list(map(repr, old)), list(map(repr, new)), autojunk=False).get_opcodes()
    gone = {number for tag, start, end, _, _ in steps if tag in ("delete", "replace") for number in range(start, end)}
    numbers = iter(range(len(old)))
    remove_items(draft, path, name, lambda item: next(numbers) in gone)
    for tag, _, _, start, end in steps:
        if tag in ("insert", "replace"):
            for number in range(start, end):
                add_item(draft, path, name, new[number], number=number)


def known_path(draft: Draft, section: str, id: str) -> Path:
    """The path of an entry that the map has.

    Raises:
        RefusedError: It is not typed as an entry of the section, or twice.
    """
    found = entry_path(draft, section, id)
    if found is None:
        raise RefusedError(f"`{id}` is not typed in `{section}`")
    return found
