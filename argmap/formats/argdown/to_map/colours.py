"""Colours and other wishes for pictures: from the front matter and from data to the map, and back."""

from collections.abc import Iterable, Mapping
from typing import Any

from argmap.core.model import Display
from argmap.formats.argdown.debate.model import Argument, Section, Statement
from argmap.formats.argdown.settings.colour_schemes import DEFAULT_SCHEME
from argmap.formats.argdown.settings.forms import DIRECTIONS, colour
from argmap.formats.argdown.settings.settings import ColourSettings, Settings

_TYPES = {
    "support": ("support", "entails"),
    "attack": ("attack",),
    "conflict": ("contradictory", "contrary"),
    "undercut": ("undercut",),
}
"""Kinds of relations in argmap, with Argdown's types; the first one that has a colour counts."""

_RANKDIR = {direction: rankdir for rankdir, direction in DIRECTIONS.items()}


def shade(asked: object, scheme: tuple[str, ...] | None) -> str | None:
    """The colour that data or settings ask for: one by itself, its number in the scheme, or a mapping with `color`."""
    if isinstance(asked, dict):
        asked = asked.get("color")
    if isinstance(asked, int) and not isinstance(asked, bool):
        palette = scheme or DEFAULT_SCHEME
        return palette[asked] if 0 <= asked < len(palette) else None
    return colour(asked)


def own_colour(item: Statement | Argument, settings: ColourSettings) -> str | None:
    """The colour of a statement or an argument, if data or settings give it one by itself."""
    by_title = settings.statement_colours if isinstance(item, Statement) else settings.argument_colours
    return _own(item.data, item.title, by_title, settings)


def _own(data: Any, title: str, by_title: Mapping[str, Any], settings: ColourSettings) -> str | None:
    if not settings.ignores_data and isinstance(data, dict) and data.get("color") is not None:
        return shade(data["color"], settings.scheme)
    return shade(by_title.get(title), settings.scheme)


def group_colour(section: Section, depth: int, settings: ColourSettings) -> str | None:
    """The colour of the area of a section that lies in `depth` groups, if the author asks for one."""
    found = _own(section.data, section.title, settings.group_colours, settings)
    if found:
        return found
    if settings.is_grouped_by_tag and section.tags:
        tag = min(section.tags, key=lambda tag: -_priority(settings.tag_colours.get(tag)))
        found = shade(settings.tag_colours.get(tag), settings.group_scheme)
    if not found and settings.group_scheme:
        found = settings.group_scheme[min(depth, len(settings.group_scheme) - 1)]
    return found


def display_of(settings: Settings, tags: Iterable[str]) -> Display:
    """What the front matter says of how the map is to be drawn; `tags` are those of the document, in order."""
    colours = settings.colours
    relations: dict[str, str] = {}
    for kind, types in _TYPES.items():
        for name in types:
            asked = shade(colours.relation_colours.get(name), colours.scheme)
            if asked:
                relations.setdefault(kind, asked)
    labels = {settings.map.statement_labels, settings.map.argument_labels}
    mode = labels.pop() if len(labels) == 1 else None
    return Display(
        settings.direction, mode if mode in ("title", "text") else None, _tag_colours(colours, tags), relations
    )


def _tag_colours(settings: ColourSettings, tags: Iterable[str]) -> dict[str, str]:
    if not settings.is_coloured_by_tag:
        return {}
    # The first colour of a scheme is for what has no tag.
    given: dict[str, str | None] = dict(zip(tags, (settings.scheme or ())[1:], strict=False))
    given |= {tag: shade(asked, settings.scheme) for tag, asked in settings.tag_colours.items()}
    ranked = sorted(given, key=lambda tag: -_priority(settings.tag_colours.get(tag)))
    return {tag: found for tag in ranked if (found := given[tag])}


def _priority(asked: object) -> float:
    priority = asked.get("priority") if isinstance(asked, dict) else 0
    return priority if isinstance(priority, int | float) else 0


def in_colour_order(tags: Iterable[str], display: Display, settings: ColourSettings) -> list[str]:
    """Tags in an order that gives those without a colour of their own the colours of the display, from the scheme."""
    left = list(dict.fromkeys(tags))
    places = {shade: place for place, shade in reversed(list(enumerate((settings.scheme or ())[1:])))}
    implicit = [tag for tag in left if tag not in settings.tag_colours]
    wanted = {place: tag for tag in implicit if (place := places.get(display.tag_colours.get(tag, ""))) is not None}
    rest = iter([tag for tag in left if tag not in wanted.values()])
    found: list[str] = []
    for place in range(len(left)):
        tag = wanted[place] if place in wanted else next(rest, None)
        found += [] if tag is None else [tag]
    return list(dict.fromkeys([*found, *left]))


def settings_for(display: Display) -> dict[str, Any]:
    """The front matter that asks for a map to be drawn in a certain way, as far as Argdown has settings for that."""
    found: dict[str, Any] = {}
    if display.labels in ("title", "text"):
        found["map"] = {"statementLabelMode": display.labels, "argumentLabelMode": display.labels}
    colours: dict[str, Any] = {}
    if display.tag_colours:
        colours["tagColors"] = _with_priorities(display.tag_colours)
    if display.relation_colours:
        colours["relationColors"] = {
            _TYPES[kind][0]: asked for kind, asked in display.relation_colours.items() if kind in _TYPES
        }
    if colours:
        found["color"] = colours
    if display.direction in _RANKDIR:
        found["dot"] = {"graphVizSettings": {"rankdir": _RANKDIR[display.direction]}}
    return found


def _with_priorities(colours: Mapping[str, str]) -> dict[str, Any]:
    if len(colours) == 1:
        return dict(colours)
    last = len(colours)
    return {tag: {"color": asked, "priority": last - place} for place, (tag, asked) in enumerate(colours.items())}
