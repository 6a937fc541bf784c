"""Tags of a statement, an argument or a heading: put behind its words, and taken out wherever they stand."""

from collections.abc import Iterable, Sequence

from argmap.editing.argdown.data import in_braces
from argmap.editing.argdown.names import words_place
from argmap.editing.argdown.reading import Reading
from argmap.editing.argdown.wording import tag_form, typed_words
from argmap.editing.argdown.work import Change
from argmap.editing.base import RefusedError
from argmap.formats.argdown.text.content import tag_name
from argmap.formats.argdown.text.syntax import Element, Heading, Place
from argmap.formats.argdown.text.tokens import Kind, Token
from argmap.formats.native.short_forms import one


def tagged(
    reading: Reading,
    elements: Sequence[Element | Heading],
    home: Element | Heading,
    before: Sequence[str],
    new: Sequence[str],
) -> list[Change]:
    """Give something other tags.

    Args:
        reading: The text.
        elements: Where it stands.
        home: The one of these places that new tags are put to.
        before: The tags that it has.
        new: The tags that it gets.

    Raises:
        RefusedError: A tag cannot be typed.
    """
    kept = [tag for tag in before if tag in new]
    is_longer = list(new[: len(kept)]) == kept
    gone = {tag for tag in before if tag not in new or not is_longer}
    added = [tag_form(tag) for tag in new if tag in gone or tag not in before]
    changes = [change for item in elements for change in _without(reading, item, gone)]
    if added:
        at = _end_of_tags(reading, home)
        changes.append(Change(at, at, "".join(f" {form}" for form in added), is_behind=True))
    return changes


def tags_of(reading: Reading, item: Element | Heading) -> list[Token]:
    """The tags that stand in a place of something."""
    return [token for token in reading.words(item.place) if token.kind is Kind.TAG]


def _without(reading: Reading, item: Element | Heading, gone: Iterable[str]) -> list[Change]:
    words = words_place(reading, item.content) if item.content else None
    changes = []
    left = set(gone)
    for token in tags_of(reading, item):
        name = tag_name(token.text)
        if name not in left:
            continue
        end = token.start + len(token.text.rstrip(" \t"))
        if words is not None and token.start < words.end and item.content and item.content.plain:
            changes.append(Change(token.start, end, typed_words(name, reading)))
        else:
            changes.append(Change(_behind_blanks(reading, token.start), end, ""))
    if item.braces is not None and isinstance(item.braces.value, dict) and reading.has_fields:
        said = item.braces.value.get("tags")
        names = said if isinstance(said, list) else [said] if said is not None else []
        if any(name in left for name in names):
            rest = one([name for name in names if name not in left]) if set(names) - left else None
            changes += in_braces(reading, item.braces, item.place.end, {"tags": rest})
    return changes


def _behind_blanks(reading: Reading, start: int) -> int:
    while start and reading.script.text[start - 1] in " \t":
        start -= 1
    return start


def _end_of_tags(reading: Reading, item: Element | Heading) -> int:
    """Where a further tag can be put: behind the words and the tags that are there."""
    tags = tags_of(reading, item)
    ends = [token.start + len(token.text.rstrip(" \t")) for token in tags]
    if item.content is not None and item.content.place.end > item.content.place.start:
        return max([item.content.place.end, *ends])
    if isinstance(item, Element) and item.title_place is not None:
        return max([item.title_place.end + 1 + (not item.is_reference), *ends])
    raise RefusedError("there is no place for a tag", "edit it by hand", reading.span(Place(*item.place)))
