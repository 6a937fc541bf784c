"""What pictures show of a map: no hidden claims, no areas of hidden groups, one card for each closed group."""

from argmap.core.model import ArgumentMap
from argmap.diagram.groups import regrouped
from argmap.diagram.hidden import contracted


def shown(map: ArgumentMap) -> ArgumentMap:
    """Return the map that is drawn; twice is as once, and a map that hides and closes nothing is returned as it is."""
    return regrouped(contracted(map))
