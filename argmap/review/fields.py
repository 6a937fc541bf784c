"""Which fields of something differ between two maps, where ids that were renamed are the same."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from argmap.core.comparison import Alteration
from argmap.core.model import ArgumentMap, Citation, Display, Entity
from argmap.review.renaming import Renames
from argmap.review.wording import pieces

RUNNING = frozenset({"text", "note", "description"})
"""Fields with running text, in which white space has no meaning and changes are told word by word."""

_NO_ORDER = frozenset({"answers", "by", "cites", "tags", "premises"})
"""Fields whose order says nothing about the debate."""

_NOT_COMPARED = frozenset({"spans", "members", "named"})
"""Members are told of with the claims and questions that they are; of relations, `id` says whether they are named."""

_OF_MAP = ("title", "description", "language", "display", "data")

Translate = Callable[[str, Any], Any]
"""From a field and its value in the old map to what the value would be with the ids of the new map."""


def translation(renames: Renames) -> Translate:
    """Put the ids of the new map into values of the old one."""

    def names(known: Mapping[str, str]) -> Callable[[Any], Any]:
        return lambda value: tuple(known.get(item, item) for item in value)

    ways: dict[str, Callable[[Any], Any]] = {
        "answers": names(renames.questions),
        "by": names(renames.speakers),
        "cites": lambda value: tuple(_cited(item, renames.sources) for item in value),
        "groups": names(renames.groups),
        "parent": lambda value: renames.groups.get(value, value),
        "argument": lambda value: renames.claims.get(value, value),
    }
    return lambda field, value: ways[field](value) if field in ways and value is not None else value


def _cited(item: Citation, renamed: Mapping[str, str]) -> Citation:
    return Citation(renamed.get(item.source, item.source), item.section, item.paragraph, item.quote)


def alterations(
    old: Entity, new: Entity, translate: Translate, passed: frozenset[str] = frozenset()
) -> Iterator[Alteration]:
    """The fields that differ, in the order of the model.

    Args:
        old: The thing in the old map.
        new: The thing in the new map, of the same kind.
        translate: Puts new ids into old values.
        passed: Fields that are not compared here.
    """
    for field in fields(old):
        name = field.name
        if name in _NOT_COMPARED or name in passed:
            continue
        before, after = getattr(old, name), getattr(new, name)
        if before is not after and not _agree(name, translate(name, before), after):
            yield altered(name, before, after)


def altered(name: str, before: Any, after: Any) -> Alteration:
    """A field with another value; running text word by word."""
    return Alteration(name, before, after, pieces(before or "", after or "") if name in RUNNING else ())


def of_map(old: ArgumentMap, new: ArgumentMap) -> tuple[Alteration, ...]:
    """What a map says of itself, if that differs."""
    pairs = [(name, getattr(old, name), getattr(new, name)) for name in _OF_MAP]
    return tuple(altered(name, before, after) for name, before, after in pairs if not _agree(name, before, after))


def _agree(field: str, before: Any, after: Any) -> bool:
    if field in RUNNING:
        return (before or "").split() == (after or "").split()
    if field in _NO_ORDER:
        return sorted(before, key=repr) == sorted(after, key=repr)
    if field == "data":
        return _written(before) == _written(after)
    if isinstance(before, Display):
        return _written(_shown(before)) == _written(_shown(after))
    return bool(before == after)


def _shown(display: Display) -> Mapping[str, Any]:
    # The order of the colours of tags says which is the most important.
    return {item.name: getattr(display, item.name) for item in fields(display)} | {"order": [*display.tag_colours]}


def _written(data: Mapping[str, Any]) -> str:
    """Data as a text that tells 1 from 1.0 and from true, and in which what is no number is equal to itself."""
    return json.dumps(data, sort_keys=True, default=_as_plain)


def _as_plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else str(value)
