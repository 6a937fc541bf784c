"""A comparison for programs: one JSON document, version 1, by id."""

import json
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from argmap.core.comparison import Alteration, Cause, Changes, RelationChange, RelationChanges, Verdict
from argmap.core.model import Citation, Entity, Relation
from argmap.reporters.comparisons.base import Review

VERSION = 1
DIGITS = 12
"""Decimals of a strength."""

_PLACES = frozenset({"spans", "origin"})


def write(review: Review) -> str:
    """Write a review as JSON, all in ASCII so that it survives any terminal and any pipe."""
    return json.dumps(document(review), indent=2, allow_nan=False) + "\n"


def document(review: Review) -> dict[str, Any]:
    """A review as plain data. What is added or removed is told whole, what changed by its fields."""
    found = review.comparison
    kinds = ("claims", "relations", "questions", "speakers", "sources", "groups")
    return {
        "version": VERSION,
        "old": review.files[0],
        "new": review.files[1],
        "changed": bool(found),
        "map": [_alteration(item) for item in found.map],
        **{kind: _changes(getattr(found, kind)) for kind in kinds},
        "verdicts": {"title": found.verdicts.title, "changed": [_verdict(item) for item in found.verdicts.changed]}
        if found.verdicts is not None
        else None,
    }


def _changes(found: "Changes[Any] | RelationChanges") -> dict[str, Any]:
    return {
        "added": [_entity(item) for item in found.added],
        "removed": [_entity(item) for item in found.removed],
        "changed": [
            _relation_change(item)
            if isinstance(item, RelationChange)
            else {
                "old": item.old.id,
                "new": item.new.id,
                "changes": [_alteration(part) for part in item.alterations],
            }
            for item in found.changed
        ],
    }


def _relation_change(item: RelationChange) -> dict[str, Any]:
    return {
        "old": [part.id for part in item.old],
        "new": [part.id for part in item.new],
        "turns": [turn.value for turn in item.turns],
        "changes": [_alteration(part) for part in item.alterations],
    }


def _alteration(item: Alteration) -> dict[str, Any]:
    told = {"field": item.field, "old": _plain(item.old), "new": _plain(item.new)}
    return {**told, "words": [[part.value, words] for part, words in item.pieces]} if item.pieces else told


def _verdict(item: Verdict) -> dict[str, Any]:
    return {
        "old": item.old,
        "new": item.new,
        "before": _plain(item.before),
        "after": _plain(item.after),
        "cause": _cause(item.cause),
    }


def _cause(item: Cause | None) -> dict[str, Any] | None:
    return {"mark": item.mark.value, "subject": item.subject, "steps": item.steps} if item else None


def _entity(item: Entity) -> dict[str, Any]:
    """A thing with the fields that say something; of a relation all that say what it is."""
    told = {field.name: _plain(getattr(item, field.name)) for field in fields(item) if field.name not in _PLACES}
    kept = ("id", "text", "title", "kind", "premises", "target") if isinstance(item, Relation) else ("id",)
    return {name: value for name, value in told.items() if name in kept or value not in (None, False, [], {})}


def _plain(value: Any) -> Any:
    """A value of the model as JSON knows it; numbers that JSON has not are told in words."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return round(value, DIGITS) if math.isfinite(value) else str(value)
    if isinstance(value, Citation) or is_dataclass(value):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value) if item.name not in _PLACES}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
