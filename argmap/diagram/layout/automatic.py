"""The engine `auto`: the best that is sure to be fast enough, chosen by the size of the map and not by the clock."""

from collections.abc import Callable

from argmap.diagram.layout import dot, sugiyama
from argmap.diagram.layout.base import Engine, Layers, TooLargeError
from argmap.diagram.layout.budget import in_time

IN_PROCESS = 2500
"""Up to so many nodes or segments (bends counted), `dot` is sure to be quick and runs without a guard."""
WITH_GUARD = 6000
"""Up to so many it is tried, in a process of its own that ends with the budget."""


def engine(budget: float, tell: Callable[[str], None]) -> Engine:
    """Return the engine.

    Args:
        budget: Seconds that a layout may take under guard.
        tell: Called with a note for the user if the budget was not enough.
    """

    def place(layers: Layers) -> list[float]:
        size = max(len(layers.layer), len(layers.segments))
        if size <= IN_PROCESS:
            return dot.place(layers)
        if size <= WITH_GUARD:
            found = in_time(layers, budget)
            if found is not None:
                return found
            tell(f"the layout was not done after {budget:g} s, so a simpler one is shown")
        if not sugiyama.is_installed():
            raise TooLargeError("a layered view of so large a map takes igraph: pip install 'argmap[large]'")
        return sugiyama.place(layers)

    return place
