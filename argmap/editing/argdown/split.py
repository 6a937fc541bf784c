"""Two claims made of one that says two things."""

from dataclasses import replace

from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.editing.argdown import meant
from argmap.editing.argdown.add import add_sign
from argmap.editing.argdown.claim_fields import home, set_claim_field
from argmap.editing.argdown.ends import is_simple
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.layout import Layout, end_of
from argmap.editing.argdown.link import link_premises
from argmap.editing.argdown.reading import Standing
from argmap.editing.argdown.relations import Relations
from argmap.editing.argdown.steps import add_step
from argmap.editing.argdown.wording import claim_line, title_for
from argmap.editing.argdown.work import Change, Work
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Split
from argmap.formats.argdown.to_map.entries import Entry


def split(argument_map: ArgumentMap, operation: Split) -> Edits:
    """Make two claims of one; the second stands behind the first, below what both are aimed at.

    Raises:
        RefusedError: The id is taken, or the two cannot be linked in Argdown.
    """
    work = Work(argument_map)
    known, _ = meant.claim(work.reading, argument_map, operation.id)
    if operation.new in meant.taken(argument_map):
        raise RefusedError(f"the id `{operation.new}` is taken")
    number = [it.id for it in argument_map.claims].index(known)
    set_claim_field(work, number, "text", operation.first)
    before = work.map.claims[number]
    new = Claim(
        operation.new,
        operation.second,
        operation.title,
        answers=before.answers,
        by=before.by,
        cites=before.cites,
        implicit=before.implicit,
        tags=before.tags,
    )
    premise = [it for it in work.map.relations if before.id in it.premises]
    is_linked = operation.linked and any(it.kind is not RelationKind.CONFLICT for it in premise)
    _beside(work, number, new, premise, is_linked=is_linked)
    for relation in premise if is_linked else ():
        if relation.kind is not RelationKind.CONFLICT:
            _link(work, number, relation, new)
    return work.edits()


def _beside(work: Work, number: int, new: Claim, premise: list[Relation], *, is_linked: bool) -> None:
    """Write the new claim behind the other one, with relations like those that it has."""
    reading, argument_map = work.reading, work.map
    claim = argument_map.claims[number]
    entry = reading.named(claim.id)[0]
    title = title_for(new, reading)
    wanted = [it for it in premise if not is_linked or it.kind is RelationKind.CONFLICT]
    relations = [_like(it, claim.id, new.id) for it in wanted]
    finder = Relations(reading, argument_map)
    beside = _sibling(finder, entry, claim, wanted)
    said: Relation | None = None
    layout = Layout(reading)
    if beside is not None:
        standing, said = beside
        assert standing.sign is not None
        indent = layout.indent(standing.sign.place.start)
        sign = reading.typed(standing.sign.place).strip()
        at = layout.line_end(end_of(standing.element))
        work.apply([Change(at, at, f"\n{indent}{sign} {claim_line(new, title, reading, indent)}", is_behind=True)])
    else:
        block = home(reading, entry).block
        work.apply([layout.behind_block(block, claim_line(new, title, reading))])
    found = _entry(work, new, title)
    name = work.reading.ids[found]
    expected = _with_new(work, argument_map, replace(new, id=name, title=title), claim, [said] if said else [])
    must_say(work, expected)
    if name != new.id:
        work.notes.append(f"the id of the new claim is `{name}`: in Argdown, ids are made from titles")
    for relation, old in zip(relations, wanted, strict=True):
        if old is said:
            continue
        made = replace(relation, premises=tuple(name if it == new.id else it for it in relation.premises))
        expected = replace(work.map, relations=(*work.map.relations, made))
        if is_simple(made):
            add_sign(work, made)
        else:
            add_step(work, made)
        must_say(work, expected)


def _entry(work: Work, new: Claim, title: str | None) -> Entry:
    if title is None:
        raise RefusedError("the new claim needs a title", "give it one: --title")
    return work.reading.debate.statements[title]


def _like(relation: Relation, old: str, new: str) -> Relation:
    """A relation like another one, with the new claim in the place of the old one and no id of its own."""
    return replace(relation, premises=tuple(new if it == old else it for it in relation.premises), named=False)


def _sibling(finder: Relations, entry: Entry, claim: Claim, wanted: list[Relation]) -> tuple[Standing, Relation] | None:
    """The place behind which the new claim can stand nested, and the relation that is said by standing there."""
    for relation in wanted:
        for item in finder.said(relation).signs:
            if finder.reading.entry(item.element) is entry and relation.premises[0] == claim.id and is_simple(relation):
                return item, relation
    return None


def _with_new(work: Work, argument_map: ArgumentMap, new: Claim, claim: Claim, said: list[Relation]) -> ArgumentMap:
    """The map with the new claim, in the groups of the other one."""
    found = work.map_now()
    inside = {it.title for it in found.groups if new.id in it.members}
    shown = None if work.reading.has_fields and new.title == new.id else new.title
    return replace(
        argument_map,
        claims=(*argument_map.claims, replace(new, title=shown)),
        relations=(*argument_map.relations, *(_like(it, claim.id, new.id) for it in said)),
        groups=tuple(
            replace(it, members=(*it.members, new.id)) if it.title in inside else it for it in argument_map.groups
        ),
    )


def _link(work: Work, number: int, relation: Relation, new: Claim) -> None:
    """Link the new claim to the old one as a premise."""
    name = next(it.id for it in work.map.claims if it.text == new.text and it.id not in relation.premises)
    now = work.map.relation.get(relation.id)
    if now is None:
        raise RefusedError("the two cannot be linked in this text", "leave them apart: --apart")
    made = replace(now, premises=(*now.premises, name))
    expected = replace(work.map, relations=tuple(made if it is now else it for it in work.map.relations))
    try:
        link_premises(work, now, [], made)
    except RefusedError as refused:
        raise RefusedError(refused.message, "leave the two apart: --apart") from refused
    must_say(work, expected)
