"""The style sheet of an SVG: every class of it, for one palette or for two."""

from collections.abc import Iterable

from argmap.diagram.fonts import FAMILY, Face
from argmap.diagram.themes import Palette, Theme
from argmap.diagram.typography import ROLES

FALLBACK = "'Noto Sans','Segoe UI','Helvetica Neue',Arial,'Noto Sans CJK SC','Noto Sans Arabic',sans-serif"
_KINDS = ("support", "attack", "conflict", "answer")
_DASHES = {"attack": "6 4", "conflict": "9 3 2 3"}


def sheet(theme: Theme, prefix: str, roles: Iterable[str]) -> str:
    """Return the rules of a theme. Selectors are single classes, which every reader of SVG understands."""
    used = list(roles)
    text = _shape(prefix, used) + _colours(theme.palette, prefix, used)
    if theme.dark:
        text += f"@media (prefers-color-scheme:dark){{{_colours(theme.dark, prefix, used)}}}"
    return text


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
