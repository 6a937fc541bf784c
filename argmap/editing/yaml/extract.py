"""A part of a map as a map of its own: all the rest is cut out."""

from collections.abc import Iterable

from argmap.core.model import ArgumentMap, Relation
from argmap.editing.base import Edits
from argmap.editing.operations import Extract
from argmap.editing.yaml.cutting import Cut, cut_out
from argmap.editing.yaml.draft import Draft
from argmap.editing.yaml.names import unknown
from argmap.formats.native.build import normal_id


def extract(argument_map: ArgumentMap, operation: Extract) -> Edits:
    """Keep only a part of a map; see `Extract` for what stays."""
    assert argument_map.origin is not None
    wanted = _wanted(argument_map, operation.ids)
    claims = wanted & argument_map.claim.keys()
    relations = _relations(argument_map, claims)
    questions = (wanted & argument_map.question.keys()) | {
        name for item in argument_map.claims if item.id in claims for name in item.answers
    }
    stay = [item for item in argument_map.claims if item.id in claims] + relations
    asked = [item for item in argument_map.questions if item.id in questions]
    speakers = {name for item in stay for name in item.by}
    sources = {place.source for item in (*stay, *asked) for place in item.cites}
    groups = _groups(argument_map, claims | questions)
    cut = Cut(
        argument_map.claim.keys() - claims,
        argument_map.relation.keys() - {item.id for item in relations},
        argument_map.question.keys() - questions,
        argument_map.group.keys() - groups,
        argument_map.speaker.keys() - speakers,
        argument_map.source.keys() - sources,
    )
    draft = Draft(argument_map.origin)
    cut_out(draft, argument_map, cut)
    return Edits(draft.edits())


def _wanted(argument_map: ArgumentMap, ids: Iterable[str]) -> set[str]:
    """The claims and questions that are named or lie in a group that is."""
    known = {**argument_map.claim, **argument_map.question, **argument_map.group}
    found: set[str] = set()
    waiting = []
    for typed in ids:
        if normal_id(typed) not in known:
            raise unknown(typed, "claim, question or group", known)
        waiting.append(normal_id(typed))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            if name in argument_map.group:
                waiting += argument_map.group[name].members
                waiting += [item.id for item in argument_map.groups if item.parent == name]
    return found


def _relations(argument_map: ArgumentMap, claims: set[str]) -> list[Relation]:
    """The relations of which all premises and the target stay."""
    found: dict[str, Relation] = {}
    while True:
        more = {
            item.id: item
            for item in argument_map.relations
            if item.id not in found
            and claims.issuperset(item.premises)
            and (item.target in claims or item.target in found)
        }
        if not more:
            return [item for item in argument_map.relations if item.id in found]
        found |= more


def _groups(argument_map: ArgumentMap, members: set[str]) -> set[str]:
    """The groups in which something stays, with those around them."""
    found: set[str] = set()
    for group in argument_map.groups:
        name: str | None = group.id if not members.isdisjoint(group.members) else None
        while name is not None and name in argument_map.group and name not in found:
            found.add(name)
            name = argument_map.group[name].parent
    return found
