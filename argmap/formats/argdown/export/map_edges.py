"""The lines of Argdown's own map: what the text says, and what follows from premise-conclusion structures."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from argmap.formats.argdown.debate.model import (
    Argument,
    Debate,
    Inference,
    Relation,
    RelationType,
    Role,
    Statement,
)
from argmap.formats.argdown.export.map_parts import MapEdge, MapNode

_BETWEEN_OTHERS = {
    RelationType.CONTRADICTORY: RelationType.ATTACK,
    RelationType.CONTRARY: RelationType.ATTACK,
    RelationType.ENTAILS: RelationType.SUPPORT,
}
"""What a relation is called if one of its ends on the map is an argument: these are for statements alone."""


class _Line(NamedTuple):
    type: RelationType
    source: MapNode
    target: MapNode
    from_statement: Statement | None
    to_statement: Statement | None


class _Places:
    """Where statements and arguments are on the map. A hidden statement is where the arguments are that use it."""

    def __init__(self, statements: Iterable[MapNode], arguments: Iterable[MapNode]) -> None:
        self.node = {id(node.of): node for node in (*statements, *arguments)}
        self.users: dict[tuple[int, Role], list[MapNode]] = {}

    def using(self, statement: Statement, role: Role) -> list[MapNode]:
        """Nodes of the arguments that have the statement in this role, once for each time."""
        key = id(statement), role
        found = self.users.get(key)
        if found is None:
            arguments = [item.argument for item in statement.members if item.role is role]
            found = self.users[key] = [self.node[id(item)] for item in arguments if id(item) in self.node]
        return found

    def of(self, end: Statement | Argument, role: Role) -> list[MapNode]:
        """The node of an end of a relation; for a hidden statement, those of the arguments that have it in a role."""
        node = self.node.get(id(end))
        if node:
            return [node]
        return self.using(end, role) if isinstance(end, Statement) else []


def edges_between(debate: Debate, statements: Sequence[MapNode], arguments: Sequence[MapNode]) -> list[MapEdge]:
    """Return the lines between the nodes of statements and arguments: the stated ones first, then the others."""
    places = _Places(statements, arguments)
    lines = [line for relation in debate.relations for line in _stated(relation, places)]
    lines += dict.fromkeys(_implied(statements, arguments, debate, places))
    return [MapEdge(f"e{number}", *line) for number, line in enumerate(lines, 1)]


def _stated(relation: Relation, places: _Places) -> Iterator[_Line]:
    """A relation leads from conclusions to premises.

    One that goes both ways leads back too, where it is not one line between two statements on the map.
    """
    source, target = relation.source, relation.target
    if isinstance(target, Inference):
        target = target.argument
    froms, tos = places.of(source, Role.CONCLUSION), places.of(target, Role.PREMISE)
    for start, end in product(froms, tos):
        yield _line(relation.type, start, end, source, target)
    if relation.type.is_symmetric and isinstance(source, Statement) and isinstance(target, Statement):
        ends_back = [] if id(source) in places.node else places.using(source, Role.PREMISE)
        for start, end in product(places.of(target, Role.CONCLUSION), ends_back):
            yield _line(relation.type, start, end, target, source)


def _line(
    type: RelationType, start: MapNode, end: MapNode, source: Statement | Argument, target: Statement | Argument
) -> _Line:
    is_between_statements = isinstance(start.of, Statement) and isinstance(end.of, Statement)
    return _Line(
        type if is_between_statements else _BETWEEN_OTHERS.get(type, type),
        start,
        end,
        source if isinstance(source, Statement) else None,
        target if isinstance(target, Statement) else None,
    )


def _implied(
    statements: Sequence[MapNode], arguments: Sequence[MapNode], debate: Debate, places: _Places
) -> Iterator[_Line]:
    """An argument supports its conclusion, or if that is hidden, the arguments that build on it.

    A premise on the map supports its arguments.
    """
    for node in arguments:
        if isinstance(node.of, Argument) and node.of.structure:
            conclusion = debate.statements[node.of.structure[-1].title]
            for target in places.of(conclusion, Role.PREMISE):
                yield _Line(RelationType.SUPPORT, node, target, conclusion, conclusion)
    for node in statements:
        if isinstance(node.of, Statement):
            for target in places.using(node.of, Role.PREMISE):
                yield _Line(RelationType.SUPPORT, node, target, node.of, node.of)
