"""The words of editing commands as values of the model: fields, citations, relations, ids made up from texts."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from argmap.core.ids import Ids, first_words, slug
from argmap.core.model import ArgumentMap, Citation, Relation, RelationKind, relation_name

if TYPE_CHECKING:
    from argmap.editing.operations import Value

_PLACE = re.compile(r"(?:s(?P<section>[^.#]+?))?(?:(?:^|\.)p(?P<paragraph>[1-9][0-9]{0,8}))?", re.ASCII)
_CHANGE = re.compile(r"(?P<field>[\w.-]+?)(?P<sign>\+=|-=|=)(?P<value>.*)", re.DOTALL)
_LISTS = frozenset({"answers", "by", "cites", "tags"})
"""Fields whose value may be a list between commas; texts may have commas of their own."""

_LONGEST_ID = 24
"""Characters of an id that is made up, as people have to type it; a single word may be longer."""

_WAYS = {
    "supports": RelationKind.SUPPORT,
    "attacks": RelationKind.ATTACK,
    "conflicts": RelationKind.CONFLICT,
}


def citation(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[Citation, ...]:
    """Read places in sources: `study`, `study#p3`, `study#s2.p1`; several may stand between commas."""
    return tuple(_citation(word) for value in values for word in split_list(value))


def _citation(word: str) -> Citation:
    source, sign, place = word.partition("#")
    found = _PLACE.fullmatch(place)
    if not source or (sign and not (place and found)):
        raise click.BadParameter(f"'{word}' is no place in a source: write study, study#p3 or study#s2.p1.")
    section, paragraph = (found["section"], found["paragraph"]) if found else (None, None)
    return Citation(source, section, int(paragraph) if paragraph else None)


def names(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Read names that are given one by one, or between commas."""
    return tuple(word for value in values for word in split_list(value))


def split_list(value: str) -> list[str]:
    """The parts between commas."""
    return [part.strip() for part in value.split(",") if part.strip()]


def fields_of(changes: Iterable[str]) -> "dict[str, Value]":
    """Read what `set` is told: `field=value`, `field=` for nothing, `field+=item` and `field-=item` for lists.

    Raises:
        click.UsageError: A part is none of these, or names a field a second time.
    """
    from argmap.editing.operations import Items

    found: dict[str, Value] = {}
    for change in changes:
        match = _CHANGE.fullmatch(change)
        if match is None:
            raise click.UsageError(f"'{change}' sets nothing: write field=value.")
        field, sign, value = match["field"], match["sign"], match["value"]
        if sign == "=":
            if field in found:
                raise click.UsageError(f"'{field}' is given twice.")
            found[field] = _value(field, value)
            continue
        before = found.setdefault(field, Items())
        if not isinstance(before, Items):
            raise click.UsageError(f"'{field}' is given twice.")
        items = tuple(split_list(value)) if field in _LISTS else (value,)
        added, removed = (items, ()) if sign == "+=" else ((), items)
        found[field] = Items((*before.added, *added), (*before.removed, *removed))
    return found


def _value(field: str, value: str) -> "Value":
    if not value:
        return None
    items = split_list(value) if field in _LISTS else []
    return tuple(items) if len(items) > 1 else value


def is_change(word: str) -> bool:
    """Whether a word sets a field rather than being an id."""
    return _CHANGE.fullmatch(word) is not None and "->" not in word


def made_id(map: ArgumentMap, words: str, otherwise: str, kind: str = "claim") -> str:
    """An id that nothing in the map has, made of the first words of a text or of a name.

    Args:
        map: The map.
        words: The text.
        otherwise: What to take if nothing of it can stand in an id.
        kind: `speaker` or `source`, which have names of their own; anything else.
    """
    own = {"speaker": map.speaker, "source": map.source}.get(kind)
    taken = own if own is not None else {**map.claim, **map.relation, **map.question, **map.group}
    return Ids(taken).made(first_words(words, _LONGEST_ID) if kind == "claim" else slug(words), otherwise)


def relations_from(
    claim: str, ends: dict[str, tuple[str, ...]], linked: tuple[str, ...] = (), scheme: str | None = None
) -> Iterator[Relation]:
    """The relations of a new claim to what it supports, attacks or is in conflict with.

    Args:
        claim: Its id.
        ends: Targets by `supports`, `attacks`, `conflicts`.
        linked: Further premises, for all but conflicts.
        scheme: The pattern of reasoning of all of them, or None.
    """
    for way, kind in _WAYS.items():
        for target in ends.get(way, ()):
            premises = (claim,) if kind is RelationKind.CONFLICT else (claim, *linked)
            yield Relation(relation_name(premises, target), kind, premises, target, scheme=scheme)
