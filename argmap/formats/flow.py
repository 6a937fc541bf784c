"""What DOT and Mermaid both draw: boxes in groups, and arrows, with a joint where a step has parts or is a target."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from argmap.core.graph import MapGraph
from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim, Group, Question, Relation, RelationKind
from argmap.diagram.verdict import MARKS, WORDS, number, relevant

Box: TypeAlias = Question | Claim
Heads: TypeAlias = Literal["none", "end", "both"]
Kind: TypeAlias = Literal["support", "attack", "conflict", "answer"]

SIGNS: Mapping[Kind, str] = {"support": "+", "attack": "−", "conflict": "↔", "answer": ""}
DIRECTIONS: Mapping[str, str] = {"down": "BT", "up": "TB", "left": "LR", "right": "RL"}
"""How DOT and Mermaid call where the reasons lie, seen from the thesis; arrows run the other way."""
CLASSES: Mapping[Label, str] = {
    Label.IN: "stands", Label.OUT: "falls", Label.UNDECIDED: "undecided", Label.UNKNOWN: "unknown",
}  # fmt: skip
"""The class of what has a label."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line between two boxes or joints.

    Attributes:
        start, end: Names of what it joins.
        kind: What it means.
        heads: Where it has heads.
        is_marked: Whether it carries the sign of its kind; of the parts of one relation a single one does.
        relation: Id of the relation that it is a part of; empty for an answer.
    """

    start: str
    end: str
    kind: Kind
    heads: Heads
    is_marked: bool
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """A group begins; what comes before its `Closing` lies in it."""

    name: str
    group: Group


@dataclass(frozen=True, slots=True)
class Closing:
    """The group that was opened last ends."""


def label_of(box: Box, labelling: Labelling | None) -> Label | None:
    """The label of a claim, if it has one."""
    return labelling.labels.get(box.id) if labelling and isinstance(box, Claim) else None


def mark_of(box: Box, labelling: Labelling | None) -> str:
    """The mark of a claim's label; empty if it has none."""
    label = label_of(box, labelling)
    return MARKS[label] if label else ""


def words_of(box: Box, labels: str | None) -> tuple[str, str]:
    """The title and the text that a box shows, each empty if it shows none; what has neither shows its id.

    `labels` is what the map asks for: `title`, `text` or `both`; None is both. What lacks the one shows the other.
    """
    title, text = box.title or "", box.text if box.text != box.title else ""
    if labels == "title" and title:
        return title, ""
    if labels == "text" and box.text:
        return "", box.text
    return (title, text) if title or text else ("", box.id)


def strength_of(box: Box, labelling: Labelling | None) -> str:
    """A claim's strength in words; empty if it has none."""
    if labelling is None or not isinstance(box, Claim) or box.id not in labelling.strengths:
        return ""
    return f"strength {number(labelling.strengths[box.id])}"


def caption(argument_map: ArgumentMap, labelling: Labelling | None) -> str:
    """Which evaluation is shown, and what the marks that occur in it mean; empty without one."""
    if labelling is None or relevant(argument_map, labelling) is None:
        return ""
    occurring = {labelling.labels.get(claim.id) for claim in argument_map.claims}
    words = ", ".join(f"{MARKS[label]} {WORDS[label]}" for label in Label if label in occurring)
    return f"{labelling.title}: {words}" if words else labelling.title


@dataclass(frozen=True)
class Flow:
    """A map as boxes, joints and arrows, each with a name that needs no quoting anywhere.

    Names are the ids, with everything but ASCII letters and digits made `_`, after a letter for the kind of thing and
    `_`: so no name is a keyword of the target language, and names stay when the file is reordered.
    """

    map: ArgumentMap

    @cached_property
    def graph(self) -> MapGraph:
        """The relations that can be drawn."""
        return MapGraph(self.map)

    @cached_property
    def names(self) -> Mapping[tuple[str, str], str]:
        """Names by the kind of thing (`q`, `c`, `j`, `g`) and its id."""
        keys = [("q", item.id) for item in self.map.questions]
        keys += [("c", item.id) for item in self.map.claims]
        keys += [("j", item.id) for item in self.joints]
        keys += [("g", item.id) for item in self.map.groups]
        names: dict[tuple[str, str], str] = {}
        uses: dict[str, int] = defaultdict(int)
        taken: set[str] = set()
        for letter, item_id in keys:
            base = f"{letter}_{re.sub('[^A-Za-z0-9]', '_', item_id)}"
            name = base
            while name in taken:
                uses[base] += 1
                name = f"{base}_{uses[base] + 1}"
            taken.add(name)
            names[letter, item_id] = name
        return names

    def name(self, item: Box | Relation | Group) -> str:
        """The name of a box, joint or group."""
        letter = {Question: "q", Claim: "c", Relation: "j", Group: "g"}[type(item)]
        return self.names[letter, item.id]

    @cached_property
    def joints(self) -> tuple[Relation, ...]:
        """Relations that are drawn with a joint: several premises, or another relation ends on them."""
        aimed_at = {item.target for item in self.graph.relations if item.target not in self.map.claim}
        return tuple(
            item for item in self.graph.relations if item.id in aimed_at or len(dict.fromkeys(item.premises)) > 1
        )

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """All arrows: the relations in file order, then the answers."""
        jointed = {item.id for item in self.joints}
        found = [arrow for item in self.graph.relations for arrow in self._arrows_of(item, item.id in jointed)]
        found += [
            Arrow(self.names["c", claim.id], self.names["q", question], "answer", "end", False)
            for claim in self.map.claims
            for question in dict.fromkeys(claim.answers)
            if question in self.map.question
        ]
        return tuple(found)

    def _arrows_of(self, relation: Relation, is_jointed: bool) -> Iterator[Arrow]:
        kind: Kind = relation.kind.value
        premises = [self.names["c", premise] for premise in dict.fromkeys(relation.premises)]
        is_conflict = relation.kind is RelationKind.CONFLICT
        target = self.names["c" if relation.target in self.map.claim else "j", relation.target]
        if not is_jointed:
            yield Arrow(premises[0], target, kind, "both" if is_conflict else "end", True, relation.id)
            return
        joint = self.names["j", relation.id]
        for premise in premises:
            if is_conflict:
                yield Arrow(joint, premise, kind, "end", False, relation.id)
            else:
                yield Arrow(premise, joint, kind, "none", False, relation.id)
        yield Arrow(joint, target, kind, "end", True, relation.id)

    def items(self) -> Iterator[Box | Relation | Opening | Closing]:
        """Questions, claims and joints in file order: first those in no group, then the groups, one inside the other.

        A member of several groups lies in the innermost, among equals in the first; a joint lies where all its
        premises lie. Empty groups are left out.
        """
        order, depth = self._nested()
        home: dict[str, str] = {}
        for group in self.map.groups:
            for member in group.members:
                if member not in home or depth[group.id] > depth[home[member]]:
                    home[member] = group.id
        inside: dict[str | None, list[Box | Relation]] = defaultdict(list)
        boxes: list[Box] = [*self.map.questions, *self.map.claims]
        for box in boxes:
            inside[home.get(box.id)].append(box)
        for joint in self.joints:
            homes = {home.get(premise) for premise in joint.premises}
            inside[homes.pop() if len(homes) == 1 else None].append(joint)
        yield from inside[None]
        yield from self._grouped(order, depth, inside)

    def _grouped(
        self, order: list[Group], depth: Mapping[str, int], inside: Mapping[str | None, list[Box | Relation]]
    ) -> Iterator[Box | Relation | Opening | Closing]:
        filled: set[str] = set()
        above: list[str] = []
        for group in order:
            del above[depth[group.id] :]
            above.append(group.id)
            if inside.get(group.id):
                filled.update(above)
        is_open = 0
        for group in order:
            if group.id not in filled:
                continue
            yield from [Closing()] * (is_open - depth[group.id])
            yield Opening(self.name(group), group)
            is_open = depth[group.id] + 1
            yield from inside.get(group.id, ())
        yield from [Closing()] * is_open

    def _nested(self) -> tuple[list[Group], dict[str, int]]:
        """Groups so that outer ones stand before inner ones, and how deep each lies; circles are cut at the first."""
        below: dict[str | None, list[Group]] = defaultdict(list)
        for group in self.map.groups:
            below[group.parent if group.parent in self.map.group else None].append(group)
        order: list[Group] = []
        depth: dict[str, int] = {}
        for start in (*below[None], *self.map.groups):
            waiting = [(start, 0)]
            while waiting:
                group, level = waiting.pop()
                if group.id in depth:
                    continue
                depth[group.id] = level
                order.append(group)
                waiting.extend((inner, level + 1) for inner in reversed(below[group.id]))
        return order, depth
