"""Options that say which part of a map is drawn, and how; what `render` and `show` share."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli import completions
from argmap.cli.completions import FIELDS
from argmap.cli.names import fail_unknown

if TYPE_CHECKING:
    from argmap.core.model import ArgumentMap
    from argmap.diagram.compose import Style
    from argmap.diagram.view import View
    from argmap.project import Settings

F = TypeVar("F", bound=Callable[..., Any])


def filters(command: F) -> F:
    """Add the options that choose a part of a map."""
    several: dict[str, Any] = {"multiple": True, "shell_complete": completions.words_of_map}
    for option in (
        click.option("--hidden", is_flag=True, help="Also draw what the map leaves out."),
        click.option("--speaker", metavar="ID", help="Only claims of this speaker; may be repeated.", **several),
        click.option(
            "--question",
            metavar="ID",
            help="Only positions on this question, and what leads to them; may be repeated.",
            **several,
        ),
        click.option("--group", metavar="ID", help="Only claims in this group; may be repeated.", **several),
        click.option("--tag", metavar="TAG", help="Only claims with this tag; may be repeated.", **several),
        click.option(
            "--depth", metavar="N", type=click.IntRange(0), help="How far from --focus, in relations. [default: 2]"
        ),
        click.option(
            "--focus", metavar="ID", shell_complete=completions.words_of_map, help="Only what is near this claim."
        ),
    ):
        command = option(command)
    return command


def pixels(command: F) -> F:
    """Add the options that say how large a PNG is."""
    scale = click.option(
        "--scale",
        type=click.FloatRange(0, 100, min_open=True),
        default=2.0,
        help="Pixels to a unit, in a PNG. [default: 2]",
    )
    width = click.option(
        "--width", metavar="PIXELS", type=click.IntRange(1, 100_000), help="Width of a PNG, instead of --scale."
    )
    return scale(width(command))


def _page(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None:
        from argmap.diagram.fit import parse_page

        if parse_page(value) is None:
            raise click.BadParameter("give a4, letter, or a width and a height such as 160x90mm.", ctx, param)
    return value


def looks(command: F) -> F:
    """Add the options that say how a map is drawn."""
    for option in (
        click.option(
            "--timeout", metavar="SECONDS", type=click.FloatRange(0, min_open=True), help="Time for the layout."
        ),
        click.option(
            "--engine",
            type=click.Choice(["auto", "dot", "graphviz", "sugiyama", "tree"]),
            help="What lays the map out; graphviz is the dot program of this machine. [default: auto]",
        ),
        click.option("--no-title", is_flag=True, help="Draw no title."),
        click.option("--title", metavar="TEXT", help="Draw this title instead of the map's."),
        click.option("--legend/--no-legend", default=None, help="Explain lines and colours in a corner."),
        click.option(
            "--labels",
            type=click.Choice(["title", "text", "both"]),
            help="What boxes say. [default: as the map asks, else both]",
        ),
        click.option("--wrap", metavar="N", type=click.IntRange(12, 200), help="Characters in a line of text, about."),
        click.option(
            "--fit", metavar="PAGE", callback=_page, help="Draw for a page: a4, letter, or WxH such as 160x90mm."
        ),
        click.option(
            "--theme", type=click.Choice(["light", "dark", "print", "auto"]), help="Colours. [default: light]"
        ),
        click.option(
            "--direction",
            type=click.Choice(["auto", "down", "up", "left", "right"]),
            help="Where reasons stand, seen from the thesis; auto: as the map asks, else by its shape. [default: auto]",
        ),
        click.option("--view", type=click.Choice(["map", "tree"]), help="Layers, or an indented tree. [default: map]"),
    ):
        command = option(command)
    return command


def drawn_formats() -> dict[str, str]:
    """Return the formats that can be drawn, each with its usual file name ending."""
    from argmap.formats import FORMATS
    from argmap.renderers import PICTURES

    written = {name: FORMATS[name].suffixes[0] for name in ("dot", "mermaid", "d2")}
    return {item.name: item.suffixes[0] for item in PICTURES.values()} | written


def endings() -> dict[str, str]:
    """Return the format that each file name ending stands for."""
    from argmap.formats import FORMATS
    from argmap.renderers import PICTURES

    drawn = {suffix: item.name for item in PICTURES.values() for suffix in item.suffixes}
    return drawn | {suffix: name for name in ("dot", "mermaid") for suffix in FORMATS[name].suffixes}


def view_of(map: "ArgumentMap", given: Mapping[str, Any]) -> "View | None":
    """Return the part of a map that the options choose; None for all of it, as the map wants to be shown.

    Raises:
        click.UsageError: An option names what the map has not.
    """
    if given["depth"] is not None and not given["focus"]:
        raise click.UsageError("--depth counts steps from a claim: name it with --focus.")
    from argmap.diagram.view import View, names, unknown

    asked = {field: given[option] for option, field in FIELDS.items()}
    view = View(**asked, depth=2 if given["depth"] is None else given["depth"], hidden=given["hidden"])
    for field, word in unknown(map, view):
        option = next(option for option in FIELDS if FIELDS[option] == field)
        fail_unknown("claim" if option == "focus" else option, word, names(map)[field], f"--{option}")
    return None if view.shows_all and not view.hidden else view


def style_of(given: Mapping[str, Any], settings: "Settings") -> "Style":
    """Return how to draw: what the options say, else the configuration, else the defaults of the drawing."""
    from argmap.diagram.compose import Style
    from argmap.diagram.fit import parse_page

    chosen = {item.name: getattr(settings.render, item.name) for item in fields(settings.render)}
    chosen |= {name: given[name] for name in (*chosen, "engine") if given.get(name) is not None}
    chosen |= {"heading": "" if given["no_title"] else given["title"], "budget": given["timeout"]}
    if chosen["fit"] is not None:
        chosen["fit"] = parse_page(chosen["fit"])
    return Style(**{name: value for name, value in chosen.items() if value is not None})


def as_asked(map: "ArgumentMap", style: "Style") -> "ArgumentMap":
    """Return the map with the wishes for direction and labels that the style overrules, for formats without a style."""
    direction = map.display.direction if style.direction == "auto" else style.direction
    return replace(map, display=replace(map.display, direction=direction, labels=style.labels or map.display.labels))


def notes_on(map: "ArgumentMap", format: str) -> list[str]:
    """What to say of a map that is written for another program to draw: the colours that could hardly be seen."""
    if format not in {"dot", "mermaid"}:
        return []
    from argmap.diagram.colours import notes
    from argmap.diagram.shown import shown

    return list(notes(shown(map), "light"))
