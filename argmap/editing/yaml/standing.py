"""Where the relations of a map stand in a draft."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.core.model import Relation
from argmap.editing.base import RefusedError
from argmap.editing.yaml.draft import Draft, Path
from argmap.editing.yaml.syntax import Leaf, Node, Sequence, Table
from argmap.formats.native.writing import INLINE


class Standing(NamedTuple):
    """A place at which a relation stands.

    Attributes:
        path: Its path: that of an item, or of the field of a claim if it is the only one there.
        node: What stands there.
        claim: The key of the claim that it stands in, or None if it stands apart.
    """

    path: Path
    node: Node
    claim: str | None


def standings(draft: Draft) -> Iterator[Standing]:
    """Every relation of a draft, in the order in which the reader takes them."""
    claims = draft.find(("claims",))
    if isinstance(claims, Table):
        for key, entry in claims.pairs:
            for field, value in entry.pairs if isinstance(entry, Table) else ():
                if field.value in INLINE.values():
                    yield from _each(("claims", key.value, field.value), value, key.value)
    apart = draft.find(("relations",))
    if isinstance(apart, Sequence):
        yield from _each(("relations",), apart, None)


def _each(path: Path, value: Node, claim: str | None) -> Iterator[Standing]:
    if isinstance(value, Sequence):
        for number, item in enumerate(value.items):
            yield Standing((*path, number), item, claim)
    elif not (isinstance(value, Leaf) and value.is_nothing):
        yield Standing(path, value, claim)


def standing(draft: Draft, relation: Relation) -> Standing:
    """Where a relation stands. The draft must still be as the original, as far as this relation and those before go.

    Raises:
        RefusedError: That is not certain, as an alias stands for it.
    """
    place = relation.spans["relation"]
    found = [item for item in standings(draft) if draft.original(item.node.start) == place.start]
    if len(found) != 1:
        raise RefusedError(
            f"`{relation.id}` stands at an anchor that is used elsewhere, too",
            "write it out where the alias (`*name`) stands",
            place,
        )
    return found[0]
