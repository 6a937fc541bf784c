"""The layered layout of igraph, for maps that are too large for `dot` (Sugiyama, Tagawa & Toda 1981)."""

from importlib.util import find_spec

from argmap.core.errors import ArgmapError
from argmap.diagram.layout.base import Layers


def is_installed() -> bool:
    """Whether igraph is there."""
    return find_spec("igraph") is not None


def place(layers: Layers) -> list[float]:
    """Place the nodes along their layers: igraph finds the order, their sizes then push them apart.

    Areas are not kept together by this engine.

    Raises:
        ArgmapError: `missing-igraph`.
    """
    try:
        import igraph
    except ImportError as error:
        raise ArgmapError(
            "missing-igraph", "the sugiyama engine needs igraph", "run `pip install 'argmap[large]'`"
        ) from error
    graph = igraph.Graph(n=len(layers.layer), edges=[(one, two) for one, two, _ in layers.segments], directed=True)
    found = graph.layout_sugiyama(layers=list(layers.layer), hgap=1.0, vgap=1.0, maxiter=60)
    order = [row[0] for row in found.coords[: len(layers.layer)]]
    return _spread(layers, order)


def _spread(layers: Layers, order: list[float]) -> list[float]:
    """From places in units to places in points: each node as near to its neighbours as those before it allow."""
    unit = layers.gap + sum(layers.across) / max(len(layers.across), 1)
    middles = [value * unit * 0.5 for value in order]
    rows: dict[int, list[int]] = {}
    for node, layer in enumerate(layers.layer):
        rows.setdefault(layer, []).append(node)
    for row in rows.values():
        row.sort(key=lambda node: (order[node], node))
    near: tuple[list[list[int]], list[list[int]]] = ([[] for _ in order], [[] for _ in order])
    for upper, lower, _ in layers.segments:
        near[0][lower].append(upper)
        near[1][upper].append(lower)
    for sweep in range(8):
        levels = sorted(rows, reverse=sweep % 2 == 1)
        for level in levels:
            row = rows[level]
            wanted = [_mean(middles, near[sweep % 2][node], middles[node]) for node in row]
            apart = _apart(wanted, [layers.across[node] for node in row], layers.gap)
            for node, value in zip(row, apart, strict=True):
                middles[node] = value
    return middles


def _mean(middles: list[float], others: list[int], otherwise: float) -> float:
    return sum(middles[other] for other in others) / len(others) if others else otherwise


def _apart(wanted: list[float], sizes: list[float], gap: float) -> list[float]:
    """The places nearest to the wanted ones that keep order and distance: least squares, by pooling neighbours."""
    offsets, total = [], 0.0
    for place, size in enumerate(sizes):
        total += (sizes[place - 1] + size) / 2 + gap if place else 0.0
        offsets.append(total)
    blocks: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        value, count = want - offset, 1
        while blocks and blocks[-1][0] > value:
            before, number = blocks.pop()
            value = (before * number + value * count) / (number + count)
            count += number
        blocks.append((value, count))
    flat = [value for value, count in blocks for _ in range(count)]
    return [value + offset for value, offset in zip(flat, offsets, strict=True)]
