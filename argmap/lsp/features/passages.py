"""The local copies of sources: the words of a paragraph that is cited, and which paragraphs there are."""

import re
from dataclasses import replace

from argmap import pipeline
from argmap.core.model import ArgumentMap, Citation
from argmap.core.paragraphs import Paragraph, Passages, passages

_SHORT_FORM = re.compile(r"(?:s(?P<section>[^.#]+?))?(?:(?:^|\.)p(?P<paragraph>[1-9][0-9]{0,8}))?", re.ASCII)
_MOST_LETTERS = 1_000


def passages_of(map: ArgumentMap, source: str) -> Passages | None:
    """The local copy of a source cut into paragraphs, or None if there is none that can be read."""
    if source not in map.source or not map.source[source].text:
        return None
    found = pipeline.texts_of(replace(map, sources=(map.source[source],))).get(source)
    return passages(found.text) if found else None


def citation_of(typed: str) -> Citation:
    """The citation that a short form such as `study#s2.p3` means; without a place if that means nothing."""
    source, _, place = typed.partition("#")
    found = _SHORT_FORM.fullmatch(place)
    if found is None:
        return Citation(source)
    return Citation(source, found["section"], int(found["paragraph"]) if found["paragraph"] else None)


def cited_words(map: ArgumentMap, cited: Citation) -> str | None:
    """The words of the paragraph that is cited, or None if no paragraph is cited or no local copy has it."""
    if cited.paragraph is None:
        return None
    text = passages_of(map, cited.source)
    section = text.section(cited.section) if text and cited.section else None
    if text is None or (cited.section and section is None):
        return None
    inside = text.inside(section)
    words = inside[cited.paragraph - 1].text if cited.paragraph <= len(inside) else None
    return f"{words[:_MOST_LETTERS]}…" if words and len(words) > _MOST_LETTERS else words


def paragraphs_of(map: ArgumentMap, source: str) -> list[Paragraph]:
    """The paragraphs of a source in order; without words if there is no local copy but their number is known."""
    text = passages_of(map, source)
    if text is not None:
        return list(text.paragraphs)
    known = map.source[source].paragraphs if source in map.source else None
    return [Paragraph(number, 0, number, "") for number in range(1, (known or 0) + 1)]
