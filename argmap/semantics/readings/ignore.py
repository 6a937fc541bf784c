"""The reading that ignores support: every claim stands by itself unless an attack on it holds (Dung 1995).

Good for seeing what the attacks alone decide, and for comparing with tools that know no support.
"""

from collections.abc import Mapping

from argmap.core.graph import MapGraph
from argmap.semantics.readings.base import Translation
from argmap.semantics.readings.translator import Translator


def translate(graph: MapGraph, forced: Mapping[str, bool]) -> Translation:
    """Return the framework of a map whose supports say nothing."""
    return Translator(graph).done(forced)
