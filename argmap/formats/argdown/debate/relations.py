"""Relations between statements, arguments and inferences: each once, and between the ends that they are about."""

from collections.abc import Iterable

from argmap.formats.argdown.debate.model import (
    Argument,
    Debate,
    End,
    Inference,
    Relation,
    RelationType,
    Role,
    Statement,
)
from argmap.formats.argdown.text.syntax import Place, Symbol

TYPES: dict[Symbol, RelationType] = {
    Symbol.SUPPORTS: RelationType.SUPPORT,
    Symbol.SUPPORTED_BY: RelationType.SUPPORT,
    Symbol.ATTACKS: RelationType.ATTACK,
    Symbol.ATTACKED_BY: RelationType.ATTACK,
    Symbol.UNDERCUTS: RelationType.UNDERCUT,
    Symbol.UNDERCUT_BY: RelationType.UNDERCUT,
    Symbol.CONTRADICTS: RelationType.CONTRADICTORY,
}
"""What the signs say."""

LEADS_BACK = frozenset((Symbol.SUPPORTED_BY, Symbol.ATTACKED_BY, Symbol.UNDERCUT_BY))
"""Signs of relations that lead from what is nested to what stands above it."""

_Key = tuple[RelationType, int, int]


def _key(type: RelationType, source: End, target: End) -> _Key:
    return type, id(source), id(target)


class Relations:
    """The relations of a text, in the order in which they are complete; what is said twice is kept once."""

    def __init__(self) -> None:
        self.found: list[Relation] = []
        self._by_key: dict[_Key, Relation] = {}

    def add(self, symbol: Symbol, above: End, nested: Statement | Argument, place: Place) -> None:
        """Add what a sign says of the element above it and the one nested under it."""
        kind = TYPES[symbol]
        if symbol in LEADS_BACK or isinstance(above, Inference):
            source, target = nested, above
        else:
            source, target = above, nested
        key = kind, id(source), id(target)
        known = self._by_key.get(key)
        if known is None and kind is RelationType.CONTRADICTORY:
            known = self._by_key.get(_key(kind, target, source))
        if known is None:
            self.found.append(Relation(kind, source, target, place))
            self._by_key[key] = self.found[-1]
        elif known.place and place < known.place:
            known.place = place


def settle(debate: Debate, found: Iterable[Relation], *, is_strict: bool, transforms: bool) -> None:
    """Give the debate its relations, and each of them to its ends.

    Args:
        debate: What is changed.
        found: What the text says.
        is_strict: Whether support between statements is entailment, and attack makes them contraries.
        transforms: Whether relations from a reconstructed argument start at its main conclusion, and undercuts of one
            lead to its last inference.
    """
    relations = list(found)
    if transforms:
        relations = _transformed(debate, relations)
    if is_strict:
        relations = _strict(relations)
    debate.relations = _without_redundant(relations)
    for relation in debate.relations:
        relation.source.relations.append(relation)
        if relation.target is not relation.source:
            relation.target.relations.append(relation)


def _transformed(debate: Debate, relations: list[Relation]) -> list[Relation]:
    ends = [_meant(debate, item) for item in relations]
    kept = []
    # What was said in so many words goes before what comes out of a transformation.
    seen = {
        _key(item.type, item.source, item.target)
        for item, end in zip(relations, ends, strict=True)
        if (item.source, item.target) == end
    }
    for item, (source, target) in zip(relations, ends, strict=True):
        if (item.source, item.target) != (source, target):
            key = _key(item.type, source, target)
            # An argument for its own conclusion says no more than its structure does.
            if key in seen or (source is target and source is not item.source):
                continue
            seen.add(key)
            item.source, item.target = source, target
        kept.append(item)
    return kept


def _meant(debate: Debate, relation: Relation) -> tuple[Statement | Argument, End]:
    """The ends that a relation is about if arguments at its ends are reconstructed."""
    source, target = relation.source, relation.target
    if isinstance(source, Argument) and source.structure:
        source = debate.statements[source.structure[-1].title]
    if relation.type is RelationType.UNDERCUT and isinstance(target, Argument) and target.structure:
        target = target.structure[-1].inference or target
    return source, target


def _strict(relations: list[Relation]) -> list[Relation]:
    kept = []
    contraries: set[frozenset[int]] = set()
    for item in relations:
        if isinstance(item.source, Statement) and isinstance(item.target, Statement):
            if item.type is RelationType.SUPPORT:
                item.type = RelationType.ENTAILS
            elif item.type is RelationType.ATTACK:
                pair = frozenset((id(item.source), id(item.target)))
                if pair in contraries:
                    continue
                contraries.add(pair)
                item.type = RelationType.CONTRARY
        kept.append(item)
    return kept


def _without_redundant(relations: list[Relation]) -> list[Relation]:
    """Leave out the attack of a statement on an argument if it already attacks a premise of it."""
    attacked: dict[int, set[str]] = {}
    for item in relations:
        if not isinstance(item.source, Statement) or not isinstance(item.target, Statement):
            continue
        if item.type is RelationType.ATTACK or item.type.is_symmetric:
            attacked.setdefault(id(item.source), set()).add(item.target.title)
        if item.type.is_symmetric:
            attacked.setdefault(id(item.target), set()).add(item.source.title)
    premises: dict[int, set[str]] = {}

    def is_redundant(item: Relation) -> bool:
        target = item.target
        if item.type is not RelationType.ATTACK or not isinstance(target, Argument) or id(item.source) not in attacked:
            return False
        if id(target) not in premises:
            premises[id(target)] = {row.title for row in target.structure if row.role is Role.PREMISE}
        return not premises[id(target)].isdisjoint(attacked[id(item.source)])

    return [item for item in relations if not (isinstance(item.source, Statement) and is_redundant(item))]
