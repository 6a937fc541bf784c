"""Two claims of one that says two things."""

from dataclasses import replace

from argmap.core.model import ArgumentMap, Claim, RelationKind
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Split
from argmap.editing.yaml.draft import Draft
from argmap.editing.yaml.entries import add_entry, add_item, items_of, known_path, set_field
from argmap.editing.yaml.names import free_name, known_claim, shared_names
from argmap.editing.yaml.steps import Step, Steps, insert, settle, steps_of
from argmap.formats.native.build import normal_id
from argmap.formats.native.short_forms import alone, citations, one, said
from argmap.formats.native.writing import INLINE


def split(argument_map: ArgumentMap, operation: Split) -> Edits:
    """Make two claims of one; see `Split` for what is refused."""
    claim = known_claim(argument_map, operation.id)
    new = free_name(operation.new, shared_names(argument_map))
    if not operation.first.strip() or not operation.second.strip():
        raise RefusedError("a claim needs a text")
    assert argument_map.origin is not None
    draft = Draft(argument_map.origin)
    steps = steps_of(draft, argument_map)
    path = known_path(draft, "claims", claim.id)
    set_field(draft, path, "text", operation.first)
    add_entry(draft, "claims", new, _second(claim, operation), after=str(path[-1]))
    for step in [step for step in steps if claim.id in step.premises]:
        if operation.linked and step.relation.kind is not RelationKind.CONFLICT:
            add_item(draft, steps.path(step), steps.premises_field(step), new)
            step.premises = (*step.premises, new)
        else:
            _repeat(steps, step, claim.id, new)
    for group in argument_map.groups:
        _join(draft, group.id, claim.id, new)
    settle(steps)
    return Edits(draft.edits())


def _second(claim: Claim, operation: Split) -> object:
    """The new claim as it is typed."""
    fields = said(
        text=operation.second.strip(),
        title=operation.title,
        answers=one(claim.answers),
        by=one(claim.by),
        cites=citations(claim.cites),
        implicit=claim.implicit or None,
        tags=one(claim.tags),
    )
    return alone(fields, "text")


def _repeat(steps: Steps, step: Step, old: str, new: str) -> None:
    """A second relation with the new claim in place of the old one: in the new claim, or behind the first relation."""
    premises = tuple(new if name == old else name for name in step.premises)
    relation = replace(step.relation, id="", named=False, premises=premises)
    path, number = steps.place(step)
    if path[0] == "claims" and step.premises[0] == old:
        insert(steps, relation, ("claims", new, INLINE[relation.kind]))
    else:
        insert(steps, relation, path, number + 1)


def _join(draft: Draft, group: str, old: str, new: str) -> None:
    """Put the new claim behind the old one where a group has that."""
    path = known_path(draft, "groups", group)
    members = [normal_id(str(name)) for name in items_of(draft, path, "members")]
    for number in reversed(range(len(members))):
        if members[number] == old:
            add_item(draft, path, "members", new, number=number + 1)
