"""Titles of sections, which Argdown reports with the tags in them."""

from collections.abc import Sequence

from argmap.formats.argdown.debate.model import Section
from argmap.formats.argdown.json_input.wording import worded
from argmap.formats.argdown.text.syntax import Range, RangeKind
from argmap.formats.argdown.writing.escape import tag_in_text


def words_of(section: Section) -> tuple[str, str | None]:
    """The title of a section for readers, without the tags at its end, and as it was typed if that is not the same."""
    return worded(section.title, section.ranges) if section.ranges else (section.title, None)


def with_tags(title: str, tags: Sequence[str]) -> tuple[str, tuple[Range, ...]]:
    """A title with tags at its end, and where they are; those that cannot be typed are left out."""
    ranges = []
    for tag in tags:
        form = tag_in_text(tag)
        if form:
            start = len(title) + (1 if title else 0)
            ranges.append(Range(RangeKind.TAG, start, start + len(form) - 1, tag))
            title = f"{title} {form}" if title else form
    return title, tuple(ranges)
