"""Scene to SVG: one text that stands alone, is safe to put into a web page, and draws the same everywhere."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2s

from argmap.core.labelling import Label
from argmap.diagram.cards import STACK
from argmap.diagram.scene import Area, Card, Scene, TextLine
from argmap.diagram.themes import THEMES
from argmap.diagram.typography import ROLES
from argmap.renderers import svg_changes, svg_edges, svg_font, svg_legend, svg_marks, svg_style
from argmap.renderers.svg_base import PREFIX, escape, hue, names, number, rect

_CORNER = 6.0
_BAR = 5.0


def render(scene: Scene, *, embed_font: bool = True) -> str:
    """Write a scene as SVG.

    The text has no XML prolog, all its ids and classes begin with a prefix made from its content, and text stays
    text: it can be pasted into HTML, searched, selected and read aloud. Colours and sizes are those of the scene.

    Args:
        scene: The picture.
        embed_font: Whether the glyphs that occur are put into the file, so that it needs no installed font. Without,
            a viewer that lacks Fira Sans uses another font and keeps the lines at their measured width.

    Returns:
        One SVG element, ending in a line end.

    Raises:
        ArgmapError: `missing-font` when the bundled font is needed and cannot be found.
    """
    theme = THEMES[scene.theme]
    lines = list(_texts(scene))
    faces = svg_font.faces(lines, PREFIX) if embed_font else ""
    body = "\n".join(_parts(scene))
    sheet = svg_style.sheet(theme, PREFIX, _roles(lines), _extras(scene), evaluated=_is_evaluated(scene))
    style = f"<style>{faces}{sheet}</style>"
    text = f"{_opening(scene)}\n{style}\n{body}\n</svg>\n"
    key = blake2s(text.encode("utf-8", "replace"), digest_size=4).hexdigest()
    return text.replace(PREFIX, f"am{key}-")


def _opening(scene: Scene) -> str:
    x, y, width, height = scene.box
    language = f' xml:lang="{escape(scene.language)}" lang="{escape(scene.language)}"' if scene.language else ""
    role = "graphics-document" if any(card.link for card in scene.cards) else "img"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(scene.width)}" height="{number(scene.height)}" '
        f'viewBox="{number(x)} {number(y)} {number(width)} {number(height)}"{language} role="{role}" '
        f'aria-labelledby="{PREFIX}title {PREFIX}desc">\n'
        f'<title id="{PREFIX}title">{escape(scene.title)}</title>\n'
        f'<desc id="{PREFIX}desc">{escape(scene.description)}</desc>'
    )


def _parts(scene: Scene) -> Iterator[str]:
    x, y, width, height = (number(value) for value in scene.box)
    yield f'<rect class="{PREFIX}page" x="{x}" y="{y}" width="{width}" height="{height}"/>'
    for area in scene.areas:
        yield _area(area)
    if scene.edges:
        yield f'<g class="{PREFIX}edges" fill="none">'
        for edge in scene.edges:
            yield svg_edges.line(edge)
        yield "</g>"
    for junction in scene.junctions:
        yield svg_edges.junction(junction)
    for card in scene.cards:
        yield _card(card, scene.theme == "print")
    for edge in scene.edges:
        yield svg_edges.ends(edge)
    for area in scene.areas:  # after the lines, which pass under a label
        yield _area_label(area)
    if scene.heading:
        yield f"<g>{''.join(map(_text, scene.heading))}</g>"
    if scene.legend:
        notched = scene.theme == "print"
        entries = [svg_legend.sample(entry, notched) + _text(entry.text) for entry in scene.legend]
        yield f"<g>{''.join(entries)}</g>"


def _texts(scene: Scene) -> Iterator[TextLine]:
    yield from scene.heading
    for area in scene.areas:
        yield from area.label
    for card in scene.cards:
        yield from card.lines
        if card.kind == "question":
            yield TextLine(0, 0, 0, "?", "question")
    for entry in scene.legend:
        yield entry.text


def _roles(lines: Iterable[TextLine]) -> list[str]:
    used = {item.role for item in lines}
    return [role for role in ROLES if role in used]


def _is_evaluated(scene: Scene) -> bool:
    shown = [card.label or card.strength for card in scene.cards]
    shown += [edge.label or edge.force for edge in scene.edges]
    return any(item is not None for item in shown)


def _extras(scene: Scene) -> svg_style.Extras:
    """What the picture needs beside the usual: signs of arguments, and colours that the map gives."""
    cards = {card.colour for card in scene.cards} | {item.colour for item in scene.legend if item.symbol == "tag"}
    lines = {edge.colour for edge in scene.edges} | {dot.colour for dot in scene.junctions}
    return svg_style.Extras(
        arguments=any(card.kind == "argument" for card in scene.cards),
        cards=tuple(sorted(filter(None, cards))),
        areas=tuple(sorted(filter(None, (area.colour for area in scene.areas)))),
        lines=tuple(sorted(filter(None, lines))),
        changes=any(card.change for card in scene.cards) or any(edge.change for edge in scene.edges),
    )


def _text(item: TextLine, look: str = "") -> str:
    held = f' textLength="{number(item.width)}"' if item.exact and item.width > 0 else ""
    place = f'x="{number(item.x)}" y="{number(item.y)}"{held}'
    return f"<text {names(f't-{item.role}', look)} {place}>{escape(item.text)}</text>"


def _area(area: Area) -> str:
    box = rect(area.x, area.y, area.width, area.height, 8)
    return f"<rect {names('area', 'inner' if area.depth % 2 else '', hue('zone', area.colour))} {box}/>"


def _area_label(area: Area) -> str:
    """The name of a group on a patch of its ground, which hides the lines behind it."""
    ground = hue("on-zone", area.colour) or ("on-inner" if area.depth % 2 else "on-area")
    return "".join(f"<rect {names(ground)} {_patch(item)}/>{_text(item)}" for item in area.label)


def _patch(item: TextLine) -> str:
    size = ROLES[item.role].size
    return rect(item.x - 3, item.y - size, item.width + 6, size * 1.35, 2)


def _card(card: Card, notched: bool) -> str:
    title = f"<title>{escape(card.summary)}</title>" if card.summary else ""
    fallen = "pale" if card.label is Label.OUT else ""
    words = svg_changes.flag_of(card) + "".join(
        _text(item, svg_changes.look(card, item) or fallen) for item in card.lines
    )
    words += svg_changes.strokes(card)
    shape = _question(card) if card.kind == "question" else _claim(card, notched)
    whole = f'<g role="group">{title}{shape}{words}{svg_marks.additions(card)}</g>'
    return f'<a href="{escape(card.link)}">{whole}</a>' if card.link else whole


def _question(card: Card) -> str:
    corner = min(card.height / 2, 18.0)
    x, y = number(card.x + 18), card.y + card.height / 2
    return (
        f"<rect {names('pill', *svg_changes.border(card))} {rect(card.x, card.y, card.width, card.height, corner)}/>"
        f'<circle class="{PREFIX}badge" cx="{x}" cy="{number(y)}" r="9"/>'
        f'<text class="{PREFIX}t-question {PREFIX}sign" x="{x}" y="{number(y + 4.4)}" text-anchor="middle">?</text>'
    )


def _claim(card: Card, notched: bool) -> str:
    is_reference = card.kind == "reference"
    is_thesis = card.stance == "thesis" and not is_reference
    kind = card.kind if card.kind in {"argument", "reference"} else ""
    tint = hue("tint", card.colour)
    fallen = "pale-ground" if card.label is Label.OUT and not is_thesis else ""
    edge = (
        ()
        if is_reference
        else svg_marks.border(card.label, implicit=card.implicit, keeps_colour=is_thesis or bool(tint))
    )
    classes = ("card", "thesis" if is_thesis else "", "implied" if card.implicit else "", kind, tint, fallen, *edge)
    classes = (*classes, *svg_changes.border(card))
    corner = 11.0 if card.kind == "argument" else _CORNER
    if card.kind == "group":
        return _stack(card, classes, notched)
    box = svg_marks.box(card, corner, classes)
    return box if card.kind == "notice" else box + _bar(card, corner, notched)


def _stack(card: Card, classes: tuple[str, ...], notched: bool) -> str:
    """The card of a closed group: a sheet with another one behind it."""
    behind = rect(card.x + STACK, card.y + STACK, card.width - STACK, card.height - STACK, _CORNER)
    front = replace(card, width=card.width - STACK, height=card.height - STACK)
    return (
        f"<rect {names(*classes)} {behind}/>" + svg_marks.box(front, _CORNER, classes) + _bar(front, _CORNER, notched)
    )


def _bar(card: Card, corner: float, notched: bool) -> str:
    """The strip at the left edge, rounded like the card; without colours that of an opponent is cut into pieces."""
    left, top, turn = number(card.x), number(card.y), number(corner)
    inner, bow = number(card.x + _BAR), number(max(corner - _BAR, 0.0) * 0.6)
    bottom = number(card.y + card.height)
    high, low = number(card.y + corner), number(card.y + card.height - corner)
    start = number(card.x + corner)
    cuts = ""
    if notched and card.stance in {"con", "mixed"}:
        middle = number(card.x + _BAR / 2)
        span = f"M{middle} {number(card.y + corner + 1)}V{number(card.y + card.height - corner)}"
        cuts = f'<path class="{PREFIX}cut" d="{span}"/>'
    return (
        f'<path class="{PREFIX}bar {PREFIX}is-{card.stance}" d="M{start} {top}A{turn} {turn} 0 0 0 {left} {high}V{low}'
        f"A{turn} {turn} 0 0 0 {start} {bottom}Q{inner} {bottom} {inner} {number(float(bottom) - float(bow) - 2)}"
        f'V{number(card.y + float(bow) + 2)}Q{inner} {top} {start} {top}Z"/>{cuts}'
    )
