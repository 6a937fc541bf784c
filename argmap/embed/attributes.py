"""The attributes of an embedded map: the same names and values in every host document."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from argmap.core.diagnostics import Diagnostic, finding
from argmap.core.registry import did_you_mean
from argmap.core.source import Span


@dataclass(frozen=True, slots=True)
class Attributes:
    """What a document says of a map that stands in it; None or empty where it says nothing.

    Attributes:
        file: The map's file, relative to the document.
        figure: Where `argmap embed` keeps the picture, relative to the document.
        name: A name to refer to the figure by: letters, digits, `-`, `_`, `:` and `.`.
        alt: The short text alternative; by default a sentence about the map.
        caption: The words under the figure.
        width: How wide the figure is in the document: a number with `%`, `px`, `pt`, `mm`, `cm`, `in` or `em`.
        align: `left`, `center` or `right`.
        format: `svg`, `png` or `pdf`; by default what suits the host.
        view, direction, labels, theme, wrap, legend, fit: As the options of `argmap render`.
        title: The words over the map; empty for none. By default the map's title, or none where there is a caption.
        focus, depth, tag, group, speaker, question, hidden: Which part of the map is shown, as the options do.
        evaluate: A semantics whose marks the figure shows.
        support: How support is read in the evaluation.
    """

    file: str | None = None
    figure: str | None = None
    name: str | None = None
    alt: str | None = None
    caption: str | None = None
    width: str | None = None
    align: str | None = None
    format: str | None = None
    view: str | None = None
    direction: str | None = None
    labels: str | None = None
    theme: str | None = None
    wrap: int | None = None
    legend: bool | None = None
    fit: str | None = None
    title: str | None = None
    focus: str | None = None
    depth: int | None = None
    tag: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    question: tuple[str, ...] = ()
    hidden: bool | None = None
    evaluate: str | None = None
    support: str | None = None


class Given(NamedTuple):
    """An attribute as it stands in a document.

    Attributes:
        name: Its name, as typed.
        value: Its value, without quotes or escapes; empty for a name alone.
        span: Where it stands, or None where the host does not say.
    """

    name: str
    value: str
    span: Span | None = None


class _RefusedError(ValueError):
    """A value does not fit; the message says what does."""


_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_GAP = re.compile(r"[^\S\xa0\u202f]+")  # spaces that hold words together stay


def _words(value: str) -> str:
    """Words on one line, with single spaces: so they survive being written into a comment."""
    return _GAP.sub(" ", _CONTROL.sub(" ", value)).strip(" ")


def _path(value: str) -> str:
    if not value.strip() or _CONTROL.search(value):
        raise _RefusedError("it is a path, on one line")
    return value


def _one_of(*known: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value in known:
            return value
        near = did_you_mean(value, known)
        raise _RefusedError(f"did you mean `{near}`?" if near else f"it is one of {', '.join(known)}")

    return read


def _like(pattern: str, meant: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise _RefusedError(meant)
        return value

    return read


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not re.fullmatch(r"[0-9]{1,6}", value) or not least <= int(value) <= most:
            raise _RefusedError(f"it is a whole number from {least} to {most}")
        return int(value)

    return read


def _truth(value: str) -> bool:
    known = {"": True, "true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    if value.casefold() not in known:
        raise _RefusedError("it is true or false")
    return known[value.casefold()]


def _several(value: str) -> tuple[str, ...]:
    names = tuple(part for part in map(_words, value.split(",")) if part)
    if not names:
        raise _RefusedError("it is one name, or several with commas between them")
    return names


def _page(value: str) -> str:
    from argmap.diagram.fit import parse_page

    if parse_page(value) is None:
        raise _RefusedError("it is a4, a3, letter, or a width and a height such as 160x90mm")
    return value


def _semantics(value: str) -> str:
    from argmap.semantics.acceptance import ACCEPTANCE
    from argmap.semantics.strength import STRENGTH

    return _one_of(*ACCEPTANCE, *STRENGTH)(value)


_READERS: Mapping[str, Callable[[str], Any]] = {
    "file": _path,
    "figure": _path,
    "name": _like(r"[\w:.-]{1,100}", "it is made of letters, digits, hyphens, underscores, colons and points"),
    "alt": _words,
    "caption": _words,
    "width": _like(r"[0-9]{1,5}(\.[0-9]{1,3})?(%|px|pt|mm|cm|in|em)", "it is a number with a unit: 80%, 12cm, 400px"),
    "align": _one_of("left", "center", "right"),
    "format": _one_of("svg", "png", "pdf"),
    "view": _one_of("map", "tree"),
    "direction": _one_of("auto", "down", "up", "left", "right"),
    "labels": _one_of("title", "text", "both"),
    "theme": _one_of("light", "dark", "print", "auto"),
    "wrap": _number(12, 200),
    "legend": _truth,
    "fit": _page,
    "title": _words,
    "focus": _words,
    "depth": _number(0, 999_999),
    "tag": _several,
    "group": _several,
    "speaker": _several,
    "question": _several,
    "hidden": _truth,
    "evaluate": _semantics,
    "support": _one_of("default", "deductive", "necessary", "ignore"),
}

_LEANING = (
    ("depth", "focus", "`depth` counts steps from a claim", "name the claim in `focus`"),
    ("support", "evaluate", "`support` belongs to an evaluation", "name its semantics in `evaluate`"),
)
"""Attributes that say something only beside another one."""

NAMES = tuple(_READERS)
"""The names of all attributes."""

OF_QUARTO = {"fig-cap": "caption", "fig-alt": "alt", "label": "name", "fig-align": "align", "out-width": "width"}
"""What Quarto calls attributes that argmap has too."""


def read_attributes(given: Iterable[Given], place: Span | None = None) -> tuple[Attributes, list[Diagnostic]]:
    """Read what a document says of a map.

    Args:
        given: The attributes in order; of one that is repeated, the first counts and the others are reported.
        place: Where the block stands; for attributes without a place of their own.

    Returns:
        The attributes that are right, and an `unknown-attribute` or `invalid-attribute` for each of the others.
    """
    items = tuple(given)
    found: dict[str, Any] = {}
    faults: list[Diagnostic] = []
    for item in items:
        where = item.span or place
        if item.name not in _READERS:
            near = did_you_mean(item.name, NAMES)
            advice = f"did you mean `{near}`?" if near else f"there are {', '.join(NAMES)}"
            faults.append(finding("unknown-attribute", f"there is no attribute `{item.name}`", where, help=advice))
        elif item.name in found:
            faults.append(finding("invalid-attribute", f"`{item.name}` is given twice", where))
        else:
            try:
                found[item.name] = _READERS[item.name](item.value)
            except _RefusedError as refused:
                message = f"`{item.name}` cannot be `{item.value}`"
                faults.append(finding("invalid-attribute", message, where, help=str(refused)))
    names = {item.name: item.span or place for item in reversed(items)}
    for name, other, message, advice in _LEANING:
        if name in found and other not in names:
            faults.append(finding("invalid-attribute", message, names[name], help=advice))
    return Attributes(**found), faults
