"""Which fields a mapping of a native map has, what they say, and names of what kind stand in them."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pydantic import BaseModel


class Field(NamedTuple):
    """A field of the format.

    Attributes:
        name: As it is typed.
        description: What it says, in the words of the schema.
        required: Whether it must be there.
    """

    name: str
    description: str
    required: bool


class Place(NamedTuple):
    """What stands at a path of a map.

    Attributes:
        form: Name of the form of the mapping that may stand there, or None.
        names: What kind of names or words may stand there, such as `targets` or `speakers`, or None.
    """

    form: str | None = None
    names: str | None = None


_ENTRIES: Mapping[str, Place] = MappingProxyType(
    {
        "claims": Place("ClaimForm"),
        "questions": Place("QuestionForm"),
        "sources": Place("SourceForm"),
        "speakers": Place("SpeakerForm"),
        "groups": Place("GroupForm", "members"),
    }
)
"""Sections with entries by id, and what an entry is."""

_TRUTH = Place(None, "truth")
_COMMON: Mapping[str, Place] = MappingProxyType(
    {"cites": Place("CitationForm", "citations"), "tags": Place(None, "tags"), "by": Place(None, "speakers")}
)
_RELATION: Mapping[str, Place] = MappingProxyType(
    {
        **_COMMON,
        "scheme": Place(None, "schemes"),
        "argument": Place(None, "arguments"),
    }
)
_WITHIN: Mapping[str, Mapping[str, Place]] = MappingProxyType(
    {
        "Document": {
            "argmap": Place(None, "version"),
            "relations": Place("RelationForm"),
            "display": Place("DisplayForm"),
        },
        "ClaimForm": {
            **_COMMON,
            "kind": Place(None, "claim kinds"),
            "answers": Place(None, "questions"),
            "implicit": _TRUTH,
            "assumed": _TRUTH,
            "hidden": _TRUTH,
            "supports": Place("TargetForm", "claims"),
            "attacks": Place("TargetForm", "targets"),
            "conflicts": Place("ConflictForm", "claims"),
        },
        "TargetForm": {**_RELATION, "to": Place(None, "targets"), "with": Place(None, "claims")},
        "ConflictForm": {**_RELATION, "to": Place(None, "claims")},
        "RelationForm": {
            **_RELATION,
            "kind": Place(None, "relation kinds"),
            "premises": Place(None, "claims"),
            "target": Place(None, "targets"),
        },
        "QuestionForm": _COMMON,
        "CitationForm": {"source": Place(None, "sources")},
        "GroupForm": {
            "members": Place(None, "members"),
            "parent": Place(None, "groups"),
            "tags": Place(None, "tags"),
            "closed": _TRUTH,
            "hidden": _TRUTH,
        },
        "DisplayForm": {
            "direction": Place(None, "directions"),
            "labels": Place(None, "labels"),
            "tag_colours": Place("tags"),
            "relation_colours": Place("RelationColoursForm"),
        },
    }
)
"""By form, the fields in which something can be offered; the others hold texts, numbers and colours."""


def place_at(path: tuple[str, ...]) -> Place:
    """What may stand at a path, such as `("claims", "tram", "supports")`; nothing for a path that means nothing."""
    place = Place("Document")
    rest = list(path)
    if rest and rest[0] in _ENTRIES:
        if len(rest) == 1:
            return Place()
        place, rest = _ENTRIES[rest[0]], rest[2:]
    for field in rest:
        place = _WITHIN.get(place.form or "", {}).get(field, Place())
    return place


@cache
def fields(form: str) -> tuple[Field, ...]:
    """The fields of a form in their usual order; none if there is no such form."""
    from argmap.formats.native import document

    model: type[BaseModel] | None = getattr(document, form, None)
    if model is None:
        return ()
    found = [
        Field(item.alias or name, item.description or "", item.is_required())
        for name, item in model.model_fields.items()
    ]
    first = _FIRST.get(form, "").split()
    return tuple(sorted(found, key=lambda item: first.index(item.name) if item.name in first else len(first)))


_FIRST: Mapping[str, str] = MappingProxyType(
    {
        "ClaimForm": "text title kind answers by cites supports attacks conflicts",
        "ConflictForm": "to id scheme weight by cites argument",
        "TargetForm": "to with id scheme weight by cites argument",
        "RelationForm": "kind premises target id scheme weight by cites argument",
        "QuestionForm": "text title",
    }
)
"""Fields that are usually written first; the others follow in the order of the forms."""
