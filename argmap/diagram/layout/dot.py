"""The `dot` engine of Graphviz, in process. It sees boxes with empty labels: no text, no font, no name of ours."""

import json
import tempfile
from collections.abc import Callable

from argmap.diagram.layout.base import Layers, Shape
from argmap.diagram.layout.order import crossings, flaws, in_file_order

_INCH = 72.0
_CLOSE = -2
_SMALL = 400
"""So many nodes are laid out several times, for the best order."""


def place(layers: Layers) -> list[float]:
    """Place the nodes along their layers with the Graphviz that comes with pygraphviz."""
    return best(layers, run)


def run(text: str) -> bytes:
    """Lay out one DOT text; return Graphviz' JSON."""
    from pygraphviz import graphviz

    with tempfile.TemporaryFile() as file:
        file.write(text.encode("ascii"))
        file.seek(0)
        graph = graphviz.agread(file, None)
    context = graphviz.gvContextWithBuiltins()
    try:
        graphviz.gvLayout(context, graph, b"dot")
        _, found = graphviz.gvRenderData(context, graph, b"json0")
        graphviz.gvFreeLayout(context, graph)
    finally:
        graphviz.agclose(graph)
        graphviz.gvFreeContext(context)
    return bytes(found)


def best(layers: Layers, program: Callable[[str], bytes | str]) -> list[float]:
    """Keep roots and the children of every node in file order as far as that costs few crossings.

    The choice depends on the structure alone, so that a word more in a card moves nothing about.
    """
    count = len(layers.layer)
    everywhere, unshared, nowhere = frozenset(range(count)), _unshared(layers), frozenset[int]()
    ways = [(unshared, False), (nowhere, False)]
    if count <= _SMALL:
        ways = [(everywhere, True), (unshared, True), *ways]
    tries: list[tuple[int, int, list[float]]] = []
    for ordered, led in ways:
        middles = positions(program(source(layers, ordered, led=led)), count)
        tries.append((flaws(layers, middles), crossings(layers, middles), middles))
        if not tries[-1][0] and (count > _SMALL or not tries[-1][1]):
            break
    least_flaws = min(number for number, _, _ in tries)
    sound = [(crossed, middles) for number, crossed, middles in tries if number == least_flaws]
    fewest = min(crossed for crossed, _ in sound)
    return in_file_order(layers, next(middles for crossed, middles in sound if crossed <= fewest * 1.25 + 2))


def _unshared(layers: Layers) -> frozenset[int]:
    """Nodes whose children are theirs alone and end here: among these, file order costs nothing."""
    uppers = [0] * len(layers.layer)
    for _, lower, _ in layers.segments:
        uppers[lower] += 1
    shared = {upper for upper, lower, _ in layers.segments if uppers[lower] > 1 or layers.shape[lower] is Shape.BEND}
    return frozenset(upper for upper, _, _ in layers.segments) - shared


def source(layers: Layers, ordered: frozenset[int], *, led: bool = False) -> str:
    """Write a layered graph as DOT text.

    Args:
        layers: The graph.
        ordered: Nodes whose children must stay in the order of the segments.
        led: Whether the first layer must stay in file order, too: a root above it sees to that.
    """
    text = [
        "digraph {",
        f"graph [newrank=true splines=false nodesep={layers.gap / _INCH:.4f} ranksep=0.5];",
        'node [shape=box fixedsize=true label="" height=0.1];',
        "edge [dir=none];",
    ]
    text += _nodes(layers, ordered)
    text += [f"n{upper} -> n{lower} [weight={weight}];" for upper, lower, weight in layers.segments]
    text += [f"n{left} -> n{right} [constraint=false weight=4];" for left, right in layers.neighbours]
    if led:
        text.append("root [width=0.01 ordering=out];")
        text += [f"root -> n{node} [weight=0];" for node, layer in enumerate(layers.layer) if layer == 0]
    text.append("}\n")
    return "\n".join(text)


def _nodes(layers: Layers, ordered: frozenset[int]) -> list[str]:
    text = []
    members: dict[int, list[int]] = {}
    for node, area in enumerate(layers.area):
        members.setdefault(area, []).append(node)
    inside: dict[int, list[int]] = {}
    for area, parent in enumerate(layers.areas):
        inside.setdefault(parent, []).append(area)

    def write(nodes: list[int]) -> None:
        for node in nodes:
            order = " ordering=out" if node in ordered else ""
            text.append(f"n{node} [width={layers.across[node] / _INCH:.4f}{order}];")

    write(members.get(-1, []))
    work = list(reversed(inside.get(-1, [])))
    while work:
        area = work.pop()
        if area == _CLOSE:
            text.append("}")
            continue
        text.append(f"subgraph cluster_{area} {{ graph [margin={layers.area_gap:.2f}];")
        write(members.get(area, []))
        work.append(_CLOSE)
        work.extend(reversed(inside.get(area, [])))
    return text


def positions(found: bytes | str, count: int) -> list[float]:
    """Read the middles out of Graphviz' JSON."""
    places = [0.0] * count
    for item in json.loads(found).get("objects", ()):
        name = item.get("name", "")
        if name.startswith("n") and name[1:].isdigit() and "pos" in item:
            places[int(name[1:])] = float(item["pos"].split(",")[0])
    return places
