"""Ids that one side changed: what the other side says of the old one is made to mean the new one, before the merge."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from argmap.core.diagnostics import apply_edits
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile
from argmap.editing import EDITORS, RefusedError
from argmap.editing.operations import Rename
from argmap.formats.native import read_yaml

_ALIKE = 0.8
"""How much of two texts must be the same for them to count as one, reworded, from 0 to 1."""

_MOST_COMPARED = 200
"""How many ids that are gone are looked for: a file in which there are more was rewritten, not edited."""


class Followed(NamedTuple):
    """The three versions in which ids are the same, and what was done for that."""

    base: SourceFile
    ours: SourceFile
    theirs: SourceFile
    notes: tuple[str, ...] = ()


def follow_renames(base: SourceFile, ours: SourceFile, theirs: SourceFile) -> Followed:
    """Give what one side renamed its new id in the base and on the other side; if both did, that of ours."""
    maps = [read_yaml(source).map for source in (base, ours, theirs)]
    if maps[0] is None or maps[1] is None or maps[2] is None:
        return Followed(base, ours, theirs)
    by_ours = {item.old: item for item in _renames(maps[0], maps[1])}
    by_theirs = {item.old: item for item in _renames(maps[0], maps[2])}
    notes = []
    for old, rename in by_ours.items():
        other = by_theirs.pop(old, None)
        there = Rename(other.new, rename.new, rename.kind) if other else rename
        before, after = _renamed(base, rename), theirs if there.old == there.new else _renamed(theirs, there)
        if before and after:
            base, theirs = before, after
            notes.append(_note(rename, "ours", other.new if other else None))
    for rename in by_theirs.values():
        before, after = _renamed(base, rename), _renamed(ours, rename)
        if before and after:
            base, ours = before, after
            notes.append(_note(rename, "theirs", None))
    return Followed(base, ours, theirs, tuple(notes))


def _note(rename: Rename, side: str, other: str | None) -> str:
    if other and other != rename.new:
        return f"`{rename.old}` became `{rename.new}` in ours and `{other}` in theirs; it is called `{rename.new}` now"
    return f"`{rename.old}` became `{rename.new}` in {side}, and is called so everywhere"


def _renamed(source: SourceFile, rename: Rename) -> SourceFile | None:
    """A text in which something has another id; None if that cannot be done, or it is not there."""
    found = read_yaml(source).map
    if found is None:
        return None
    try:
        return apply_edits(source, EDITORS["yaml"].edit(found, rename).edits)
    except RefusedError:
        return None


def _renames(before: ArgumentMap, after: ArgumentMap) -> Iterator[Rename]:
    """What has another id now: what is gone and has come with the same content, or nearly the same."""
    shared = {item.id for kind, items in _kinds(after) if kind is None for item in items}
    for (kind, old), (_, new) in zip(_kinds(before), _kinds(after), strict=True):
        names = shared if kind is None else {item.id for item in new}
        known = {item.id for item in old}
        gone = [item for item in old if item.id not in names]
        come = [item for item in new if item.id not in known]
        for item in gone[:_MOST_COMPARED]:
            match = _match(item, come)
            if match is not None:
                come.remove(match)
                yield Rename(item.id, match.id, kind)


def _kinds(found: ArgumentMap) -> list[tuple[str | None, list[Any]]]:
    relations = [item for item in found.relations if item.named]
    return [
        (None, list(found.claims)),
        (None, list(found.questions)),
        (None, relations),
        (None, list(found.groups)),
        ("speaker", list(found.speakers)),
        ("source", list(found.sources)),
    ]


def _match(item: Any, come: list[Any]) -> Any:
    """What has the same content, or else the one that has nearly the same; None for none."""
    content = _content(item)
    same = [other for other in come if _content(other) == content]
    if same:
        return same[0]
    if not isinstance(content, str):
        return None
    near = [(SequenceMatcher(None, content, _content(other), autojunk=False).ratio(), other) for other in come]
    best = [other for ratio, other in near if ratio >= _ALIKE]
    return best[0] if len(best) == 1 else None


def _content(item: Any) -> Any:
    """What makes something what it is, whatever it is called."""
    for field in ("text", "name", "title"):
        if getattr(item, field, None):
            return getattr(item, field)
    return (getattr(item, "kind", None), getattr(item, "premises", None), getattr(item, "target", item.id))
