"""Changes of the YAML in an Argdown text: data in braces, and front matter."""

import re
from collections.abc import Callable
from typing import Any

from argmap.core.source import SourceFile
from argmap.editing.argdown.reading import Reading
from argmap.editing.argdown.work import Change
from argmap.editing.base import RefusedError
from argmap.editing.yaml.draft import Draft, Path
from argmap.editing.yaml.insertion import append_item, insert_pair
from argmap.editing.yaml.removal import remove
from argmap.editing.yaml.replacement import replace
from argmap.editing.yaml.syntax import Table
from argmap.formats.argdown.profile.front import OWN
from argmap.formats.argdown.text.braces import read_braces
from argmap.formats.argdown.text.closings import Closings
from argmap.formats.argdown.text.manuscript import Manuscript, Piece
from argmap.formats.argdown.text.syntax import Braces, Place
from argmap.formats.argdown.writing.data_text import braces as typed_braces
from argmap.formats.native.yaml_text import Free, Open, block

_BLOCK = re.compile(r"\{[ \t]*(?:\r?\n)")
_FENCE = re.compile(r"\s*={3,}[ \t]*(?:\r?\n)?")
_FENCE_END = re.compile(r"={3,}\s*\Z")


def in_braces(reading: Reading, given: Braces | None, end: int, fields: dict[str, Any]) -> list[Change]:
    """Give data in braces other values.

    Args:
        reading: The text.
        given: The braces, or None if there are none.
        end: Where new braces would be put.
        fields: New values by their keys; None takes a key out.
    """
    if given is None or not isinstance(given.value, dict) or not given.value:
        new = {key: value for key, value in fields.items() if value is not None}
        if given is not None:
            if given.value is None and reading.typed(given.place).strip("{} \t\r\n"):
                raise RefusedError(
                    "the data in these braces cannot be read", "mend them first", reading.span(given.place)
                )
            return (
                [Change(given.place.start, given.place.end, typed_braces(new) + _blank_behind(reading, given))]
                if new
                else []
            )
        return [Change(end, end, f" {typed_braces(new)}", is_behind=True)] if new else []
    if all(fields.get(key, ...) is None for key in given.value):
        return _without_braces(reading, given)
    draft, shift = _draft(reading, given)
    for key, value in fields.items():
        set_pair(draft, (), key, value)
    return _finished(reading, given, draft, shift)


def in_data(
    reading: Reading, given: Braces | None, end: int, *, path: tuple[str, ...], key: str, value: Any
) -> list[Change]:
    """Give a key of data another value, in braces or in a mapping within them.

    Args:
        reading: The text.
        given: The braces, or None if there are none.
        end: Where new braces would be put.
        path: Where in the braces the data stand: `()` or `("data",)`.
        key: The key.
        value: Its value; None takes it out.
    """
    if not path:
        return in_braces(reading, given, end, {key: value})
    inner = given.value.get(path[0]) if given is not None and isinstance(given.value, dict) else None
    if not isinstance(inner, dict) or (value is None and list(inner) == [key]):
        return in_braces(reading, given, end, {path[0]: None if value is None else Free({key: value})})
    assert given is not None
    draft, shift = _draft(reading, given)
    set_pair(draft, path, key, value)
    return _finished(reading, given, draft, shift)


def append(reading: Reading, given: Braces, key: str, value: str) -> list[Change]:
    """Put an item at the end of a list that a key in braces has."""
    draft, shift = _draft(reading, given)
    append_item(draft, (key,), value)
    return _finished(reading, given, draft, shift)


def less_item(reading: Reading, given: Braces, key: str, number: int) -> list[Change]:
    """Take an item out of a list that a key in braces has."""
    draft, shift = _draft(reading, given)
    remove(draft, [(key, number)], stays=lambda path: len(path) < 2)
    return _moved(draft, shift)


def _finished(reading: Reading, given: Braces, draft: Draft, shift: int) -> list[Change]:
    """The changes of a draft; where Argdown's own tools would no longer see where the braces end, all is typed anew."""
    old = reading.typed(given.place).rstrip()
    start = shift - given.place.start
    new = old[:start] + draft.text + old[start + len(draft.source.text) :]
    if _is_portable(new) or not _is_portable(old):
        return _moved(draft, shift)
    made, _ = read_braces(Manuscript(new, (Piece(0, SourceFile("", new), 0),)), Place(0, len(new)))
    return [Change(given.place.start, given.place.start + len(old), typed_braces(made.value))]


def _is_portable(text: str) -> bool:
    return Closings(text + "\n\n-").braces(0) == (len(text), len(text))


def _draft(reading: Reading, given: Braces) -> tuple[Draft, int]:
    """What stands in braces as a text that can be changed, and where that begins."""
    text = reading.typed(given.place).rstrip()
    opening = _BLOCK.match(text)
    start, stop = (opening.end(), len(text) - 1) if opening else (0, len(text))
    return Draft(SourceFile("", text[start:stop])), given.place.start + start


def _blank_behind(reading: Reading, given: Braces) -> str:
    typed = reading.typed(given.place)
    return typed[len(typed.rstrip()) :]


def _without_braces(reading: Reading, given: Braces) -> list[Change]:
    """The braces taken out, with the blanks before them."""
    text, start, end = reading.script.text, given.place.start, given.place.end
    end -= len(_blank_behind(reading, given))
    while start and text[start - 1] in " \t":
        start -= 1
    return [Change(start, end, "")]


def in_front(reading: Reading, edit: Callable[[Draft], None]) -> list[Change]:
    """Change the front matter.

    Args:
        reading: The text; it has front matter.
        edit: Changes it.
    """
    place, start, snippet = _front(reading)
    draft = Draft(SourceFile("", snippet))
    edit(draft)
    return _moved(draft, place + start)


def _front(reading: Reading) -> tuple[int, int, str]:
    front = reading.document.front_matter
    if front is None or not isinstance(front.value, dict):
        raise RefusedError("this text has no front matter that can be edited")
    text = reading.typed(front.place)
    opening = _FENCE.match(text)
    start = opening.end() if opening else 0
    closing = _FENCE_END.search(text, start)
    return front.place.start, start, text[start : closing.start() if closing else len(text)]


def with_title(reading: Reading, title: str | None) -> list[Change]:
    """Give the map another title, in the front matter."""
    front = reading.document.front_matter
    if front is None or not front.value:
        lines = "\n".join(block({"title": title}))
        if title is None:
            return []
        if front is not None:
            return [Change(front.place.start, front.place.end, f"===\n{lines}\n===")]
        return [Change(0, 0, f"===\n{lines}\n===\n\n")]
    return in_front(reading, lambda draft: set_pair(draft, (), "title", title, number=0))


def set_pair(
    draft: Draft, path: Path, name: str, value: Any, *, number: int | None = None, is_free: bool = True
) -> None:
    """Give a key of a mapping a value, or take it out if that is None."""
    node = draft.at(path)
    assert isinstance(node, Table)
    keys = [key.value for key, _ in node.pairs]
    if name in keys:
        if value is None:
            remove(draft, [(*path, name)], stays=lambda found: not found or found[-1] == OWN)
        else:
            replace(draft, (*path, name), value, is_free=is_free)
    elif value is not None:
        insert_pair(draft, path, len(keys) if number is None else number, name, value, is_free=is_free)


def add_own(draft: Draft, section: str, name: str, value: Any) -> None:
    """Add an entry such as a speaker to the fields of argmap's own in front matter."""
    path = own_fields(draft)
    table = draft.find((*path, section))
    entry = Open(value) if isinstance(value, dict) else value
    if isinstance(table, Table) and table.pairs:
        insert_pair(draft, (*path, section), len(table.pairs), name, value if table.is_flow else entry)
    elif table is not None:
        replace(draft, (*path, section), Open({name: entry}))
    else:
        set_pair(draft, path, section, Open({name: entry}), is_free=False)


def own_fields(draft: Draft) -> Path:
    """The path of argmap's own fields in front matter; the number of a version alone becomes one of them."""
    node = draft.find((OWN,))
    if not isinstance(node, Table):
        replace(draft, (OWN,), Open({"version": draft.says[OWN] or "1"}))
    return (OWN,)


def _moved(draft: Draft, shift: int) -> list[Change]:
    return [Change(item.span.start + shift, item.span.end + shift, item.text) for item in draft.edits()]
