"""What the label of each claim and relation comes from under a reading of support, read off a labelling."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.core.explanation import Role
from argmap.core.foundation import assumed_claims, founded_claims, supports
from argmap.core.graph import MapGraph
from argmap.core.labelling import WORTH, Label
from argmap.core.model import ArgumentMap, Relation, RelationKind

_NOT = {Label.IN: Label.OUT, Label.OUT: Label.IN}


@dataclass(frozen=True, slots=True)
class Step:
    """A relation in one direction, seen from what it ends on.

    Attributes:
        key: Tells it from all claims and other steps.
        relation: The relation. A symmetric conflict makes two steps, one each way.
        role: What it does for its end.
        premises: Ids of the claims that it starts from, each once.
        end: Id of the claim or relation that it bears on. For a need it is the claim that needs the premise.
    """

    key: str
    relation: Relation
    role: Role
    premises: tuple[str, ...]
    end: str


def key_of(claim: str) -> str:
    """The key of a claim, which no step has."""
    return f"c:{claim}"


class Sources:
    """Where the labels of one labelling come from.

    Args:
        map: The map.
        labels: Label by id of claim or relation.
        support: Name of the reading of support.
        forced: Claims that are taken for granted, by id.
    """

    def __init__(
        self, map: ArgumentMap, labels: Mapping[str, Label], support: str, forced: Mapping[str, object]
    ) -> None:
        self.map = map
        self.graph = MapGraph(map)
        self.labels = labels
        self.support = support
        self.forced = frozenset(forced)
        self.assumed = assumed_claims(self.graph) if support == "default" else frozenset(map.claim)
        self.founded = founded_claims(self.graph) if support == "default" else frozenset(map.claim)
        self._undercuts: dict[str, list[Step]] = defaultdict(list)
        self._against: dict[str, list[Step]] = defaultdict(list)
        self._favour: dict[str, list[Step]] = defaultdict(list)
        self._needs: dict[str, list[Step]] = defaultdict(list)
        for relation in self.graph.relations:
            if relation.kind is not RelationKind.SUPPORT:
                self._place_attack(relation)
        for relation in supports(self.graph):
            self._place_support(relation)

    def _place_attack(self, relation: Relation) -> None:
        premises = tuple(dict.fromkeys(relation.premises))
        is_conflict = relation.kind is RelationKind.CONFLICT
        if relation.target in self.map.claim:
            role = Role.CONFLICT if is_conflict else Role.ATTACK
            step = Step(f"s:{relation.id}", relation, role, premises, relation.target)
            self._against[relation.target].append(step)
            if is_conflict and relation.target != premises[0]:
                back = Step(f"b:{relation.id}", relation, role, (relation.target,), premises[0])
                self._against[premises[0]].append(back)
        elif not is_conflict:
            step = Step(f"s:{relation.id}", relation, Role.UNDERCUT, premises, relation.target)
            self._undercuts[relation.target].append(step)

    def _place_support(self, relation: Relation) -> None:
        premises = tuple(dict.fromkeys(relation.premises))
        if self.support == "default":
            if relation.target not in self.assumed:
                step = Step(f"s:{relation.id}", relation, Role.SUPPORT, premises, relation.target)
                self._favour[relation.target].append(step)
        elif self.support == "necessary":
            for number, premise in enumerate(premises):
                step = Step(f"n{number}:{relation.id}", relation, Role.NEED, (premise,), relation.target)
                self._needs[relation.target].append(step)
        elif self.support == "deductive" and len(premises) == 1:
            step = Step(f"n0:{relation.id}", relation, Role.NEED, (relation.target,), premises[0])
            self._needs[premises[0]].append(step)

    def against(self, claim: str) -> Sequence[Step]:
        """The attacks and conflicts that end on a claim."""
        return self._against.get(claim, ())

    def favour(self, claim: str) -> Sequence[Step]:
        """The supports one of which a claim needs; none if it stands by itself."""
        return self._favour.get(claim, ())

    def needs(self, claim: str) -> Sequence[Step]:
        """What a claim cannot stand without, under a reading that takes support for a need."""
        return self._needs.get(claim, ())

    def undercuts(self, step: Step) -> Sequence[Step]:
        """The undercuts of a step."""
        return self._undercuts.get(step.relation.id, ())

    def claim(self, name: str) -> Label:
        """The label of a claim."""
        return self.labels.get(name, Label.UNKNOWN)

    def step(self, step: Step) -> Label:
        """The label of a step; a need that an undercut stops counts as met."""
        if step.role is not Role.CONFLICT and step.role is not Role.NEED:
            return self.labels.get(step.relation.id, Label.UNKNOWN)
        undercuts = [self.step(item) for item in self.undercuts(step)]
        if step.role is Role.NEED:
            return max([self.claim(step.premises[0]), *undercuts], key=WORTH.__getitem__)
        stops = [_NOT.get(label, label) for label in undercuts]
        return min([self.claim(step.premises[0]), *stops], key=WORTH.__getitem__)

    def steps_of(self, claim: str) -> Iterator[Step]:
        """All steps that a claim's label comes from."""
        if claim not in self.forced:
            yield from self.favour(claim)
            yield from self.needs(claim)
            yield from self.against(claim)

    def is_unsupported(self, claim: str) -> bool:
        """Whether a claim neither stands by itself nor has a support that holds or is open."""
        return claim not in self.assumed and (
            claim not in self.founded or all(self.step(item) is Label.OUT for item in self.favour(claim))
        )
