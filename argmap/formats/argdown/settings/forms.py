"""What the front matter may set: each setting with its default, what it may be, and how it is read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.formats.argdown.settings.colour_schemes import COLOUR_SCHEMES

_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{3}){1,2}")

STATEMENT_MODES = (
    "all",
    "top-level",
    "with-title",
    "with-relations",
    "not-used-in-argument",
    "with-more-than-one-relation",
)
LABEL_MODES = ("hide-untitled", "title", "text", "none")
DIRECTIONS = {"BT": "down", "TB": "up", "LR": "left", "RL": "right"}
"""Where the reasons lie, seen from the thesis, by the direction in which Graphviz lets lines run."""


@dataclass(frozen=True, slots=True)
class Form:
    """A setting.

    Attributes:
        default: Its value where the front matter does not give it, or gives something wrong.
        read: The value that was typed, as argmap uses it, or None if it is not one.
        expected: What it may be, as the end of a sentence.
        names: Words that it may be, to find the one that was meant.
        each: For a mapping, whether one of its values can be used; None if they are not looked at.
        each_expected: What such a value may be.
    """

    default: Any
    read: Callable[[Any], Any]
    expected: str
    names: tuple[str, ...] = ()
    each: Callable[[Any], bool] | None = None
    each_expected: str = ""


def colour(value: object) -> str | None:
    """Return a colour that was typed as `#rgb` or `#rrggbb` in the longer form, or None if it is none."""
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        return None
    return value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:])


def _as(kind: type) -> Callable[[Any], Any]:
    return lambda value: value if isinstance(value, kind) else None


def _flag(default: bool = False) -> Form:
    return Form(default, _as(bool), "`true` or `false`")


def _choice(default: str, names: tuple[str, ...]) -> Form:
    listed = ", ".join(f"`{name}`" for name in names[:-1])
    return Form(default, lambda value: value if value in names else None, f"{listed} or `{names[-1]}`", names)


def _titles(value: object) -> tuple[str, ...] | None:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    return None


def _names(default: tuple[str, ...] | None, what: str) -> Form:
    return Form(default, _titles, f"a list of {what}; one that looks like a number needs quotes")


def _depth(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value // 1:
        return None
    return int(value)


def _shortcodes(value: object) -> dict[str, str] | None:
    if not isinstance(value, dict):
        return None
    return {code: item["unicode"] for code, item in value.items() if _is_shortcode(item)}


def _is_shortcode(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("unicode"), str)


def _mappings(value: object) -> tuple[Mapping[str, Any], ...] | None:
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return tuple(value)
    return None


def _colours(value: object) -> tuple[str, ...] | None:
    colours = [colour(item) for item in value] if isinstance(value, list) else []
    return tuple(item for item in colours if item) if colours and None not in colours else None


def _scheme(value: object) -> tuple[str, ...] | None:
    return COLOUR_SCHEMES.get(value) if isinstance(value, str) else _colours(value)


def _is_colour(value: object) -> bool:
    if isinstance(value, dict):
        return _is_colour(value.get("color"))
    return colour(value) is not None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0)


_COLOURS = Form(
    {},
    _as(dict),
    "a mapping",
    (),
    _is_colour,
    "a colour such as `'#1b9e77'` in quotes, or its number in the color scheme",
)
_SECTIONS = Form(None, _as(dict), "a mapping of section titles", (), _as(dict), "something like `{isGroup: true}`")

FORMS: dict[str, dict[str, Form]] = {
    "model": {
        "mode": _choice("loose", ("loose", "strict")),
        "removeTagsFromText": _flag(),
        "shortcodes": Form(
            {}, _shortcodes, "a mapping", (), _is_shortcode, "`{unicode: …}` with the text that it stands for"
        ),
        "transformArgumentRelations": _flag(True),
        "explodeArguments": _flag(),
    },
    "selection": {
        "excludeDisconnected": _flag(True),
        "statementSelectionMode": _choice("with-title", STATEMENT_MODES),
        "includeStatements": _names((), "titles"),
        "excludeStatements": _names((), "titles"),
        "excludeArguments": _names((), "titles"),
        "selectedSections": _names(None, "section titles"),
        "selectElementsWithoutSection": _flag(),
        "selectedTags": _names(None, "tags"),
        "selectElementsWithoutTag": _flag(),
        "ignoreIsInMap": _flag(),
    },
    "group": {
        "groupDepth": Form(2, _depth, "a whole number"),
        "regroup": Form((), _mappings, "a list of groups, each `{title: …, statements: […], arguments: […]}`"),
        "sections": _SECTIONS,
        "ignoreIsGroup": _flag(),
        "ignoreIsClosed": _flag(),
    },
    "map": {
        "statementLabelMode": _choice("hide-untitled", LABEL_MODES),
        "argumentLabelMode": _choice("hide-untitled", LABEL_MODES),
        "addTags": _flag(True),
    },
    "color": {
        "colorScheme": Form(
            None,
            _scheme,
            "the name of a color scheme, or a list of colours such as `'#1b9e77'` in quotes",
            tuple(COLOUR_SCHEMES),
        ),
        "groupColorScheme": Form(None, _colours, "a list of colours such as `'#dadada'` in quotes"),
        "tagColors": _COLOURS,
        "statementColors": _COLOURS,
        "argumentColors": _COLOURS,
        "groupColors": _COLOURS,
        "relationColors": _COLOURS,
        "colorizeByTag": _flag(True),
        "colorizeGroupsByTag": _flag(),
        "ignoreColorData": _flag(),
    },
}
"""Settings that argmap honours, by section and name."""

DIRECTION = Form(
    None, lambda value: DIRECTIONS.get(value) if isinstance(value, str) else None, "`BT`, `TB`, `LR`, `RL`"
)
"""The setting `dot.graphVizSettings.rankdir`."""

UNUSED_FIELDS = {
    "color": ("statementFontColor", "argumentFontColor", "groupFontColor"),
}
"""Settings of Argdown's tools in the sections above that argmap does not honour."""

UNUSED_SECTIONS = (
    "dagre",
    "data",
    "graphml",
    "html",
    "images",
    "json",
    "parser",
    "process",
    "processes",
    "saveAs",
    "sourceHighlighter",
    "svgToPdf",
    "svgToPng",
    "vizJs",
    "webComponent",
)
"""Sections of the front matter for other tools of Argdown."""
