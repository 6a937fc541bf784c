"""Other words for a statement or an argument, in the lines in which the old ones stand."""

from textwrap import wrap

from argmap.editing.argdown.names import words_place
from argmap.editing.argdown.reading import Reading, Standing
from argmap.editing.argdown.wording import tag_form, typed_words
from argmap.editing.argdown.work import Change, Work
from argmap.editing.base import RefusedError
from argmap.formats.argdown.debate.model import Argument
from argmap.formats.argdown.text.content import names_of
from argmap.formats.argdown.text.syntax import Element, Place
from argmap.formats.argdown.text.tokens import Kind
from argmap.formats.argdown.to_map.entries import Entry

_NARROWEST = 40


def set_text(work: Work, entry: Entry, text: str) -> None:
    """Give something other words, at every place where it has those that count now.

    Raises:
        RefusedError: A statement would be without words, or a comment stands among the old ones.
    """
    reading = work.reading
    places = reading.places(entry)
    if entry.canonical is None or not entry.canonical.plain:
        if text:
            work.apply(_first_words(reading, _home(places, entry), text))
        return
    if not text and not (isinstance(entry, Argument) and entry.is_titled):
        raise RefusedError("a claim needs a text")
    old = entry.canonical.plain
    elements = [it.element for it in places if it.element.content is not None and it.element.content.plain == old]
    folded = [change for item in elements for change in _changed(reading, item, text, is_folded=True)]
    work.apply(folded)
    if text and _said(work.reading, entry.title, isinstance(entry, Argument)) not in (None, " ".join(text.split())):
        # A line of the new words begins with what is a sign there.
        work.undo(reading)
        work.apply([change for item in elements for change in _changed(reading, item, text, is_folded=False)])


def _said(reading: Reading, title: str, is_argument: bool) -> str | None:
    entry = (reading.debate.arguments if is_argument else reading.debate.statements).get(title)
    return entry.canonical.plain if entry is not None and entry.canonical is not None else None


def _changed(reading: Reading, element: Element, text: str, *, is_folded: bool) -> list[Change]:
    content = element.content
    assert content is not None
    place = words_place(reading, content)
    if any(start < place.end and place.start < end for start, end in reading.comments):
        raise RefusedError("a comment stands among these words", "edit them by hand", reading.span(place))
    tags = [token for token in reading.words(content.place) if token.kind is Kind.TAG]
    behind = names_of([token for token in tags if token.start >= place.end])
    within = [tag for tag in names_of([token for token in tags if token.start < place.end]) if tag not in behind]
    more = "".join(f" {tag_form(tag)}" for tag in within)
    if not text:
        assert element.title_place is not None
        return [Change(element.title_place.end + 1, place.end, more)]
    words = typed_words(text, reading)
    return [Change(*place, (_folded(reading, place, words) if is_folded else words) + more)]


def _folded(reading: Reading, place: Place, words: str) -> str:
    """Words over several lines if the old ones are, as wide and as far to the right."""
    lines = reading.typed(place).splitlines()
    if len(lines) < 2:
        return words
    start = place.start - (reading.script.text.rfind("\n", 0, place.start) + 1)
    widths = [start + len(lines[0]), *map(len, lines[1:])]
    pad = lines[1][: len(lines[1]) - len(lines[1].lstrip())]
    width = max(_NARROWEST, *widths)
    made = wrap(" " * start + words, width, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False)
    return "\n".join([made[0][start:], *made[1:]])


def _home(places: list[Standing], entry: Entry) -> Element:
    """Where words are put: where the empty ones stand that count, else where the title is a paragraph, else first."""
    counts = entry.canonical.place if entry.canonical else None
    element = next((it.element for it in places if it.element.place == counts), None)
    return element or next((it.element for it in places if it.above is None and it.row is None), places[0].element)


def _first_words(reading: Reading, element: Element, text: str) -> list[Change]:
    """Words for what has none, behind its title."""
    if element.title_place is None:
        raise RefusedError("there is no title to put the words behind")
    end = element.title_place.end + 1
    words = typed_words(text, reading)
    if element.content is None:
        return [Change(end, end, f": {words}", is_behind=True)]
    return [Change(end + 1, end + 1, f" {words}", is_behind=True)]
