"""Ids: which spellings they may have, and what defined a repeated one first."""

import re
import unicodedata
from collections.abc import Iterator

from argmap.core.model import ArgumentMap, Entity, Source, Speaker

_PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*", re.ASCII)


def is_id(text: str) -> bool:
    """Whether a text may be an id: a letter or digit of any script, then also marks, `-`, `_` and `.`."""
    if _PLAIN_ID.fullmatch(text):
        return True
    if not text.isascii() and unicodedata.category(text[0])[0] in "LN":
        return all(unicodedata.category(sign)[0] in "LNM" or sign in "-_." for sign in text)
    return False


def made_id(text: str) -> str:
    """The nearest thing to a text that may be an id; empty if nothing is left of it."""
    kept = "".join(sign if unicodedata.category(sign)[0] in "LNM" or sign in "_." else "-" for sign in text)
    return re.sub("-+", "-", kept).strip("-_.")


def first_definitions(map: ArgumentMap) -> Iterator[tuple[Entity, Entity | None]]:
    """Each repeated definition of an id, with the one that the map keeps."""
    if not map.repeated:
        return
    shared: dict[str, Entity] = {**map.group, **map.question, **map.relation, **map.claim}
    for again in map.repeated:
        if isinstance(again, Speaker):
            yield again, map.speaker.get(again.id)
        elif isinstance(again, Source):
            yield again, map.source.get(again.id)
        else:
            yield again, shared.get(again.id)
