"""Headings of an Argdown text with all that stands under them: where they end, and how they are moved."""

from argmap.editing.argdown.layout import Layout, start_of_block
from argmap.editing.argdown.reading import Reading
from argmap.editing.argdown.work import Change
from argmap.editing.base import RefusedError
from argmap.formats.argdown.debate.model import Section
from argmap.formats.argdown.text.syntax import Heading


def headings(reading: Reading) -> list[Heading]:
    """The headings of a text."""
    return [it for it in reading.document.blocks if isinstance(it, Heading)]


def heading_of(reading: Reading, section: Section) -> Heading:
    """The heading of a section.

    Raises:
        RefusedError: It has none: the settings make groups.
    """
    for block in reading.document.blocks:
        if isinstance(block, Heading) and block.place == section.place:
            return block
    raise RefusedError(f"`{section.title}` is a group of the setting `group.regroup`", "edit it in the front matter")


def headings_in(reading: Reading, heading: Heading) -> list[Heading]:
    """A heading, and those of the sections within its own."""
    every = headings(reading)
    number = next(number for number, it in enumerate(every) if it is heading)
    found = [heading]
    for item in every[number + 1 :]:
        if item.level <= heading.level:
            break
        found.append(item)
    return found


def extent(reading: Reading, layout: Layout, heading: Heading) -> tuple[int, int]:
    """From where to where a section goes, with the sections in it and the comments above its heading."""
    every = headings(reading)
    last = headings_in(reading, heading)[-1]
    number = next(number for number, it in enumerate(every) if it is last)
    start = layout.top(start_of_block(heading))
    if number + 1 < len(every):
        return start, layout.top(start_of_block(every[number + 1]))
    return start, len(reading.script.text)


def relevelled(reading: Reading, found: list[Heading], by: int) -> list[Change]:
    """The changes that give headings more or fewer signs."""
    changes = []
    for item in found:
        start = item.place.start
        changes.append(Change(start, start, "#" * by) if by > 0 else Change(start, start - by, ""))
    return [it for it in changes if it.end > it.start or it.text]
