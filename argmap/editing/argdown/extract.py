"""A part of a map as a text of its own: the rest is taken out, or else the part is written anew."""

from dataclasses import replace

from argmap.core.diagnostics import Edit
from argmap.core.model import ArgumentMap, Group, Relation
from argmap.core.source import SourceFile, Span
from argmap.editing.argdown import meant
from argmap.editing.argdown.facts import difference
from argmap.editing.argdown.remove import Gone, take
from argmap.editing.argdown.removing import undercuts_of
from argmap.editing.argdown.wording import CONVERT
from argmap.editing.argdown.work import Work, line_end
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Extract


def extract(argument_map: ArgumentMap, operation: Extract) -> Edits:
    """Keep only a part of a map.

    Where the rest cannot be cut out of the text, because it stands in structures, the part is written anew: then
    comments and the layout are lost, and a note says so.

    Raises:
        RefusedError: Nothing has one of the names, or the text includes others and cannot be cut.
    """
    work = Work(argument_map)
    kept = _kept(work, argument_map, operation.ids)
    part = selected(argument_map, kept)
    rest = _rest(argument_map, part)
    if not any(rest):
        return Edits(())
    try:
        take(work, rest)
        return work.edits()
    except RefusedError:
        if len(work.reading.script.pieces) > 1:
            raise
    return _written(argument_map, part)


def _kept(work: Work, argument_map: ArgumentMap, names: tuple[str, ...]) -> set[str]:
    kept: set[str] = set()
    for name in names:
        found = meant.thing(work.reading, argument_map, name)
        if found.kind == "group":
            kept |= {member for it in _within(argument_map, found.id) for member in it.members}
        elif found.kind in ("claim", "question"):
            kept.add(found.id)
        else:
            raise RefusedError(f"`{name}` is neither a claim, a question nor a group")
    return kept


def _within(argument_map: ArgumentMap, id: str) -> list[Group]:
    """A group and those that lie in it."""
    names = {id}
    while True:
        more = {it.id for it in argument_map.groups if it.parent in names} - names
        if not more:
            return [it for it in argument_map.groups if it.id in names]
        names |= more


def selected(argument_map: ArgumentMap, kept: set[str]) -> ArgumentMap:
    """The part of a map that some claims and questions make."""
    claims = tuple(it for it in argument_map.claims if it.id in kept)
    names = {it.id for it in claims}
    relations = _relations(argument_map, names)
    answered = {name for it in claims for name in it.answers} | kept
    questions = tuple(it for it in argument_map.questions if it.id in answered)
    by = {name for it in claims for name in it.by} | {name for it in relations for name in it.by}
    cited = {
        it.source for it in replace(argument_map, claims=claims, relations=relations, questions=questions).citations()
    }
    stays = names | {it.id for it in questions}
    return replace(
        argument_map,
        claims=claims,
        relations=relations,
        questions=questions,
        speakers=tuple(it for it in argument_map.speakers if it.id in by),
        sources=tuple(it for it in argument_map.sources if it.id in cited),
        groups=_groups(argument_map, stays),
    )


def _relations(argument_map: ArgumentMap, names: set[str]) -> tuple[Relation, ...]:
    gone = {
        it.id
        for it in argument_map.relations
        if not names.issuperset(it.premises) or (it.target not in names and it.target not in argument_map.relation)
    }
    gone = undercuts_of(argument_map, gone)
    left = (it for it in argument_map.relations if it.id not in gone)
    return tuple(replace(it, argument=it.argument if it.argument in names else None) for it in left)


def _groups(argument_map: ArgumentMap, stays: set[str]) -> tuple[Group, ...]:
    """Groups with what stays of their members, with the groups around them."""
    needed: set[str] = set()
    for group in argument_map.groups:
        found: Group | None = group if not stays.isdisjoint(group.members) else None
        while found is not None and found.id not in needed:
            needed.add(found.id)
            found = argument_map.group.get(found.parent or "")
    return tuple(
        replace(it, members=tuple(name for name in it.members if name in stays))
        for it in argument_map.groups
        if it.id in needed
    )


def _rest(argument_map: ArgumentMap, part: ArgumentMap) -> Gone:
    """What goes."""
    return Gone(
        claims=tuple(it.id for it in argument_map.claims if it.id not in part.claim),
        questions=tuple(it.id for it in argument_map.questions if it.id not in part.question),
        speakers=tuple(it.id for it in argument_map.speakers if it.id not in part.speaker),
        sources=tuple(it.id for it in argument_map.sources if it.id not in part.source),
        groups=tuple(it.id for it in argument_map.groups if it.id not in part.group),
    )


def _written(argument_map: ArgumentMap, part: ArgumentMap) -> Edits:
    from argmap.formats.argdown import read, write

    source = argument_map.origin
    assert source is not None
    text = write(part).text
    made = read(SourceFile(source.name, text)).map
    if made is None or difference(_shown(part), _shown(made)) is not None:
        raise RefusedError("this part cannot be cut out of the text", CONVERT)
    text = text if source.text.endswith("\n") else text.rstrip("\n")
    whole = Edit(Span(source, 0, len(source.text)), text.replace("\n", line_end(source.text)))
    note = "the part is written anew, as it could not be cut out of the text: comments and layout are lost"
    return Edits((whole,), (note,))


def _shown(argument_map: ArgumentMap) -> ArgumentMap:
    """A map without what keeps a claim in Argdown's pictures that nothing is connected with any more."""
    claims = (
        replace(it, data={key: value for key, value in it.data.items() if key != "isInMap"})
        for it in argument_map.claims
    )
    return replace(argument_map, claims=tuple(claims))
