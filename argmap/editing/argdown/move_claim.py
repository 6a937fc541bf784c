"""A claim moved under another heading: with its paragraph, or its words alone where more stands there."""

from dataclasses import replace

from argmap.core.model import ArgumentMap
from argmap.editing.argdown.data import append, less_item
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.layout import Layout, end_of_block, start_of_block
from argmap.editing.argdown.reading import Reading, Standing
from argmap.editing.argdown.sections import heading_of
from argmap.editing.argdown.wording import named
from argmap.editing.argdown.work import Change, Work
from argmap.editing.base import RefusedError
from argmap.formats.argdown.debate.model import Section
from argmap.formats.argdown.text.syntax import Element, Nested


def move_claim(work: Work, id: str, group: str | None) -> None:
    """Put a claim into a group, and out of those that it is in.

    Args:
        work: The text.
        id: Its id.
        group: Id of the group, or None for none.

    Raises:
        RefusedError: The text cannot be moved.
    """
    reading = work.reading
    expected = moved(work.map, id, group)
    known = work.map.claim.get(id)
    sections = {name: it for it, name in reading.groups.items()}
    lists = [name for name, it in sections.items() if _has_list(it)]
    is_listed = group in lists
    if known is not None:
        place = _group_by_place(reading, id)
        counts = place is not None and place not in lists
        if place != group and (counts or (group is not None and not is_listed)):
            _move_text(work, id, group)
    unlist(work, id, but=group)
    if group is not None and is_listed:
        enlist(work, id, group)
    if known is None and not is_listed and group is not None:
        raise RefusedError("only claims stand under headings", "list the members of the group in its braces")
    must_say(work, expected)


def enlist(work: Work, id: str, group: str) -> None:
    """Put an id at the end of the list of members that a heading has; if it has none, nothing is done."""
    for section, name in work.reading.groups.items():
        if name == group and _has_list(section) and id not in section.data["members"]:
            braces = heading_of(work.reading, section).braces
            assert braces is not None
            work.apply(append(work.reading, braces, "members", id))
            return


def unlist(work: Work, id: str, but: str | None = None) -> None:
    """Take an id out of the lists of members that headings have, but for one."""
    for name in [name for it, name in work.reading.groups.items() if _has_list(it) and name != but]:
        section = next(it for it, other in work.reading.groups.items() if other == name)
        members = section.data["members"]
        if id in members:
            braces = heading_of(work.reading, section).braces
            assert braces is not None
            work.apply(less_item(work.reading, braces, "members", members.index(id)))


def _has_list(section: Section) -> bool:
    return isinstance(section.data, dict) and isinstance(section.data.get("members"), list)


def _group_by_place(reading: Reading, id: str) -> str | None:
    """The group that the place of a claim makes."""
    entry = reading.named(id)[0]
    return reading.groups.get(entry.section) if entry.section is not None else None


def moved(argument_map: ArgumentMap, id: str, group: str | None) -> ArgumentMap:
    """A map in which something is in another group."""
    groups = []
    for item in argument_map.groups:
        members = tuple(name for name in item.members if name != id)
        groups.append(replace(item, members=(*members, id) if item.id == group else members))
    return replace(argument_map, groups=tuple(groups))


def _move_text(work: Work, id: str, group: str | None) -> None:
    reading = work.reading
    layout = Layout(reading)
    entry = reading.named(id)[0]
    places = [it for it in reading.places(entry) if not it.element.is_reference]
    if not places:
        raise RefusedError(
            f"no words are given for `{id}`, which could stand under another heading", "write them there"
        )
    target = None if group is None else next(it for it, name in reading.groups.items() if name == group)
    for item in places[:1]:
        if _is_alone(item) and layout.structure_below(item.block) is None:
            start, end = layout.top(start_of_block(item.block)), layout.line_end(end_of_block(item.block))
            text = layout.text[start:end].replace("\r\n", "\n")
            changes = [layout.out(start, end)]
        else:
            text, changes = _words_alone(layout, item, named(entry))
        put = _put(reading, layout, target, text)
        work.apply([*changes, put] if not _is_within(put, changes) else [_joined(layout, changes, put)])


def _is_alone(item: Standing) -> bool:
    """Whether the paragraph defines nothing else."""
    if not isinstance(item.block, Element) or item.above is not None:
        return False
    stack: list[Nested] = [*item.element.relations]
    while stack:
        nested = stack.pop()
        if not nested.element.is_reference:
            return False
        stack += nested.element.relations
    return True


def _words_alone(layout: Layout, item: Standing, name: str) -> tuple[str, list[Change]]:
    """The words of an element as a paragraph, and the change that leaves its title where it stood."""
    element = item.element
    if item.element.title is None:
        raise RefusedError(
            "this claim has no title that could stay where it is", "give it one: argmap rename FILE ID TITLE"
        )
    start, end = element.place.start, element.place.end
    indent = len(layout.indent(start))
    lines = layout.text[start:end].rstrip().replace("\r\n", "\n").split("\n")
    text = "\n".join([lines[0], *(it[min(indent, len(it) - len(it.lstrip())) :] for it in lines[1:])])
    return text, [Change(start, start + len(layout.text[start:end].rstrip()), name)]


def _put(reading: Reading, layout: Layout, target: Section | None, text: str) -> Change:
    if target is None:
        return layout.at_start(text)
    return layout.at_end_of_section(heading_of(reading, target), text)


def _is_within(put: Change, changes: list[Change]) -> bool:
    return any(
        it.start <= put.start <= it.end and it.end > it.start and not it.text.startswith(("[", "<")) for it in changes
    )


def _joined(layout: Layout, changes: list[Change], put: Change) -> Change:
    """What is put where something is taken out."""
    gone = changes[0]
    text = put.text.strip("\n")
    before = "\n\n" if layout.text[: gone.start].strip() and not layout.text[: gone.start].endswith("\n\n") else ""
    behind = gone.text if gone.end >= len(layout.text) else "\n\n"
    return Change(gone.start, gone.end, before + text + behind)
