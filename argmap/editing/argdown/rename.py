"""Another title for something, everywhere it stands; or another id, where the text gives ids."""

from collections.abc import Iterator
from dataclasses import replace

from argmap.core.ids import slug
from argmap.core.model import ArgumentMap
from argmap.core.source import SourceFile
from argmap.editing.argdown import meant
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.meant import Thing
from argmap.editing.argdown.names import Name, names_in
from argmap.editing.argdown.reading import Reading
from argmap.editing.argdown.wording import bare_title, checked_title, reference, typed_words
from argmap.editing.argdown.work import Change, Work
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Rename
from argmap.editing.yaml.names import free_name
from argmap.formats.argdown.debate.model import Argument, Section
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.native.yaml_text import quoted, scalar
from argmap.formats.trees.tree import Scalar


def rename(argument_map: ArgumentMap, operation: Rename) -> Edits:
    """Give something another title, or another id if it is called by an id that the text itself gives.

    `old` is read as an id first, then as a title, which may stand in its brackets. `new` is a title; where ids are made
    from titles, the id follows. Only what has its id from `argmap:` or from braces (`id`), and is called by that, gets
    an id: then its title stays. A statement without a title gets one.

    Raises:
        RefusedError: There is no such thing, or the new name is taken or cannot be written.
    """
    work = Work(argument_map)
    found = meant.thing(work.reading, argument_map, operation.old, operation.kind)
    names = names_in(work.reading, argument_map)
    own = [it for it in names if (it.id, it.kind) == (found.id, found.kind)]
    has_own_id = any(it.form == "id" and it.is_definition for it in own)
    if found.kind == "relation" and not own:
        raise RefusedError(
            f"`{found.id}` has no name in the text",
            "in Argdown, a relation has the name of its argument: write `<Title>` between the two",
        )
    if has_own_id and not found.by_title:
        new = _free_id(argument_map, found, operation.new)
        work.apply(edited_names(work.reading, [it for it in own if it.form == "id"], {"id": new}))
        must_say(work, _with_id(argument_map, found, new))
    elif isinstance(found.entry, Section):
        reheading(work, argument_map, found, own, operation.new, has_own_id=has_own_id)
    elif found.entry is not None:
        retitle(work, argument_map, found, operation.new)
    else:
        raise RefusedError(f"`{found.id}` cannot be renamed in this text")
    return work.edits()


def _free_id(argument_map: ArgumentMap, found: Thing, new: str) -> str:
    known = {"speaker": set(argument_map.speaker), "source": set(argument_map.source)}.get(
        found.kind, meant.taken(argument_map)
    )
    return free_name(new, known)


def retitle(work: Work, argument_map: ArgumentMap, found: Thing, new: str) -> None:
    """Give a statement or an argument another title, everywhere.

    Raises:
        RefusedError: The title is taken or cannot be written.
    """
    entry, reading = found.entry, work.reading
    assert entry is not None and not isinstance(entry, Section)
    is_argument = isinstance(entry, Argument)
    title = new_title(reading, entry, new)
    if title == entry.title and entry.is_titled:
        return
    names = names_in(reading, argument_map)
    has_own_id = any(it.form == "id" and it.is_definition and it.id == found.id for it in names)
    new_id = found.id if has_own_id else slug(title) or found.id
    if new_id != found.id and new_id in meant.taken(argument_map):
        raise RefusedError(f"the id `{new_id}` of `{title}` is taken", "take a title of which another id is made")
    if found.kind == "claim" and not reading.places(entry):
        raise RefusedError(f"`{found.id}` stands nowhere in the text", "the settings make it of what does: rename that")
    own = [it for it in names if it.entry is entry or (it.form == "id" and (it.id, it.kind) == (found.id, found.kind))]
    work.apply([*edited_names(reading, own, {"title": title, "id": new_id}), *first_titles(reading, entry, title)])
    if found.kind == "relation":
        must_say(work, _with_id(argument_map, found, new_id))
        return
    known = argument_map.claim[found.id]
    shown = None if reading.has_fields and title == new_id else title
    claims = tuple(replace(it, title=shown) if it is known else it for it in argument_map.claims)
    owners = {it.owner for it in own if it.form == "mention"}
    must_say(work, _with_mentions(replace(argument_map, claims=claims), work.map_now(), owners))
    if found.id not in work.map_now().claim and slug(new.strip()) != new.strip():
        work.notes.append(f"the id of `{reference(title, is_argument)}` is `{new_id}` now")


def _with_mentions(meant_map: ArgumentMap, found: ArgumentMap, owners: set[str | None]) -> ArgumentMap:
    """The map with the words that it has now where a title is mentioned."""
    if not owners or len(found.claims) != len(meant_map.claims) or len(found.groups) != len(meant_map.groups):
        return meant_map
    claims = tuple(
        replace(it, text=now.text, restatements=now.restatements) if it.id in owners else it
        for it, now in zip(meant_map.claims, found.claims, strict=True)
    )
    groups = tuple(
        replace(it, title=now.title) if it.id in owners else it
        for it, now in zip(meant_map.groups, found.groups, strict=True)
    )
    return replace(meant_map, claims=claims, groups=groups)


def new_title(reading: Reading, entry: Entry, new: str) -> str:
    """A title that is wanted for a statement or an argument, without brackets.

    Raises:
        RefusedError: It cannot be written, or something else has it.
    """
    is_argument = isinstance(entry, Argument)
    title, kind = bare_title(new)
    if kind not in (None, is_argument):
        what = "an argument" if is_argument else "a statement"
        raise RefusedError(f"`{entry.title}` is {what}, so that `{new}` cannot be its title")
    checked_title(title, is_argument)
    known = (reading.debate.arguments if is_argument else reading.debate.statements).get(title)
    if known is not None and known is not entry:
        advice = "argmap merge makes one of the two"
        raise RefusedError(f"there is `{reference(title, is_argument)}` already", advice)
    return title


def first_titles(reading: Reading, entry: Entry, title: str) -> Iterator[Change]:
    """What puts a title before words that have none."""
    for item in reading.places(entry):
        content = item.element.content
        if item.element.title is None and content is not None:
            yield Change(content.place.start, content.place.start, f"{reference(title, isinstance(entry, Argument))}: ")


def reheading(
    work: Work, argument_map: ArgumentMap, found: Thing, own: list[Name], new: str, *, has_own_id: bool
) -> None:
    """Give a heading other words."""
    section = found.entry
    assert isinstance(section, Section)
    title = " ".join(new.split())
    if not title:
        raise RefusedError("a heading needs words")
    if section.place is None:
        raise RefusedError("this group stands in the setting `group.regroup`", "edit the front matter")
    new_id = found.id if has_own_id else slug(title) or found.id
    if new_id != found.id and new_id in meant.taken(argument_map):
        raise RefusedError(f"the id `{new_id}` of `{title}` is taken", "take words of which another id is made")
    words = typed_words(title, work.reading)
    before = section.title
    tail = before[len(argument_map.group[found.id].title) :] if found.id in argument_map.group else ""
    told = {"heading": words, "setting": title + tail, "id": new_id}
    work.apply(edited_names(work.reading, own, told))
    groups = tuple(replace(it, title=title) if it.id == found.id else it for it in argument_map.groups)
    must_say(work, replace(argument_map, groups=groups))
    if slug(new.strip()) != new.strip() and new_id != found.id:
        work.notes.append(f"the id of the group `{title}` is `{new_id}` now")


def _with_id(argument_map: ArgumentMap, found: Thing, new: str) -> ArgumentMap:
    """The map with another id."""

    def other(name: str) -> str:
        return new if name == found.id else name

    def others(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(other, names))

    def cited(cites: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(replace(it, source=other(it.source)) for it in cites)

    if found.kind == "speaker":
        return replace(
            argument_map,
            speakers=tuple(replace(it, id=other(it.id)) for it in argument_map.speakers),
            claims=tuple(replace(it, by=others(it.by)) for it in argument_map.claims),
            relations=tuple(replace(it, by=others(it.by)) for it in argument_map.relations),
        )
    if found.kind == "source":
        return replace(
            argument_map,
            sources=tuple(replace(it, id=other(it.id)) for it in argument_map.sources),
            questions=tuple(replace(it, cites=cited(it.cites)) for it in argument_map.questions),
            claims=tuple(replace(it, cites=cited(it.cites)) for it in argument_map.claims),
            relations=tuple(replace(it, cites=cited(it.cites)) for it in argument_map.relations),
        )
    if found.kind == "question":
        return replace(
            argument_map,
            questions=tuple(replace(it, id=other(it.id)) for it in argument_map.questions),
            claims=tuple(replace(it, answers=others(it.answers)) for it in argument_map.claims),
            groups=tuple(replace(it, members=others(it.members)) for it in argument_map.groups),
        )
    return replace(
        argument_map,
        claims=tuple(replace(it, id=other(it.id)) for it in argument_map.claims),
        groups=tuple(
            replace(
                it,
                id=other(it.id),
                members=others(it.members),
                parent=None if it.parent is None else other(it.parent),
            )
            for it in argument_map.groups
        ),
        relations=tuple(
            replace(
                it,
                id=other(it.id),
                premises=others(it.premises),
                target=other(it.target),
                argument=None if it.argument is None else other(it.argument),
            )
            for it in argument_map.relations
        ),
    )


def edited_names(reading: Reading, names: list[Name], new: dict[str, str]) -> Iterator[Change]:
    """The edits that type names anew.

    Args:
        reading: The text.
        names: Where they stand.
        new: What they are now, by form; `mention` and `setting` are those of a title.
    """
    done: set[tuple[int, int]] = set()
    for item in names:
        text = new.get(item.form) or new.get("title")
        if text is None or item.place in done:
            continue
        done.add(item.place)
        if item.scalar is None or (item.form == "id" and item.place.end - item.place.start < _length(item.scalar)):
            yield Change(*item.place, text)
        else:
            yield typed_again(reading, item.scalar, text)


def _length(scalar: Scalar) -> int:
    return len(scalar.value.strip())


def typed_again(reading: Reading, given: Scalar, text: str) -> Change:
    """The change that lets a text in YAML say something else, in the quotes that it has or in new ones."""
    file = SourceFile("", reading.script.text)
    typed = file.text[given.start : given.end]
    if given.plain:
        body = typed.rstrip()
        return Change(given.start, given.start + len(body), scalar(text, True, True))
    if typed[:1] in "'\"" and typed[1:-1] == given.value and not set(text) & set("'\"\\"):
        return Change(given.start + 1, given.end - 1, text)
    return Change(given.start, given.start + len(typed.rstrip()), quoted(text))
