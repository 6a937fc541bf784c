"""Another kind or target for a relation, in the claim that it stands in or apart."""

from dataclasses import replace as altered

from argmap.core.model import ArgumentMap, RelationKind
from argmap.core.registry import did_you_mean
from argmap.editing.base import RefusedError
from argmap.editing.yaml.add import target_of
from argmap.editing.yaml.entries import add_item, field_path, remove_fields, set_field
from argmap.editing.yaml.replacement import rename_key
from argmap.editing.yaml.steps import Step, Steps
from argmap.formats.native.writing import INLINE, inline_form


def set_target(steps: Steps, argument_map: ArgumentMap, step: Step, typed: str) -> None:
    """Aim a relation at something else."""
    path = steps.path(step)
    target = target_of(argument_map, typed)
    if target == step.relation.id:
        raise RefusedError(f"`{target}` cannot be aimed at itself")
    step.relation = altered(step.relation, target=target)
    set_field(steps.draft, path, "target" if path[0] == "relations" else "to", target)


def set_kind(steps: Steps, argument_map: ArgumentMap, step: Step, typed: str) -> None:
    """Let a relation do something else to its target."""
    kinds = [kind.value for kind in RelationKind]
    if typed not in kinds:
        near = did_you_mean(typed, kinds)
        raise RefusedError(
            f"`{typed}` is no kind of relation",
            f"did you mean `{near}`?" if near else "`support`, `attack`, `conflict`",
        )
    kind = RelationKind(typed)
    if kind is step.relation.kind:
        return
    if kind is RelationKind.CONFLICT and len(step.premises) > 1:
        raise RefusedError(f"`{step.relation.id}` has linked premises, and a conflict has one premise")
    path = steps.path(step)
    step.relation = altered(step.relation, kind=kind)
    if path[0] == "relations":
        set_field(steps.draft, path, "kind", typed)
    else:
        _to_other_field(steps, step, str(path[1]), str(path[2]))


def _to_other_field(steps: Steps, step: Step, claim: str, old: str) -> None:
    """Put a relation under another key of its claim: the key is renamed if nothing else stands there."""
    draft = steps.draft
    entry = ("claims", claim)
    new = INLINE[step.relation.kind]
    here, there = (*entry, old), (*entry, new)
    if len(steps.places[here]) == 1 and field_path(draft, entry, new) is None:
        rename_key(draft, here, new)
        steps.places[there] = steps.places.pop(here)
        return
    form = inline_form(altered(step.relation, premises=step.premises), step.id)
    remove_fields(draft, [steps.path(step)])
    steps.places[here] = [item for item in steps.places[here] if item is not step]
    add_item(draft, entry, new, form)
    steps.places.setdefault(there, []).append(step)
