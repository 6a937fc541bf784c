"""Linked premises of several relations or claims: they only count together."""

from itertools import chain

from argmap.core.model import ArgumentMap, Relation, RelationKind
from argmap.core.source import Span
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Link
from argmap.editing.yaml.draft import Draft
from argmap.editing.yaml.entries import add_item
from argmap.editing.yaml.names import known_relation, relation_of, unknown
from argmap.editing.yaml.steps import absorb, drop, settle, steps_of
from argmap.formats.native.build import normal_id


def link(argument_map: ArgumentMap, operation: Link) -> Edits:
    """Make linked premises of several; see `Link` for what is refused."""
    relation = known_relation(argument_map, operation.relation)
    if relation.kind is RelationKind.CONFLICT:
        raise RefusedError(f"`{relation.id}` is a conflict, which has no linked premises", place=_place(relation))
    if not operation.others:
        raise RefusedError(f"nothing is given to be linked with `{relation.id}`")
    found = [_joining(argument_map, relation, name) for name in operation.others]
    assert argument_map.origin is not None
    draft = Draft(argument_map.origin)
    steps = steps_of(draft, argument_map)
    step = steps.of(relation)
    others = [
        steps.of(argument_map.relation[name])
        for name in dict.fromkeys(it.id for it in found if isinstance(it, Relation))
    ]
    names = chain.from_iterable(it.premises if isinstance(it, Relation) else (it,) for it in found)
    premises = [name for name in dict.fromkeys(names) if name not in relation.premises]
    for name in premises:
        add_item(draft, steps.path(step), steps.premises_field(step), name)
    step.premises = (*relation.premises, *premises)
    notes = tuple(absorb(steps, step, others))
    drop(steps, others)
    settle(steps)
    return Edits(draft.edits(), notes)


def _joining(argument_map: ArgumentMap, relation: Relation, name: str) -> Relation | str:
    """A relation that is to be linked with another one, or the id of a claim that is to become a premise."""
    if normal_id(name) in argument_map.claim:
        return normal_id(name)
    other = relation_of(argument_map, name)
    if other is None:
        raise unknown(name, "claim or relation", [*argument_map.claim, *argument_map.relation])
    if other is relation:
        raise RefusedError(f"`{relation.id}` cannot be linked with itself", place=_place(relation))
    if (other.kind, other.target) != (relation.kind, relation.target):
        raise RefusedError(
            f"`{other.id}` is no {relation.kind.value} of `{relation.target}`, as `{relation.id}` is",
            "only reasons of one kind for or against the same thing can be linked",
            _place(other),
        )
    return other


def _place(relation: Relation) -> Span:
    return relation.spans["relation"]
