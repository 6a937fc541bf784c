"""Linked premises made independent: each that leaves is a reason of its own."""

from argmap.core.model import ArgumentMap, Relation
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Unlink
from argmap.editing.yaml.draft import Draft
from argmap.editing.yaml.entries import remove_items
from argmap.editing.yaml.names import known_relation
from argmap.editing.yaml.steps import insert_beside, settle, steps_of
from argmap.formats.native.build import normal_id


def unlink(argument_map: ArgumentMap, operation: Unlink) -> Edits:
    """Make linked premises independent; see `Unlink` for what is refused."""
    relation = known_relation(argument_map, operation.relation)
    leaving = _leaving(relation, operation.premises)
    assert argument_map.origin is not None
    draft = Draft(argument_map.origin)
    steps = steps_of(draft, argument_map)
    step = steps.of(relation)
    remove_items(draft, steps.path(step), steps.premises_field(step), lambda item: normal_id(str(item)) in leaving)
    step.premises = tuple(name for name in relation.premises if name not in leaving)
    for name in leaving:
        insert_beside(steps, Relation("", relation.kind, (name,), relation.target, scheme=relation.scheme), step)
    settle(steps)
    return Edits(draft.edits())


def _leaving(relation: Relation, typed: tuple[str, ...]) -> tuple[str, ...]:
    """The premises that leave a relation, each once."""
    first, *linked = dict.fromkeys(relation.premises)
    if not linked:
        raise RefusedError(f"`{relation.id}` has no linked premises", place=relation.spans["relation"])
    leaving = tuple(dict.fromkeys(map(normal_id, typed))) or tuple(linked)
    for name in leaving:
        if name == first:
            raise RefusedError(
                f"`{name}` is the first premise of `{relation.id}` and stays with it",
                f"let the others leave it: {', '.join(linked)}",
            )
        if name not in linked:
            raise RefusedError(
                f"`{name}` is no premise of `{relation.id}`", f"its premises are {', '.join(relation.premises)}"
            )
    return leaving
