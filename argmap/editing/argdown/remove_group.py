"""A heading taken out of an Argdown text: what stands under it leaves it, groups in it lie in the one around."""

from dataclasses import replace

from argmap.core.model import ArgumentMap
from argmap.editing.argdown.facts import difference, must_say
from argmap.editing.argdown.layout import Layout, start_of_block
from argmap.editing.argdown.move_claim import move_claim
from argmap.editing.argdown.sections import heading_of, headings_in, relevelled
from argmap.editing.argdown.work import Work


def remove_group(work: Work, id: str) -> None:
    """Take a heading out.

    Raises:
        RefusedError: A member cannot be moved to where it is in no section.
    """
    before = work.reading
    number = [it.id for it in work.map.groups].index(id)
    expected = _less(work.map, id)
    _without_heading(work, id)
    if difference(expected, work.map_now()) is not None:
        work.undo(before)
        for name in [*work.map.group[id].members]:
            move_claim(work, name, None)
        expected = _less(work.map, work.map.groups[number].id)
        _without_heading(work, work.map.groups[number].id)
    must_say(work, expected)


def _less(argument_map: ArgumentMap, id: str) -> ArgumentMap:
    parent = argument_map.group[id].parent
    groups = (replace(it, parent=parent) if it.parent == id else it for it in argument_map.groups if it.id != id)
    return replace(argument_map, groups=tuple(groups))


def _without_heading(work: Work, id: str) -> None:
    reading = work.reading
    layout = Layout(reading)
    heading = heading_of(reading, next(it for it, name in reading.groups.items() if name == id))
    gone = layout.out(layout.top(start_of_block(heading)), heading.place.end)
    within = headings_in(reading, heading)[1:]
    work.apply([gone, *relevelled(reading, within, -1)])
