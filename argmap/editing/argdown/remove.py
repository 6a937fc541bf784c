"""Something taken out of an Argdown text, with what hangs on it if that is wanted."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import NamedTuple

from argmap.core.model import ArgumentMap, Citation, Claim, Relation
from argmap.editing.argdown import meant
from argmap.editing.argdown.cutting import mentions_of
from argmap.editing.argdown.data import in_braces, in_front, own_fields
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.move_claim import unlist
from argmap.editing.argdown.names import Name, names_in
from argmap.editing.argdown.remove_group import remove_group
from argmap.editing.argdown.removing import cut_claims, undercuts_of
from argmap.editing.argdown.values import shown_citations
from argmap.editing.argdown.wording import typed_words
from argmap.editing.argdown.work import Change, Work
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Remove
from argmap.editing.yaml.draft import Draft, Path
from argmap.editing.yaml.removal import remove as take_out
from argmap.editing.yaml.syntax import Sequence, Table
from argmap.formats.argdown.debate.model import Argument
from argmap.formats.argdown.profile.front import OWN
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.native.short_forms import one


def remove(argument_map: ArgumentMap, operation: Remove) -> Edits:
    """Take claims, relations, groups, questions, speakers and sources out.

    What was nested below a claim that goes stays, as a paragraph; a title in a text becomes plain words.

    Raises:
        RefusedError: Something hangs on it, or it is part of a structure that stays.
    """
    work = Work(argument_map)
    things = [meant.thing(work.reading, argument_map, name) for name in operation.ids]

    def of(kind: str) -> tuple[str, ...]:
        return tuple(it.id for it in things if it.kind == kind)

    gone = Gone(of("claim"), of("relation"), of("question"), of("speaker"), of("source"), of("group"))
    if not operation.with_relations:
        _must_be_free(work, argument_map, gone)
    take(work, gone)
    return work.edits()


class Gone(NamedTuple):
    """The ids of what is removed, by kind."""

    claims: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


def take(work: Work, gone: Gone) -> None:
    """Take things out, with all that hangs on them.

    Raises:
        RefusedError: Something is part of a structure that stays.
    """
    before = work.map
    if gone.claims or gone.relations:
        entries = [entry for name in gone.claims for entry in work.reading.named(name)]
        relations = undercuts_of(before, {*gone.relations} | _hanging(before, gone.claims))
        _without_claims(work, before, entries, set(gone.claims), relations)
    if gone.questions or gone.speakers or gone.sources:
        _without_others(work, gone)
    numbers = {it.id: number for number, it in enumerate(before.groups)}
    for number in sorted((numbers[name] for name in dict.fromkeys(gone.groups)), reverse=True):
        remove_group(work, work.map.groups[number].id)


def _hanging(argument_map: ArgumentMap, claims: Collection[str]) -> set[str]:
    """The relations of claims, and steps of arguments among them."""
    return {
        it.id
        for it in argument_map.relations
        if it.argument in claims or any(name in claims for name in (*it.premises, it.target))
    }


def _must_be_free(work: Work, argument_map: ArgumentMap, gone: Gone) -> None:
    """See that nothing hangs on what is removed.

    Raises:
        RefusedError: Something does.
    """
    advice = "remove that as well: --with-relations"
    for item in argument_map.relations:
        if item.id in gone.relations:
            continue
        for name in (*item.premises, item.target, item.argument):
            if name in gone.claims or name in gone.relations:
                raise RefusedError(f"`{name}` has the relation `{item.id}`", advice)
    others = {"question": gone.questions, "speaker": gone.speakers, "source": gone.sources}
    for found in names_in(work.reading, argument_map):
        if found.owner in gone.claims or found.is_definition:
            continue
        if found.form == "mention" and found.kind == "claim" and found.id in gone.claims:
            raise RefusedError(f"`{found.id}` is mentioned elsewhere", advice, work.reading.span(found.place))
        if found.id in others.get(found.kind, ()):
            raise RefusedError(f"`{found.id}` is referred to", advice, work.reading.span(found.place))


def _without_claims(
    work: Work, argument_map: ArgumentMap, entries: list[Entry], claims: set[str], gone: set[str]
) -> None:
    titles = {(isinstance(it, Argument), it.title) for it in entries if it.is_titled}
    names = names_in(work.reading, argument_map)
    settings = [it for it in names if it.form == "setting" and it.kind == "claim" and it.id in claims]
    if settings:
        work.apply(in_front(work.reading, lambda draft: out_of_settings(draft, settings)))
        entries = [it for name in claims for it in work.reading.named(name)]
        work.map = work.map_now()
    cut_claims(work, entries, [work.map.relation[name] for name in gone if name in work.map.relation])
    work.apply(
        Change(start, end, typed_words(title, work.reading)) for start, end, title in mentions_of(work.reading, titles)
    )
    for name in claims:
        unlist(work, name)
    must_say(work, less(argument_map, claims, gone))


def less(argument_map: ArgumentMap, claims: Collection[str], relations: Collection[str]) -> ArgumentMap:
    """A map without some claims and relations."""
    return replace(
        argument_map,
        claims=tuple(it for it in argument_map.claims if it.id not in claims),
        relations=tuple(_less_argument(it, claims) for it in argument_map.relations if it.id not in relations),
        groups=tuple(
            replace(it, members=tuple(name for name in it.members if name not in claims)) for it in argument_map.groups
        ),
    )


def _less_argument(relation: Relation, claims: Collection[str]) -> Relation:
    return replace(relation, argument=None) if relation.argument in claims else relation


def out_of_settings(draft: Draft, names: list[Name]) -> None:
    """Take titles out of the settings that list them."""
    wanted = {it.scalar.value for it in names if it.scalar is not None}
    paths: list[Path] = []
    for section in ("selection", "color"):
        table = draft.find((section,))
        for key, value in table.pairs if isinstance(table, Table) else ():
            path: Path = (section, key.value)
            if isinstance(value, Sequence) and key.value not in ("selectedSections", "selectedTags"):
                paths += [(*path, n) for n, it in enumerate(value.items) if getattr(it, "value", None) in wanted]
            elif isinstance(value, Table) and key.value in ("statementColors", "argumentColors"):
                paths += [(*path, it.value) for it, _ in value.pairs if it.value in wanted]
    if paths:
        take_out(draft, paths, stays=lambda path: len(path) < 2)


# What stands in the front matter


def _without_others(work: Work, gone: Gone) -> None:
    """Take questions, speakers and sources out, and what refers to them."""
    before = work.map
    for claim in before.claims:
        fields = _left_of_claim(claim, gone)
        if fields:
            _set(work, claim, fields)
    for name in gone.questions:
        unlist(work, name)
    for relation in before.relations:
        _must_not_refer(relation.id, relation.by, relation.cites, gone)
    for question in before.questions:
        if question.id not in gone.questions:
            _must_not_refer(question.id, (), question.cites, gone)
    paths = [(kind, name) for kind in ("questions", "speakers", "sources") for name in getattr(gone, kind)]
    work.apply(in_front(work.reading, lambda draft: _take_own(draft, paths)))
    expected = replace(
        before,
        questions=tuple(it for it in before.questions if it.id not in gone.questions),
        speakers=tuple(it for it in before.speakers if it.id not in gone.speakers),
        sources=tuple(it for it in before.sources if it.id not in gone.sources),
        claims=tuple(_without_references(it, gone) for it in before.claims),
        groups=tuple(
            replace(it, members=tuple(name for name in it.members if name not in gone.questions))
            for it in before.groups
        ),
    )
    must_say(work, expected)


def _must_not_refer(id: str, by: Iterable[str], cites: Iterable[Citation], gone: Gone) -> None:
    if not set(by).isdisjoint(gone.speakers) or not {it.source for it in cites}.isdisjoint(gone.sources):
        raise RefusedError(f"`{id}` refers to it", "take that out by hand")


def _without_references(claim: Claim, gone: Gone) -> Claim:
    return replace(
        claim,
        answers=tuple(it for it in claim.answers if it not in gone.questions),
        by=tuple(it for it in claim.by if it not in gone.speakers),
        cites=tuple(it for it in claim.cites if it.source not in gone.sources),
    )


def _left_of_claim(claim: Claim, gone: Gone) -> dict[str, object]:
    """The fields of a claim that change, as they are typed then."""
    left = _without_references(claim, gone)
    found: dict[str, object] = {}
    for name in ("answers", "by"):
        if getattr(left, name) != getattr(claim, name):
            found[name] = one(getattr(left, name)) if getattr(left, name) else None
    if left.cites != claim.cites:
        found["cites"] = one(shown_citations(left.cites)) if left.cites else None
    return found


def _set(work: Work, claim: Claim, fields: dict[str, object]) -> None:
    reading = work.reading
    entry = reading.named(claim.id)[0]
    changes: list[Change] = []
    for item in reading.places(entry):
        braces = item.element.braces
        value = braces.value if braces is not None else None
        here = {name: it for name, it in fields.items() if isinstance(value, dict) and name in value}
        if here:
            changes += in_braces(reading, braces, item.element.place.end, here)
    work.apply(changes)


def _take_own(draft: Draft, paths: list[tuple[str, str]]) -> None:
    own = own_fields(draft)
    take_out(draft, [(*own, *path) for path in paths], stays=lambda path: not path or path[-1] == OWN)
