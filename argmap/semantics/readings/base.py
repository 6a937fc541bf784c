"""What a reading is: how a map, with support and linked premises and undercuts, becomes a framework of attacks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from argmap.core.graph import MapGraph
from argmap.frameworks.framework import Framework


@dataclass(frozen=True, slots=True)
class Translation:
    """A map as a framework.

    Attributes:
        framework: The framework; besides claims and relations it has auxiliary arguments.
        nodes: For each claim and relation, by id, the arguments whose best label is its label: one, or for a
            symmetric conflict one a direction. Several ids may share an argument.
    """

    framework: Framework
    nodes: Mapping[str, tuple[int, ...]]

    @property
    def is_plain(self) -> bool:
        """Whether there are no auxiliary arguments: each stands for a claim or a relation."""
        return len({node for nodes in self.nodes.values() for node in nodes}) == self.framework.size


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of support on the roll.

    Attributes:
        name: What `--support` calls it.
        translate: The map as a framework, of linear size. The second argument says which claims are forced: False
            for out whatever is said for them, True for in whatever is said against them.
    """

    name: str
    translate: Callable[[MapGraph, Mapping[str, bool]], Translation]
