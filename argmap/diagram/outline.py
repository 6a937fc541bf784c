"""The map as a forest: questions and theses first, under each claim its reasons, every claim told in full just once."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from argmap.core.graph import MapGraph
from argmap.core.labelling import Labelling
from argmap.core.model import ArgumentMap, Claim, Question, Relation, RelationKind
from argmap.diagram.marking import NO_MARKS, Marks, told, verb_told
from argmap.diagram.measure import clean
from argmap.diagram.shown import shown
from argmap.diagram.verdict import lost_effect, said

Item: TypeAlias = Question | Claim | Relation


class Role(StrEnum):
    """What a node does at its place in the outline."""

    QUESTION = "question"
    """A question: always a root; its children are positions."""
    POSITION = "position"
    """A claim under the question that it answers."""
    THESIS = "thesis"
    """A claim that nothing builds on and that answers no question: a root."""
    CLAIM = "claim"
    """A root that is no thesis: it lies on a circle that no thesis leads to."""
    STEP = "step"
    """A relation onto the claim, or onto the relation, that is its parent; its children: premises, then undercuts."""
    PREMISE = "premise"
    """A claim under the step that it is a premise of."""


@dataclass(frozen=True, slots=True)
class Node:
    """One entry of an outline.

    Attributes:
        role: What the node does here; tells the type of `item`.
        item: The question, claim or relation. For a step that is a symmetric conflict, the other claim is the child.
        parent: Place of the parent in `Outline.nodes`, None for a root.
        level: Depth for a reader, from 0: positions stand one below their question, a step one below what it ends on,
            and premises on the level of their step.
        repeat: True for a reference: a claim that is told in full elsewhere, or the other side of a conflict.
    """

    role: Role
    item: Item
    parent: int | None
    level: int
    repeat: bool = False


@dataclass(frozen=True)
class Outline:
    """A forest in reading order: each node stands before its children, and its children before its next sibling.

    It is flat on purpose: a chain of reasons may be any number of steps long, and walking it needs no recursion.

    Attributes:
        nodes: All nodes in reading order.
    """

    nodes: tuple[Node, ...]

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """Places of the roots, in order."""
        return tuple(place for place, node in enumerate(self.nodes) if node.parent is None)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each node the places of its children, in order."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for place, node in enumerate(self.nodes):
            if node.parent is not None:
                found[node.parent].append(place)
        return tuple(map(tuple, found))

    @cached_property
    def homes(self) -> Mapping[str, int]:
        """For each claim, by id, the place where it is told in full."""
        return MappingProxyType(
            {
                node.item.id: place
                for place, node in enumerate(self.nodes)
                if isinstance(node.item, Claim) and not node.repeat
            }
        )


def outline(map: ArgumentMap) -> Outline:
    """Put a map in reading order, in linear time.

    Questions come first, each with its positions, then the theses that answer none, then what is left on circles;
    under each claim the relations that end on it, in file order. A claim that stands in several places is told in
    full at the first one (positions and theses always at the top) and is a reference everywhere else, so circles end.
    Relations with an end that is not in the map, or that only undercut each other in a circle, have no place.

    Args:
        map: Any map, with faults or without.

    Returns:
        The outline of what pictures show of the map: every claim once in full, every question, and every relation
        that leads to a claim.
    """
    return _Walk(shown(map)).whole()


@dataclass(frozen=True, slots=True)
class _Visit:
    """A node still to be placed."""

    role: Role
    item: Item
    parent: int | None
    level: int


class _Walk:
    """The walk that lays the nodes down; lives for one call."""

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map
        self.graph = MapGraph(map)
        self.nodes: list[Node] = []
        self.told: set[str] = set()
        self.shown: set[str] = set()
        self.positions: dict[str, list[Claim]] = defaultdict(list)
        for claim in map.claims:
            for question in dict.fromkeys(claim.answers):
                self.positions[question].append(claim)
        heads = [claim.id for question in map.questions for claim in self.positions.get(question.id, ())]
        self.heads = {*heads, *(claim.id for claim in self.graph.roots)}

    def whole(self) -> Outline:
        for question in self.map.questions:
            self._descend(_Visit(Role.QUESTION, question, None, 0))
        for claim in self.graph.roots:
            if claim.id not in self.told:
                self._descend(_Visit(Role.THESIS, claim, None, 0))
        for claim in self.map.claims:
            if claim.id not in self.told:
                self._descend(_Visit(Role.CLAIM, claim, None, 0))
        return Outline(tuple(self.nodes))

    def _descend(self, root: _Visit) -> None:
        waiting = [root]
        while waiting:
            visit = waiting.pop()
            repeat = self._is_repeat(visit)
            self.nodes.append(Node(visit.role, visit.item, visit.parent, visit.level, repeat))
            if not repeat:
                (self.shown if visit.role is Role.STEP else self.told).add(visit.item.id)
            if visit.role is Role.STEP or not repeat:
                waiting.extend(reversed(self._below(visit, len(self.nodes) - 1, repeat)))

    def _is_repeat(self, visit: _Visit) -> bool:
        if visit.role is Role.STEP:
            return visit.item.id in self.shown
        return visit.item.id in self.told or (visit.role is Role.PREMISE and visit.item.id in self.heads)

    def _below(self, visit: _Visit, place: int, repeat: bool) -> list[_Visit]:
        """What stands under a node: positions, steps, or the premises and undercuts of a step."""
        item, level = visit.item, visit.level
        if isinstance(item, Question):
            return [_Visit(Role.POSITION, claim, place, level + 1) for claim in self.positions.get(item.id, ())]
        steps = [
            _Visit(Role.STEP, relation, place, level + 1)
            for relation in dict.fromkeys(self.graph.onto.get(item.id, ()))
            if not self._came_through(relation, visit)
        ]
        if isinstance(item, Claim):
            return steps
        premises = [_Visit(Role.PREMISE, claim, place, level) for claim in self._premises(item, visit.parent)]
        return premises if repeat else premises + steps

    def _premises(self, relation: Relation, parent: int | None) -> list[Claim]:
        end = self.nodes[parent].item.id if parent is not None else relation.target
        return [self.map.claim[name] for name in relation.premises_for(end) if name in self.map.claim]

    def _came_through(self, relation: Relation, visit: _Visit) -> bool:
        """Whether a conflict is the very step under which the claim stands: then it is not told again."""
        above = self.nodes[visit.parent].item if visit.parent is not None else None
        return relation.kind is RelationKind.CONFLICT and above is not None and above.id == relation.id


_VERBS = {
    RelationKind.SUPPORT: "supported by",
    RelationKind.ATTACK: "attacked by",
    RelationKind.CONFLICT: "in conflict with",
}
_STEP_VERBS = {
    RelationKind.SUPPORT: "the step is supported by",
    RelationKind.ATTACK: "the step is undercut by",
    RelationKind.CONFLICT: "the step is in conflict with",
}
_HEADINGS = {
    Role.QUESTION: "Question",
    Role.POSITION: "Position",
    Role.THESIS: "Thesis",
    Role.CLAIM: "Claim",
}
_DEEPEST = 12


def verb(outline: Outline, step: int) -> str:
    """What a step does, seen from what it ends on: `supported by`, `the step is undercut by`, ...

    Args:
        outline: The outline.
        step: Place of a node whose role is `STEP`.
    """
    node = outline.nodes[step]
    onto_step = node.parent is not None and outline.nodes[node.parent].role is Role.STEP
    relation = node.item
    assert isinstance(relation, Relation)
    return (_STEP_VERBS if onto_step else _VERBS)[relation.kind]


def short(item: Question | Claim, limit: int = 80) -> str:
    """The name of a question or claim in one line: its title, else its text cut at a word to `limit` characters."""
    words = _words(item.label) or _words(item.id)
    if len(words) <= limit:
        return words
    cut = words[:limit].rsplit(" ", 1)[0] if " " in words[:limit] else words[:limit]
    return f"{cut.rstrip(' ,;:.')}…"


def plain_text(outline: Outline, labelling: Labelling | None = None, marks: Marks = NO_MARKS) -> str:
    """Tell an outline in plain indented lines, for readers who cannot see the picture.

    Lines deeper than twelve levels are not indented further; they say their level instead.

    Args:
        outline: The outline of a map.
        labelling: What an evaluation says of its claims and relations: named first, and then told with each claim.
        marks: What happened to its claims, questions and relations since another version of the map.

    Returns:
        One line a question or claim, without a line end after the last; empty for an empty map.
    """
    lines = []
    if labelling and not {*labelling.labels, *labelling.strengths}.isdisjoint(node.item.id for node in outline.nodes):
        lines.append(f"Evaluated: {_words(labelling.title)}.")
    for place, node in enumerate(outline.nodes):
        if isinstance(node.item, Relation):
            continue
        lead = _lead(outline, place, labelling, marks)
        if node.level > _DEEPEST:
            lead = f"(level {node.level}) {lead}"
        words = f"{short(node.item)} (told elsewhere)" if node.repeat else _in_full(node.item)
        lines.append(f"{'  ' * min(node.level, _DEEPEST)}{lead}: {words}")
    return "\n".join(lines)


def _lead(outline: Outline, place: int, labelling: Labelling | None, marks: Marks) -> str:
    """What a claim does at its place, and what is said of it and of the step that it opens."""
    node = outline.nodes[place]
    words = said(labelling, node.item.id) if isinstance(node.item, Claim) else ""
    words = ", ".join(filter(None, (told(marks, node.item.id), words)))
    verdict = f" ({words})" if words else ""
    if node.role is not Role.PREMISE or node.parent is None:
        return _HEADINGS[node.role] + verdict
    if outline.children[node.parent][0] != place:
        return f"together with{verdict}"
    step = outline.nodes[node.parent].item
    lost = lost_effect(step, labelling) if isinstance(step, Relation) else ""
    does = verb_told(marks, step.id, verb(outline, node.parent))
    return does + verdict + (f", {lost}" if lost else "")


def _words(text: str) -> str:
    return " ".join(clean(text).split())


def _in_full(item: Question | Claim) -> str:
    text, title = _words(item.text), _words(item.title or "")
    if not title or title == text:
        return text
    return f"{title}. {text}" if text else title
