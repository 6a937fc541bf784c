"""A map becomes a scene: what is shown, where it goes, and what stands around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, floor
from typing import Literal, TypeAlias

from argmap.core.labelling import Labelling
from argmap.core.model import ArgumentMap
from argmap.diagram import outline
from argmap.diagram.cards import CardMaker, Labels
from argmap.diagram.colours import notes, painted
from argmap.diagram.drawing import Drawing, moved
from argmap.diagram.fit import LEAST, Page, on_page, orientations, smallest_text
from argmap.diagram.layout import choose
from argmap.diagram.layout.base import TooLargeError
from argmap.diagram.legend import make_legend
from argmap.diagram.map_view import Direction, draw_map, natural_direction
from argmap.diagram.marking import Marks, relevant_marks, with_changes
from argmap.diagram.measure import clean
from argmap.diagram.plan import Plan, make_plan, with_narrow_questions
from argmap.diagram.scene import Scene, TextLine
from argmap.diagram.shown import shown
from argmap.diagram.tree_view import DEEPEST, draw_tree
from argmap.diagram.typography import ROLES, line
from argmap.diagram.verdict import marked, relevant, with_lively_trunks
from argmap.diagram.wrap import wrap

ViewName: TypeAlias = Literal["map", "tree"]
DirectionName: TypeAlias = Literal["auto", "down", "up", "left", "right"]
EngineName: TypeAlias = Literal["auto", "dot", "graphviz", "sugiyama", "tree"]
ThemeName: TypeAlias = Literal["light", "dark", "print", "auto"]

MAP_WRAP = 30
TREE_WRAP = 62
NARROWEST = 12
WIDEST = 200
_MARGIN = 24.0
_LEAST_WIDTH = 320.0
_LARGE_FIT = 1500
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_TREES = (
    (DEEPEST, 1, TREE_WRAP), (DEEPEST, 1, 80), (DEEPEST, 1, 44), (DEEPEST, 2, 48), (DEEPEST, 2, 36), (3, 2, 44),
    (3, 2, 32), (2, 2, 40), (2, 3, 34), (2, 3, 26), (1, 3, 34), (1, 4, 28), (1, 5, 26),
)  # fmt: skip
"""Trees to try on a page: levels before a branch stands by itself, columns, characters of a line."""
_EMPTY = "This map has no claims."
_ALL_HIDDEN = "all claims of this map are hidden: --hidden draws them"
_DIRECTIONS: tuple[Direction, ...] = ("down", "up", "right", "left")
_LABELS: tuple[Labels, ...] = ("title", "text", "both")


@dataclass(frozen=True, slots=True)
class Style:
    """How a map is to be drawn.

    Attributes:
        view: `map` (layered) or `tree` (indented).
        direction: Where the reasons lie, seen from the thesis; `auto` is as the map asks, else by its structure.
        wrap: Width of the cards' text in characters, from 12 to 200; None for the view's own.
        labels: What a claim says: its title, its text or both; None is as the map asks, else both.
        legend: Whether the signs are explained at the bottom.
        heading: Words over the picture: None for the map's title, an empty string for none.
        theme: Name of the colours.
        fit: The page that it must fit, or None for its natural size.
        engine: What places the boxes.
        budget: Seconds that a large layout may take before a simpler one is used.
    """

    view: ViewName = "map"
    direction: DirectionName = "auto"
    wrap: int | None = None
    labels: Labels | None = None
    legend: bool = True
    heading: str | None = None
    theme: ThemeName = "light"
    fit: Page | None = None
    engine: EngineName = "auto"
    budget: float = 20.0


@dataclass(frozen=True, slots=True)
class Composition:
    """A finished picture, and what the user should know about how it came to be.

    Attributes:
        scene: The picture.
        notes: One sentence each; empty if all went as asked.
    """

    scene: Scene
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of a map: by an evaluation, and by a comparison with another version of it."""

    labelling: Labelling | None
    marks: Marks


@dataclass(frozen=True, slots=True)
class _Sketch:
    """One way to draw the map."""

    view: ViewName
    direction: DirectionName
    wrap: int | None
    deepest: int = DEEPEST
    columns: int = 1


def compose(
    map: ArgumentMap, style: Style | None = None, labelling: Labelling | None = None, marks: Marks | None = None
) -> Composition:
    """Draw a map.

    Args:
        map: Any map, with faults or without; relations with an end that is not in it are left out.
        style: How it is to be drawn.
        labelling: What an evaluation says of its claims and relations, to be shown with them; ids that it lacks stay
            unmarked, and ids that the map lacks are ignored.
        marks: What happened to its claims, relations and questions since another version of it, to be shown as well.

    Returns:
        The picture with notes for the user.

    Raises:
        ArgmapError: The font or the asked engine is not there.
    """
    drawn, style = shown(map), _asked(map, style or Style())
    said = _Said(relevant(drawn, labelling), relevant_marks(map, drawn, marks))
    rows = outline.plain_text(outline.outline(drawn), said.labelling, said.marks).split("\n")
    words = "\n".join(clean(row) for row in rows)
    if style.fit is None:
        sketch = _Sketch(_view(style), _wish(map, style) or "auto", style.wrap)
        drawing, found = _draw(drawn, style, sketch, said)
        made = Composition(_framed(drawn, style, drawing, words, said), tuple(found))
    else:
        made = _fitted(drawn, style, style.fit, words, said)
    told = [_ALL_HIDDEN] if map.claims and not drawn.claims else []
    return replace(made, notes=(*told, *notes(drawn, style.theme), *made.notes))


def _asked(map: ArgumentMap, style: Style) -> Style:
    """The style with what the map asks for where the style says nothing."""
    return replace(style, labels=style.labels or next((mode for mode in _LABELS if mode == map.display.labels), "both"))


def _wish(map: ArgumentMap, style: Style) -> Direction | None:
    """The direction that is asked for, by the style or else by the map."""
    asked = map.display.direction if style.direction == "auto" else style.direction
    return next((way for way in _DIRECTIONS if way == asked), None)


def _view(style: Style) -> ViewName:
    return "tree" if style.engine == "tree" else style.view


def _draw(map: ArgumentMap, style: Style, sketch: _Sketch, said: _Said) -> tuple[Drawing, list[str]]:
    usual = MAP_WRAP if sketch.view == "map" else TREE_WRAP
    maker = CardMaker(
        map, style.labels or "both", min(max(sketch.wrap or usual, NARROWEST), WIDEST), said.labelling, said.marks
    )
    if not map.claims and not map.questions:
        card = maker.notice(_EMPTY).at(0, 0)
        return Drawing(card.width, card.height, (card,)), []
    if sketch.view == "tree":
        tree = draw_tree(map, maker, deepest=sketch.deepest, columns=sketch.columns)
        return with_lively_trunks(_marked(_coloured(tree, map, style), said)), []
    plan = make_plan(map, maker)
    direction: Direction = natural_direction(plan) if sketch.direction == "auto" else sketch.direction
    if direction in {"right", "left"}:
        plan = with_narrow_questions(plan, map, maker)
    choice = choose(style.engine, style.budget)
    try:
        drawing = draw_map(map, plan, direction, choice.place)
        return _marked(_coloured(drawing, map, style), said), [*choice.notes, *_missing_groups(map, plan, drawing)]
    except TooLargeError as error:
        drawing, _ = _draw(map, style, replace(sketch, view="tree", wrap=style.wrap), said)
        return drawing, [*choice.notes, f"the tree is shown: {error}"]


def _marked(drawing: Drawing, said: _Said) -> Drawing:
    return with_changes(marked(drawing, said.labelling), said.marks, evaluated=said.labelling is not None)


def _coloured(drawing: Drawing, map: ArgumentMap, style: Style) -> Drawing:
    return drawing if style.theme == "print" else painted(drawing, map)


def _missing_groups(map: ArgumentMap, plan: Plan, drawing: Drawing) -> list[str]:
    """Say which groups have no area: one that cuts across the layout would enclose what is not in it."""
    drawn = {area.id for area in drawing.areas}
    names = [clean(map.group[key].title) or key for key, _ in plan.areas if key not in drawn]
    return [f"not drawn as an area, because others stand among its members: {', '.join(names)}"] if names else []


def _framed(map: ArgumentMap, style: Style, drawing: Drawing, words: str, said: _Said) -> Scene:
    """Put heading, legend and margins around a drawing."""
    width = max(drawing.width, _LEAST_WIDTH)
    heading = _heading(clean(map.title or "" if style.heading is None else style.heading), width)
    top = _MARGIN + (len(heading) * ROLES["heading"].leading + 16 if heading else 0.0)
    drawing = moved(drawing, _MARGIN, top)
    bottom = top + drawing.height
    entries, tall = make_legend(drawing, _MARGIN, bottom + 24, width, said.labelling) if style.legend else ((), 0.0)
    if entries:
        bottom += 24 + tall
    # Whole units: a PNG would else end in a row of pixels that the drawing covers in part.
    width, height = float(ceil(width + 2 * _MARGIN)), float(ceil(bottom + _MARGIN - (8 if entries else 0)))
    title = " ".join(item.text for item in heading) or clean(map.title or "") or "Argument map"
    about = clean(map.description or "").strip()
    told = f"{about}\n{words}" if about else words
    return Scene(
        width=width,
        height=height,
        box=(0.0, 0.0, width, height),
        title=title,
        description=told or _EMPTY,
        language=map.language if map.language and _LANGUAGE.fullmatch(map.language) else None,
        theme=style.theme,
        cards=drawing.cards,
        junctions=drawing.junctions,
        edges=drawing.edges,
        areas=drawing.areas,
        heading=heading,
        legend=entries,
    )


def _heading(words: str, width: float) -> tuple[TextLine, ...]:
    style = ROLES["heading"]
    rows = wrap(words, style.face, style.size, width)
    return tuple(line(row, "heading", _MARGIN, _MARGIN + 17 + place * style.leading) for place, row in enumerate(rows))


def _fitted(map: ArgumentMap, style: Style, page: Page, words: str, said: _Said) -> Composition:
    """Take the first way to draw the map that can be read at the page; else the one that is read best."""
    best: tuple[float, Scene, list[str]] | None = None
    for sketch in _sketches(map, style):
        drawing, told = _draw(map, style, sketch, said)
        natural = _framed(map, style, drawing, words, said)
        if sketch.view != _view(style):
            told = [*told, "the tree view is shown: the map could not be read at this page"]
        for lying in orientations(page):
            scene = on_page(natural, lying)
            size = smallest_text(scene)
            if size >= LEAST:
                return Composition(scene, tuple(told))
            if best is None or size > best[0] + 0.05:
                best = (size, scene, told)
    assert best is not None
    size, scene, told = best
    advice = "choose a part with --focus, --group or --question, say less with --labels title, or take a larger page"
    least = floor(size * 10) / 10  # rounded down, as 7.96 is not 8
    return Composition(scene, (*told, f"the smallest text is {least} pt at this page, under {LEAST:g} pt: {advice}"))


def _sketches(map: ArgumentMap, style: Style) -> Iterator[_Sketch]:
    """The ways to draw a map for a page, best first; of a map that fits no page, only the most compact one."""
    is_large = len(map.claims) > _LARGE_FIT
    if _view(style) == "map" and not is_large:
        wish = _wish(map, style)
        directions: dict[DirectionName, None] = {wish: None} if wish else {}
        if style.direction == "auto":
            directions |= {"down": None, "right": None}
        yield from (_Sketch("map", direction, style.wrap) for direction in directions)
        if style.wrap is None:
            yield from (_Sketch("map", direction, 22) for direction in directions)
    for deepest, columns, width in _TREES[-1:] if is_large else _TREES:
        yield _Sketch("tree", "auto", style.wrap or width, deepest, columns)
