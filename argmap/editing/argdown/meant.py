"""Finds what the names in an operation stand for: in Argdown, things may be called by their ids or by their titles."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from argmap.core.model import ArgumentMap, Relation
from argmap.core.registry import did_you_mean
from argmap.editing.argdown.reading import Reading
from argmap.editing.argdown.wording import bare_title
from argmap.editing.base import Kind, RefusedError
from argmap.editing.yaml.names import relation_of
from argmap.formats.argdown.debate.model import Argument, Section
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.native.build import normal_id


class Thing(NamedTuple):
    """Something that a name stands for.

    Attributes:
        kind: What it is.
        id: Its id in the map.
        entry: The statement, argument or section, if it is one.
        by_title: Whether it was called by its title.
    """

    kind: Kind
    id: str
    entry: Entry | Section | None = None
    by_title: bool = False


def thing(reading: Reading, argument_map: ArgumentMap, name: str, kind: str | None = None) -> Thing:
    """What a name stands for: an id first, then a title, with or without brackets.

    Raises:
        RefusedError: Nothing has the name.
    """
    found = _by_id(reading, argument_map, normal_id(name), kind) or (_by_title(reading, name) if kind is None else None)
    if found is not None:
        return found
    relation = relation_of(argument_map, name) if kind is None else None
    if relation is not None:
        return Thing("relation", relation.id)
    known = {"speaker": argument_map.speaker, "source": argument_map.source}.get(kind or "", all_names(argument_map))
    near = did_you_mean(bare_title(name)[0], [*known, *titles(reading)] if kind is None else known)
    raise RefusedError(
        f"there is no {kind or 'thing'} `{name}` in this map", f"did you mean `{near}`?" if near else None
    )


def claim(reading: Reading, argument_map: ArgumentMap, name: str) -> tuple[str, Entry]:
    """The id of a claim, and the statement or argument that it is.

    Raises:
        RefusedError: Nothing has the name, or it is no claim.
    """
    found = thing(reading, argument_map, name)
    if found.kind != "claim" or isinstance(found.entry, Section) or found.entry is None:
        raise RefusedError(f"`{name}` is no claim")
    return found.id, found.entry


def section(reading: Reading, argument_map: ArgumentMap, name: str) -> tuple[str, Section]:
    """The id of a group, and its section.

    Raises:
        RefusedError: Nothing has the name, it is no group, or groups come from the settings.
    """
    found = _by_id(reading, argument_map, normal_id(name), None)
    if found is None or found.kind != "group":
        same = [(it, known) for it, known in reading.groups.items() if it.title == name.strip()]
        found = Thing("group", same[0][1], same[0][0]) if same else found
    if found is None:
        near = did_you_mean(name, [*argument_map.group, *(it.title for it in reading.groups)])
        raise RefusedError(f"there is no group `{name}` in this map", f"did you mean `{near}`?" if near else None)
    if not isinstance(found.entry, Section):
        raise RefusedError(f"`{name}` is no group")
    if found.entry.place is None:
        raise RefusedError(f"`{name}` is a group of the setting `group.regroup`", "edit it in the front matter")
    return found.id, found.entry


def relation(argument_map: ArgumentMap, name: str) -> Relation:
    """A relation by its id.

    Raises:
        RefusedError: There is none.
    """
    found = relation_of(argument_map, name)
    if found is None:
        near = did_you_mean(name, argument_map.relation)
        raise RefusedError(f"there is no relation `{name}` in this map", f"did you mean `{near}`?" if near else None)
    return found


def all_names(argument_map: ArgumentMap) -> Iterable[str]:
    """All ids of a map, those of relations without ids of their own left out."""
    yield from argument_map.claim
    yield from argument_map.question
    yield from argument_map.group
    yield from (item.id for item in argument_map.relations if item.named)
    yield from argument_map.speaker
    yield from argument_map.source


def taken(argument_map: ArgumentMap) -> set[str]:
    """The ids that claims, relations, questions and groups have between them."""
    return {*argument_map.claim, *argument_map.relation, *argument_map.question, *argument_map.group}


def titles(reading: Reading) -> Iterable[str]:
    """The titles of statements and arguments."""
    return (item.title for item in reading.ids if item.is_titled)


def _by_id(reading: Reading, argument_map: ArgumentMap, name: str, kind: str | None) -> Thing | None:
    found = _shared(reading, argument_map, name) if kind is None else None
    if found is not None:
        return found
    if kind in (None, "speaker") and name in argument_map.speaker:
        return Thing("speaker", name)
    if kind in (None, "source") and name in argument_map.source:
        return Thing("source", name)
    return None


def _shared(reading: Reading, argument_map: ArgumentMap, name: str) -> Thing | None:
    """What has an id of those that claims, relations, questions and groups share."""
    if name in argument_map.claim:
        return Thing("claim", name, next(iter(reading.named(name)), None))
    if name in argument_map.relation:
        return Thing("relation", name, next((it for it, known in reading.own_steps.items() if known == name), None))
    if name in argument_map.question:
        return Thing("question", name)
    if name in argument_map.group:
        return Thing("group", name, next((it for it, known in reading.groups.items() if known == name), None))
    return None


def _by_title(reading: Reading, name: str) -> Thing | None:
    title, is_argument = bare_title(name)
    known: tuple[Mapping[str, Entry], ...] = (reading.debate.statements, reading.debate.arguments)
    if is_argument is not None:
        known = (known[is_argument],)
    for items in known:
        entry = items.get(title)
        if entry is not None and entry.is_titled:
            if entry in reading.ids:
                return Thing("claim", reading.ids[entry], entry, True)
            if isinstance(entry, Argument) and entry in reading.own_steps:
                return Thing("relation", reading.own_steps[entry], entry, True)
    for item, known_as in reading.groups.items():
        if title == item.title:
            return Thing("group", known_as, item, True)
    return None
