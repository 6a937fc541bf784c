"""Fields of a heading: its words, its tags, its place among the others, and what stands in its braces."""

from dataclasses import replace
from typing import Any

from argmap.core.model import Group
from argmap.core.registry import did_you_mean
from argmap.editing.argdown.data import in_braces, in_data
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.meant import Thing
from argmap.editing.argdown.move_group import move_group
from argmap.editing.argdown.names import names_in
from argmap.editing.argdown.rename import reheading
from argmap.editing.argdown.sections import heading_of
from argmap.editing.argdown.tags import tagged
from argmap.editing.argdown.values import flag, free, new_list, single
from argmap.editing.argdown.wording import no_words
from argmap.editing.argdown.work import Work
from argmap.editing.base import RefusedError
from argmap.editing.operations import Value
from argmap.formats.argdown.text.syntax import Heading

_OWN = ("note", "closed", "hidden", "colour")
_FIELDS = ("title", "parent", "tags", *_OWN)


def set_group_field(work: Work, number: int, name: str, value: Value) -> None:
    """Give a field of a group another value; `number` is the place of the group in the map."""
    group = work.map.groups[number]
    reading = work.reading
    section = next(it for it, name in reading.groups.items() if name == group.id)
    heading = heading_of(reading, section)
    if name == "title":
        own = [it for it in names_in(reading, work.map) if (it.id, it.kind) == (group.id, "group")]
        given = any(it.form == "id" and it.is_definition for it in own)
        reheading(work, work.map, Thing("group", group.id, section), own, single(name, value) or "", has_own_id=given)
        return
    if name == "parent":
        move_group(work, group.id, single(name, value))
        return
    if name == "tags":
        made = replace(group, tags=new_list(group.tags, value))
        work.apply(tagged(reading, [heading], heading, group.tags, made.tags))
    elif name.startswith("data."):
        key, said = name.removeprefix("data."), free(value)
        path = ("data",) if reading.has_fields else ()
        work.apply(in_data(reading, heading.braces, heading.place.end, path=path, key=key, value=said))
        data = {it: content for it, content in group.data.items() if it != key}
        made = replace(group, data=data if said is None else {**data, key: said})
        if key == "isClosed" and not reading.has_fields:
            made = replace(made, closed=said is True)
    else:
        made = _own(work, group, heading, name, value)
    must_say(work, replace(work.map, groups=tuple(made if it is group else it for it in work.map.groups)))


def _own(work: Work, group: Group, heading: Heading, name: str, value: Value) -> Group:
    if name not in _FIELDS:
        near = did_you_mean(name, _FIELDS)
        raise RefusedError(f"a group has no field `{name}`", f"did you mean `{near}`?" if near else None)
    if not work.reading.has_fields:
        told = {"closed": "isClosed=true", "hidden": "isGroup=false", "colour": "color='#rrggbb'"}.get(name)
        if told:
            raise RefusedError(f"Argdown has data for `{name}`", f"set data.{told}")
        raise no_words(name)
    said: Any = single(name, value)
    typed = said
    if name in ("closed", "hidden"):
        said, typed = bool(flag(name, value)), flag(name, value) or None
    work.apply(in_braces(work.reading, heading.braces, heading.place.end, {name: typed}))
    return replace(group, **{name: said})
