"""Something new in a map: an entry of a section, or a relation in the claim that it starts from."""

from dataclasses import replace as altered
from typing import Any

from argmap.core.model import ArgumentMap, Claim, Group, Question, Relation, RelationKind, Source, Speaker
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Add
from argmap.editing.yaml.draft import Draft
from argmap.editing.yaml.entries import add_entry, add_item, entry_path, known_path, set_field
from argmap.editing.yaml.names import free_name, relation_of, shared_names, unknown
from argmap.editing.yaml.standing import standings
from argmap.editing.yaml.steps import Step, Steps, settle, steps_of
from argmap.editing.yaml.syntax import Sequence
from argmap.formats.native.short_forms import entries, one, standing_apart
from argmap.formats.native.writing import INLINE, claim_entry, group_entry, inline_form
from argmap.formats.native.yaml_text import Rows

_FIELDS = {
    "questions": ("text", "title", "cites", "tags", "note"),
    "speakers": ("name", "role", "link"),
    "sources": ("title", "author", "date", "link", "text", "paragraphs"),
}
_SECTIONS: dict[type, str] = {
    Claim: "claims",
    Question: "questions",
    Speaker: "speakers",
    Source: "sources",
    Group: "groups",
}


def add(argument_map: ArgumentMap, operation: Add) -> Edits:
    """Add something; see `Add` for where it is put and what is refused."""
    assert argument_map.origin is not None
    draft = Draft(argument_map.origin)
    steps = steps_of(draft, argument_map)
    entity = operation.entity
    if isinstance(entity, Relation):
        add_relation(draft, steps, argument_map, entity)
    else:
        _add_entry(draft, steps, argument_map, operation)
    settle(steps)
    return Edits(draft.edits())


def _add_entry(draft: Draft, steps: Steps, argument_map: ArgumentMap, operation: Add) -> None:
    entity = operation.entity
    section = _SECTIONS[type(entity)]
    known = {"speakers": argument_map.speaker, "sources": argument_map.source}.get(section, shared_names(argument_map))
    name = free_name(entity.id, known)
    relations = tuple(_checked(argument_map, item, new=name) for item in operation.relations)
    is_apart = stand_apart(draft)
    key = _after(draft, argument_map, section, operation.after)
    add_entry(draft, section, name, _form(entity, () if is_apart else relations), after=key)
    if is_apart:
        for item in relations:
            _append(draft, steps, item)
    else:
        for item in relations:
            steps.places.setdefault(("claims", name, INLINE[item.kind]), []).append(_step(item))
    if operation.group is not None:
        if operation.group not in argument_map.group:
            raise unknown(operation.group, "group", argument_map.group)
        path = known_path(draft, "groups", operation.group)
        add_item(draft, path, "members", name if _has_members(argument_map, operation.group) else [name])


def _has_members(argument_map: ArgumentMap, group: str) -> bool:
    return bool(argument_map.group[group].members)


def _after(draft: Draft, argument_map: ArgumentMap, section: str, after: str | None) -> str | None:
    """The key of the entry behind which the new one is put."""
    if after is None:
        return None
    path = entry_path(draft, section, after)
    if path is None:
        known = argument_map.question if section == "questions" else argument_map.claim
        raise unknown(after, section.removesuffix("s"), known)
    return str(path[1])


def _form(entity: Any, relations: tuple[Relation, ...]) -> Any:
    """An entry as it is typed."""
    if isinstance(entity, Claim):
        inline: dict[str, list[Any]] = {}
        for item in relations:
            form = inline_form(item, item.id if item.named else None)
            inline.setdefault(INLINE[item.kind], []).append(form)
        return claim_entry(entity, {name: one(forms) for name, forms in inline.items()})
    if isinstance(entity, Group):
        return group_entry(entity)
    section = _SECTIONS[type(entity)]
    found: Any = entries(section, [entity], *_FIELDS[section])[section][entity.id]
    return found


def stand_apart(draft: Draft) -> bool:
    """Whether a file keeps its relations in a list of their own."""
    found = [item.claim is None for item in standings(draft)]
    return bool(found) and all(found)


def add_relation(draft: Draft, steps: Steps, argument_map: ArgumentMap, given: Relation) -> None:
    """Put a relation into the claim that it starts from, or into the list if the file keeps one."""
    relation = _checked(argument_map, given)
    path = entry_path(draft, "claims", relation.premises[0])
    if path is None or stand_apart(draft):
        _append(draft, steps, relation)
        return
    field = INLINE[relation.kind]
    form = inline_form(relation, relation.id if relation.named else None)
    add_item(draft, path, field, form)
    steps.places.setdefault((*path, field), []).append(_step(relation))


def _append(draft: Draft, steps: Steps, relation: Relation) -> None:
    """Put a relation at the end of the list of relations."""
    form = standing_apart(relation, relation.id if relation.named else None)
    node = draft.find(("relations",))
    if isinstance(node, Sequence) and node.items:
        add_item(draft, (), "relations", form)
    else:
        set_field(draft, (), "relations", Rows([form]))
    steps.places.setdefault(("relations",), []).append(_step(relation))


def _step(relation: Relation) -> Step:
    return Step(relation, relation.premises, is_new=True, id=relation.id if relation.named else None)


def _checked(argument_map: ArgumentMap, relation: Relation, new: str | None = None) -> Relation:
    """A relation with its ends in their one spelling.

    Raises:
        RefusedError: Its id is taken, or an end is not in the map.
    """
    if relation.named:
        free_name(relation.id, {*shared_names(argument_map), new or ""})
    for premise in relation.premises:
        if premise not in argument_map.claim and premise != new:
            raise unknown(premise, "claim", argument_map.claim)
    if relation.kind is RelationKind.CONFLICT and len(relation.premises) > 1:
        raise RefusedError("a conflict has one premise")
    return altered(relation, target=target_of(argument_map, relation.target, new))


def target_of(argument_map: ArgumentMap, typed: str, new: str | None = None) -> str:
    """The id that a target stands for.

    Raises:
        RefusedError: There is no claim and no relation of this name.
    """
    if typed in argument_map.claim or typed == new:
        return typed
    found = relation_of(argument_map, typed)
    if found is None:
        raise unknown(typed, "claim or relation", {*argument_map.claim, *argument_map.relation})
    return found.id
