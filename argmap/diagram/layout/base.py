"""What a layout works on, free of direction: `across` runs along a layer, `along` runs away from the thesis.

A direction is chosen afterwards by turning the result, so that every engine only ever places layers of boxes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from argmap.diagram.scene import EdgeKind, End

Point: TypeAlias = tuple[float, float]
"""(across, along) in the layout, (x, y) in the picture; points."""

Box: TypeAlias = tuple[float, float, float, float]
"""The least corner and the size: (across, along, across size, along size)."""


class Shape(IntEnum):
    """What a node of the layout is."""

    BOX = 0
    JUNCTION = 1
    BEND = 2
    """A place where a long line passes a layer."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box or a junction dot.

    Attributes:
        shape: Which of the two.
        across, along: Its size.
        area: Index of the innermost area that it lies in, or -1.
    """

    shape: Shape
    across: float
    along: float
    area: int = -1


@dataclass(frozen=True, slots=True)
class Link:
    """A line to be drawn from `lower` (a premise) to `upper` (its target).

    Attributes:
        upper, lower: Indexes of nodes.
        kind: What it says.
        marked: Whether it wears a sign.
        head: What its end at `upper` wears.
        tail: What its end at `lower` wears.
        free: True if it should not order the layers: a symmetric conflict.
    """

    upper: int
    lower: int
    kind: EdgeKind
    marked: bool
    head: End
    tail: End = "none"
    free: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What to lay out.

    Attributes:
        nodes: In file order.
        links: In file order.
        areas: For each area the index of the one it lies in, or -1; parents come first.
    """

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    areas: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Layers:
    """A layered graph for an engine: every segment joins neighbouring layers.

    Attributes:
        across: Room that each node needs along its layer.
        layer: Layer of each node, from 0.
        area: Innermost area of each node, or -1.
        shape: What each node is.
        segments: (upper, lower, weight): the higher the weight, the straighter it should be.
        neighbours: (left, right): nodes of one layer that had better stand side by side.
        areas: Parent of each area, or -1.
        gap: Least room between two nodes of a layer.
        area_gap: Least room between an area's border and what lies in it, across.
    """

    across: tuple[float, ...]
    layer: tuple[int, ...]
    area: tuple[int, ...]
    shape: tuple[Shape, ...]
    segments: tuple[tuple[int, int, int], ...]
    neighbours: tuple[tuple[int, int], ...]
    areas: tuple[int, ...]
    gap: float
    area_gap: float


Engine: TypeAlias = Callable[[Layers], list[float]]
"""Gives the middle of every node along its layer. May raise `ArgmapError` if it cannot run on this machine."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A drawn link: see `argmap.diagram.scene.Edge`."""

    path: tuple[Point, ...]
    mark: Point | None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything went.

    Attributes:
        boxes: For each node.
        lines: For each link its path, from `lower` to `upper`.
        areas: For each area its box, as for nodes; None for an empty one.
        across, along: Size of it all; everything lies between 0 and these.
    """

    boxes: tuple[Box, ...]
    lines: tuple[Placed, ...]
    areas: tuple[Box | None, ...]
    across: float
    along: float


class TooLargeError(Exception):
    """No layered layout can be made, for the reason that it gives; the caller draws something simpler."""
