"""What a map says apart from the ids that titles give it: whether an edited text says what was meant."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from argmap.core.model import ArgumentMap, Claim, Group, Relation, RelationKind
from argmap.editing.argdown.work import Work
from argmap.editing.base import RefusedError
from argmap.formats.argdown.to_map.carried import KEY
from argmap.formats.argdown.writing.escape import in_one_line

_WHAT = {
    "map": "what is said of the map",
    "claims": "what other claims say",
    "relations": "other relations",
    "groups": "what stands in other groups",
}

Facts = Mapping[str, Any]
"""What a map says, by kind."""


def facts(given: ArgumentMap) -> Facts:
    """What a map says, so that two maps with the same facts differ at most in ids made from titles, order and display.

    Claims are told apart by kind and title, without a title by their words.
    """
    names: dict[str, Any] = {}
    count: Counter[Any] = Counter()
    for claim in given.claims:
        told = (claim.kind.value, claim.title or in_one_line(claim.text), claim.title is None)
        count[told] += 1
        names[claim.id] = (*told, count[told])
    groups: dict[str, Any] = {}
    for group in given.groups:
        path = _path(group, given)
        count[path] += 1
        groups[group.id] = (path, count[path])
    relations = _Relations(given, names)
    return {
        "claims": {names[item.id]: _claim(item) for item in given.claims},
        "relations": Counter(repr(relations.told(item, frozenset())) for item in given.relations),
        "groups": {groups[item.id]: _group(item, names) for item in given.groups},
        "questions": [replace(item, spans={}) for item in given.questions],
        "speakers": [replace(item, spans={}) for item in given.speakers],
        "sources": [replace(item, spans={}) for item in given.sources],
        "map": (given.title, given.description, given.language, _free(given.data)),
    }


def _path(group: Group, given: ArgumentMap) -> tuple[str, ...]:
    path, known = [group.title], {group.id}
    while group.parent is not None and group.parent in given.group and group.parent not in known:
        known.add(group.parent)
        group = given.group[group.parent]
        path.append(group.title)
    return tuple(path)


def _free(data: Mapping[str, Any]) -> dict[str, Any]:
    """Data without what is carried along for Argdown."""
    return {key: value for key, value in data.items() if key != KEY}


def _claim(claim: Claim) -> Any:
    restatements = sorted({in_one_line(item) for item in claim.restatements} - {in_one_line(claim.text)})
    return (
        in_one_line(claim.text), claim.title, claim.answers, claim.by, claim.cites, claim.implicit, claim.score,
        claim.assumed, frozenset(claim.tags), claim.note, claim.link, restatements, _free(claim.data),
    )  # fmt: skip


def _group(group: Group, names: Mapping[str, Any]) -> Any:
    members = frozenset(names.get(item, item) for item in group.members)
    return group.title, members, group.note, frozenset(group.tags), group.closed, _free(group.data)


class _Relations:
    """Tells relations by their ends; one that undercuts another by that other one."""

    def __init__(self, given: ArgumentMap, names: Mapping[str, Any]) -> None:
        self.names = names
        self.by_id = given.relation

    def told(self, item: Relation, above: frozenset[str]) -> Any:
        target: Any = self.names.get(item.target, item.target)
        if item.target in self.by_id and item.id not in above:
            target = self.told(self.by_id[item.target], above | {item.id})
        premises: Any = tuple(self.names.get(it, it) for it in item.premises)
        if item.kind is RelationKind.CONFLICT:
            premises, target = sorted([*premises, target], key=repr), None
        return (
            item.kind.value, premises, target, item.id if item.named else None, item.scheme, item.weight, item.by,
            item.cites, item.tags, item.note, self.names.get(item.argument or "", item.argument), _free(item.data),
        )  # fmt: skip


def difference(expected: ArgumentMap, found: ArgumentMap) -> str | None:
    """What two maps differ in: a kind of things, and one of them; None if they say the same."""
    meant, said = facts(expected), facts(found)
    for kind, value in meant.items():
        if value != said[kind]:
            return f"{kind}: {_one_of(value, said[kind])}"
    return None


def _one_of(one: Any, other: Any) -> str:
    if isinstance(one, Mapping):
        every = defaultdict(lambda: None, other)
        keys = [key for key in (*one, *other) if one.get(key) != every[key]]
        return f"{keys[0]} {one.get(keys[0])} {every[keys[0]]}"
    return f"{one} {other}"


def must_say(work: Work, expected: ArgumentMap) -> None:
    """See that an edited text says what was meant; its map is that of the work from then on.

    Args:
        work: The text after the edit.
        expected: What was meant; ids that are made from titles may be the old ones.

    Raises:
        RefusedError: It says something else.
    """
    found = work.map_now()
    differing = difference(expected, found)
    if differing is not None:
        what = differing.partition(":")[0]
        raise RefusedError(f"in this text, the change would also change {_WHAT.get(what, what)}", "edit it by hand")
    work.map = found
