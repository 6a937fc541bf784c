"""The legend of an SVG: a sample of every sign that occurs."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from argmap.core.comparison import Mark
from argmap.core.labelling import Label
from argmap.diagram.scene import Card, Edge, Junction, LegendEntry
from argmap.diagram.verdict import GAUGE_HEIGHT
from argmap.renderers import svg_changes
from argmap.renderers.svg_base import hue, names, number, rect
from argmap.renderers.svg_edges import ends, junction, line
from argmap.renderers.svg_marks import border, dots, seal, strength

_HEADS = {"support": ("none", "arrow"), "attack": ("none", "bar"), "conflict": ("bar", "bar")}


def sample(entry: LegendEntry, notched: bool) -> str:
    """Draw the symbol of a legend's entry; `notched` cuts the bars of opponents, as where there are no colours."""
    family, _, name = entry.symbol.partition("-")
    if family == "stance":
        return _stance(name, entry, notched)
    if family == "junction":
        return _junction(entry)
    if family == "effect":
        return _effect(name, entry)
    if family in _SAMPLES:
        return _SAMPLES[family](name, entry.x, entry.y, entry.width)
    if family == "tag":
        return f"<rect {names('card', hue('tint', entry.colour))} {rect(entry.x + 2, entry.y - 5.5, 24, 11, 3)}/>"
    return _relation(family, entry) if family else ""


def _stance(name: str, entry: LegendEntry, notched: bool) -> str:
    middle = entry.x + entry.width / 2
    bar = f"<rect {names('bar', f'is-{name}')} {rect(middle - 2.5, entry.y - 6, 5, 12, 2)}/>"
    if notched and name in {"con", "mixed"}:
        bar += f'<path {names("cut")} d="M{number(middle)} {number(entry.y - 3)}v8"/>'
    return bar


def _junction(entry: LegendEntry) -> str:
    return junction(Junction("", "support", entry.x + entry.width / 2, entry.y, 3.5, colour=entry.colour))


def _argument(_: str, left: float, middle: float, wide: float) -> str:
    box = f"<rect {names('card', 'argument')} {rect(left + 1, middle - 7.5, wide - 2, 15, 6)}/>"
    return box + dots(left + wide / 2, middle)


def _implicit(_: str, left: float, middle: float, wide: float) -> str:
    return f"<rect {names('card', 'implied')} {rect(left + 2, middle - 5.5, wide - 4, 11, 3)}/>"


def _reference(_: str, left: float, middle: float, wide: float) -> str:
    return f"<rect {names('card', 'reference')} {rect(left + 2, middle - 5.5, wide - 4, 11, 3)}/>"


def _label(name: str, left: float, middle: float, wide: float) -> str:
    """A small card with the border and the badge of a label."""
    label = Label(name)
    classes = ("card", *border(label))
    text = f"<rect {names(*classes)} {rect(left + 1, middle - 7.5, wide - 2, 15, 3.5)}/>"
    if label is Label.UNDECIDED:
        text += f"<rect {names(*classes, 'inside')} {rect(left + 3.2, middle - 5.3, wide - 6.4, 10.6, 1.8)}/>"
    return text + seal(label, left + wide - 9.5, middle, 9.5)


def _effect(name: str, entry: LegendEntry) -> str:
    path, mark = _flat(entry.x, entry.y, entry.width), (entry.x + 11, entry.y)
    return _line(Edge("", "support", "", "", path, mark, "arrow", label=Label(name), colour=entry.colour))


def _strength(_: str, left: float, middle: float, wide: float) -> str:
    return strength(left, middle - GAUGE_HEIGHT / 2, wide, GAUGE_HEIGHT, 0.7)


def _force(_: str, left: float, middle: float, wide: float) -> str:
    weak = Edge("", "answer", "", "", _flat(left, middle - 3.5, wide), force=0.0)
    return _line(weak) + _line(Edge("", "answer", "", "", _flat(left, middle + 3, wide), force=1.0))


def _change(name: str, left: float, middle: float, wide: float) -> str:
    """A small card, and a line that leads from it, both with the look of a mark."""
    mark = Mark(name)
    card = Card("", "claim", left + 1.5, middle - 5.5, 18, 11, (), change=mark)
    box = f"<rect {names('card', *svg_changes.border(card))} {rect(card.x, card.y, card.width, card.height, 3)}/>"
    path = _flat(left + 20, middle, wide - 20)
    return _line(Edge("", "support", "", "", path, (left + 33, middle), "arrow", change=mark)) + box


def _relation(symbol: str, entry: LegendEntry) -> str:
    left, middle, wide = entry.x, entry.y, entry.width
    if symbol == "undercut":
        dot = junction(Junction("", "answer", left + wide - 3.5, middle, 3.5))
        return dot + _relation("attack", replace(entry, width=wide - 8))
    tail, head = _HEADS.get(symbol, ("none", "none"))
    centre = left + (wide / 2 if symbol == "conflict" else 9.0)
    mark = None if symbol == "answer" else (centre, middle)
    return _line(Edge("", symbol, "", "", _flat(left, middle, wide), mark, head, tail, colour=entry.colour))  # type: ignore[arg-type]


def _flat(left: float, middle: float, wide: float) -> tuple[tuple[float, float], ...]:
    return ((left, middle), (left + wide / 3, middle), (left + wide * 2 / 3, middle), (left + wide, middle))


def _line(edge: Edge) -> str:
    return f'<g fill="none">{line(edge)}</g>{ends(edge)}'


_SAMPLES: Mapping[str, Callable[[str, float, float, float], str]] = {
    "argument": _argument, "implicit": _implicit, "reference": _reference,
    "label": _label, "strength": _strength, "force": _force, "change": _change,
}  # fmt: skip
"""What draws a symbol, by the first part of its name; the others are relations."""
