"""New values for the fields of what stands in an Argdown text."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from argmap.core.model import ArgumentMap, Question, Source, Speaker
from argmap.core.registry import did_you_mean
from argmap.editing.argdown import meant
from argmap.editing.argdown.claim_fields import set_claim_field
from argmap.editing.argdown.data import in_front, own_fields, set_pair, with_title
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.group_fields import set_group_field
from argmap.editing.argdown.relation_fields import set_relation_field
from argmap.editing.argdown.values import free, of_field
from argmap.editing.argdown.wording import no_words
from argmap.editing.argdown.work import Work
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Items, SetFields, Value
from argmap.editing.yaml.draft import Draft
from argmap.editing.yaml.replacement import replace as retype
from argmap.editing.yaml.syntax import Table
from argmap.formats.native.yaml_text import Free, Open

_FRONT: Mapping[str, tuple[str, ...]] = {
    "question": ("text", "title", "cites", "tags", "note"),
    "speaker": ("name", "role", "link"),
    "source": ("title", "author", "date", "link", "text", "paragraphs"),
}


def set_fields(argument_map: ArgumentMap, operation: SetFields) -> Edits:
    """Give fields new values.

    A new title is a new name everywhere (see `rename`), and a new kind of a relation another sign. Fields that Argdown
    has no words for need fields of argmap's own (`argmap:` in the front matter).

    Raises:
        RefusedError: There is no such thing or field, or the text cannot say it.
    """
    work = Work(argument_map)
    if operation.id is None:
        for name, value in operation.fields.items():
            _of_map(work, name, value)
        return work.edits()
    found = meant.thing(work.reading, argument_map, operation.id)
    if found.kind == "claim":
        number = [item.id for item in argument_map.claims].index(found.id)
        for name, value in operation.fields.items():
            set_claim_field(work, number, name, value)
    elif found.kind == "relation":
        name_now = found.id
        for name, value in operation.fields.items():
            name_now = set_relation_field(work, name_now, name, value)
    elif found.kind == "group":
        number = [item.id for item in argument_map.groups].index(found.id)
        for name, value in operation.fields.items():
            set_group_field(work, number, name, value)
    else:
        for name, value in operation.fields.items():
            _in_front(work, found.kind, found.id, name, value)
    return work.edits()


def _of_map(work: Work, name: str, value: Value) -> None:
    """A field of the map itself."""
    if name not in ("title", "description", "language") and not name.startswith("data."):
        near = did_you_mean(name, ("title", "description", "language"))
        raise RefusedError(f"a map has no field `{name}`", f"did you mean `{near}`?" if near else None)
    if isinstance(value, Items | tuple) and not name.startswith("data."):
        raise RefusedError(f"`{name}` is no list")
    if name == "title":
        assert value is None or isinstance(value, str)
        work.apply(with_title(work.reading, value))
        must_say(work, replace(work.map, title=value))
        return
    if not work.reading.has_fields:
        raise no_words(name)
    if name.startswith("data."):
        key = name.removeprefix("data.")
        said = free(value)
        work.apply(in_front(work.reading, lambda draft: _set_data(draft, key, said)))
        data = {it: content for it, content in work.map.data.items() if it != key}
        must_say(work, replace(work.map, data=data if said is None else {**data, key: said}))
        return
    work.apply(in_front(work.reading, lambda draft: set_pair(draft, own_fields(draft), name, value, is_free=False)))
    must_say(work, replace(work.map, **{name: value}))  # type: ignore[arg-type]


def _set_data(draft: Draft, key: str, value: Any) -> None:
    path = (*own_fields(draft), "data")
    if isinstance(draft.find(path), Table):
        set_pair(draft, path, key, value)
    elif value is not None:
        set_pair(draft, path[:-1], "data", Free({key: value}))


def _in_front(work: Work, kind: str, id: str, name: str, value: Value) -> None:
    """A field of a question, a speaker or a source."""
    names = _FRONT[kind]
    if name not in names:
        near = did_you_mean(name, names)
        raise RefusedError(f"a {kind} has no field `{name}`", f"did you mean `{near}`?" if near else None)
    if value is None and name == names[0]:
        raise RefusedError(f"a {kind} needs a `{name}`")
    section = f"{kind}s"
    things: tuple[Question | Speaker | Source, ...] = getattr(work.map, section)
    thing = next(it for it in things if it.id == id)
    said, typed = of_field(getattr(thing, name), name, value)
    work.apply(
        in_front(work.reading, lambda draft: _set_entry(draft, section, id, short=names[0], name=name, value=typed))
    )
    changed = tuple(replace(it, **{name: said}) if it.id == id else it for it in things)
    must_say(work, replace(work.map, **{section: changed}))  # type: ignore[arg-type]


def _set_entry(draft: Draft, section: str, id: str, *, short: str, name: str, value: Any) -> None:
    """Give an entry of the front matter a field; a short form becomes a long one."""
    path = (*own_fields(draft), section)
    table = draft.find(path)
    key = next((it.value for it, _ in table.pairs if it.value == id), None) if isinstance(table, Table) else None
    if key is None:
        raise RefusedError(f"`{id}` is not typed in `{section}`")
    entry = draft.at((*path, key))
    if isinstance(entry, Table):
        set_pair(draft, (*path, key), name, value, is_free=False)
    elif name == short:
        retype(draft, (*path, key), value)
    elif value is not None:
        text = draft.says
        for step in (*path, key):
            text = text[step]
        is_flow = isinstance(table, Table) and table.is_flow
        long = {short: text, name: value}
        retype(draft, (*path, key), long if is_flow else Open(long))
