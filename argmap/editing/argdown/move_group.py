"""A section moved into another one, or out of all, with the sections in it."""

from dataclasses import replace

from argmap.core.model import ArgumentMap
from argmap.editing.argdown import meant
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.layout import Layout
from argmap.editing.argdown.sections import extent, heading_of, headings_in
from argmap.editing.argdown.work import Change, Work
from argmap.editing.base import RefusedError


def move_group(work: Work, id: str, parent: str | None) -> None:
    """Put a group into another one, as the last there; None for none.

    Raises:
        RefusedError: It would lie in itself.
    """
    reading = work.reading
    layout = Layout(reading)
    section = meant.section(reading, work.map, id)[1]
    heading = heading_of(reading, section)
    outer = None if parent is None else meant.section(reading, work.map, parent)
    inside = headings_in(reading, heading)
    above = heading_of(reading, outer[1]) if outer else None
    if above is not None and any(above is it for it in inside):
        raise RefusedError(f"`{id}` cannot lie in itself")
    expected = _moved(work.map, id, outer[0] if outer else None)
    if work.map.group[id].parent == (outer[0] if outer else None):
        return
    start, end = extent(reading, layout, heading)
    by = (above.level + 1 if above is not None else 1) - heading.level
    text = _relevelled(layout.text[start:end], [it.place.start - start for it in inside], by)
    at = extent(reading, layout, above)[1] if above is not None else len(layout.text)
    text = text.replace("\r\n", "\n").strip("\n")
    if at == end:
        tail = layout.text[len(layout.text[start:end].rstrip("\r\n")) + start : end]
        work.apply([Change(start, end, text + tail.replace("\r\n", "\n"))])
    else:
        work.apply([layout.out(start, max(start, end - 1)), _in(layout, at, text)])
    must_say(work, expected)


def _relevelled(text: str, starts: list[int], by: int) -> str:
    for start in reversed(starts):
        text = text[:start] + ("#" * by + text[start:] if by > 0 else text[start - by :])
    return text


def _in(layout: Layout, at: int, text: str) -> Change:
    """The section behind the last words before a place."""
    kept = len(layout.text[:at].rstrip())
    return Change(kept, kept, f"\n\n{text}", is_behind=True)


def _moved(argument_map: ArgumentMap, id: str, parent: str | None) -> ArgumentMap:
    groups = tuple(replace(it, parent=parent) if it.id == id else it for it in argument_map.groups)
    return replace(argument_map, groups=groups)
