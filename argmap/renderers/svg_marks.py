"""What an evaluation adds to the cards of an SVG: borders, badges, and the bars of strengths."""

from argmap.core.labelling import Label
from argmap.diagram.scene import Card
from argmap.diagram.verdict import BADGE, badge, gauge, therefore
from argmap.renderers.svg_base import names, number, rect

_LOOKS = {Label.IN: "stands", Label.OUT: "falls", Label.UNDECIDED: "undecided", Label.UNKNOWN: ""}
_INSET = 2.8
"""From the border of an undecided claim to the second line inside it."""
_BADGE_CORNER = 3.5


def border(label: Label | None, *, implicit: bool = False, keeps_colour: bool = False) -> tuple[str, ...]:
    """The classes that a card's border gets from its label: heavy, dotted, or with a line inside it."""
    if label is None or not _LOOKS[label]:
        return ()
    look = _LOOKS[label]
    dots = "implied-falls" if implicit and label is Label.OUT else ""
    return (look, dots) if keeps_colour else (look, f"edge-{look}", dots)


def box(card: Card, corner: float, classes: tuple[str, ...]) -> str:
    """The ground and the border of a card; the dots of a claim that falls leave out the side of its bar."""
    place = rect(card.x, card.y, card.width, card.height, corner)
    if card.kind == "reference" or card.label not in {Label.OUT, Label.UNDECIDED}:
        return f"<rect {names(*classes)} {place}/>"
    if card.label is Label.UNDECIDED:
        return f"<rect {names(*classes)} {place}/>" + _inner_border(card, corner, classes)
    start, turn = number(card.x + corner), number(corner)
    right, low = number(card.x + card.width), number(card.y + card.height)
    path = (
        f"M{start} {number(card.y)}H{number(card.x + card.width - corner)}A{turn} {turn} 0 0 1 {right} "
        f"{number(card.y + corner)}V{number(card.y + card.height - corner)}A{turn} {turn} 0 0 1 "
        f"{number(card.x + card.width - corner)} {low}H{start}"
    )
    return f'<rect {names(*classes, "bare")} {place}/><path {names(*classes, "inside")} d="{path}"/>'


def _inner_border(card: Card, corner: float, classes: tuple[str, ...]) -> str:
    """The second line of an undecided claim's border; the bar at the left edge hides its left end."""
    place = rect(card.x + _INSET, card.y + _INSET, card.width - 2 * _INSET, card.height - 2 * _INSET, corner - _INSET)
    return f"<rect {names(*classes, 'inside')} {place}/>"


def additions(card: Card) -> str:
    """The sign of an argument, and the badge or the bar of a card."""
    sign, spot, bar = therefore(card), badge(card), gauge(card)
    text = dots(*sign) if sign else ""
    if spot and card.label:
        return text + seal(card.label, *spot, BADGE)
    return text + (strength(bar.x, bar.y, bar.width, bar.height, bar.filled) if bar else "")


def dots(x: float, y: float) -> str:
    """The sign of an argument around (x, y): three dots, as in "therefore"."""
    spots = ((0.0, -2.6), (-3.1, 2.6), (3.1, 2.6))
    circles = "".join(f'<circle cx="{number(x + right)}" cy="{number(y + down)}" r="1.35"/>' for right, down in spots)
    return f"<g {names('therefore')}>{circles}</g>"


def seal(label: Label, x: float, y: float, side: float) -> str:
    """The badge of a label around (x, y): full with a tick, empty with a cross, half full, or with three dots."""
    scale = side / BADGE

    def at(right: float, down: float) -> str:
        return f"{number(x + right * scale)} {number(y + down * scale)}"

    half = side / 2 - 0.6
    box = rect(x - half, y - half, 2 * half, 2 * half, _BADGE_CORNER * scale)
    if label is Label.IN:
        tick = f"M{at(-3.2, 0.3)}L{at(-0.9, 2.7)}L{at(3.3, -2.6)}"
        return f'<rect {names("seal", "full")} {box}/><path {names("tick")} d="{tick}"/>'
    if label is Label.OUT:
        cross = f"M{at(-2.5, -2.5)}L{at(2.5, 2.5)}M{at(2.5, -2.5)}L{at(-2.5, 2.5)}"
        return f'<rect {names("seal", "void")} {box}/><path {names("cross")} d="{cross}"/>'
    if label is Label.UNDECIDED:
        turn = number(_BADGE_CORNER * scale)
        edge, bow = half / scale, half / scale - _BADGE_CORNER
        left = (
            f"M{at(0, -edge)}L{at(-bow, -edge)}A{turn} {turn} 0 0 0 {at(-edge, -bow)}"
            f"L{at(-edge, bow)}A{turn} {turn} 0 0 0 {at(-bow, edge)}L{at(0, edge)}Z"
        )
        return f'<rect {names("seal")} {box}/><path {names("full")} d="{left}"/>'
    dots = "".join(
        f'<circle {names("full")} cx="{number(x + step * scale)}" cy="{number(y)}" r="{number(0.95 * scale)}"/>'
        for step in (-3, 0, 3)
    )
    return f"<rect {names('seal', 'void')} {box}/>{dots}"


def strength(x: float, y: float, width: float, height: float, filled: float) -> str:
    """The bar of a strength, with a notch in its middle."""
    middle = number(x + width / 2)
    fill = rect(x, y, width * filled, height, min(1.5, width * filled / 2))
    notch = f'<path {names("notch")} d="M{middle} {number(y - 2)}v2M{middle} {number(y + height)}v2"/>'
    inside = f"<rect {names('full')} {fill}/>" if filled > 0 else ""
    return f"<rect {names('track')} {rect(x, y, width, height, 1.5)}/>{inside}{notch}"
