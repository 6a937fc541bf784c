"""What a picture says of each thing that was added or changed: the mark, and in a few words what was there before."""

from collections.abc import Callable, Mapping
from typing import Any

from argmap.core.comparison import Changed, Comparison, Mark, Marked, RelationChange, Turn
from argmap.core.model import ArgumentMap, Claim, Question, Relation


def marks_of_new(old: ArgumentMap, comparison: Comparison) -> dict[str, Marked]:
    """The marks of claims, questions and relations that the new map has, by id.

    What was only renamed has none, as a picture shows no ids.
    """
    found = comparison
    marks: dict[str, Marked] = {}
    things: list[Changed[Claim] | Changed[Question]] = [*found.claims.changed, *found.questions.changed]
    for item in things:
        if any(part.field != "id" for part in item.alterations):
            marks[item.new.id] = Marked(Mark.CHANGED, _was(item, old))
    for change in found.relations.changed:
        if change.turns != (Turn.RENAMED,):
            for relation in change.new:
                marks[relation.id] = Marked(Mark.CHANGED, _was_relation(change))
    new: list[Claim | Question | Relation] = [*found.claims.added, *found.questions.added, *found.relations.added]
    return marks | {item.id: Marked(Mark.ADDED) for item in new}


def _was(change: Changed[Claim] | Changed[Question], old: ArgumentMap) -> str | None:
    """The old value of the field that a reader would miss most."""
    words: Mapping[str, Callable[[Any], str | None]] = {
        "text": str,
        "title": lambda value: value or "without a title",
        "groups": lambda value: f"in {_listed([_title(name, old) for name in value]) or 'no group'}",
        "by": lambda value: f"by {_listed([_name(name, old) for name in value]) or 'nobody'}",
        "score": lambda value: "without a score" if value is None else f"score {value:g}",
    }
    for field, told in words.items():
        part = change.alteration(field)
        if part is not None:
            return told(part.old)
    return None


def _listed(words: list[str]) -> str:
    return ", ".join(words)


def _title(group: str, map: ArgumentMap) -> str:
    return map.group[group].title if group in map.group else group


def _name(speaker: str, map: ArgumentMap) -> str:
    return map.speaker[speaker].name if speaker in map.speaker else speaker


def _was_relation(change: RelationChange) -> str | None:
    """The old kind of a relation that was turned, else how its premises stood."""
    turns = set(change.turns)
    if Turn.TURNED in turns:
        return change.old[0].kind.value
    if Turn.LINKED in turns:
        return f"{len(change.old)} separate reasons" if len(change.old) > 1 else "with fewer premises"
    if Turn.UNLINKED in turns:
        return "linked premises" if len(change.new) > 1 else "with more premises"
    return "from other premises" if Turn.RESOURCED in turns else None
