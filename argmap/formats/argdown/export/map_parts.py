"""What Argdown's own map is made of: nodes, edges, and groups that hold nodes and groups."""

from dataclasses import dataclass, field
from typing import TypeAlias

from argmap.formats.argdown.debate.model import Argument, RelationType, Section, Statement


@dataclass(frozen=True, slots=True, eq=False)
class MapNode:
    """A statement or an argument on the map.

    Attributes:
        id: `n0`, `n1`, ...: statements first, then arguments.
        of: What it stands for.
        label_title, label_text: What its card says, or None.
        tags: Its tags, if the map shows tags.
    """

    id: str
    of: Statement | Argument
    label_title: str | None
    label_text: str | None
    tags: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class MapGroup:
    """A section on the map, with what lies in it.

    Attributes:
        level: How many groups it lies in, itself included.
        parent: The group around it.
        children: Its own nodes first, then the groups in it.
    """

    section: Section
    level: int
    parent: "MapGroup | None" = None
    children: "list[MapNode | MapGroup]" = field(default_factory=list)


MapItem: TypeAlias = MapNode | MapGroup


@dataclass(frozen=True, slots=True, eq=False)
class MapEdge:
    """A line on the map.

    Attributes:
        id: `e1`, `e2`, ...
        from_statement, to_statement: The statements that are related, shown or not; None where an argument is.
    """

    id: str
    type: RelationType
    source: MapNode
    target: MapNode
    from_statement: Statement | None = None
    to_statement: Statement | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ArgdownMap:
    """The map: its outermost groups, then the nodes that lie in no group; and all edges."""

    items: tuple[MapItem, ...]
    edges: tuple[MapEdge, ...]
