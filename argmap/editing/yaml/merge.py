"""One claim of two that say the same."""

from collections.abc import Collection, Iterator
from dataclasses import replace as altered

from argmap.core.model import ArgumentMap, Claim, RelationKind
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Merge
from argmap.editing.yaml.draft import Draft, Path
from argmap.editing.yaml.entries import (
    add_item,
    field_path,
    known_path,
    remove_fields,
    remove_items,
    said_at,
    set_field,
)
from argmap.editing.yaml.names import known_claim, successor
from argmap.editing.yaml.replacement import replace
from argmap.editing.yaml.steps import Step, Steps, absorb, drop, move, settle, steps_of
from argmap.formats.native.build import normal_id
from argmap.formats.native.short_forms import citations, share
from argmap.formats.native.yaml_text import Free

_SINGLE = ("title", "score", "assumed", "note", "link", "colour", "data")


def merge(argument_map: ArgumentMap, operation: Merge) -> Edits:
    """Make one claim of two; see `Merge` for what is refused."""
    kept, gone = known_claim(argument_map, operation.kept), known_claim(argument_map, operation.gone)
    if kept is gone:
        raise RefusedError(f"`{kept.id}` cannot be merged with itself")
    choice = None if operation.text is None else normal_id(operation.text)
    if choice not in (None, kept.id, gone.id):
        raise RefusedError(f"the wording can be that of `{kept.id}` or of `{gone.id}`, not of `{operation.text}`")
    _refuse_between(argument_map, kept, gone)
    assert argument_map.origin is not None
    draft = Draft(argument_map.origin)
    steps = steps_of(draft, argument_map)
    notes = [*_united(draft, kept, gone, choice), *_relations(steps, kept.id, gone.id)]
    for group in argument_map.groups:
        path = known_path(draft, "groups", group.id)
        if kept.id in group.members:
            remove_items(draft, path, "members", lambda item: normal_id(str(item)) == gone.id)
        else:
            _exchange(draft, field_path(draft, path, "members"), gone.id, kept.id)
    remove_fields(draft, [known_path(draft, "claims", gone.id)])
    settle(steps)
    return Edits(draft.edits(), tuple(notes))


def _refuse_between(argument_map: ArgumentMap, kept: Claim, gone: Claim) -> None:
    """Refuse to merge claims of which one attacks the other, or whose support of each other is undercut."""
    targets = {item.target: item for item in reversed(argument_map.relations)}
    for relation in argument_map.relations:
        if not _is_between(relation.premises, relation.target, kept.id, gone.id):
            continue
        if relation.kind is not RelationKind.SUPPORT:
            what = "conflict" if relation.kind is RelationKind.CONFLICT else "attack"
            raise RefusedError(
                f"there is a {what} between `{kept.id}` and `{gone.id}`".replace("a attack", "an attack"),
                "claims that speak against each other cannot be one",
                relation.spans["relation"],
            )
        if relation.id in targets:
            raise RefusedError(
                f"`{relation.id}` would be gone, and something undercuts it",
                "remove the undercut first",
                targets[relation.id].spans["relation"],
            )


def _is_between(premises: tuple[str, ...], target: str, kept: str, gone: str) -> bool:
    return (kept in premises and target == gone) or (gone in premises and target == kept)


def _united(draft: Draft, kept: Claim, gone: Claim, choice: str | None) -> Iterator[str]:
    """Give the claim that stays what both have; yields a note on what they differ in."""
    path = known_path(draft, "claims", kept.id)
    wording, other = (gone.text, kept.text) if choice == gone.id else (kept.text, gone.text)
    wording, other = (wording, other) if wording else (other, wording)
    if wording != kept.text:
        set_field(draft, path, "text", wording)
    for name in ("answers", "by", "cites", "tags"):
        own = getattr(kept, name)
        for item in dict.fromkeys(getattr(gone, name)):
            if item not in own:
                add_item(draft, path, name, citations((item,)) if name == "cites" else item)
    for text in dict.fromkeys((*gone.restatements, other)):
        if text and text != wording and text not in kept.restatements:
            add_item(draft, path, "restatements", text)
    for name in ("implicit", "hidden"):
        if getattr(kept, name) and not getattr(gone, name):
            set_field(draft, path, name, None)
    differing = [] if kept.kind is gone.kind else ["kind"]
    for name in _SINGLE:
        own, value = getattr(kept, name), getattr(gone, name)
        if own in (None, {}) and value not in (None, {}):
            is_data = name == "data"
            set_field(draft, path, name, Free(value) if is_data else share(value) if name == "score" else value)
        elif own != value and value not in (None, {}):
            differing.append(name)
    if differing:
        fields = ", ".join(f"`{name}`" for name in differing)
        yield f"`{kept.id}` keeps its own {fields}; `{gone.id}` had something else"


def _relations(steps: Steps, kept: str, gone: str) -> Iterator[str]:
    """Let the relations of the one be those of the other; yields notes on what they lose."""
    between = [it for it in steps if _is_between(it.premises, it.relation.target, kept, gone)]
    for step in between:
        yield f"the support `{step.relation.id}` between the two is gone"
    drop(steps, between)
    touched = {step for step in steps if gone in (*step.premises, step.relation.target)}
    steps.instead[gone] = kept
    for step in steps:
        if step.fields.argument == gone:
            step.fields = altered(step.fields, argument=kept)
            set_field(steps.draft, steps.path(step), "argument", kept)
    for step in touched:
        step.premises = tuple(dict.fromkeys(kept if name == gone else name for name in step.premises))
    absorbed: list[Step] = []
    while pair := _equal_pair(steps, touched, absorbed):
        stays, goes = pair
        touched |= {step for step in steps if step.relation.target == goes.relation.id}
        if goes.id and not stays.id:
            stays.id = goes.id
            set_field(steps.draft, steps.path(stays), "id", goes.id)
        elif goes.id:
            yield f"`{goes.id}` is part of `{stays.id}`"
        yield from absorb(steps, stays, [goes])
        absorbed.append(goes)
    drop(steps, absorbed)
    for step in [*steps]:
        _carry_over(steps, step, kept, gone)


def _equal_pair(steps: Steps, touched: set[Step], absorbed: Collection[Step]) -> tuple[Step, Step] | None:
    """Two relations that the merge has made equal: the one that stays, and the one that goes."""
    first: dict[object, Step] = {}
    for step in steps:
        if step in absorbed:
            continue
        other = first.setdefault(_sense(steps, step), step)
        if other is not step and (step in touched or other in touched):
            return (step, other) if other in touched and step not in touched else (other, step)
    return None


def _sense(steps: Steps, step: Step) -> object:
    """What relations with the same kind and ends have in common; a conflict has no direction."""
    target = successor(step.relation.target, steps.instead)
    if step.relation.kind is RelationKind.CONFLICT:
        return step.relation.kind, frozenset((*step.premises, target))
    return step.relation.kind, frozenset(step.premises), target


def _carry_over(steps: Steps, step: Step, kept: str, gone: str) -> None:
    """Let a relation start from the claim that stays."""
    draft = steps.draft
    if gone not in step.relation.premises:
        return
    place, _ = steps.place(step)
    if place[0] == "claims" and normal_id(str(place[1])) == gone:
        move(steps, step, (*known_path(draft, "claims", kept), place[2]))
    else:
        found = field_path(draft, steps.path(step), steps.premises_field(step))
        is_there = place[0] == "claims" and step.premises[0] == kept
        _exchange(draft, found, gone, None if is_there else kept)


def _exchange(draft: Draft, found: Path | None, gone: str, kept: str | None) -> None:
    """Put one name where another stands in a list, once; None takes the other out."""
    said = None if found is None else said_at(draft, found)
    names = [normal_id(str(item)) for item in (said if isinstance(said, list) else [said])]
    if found is None or gone not in names:
        return
    numbers = [number for number, item in enumerate(names) if item in (gone, kept)]
    first, *rest = [(*found, number) if isinstance(said, list) else found for number in numbers]
    if kept is None:
        rest.append(first)
    elif names[numbers[0]] == gone:
        replace(draft, first, kept)
    if rest:
        remove_fields(draft, rest)
