"""What may stand where in a map: which lists have no order, which short forms stand for what, what items are called."""

from collections.abc import Sequence
from typing import TypeAlias

from argmap.editing.merging.pieces import Body, Part
from argmap.formats.trees.tree import Node, Scalar, Table
from argmap.formats.trees.tree import Sequence as ListNode

Path: TypeAlias = tuple[str, ...]
"""Where a value stands, as keys; `*` for the id of an entry and for any item of a list."""

Key: TypeAlias = tuple[str, int]
"""What parts are matched by: a name, and which of the parts with this name."""

_SECTIONS = frozenset({"claims", "questions", "speakers", "sources", "groups"})
_SETS = frozenset("answers by cites tags restatements with premises members supports attacks conflicts".split())  # noqa: SIM905
_SHORT = {"claims": "text", "questions": "text", "speakers": "name", "sources": "title", "groups": "members"}
_TARGETS = frozenset({"supports", "attacks", "conflicts"})


def below(path: Path, name: str) -> Path:
    """The path of a field or entry."""
    return (*path, "*") if len(path) == 1 and path[0] in _SECTIONS else (*path, name)


def is_set(path: Path) -> bool:
    """Whether a list of items whose order is nobody's business stands here."""
    return path == ("relations",) or ("data" not in path and len(path) > 2 and path[-1] in _SETS)


def short_field(path: Path) -> str | None:
    """The field for which a value stands that is no mapping, or None."""
    if len(path) == 2 and path[1] == "*":
        return _SHORT.get(path[0])
    return "to" if path[-1:] == ("*",) and path[-2] in _TARGETS else None


def as_mapping(body: Body, path: Path) -> tuple[Part, ...] | None:
    """The fields of a value, also where a short form stands for them; None if it has none, or they are not known."""
    if body.is_mapping or body.says_nothing:
        return body.parts or ()
    field = short_field(path)
    if field is None or isinstance(body.node, Table):
        return None
    if isinstance(body.node, ListNode) and field != "members":
        return None
    return (Part(field, "", "", f"{field}: ", body, ""),)


def as_items(body: Body) -> tuple[Part, ...] | None:
    """The items of a value, one value standing for a list of one; None if they are not known."""
    if body.is_list or body.says_nothing:
        return body.parts or ()
    return None if isinstance(body.node, ListNode) else (Part("", "", "", "", body, ""),)


def keys_of_fields(parts: Sequence[Part]) -> list[Key]:
    """Keys of fields, entries and comments."""
    return _numbered([part.name for part in parts])


def keys_of_items(base: Sequence[Part], side: Sequence[Part], path: Path) -> list[Key]:
    """Keys of the items of a list that has come from another one: an item that is one of those has the same key.

    Items are the same if they have the same id, or else the same ends.
    """
    known = keys_of_items_alone(base, path)
    by_id = {_id(part): key for part, key in zip(base, known, strict=True) if _id(part)}
    ids = dict(zip(known, map(_id, base), strict=True))
    taken = {by_id[_id(part)] for part in side if _id(part) in by_id}
    own = iter(keys_of_items_alone(side, path))
    found: list[Key] = []
    for part in side:
        key, name = next(own), _id(part)
        if name in by_id:
            key = by_id[name]
        elif key in taken or (name and ids.get(key)):
            key = (f"id:{name}" if name else key[0], len(known) + key[1])
        found.append(key)
    return found


def keys_of_items_alone(parts: Sequence[Part], path: Path) -> list[Key]:
    """Keys of the items of a list."""
    return _numbered([part.name if part.body is None else _ends(part.body.node, path) for part in parts])


def _numbered(names: Sequence[str]) -> list[Key]:
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append((name, seen[name]))
    return found


def _id(part: Part) -> str | None:
    return _field(part.body.node, "id") if part.body is not None and isinstance(part.body.node, Table) else None


def _field(node: Table, name: str) -> str | None:
    value = next((value for key, value in node.pairs if key.value == name), None)
    return value.value if isinstance(value, Scalar) and not value.is_null else None


def _ends(node: Node | None, path: Path) -> str:
    """What an item is called: itself, the target of a relation, its ends, or a place in a source."""
    if isinstance(node, Scalar):
        return node.value
    if not isinstance(node, Table):
        return repr(node)
    if path[-1] == "cites":
        source, section, paragraph = (_field(node, name) for name in ("source", "section", "paragraph"))
        place = ".".join(filter(None, (section and f"s{section}", paragraph and f"p{paragraph}")))
        return f"{source}#{place}" if place else str(source)
    if path == ("relations",):
        premises = next((value for key, value in node.pairs if key.value == "premises"), None)
        items = premises.items if isinstance(premises, ListNode) else [premises]
        names = sorted(item.value for item in items if isinstance(item, Scalar))
        return f"{' + '.join(names)} -> {_field(node, 'target')}"
    return str(_field(node, "to"))
