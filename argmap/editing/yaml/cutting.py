"""Parts of a map cut out of its file, with every reference to them."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from argmap.core.model import ArgumentMap
from argmap.editing.yaml.draft import Draft, Path
from argmap.editing.yaml.entries import item_paths, known_path, remove_fields, set_field
from argmap.editing.yaml.steps import drop, settle, steps_of
from argmap.editing.yaml.syntax import Reading
from argmap.formats.native.build import normal_id


@dataclass(frozen=True, slots=True)
class Cut:
    """Ids of what goes, by kind."""

    claims: Set[str] = field(default_factory=frozenset)
    relations: Set[str] = field(default_factory=frozenset)
    questions: Set[str] = field(default_factory=frozenset)
    groups: Set[str] = field(default_factory=frozenset)
    speakers: Set[str] = field(default_factory=frozenset)
    sources: Set[str] = field(default_factory=frozenset)


def cut_out(draft: Draft, argument_map: ArgumentMap, cut: Cut) -> None:
    """Take things out of the text of a map, and them out of the lists of what stays; groups get another parent."""
    steps = steps_of(draft, argument_map)
    drop(steps, [step for step in steps if step.relation.id in cut.relations])
    gone = list(_entries(draft, cut))
    gone += _references(draft, argument_map, cut)
    for step in steps:
        gone += _in_remarks(draft, steps.path(step), cut)
        if step.relation.argument in cut.claims:
            gone += item_paths(draft, steps.path(step), "argument", lambda item: True)
    if gone:
        remove_fields(draft, gone)
    for group in argument_map.groups:
        if group.id not in cut.groups and group.parent in cut.groups:
            set_field(draft, known_path(draft, "groups", group.id), "parent", _around(argument_map, group.parent, cut))
    settle(steps)


def _entries(draft: Draft, cut: Cut) -> Iterator[Path]:
    for section in ("claims", "questions", "groups", "speakers", "sources"):
        for name in getattr(cut, section):
            yield known_path(draft, section, name)


def _references(draft: Draft, argument_map: ArgumentMap, cut: Cut) -> Iterator[Path]:
    """Items of the lists of claims, questions and groups that stay."""
    for claim in argument_map.claims:
        if claim.id not in cut.claims and (claim.answers or claim.by or claim.cites):
            path = known_path(draft, "claims", claim.id)
            yield from item_paths(draft, path, "answers", lambda item: normal_id(item) in cut.questions)
            yield from _in_remarks(draft, path, cut)
    for question in argument_map.questions:
        if question.id not in cut.questions and question.cites:
            yield from _in_remarks(draft, known_path(draft, "questions", question.id), cut)
    members = {*cut.claims, *cut.questions}
    for group in argument_map.groups:
        if group.id not in cut.groups and not members.isdisjoint(group.members):
            path = known_path(draft, "groups", group.id)
            yield from item_paths(draft, path, "members", lambda item: normal_id(item) in members)


def _in_remarks(draft: Draft, path: Path, cut: Cut) -> Iterator[Path]:
    yield from item_paths(draft, path, "by", lambda item: normal_id(item) in cut.speakers)
    yield from item_paths(draft, path, "cites", lambda item: cited(item) in cut.sources)


def cited(item: Reading) -> str:
    """The source that an item of `cites` means."""
    return normal_id(str(item.get("source")) if isinstance(item, dict) else str(item).partition("#")[0])


def _around(argument_map: ArgumentMap, group: str | None, cut: Cut) -> str | None:
    """The nearest group around one that is gone, itself not gone."""
    seen: set[str] = set()
    while group in cut.groups and group not in seen:
        seen.add(str(group))
        group = argument_map.group[str(group)].parent
    return None if group in cut.groups else group
