"""The edges of argument as relations: support, example, attack, undercut, and further premises of these."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.core.model import Relation, RelationKind
from argmap.formats.foreign.chains import Fate, fates
from argmap.formats.foreign.names import Names
from argmap.formats.foreign.notes import SpanNotes
from argmap.formats.microtexts.parts import Edge, Parts, further

_KINDS = {
    "sup": RelationKind.SUPPORT,
    "exa": RelationKind.SUPPORT,
    "reb": RelationKind.ATTACK,
    "und": RelationKind.ATTACK,
}
_EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class Reasons:
    """What the edges came to.

    Attributes:
        relations: Those of the map, in the order of their edges.
        left: The edges that no relation could be made of.
    """

    relations: tuple[Relation, ...]
    left: tuple[Edge, ...]


@dataclass(slots=True)
class _Step:
    """An edge that is a relation, with the edges that add premises to it. Its target is a statement or an edge."""

    edge: Edge
    claim: str | None
    relation: int | None
    added: list[Edge] = field(default_factory=list)
    premises: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.premises = {self.edge.source}


def reasons_of(parts: Parts, claims: Mapping[str, str], names: Names, notes: SpanNotes) -> Reasons:
    """Make relations of edges. What cannot be one is noted and given back, so that it can be carried along.

    Args:
        parts: What the file holds.
        claims: Ids in the map by those of the statements in the file.
        names: Gives the relations their ids.
        notes: Takes the findings.
    """
    return _Reasoning(parts, claims, names, notes).reasons()


class _Reasoning:
    def __init__(self, parts: Parts, claims: Mapping[str, str], names: Names, notes: SpanNotes) -> None:
        self.parts = parts
        self.claims = claims
        self.names = names
        self.notes = notes
        self.steps: dict[int, _Step] = {}
        self.left: list[Edge] = []

    def reasons(self) -> Reasons:
        edges = [edge for edge in self.parts.edges if edge.type != "seg"]
        additions = [edge for edge in edges if edge.type == "add"]
        self.first_of = self._followed(additions)
        for edge in edges:
            if edge.type in _KINDS:
                self._place(edge)
            elif edge.type != "add":
                what = f"the type `{edge.type}`" if edge.type else "no `type`"
                message = f"{edge.name} has {what}; it is carried along"
                self._leave(edge, "edge-without-step", message, "types are sup, exa, add, reb, und and seg")
        self._drop_unfounded()
        for edge in additions:
            self._add(edge)
        made = {number: self.names.made(step.edge.id, "edge") for number, step in self.steps.items()}
        relations = tuple(self._relation(made, number, step) for number, step in self.steps.items())
        return Reasons(relations, tuple(sorted(self.left, key=lambda edge: edge.number)))

    def _leave(self, edge: Edge, name: str, message: str, help: str | None = None) -> None:
        self.notes.note(name, message, edge.place, help)
        self.left.append(edge)

    def _followed(self, additions: list[Edge]) -> dict[int, Edge | None]:
        """By the numbers of edges that add premises: the edge that they add to at last, or None for a circle."""
        found: dict[int, Edge | None] = {}
        for start in additions:
            way: dict[int, None] = {}
            here: Edge | None = start
            while here is not None and here.type == "add" and here.number not in found and here.number not in way:
                way[here.number] = None
                here = self.parts.edge.get(here.target) if here.target else None
            if here is not None and here.number in found:
                here = found[here.number]
            found |= dict.fromkeys(way, None if here is None or here.number in way else here)
        return found

    def _place(self, edge: Edge) -> None:
        """Find the ends of an edge."""
        if not self._starts_well(edge):
            return
        step = self._aimed(edge)
        if step is None:
            return
        if step.claim == edge.source or step.relation == edge.number:
            what = f"from `{edge.source}` to itself" if step.claim else "to itself"
            self._leave(edge, "looping-edge", f"{edge.name} leads {what}")
        else:
            self.steps[edge.number] = step

    def _starts_well(self, edge: Edge) -> bool:
        """Whether an edge leads from a statement, and to something."""
        for end, word in ((edge.source, "src"), (edge.target, "trg")):
            if not end:
                self._leave(edge, "dangling-edge", f"{edge.name} has no `{word}`")
                return False
            if not self.parts.kind_of(end):
                way = "from" if word == "src" else "to"
                self._leave(edge, "dangling-edge", f"{edge.name} leads {way} `{end}`, which is not there")
                return False
        if edge.source not in self.parts.adus:
            kind = self.parts.kind_of(edge.source)
            self._leave(edge, "edge-without-step", f"{edge.name} leads from `{edge.source}`, which is {kind}")
            return False
        return True

    def _aimed(self, edge: Edge) -> _Step | None:
        """An edge with its target. An undercut looks for an edge of that id first, the others for a statement."""
        is_claim, is_edge = edge.target in self.parts.adus, edge.target in self.parts.edge
        if is_claim and not (edge.type == "und" and is_edge):
            if edge.type == "und":
                message = f"{edge.name} undercuts `{edge.target}`, which is no edge; it is read as an attack on it"
                self.notes.note("odd-value", message, edge.place)
            return _Step(edge, edge.target, None)
        if not is_edge:
            kind = self.parts.kind_of(edge.target)
            self._leave(edge, "edge-without-step", f"{edge.name} leads to `{edge.target}`, which is {kind}")
            return None
        if _KINDS[edge.type] is RelationKind.SUPPORT:
            message = f"{edge.name} supports the edge `{edge.target}`; argmap knows only attacks on relations"
            self._leave(edge, "edge-without-step", message, "the type add gives a relation a further premise")
            return None
        return self._aimed_at_edge(edge, self.parts.edge[edge.target])

    def _aimed_at_edge(self, edge: Edge, target: Edge) -> _Step | None:
        first = self.first_of.get(target.number) if target.type == "add" else target
        if first is None or first.type not in _KINDS:
            self._leave(edge, "edge-without-step", f"{edge.name} leads to `{edge.target}`, which gives no reason")
            return None
        if edge.type == "reb":
            message = f"{edge.name} rebuts the edge `{edge.target}`; it is read as an undercut"
            self.notes.note("odd-value", message, edge.place)
        return _Step(edge, None, first.number)

    def _drop_unfounded(self) -> None:
        """Leave out what attacks itself by way of others, or something that is left out."""
        found = fates({number: step.relation for number, step in self.steps.items()})
        for number, fate in found.items():
            if fate is Fate.STANDS:
                continue
            edge = self.steps.pop(number).edge
            if fate is Fate.CIRCLES:
                self._leave(edge, "circular-step", f"{edge.name} attacks itself by way of others")
            else:
                message = f"{edge.name} leads to the edge `{edge.target}`, which is left out"
                self._leave(edge, "dangling-edge", message)

    def _add(self, edge: Edge) -> None:
        """Give a relation a further premise."""
        if edge.target in self.parts.adus and edge.target not in self.parts.edge:
            message = f"{edge.name} adds a premise to `{edge.target}`, which is no edge"
            self._leave(edge, "edge-without-step", message)
            return
        if not self._starts_well(edge):
            return
        first = self.first_of[edge.number]
        step = self.steps.get(first.number) if first is not None else None
        if first is None and edge.target in self.parts.edge:
            self._leave(edge, "circular-step", f"{edge.name} adds a premise to an edge that adds one to it")
        elif step is None:
            message = f"{edge.name} adds a premise to `{edge.target}`, which is left out or gives no reason"
            self._leave(edge, "dangling-edge", message)
        elif edge.source == step.claim:
            message = f"{edge.name} makes `{edge.source}` a premise of a relation that ends on it"
            self._leave(edge, "looping-edge", message)
        elif edge.source in step.premises:
            message = f"{edge.name} adds the premise `{edge.source}`, which the relation has"
            self._leave(edge, "odd-value", message)
        else:
            step.added.append(edge)
            step.premises.add(edge.source)

    def _relation(self, made: Mapping[int, str], number: int, step: _Step) -> Relation:
        edge = step.edge
        joined = (edge, *step.added)
        target = self.claims[step.claim] if step.claim is not None else made[step.relation or 0]
        places = {f"premises.{place}": item.place for place, item in enumerate(joined)}
        return Relation(
            id=made[number],
            kind=_KINDS[edge.type],
            premises=tuple(self.claims[item.source] for item in joined),
            target=target,
            named=True,
            scheme=_EXAMPLE if edge.type == "exa" else None,
            data=self.names.data(made[number], **self._said(step)),
            spans=self.notes.spans({"id": edge.place, "target": edge.place, **places}),
        )

    def _said(self, step: _Step) -> dict[str, Any]:
        """What the relation carries along: what its premises and its target do not say."""
        edge, said = step.edge, dict[str, Any](further(step.edge.element))
        if edge.type == ("und" if step.relation is None else "reb"):
            said["type"] = edge.type
        if step.relation is not None and self.parts.edge[edge.target].number != step.relation:
            said["trg"] = edge.target
        if step.added:
            said["add"] = [self._addition(item, edge) for item in step.added]
        return said

    def _addition(self, edge: Edge, first: Edge) -> dict[str, Any]:
        said = {"id": edge.id, "src": edge.source, **({"trg": edge.target} if edge.target != first.id else {})}
        return {**{key: value for key, value in said.items() if value}, **further(edge.element)}
