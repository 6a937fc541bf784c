"""Something new in an Argdown text, put where a person would write it."""

from collections.abc import Sequence
from dataclasses import replace

from argmap.core.model import ArgumentMap, Claim, ClaimKind, Group, Question, Relation, Source, Speaker
from argmap.editing.argdown import meant
from argmap.editing.argdown.data import add_own, in_front
from argmap.editing.argdown.ends import End, end_of_relation, is_simple, known_ends
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.layout import Layout
from argmap.editing.argdown.move_claim import enlist
from argmap.editing.argdown.reading import Reading
from argmap.editing.argdown.relations import best_place
from argmap.editing.argdown.sections import heading_of, headings
from argmap.editing.argdown.steps import add_step, put_block
from argmap.editing.argdown.wording import claim_line, named, no_words, reference, title_for
from argmap.editing.argdown.work import Work
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Add
from argmap.formats.argdown.debate.model import Argument, Section
from argmap.formats.argdown.text.syntax import Heading
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.native.short_forms import entries


def add(argument_map: ArgumentMap, operation: Add) -> Edits:
    """Add something.

    A claim that has relations is written below what it is aimed at, as the last thing there, unless another group is
    wanted: then it is a paragraph with its relations below it. Without an own title it gets one that its id says.

    Raises:
        RefusedError: An id or title is taken, or Argdown has no words for it.
    """
    entity = operation.entity
    if isinstance(entity, Claim):
        return add_claim(argument_map, operation, entity)
    work = Work(argument_map)
    if isinstance(entity, Relation):
        _relation(work, entity)
    elif isinstance(entity, Group):
        from argmap.editing.argdown.add_group import add_group

        return add_group(argument_map, entity)
    else:
        _in_front(work, entity)
        if isinstance(entity, Question) and operation.group is not None:
            raise RefusedError("in Argdown only claims stand under headings", "add the question without a group")
    return work.edits()


# Claims


def add_claim(argument_map: ArgumentMap, operation: Add, claim: Claim) -> Edits:
    """Add a claim with its relations."""
    work = Work(argument_map)
    reading = work.reading
    if claim.id in meant.taken(argument_map):
        raise RefusedError(f"the id `{claim.id}` is taken")
    group = None if operation.group is None else meant.section(reading, argument_map, operation.group)
    relations = [known_ends(reading, argument_map, it, claim.id) for it in operation.relations]
    title = title_for(claim, reading)
    if claim.kind is ClaimKind.ARGUMENT and title is None:
        raise RefusedError("an argument needs a title in Argdown")
    signs = [it for it in relations if is_simple(it) and it.premises == (claim.id,)]
    steps = [it for it in relations if it not in signs]
    heading = heading_of(reading, group[1]) if group else None
    place = None if heading is None else headings(reading).index(heading)
    first = None
    if signs or not steps or operation.after is not None or claim.kind is ClaimKind.ARGUMENT:
        _write(work, claim, title, signs, heading=heading, after=operation.after)
    else:
        first = claim_line(claim, title, reading)
    for number, relation in enumerate(steps):
        if number or first is None:
            _must_stand(work.reading, title)
        fresh = _renamed(work, relation, claim, title)
        add_step(work, fresh, first if not number else None, None if place is None else headings(work.reading)[place])
    entry = _new_entry(work.reading, claim, title)
    if group is not None and entry is not None:
        enlist(work, work.reading.ids[entry], group[0])
    _check(work, claim, title, relations, group)
    return work.edits()


def _must_stand(reading: Reading, title: str | None) -> None:
    if title is None:
        raise RefusedError("a claim needs a title to be referred to in a structure", "give it one")


def _renamed(work: Work, relation: Relation, claim: Claim, title: str | None) -> Relation:
    """A relation with the id that the new claim has in the text by now."""
    entry = _new_entry(work.reading, claim, title)
    name = work.reading.ids.get(entry, claim.id) if entry is not None else claim.id

    def other(it: str) -> str:
        return name if it == claim.id else it

    return replace(relation, premises=tuple(map(other, relation.premises)), target=other(relation.target))


def _new_entry(reading: Reading, claim: Claim, title: str | None) -> Entry | None:
    if title is None:
        return None
    is_argument = claim.kind is ClaimKind.ARGUMENT
    return (reading.debate.arguments if is_argument else reading.debate.statements).get(title)


def _write(
    work: Work,
    claim: Claim,
    title: str | None,
    signs: Sequence[Relation],
    *,
    heading: Heading | None,
    after: str | None,
) -> None:
    """Write the claim, with those of its relations that signs say."""
    reading = work.reading
    layout = Layout(reading)
    ends = [end_of_relation(reading, work.map, it, _stand_in(claim)) for it in signs]
    home = next((it for it in ends if it.below is not None), None) if after is None else None
    if home is not None and heading is not None and home.heading is not heading:
        home = None
    if home is not None and home.below is not None:
        indent = layout.children_indent(home.below)
        line = f"{layout.sign(home.back, home.below)} {claim_line(claim, title, reading, indent)}"
        work.apply([layout.under(home.below, [line, *_forth(layout, ends, home)])])
        return
    line = claim_line(claim, title, reading)
    if after is not None:
        entry = meant.claim(reading, work.map, after)[1]
        standing = best_place(reading, entry) or reading.places(entry)[0]
        work.apply([layout.behind_block(standing.block, "\n".join([line, *_forth(layout, ends, None)]))])
        return
    if ends and heading is None:
        first = ends[0]
        if first.name is None:
            raise RefusedError(
                "what it is aimed at has no title to refer to it by", "give it one: argmap rename FILE ID TITLE"
            )
        sign = layout.sign(first.back, None)
        rest = [layout.step + it for it in _forth(layout, ends, first)]
        text = "\n".join([first.name, f"{layout.step}{sign} {claim_line(claim, title, reading, layout.step)}", *rest])
        put_block(work, layout, text, first.heading)
        return
    put_block(work, layout, "\n".join([line, *_forth(layout, ends, None)]), heading)


def _stand_in(claim: Claim) -> Entry | None:
    return Argument(claim.title or claim.id) if claim.kind is ClaimKind.ARGUMENT else None


def _forth(layout: Layout, ends: Sequence[End], home: End | None) -> list[str]:
    """Lines below the claim for those of its relations that do not say themselves where it stands."""
    lines = []
    for end in ends:
        if end is not home:
            if end.name is None:
                raise RefusedError(
                    "what it is aimed at has no title to refer to it by", "give it one: argmap rename FILE ID TITLE"
                )
            lines.append(f"{layout.step}{end.forth.value} {end.name}")
    return lines


def _check(
    work: Work, claim: Claim, title: str | None, relations: Sequence[Relation], group: tuple[str, Section] | None
) -> None:
    """See that the text has the claim now, and say what else came of it."""
    before, found = work.map, work.map_now()
    entry = _new_entry(work.reading, claim, title)
    old = set(before.claim)
    name = (
        work.reading.ids.get(entry, "")
        if entry is not None
        else next((it.id for it in found.claims if it.id not in old), "")
    )
    shown = None if title is None or (work.reading.has_fields and title == claim.id) else title
    inside = {it.id for it in found.groups if name in it.members}
    groups = tuple(replace(it, members=(*it.members, claim.id)) if it.id in inside else it for it in before.groups)
    expected = replace(
        before,
        claims=(*before.claims, replace(claim, title=shown)),
        relations=(*before.relations, *relations),
        groups=groups,
    )
    if group is not None and group[0] not in inside:
        raise RefusedError(f"the claim cannot be put into `{group[0]}` in this text", "edit it by hand")
    must_say(work, expected)
    called = reference(title, claim.kind is ClaimKind.ARGUMENT) if title else "it"
    if name != claim.id:
        work.notes.append(
            f"the id of {f'`{called}`' if title else 'the claim'} is `{name}`: in Argdown, ids are made from titles"
        )
    if group is None and inside:
        where = next(it.title for it in found.groups if it.id in inside)
        work.notes.append(f"it is in the group `{where}`, as it stands under that heading")


# Relations


def _relation(work: Work, given: Relation) -> None:
    """Add a relation between claims that are there."""
    reading = work.reading
    if given.named and given.id in meant.taken(work.map):
        raise RefusedError(f"the id `{given.id}` is taken")
    relation = known_ends(reading, work.map, given)
    known = (it for it in work.map.relations if (it.kind, it.target) == (relation.kind, relation.target))
    if any(set(it.premises) == set(relation.premises) for it in known):
        raise RefusedError("there is such a relation already, and Argdown takes the two for one")
    if is_simple(relation):
        add_sign(work, relation)
    else:
        add_step(work, relation)
    must_say(work, replace(work.map, relations=(*work.map.relations, relation)))


def add_sign(work: Work, relation: Relation) -> None:
    """Say a relation of claims that are there by a sign."""
    reading = work.reading
    layout = Layout(reading)
    premise = reading.named(relation.premises[0])[0]
    end = end_of_relation(reading, work.map, relation, premise)
    if end.below is not None and premise.is_titled:
        work.apply([layout.under(end.below, [f"{layout.sign(end.back, end.below)} {named(premise)}"])])
        return
    standing = best_place(reading, premise)
    if end.name is not None and standing is not None:
        work.apply([layout.under(standing.element, [f"{end.forth.value} {end.name}"])])
        return
    lines = [end.name or named(premise), f"{layout.step}{end.back.value} {named(premise)}"]
    if end.name is None:
        raise RefusedError(
            "what it is aimed at has no title to refer to it by", "give it one: argmap rename FILE ID TITLE"
        )
    put_block(work, layout, "\n".join(lines), end.heading)


# The front matter


def _in_front(work: Work, entity: Question | Speaker | Source | Group) -> None:
    """Add what stands in the front matter, in a text with fields of argmap's own."""
    kind = type(entity).__name__.lower()
    if not work.reading.has_fields:
        raise no_words(f"{kind}s")
    known = {"question": meant.taken(work.map), "speaker": {*work.map.speaker}, "source": {*work.map.source}}[kind]
    if entity.id in known:
        raise RefusedError(f"the id `{entity.id}` is taken")
    names = {
        "question": ("text", "title", "cites", "tags", "note"),
        "speaker": ("name", "role", "link"),
        "source": ("title", "author", "date", "link", "text", "paragraphs"),
    }[kind]
    section = f"{kind}s"
    value = entries(section, [entity], *names)[section][entity.id]
    work.apply(in_front(work.reading, lambda draft: add_own(draft, section, entity.id, value)))
    expected = {section: (*getattr(work.map, section), entity)}
    must_say(work, replace(work.map, **expected))  # type: ignore[arg-type]
