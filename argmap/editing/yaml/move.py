"""Claims, questions and groups put into a group, or out of all."""

from argmap.core.model import ArgumentMap
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Move
from argmap.editing.yaml.draft import Draft, Path
from argmap.editing.yaml.entries import (
    add_item,
    change_list,
    item_paths,
    known_path,
    remove_fields,
    remove_items,
    set_field,
)
from argmap.editing.yaml.names import unknown
from argmap.formats.native.build import normal_id


def move(argument_map: ArgumentMap, operation: Move) -> Edits:
    """Put members and groups into a group; see `Move`."""
    assert argument_map.origin is not None
    draft = Draft(argument_map.origin)
    ids, target = tuple(map(normal_id, dict.fromkeys(operation.ids))), operation.group
    _check(argument_map, ids, target)
    members = [name for name in ids if name not in argument_map.group]
    leaving = [
        path
        for group in argument_map.groups
        if group.id != target and not {*members}.isdisjoint(group.members)
        for path in item_paths(
            draft, known_path(draft, "groups", group.id), "members", lambda item: normal_id(item) in members
        )
    ]
    if leaving:
        remove_fields(draft, leaving)
    if target is not None and members:
        _join(draft, known_path(draft, "groups", target), argument_map.group[target].members, members)
    for name in ids:
        if name in argument_map.group and argument_map.group[name].parent != target:
            set_field(draft, known_path(draft, "groups", name), "parent", target)
    return Edits(draft.edits())


def _join(draft: Draft, path: Path, before: tuple[str, ...], members: list[str]) -> None:
    """Let members be the last ones of a group; the others stay as they are typed."""
    if list(before[-len(members) :]) == members and len(members) == len({*members} & {*before}):
        return
    if {*before} <= {*members}:
        change_list(draft, path, "members", members, normal_id)
        return
    remove_items(draft, path, "members", lambda item: normal_id(item) in members)
    for name in members:
        add_item(draft, path, "members", name)


def _check(argument_map: ArgumentMap, ids: tuple[str, ...], target: str | None) -> None:
    known = {**argument_map.claim, **argument_map.question, **argument_map.group}
    for name in ids:
        if name not in known:
            raise unknown(name, "claim, question or group", known)
    if target is None:
        return
    if target not in argument_map.group:
        raise unknown(target, "group", argument_map.group)
    around: str | None = target
    seen: set[str] = set()
    while around is not None and around not in seen:
        if around in ids:
            raise RefusedError(f"the group `{around}` cannot lie in itself")
        seen.add(around)
        found = argument_map.group.get(around)
        around = found.parent if found else None
