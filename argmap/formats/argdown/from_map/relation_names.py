"""Which relations of a map have an id of their own, rather than the name that a reader makes of their ends."""

from collections import Counter
from collections.abc import Iterable

from argmap.core.model import Relation, relation_name


class Names:
    """Knows the ids of the relations of a map.

    Args:
        relations: In the order of the map.
    """

    def __init__(self, relations: Iterable[Relation]) -> None:
        self._own: set[str] = set()
        seen: Counter[str] = Counter()
        for item in relations:
            base = relation_name(item.premises, item.target)
            number = seen[base] + 1
            if item.named or item.id != (base if number == 1 else f"{base} ({number})"):
                self._own.add(item.id)
            else:
                seen[base] = number
        self._shared = {base for base, number in seen.items() if number > 1}

    def is_own(self, relation: Relation) -> bool:
        """Whether it has an id of its own."""
        return relation.id in self._own

    def must_be_said(self, relation: Relation) -> bool:
        """Whether the id must be said, because the reader would make up another one, or could."""
        return relation.id in self._own or relation_name(relation.premises, relation.target) in self._shared
