"""The words of AIF: types of nodes, names of schemes, and texts with the entities of HTML in them."""

import html
import re
from collections.abc import Mapping
from typing import Any

from argmap.core.model import RelationKind
from argmap.core.schemes import scheme_named

KEY = "aif"
"""The name in `data` under which maps carry along what AIF says and argmap has no words for."""

STATEMENT = "I"
STEPS: Mapping[str, RelationKind] = {"RA": RelationKind.SUPPORT, "CA": RelationKind.ATTACK}
REPHRASE = "MA"
DIALOGUE = ("L", "TA", "YA")

_DEFAULTS = {"RA": ("Default Inference", "72"), "CA": ("Default Conflict", "71"), "MA": ("Default Rephrase", "144")}
"""What nodes say that name no scheme, and the number of this in AIFdb."""

_NUMBERS = {"4": "cause-to-effect", "28": "practical-reasoning"}
"""Schemes by their numbers in AIFdb, as far as files that give both name and number show them."""

_IDS = {name: number for number, name in _NUMBERS.items()}
_NAMELESS = frozenset("ra ca ma pa defaultinference defaultconflict defaultrephrase defaultpreference".split())  # noqa: SIM905
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def plain(text: str) -> str:
    """A text of a file without entities, and without white space around it."""
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text.strip()


def written(text: str) -> str:
    """A text as a file has it: the same, unless something in it would be taken for an entity."""
    return text.replace("&", "&amp;") if "&" in text and _ENTITY.search(text) else text


def squeezed(text: str) -> str:
    """A name for comparison: without spaces, in lower case."""
    return "".join(text.split()).casefold()


def scheme_of(node: Mapping[str, Any]) -> str | None:
    """The scheme that a node names: in its text, under `scheme`, or by its number in AIFdb; None for none."""
    named = [item for item in (node.get("text"), node.get("scheme")) if isinstance(item, str)]
    named = [text for text in map(plain, named) if text and squeezed(text) not in _NAMELESS]
    known = next(filter(None, map(scheme_named, named)), None)
    if known or named:
        return known or named[0]
    return _NUMBERS.get(str(node.get("schemeID")))


def step_node(type: str, scheme: str | None = None) -> dict[str, Any]:
    """What a node for a step says, but for its id."""
    text, number = _DEFAULTS[type]
    if scheme is None:
        return {"text": text, "type": type, "scheme": text, "schemeID": number}
    words = scheme.split("-")
    spaced = " ".join(word.capitalize() for word in words)
    if scheme_named(scheme) != scheme or scheme_named(spaced) != scheme:
        return {"text": written(scheme), "type": type, "scheme": written(scheme)}
    said = {"text": spaced, "type": type, "scheme": spaced.replace(" ", "")}
    return {**said, "schemeID": _IDS[scheme]} if scheme in _IDS else said


def utterance(name: str, text: str) -> dict[str, Any]:
    """What the node for an utterance says, but for its id."""
    return {"text": written(f"{name} : {text}"), "type": "L"}


def asserting() -> dict[str, Any]:
    """What the node between an utterance and what is claimed by it says, but for its id."""
    return {"text": "Asserting", "type": "YA", "scheme": "Asserting", "schemeID": "74"}


def further(node: Mapping[str, Any], usual: Mapping[str, Any]) -> dict[str, Any]:
    """What a node says beyond its id and what one of its kind says anyway."""
    return {key: value for key, value in node.items() if key != "nodeID" and usual.get(key) != value}
