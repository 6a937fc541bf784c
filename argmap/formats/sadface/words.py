"""The names that SADFace has for kinds of steps, and what they are in a map."""

from collections.abc import Mapping

from argmap.core.model import RelationKind
from argmap.core.schemes import scheme_named

CONFLICTS: Mapping[str, RelationKind] = {
    "conflict": RelationKind.ATTACK,
    "attack": RelationKind.ATTACK,
    "rebut": RelationKind.ATTACK,
    "undercut": RelationKind.ATTACK,
    "disagree": RelationKind.CONFLICT,
}
"""Names of conflict nodes; those of the older generations are names of scheme nodes. Any other name is an attack."""

USUAL: Mapping[RelationKind, tuple[str, str]] = {
    RelationKind.SUPPORT: ("inference", "support"),
    RelationKind.ATTACK: ("conflict", "attack"),
    RelationKind.CONFLICT: ("conflict", "disagree"),
}
"""The type and the name of the node that each kind of relation is written as."""

_NO_SCHEMES = frozenset({"", "support", "inference"})


def kind_of(node: str, name: str) -> RelationKind:
    """What a node does, by its type and name."""
    word = name.strip().casefold()
    if node == "conflict":
        return CONFLICTS.get(word, RelationKind.ATTACK)
    return CONFLICTS.get(word, RelationKind.SUPPORT) if node == "scheme" else RelationKind.SUPPORT


def scheme_of(name: str, kind: RelationKind) -> str | None:
    """The scheme that the name of a node stands for, or None."""
    word = name.strip().casefold()
    if word in _NO_SCHEMES or word.startswith("default ") or (kind is not RelationKind.SUPPORT and word in CONFLICTS):
        return None
    return scheme_named(name) or name.strip()
