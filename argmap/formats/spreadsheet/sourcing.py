"""Who said what, and where: speakers and sources of a table, in rows of their own or only named."""

import re
from collections.abc import Iterable

from argmap.core.ids import Ids, slug
from argmap.core.model import Citation, Source, Speaker
from argmap.formats.foreign.notes import SpanNotes, brief
from argmap.formats.spreadsheet.cells import items, near_id, parts
from argmap.formats.spreadsheet.rows import Row, RowSpans

_PLACE = re.compile(r"(?:s(?P<section>(?:[^\\]|\\.)*?))?(?:(?:^|\.)p(?P<paragraph>[1-9][0-9]{0,8}))?", re.DOTALL)
_ESCAPED = re.compile(r"\\([.\\])")


class Sourcing:
    """The speakers and sources of a table.

    Args:
        rows: Its rows.
        notes: Takes what is found wrong with them.
    """

    def __init__(self, rows: Iterable[Row], notes: SpanNotes) -> None:
        self._notes = notes
        self._speaker_ids, self._source_ids = Ids(), Ids()
        self._speakers: list[Speaker] = []
        self._sources: list[Source] = []
        self._speaker: dict[str, str] = {}
        self._source: dict[str, str] = {}
        rows = list(rows)
        self._take([row for row in rows if row.kind == "speaker"], self._speaker_ids, self._speaker)
        self._take([row for row in rows if row.kind == "source"], self._source_ids, self._source)

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """All who are named, in the order of the rows."""
        return tuple(self._speakers)

    @property
    def sources(self) -> tuple[Source, ...]:
        """All that is cited, in the order of the rows."""
        return tuple(self._sources)

    def _take(self, rows: list[Row], ids: Ids, known: dict[str, str]) -> None:
        made = {}
        for row in rows:
            given, name = row.cell("id"), row.cell("text") or row.cell("title")
            if given and given in known:
                self._notes.note("repeated-node", f"the id `{brief(given)}` is given twice", row.place("id"))
            wanted = near_id(given) or slug(name)
            made[id(row)] = ids.made(wanted, row.kind)
            if given:
                known.setdefault(given, made[id(row)])
        for row in rows:
            name = row.cell("text") or row.cell("title") or made[id(row)]
            known.setdefault(name, made[id(row)])
            if row.kind == "speaker":
                self._speakers.append(_speaker(row, made[id(row)], name))
            else:
                self._sources.append(self._made_source(row, made[id(row)], name))

    def _made_source(self, row: Row, id: str, title: str) -> Source:
        count = row.cell("paragraphs")
        if count and not (count.isascii() and count.isdecimal() and len(count) < 10):
            self._notes.note("odd-value", f"`{brief(count)}` is no number of paragraphs", row.place("paragraphs"))
            count = ""
        return Source(
            id=id,
            title=title,
            author=row.cell("by") or None,
            date=row.cell("date") or None,
            link=row.cell("link") or None,
            text=row.cell("file") or None,
            paragraphs=int(count) if count else None,
            spans=RowSpans(row, {"id": "id", "title": "text"}),
        )

    def by(self, row: Row) -> tuple[str, ...]:
        """Ids of the speakers that a row names."""
        found = []
        for name in items(row.cell("by")):
            if name not in self._speaker:
                self._speaker[name] = self._speaker_ids.made(slug(name), "speaker")
                self._speakers.append(
                    Speaker(self._speaker[name], name, spans=RowSpans(row, {"id": "by", "name": "by"}))
                )
            found.append(self._speaker[name])
        return tuple(dict.fromkeys(found))

    def cites(self, row: Row) -> tuple[Citation, ...]:
        """The places in sources that a row names, each with its quotation."""
        places, cell = items(row.cell("source")), row.cell("quote")
        if cell and not places:
            self._notes.note("odd-value", "there is a quotation, but no source", row.place("quote"))
            row.odd["quote"] = cell
        quotes = parts(cell) if len(places) > 1 else [cell]
        if len(quotes) > len(places) > 0:
            quotes = [*quotes[: len(places) - 1], "; ".join(quotes[len(places) - 1 :])]
        quotes += [""] * (len(places) - len(quotes))
        return tuple(self._citation(place, quote, row) for place, quote in zip(places, quotes, strict=False))

    def _citation(self, place: str, quote: str, row: Row) -> Citation:
        title, _, rest = place.partition("#")
        found = _PLACE.fullmatch(rest) if rest and place not in self._source else None
        title = title.strip() if found else place
        if title not in self._source:
            self._source[title] = self._source_ids.made(slug(title)[:40].strip("-"), "source")
            spans = RowSpans(row, {"id": "source", "title": "source"})
            self._sources.append(Source(self._source[title], title, spans=spans))
        section = found["section"] if found else None
        paragraph = found["paragraph"] if found else None
        return Citation(
            source=self._source[title],
            section=_ESCAPED.sub(r"\1", section) if section else None,
            paragraph=int(paragraph) if paragraph else None,
            quote=quote or None,
            spans=RowSpans(row, {"source": "source", "section": "source", "paragraph": "source", "quote": "quote"}),
        )


def typed_place(item: Citation, source: str) -> str:
    """A citation as an item of a cell, as `_citation` reads it; `source` is what to call the source."""
    section = "" if item.section is None else "s" + item.section.replace("\\", "\\\\").replace(".", "\\.")
    paragraph = "" if item.paragraph is None else f"p{item.paragraph}"
    rest = ".".join(filter(None, (section, paragraph)))
    return f"{source}#{rest}" if rest else source


def _speaker(row: Row, id: str, name: str) -> Speaker:
    return Speaker(
        id, name, row.cell("role") or None, row.cell("link") or None, RowSpans(row, {"id": "id", "name": "text"})
    )
