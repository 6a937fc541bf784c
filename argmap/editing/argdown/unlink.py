"""Linked premises set apart: rows leave a structure and become relations of their own."""

from dataclasses import replace

from argmap.core.model import ArgumentMap, Relation
from argmap.editing.argdown import meant
from argmap.editing.argdown.add import add_sign
from argmap.editing.argdown.cutting import Cut, without
from argmap.editing.argdown.ends import is_simple
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.relations import Relations
from argmap.editing.argdown.steps import add_step
from argmap.editing.argdown.wording import named
from argmap.editing.argdown.work import Work
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Unlink
from argmap.formats.argdown.text.syntax import Line, Row


def unlink(argument_map: ArgumentMap, operation: Unlink) -> Edits:
    """Make linked premises independent: each row that leaves the structure gets a sign, or a structure if a scheme.

    Raises:
        RefusedError: The relation is no step of a structure with a single line, or its first premise would leave it.
    """
    work = Work(argument_map)
    reading = work.reading
    relation = meant.relation(argument_map, operation.relation)
    first, *linked = dict.fromkeys(relation.premises)
    leaving = [meant.claim(reading, argument_map, name)[0] for name in operation.premises] or linked
    if not leaving:
        raise RefusedError(f"`{relation.id}` has a single premise")
    if not set(leaving) <= set(linked):
        raise RefusedError(
            f"`{first}` is the first premise of `{relation.id}`"
            if first in leaving
            else f"`{relation.id}` has no such premise"
        )
    finder = Relations(reading, argument_map)
    inference = finder.said(relation).inference
    structure = finder.structure_of(inference) if inference else None
    lines = [it for it in structure.parts if isinstance(it, Line)] if structure else []
    if structure is None or len(lines) != 1:
        place = reading.span(structure.place) if structure else None
        raise RefusedError("this relation is a step of a larger structure", "take its rows out by hand", place)
    every = [it for it in structure.parts if isinstance(it, Row)]
    data = [it.braces.value for it in (lines[0], every[-1].element) if it.braces is not None]
    if any(isinstance(it, dict) and not {"uses", "from"}.isdisjoint(it) for it in data):
        raise RefusedError("this structure says by number what its conclusion is drawn from", "edit it by hand")
    for name in leaving:
        named(reading.named(name)[0])
    titles = {name: reading.named(name)[0].title for name in leaving}
    gone = [reading.named(name)[0] for name in leaving]
    rows = [it for it in every[:-1] if reading.entry(it.element) in gone]
    work.apply(without(reading, Cut(rows=rows)))
    new = [Relation("", relation.kind, (name,), relation.target, scheme=relation.scheme) for name in leaving]
    kept = replace(relation, premises=tuple(it for it in relation.premises if it not in leaving))
    rest = tuple(kept if it is relation else it for it in argument_map.relations)
    between = replace(argument_map, relations=rest)
    must_say(work, between)
    for item in new:
        now = work.reading.ids[work.reading.debate.statements[titles[item.premises[0]]]]
        fresh = replace(item, premises=(now,))
        if is_simple(fresh):
            add_sign(work, fresh)
        else:
            add_step(work, fresh)
        work.map = work.map_now()
    must_say(work, replace(argument_map, relations=(*rest, *new)))
    return work.edits()
