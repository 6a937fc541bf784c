"""Where names stand in a YAML map: the scalars that hold them, by the role that they have there."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from argmap.core.model import ArgumentMap, Relation
from argmap.core.source import SourceFile
from argmap.formats.native.build import normal_id
from argmap.formats.native.writing import INLINE
from argmap.formats.trees.tree import Node, Scalar, Sequence, Table

Role: TypeAlias = Literal[
    "claim", "question", "group", "speaker", "source",  # keys: definitions
    "id",  # of a relation
    "target", "premise", "argument", "answers", "member", "parent", "by", "cites",
]  # fmt: skip
"""What a name does at its place."""

_SECTIONS: dict[str, Role] = {
    "sources": "source",
    "speakers": "speaker",
    "questions": "question",
    "claims": "claim",
    "groups": "group",
}
_FIELDS: dict[str, Role] = {
    "answers": "answers",
    "by": "by",
    "members": "member",
    "parent": "parent",
    "argument": "argument",
    "id": "id",
}
_INLINE_FIELDS: dict[str, Role] = {**_FIELDS, "to": "target", "with": "premise"}
_RELATION_FIELDS: dict[str, Role] = {**_FIELDS, "target": "target", "premises": "premise"}
_FIELDS_OF: dict[str, dict[str, Role]] = {
    "claims": {"answers": "answers", "by": "by"},
    "groups": {"members": "member", "parent": "parent"},
}


class Reference(NamedTuple):
    """A scalar that holds a name.

    Attributes:
        scalar: The scalar as it stands in the file.
        role: What the name does there.
        owner: Id of the claim, relation, question or group in which it stands, or None for none.
    """

    scalar: Scalar
    role: Role
    owner: str | None


def references(argument_map: ArgumentMap, tree: Node) -> Iterator[Reference]:
    """Every scalar of a file that holds a name, as the tree has them; what aliases bring in comes again.

    Args:
        argument_map: The map of the file; it tells the ids of relations that have none of their own.
        tree: The tree of the whole file, see `yaml_tree`.
    """
    return _Walk(argument_map).whole(tree)


class _Walk:
    """Walks a tree, with the ids of relations by their place."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        again = [item for item in argument_map.repeated if isinstance(item, Relation)]
        self.relations = {_place(item): item.id for item in (*again, *argument_map.relations)}

    def whole(self, tree: Node) -> Iterator[Reference]:
        for name, section in _fields(tree):
            if name == "relations":
                for item in _items(section):
                    yield from self.relation(item, None, _RELATION_FIELDS)
            elif name in _SECTIONS:
                for key, value in pairs(section):
                    yield from self.entry(name, key, value)

    def entry(self, section: str, key: Scalar, value: Node) -> Iterator[Reference]:
        is_owner = section not in ("sources", "speakers")
        owner = normal_id(key.value) if is_owner else None
        yield Reference(key, _SECTIONS[section], owner)
        if section == "groups" and isinstance(value, Sequence):
            yield from _scalars(value, "member", owner)
        if not is_owner:
            return
        for name, field in _fields(value):
            if section == "claims" and name in INLINE.values():
                for item in _items(field):
                    yield from self.relation(item, owner, _INLINE_FIELDS)
            elif name == "cites" and section != "groups":
                yield from _cited(field, owner)
            elif name in _FIELDS_OF.get(section, ()):
                yield from _scalars(field, _FIELDS_OF[section][name], owner)

    def relation(self, node: Node, claim: str | None, roles: dict[str, Role]) -> Iterator[Reference]:
        owner = self.relations.get((node.start, node.end), claim)
        if isinstance(node, Scalar) and claim is not None:
            yield from _scalars(node, "target", owner)
        for name, field in _fields(node):
            if name == "cites":
                yield from _cited(field, owner)
            elif name in roles:
                yield from _scalars(field, roles[name], owner)


def _place(relation: Relation) -> tuple[int, int]:
    span = relation.spans["relation"]
    return span.start, span.end


def pairs(node: Node) -> Iterable[tuple[Scalar, Node]]:
    """Keys and values of a mapping; of anything else none."""
    return node.pairs if isinstance(node, Table) else ()


def _fields(node: Node) -> Iterator[tuple[str, Node]]:
    for key, value in pairs(node):
        yield key.value, value


def _items(node: Node) -> Iterable[Node]:
    """One value stands for a list of one."""
    return node.items if isinstance(node, Sequence) else [node]


def _scalars(node: Node, role: Role, owner: str | None) -> Iterator[Reference]:
    for item in _items(node):
        if isinstance(item, Scalar) and not item.is_null and item.value.strip():
            yield Reference(item, role, owner)


def _cited(node: Node, owner: str | None) -> Iterator[Reference]:
    for item in _items(node):
        if isinstance(item, Scalar):
            yield from _scalars(item, "cites", owner)
        for name, field in _fields(item):
            if name == "source":
                yield from _scalars(field, "cites", owner)


def inside(source: SourceFile, scalar: Scalar) -> tuple[int, int]:
    """From where to where the text of a scalar goes, without anchor, quotes, the sign of a block and outer spaces."""
    text = source.text
    start, end = after_properties(text, scalar.start, scalar.end), scalar.end
    if not scalar.plain and text[start] in "'\"":
        start, end = start + 1, end - 1
    elif not scalar.plain and text[start] in "|>":
        start = text.find("\n", start, end) + 1 or end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def after_properties(text: str, start: int, end: int) -> int:
    """Where a value itself begins, behind an anchor or tag and what stands between."""
    while start < end and text[start] in "&!":
        while start < end and not text[start].isspace():
            start += 1
        start = _after_space(text, start, end)
    return start


def _after_space(text: str, start: int, end: int) -> int:
    """Behind spaces, line ends and comments."""
    while start < end and (text[start].isspace() or text[start] == "#"):
        line_end = text.find("\n", start, end)
        start = (line_end if line_end >= 0 else end) if text[start] == "#" else start + 1
    return start
