"""The colours that a map asks for: who gets which, and what becomes of them so that everything can still be read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.diagram.drawing import Drawing
from argmap.diagram.themes import THEMES, Palette, contrast, luminance

UNDERCUT = "undercut"
"""Name of the colour of attacks on relations, beside the kinds of relations."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_TEXT, _SIGN = 4.5, 3.0
_CARD, _DARK_CARD, _AREA = 0.24, 0.28, 0.16
"""How much of a colour goes into a ground, at most."""
_PALE = 0.4
_KINDS = {
    RelationKind.SUPPORT: "support",
    RelationKind.ATTACK: "attack",
    RelationKind.CONFLICT: "symmetric conflict",
}


@dataclass(frozen=True, slots=True)
class Tint:
    """What a colour makes of a card or an area: its ground, on which all words can be read, and its border."""

    ground: str
    border: str


def known_colour(colour: str | None) -> str | None:
    """The colour in small letters; None for anything but `#rrggbb`."""
    return colour.lower() if colour and _COLOUR.fullmatch(colour) else None


def colour_of_claim(map: ArgumentMap, claim: Claim) -> tuple[str | None, str | None]:
    """The colour of a claim, and the tag that it comes from: its own, else that of its first tag that has one."""
    own = known_colour(claim.colour)
    if own:
        return own, None
    for tag, colour in map.display.tag_colours.items():
        if tag in claim.tags and known_colour(colour):
            return known_colour(colour), tag
    return None, None


def colour_of_relation(map: ArgumentMap, relation: Relation) -> str | None:
    """The colour of the line of a relation, or None for the usual one."""
    colours = map.display.relation_colours
    if is_undercut(map, relation) and known_colour(colours.get(UNDERCUT)):
        return known_colour(colours[UNDERCUT])
    return known_colour(colours.get(relation.kind.value))


def is_undercut(map: ArgumentMap, relation: Relation) -> bool:
    """Whether a relation is an attack on another one."""
    return relation.kind is RelationKind.ATTACK and relation.target not in map.claim


def painted(drawing: Drawing, map: ArgumentMap) -> Drawing:
    """Give the cards, lines and areas of a drawing the colours that the map asks for."""
    cards = []
    for card in drawing.cards:
        claim = map.claim.get(card.id)
        colour, tag = colour_of_claim(map, claim) if claim and card.kind != "question" else (None, None)
        cards.append(replace(card, colour=colour, tag=tag) if colour else card)
    lines = {item.id: colour for item in map.relations if (colour := colour_of_relation(map, item))}
    areas = {group.id: colour for group in map.groups if (colour := known_colour(group.colour))}
    return replace(
        drawing,
        cards=tuple(cards),
        junctions=tuple(replace(item, colour=lines.get(item.id)) for item in drawing.junctions),
        edges=tuple(
            item if item.kind == "answer" else replace(item, colour=lines.get(item.id)) for item in drawing.edges
        ),
        areas=tuple(replace(item, colour=areas.get(item.id)) for item in drawing.areas),
    )


def card_tint(colour: str, palette: Palette) -> Tint:
    """What a colour makes of a card."""
    words = [(ink, _TEXT) for ink in (palette.ink, palette.body, palette.soft, palette.pale)]
    bars = [(palette.stance(name), _SIGN) for name in ("thesis", "pro", "con", "mixed", "none")]
    ground = _ground(colour, palette.card, _DARK_CARD if _is_dark(palette) else _CARD, [*words, *bars])
    return Tint(ground, _seen(colour, palette, ground))


def area_tint(colour: str, palette: Palette) -> Tint:
    """What a colour makes of the area of a group."""
    lines = (palette.support, palette.attack, palette.conflict, palette.answer)
    pale = (palette.pale_support, palette.pale_attack, palette.pale_conflict)
    ground = _ground(colour, palette.area, _AREA, [(palette.soft, _TEXT), *((line, _SIGN) for line in (*lines, *pale))])
    return Tint(ground, _seen(colour, palette, ground))


def line_ink(colour: str, palette: Palette) -> str:
    """What a colour makes of a line: itself, or the next one that can be seen on the page."""
    return _seen(colour, palette)


def pale_ink(colour: str, palette: Palette) -> str:
    """What a colour makes of the line of a relation without effect."""
    return _seen(mixed(line_ink(colour, palette), palette.page, _PALE), palette)


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another one in it, from 0 to 1."""
    pairs = [(int(colour[place : place + 2], 16), int(other[place : place + 2], 16)) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def notes(map: ArgumentMap, theme: str) -> Iterator[str]:
    """Say which lines are drawn in another colour than was asked for."""
    if theme == "print":
        return
    for palette in (THEMES[theme].palette, THEMES[theme].dark):
        yield from _changed(map, palette) if palette else ()


def _changed(map: ArgumentMap, palette: Palette) -> Iterator[str]:
    told: dict[tuple[str, str], None] = {}
    for item in map.relations:
        colour = colour_of_relation(map, item)
        if colour and line_ink(colour, palette) != colour:
            told[UNDERCUT if is_undercut(map, item) else _KINDS[item.kind], colour] = None
    page = "dark" if _is_dark(palette) else "white"
    for kind, colour in told:
        ink = line_ink(colour, palette)
        yield f"lines of {kind} are drawn in {ink}: {colour} could hardly be seen on the {page} page"


def _is_dark(palette: Palette) -> bool:
    return luminance(palette.page) < 0.5


def _ground(colour: str, base: str, most: float, seen: Iterable[tuple[str, float]]) -> str:
    """The base with as much of a colour in it as leaves each of some inks its contrast."""
    inks = list(seen)
    for step in range(round(most * 100), 0, -2):
        ground = mixed(base, colour, step / 100)
        if all(contrast(ink, ground) >= least for ink, least in inks):
            return ground
    return base


def _seen(colour: str, palette: Palette, *grounds: str) -> str:
    """The colour, made darker or lighter until it can be seen on the page, on areas, and on some other grounds."""
    pole = "#ffffff" if _is_dark(palette) else "#000000"
    behind = (palette.page, palette.area, palette.area_inner, *grounds)
    for step in range(0, 100, 2):
        found = mixed(colour, pole, step / 100)
        if all(contrast(found, ground) >= _SIGN for ground in behind):
            return found
    return pole
