"""Scene to SVG: one text that stands alone, is safe to put into a web page, and draws the same everywhere."""

from collections.abc import Iterable, Iterator
from hashlib import blake2s
from math import atan2, cos, sin

from argmap.diagram.scene import MARK_RADIUS, Area, Card, Edge, Junction, LegendEntry, Scene, TextLine
from argmap.diagram.themes import THEMES
from argmap.diagram.typography import ROLES
from argmap.renderers import svg_font, svg_style

PREFIX = "\0"
"""Stands for the prefix of ids and classes until the content is known; no text of a scene can hold it."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
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
    style = f"<style>{faces}{svg_style.sheet(theme, PREFIX, _roles(lines))}</style>"
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
            yield _line(edge)
        yield "</g>"
    for junction in scene.junctions:
        yield _junction(junction)
    for card in scene.cards:
        yield _card(card, scene.theme == "print")
    for edge in scene.edges:
        yield _ends(edge)
    for area in scene.areas:  # after the lines, which pass under a label
        yield _area_label(area)
    if scene.heading:
        yield f"<g>{''.join(map(_text, scene.heading))}</g>"
    if scene.legend:
        yield "<g>" + "".join(_legend(entry, scene.theme == "print") for entry in scene.legend) + "</g>"


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


def escape(text: str) -> str:
    """Make a text harmless in SVG: it reads the same and cannot become markup, inside an attribute or outside."""
    return text.translate(_ESCAPES)


def number(value: float) -> str:
    """Write a length with at most two decimals and no needless zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _text(item: TextLine) -> str:
    held = f' textLength="{number(item.width)}"' if item.exact and item.width > 0 else ""
    place = f'x="{number(item.x)}" y="{number(item.y)}"{held}'
    return f'<text class="{PREFIX}t-{item.role}" {place}>{escape(item.text)}</text>'


def _area(area: Area) -> str:
    inner = f" {PREFIX}inner" if area.depth % 2 else ""
    box = _rect(area.x, area.y, area.width, area.height, 8)
    return f'<rect class="{PREFIX}area{inner}" {box}/>'


def _area_label(area: Area) -> str:
    """The name of a group on a patch of its ground, which hides the lines behind it."""
    ground = f"{PREFIX}on-inner" if area.depth % 2 else f"{PREFIX}on-area"
    return "".join(f'<rect class="{ground}" {_patch(item)}/>{_text(item)}' for item in area.label)


def _patch(item: TextLine) -> str:
    size = ROLES[item.role].size
    return _rect(item.x - 3, item.y - size, item.width + 6, size * 1.35, 2)


def _rect(x: float, y: float, width: float, height: float, corner: float) -> str:
    return f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}" rx="{number(corner)}"'


def _card(card: Card, notched: bool) -> str:
    title = f"<title>{escape(card.summary)}</title>" if card.summary else ""
    words = "".join(map(_text, card.lines))
    shape = _question(card) if card.kind == "question" else _claim(card, notched)
    whole = f'<g role="group">{title}{shape}{words}</g>'
    return f'<a href="{escape(card.link)}">{whole}</a>' if card.link else whole


def _question(card: Card) -> str:
    corner = min(card.height / 2, 18.0)
    x, y = number(card.x + 18), card.y + card.height / 2
    return (
        f'<rect class="{PREFIX}pill" {_rect(card.x, card.y, card.width, card.height, corner)}/>'
        f'<circle class="{PREFIX}badge" cx="{x}" cy="{number(y)}" r="9"/>'
        f'<text class="{PREFIX}t-question {PREFIX}sign" x="{x}" y="{number(y + 4.4)}" text-anchor="middle">?</text>'
    )


def _claim(card: Card, notched: bool) -> str:
    names = [f"{PREFIX}card"]
    if card.stance == "thesis" and card.kind != "reference":
        names.append(f"{PREFIX}thesis")
    if card.implicit:
        names.append(f"{PREFIX}implied")
    if card.kind in {"argument", "reference"}:
        names.append(f"{PREFIX}{card.kind}")
    corner = 11.0 if card.kind == "argument" else _CORNER
    box = f'<rect class="{" ".join(names)}" {_rect(card.x, card.y, card.width, card.height, corner)}/>'
    return box if card.kind == "notice" else box + _bar(card, corner, notched)


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


def _junction(junction: Junction) -> str:
    place = f'cx="{number(junction.x)}" cy="{number(junction.y)}" r="{number(junction.radius)}"'
    return f'<circle class="{PREFIX}dot {PREFIX}fill-{junction.kind}" {place}/>'


def _line(edge: Edge) -> str:
    first, *rest = edge.path
    text = [f"M{number(first[0])} {number(first[1])}"]
    for place in range(0, len(rest), 3):
        text.append("C" + " ".join(f"{number(x)} {number(y)}" for x, y in rest[place : place + 3]))
    return f'<path class="{PREFIX}line {PREFIX}{edge.kind}" d="{"".join(text)}"/>'


def _ends(edge: Edge) -> str:
    text = _head(edge, edge.head, edge.path[-1], _inner(edge.path[::-1]))
    text += _head(edge, edge.tail, edge.path[0], _inner(edge.path))
    if edge.mark:
        text += _mark(edge.kind, *edge.mark)
    return text


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

    if shape == "arrow":
        return f'<path class="{PREFIX}fill-{edge.kind}" d="M{at(0, 0)}L{at(-8.5, 3.6)}L{at(-8.5, -3.6)}Z"/>'
    if edge.kind == "conflict":
        bars = f"M{at(-2.2, 5)}L{at(-2.2, -5)}M{at(-5.4, 5)}L{at(-5.4, -5)}"
        return f'<path class="{PREFIX}open {PREFIX}ink-{edge.kind}" d="{bars}"/>'
    return (
        f'<path class="{PREFIX}open {PREFIX}ink-{edge.kind}" d="M{at(-1.6, 0)}L{at(-9, 3.8)}L{at(-9, -3.8)}Z'
        f'M{at(-1, 4.4)}L{at(-1, -4.4)}"/>'
    )


def _mark(kind: str, x: float, y: float) -> str:
    """The sign of a relation: plus, minus, or a cross for a symmetric conflict."""
    if kind == "conflict":
        strokes = f"M{number(x - 2.3)} {number(y - 2.3)}l4.6 4.6m0-4.6l-4.6 4.6"
    else:
        strokes = f"M{number(x - 3)} {number(y)}h6" + ("m-3-3v6" if kind == "support" else "")
    ring = f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(MARK_RADIUS)}"/>'
    return f'<g class="{PREFIX}mark {PREFIX}ink-{kind}">{ring}<path d="{strokes}"/></g>'


def _legend(entry: LegendEntry, notched: bool) -> str:
    left, middle, wide = entry.x, entry.y, entry.width
    symbol = entry.symbol
    if symbol == "junction":
        place = f'cx="{number(left + wide / 2)}" cy="{number(middle)}" r="3.5"'
        shape = f'<circle class="{PREFIX}dot {PREFIX}fill-support" {place}/>'
    elif symbol in {"implicit", "reference"}:
        box = _rect(left + 2, middle - 5.5, wide - 4, 11, 3)
        look = "implied" if symbol == "implicit" else symbol
        shape = f'<rect class="{PREFIX}card {PREFIX}{look}" {box}/>'
    elif symbol.startswith("stance-"):
        box = _rect(left + wide / 2 - 2.5, middle - 6, 5, 12, 2)
        shape = f'<rect class="{PREFIX}bar {PREFIX}is-{symbol[7:]}" {box}/>'
        if notched and symbol in {"stance-con", "stance-mixed"}:
            shape += f'<path class="{PREFIX}cut" d="M{number(left + wide / 2)} {number(middle - 3)}v8"/>'
    else:
        shape = _sample(symbol, left, middle, wide)
    return shape + _text(entry.text)


def _sample(symbol: str, left: float, middle: float, wide: float) -> str:
    ends = {"support": ("none", "arrow"), "attack": ("none", "bar"), "conflict": ("bar", "bar")}
    tail, head = ends.get(symbol, ("none", "none"))
    path = ((left, middle), (left + wide / 3, middle), (left + wide * 2 / 3, middle), (left + wide, middle))
    centre = left + (wide / 2 if symbol == "conflict" else 9.0)
    mark = None if symbol == "answer" else (centre, middle)
    edge = Edge("", symbol, "", "", path, mark, head, tail)  # type: ignore[arg-type]
    return f'<g fill="none">{_line(edge)}</g>{_ends(edge)}'
