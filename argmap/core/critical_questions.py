"""Which of the questions that schemes ask a map leaves open: none that something in the map may answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from argmap.core.graph import MapGraph
from argmap.core.model import ClaimKind, Relation, RelationKind
from argmap.core.schemes import CATALOGUE, Scheme, SchemeQuestion, scheme_named


class OpenStep(NamedTuple):
    """A step with what is open about it.

    Attributes:
        step: The step.
        scheme: Its scheme.
        questions: The questions of the scheme that are open, at least one.
    """

    step: Relation
    scheme: Scheme
    questions: tuple[SchemeQuestion, ...]


def open_questions(graph: MapGraph) -> Iterator[OpenStep]:
    """Find the questions that the schemes of steps ask and that nothing in the map may answer, in file order.

    A program cannot see what a reason answers, but it can see that nothing stands where an answer would stand:

    - A step that is undercut is questioned, whatever the undercut says: none of its questions is open. So is a step to
      an argument (`kind: argument`) that is attacked, as the argument is nothing but its steps.
    - A question that doubts a premise is open while one of the premises has neither a reason nor an objection. Which
      premise has which role is not known, so one that was looked at does not speak for the others. A citation says who
      said it and not whether it holds, so it makes no difference.
    - A question that doubts the conclusion is open while nothing speaks for the other side: against what the step
      supports, or for what it attacks. Where a step leads to an argument, that is what the argument bears on.
    - A question that doubts the step itself is open unless the step is undercut.

    Takes time linear in the size of the map.
    """
    places = _Places(graph)
    for step in graph.relations:
        name = scheme_named(step.scheme) if step.scheme else None
        if name is not None and not places.is_undercut(step):
            scheme = CATALOGUE[name]
            met = {"conclusion"} if places.is_contested(step) else set()
            if all(places.is_examined(premise, step) for premise in step.premises):
                met.update(premise.role for premise in scheme.premises)
            questions = tuple(question for question in scheme.questions if question.doubts not in met)
            if questions:
                yield OpenStep(step, scheme, questions)


@dataclass(frozen=True)
class _Places:
    """Where answers may stand."""

    graph: MapGraph

    def is_undercut(self, step: Relation) -> bool:
        return step.id in self._attacked or (self._leads_to_argument(step) and step.target in self._attacked)

    def is_examined(self, premise: str, step: Relation) -> bool:
        """Whether a premise has a reason or an objection; the step is neither, though a conflict ends on both."""
        return any(item.id != step.id for item in self.graph.onto.get(premise, ()))

    def is_contested(self, step: Relation) -> bool:
        """Whether something speaks for the other side of what a step leads to."""
        if self._leads_to_argument(step):
            return step.target in self._contested_arguments
        return self._has_other_side(step)

    def _leads_to_argument(self, step: Relation) -> bool:
        end = self.graph.map.claim.get(step.target)
        return step.kind is RelationKind.SUPPORT and end is not None and end.kind is ClaimKind.ARGUMENT

    def _has_other_side(self, step: Relation) -> bool:
        return step.target in (self._opposed if step.kind is RelationKind.SUPPORT else self._supported)

    @cached_property
    def _contested_arguments(self) -> frozenset[str]:
        arguments = (claim.id for claim in self.graph.map.claims if claim.kind is ClaimKind.ARGUMENT)
        return frozenset(name for name in arguments if any(map(self._has_other_side, self.graph.out_of.get(name, ()))))

    @cached_property
    def _attacked(self) -> frozenset[str]:
        return self._ends(RelationKind.ATTACK)

    @cached_property
    def _opposed(self) -> frozenset[str]:
        return self._ends(RelationKind.ATTACK, RelationKind.CONFLICT)

    @cached_property
    def _supported(self) -> frozenset[str]:
        return self._ends(RelationKind.SUPPORT)

    def _ends(self, *kinds: RelationKind) -> frozenset[str]:
        """What relations of some kinds end on; a conflict ends on both its claims."""
        found = self.graph.onto.items()
        return frozenset(end for end, items in found if any(item.kind in kinds for item in items))
