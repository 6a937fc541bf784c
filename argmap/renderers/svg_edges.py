"""The lines of an SVG: their paths, the heads at their ends, and the signs on them."""

from math import atan2, cos, sin

from argmap.core.comparison import Mark
from argmap.core.labelling import Label
from argmap.diagram.scene import MARK_RADIUS, Edge, Junction
from argmap.diagram.verdict import bounded
from argmap.renderers.svg_base import hue, names, number

_EFFECTS = {Label.IN: "firm", Label.OUT: "thin", Label.UNDECIDED: "slight", Label.UNKNOWN: "slight"}
_WEAK = frozenset({Label.OUT, Label.UNDECIDED, Label.UNKNOWN})
_SLASH = 7.4
_CUT, _APART = 6.8, 1.5
FORCES = 5
"""So many widths tell the force of a relation."""


def junction(dot: Junction) -> str:
    """Write the dot where premises meet: a ring if their relation has no effect."""
    place = f'cx="{number(dot.x)}" cy="{number(dot.y)}" r="{number(dot.radius)}"'
    ink = hue("hue", dot.colour) or dot.kind
    if dot.faded:
        return f"<circle {names('dot', f'fill-pale-{ink}')} {place}/>"
    if dot.label is Label.OUT or dot.change is Mark.REMOVED:
        return f"<circle {names('hollow', f'ink-pale-{ink}')} {place}/>"
    return f"<circle {names('dot', f'fill-{ink}')} {place}/>"


def line(edge: Edge) -> str:
    """Write the path of a line."""
    first, *rest = edge.path
    text = [f"M{number(first[0])} {number(first[1])}"]
    for place in range(0, len(rest), 3):
        text.append("C" + " ".join(f"{number(x)} {number(y)}" for x, y in rest[place : place + 3]))
    ink = "" if _ink(edge) == edge.kind else _ink(edge)
    return f'<path {names("line", edge.kind, ink, _width(edge), _change(edge))} d="{"".join(text)}"/>'


def _width(edge: Edge) -> str:
    if edge.force is not None:
        return f"force{min(int(bounded(edge.force) * FORCES), FORCES - 1)}"
    return _EFFECTS[edge.label] if edge.label else ""


def _change(edge: Edge) -> str:
    """The class of a line that is new, gone or changed; where the width tells of an evaluation, it stays as it is."""
    if edge.change is None or (edge.change is not Mark.REMOVED and (edge.force is not None or edge.label in _WEAK)):
        return ""
    return f"line-{edge.change}"


def ends(edge: Edge) -> str:
    """Write what a line wears: heads and sign."""
    text = _head(edge, edge.head, edge.path[-1], _inner(edge.path[::-1]))
    text += _head(edge, edge.tail, edge.path[0], _inner(edge.path))
    if edge.mark:
        text += _mark(edge, *edge.mark)
    return text


def _ink(edge: Edge) -> str:
    ink = hue("hue", edge.colour) or edge.kind
    is_pale = edge.label is Label.OUT or ((edge.faded or edge.change is Mark.REMOVED) and edge.kind != "answer")
    return f"pale-{ink}" if is_pale else ink


def _inner(path: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    """The next point of a path that is not its first: the direction in which its end lies."""
    return next((point for point in path if abs(point[0] - path[0][0]) + abs(point[1] - path[0][1]) > 0.5), path[0])


def _head(edge: Edge, shape: str, tip: tuple[float, float], back: tuple[float, float]) -> str:
    if shape == "none":
        return ""
    turn = atan2(tip[1] - back[1], tip[0] - back[0])

    def at(out: float, side: float) -> str:
        x = tip[0] + out * cos(turn) - side * sin(turn)
        y = tip[1] + out * sin(turn) + side * cos(turn)
        return f"{number(x)} {number(y)}"

    ink = _ink(edge)
    if shape == "arrow":
        return f'<path {names(f"fill-{ink}")} d="M{at(0, 0)}L{at(-8.5, 3.6)}L{at(-8.5, -3.6)}Z"/>'
    if edge.kind == "conflict":
        bars = f"M{at(-2.2, 5)}L{at(-2.2, -5)}M{at(-5.4, 5)}L{at(-5.4, -5)}"
        return f'<path {names("open", f"ink-{ink}")} d="{bars}"/>'
    return (
        f'<path {names("open", f"ink-{ink}")} d="M{at(-1.6, 0)}L{at(-9, 3.8)}L{at(-9, -3.8)}Z'
        f'M{at(-1, 4.4)}L{at(-1, -4.4)}"/>'
    )


def _mark(edge: Edge, x: float, y: float) -> str:
    """The sign of a relation: plus, minus, or a cross for a symmetric conflict.

    A broken ring says that its effect is undecided, a full ring that it is new.
    """
    if edge.kind == "conflict":
        strokes = f"M{number(x - 2.3)} {number(y - 2.3)}l4.6 4.6m0-4.6l-4.6 4.6"
    else:
        strokes = f"M{number(x - 3)} {number(y)}h6" + ("m-3-3v6" if edge.kind == "support" else "")
    is_new = edge.change is Mark.ADDED
    is_open = edge.label in {Label.UNDECIDED, Label.UNKNOWN} and edge.change is not Mark.REMOVED
    looks = ("broken" if is_open else "", f"fill-{_ink(edge)}" if is_new else "")
    look = f" {names(*looks)}" if any(looks) else ""
    sign = f" {names('on-line')}" if is_new else ""
    ring = f'<circle{look} cx="{number(x)}" cy="{number(y)}" r="{number(MARK_RADIUS)}"/>'
    strokes = f'<path{sign} d="{strokes}"/>'
    return f"<g {names('mark', f'ink-{_ink(edge)}')}>{_behind_mark(edge, x, y)}{ring}{strokes}</g>"


def _behind_mark(edge: Edge, x: float, y: float) -> str:
    """What looks out behind a sign: one slash for no effect, two for a relation that is gone, a ring for a change."""
    if edge.change is Mark.REMOVED:
        return f'<path d="{_slash(x - _APART, y - _APART, _CUT)}{_slash(x + _APART, y + _APART, _CUT)}"/>'
    text = f'<path d="{_slash(x, y, _SLASH)}"/>' if edge.label is Label.OUT else ""
    if edge.change is Mark.CHANGED:
        text += f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(MARK_RADIUS + 3)}"/>'
    return text


def _slash(x: float, y: float, reach: float) -> str:
    return f"M{number(x - reach)} {number(y + reach)}l{2 * reach:g}-{2 * reach:g}"
