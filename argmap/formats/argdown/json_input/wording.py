"""What a text of Argdown's JSON says to readers, and how it would be typed."""

import re
from collections.abc import Iterator, Mapping, Sequence

from argmap.formats.argdown.text.content import read_content
from argmap.formats.argdown.text.syntax import Range, RangeKind
from argmap.formats.argdown.writing.escape import escaped, tag_in_text

_BLANKS = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
_ITALIC = ("*", "_")


def worded(text: str, ranges: Sequence[Range], tags: Sequence[str] = ()) -> tuple[str, str | None]:
    """Return a text as readers see it, and its markup if something in it is marked up.

    Tags that were taken out of the text stand at the end of the markup. Ranges that cannot be typed, such as some that
    overlap, count for nothing.
    """
    if ranges:
        blanks = len(text) - len(text.lstrip(" "))
        text = text[blanks:]
        ranges = [item._replace(start=item.start - blanks, stop=item.stop - blanks) for item in ranges]
        ranges.sort(key=lambda item: (item.start, -item.stop))
        for italic in _ITALIC:  # one of the two may run into a sign of bold
            content = read_content("".join(_typed(text, ranges, {RangeKind.BOLD: "**", RangeKind.ITALIC: italic})))
            if content.text.rstrip() == text.rstrip() and _marked(text, content.ranges) == _marked(text, ranges):
                return content.plain, content.markup and " ".join([content.markup, *_missing(tags, ranges)])
    return _BLANKS.sub(" ", text).strip(" "), None


def _missing(tags: Sequence[str], ranges: Sequence[Range]) -> list[str]:
    within = {item.value for item in ranges if item.kind is RangeKind.TAG}
    return [typed for tag in tags if tag not in within and (typed := tag_in_text(tag))]


def _marked(text: str, ranges: Sequence[Range]) -> list[tuple[RangeKind, int, str, str]]:
    """What is marked up as what. Whether a space at the end belongs to it makes no difference."""
    return sorted((item.kind, item.start, text[item.start : item.stop + 1].rstrip(" "), item.value) for item in ranges)


def _typed(text: str, ranges: Sequence[Range], signs: Mapping[RangeKind, str]) -> Iterator[str]:
    """The text in pieces, with the signs of its ranges; these are in order, outer ones before inner ones."""
    place = 0
    open_signs: list[tuple[int, str]] = []

    def closed(until: int) -> Iterator[str]:
        nonlocal place
        while open_signs and open_signs[-1][0] <= until:
            end, sign = open_signs.pop()
            yield from (_escaped(text[place:end]), sign)
            place = max(place, end)

    for item in ranges:
        yield from closed(item.start)
        yield _escaped(text[place : item.start])
        place = max(place, item.start)
        if item.kind in signs:
            open_signs.append((item.stop + 1, signs[item.kind]))
            yield signs[item.kind]
            continue
        words = text[place : item.stop + 1]
        yield f"[{words}]({item.value})" if item.kind is RangeKind.LINK else words
        place = max(place, item.stop + 1)
    yield from closed(len(text))
    yield _escaped(text[place:])


def _escaped(text: str) -> str:
    """A piece with its escapes; the spaces around it stay."""
    words = text.strip(" ")
    if not words:
        return text
    before = text[: text.index(words)]
    return f"{before}{escaped(words)}{text[len(before) + len(words) :]}"
