"""What a comparison adds to an SVG: flags and borders of cards, lines through words, and the rules for all of it."""

from argmap.core.comparison import Mark
from argmap.diagram.marking import flag
from argmap.diagram.scene import Card, TextLine
from argmap.diagram.themes import Palette
from argmap.diagram.typography import ROLES
from argmap.renderers.svg_base import names, number, rect

_STRUCK = frozenset({"title", "body", "question", "reference"})
_MIDDLE = 0.29
"""How high above its baseline a word is struck through, in font sizes."""


def border(card: Card) -> tuple[str, ...]:
    """The classes that a card gets from what happened to it. An evaluation says how its border is drawn."""
    if card.change is None or card.kind == "reference":
        return ()
    ground = "pale-ground" if card.change is Mark.REMOVED and card.colour is None else ""
    return (ground, "" if card.label else f"is-{card.change}", f"edge-{card.change}")


def flag_of(card: Card) -> str:
    """The ground of the word that tells what happened: full, empty, or empty with a broken edge."""
    place = flag(card)
    if place is None or card.change is None:
        return ""
    return f"<rect {names('flag', f'flag-{card.change}')} {rect(place.x, place.y, place.width, place.height, 3)}/>"


def look(card: Card, line: TextLine) -> str:
    """The class of a line's words beside that of its role."""
    if line.role == "flag":
        return f"on-{card.change}"
    return "pale" if (card.faded or card.change is Mark.REMOVED) and line.role != "was" else ""


def strokes(card: Card) -> str:
    """The lines through the words of what is gone."""
    if card.change is not Mark.REMOVED:
        return ""
    rows = [line for line in card.lines if line.role in _STRUCK]
    path = "".join(
        f"M{number(line.x)} {number(line.y - _MIDDLE * ROLES[line.role].size)}h{number(line.width)}" for line in rows
    )
    return f'<path {names("struck")} d="{path}"/>' if path else ""


def shape_rules(prefix: str) -> str:
    """The widths and dashes."""
    rules = {
        "is-added": "stroke-width:2.6",
        "is-changed": "stroke-width:1.7",
        "is-removed": "stroke-width:1.2;stroke-dasharray:5 3.5",
        "flag": "stroke-width:1",
        "flag-removed": "stroke-dasharray:2.5 2",
        "struck": "stroke-width:.8;fill:none",
        "line-added": "stroke-width:3",
        "line-changed": "stroke-width:2",
        "line-removed": "stroke-width:1.3;stroke-dasharray:1.3 3.6",
        "hollow": "stroke-width:1.1",
    }
    return "".join(f".{prefix}{name}{{{rule}}}" for name, rule in rules.items())


def colour_rules(colours: Palette, prefix: str) -> str:
    """The colours."""
    rules = [
        f".{prefix}pale{{fill:{colours.pale}}}.{prefix}pale-ground{{fill:{colours.pale_ground}}}",
        f".{prefix}struck{{stroke:{colours.pale}}}.{prefix}hollow{{fill:{colours.page}}}",
        f".{prefix}flag{{fill:{colours.card}}}",
    ]
    for mark in Mark:
        ink = getattr(colours, mark.value)
        rules.append(f".{prefix}edge-{mark}{{stroke:{ink}}}.{prefix}flag-{mark}{{stroke:{ink}}}")
        rules.append(f".{prefix}on-{mark}{{fill:{ink}}}")
    rules.append(f".{prefix}flag-added{{fill:{colours.added}}}.{prefix}on-added{{fill:{colours.card}}}")
    for kind in ("support", "attack", "conflict"):
        ink = getattr(colours, f"pale_{kind}")
        rules.append(f".{prefix}pale-{kind}{{stroke:{ink}}}.{prefix}ink-pale-{kind}{{stroke:{ink}}}")
        rules.append(f".{prefix}fill-pale-{kind}{{fill:{ink}}}")
    rules.append(f".{prefix}on-line{{stroke:{colours.page}}}")
    return "".join(rules)
