"""A new heading in an Argdown text."""

from dataclasses import replace

from argmap.core.ids import slug
from argmap.core.model import ArgumentMap, Group
from argmap.editing.argdown import meant
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.layout import Layout
from argmap.editing.argdown.move_claim import move_claim
from argmap.editing.argdown.move_group import move_group
from argmap.editing.argdown.sections import extent, heading_of
from argmap.editing.argdown.wording import no_words, tag_form, typed_words
from argmap.editing.argdown.work import Change, Work
from argmap.editing.base import Edits, RefusedError
from argmap.formats.argdown.writing.data_text import braces
from argmap.formats.native.short_forms import said


def add_group(argument_map: ArgumentMap, group: Group) -> Edits:
    """Add a heading at the end of the group around it, or of the text, and put its members under it.

    Raises:
        RefusedError: The id is taken, or a member cannot be moved.
    """
    work = Work(argument_map)
    if group.id in meant.taken(argument_map):
        raise RefusedError(f"the id `{group.id}` is taken")
    parent = None if group.parent is None else meant.section(work.reading, argument_map, group.parent)
    reading = work.reading
    layout = Layout(reading)
    title = " ".join(group.title.split())
    level = 1 if parent is None else parent[1].level + 1
    tags = "".join(f" {tag_form(tag)}" for tag in group.tags)
    fields = _fields(group, title, has_fields=reading.has_fields)
    line = f"{'#' * level} {typed_words(title, reading)}{tags}{f' {braces(fields)}' if fields else ''}"
    if parent is None:
        work.apply_edits([layout.at_end(line)])
    else:
        at = len(layout.text[: extent(reading, layout, heading_of(reading, parent[1]))[1]].rstrip())
        work.apply([Change(at, at, f"\n\n{line}", is_behind=True)])
    made = replace(group, title=title, members=(), parent=parent[0] if parent else None)
    must_say(work, replace(argument_map, groups=(*argument_map.groups, made)))
    name = next(it.id for it in work.map.groups if it.title == title and it.id not in argument_map.group)
    if name != group.id:
        work.notes.append(f"the id of the group `{title}` is `{name}`: in Argdown, ids are made from headings")
    for member in group.members:
        found = meant.thing(work.reading, work.map, member)
        if found.kind == "group":
            move_group(work, found.id, name)
        else:
            left = [it.title for it in work.map.groups if found.id in it.members]
            move_claim(work, found.id, name)
            work.notes += [f"`{found.id}` is no longer in `{it}`: a claim stands under one heading" for it in left]
    return work.edits()


def _fields(group: Group, title: str, *, has_fields: bool) -> dict[str, object]:
    told = said(note=group.note, closed=group.closed or None, hidden=group.hidden or None, colour=group.colour)
    if has_fields:
        return said(id=None if slug(title) == group.id else group.id) | told | said(data=dict(group.data))
    for name in told:
        raise no_words(name)
    return dict(group.data)
