"""The necessary reading: a claim needs every reason that supports it, so an attack on a reason hits the claim.

Secondary attacks: if a supports b and c attacks a, then c attacks b (Nouioua & Risch 2011). Every claim stands by
itself unless it is attacked. For comparison and research: one lost reason sinks a claim that has a second good one.
"""

from collections.abc import Iterator, Mapping

from argmap.core.graph import MapGraph
from argmap.core.model import Relation
from argmap.semantics.readings.base import Translation
from argmap.semantics.readings.needs import translate_needs


def translate(graph: MapGraph, forced: Mapping[str, bool]) -> Translation:
    """Return the framework of a map under the necessary reading."""
    return translate_needs(graph, _needs, forced)


def _needs(support: Relation) -> Iterator[tuple[str, str]]:
    for premise in dict.fromkeys(support.premises):
        yield support.target, premise
