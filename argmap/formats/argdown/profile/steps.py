"""Arguments that are no claims but single relations, with the field `step` in the braces of their inference."""

from argmap.core.model import RelationKind
from argmap.formats.argdown.debate.model import (
    Argument,
    Debate,
    Inference,
    Relation,
    RelationType,
    Statement,
    other_end,
)
from argmap.formats.argdown.to_map.drafts import Draft
from argmap.formats.argdown.to_map.relations import Stated
from argmap.formats.argdown.to_map.structures import Structures

STEP = "step"

_AGAINST = {
    RelationKind.ATTACK: (RelationType.ATTACK, RelationType.CONTRARY, RelationType.UNDERCUT),
    RelationKind.CONFLICT: (RelationType.CONTRADICTORY, RelationType.CONTRARY),
}
"""What the conclusion of such an argument says to what the relation is against."""


class OwnSteps:
    """Finds those arguments in a debate.

    Attributes:
        kinds: What their relations do.
        opposites: Conclusions that are made up: they only say that something is not so.
        aimless: Arguments of which nothing says what they are against.
        unknown: Inferences whose `step` is no kind of relation, or is one of several steps.
    """

    def __init__(self, debate: Debate) -> None:
        self.debate = debate
        self.kinds: dict[Argument, RelationKind] = {}
        self.opposites: set[Statement] = set()
        self.aimless: list[Argument] = []
        self.unknown: list[Inference] = []
        self._against: dict[Argument, Relation] = {}
        for argument in debate.arguments.values():
            self._look_at(argument)
        for argument in self._against:
            opposite = self._conclusion(argument)
            if self._is_made_up(opposite):
                self.opposites.add(opposite)

    def _look_at(self, argument: Argument) -> None:
        inferences = [row.inference for row in argument.structure if row.inference]
        typed = [item for item in inferences if isinstance(item.data, dict) and STEP in item.data]
        if not typed:
            return
        kind = typed[0].data[STEP]
        if len(inferences) > 1 or kind not in tuple(RelationKind):
            self.unknown += typed
            return
        if kind in _AGAINST:
            opposite = self._conclusion(argument)
            found = [item for item in opposite.relations if _is_against(item, opposite, RelationKind(kind))]
            if not found:
                self.aimless.append(argument)
                return
            self._against[argument] = found[0]
        self.kinds[argument] = RelationKind(kind)

    def _conclusion(self, argument: Argument) -> Statement:
        return self.debate.statements[argument.structure[-1].title]

    def _is_made_up(self, statement: Statement) -> bool:
        if not (isinstance(statement.data, dict) and statement.data.get("isInMap") is False):
            return False
        if any(member.argument and not self._concludes(member.argument, statement) for member in statement.members):
            return False
        kinds = tuple(_AGAINST)
        return all(any(_is_against(item, statement, kind) for kind in kinds) for item in statement.relations)

    def _concludes(self, argument: Argument, statement: Statement) -> bool:
        return argument in self._against and all(row.title != statement.title for row in argument.structure[:-1])

    def draft(self, argument: Argument, structures: Structures) -> Draft:
        """The relation that an argument is. One against something has its target later, from `aim`."""
        row = argument.structure[-1]
        premises = structures.premises(argument, len(argument.structure) - 1)
        inference = row.inference or Inference(argument, len(argument.structure) - 1)
        draft = Draft(
            self.kinds[argument],
            tuple(map(structures.id_of, premises)),
            "" if argument in self._against else structures.id_of(row),
            inference.place or argument.place,
            spans=structures.spans_of(inference, [*premises, row]),
        )
        structures.describe(draft, inference)
        structures.of_inference[inference] = draft
        return draft

    def aim(self, argument: Argument, draft: Draft, stated: Stated) -> None:
        """Give a relation against something its target."""
        against = self._against.get(argument)
        if against is not None:
            opposite = self._conclusion(argument)
            target = other_end(against, opposite)
            extras = draft.extras
            stated.aim(Relation(against.type, opposite, target, against.place), draft)
            draft.extras = {key: value for key, value in extras.items() if key not in ("type", "on")}


def _is_against(relation: Relation, opposite: Statement, kind: RelationKind) -> bool:
    is_outgoing = relation.source is opposite or (relation.type.is_symmetric and kind is RelationKind.CONFLICT)
    return is_outgoing and relation.type in _AGAINST[kind]
