"""New values for the fields of a map, or of something in it."""

from collections.abc import Callable, Mapping
from typing import Any

from argmap.core.model import ArgumentMap, Relation
from argmap.core.registry import did_you_mean
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Items, SetFields, Value
from argmap.editing.yaml.draft import Draft, Path
from argmap.editing.yaml.entries import change_list, field_path, items_of, known_path, remove_fields, said_at, set_field
from argmap.editing.yaml.insertion import insert_pair
from argmap.editing.yaml.names import relation_of, shared_names, unknown
from argmap.editing.yaml.order import FIELDS
from argmap.editing.yaml.replacement import replace
from argmap.editing.yaml.set_relation import set_kind, set_target
from argmap.editing.yaml.steps import Step, settle, steps_of
from argmap.editing.yaml.syntax import Reading
from argmap.formats.native.build import normal_id
from argmap.formats.native.yaml_text import Free, OpenFree
from argmap.formats.trees.scalars import plain_value

_LISTS = ("answers", "by", "cites", "tags", "restatements")
_OF_MAP = ("title", "description", "language")
_INSTEAD = {
    "id": "argmap rename changes an id",
    "supports": "argmap add and argmap remove change relations",
    "attacks": "argmap add and argmap remove change relations",
    "conflicts": "argmap add and argmap remove change relations",
    "with": "argmap link and argmap unlink change premises",
    "premises": "argmap link and argmap unlink change premises",
    "members": "argmap move changes the members of a group",
}
_SECTIONS = ("claims", "questions", "groups", "speakers", "sources")


def set_fields(argument_map: ArgumentMap, operation: SetFields) -> Edits:
    """Give fields new values; see `SetFields`."""
    assert argument_map.origin is not None
    draft = Draft(argument_map.origin)
    if operation.id is None:
        for name, value in operation.fields.items():
            _set(draft, (), name, value, _known((*_OF_MAP, "data"), name, "the map"))
        return Edits(draft.edits())
    section, owner = _meant(argument_map, operation.id)
    if section == "relations":
        _set_relation(draft, argument_map, argument_map.relation[owner], operation.fields)
        return Edits(draft.edits())
    for name, value in operation.fields.items():
        field = _known(FIELDS[section], name, f"`{owner}`")
        _set(draft, known_path(draft, section, owner), name, value, field)
    return Edits(draft.edits())


def _meant(argument_map: ArgumentMap, typed: str) -> tuple[str, str]:
    """The section in which something is typed, and its id."""
    relation = relation_of(argument_map, typed)
    if relation is not None:
        return "relations", relation.id
    name = normal_id(typed)
    for section in _SECTIONS:
        if name in getattr(argument_map, section.removesuffix("s")):
            return section, name
    raise unknown(typed, "thing", {*shared_names(argument_map), *argument_map.speaker, *argument_map.source})


def _known(fields: tuple[str, ...], name: str, owner: str) -> str:
    """The field that is meant: of `data.KEY` it is `data`.

    Raises:
        RefusedError: There is none, or it is changed otherwise.
    """
    field, dot, key = name.partition(".")
    if field == "data" and field in fields and (not dot or not key):
        raise RefusedError("`data` holds what is under its keys", "set one of them: `data.KEY`")
    if name in fields and name not in _INSTEAD:
        return name
    if field == "data" and field in fields:
        return field
    if name in _INSTEAD:
        raise RefusedError(f"`{name}` of {owner} cannot be set", _INSTEAD[name])
    settable = [it for it in fields if it not in _INSTEAD]
    near = did_you_mean(name, settable)
    names = ", ".join(f"`{it}`" if it != "data" else "`data.KEY`" for it in settable)
    raise RefusedError(
        f"{owner} has no field `{name}`", f"did you mean `{near}`?" if near else f"the fields are {names}"
    )


def _set(draft: Draft, path: Path, name: str, value: Value, field: str) -> None:
    """Set a field of an entry, of a relation, or of the file."""
    if field == "data":
        _set_data(draft, path, name.partition(".")[2], value)
    elif field in _LISTS:
        _set_list(draft, path, field, value)
    elif isinstance(value, tuple | Items):
        raise RefusedError(f"`{field}` is no list", "give it a single value")
    else:
        found = field_path(draft, path, field)
        said = None if found is None else said_at(draft, found)
        if isinstance(value, str) and isinstance(said, str) and field == "text" and said.endswith("\n"):
            value = f"{value}\n"  # what a `>` block adds; the reader takes it off again
        set_field(draft, path, field, value)


def _set_list(draft: Draft, path: Path, name: str, value: Value) -> None:
    said: Callable[[Reading], Any] = _SAYS.get(name, str)
    if isinstance(value, Items):
        old = [said(item) for item in items_of(draft, path, name)]
        gone = [said(item) for item in value.removed]
        kept = [item for item in old if item not in gone]
        new = [*kept, *(item for item in dict.fromkeys(map(said, value.added)) if item not in kept)]
    else:
        new = [said(item) for item in ((value,) if isinstance(value, str) else value or ())]
    change_list(draft, path, name, new, said)


def _place(item: Reading) -> Any:
    """A citation in the shortest form that says the same; a mapping if it has a quotation."""
    if not isinstance(item, dict):
        source, sign, place = str(item).strip().partition("#")
        return f"{normal_id(source)}{sign}{place}"
    section, paragraph = item.get("section"), item.get("paragraph")
    if item.get("quote") is not None:
        return item
    place = ".".join(filter(None, (section and f"s{section}", paragraph and f"p{paragraph}")))
    return f"{normal_id(str(item.get('source')))}{'#' if place else ''}{place}"


_SAYS: Mapping[str, Callable[[Reading], Any]] = {"answers": normal_id, "by": normal_id, "cites": _place}


def _set_data(draft: Draft, path: Path, key: str, value: Value) -> None:
    """Set one of the data: values have types there, by the way they are typed."""
    found = field_path(draft, path, "data")
    inside = None if found is None else said_at(draft, found)
    if isinstance(value, Items):
        old = inside.get(key) if isinstance(inside, dict) else None
        before = list(old) if isinstance(old, list) else [] if old is None else [old]
        kept = [item for item in before if item not in value.removed]
        value = (*kept, *(item for item in value.added if item not in kept))
    typed: Any = [plain_value(item) for item in value] if isinstance(value, tuple) else value
    typed = plain_value(value) if isinstance(value, str) else typed
    if found is None or not isinstance(inside, dict) or not inside:
        if value is not None:
            kind = Free if path else OpenFree
            set_field(draft, path, "data", kind({key: typed}), is_free=True)
    elif key in inside or value is None:
        if key in inside:
            _reset(draft, (*path, "data"), key, typed, is_gone=value is None)
    else:
        insert_pair(draft, (*path, "data"), len(inside), key, typed, is_free=True)


def _reset(draft: Draft, path: Path, key: str, value: Any, *, is_gone: bool) -> None:
    if is_gone:
        remove_fields(draft, [(*path, key)])
    else:
        replace(draft, (*path, key), value, is_free=True)


def _set_relation(draft: Draft, argument_map: ArgumentMap, relation: Relation, fields: Mapping[str, Value]) -> None:
    """Set fields of a relation; what undercuts it follows it if its name changes."""
    steps = steps_of(draft, argument_map)
    step: Step = steps.of(relation)
    for name, value in fields.items():
        if name in ("kind", "target"):
            if not isinstance(value, str):
                raise RefusedError(f"`{name}` of `{relation.id}` must be there")
            (set_kind if name == "kind" else set_target)(steps, argument_map, step, value)
            continue
        field = _known(("kind", "target", *_FURTHER), name, f"`{relation.id}`")
        _set(draft, steps.path(step), name, value, field)
    settle(steps)


_FURTHER = ("scheme", "weight", "by", "cites", "tags", "note", "argument", "data", "id", "with", "premises")
