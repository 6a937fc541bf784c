"""Another id for something, everywhere it is referred to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from argmap.core.diagnostics import Edit
from argmap.core.model import ArgumentMap, Relation
from argmap.core.source import SourceFile
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Rename
from argmap.editing.yaml.draft import Draft
from argmap.editing.yaml.entries import set_field
from argmap.editing.yaml.names import free_name, relation_of, retyped, shared_names, unknown
from argmap.editing.yaml.occurrences import pieces
from argmap.editing.yaml.references import Reference, Role, inside, pairs, references
from argmap.editing.yaml.steps import settle, steps_of
from argmap.formats.native.build import normal_id
from argmap.formats.trees.tree import Node, Scalar, Sequence
from argmap.formats.trees.yaml_tree import yaml_tree

_KEYS: tuple[Role, ...] = ("claim", "question", "group", "speaker", "source")
_ROLES: Mapping[str, tuple[Role, ...]] = {
    "speaker": ("speaker", "by"),
    "source": ("source", "cites"),
    "shared": ("claim", "question", "group", "id", "target", "premise", "argument", "answers", "member", "parent"),
}


def rename(argument_map: ArgumentMap, operation: Rename) -> Edits:
    """Give something another id; see `Rename` for what is refused."""
    source = argument_map.origin
    assert source is not None
    tree, _ = yaml_tree(source)
    assert tree is not None
    old, family = _meant(argument_map, operation)
    known = {"speaker": argument_map.speaker, "source": argument_map.source}.get(family, shared_names(argument_map))
    new = free_name(operation.new, known)
    relation = argument_map.relation.get(old) if family == "shared" else None
    if relation is not None and not relation.named:
        return Edits(_named(source, argument_map, relation, new))
    places = (item for item in references(argument_map, tree) if item.role in _ROLES[family])
    changes = [(item.scalar, edit) for item in places if (edit := _edit(source, item, old, new))]
    titles = _titles(source, tree, old, new) if family == "shared" else ()
    return Edits(_agreed(tree, [*changes, *titles]))


def _named(source: SourceFile, argument_map: ArgumentMap, relation: Relation, new: str) -> tuple[Edit, ...]:
    """The edits that give a relation an id of its own."""
    draft = Draft(source)
    steps = steps_of(draft, argument_map)
    step = steps.of(relation)
    set_field(draft, steps.path(step), "id", new)
    step.id = new
    settle(steps)
    return draft.edits()


def _meant(argument_map: ArgumentMap, operation: Rename) -> tuple[str, str]:
    """The id in its one spelling, and the family of names that it is of."""
    old, kind = normal_id(operation.old), operation.kind
    known = shared_names(argument_map)
    relation = relation_of(argument_map, operation.old)
    if kind is None and (old in known or relation is not None):
        return (old if relation is None else relation.id), "shared"
    if kind in (None, "speaker") and old in argument_map.speaker:
        return old, "speaker"
    if kind in (None, "source") and old in argument_map.source:
        return old, "source"
    names = {"speaker": argument_map.speaker, "source": argument_map.source}.get(
        kind or "", {*known, *argument_map.speaker, *argument_map.source}
    )
    raise unknown(operation.old, kind or "thing", names)


def _edit(source: SourceFile, reference: Reference, old: str, new: str) -> Edit | None:
    """The edit of a scalar in which the old name stands, or None if it does not stand there."""
    scalar, role, _ = reference
    if role == "cites":
        name, sign, place = scalar.value.strip().partition("#")
        return retyped(source, scalar, f"{new}{sign}{place}") if normal_id(name) == old else None
    if normal_id(scalar.value) == old:
        return retyped(source, scalar, new, is_key=role in _KEYS)
    if role not in ("target", "id") or "->" not in scalar.value:
        return None
    return _edit_inside(source, scalar, old, new)


def _edit_inside(source: SourceFile, scalar: Scalar, old: str, new: str) -> Edit | None:
    """The edit of `a + b -> c`, of which each name but the old one stays as it is typed."""
    start, end = inside(source, scalar)
    typed = source.text[start:end]
    names = [item.name for item in pieces(scalar.value)]
    if old not in names:
        return None
    if [item.name for item in pieces(typed)] != names:
        typed = scalar.value
    for item in reversed([*pieces(typed)]):
        if item.name == old:
            typed = typed[: item.start] + new + typed[item.end :]
    return retyped(source, scalar, typed)


def _titles(source: SourceFile, tree: Node, old: str, new: str) -> Iterator[tuple[Scalar, Edit]]:
    """A title of a group that is its id and that somebody typed all the same."""
    groups = [value for key, value in pairs(tree) if key.value == "groups"]
    for name, group in chain.from_iterable(map(pairs, groups)):
        for key, value in pairs(group):
            if (
                normal_id(name.value) == old
                and key.value == "title"
                and isinstance(value, Scalar)
                and value.value == old
            ):
                yield value, retyped(source, value, new)


def _agreed(tree: Node, changes: Iterable[tuple[Scalar, Edit]]) -> tuple[Edit, ...]:
    """The edits of scalars, each once.

    Raises:
        RefusedError: A scalar stands at an anchor, and something else that uses it would change with it.
    """
    changes = list(changes)
    wanted = Counter(scalar.start for scalar, _ in changes)
    found = Counter(scalar.start for scalar in _scalars(tree) if scalar.start in wanted)
    edits = dict(changes)
    for scalar, edit in changes:
        if edits[scalar] != edit or found[scalar.start] != wanted[scalar.start]:
            raise RefusedError(
                f"`{scalar.value}` stands at an anchor and is used for something else as well",
                "write it out where its alias (`*name`) stands",
                edit.span,
            )
    return tuple(edits.values())


def _scalars(node: Node) -> Iterator[Scalar]:
    """Every scalar of a tree, keys included; what aliases bring in comes again."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Sequence):
            waiting += node.items
        else:
            for key, value in node.pairs:
                waiting += (key, value)
