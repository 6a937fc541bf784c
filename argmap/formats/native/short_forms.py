"""Entities as they are typed in a file of argmap's own format, with the short forms that a person would choose."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from argmap.core.model import Citation, Entity, Relation
from argmap.formats.native.yaml_text import Free, Open, Rows

_SHORT_SECTION = re.compile(r"[^.#]+")
_MAX_SHORT_PARAGRAPH = 999_999_999


def said(**fields: Any) -> dict[str, Any]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value is not None and value not in ((), [], {})}


def alone(entry: dict[str, Any], field: str) -> Any:
    """The short form of an entry that has nothing but this field."""
    return entry[field] if list(entry) == [field] else Open(entry)


def one(values: Sequence[Any]) -> Any:
    """A list as it is typed: one item stands for a list of one; mappings stand below each other."""
    if len(values) == 1:
        return values[0]
    return Rows(values) if any(isinstance(item, dict) for item in values) else list(values)


def share(value: float | None) -> float | None:
    """A number from 0 to 1 as it is typed: the whole ones without a point."""
    return int(value) if value in (0, 1) else value


def entries(name: str, entities: Iterable[Entity], *fields: str) -> dict[str, Any]:
    """A section of entities whose first field is their short form."""
    found = {item.id: alone(said(**{field: _field(item, field) for field in fields}), fields[0]) for item in entities}
    return said(**{name: Open(found)})


def _field(item: Entity, name: str) -> Any:
    value = getattr(item, name)
    if name == "cites":
        return citations(value)
    return one(value) if isinstance(value, tuple) else value


def citations(cites: tuple[Citation, ...]) -> Any:
    """Places in sources, each as short as it can be."""
    return one([_citation(item) for item in cites])


def _citation(item: Citation) -> Any:
    """`study#s2.p3`, or the long form for what does not fit into it."""
    if item.quote is None and "#" not in item.source and _is_short_place(item):
        section = "" if item.section is None else f"s{item.section}"
        paragraph = "" if item.paragraph is None else f"p{item.paragraph}"
        return "#".join(filter(None, (item.source, ".".join(filter(None, (section, paragraph))))))
    return said(source=item.source, section=item.section, paragraph=item.paragraph, quote=item.quote)


def _is_short_place(item: Citation) -> bool:
    return (item.section is None or bool(_SHORT_SECTION.fullmatch(item.section))) and (
        item.paragraph is None or 0 < item.paragraph <= _MAX_SHORT_PARAGRAPH
    )


def remarks(item: Relation) -> dict[str, Any]:
    """What is said of a relation beyond its kind, its ends and its id."""
    return said(
        argument=item.argument,
        scheme=item.scheme,
        weight=share(item.weight),
        by=one(item.by),
        cites=citations(item.cites),
        tags=one(item.tags),
        note=item.note,
        data=Free(item.data),
    )


def standing_apart(item: Relation, name: str | None) -> dict[str, Any]:
    """A relation that stands apart from its claims; `name` is the id to be typed, or None."""
    premises = one(item.premises)
    return said(kind=item.kind.value, premises=premises, target=item.target, id=name, **remarks(item))
