"""What a debate says of relations, as relations of the map."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from argmap.core.model import RelationKind, Spans
from argmap.formats.argdown.debate.model import Argument, End, Inference, Relation, RelationType, Statement
from argmap.formats.argdown.to_map.drafts import Draft
from argmap.formats.argdown.to_map.entries import Entry

KINDS = {
    RelationType.SUPPORT: RelationKind.SUPPORT,
    RelationType.ENTAILS: RelationKind.SUPPORT,
    RelationType.ATTACK: RelationKind.ATTACK,
    RelationType.UNDERCUT: RelationKind.ATTACK,
    RelationType.CONTRARY: RelationKind.CONFLICT,
    RelationType.CONTRADICTORY: RelationKind.CONFLICT,
}


def usual_type(kind: RelationKind, is_strict: bool, is_between_statements: bool) -> RelationType:
    """The type that a relation of some kind between claims has unless it says otherwise."""
    if kind is RelationKind.CONFLICT:
        return RelationType.CONTRADICTORY
    if kind is RelationKind.ATTACK:
        return RelationType.ATTACK
    return RelationType.ENTAILS if is_strict and is_between_statements else RelationType.SUPPORT


@dataclass(frozen=True, slots=True, eq=False)
class Stated:
    """Makes the relations that are stated by signs.

    Attributes:
        ids: Ids of claims.
        of_inference: What an undercut of an inference leads to.
        conclusion_of: The main conclusion of an argument that is no claim.
        is_strict: Whether support between statements is entailment.
        spans_of: Places of a relation.
    """

    ids: Mapping[Entry, str]
    of_inference: Mapping[Inference, Draft]
    conclusion_of: Callable[[Argument], Statement]
    is_strict: bool
    spans_of: Callable[[Relation], Spans]
    _made: dict[Relation, Draft] = field(default_factory=dict)

    def drafts(self, relations: Iterable[Relation]) -> list[Draft]:
        """The relations, in their order."""
        for relation in relations:
            source = self._id(relation.source)
            if source is not None:
                spans = self.spans_of(relation)
                self._made[relation] = Draft(KINDS[relation.type], (source,), "", relation.place, spans=spans)
        for relation, draft in self._made.items():
            self.aim(relation, draft)
        return list(self._made.values())

    def _id(self, end: Entry) -> str | None:
        found = self.ids.get(end)
        return self.ids.get(self.conclusion_of(end)) if found is None and isinstance(end, Argument) else found

    def aim(self, relation: Relation, draft: Draft) -> None:
        """Let a relation lead to where it is said to lead."""
        step = self._step(relation)
        if step is not None:
            draft.target = step
            if isinstance(relation.target, Argument) and relation.target.structure and relation.target in self.ids:
                draft.extras["on"] = "argument"
            return
        target = relation.target.argument if isinstance(relation.target, Inference) else relation.target
        draft.target = self._id(target) or ""
        is_between_statements = isinstance(relation.source, Statement) and isinstance(target, Statement)
        if relation.type is not usual_type(draft.kind, self.is_strict, is_between_statements):
            draft.extras["type"] = relation.type.value

    def _step(self, relation: Relation) -> Draft | None:
        """The relation that a relation leads to, if it leads to one."""
        target = relation.target
        if isinstance(target, Inference):
            return self.of_inference.get(target)
        if not isinstance(target, Argument):
            return None
        if target.structure and (relation.type is RelationType.UNDERCUT or target not in self.ids):
            inference = target.structure[-1].inference
            return self.of_inference.get(inference) if inference else None
        if relation.type is not RelationType.UNDERCUT:
            return None
        outgoing = outgoing_of(target)
        return self._made.get(outgoing[0]) if len(outgoing) == 1 else None


def outgoing_of(end: End) -> list[Relation]:
    """What an argument without a structure is for or against: what an undercut of it may be about."""
    return [
        item
        for item in end.relations
        if item.source is end and item.type in (RelationType.SUPPORT, RelationType.ATTACK)
    ]
