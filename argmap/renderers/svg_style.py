"""The style sheet of an SVG: every class of it, for one palette or for two."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.diagram.colours import area_tint, card_tint, line_ink, pale_ink
from argmap.diagram.fonts import FAMILY, Face
from argmap.diagram.themes import Palette, Theme
from argmap.diagram.typography import ROLES
from argmap.renderers import svg_changes

FALLBACK = "'Noto Sans','Segoe UI','Helvetica Neue',Arial,'Noto Sans CJK SC','Noto Sans Arabic',sans-serif"
_KINDS = ("support", "attack", "conflict", "answer")
_WIDTHS = {
    "stands": "1.8", "undecided": "1.1", "falls": "1.5", "inside": "1.1", "seal": "1.2", "tick": "1.9", "cross": "1.6",
    "firm": "1.9", "slight": "1.3", "thin": ".9", "hollow": "1.1", "track": ".8", "notch": ".8",
    "force0": ".8", "force1": "1.2", "force2": "1.6", "force3": "2.1", "force4": "2.7",
}  # fmt: skip
"""Strokes of an evaluation."""
_DASHES = {"attack": "6 4", "conflict": "9 3 2 3"}


@dataclass(frozen=True, slots=True)
class Extras:
    """What only some pictures need.

    Attributes:
        arguments: Whether there are cards of arguments.
        cards, areas, lines: Colours that the map gives them, as `#rrggbb`.
        changes: Whether it shows what changed; its rules come last of all.
    """

    arguments: bool = False
    cards: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    changes: bool = False


_NO_EXTRAS = Extras()


def sheet(
    theme: Theme, prefix: str, roles: Iterable[str], extras: Extras = _NO_EXTRAS, *, evaluated: bool = False
) -> str:
    """Return the rules of a theme. Selectors are single classes, which every reader of SVG understands.

    Args:
        theme: The theme.
        prefix: What every class begins with.
        roles: The styles of text that occur.
        extras: What else occurs.
        evaluated: Whether the picture shows an evaluation; its rules come last, as later ones go before.
    """
    used = list(roles)
    text = _shape(prefix, used) + (_evaluation_shape(prefix) if evaluated else "")
    text += svg_changes.shape_rules(prefix) if extras.changes else ""
    text += _all_colours(theme.palette, prefix, used, extras, evaluated=evaluated)
    if theme.dark:
        dark = _all_colours(theme.dark, prefix, used, extras, evaluated=evaluated)
        text += f"@media (prefers-color-scheme:dark){{{dark}}}"
    return text


def _all_colours(colours: Palette, prefix: str, roles: list[str], extras: Extras, *, evaluated: bool) -> str:
    text = _colours(colours, prefix, roles) + _extra_colours(colours, prefix, extras)
    text += _evaluation_colours(colours, prefix) if evaluated else ""
    return text + (svg_changes.colour_rules(colours, prefix) if extras.changes else "")


def _extra_colours(colours: Palette, prefix: str, extras: Extras) -> str:
    rules = [f".{prefix}therefore{{fill:{colours.soft}}}"] if extras.arguments else []
    for colour in dict.fromkeys(extras.cards):
        tint = card_tint(colour, colours)
        rules.append(f".{prefix}tint-{colour[1:]}{{fill:{tint.ground};stroke:{tint.border}}}")
    for colour in dict.fromkeys(extras.areas):
        tint = area_tint(colour, colours)
        rules.append(f".{prefix}zone-{colour[1:]}{{fill:{tint.ground};stroke:{tint.border}}}")
        rules.append(f".{prefix}on-zone-{colour[1:]}{{fill:{tint.ground}}}")
    for colour in dict.fromkeys(extras.lines):
        for name, ink in (("hue", line_ink(colour, colours)), ("pale-hue", pale_ink(colour, colours))):
            key = f"{name}-{colour[1:]}"
            rules.append(f".{prefix}{key}{{stroke:{ink}}}.{prefix}ink-{key}{{stroke:{ink}}}")
            rules.append(f".{prefix}fill-{key}{{fill:{ink}}}")
    return "".join(rules)


def _shape(prefix: str, roles: list[str]) -> str:
    rules = []
    for role in roles:
        style = ROLES[role]
        slant = "font-style:italic;" if style.face is Face.ITALIC else ""
        rules.append(
            f".{prefix}t-{role}{{font-family:{prefix}font,'{FAMILY}',{FALLBACK};font-size:{style.size:g}px;"
            f"font-weight:{style.face.weight};{slant}font-kerning:none;font-variant-ligatures:none;text-rendering:geometricPrecision}}"
        )
    rules.append(f".{prefix}line{{stroke-width:1.6}}")
    rules += [f".{prefix}{kind}{{stroke-dasharray:{dash}}}" for kind, dash in _DASHES.items()]
    rules.append(f".{prefix}answer{{stroke-width:1.2}}")
    rules.append(f".{prefix}card{{stroke-width:1}}.{prefix}thesis{{stroke-width:1.6}}")
    rules.append(f".{prefix}implied{{stroke-dasharray:4 3}}.{prefix}reference{{stroke-dasharray:1.5 2.5}}")
    rules.append(f".{prefix}cut{{stroke-width:5;stroke-dasharray:2 4}}")
    rules.append(f".{prefix}open{{stroke-width:1.4;stroke-linejoin:round}}.{prefix}mark{{stroke-width:1.4}}")
    return "".join(rules)


def _colours(colours: Palette, prefix: str, roles: list[str]) -> str:
    rules = [
        f".{prefix}page{{fill:{colours.page}}}",
        f".{prefix}area{{fill:{colours.area};stroke:{colours.area_border}}}.{prefix}inner{{fill:{colours.area_inner}}}",
        f".{prefix}on-area{{fill:{colours.area}}}.{prefix}on-inner{{fill:{colours.area_inner}}}",
        f".{prefix}card{{fill:{colours.card};stroke:{colours.border}}}",
        f".{prefix}thesis{{fill:{colours.thesis_ground};stroke:{colours.thesis}}}",
        f".{prefix}argument{{fill:{colours.argument}}}",
        f".{prefix}reference{{fill:{colours.page}}}",
        f".{prefix}pill{{fill:{colours.question};stroke:{colours.border}}}",
        f".{prefix}badge{{fill:{colours.answer}}}.{prefix}cut{{stroke:{colours.card}}}",
        f".{prefix}mark{{fill:{colours.page}}}.{prefix}open{{fill:{colours.page}}}",
    ]
    inks = {"ink": colours.ink, "body": colours.body, "soft": colours.soft}
    rules += [f".{prefix}t-{role}{{fill:{inks[ROLES[role].ink]}}}" for role in roles]
    rules.append(f".{prefix}sign{{fill:{colours.page}}}")
    for kind in _KINDS:
        colour = getattr(colours, kind)
        rules.append(f".{prefix}{kind}{{stroke:{colour}}}.{prefix}ink-{kind}{{stroke:{colour}}}")
        rules.append(f".{prefix}fill-{kind}{{fill:{colour}}}")
    rules += [
        f".{prefix}is-{name}{{fill:{colours.stance(name)}}}" for name in ("thesis", "pro", "con", "mixed", "none")
    ]
    return "".join(rules)


def _evaluation_shape(prefix: str) -> str:
    rules = [f".{prefix}{name}{{stroke-width:{width}}}" for name, width in _WIDTHS.items()]
    rules += [
        f".{prefix}falls{{stroke-dasharray:.01 3.4;stroke-linecap:round}}",
        f".{prefix}implied-falls{{stroke-dasharray:4.5 3.4 .01 3.4}}",
        f".{prefix}broken{{stroke-dasharray:2.2 1.57}}",
        f".{prefix}tick{{fill:none;stroke-linecap:round;stroke-linejoin:round}}",
        f".{prefix}cross{{fill:none;stroke-linecap:round}}",
    ]
    return "".join(rules)


def _evaluation_colours(colours: Palette, prefix: str) -> str:
    rules = [
        f".{prefix}pale{{fill:{colours.pale}}}.{prefix}pale-ground{{fill:{colours.pale_ground}}}",
        f".{prefix}edge-stands{{stroke:{colours.body}}}.{prefix}edge-undecided{{stroke:{colours.soft}}}",
        f".{prefix}edge-falls{{stroke:{colours.answer}}}.{prefix}inside{{fill:none}}.{prefix}bare{{stroke:none}}",
        f".{prefix}seal{{fill:{colours.card};stroke:{colours.body}}}.{prefix}full{{fill:{colours.body}}}",
        f".{prefix}void{{stroke:{colours.pale}}}.{prefix}cross{{stroke:{colours.pale}}}",
        f".{prefix}tick{{stroke:{colours.card}}}.{prefix}hollow{{fill:{colours.page}}}",
        f".{prefix}track{{fill:{colours.card};stroke:{colours.answer}}}.{prefix}notch{{stroke:{colours.answer}}}",
    ]
    for kind in ("support", "attack", "conflict"):
        colour = getattr(colours, f"pale_{kind}")
        rules.append(f".{prefix}pale-{kind}{{stroke:{colour}}}.{prefix}ink-pale-{kind}{{stroke:{colour}}}")
        rules.append(f".{prefix}fill-pale-{kind}{{fill:{colour}}}")
    return "".join(rules)
