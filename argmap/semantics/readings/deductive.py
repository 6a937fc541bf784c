"""The deductive reading: to accept a reason is to accept what it supports, so an attack on the claim hits the reason.

Mediated attacks: if a supports b and c attacks b, then c attacks a (Boella, Gabbay, van der Torre & Villata 2010;
Cayrol & Lagasquie-Schiex 2013). Every claim stands by itself unless it is attacked. Of linked premises, which commit
only together, none is attacked. For comparison and research: a good reason is rejected here because its conclusion
was attacked.
"""

from collections.abc import Iterator, Mapping

from argmap.core.graph import MapGraph
from argmap.core.model import Relation
from argmap.semantics.readings.base import Translation
from argmap.semantics.readings.needs import translate_needs


def translate(graph: MapGraph, forced: Mapping[str, bool]) -> Translation:
    """Return the framework of a map under the deductive reading."""
    return translate_needs(graph, _needs, forced)


def _needs(support: Relation) -> Iterator[tuple[str, str]]:
    if len(set(support.premises)) == 1:
        yield support.premises[0], support.target
