"""Which sign a relation is written with, below which of its ends."""

from argmap.formats.argdown.debate.model import Argument, Relation, RelationType, Statement, other_end
from argmap.formats.argdown.text.syntax import Symbol

_FORTH = {
    RelationType.SUPPORT: Symbol.SUPPORTS,
    RelationType.ENTAILS: Symbol.SUPPORTS,
    RelationType.ATTACK: Symbol.ATTACKS,
    RelationType.CONTRARY: Symbol.ATTACKS,
    RelationType.UNDERCUT: Symbol.UNDERCUTS,
}
_BACK = {
    RelationType.SUPPORT: "+",
    RelationType.ENTAILS: "+",
    RelationType.ATTACK: "-",
    RelationType.CONTRARY: "-",
    RelationType.UNDERCUT: str(Symbol.UNDERCUT_BY),
}


def sign_below(relation: Relation, parent: Statement | Argument) -> str | None:
    """The sign of a relation that is nested below one of its ends; None if it cannot be written there."""
    if relation.type is RelationType.CONTRADICTORY:
        # It is read as one from what is above to what is below, which is a statement.
        is_forth = relation.source is parent or isinstance(parent, Argument)
        return str(Symbol.CONTRADICTS) if is_forth and isinstance(other_end(relation, parent), Statement) else None
    if relation.source is parent:
        return str(_FORTH[relation.type])
    # Below a statement, Argdown's own tools take `<_` for an undercut of the structure further up.
    is_unclear = relation.type is RelationType.UNDERCUT and isinstance(parent, Statement)
    return None if is_unclear else _BACK[relation.type]
