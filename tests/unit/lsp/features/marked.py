"""Documents of an editor made from texts in which `⟨⟩` is the cursor and `⟨...⟩` what is selected."""

from lsprotocol.types import Position, Range, TextEdit

from argmap import pipeline
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile
from argmap.lsp.documents import Document

URI = "file:///work/map.argmap.yaml"

TRAM = """\
argmap: 1
title: A tram?
sources:
  study: {title: Transport study, author: Town council, link: "https://example.org/study", paragraphs: 3}
speakers:
  mayor: {name: The mayor, role: in office}
questions:
  build: Should the town build a tram line?
claims:
  # the position
  tram:
    text: The town should build a tram line.
    title: Build the tram
    answers: build
    by: mayor
    tags: [plan]
  faster:
    text: A tram halves the trip to the centre.
    cites: study#p3
    supports: {to: tram, with: [ridership], id: demand, scheme: positive-consequences}
  ridership: At least 8,000 people make that trip each day.
  remote-work: {text: Half of them now work from home., attacks: demand}
  cost: {text: It costs 🙂 too much., attacks: tram}
groups:
  money: {title: Money, members: [cost]}
"""

TRAM_IN_ARGDOWN = """\
===
title: A tram?
===

# Plans

[Build the tram]: The town should build a tram line. #plan
  + <A faster trip>: A tram halves the trip.
  - [Too dear]: It costs 🙂 too much. #(public money)

<A faster trip>

(1) A tram halves the trip.
(2) [Many riders]: At least 8,000 people make that trip each day.
--
Practical reasoning
--
(3) It saves time.
  +> [Build the tram]
"""


def map_of(text: str, format: str = "yaml") -> ArgumentMap:
    found = pipeline.load(SourceFile("map", text), format).map
    assert found is not None
    return found


def document(text: str, format: str = "yaml", earlier: ArgumentMap | None = None, path: str | None = None) -> Document:
    return Document(URI, SourceFile(path or "map", text, path), format, earlier=earlier)


def marked(
    text: str, format: str = "yaml", earlier: ArgumentMap | None = None, path: str | None = None
) -> tuple[Document, Position]:
    """The document without its mark, and the position of that."""
    found, place = selected(text, format, earlier, path)
    return found, place.start


def selected(
    text: str, format: str = "yaml", earlier: ArgumentMap | None = None, path: str | None = None
) -> tuple[Document, Range]:
    """The same for a text in which something is selected."""
    start, end = text.index("⟨"), text.index("⟩") - 1
    found = document(text.replace("⟨", "").replace("⟩", ""), format, earlier, path)
    return found, Range(found.position_of(start), found.position_of(end))


def with_cursor(text: str, before: str) -> str:
    """A text with the cursor before the first place at which some words stand."""
    place = text.index(before)
    return f"{text[:place]}⟨⟩{text[place:]}"


def words_at(found: Document, place: Range) -> str:
    return found.span_of(place).text


def applied(found: Document, edits: list[TextEdit]) -> str:
    """The text after edits of an editor."""
    text = found.source.text
    for edit in sorted(edits, key=lambda item: (item.range.start.line, item.range.start.character), reverse=True):
        span = found.span_of(edit.range)
        text = text[: span.start] + edit.new_text + text[span.end :]
    return text
