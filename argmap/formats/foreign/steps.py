"""Graphs with nodes for steps of reasoning, as AIF and SADFace have them, as relations of a map.

Premises lead to a step, and the step to its conclusion: a statement, or for an attack also another step (an undercut).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from argmap.core.graph import strongly_connected
from argmap.core.model import Data, Relation, RelationKind
from argmap.formats.foreign.names import Names
from argmap.formats.foreign.notes import Notes


@dataclass(frozen=True, slots=True)
class Step:
    """A node that stands for a step.

    Attributes:
        id: Its id in the file.
        kind: What it does. A symmetric conflict counts as such only with one premise and a statement as conclusion.
        place: Where it stands, in terms of `Notes`.
        scheme: The scheme, as the relation is to call it.
        said: What its relations carry along.
    """

    id: str
    kind: RelationKind
    place: Any
    scheme: str | None = None
    said: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from a node to another, by their ids in the file; `raw` is what the file says of it."""

    source: str
    target: str
    place: Any
    raw: Any = None


class Joined(NamedTuple):
    """What steps and edges came to.

    Attributes:
        relations: Those of the map, in the order of the steps. They are called as their steps; a step with several
            conclusions has one for each, and all carry its id as `step`.
        steps: Ids of the steps that no relation could be made of.
        edges: The edges that are in no relation, in their order.
    """

    relations: tuple[Relation, ...]
    steps: tuple[str, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class StepGraph:
    """What a file says of nodes and edges.

    Attributes:
        statements: Ids in the map of the nodes that are claims, by their ids in the file.
        steps: The nodes for steps, each id once and none of the others'.
        others: Ids in the file of further nodes. Edges to and from them are given back without a note.
        edges: All edges.
    """

    statements: Mapping[str, str]
    steps: Sequence[Step]
    others: Collection[str]
    edges: Sequence[Edge]


def join(graph: StepGraph, names: Names, notes: Notes) -> Joined:
    """Make relations of steps. What cannot be one is noted and given back, so that it can be carried along.

    Args:
        graph: Nodes and edges.
        names: Gives the relations their ids.
        notes: Takes the findings.
    """
    return _Joiner(graph, names, notes).join(graph.edges)


@dataclass(slots=True)
class _Ends:
    """The edges into a step and out of it that count."""

    premises: dict[str, Edge] = field(default_factory=dict)
    conclusions: dict[str, Edge] = field(default_factory=dict)


class _Joiner:
    def __init__(self, graph: StepGraph, names: Names, notes: Notes) -> None:
        self.statements = graph.statements
        self.others = graph.others
        self.steps = {step.id: step for step in graph.steps}
        self.names = names
        self.notes = notes
        self.ends = {step.id: _Ends() for step in graph.steps}
        self._made: list[tuple[str, Relation]] = []

    def join(self, edges: Sequence[Edge]) -> Joined:
        for edge in edges:
            self._place(edge)
        made = self._whole()
        self._made = [(step, relation) for step in made for relation in self._relations(step)]
        used = {id(edge) for step in made for edge in self._edges_of(step)}
        left = tuple(edge for edge in edges if id(edge) not in used)
        return Joined(self._resolved(), tuple(key for key in self.steps if key not in made), left)

    def _place(self, edge: Edge) -> None:
        """Give an edge to the step that it belongs to. What stands there twice is given back like what fits nowhere."""
        source, target = edge.source, edge.target
        missing = [end for end in (source, target) if not self._is_known(end)]
        if missing:
            self.notes.note("dangling-edge", f"there is no node `{missing[0]}` for this edge", edge.place)
        elif source == target:
            self.notes.note("looping-edge", f"this edge leads from the node `{source}` to itself", edge.place)
        elif source in self.others or target in self.others:
            return
        elif source in self.steps:
            self._conclude(edge)
        elif target in self.steps:
            self.ends[target].premises.setdefault(source, edge)
        else:
            message = f"this edge leads from `{source}` to `{target}` with no step between them that says what it means"
            self.notes.note("edge-without-step", message, edge.place)

    def _conclude(self, edge: Edge) -> None:
        step = self.steps[edge.source]
        if edge.target in self.steps and step.kind is RelationKind.SUPPORT:
            message = f"the support `{step.id}` leads to a step; argmap knows only attacks on steps"
            self.notes.note("edge-without-step", message, edge.place)
        else:
            self.ends[step.id].conclusions.setdefault(edge.target, edge)

    def _is_known(self, id: str) -> bool:
        return id in self.statements or id in self.steps or id in self.others

    def _whole(self) -> dict[str, None]:
        """The steps that have premises and a conclusion and hang on no circle; what is wrong with others is noted."""
        for key, ends in self.ends.items():
            for end in [end for end in ends.premises if end in ends.conclusions]:
                message = f"the node `{end}` is both a premise and the conclusion of the step `{key}`"
                self.notes.note("looping-edge", message, ends.premises.pop(end).place)
        for key, step in self.steps.items():
            if not self.ends[key].premises:
                self.notes.note("step-without-premise", f"the step `{key}` has no premise", step.place)
            elif not self.ends[key].conclusions:
                self.notes.note("step-without-conclusion", f"the step `{key}` has no conclusion", step.place)
        return self._founded(self._on_circles())

    def _on_circles(self) -> set[str]:
        """Steps that attack each other in a circle: none of them can be there before the others."""
        below = {key: [end for end in ends.conclusions if end in self.steps] for key, ends in self.ends.items()}
        found = {key for part in strongly_connected(list(self.steps), below) if len(part) > 1 for key in part}
        for key in self.steps:
            if key in found:
                self.notes.note(
                    "circular-step", f"the step `{key}` attacks itself by way of others", self.steps[key].place
                )
        return found

    def _founded(self, circles: set[str]) -> dict[str, None]:
        """The steps that lead to a claim, at last."""
        made: dict[str, bool] = dict.fromkeys(circles, False)
        order = list(self.steps)
        while order:
            key = order[-1]
            ends = self.ends[key]
            waiting = [end for end in ends.conclusions if end in self.steps and end not in made]
            if key not in made and ends.premises and waiting:
                order += waiting
                continue
            order.pop()
            if key not in made:
                fit = [end for end in ends.conclusions if end in self.statements or made.get(end)]
                ends.conclusions = {end: ends.conclusions[end] for end in fit}
                made[key] = bool(ends.premises and fit)
        return dict.fromkeys(key for key in self.steps if made[key])

    def _edges_of(self, key: str) -> Iterable[Edge]:
        ends = self.ends[key]
        return (*ends.premises.values(), *ends.conclusions.values())

    def _relations(self, key: str) -> Iterable[Relation]:
        """A relation for each conclusion. Targets are ids in the file still where they are steps."""
        step, ends = self.steps[key], self.ends[key]
        for number, (target, edge) in enumerate(ends.conclusions.items()):
            made = self.names.made(key if number == 0 else f"{key}-{number + 1}", "step")
            places = {f"premises.{place}": item.place for place, item in enumerate(ends.premises.values())}
            is_conflict = step.kind is RelationKind.CONFLICT and len(ends.premises) == 1 and target in self.statements
            kind = RelationKind.ATTACK if step.kind is RelationKind.CONFLICT and not is_conflict else step.kind
            yield Relation(
                id=made,
                kind=kind,
                premises=tuple(self.statements[premise] for premise in ends.premises),
                target=target,
                named=True,
                scheme=step.scheme,
                data=self._data(made, step, several=len(ends.conclusions) > 1),
                spans=self.notes.spans({"id": step.place, "target": edge.place, **places}),
            )

    def _data(self, made: str, step: Step, *, several: bool) -> Data:
        return self.names.data(made, step=step.id, **step.said) if several else self.names.data(made, **step.said)

    def _resolved(self) -> tuple[Relation, ...]:
        """The relations with ids of the map as their targets; of a step with several ones, the first."""
        first: dict[str, str] = {}
        for step, relation in self._made:
            first.setdefault(step, relation.id)
        return tuple(
            replace(item, target=first[item.target] if item.target in self.steps else self.statements[item.target])
            for _, item in self._made
        )
