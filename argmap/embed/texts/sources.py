"""The sources that a map cites, as a list."""

import re
from collections.abc import Sequence

from argmap.core.labelling import Labelling
from argmap.core.model import ArgumentMap
from argmap.digest import Reference, digest_of
from argmap.embed.texts.base import Text
from argmap.embed.texts.wording import Wording, called, is_closed, listed, one_line
from argmap.markup.base import Item, Markup

_PARAGRAPH = re.compile(r"((?:.*[ .])?)p([0-9]{1,9})")
_LEAST_RUN = 3


def write(map: ArgumentMap, labelling: Labelling | None, markup: Markup) -> str:
    """Write the sources that are cited: author, title, date, link, and the places that the map cites."""
    digest = digest_of(map, labelling)
    wording = Wording(digest.map, digest.labelling, markup)
    if not digest.references:
        return markup.paragraph(markup.text("The map cites no sources."))
    return markup.bullets([Item(_entry(item, wording)) for item in digest.references])


def _entry(item: Reference, wording: Wording) -> str:
    source = item.source
    title = wording.aside(called(source))
    named = wording.markup.link(title, source.link) if source.link else title
    author, date = one_line(source.author or ""), one_line(source.date or "")
    words = [
        wording.plain(f"{author}:") if author else "",
        f"{named}{f', {wording.plain(date)}' if date else ''}{_stop(date or called(source))}",
        wording.plain(f"{_cited(item)}."),
    ]
    return " ".join(word for word in words if word)


def _stop(text: str) -> str:
    return "" if is_closed(text) else "."


def _cited(item: Reference) -> str:
    places = _runs([one_line(place) for place, _ in item.cited if place])
    whole = any(not place for place, _ in item.cited)
    if not places:
        return "Cited as a whole"
    return f"Cited {'as a whole and ' if whole else ''}at {listed(places)}"


def _runs(places: Sequence[str]) -> list[str]:
    """Places in order, of which three or more paragraphs that follow each other become one: `p3–p7`."""
    runs: list[list[str]] = []
    for place in places:
        if runs and _follows(runs[-1][-1], place):
            runs[-1].append(place)
        else:
            runs.append([place])
    return [word for run in runs for word in (run if len(run) < _LEAST_RUN else [f"{run[0]}–{run[-1]}"])]


def _follows(one: str, other: str) -> bool:
    first, second = _PARAGRAPH.fullmatch(one), _PARAGRAPH.fullmatch(other)
    if not first or not second:
        return False
    return first[1] == second[1] and int(first[2]) + 1 == int(second[2])


TEXT = Text("sources", "the sources that are cited, with the places", write)
