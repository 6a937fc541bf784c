"""Readings in which one claim needs another: support turned into attacks on whoever lacks what it needs.

That x needs y says that whatever attacks y attacks x as well. Claims that need each other share all their attackers,
so they are one argument; else x is attacked by `absence(y)`, which is in just when y is out. On the claims this gives
the labels of the closure of attacks under need, in linear size instead of quadratic. A need that comes from a support
with undercuts lapses while one of these is in.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from argmap.core.foundation import supports
from argmap.core.graph import MapGraph, strongly_connected
from argmap.core.model import Relation
from argmap.semantics.readings.base import Translation
from argmap.semantics.readings.translator import Translator, undercuts

Needs = Callable[[Relation], Iterable[tuple[str, str]]]
"""The needs (x, y) that a support relation makes: x needs y."""


def translate_needs(graph: MapGraph, needs: Needs, forced: Mapping[str, bool]) -> Translation:
    """Return the framework of a map in which supports make needs."""
    translator = Translator(graph, _shared(graph, needs))
    for item in supports(graph):
        stops = translator.undercuts.get(item.id, ())
        for needy, needed in needs(item):
            one, other = translator.claim(needy), translator.claim(needed)
            if stops:
                lapse = translator.fresh()
                translator.attack(other, lapse)
                for undercut in stops:
                    translator.attack(translator.relation(undercut.id)[0], lapse)
                translator.attack(lapse, one)
            elif one != other:
                translator.attack(translator.absence(other), one)
    return translator.done(forced)


def _shared(graph: MapGraph, needs: Needs) -> dict[str, str]:
    """For each claim the first one of those that need each other without condition."""
    below: dict[str, list[str]] = defaultdict(list)
    conditional = undercuts(graph)
    for item in supports(graph):
        if item.id not in conditional:
            for needy, needed in needs(item):
                below[needy].append(needed)
    parts = strongly_connected([claim.id for claim in graph.map.claims], below)
    return {name: part[0] for part in parts for name in part}
