"""What a table calls claims, speakers and sources: ids of the file it came from, and names where these will do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.core.ids import Ids, slug
from argmap.core.model import ArgumentMap, Citation, Source, Speaker
from argmap.formats.foreign.names import own_id

_NAME = "csv"


@dataclass(frozen=True, slots=True)
class Called:
    """What things are called in a table.

    Attributes:
        ids: Ids of the file that the map was read from, by those in the map.
        speakers, sources: What to call these in cells, by their ids.
        further: Speakers and sources that need a row of their own.
    """

    ids: Mapping[str, str]
    speakers: Mapping[str, str]
    sources: Mapping[str, str]
    further: tuple[Speaker | Source, ...]

    def id(self, name: str) -> str:
        """The id of a claim, a relation, a question or a group."""
        return self.ids.get(name, name)

    def speaker(self, name: str) -> str:
        """What to call a speaker."""
        return self.speakers.get(name, name)

    def source(self, name: str) -> str:
        """What to call a source."""
        return self.sources.get(name, name)

    def rows(self) -> Iterator[dict[str, str]]:
        """The rows of speakers and sources."""
        for item in self.further:
            if isinstance(item, Speaker):
                cells = {"kind": "speaker", "text": item.name, "role": item.role, "link": item.link}
            else:
                count = "" if item.paragraphs is None else str(item.paragraphs)
                cells = {"kind": "source", "text": item.title, "by": item.author, "date": item.date, "link": item.link}
                cells |= {"file": item.text, "paragraphs": count}
            yield {name: cell for name, cell in {"id": item.id, **cells}.items() if cell}


def called_in(given: ArgumentMap) -> Called:
    """Find out what to call things."""
    things: Iterable[Any] = (*given.claims, *given.relations, *given.groups)
    taken = {item.id for item in (*things, *given.questions)}
    ids = {}
    for item in things:
        own = own_id(item.id, item.data, _NAME)
        if own != item.id and own not in taken:
            ids[item.id] = own
            taken.add(own)
    said: Iterable[Any] = (*given.claims, *given.relations)
    named = list(dict.fromkeys(name for item in said for name in item.by))
    by_name = {item.id: item for item in given.speakers}
    as_read = tuple(_speakers(by_name[name].name for name in named if name in by_name))
    speakers_apart = () if as_read == given.speakers else given.speakers
    sources_apart = () if tuple(_sources(given)) == given.sources else given.sources
    return Called(
        ids,
        _names({item.id: item.name for item in given.speakers}, bool(speakers_apart)),
        _names({item.id: item.title for item in given.sources}, bool(sources_apart), "#"),
        (*speakers_apart, *sources_apart),
    )


def _names(names: Mapping[str, str], apart: bool, sign: str = "\n") -> dict[str, str]:
    """Names that mean one thing only; others are called by their ids."""
    known = list(names.values())
    return {
        key: name
        for key, name in names.items()
        if not apart or (known.count(name) == 1 and name not in names and name == name.strip() and sign not in name)
    }


def _speakers(names: Iterable[str]) -> Iterator[Speaker]:
    """The speakers that reading makes of names alone."""
    ids = Ids()
    for name in names:
        yield Speaker(ids.made(slug(name), "speaker"), name)


def _sources(given: ArgumentMap) -> Iterator[Source]:
    """The sources that reading makes of citations alone."""
    ids, known = Ids(), {item.id: item for item in given.sources}
    parts: Iterable[Any] = (*given.claims, *given.questions, *given.relations)
    cites: Iterable[Citation] = (place for item in parts for place in item.cites)
    for name in dict.fromkeys(place.source for place in cites):
        if name in known and "#" not in known[name].title:
            yield Source(ids.made(slug(known[name].title)[:40].strip("-"), "source"), known[name].title)
