"""The front matter of a debate that has fields of argmap's own."""

from collections.abc import Mapping
from typing import Any

from argmap.core.model import ArgumentMap, Display
from argmap.formats.argdown.from_map.group_levels import levels, text_order
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.to_map.carried import KEY
from argmap.formats.argdown.to_map.colours import display_of, settings_for

OWN = "argmap"
"""The key in the front matter under which argmap's own fields stand."""

VERSION = 1

_SELECTION = {"excludeDisconnected": False, "statementSelectionMode": "all"}
"""Everything is shown: what is hidden says so itself."""

_USUAL_DEPTH = 2


def title_in(settings: Mapping[str, Any]) -> str | None:
    """The title that a front matter gives, or None."""
    title = settings.get("title")
    return title if title is None or isinstance(title, str) else str(title)


def usual_settings(given: ArgumentMap) -> dict[str, Any]:
    """The settings with which Argdown's own tools show a map as it is, if it has no settings of its own."""
    found: dict[str, Any] = {"selection": dict(_SELECTION)}
    depth = max(levels(given).values(), default=0)
    if depth > _USUAL_DEPTH:
        found["group"] = {"groupDepth": depth}
    return found | settings_for(given.display)


def front_matter_of(given: ArgumentMap) -> dict[str, Any]:
    """The front matter of a map, with what is said of the map as a whole and can stand nowhere else."""
    from argmap.formats.data import display
    from argmap.formats.native.short_forms import entries, said

    front = given.data.get(KEY)
    settings = dict(front) if isinstance(front, Mapping) else usual_settings(given)
    settings = {key: value for key, value in settings.items() if key not in ("title", OWN)}
    order = [item.id for item in given.groups]
    own = {
        "version": VERSION,
        **said(description=given.description, language=given.language),
        **entries("sources", given.sources, "title", "author", "date", "link", "text", "paragraphs"),
        **entries("speakers", given.speakers, "name", "role", "link"),
        **entries("questions", given.questions, "text", "title", "cites", "tags", "note"),
        **said(
            groups=None if order == text_order(given) else order,
            data={key: value for key, value in given.data.items() if key != KEY or not isinstance(value, Mapping)},
        ),
    }
    if not _is_drawn_as_said(given, settings):
        own["display"] = display(given.display)
    title = {} if given.title is None else {"title": given.title}
    return {**title, OWN: own, **settings}


def _is_drawn_as_said(given: ArgumentMap, settings: Mapping[str, Any]) -> bool:
    """Whether the settings alone say how the map is to be drawn."""
    read = Settings.of(settings)
    has_tags = any(item.tags for item in given.claims) or any(item.tags for item in given.groups)
    if has_tags and read.colours.scheme and read.colours.is_coloured_by_tag:
        return False
    return same_display(display_of(read, ()), given.display)


def same_display(one: Display, other: Display) -> bool:
    """Whether two wishes are the same, down to the order of the tags."""
    return one == other and list(one.tag_colours) == list(other.tag_colours)


def settings_beyond(settings: Mapping[str, Any], made: ArgumentMap) -> dict[str, Any] | None:
    """What a front matter says beyond the fields of argmap's own, or None if that goes without saying for the map."""
    rest = {key: value for key, value in settings.items() if key != OWN}
    usual = usual_settings(made)
    if made.title is not None:
        usual["title"] = made.title
    return None if rest == usual else rest
