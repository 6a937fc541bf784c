"""Which part of a map is shown: a claim and what is near it, or what bears a tag, a group, a question, a speaker."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, Claim, Group, Relation, RelationKind
from argmap.diagram.groups import outwards, parents
from argmap.diagram.hidden import contracted


@dataclass(frozen=True, slots=True)
class View:
    """What to show. A claim must satisfy every kind of filter that is given, by any one value of it.

    Attributes:
        focus: Id of a claim: it is shown with all that is at most `depth` relations away.
        depth: How many relations away, from 0.
        tags: Claims with one of these tags.
        groups: Claims in one of these groups, or in groups inside them.
        questions: Positions on one of these questions, and all that leads to them.
        speakers: Claims held by one of these speakers (ids).
        hidden: Whether hidden claims are shown as well.
    """

    focus: str | None = None
    depth: int = 2
    tags: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    hidden: bool = False

    @property
    def shows_all(self) -> bool:
        """Whether nothing is filtered out."""
        return self.focus is None and not (self.tags or self.groups or self.questions or self.speakers)


def names(map: ArgumentMap) -> Mapping[str, tuple[str, ...]]:
    """The names that each field of a view can have in a map, for completion and did-you-mean."""
    tags = {tag: None for claim in map.claims for tag in claim.tags}
    return {
        "focus": tuple(claim.id for claim in map.claims),
        "tags": tuple(tags),
        "groups": tuple(group.id for group in map.groups),
        "questions": tuple(question.id for question in map.questions),
        "speakers": tuple(speaker.id for speaker in map.speakers),
    }


def unknown(map: ArgumentMap, view: View) -> tuple[tuple[str, str], ...]:
    """The values of a view that mean nothing in a map: (field, value), in the order of the fields."""
    known = names(map)
    asked: dict[str, Iterable[str]] = {
        "focus": (view.focus,) if view.focus is not None else (),
        "tags": view.tags,
        "groups": view.groups,
        "questions": view.questions,
        "speakers": view.speakers,
    }
    return tuple((field, value) for field, values in asked.items() for value in values if value not in known[field])


def select(map: ArgumentMap, view: View) -> ArgumentMap:
    """Return the part of a map that a view shows: its claims, and the relations among them.

    A relation stays if its target and all its premises stay; an undercut also needs the relation that it ends on.
    Questions stay while a shown claim answers them (or a filter names them), groups while something is in them,
    speakers while something shown is said by them. The order of everything is kept. Values that are not in the map
    select nothing. Hidden claims are left out as in every picture before anything is selected, but for those that are
    asked for; closed groups that are asked for, or that hold the claim in focus, are open.
    """
    whole = contracted(_opened(_uncovered(map, view), view))
    return whole if view.shows_all else _selected(whole, view)


def _uncovered(map: ArgumentMap, view: View) -> ArgumentMap:
    """The map in which the hidden claims that are asked for are no longer hidden."""
    asked = {claim.id for claim in map.claims if claim.hidden and (view.hidden or claim.id == view.focus)}
    if not asked:
        return map
    return replace(map, claims=tuple(replace(item, hidden=item.hidden and item.id not in asked) for item in map.claims))


def _opened(map: ArgumentMap, view: View) -> ArgumentMap:
    """The map in which no closed group stands for a group, or for the claim in focus, that is asked for."""
    if not any(group.closed for group in map.groups):
        return map
    around = parents(map)
    asked = [group.id for group in map.groups if group.id in view.groups or view.focus in group.members]
    opened = {key for group in asked for key in outwards(group, around)}
    return replace(
        map, groups=tuple(replace(item, closed=item.closed and item.id not in opened) for item in map.groups)
    )


def _selected(map: ArgumentMap, view: View) -> ArgumentMap:
    graph = MapGraph(map)
    tests = _tests(map, graph, view)
    claims = tuple(claim for claim in map.claims if all(test(claim) for test in tests))
    shown = {claim.id for claim in claims}
    relations = MapGraph(replace(map, claims=claims)).relations
    asked = {*view.questions, *(key for group in _within(map, view.groups) for key in map.group[group].members)}
    answered = {question for claim in claims for question in claim.answers}
    questions = tuple(item for item in map.questions if item.id in answered or (item.id in asked and shown))
    spoken: list[Claim | Relation] = [*claims, *relations]
    speakers = {speaker for item in spoken for speaker in item.by}
    cited = {cite.source for said in [*spoken, *questions] for cite in said.cites}
    known = shown | {question.id for question in questions}
    return replace(
        map,
        claims=claims,
        relations=relations,
        questions=questions,
        speakers=tuple(item for item in map.speakers if item.id in speakers),
        sources=tuple(item for item in map.sources if item.id in cited),
        groups=_pruned(map, known),
    )


def _tests(map: ArgumentMap, graph: MapGraph, view: View) -> list[Callable[[Claim], bool]]:
    tests: list[Callable[[Claim], bool]] = []
    if view.focus is not None:
        near = _near(graph, view.focus, view.depth)
        tests.append(lambda claim: claim.id in near)
    if view.tags:
        tags = set(view.tags)
        tests.append(lambda claim: bool(tags.intersection(claim.tags)))
    if view.groups:
        members = {key for group in _within(map, view.groups) for key in map.group[group].members}
        tests.append(lambda claim: claim.id in members)
    if view.questions:
        leading = _leading(graph, view.questions)
        tests.append(lambda claim: claim.id in leading)
    if view.speakers:
        speakers = set(view.speakers)
        tests.append(lambda claim: bool(speakers.intersection(claim.by)))
    return tests


def _near(graph: MapGraph, focus: str, depth: int) -> set[str]:
    if focus not in graph.map.claim:
        return set()
    found = {focus}
    edge = [focus]
    for _ in range(depth):
        edge = [other for claim in edge for other in _one_away(graph, claim) if other not in found]
        if not edge:
            break
        found.update(edge)
    return found


def _one_away(graph: MapGraph, claim: str) -> Iterator[str]:
    """The neighbours of a claim; for an undercut these are also the premises of the step that it denies."""
    yield from graph.neighbours(claim)
    for relation in graph.out_of.get(claim, ()):
        target, seen = relation.target, {relation.id}
        while target in graph.map.relation and target not in graph.map.claim and target not in seen:
            seen.add(target)
            yield from graph.map.relation[target].premises
            target = graph.map.relation[target].target


def _leading(graph: MapGraph, questions: Iterable[str]) -> set[str]:
    """The positions on some questions and everything from which a chain of relations leads to one of them."""
    asked = set(questions)
    waiting = [claim.id for claim in graph.map.claims if asked.intersection(claim.answers)]
    found: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        found.add(key)
        for relation in graph.onto.get(key, ()):
            waiting += [*relation.premises, relation.id]
            if relation.target in graph.map.claim and relation.kind is RelationKind.CONFLICT:
                waiting.append(relation.target)
    return found


def _within(map: ArgumentMap, groups: Iterable[str]) -> list[str]:
    """The groups and all groups inside them, in file order."""
    inside = {group for group in groups if group in map.group}
    grown = True
    while grown:
        more = {group.id for group in map.groups if group.parent in inside} - inside
        inside |= more
        grown = bool(more)
    return [group.id for group in map.groups if group.id in inside]


def _pruned(map: ArgumentMap, known: set[str]) -> tuple[Group, ...]:
    kept: set[str] = set()
    for group in map.groups:
        if known.intersection(group.members):
            above: str | None = group.id
            while above is not None and above in map.group and above not in kept:
                kept.add(above)
                above = map.group[above].parent
    return tuple(
        replace(group, members=tuple(key for key in group.members if key in known))
        for group in map.groups
        if group.id in kept
    )
