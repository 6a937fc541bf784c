"""One claim made of two that say the same: both get one title."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from argmap.core.ids import slug
from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.editing.argdown import meant
from argmap.editing.argdown.claim_fields import home
from argmap.editing.argdown.data import in_braces, in_front
from argmap.editing.argdown.facts import must_say
from argmap.editing.argdown.names import names_in
from argmap.editing.argdown.remove import out_of_settings
from argmap.editing.argdown.removing import cut_relations
from argmap.editing.argdown.rename import edited_names, first_titles
from argmap.editing.argdown.values import shown_citations
from argmap.editing.argdown.wording import named
from argmap.editing.argdown.work import Change, Work
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Merge
from argmap.formats.argdown.debate.model import Argument
from argmap.formats.argdown.to_map.carried import KEY
from argmap.formats.argdown.to_map.entries import Entry
from argmap.formats.native.short_forms import one, share

T = TypeVar("T")
_SINGLES = ("score", "assumed", "note", "link", "colour")


def merge(argument_map: ArgumentMap, operation: Merge) -> Edits:
    """Make one claim of two: what was called by the one title is called by the other.

    Both wordings stay where they stand. If they differ, the one that is taken gets `isCanonical: true`.

    Raises:
        RefusedError: One attacks the other, one is an argument and the other a statement, or the one to keep has no
            title.
    """
    work = Work(argument_map)
    kept_id, kept = meant.claim(work.reading, argument_map, operation.kept)
    gone_id, gone = meant.claim(work.reading, argument_map, operation.gone)
    if kept is gone:
        raise RefusedError(f"`{operation.kept}` and `{operation.gone}` are one claim already")
    if isinstance(kept, Argument) is not isinstance(gone, Argument):
        raise RefusedError("one of the two is an argument and the other a statement", "write both in the same brackets")
    if not kept.is_titled and not gone.is_titled:
        named(kept)
    chosen = kept_id if operation.text is None else meant.claim(work.reading, argument_map, operation.text)[0]
    if chosen not in (kept_id, gone_id):
        raise RefusedError(f"`{operation.text}` is neither of the two")
    between = list(_between(argument_map, kept_id, gone_id))
    if between:
        cut_relations(work, between)
        less = tuple(it for it in argument_map.relations if it not in between)
        must_say(work, replace(argument_map, relations=less))
        work.notes.append("the support of one by the other is gone")
        kept_id, kept = _again(work, kept)
        gone_id, gone = _again(work, gone)
    one_claim, other = work.map.claim[kept_id], work.map.claim[gone_id]
    united = _united(one_claim, other, chosen == gone_id and chosen != kept_id)
    title = (
        gone.title
        if gone.is_titled and (not kept.is_titled or (one_claim.title is None and other.title))
        else kept.title
    )
    united = replace(united, title=(one_claim.title or other.title) if work.reading.has_fields else title)
    expected = _expected(work.map, united, other)
    _unite(work, kept, gone, united, other, title=title)
    _notes(work, one_claim, other)
    _check(work, expected, united)
    return work.edits()


def _again(work: Work, entry: Entry) -> tuple[str, Entry]:
    """The same statement or argument in the text as it is by now.

    Raises:
        RefusedError: It has no title, and several say what it says.
    """
    known = work.reading.debate.arguments if isinstance(entry, Argument) else work.reading.debate.statements
    if entry.is_titled:
        return work.reading.ids[known[entry.title]], known[entry.title]
    words = home_text(entry)
    same = [it for it in known.values() if not it.is_titled and it.canonical and it.canonical.plain == words]
    if len(same) > 1:
        raise RefusedError(f"{len(same)} statements without a title say the same", "give the one that you mean a title")
    return work.reading.ids[same[0]], same[0]


def _between(argument_map: ArgumentMap, kept: str, gone: str) -> Iterator[Relation]:
    """The support of one by the other.

    Raises:
        RefusedError: There is another relation between the two.
    """
    for item in argument_map.relations:
        if (kept in item.premises and item.target == gone) or (gone in item.premises and item.target == kept):
            if item.kind is not RelationKind.SUPPORT:
                raise RefusedError(f"`{kept}` and `{gone}` speak against each other", f"take `{item.id}` out first")
            if any(it.target == item.id for it in argument_map.relations):
                raise RefusedError(f"`{item.id}` is undercut", "take that out first")
            yield item


def _united(kept: Claim, gone: Claim, is_other: bool) -> Claim:
    wording, rest = (gone.text, kept.text) if is_other else (kept.text, gone.text)
    if not wording:
        wording, rest = rest, wording
    more = (it for it in (*kept.restatements, *gone.restatements, rest) if it and it != wording)
    return replace(
        kept,
        text=wording,
        answers=_each_once((*kept.answers, *gone.answers)),
        by=_each_once((*kept.by, *gone.by)),
        cites=_each_once((*kept.cites, *gone.cites)),
        implicit=kept.implicit and gone.implicit,
        score=gone.score if kept.score is None else kept.score,
        assumed=gone.assumed if kept.assumed is None else kept.assumed,
        tags=_each_once((*kept.tags, *gone.tags)),
        note=gone.note if kept.note is None else kept.note,
        link=gone.link if kept.link is None else kept.link,
        restatements=_each_once(more),
        colour=gone.colour if kept.colour is None else kept.colour,
        data=_plain(kept) or _plain(gone),
    )


def _each_once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def _plain(claim: Claim) -> dict[str, Any]:
    return {key: value for key, value in claim.data.items() if key not in (KEY, "isCanonical")}


def _unite(work: Work, kept: Entry, gone: Entry, united: Claim, other: Claim, *, title: str) -> None:
    """Write one title for both, and what is said of the two in one place."""
    reading = work.reading
    changes: dict[tuple[int, int], Change] = {}
    has_words = [it.canonical is not None and bool(it.canonical.plain) for it in (kept, gone)]
    differ = all(has_words) and home_text(kept) != home_text(gone)
    chosen = home(reading, gone if home_text(gone) == united.text and home_text(kept) != united.text else kept)
    kept_home = home(reading, kept)
    for entry in (kept, gone):
        for item in reading.places(entry):
            element = item.element
            fields: dict[str, Any] = {}
            said = element.braces.value if element.braces is not None else None
            said = said if isinstance(said, dict) else {}
            if item is kept_home:
                fields |= _fields(united, said, is_own=reading.has_fields)
                if reading.has_fields and "id" not in said and slug(title) != united.id:
                    fields["id"] = united.id
                if reading.has_fields and united.title not in (None, title):
                    fields["title"] = united.title
            elif reading.has_fields or (entry is gone and _data_counts(kept)):
                fields |= dict.fromkeys(key for key in said if key not in _OF_ARGDOWN)
            if differ and item is chosen:
                fields["isCanonical"] = True
            elif "isCanonical" in said:
                fields["isCanonical"] = None
            fields = {key: value for key, value in fields.items() if value is not None or key in said}
            for change in in_braces(reading, element.braces, element.place.end, fields) if fields else ():
                changes[change.start, change.end] = change
    names = names_in(reading, work.map)
    is_set = any(it.form == "setting" and it.entry is kept for it in names)
    twice = [it for it in names if it.form == "setting" and it.entry is gone] if is_set else []
    if twice:
        changes |= {(it.start, it.end): it for it in in_front(reading, lambda draft: out_of_settings(draft, twice))}
    renamed = gone if title == kept.title and kept.is_titled else kept
    own = [it for it in names if it.entry is renamed and it not in twice]
    own += [it for it in names if it.form == "id" and it.id == other.id and it.kind == "claim" and not it.is_definition]
    told = {"title": title, "id": united.id}
    first = [*first_titles(reading, gone, title), *first_titles(reading, kept, title)]
    work.apply([*changes.values(), *edited_names(reading, own, told), *first])


_OF_ARGDOWN = ("isInMap", "isInGroup", "isCanonical", "color", "uses", "from")


def home_text(entry: Entry) -> str:
    """The words that count."""
    return entry.canonical.plain if entry.canonical else ""


def _data_counts(entry: Entry) -> bool:
    return isinstance(entry.data, dict) and bool(entry.data.keys() - {"isCanonical"})


def _fields(united: Claim, said: dict[str, Any], *, is_own: bool) -> dict[str, Any]:
    """What the braces of the claim say then, if they are to hold fields of argmap's own."""
    if not is_own:
        return {}
    cites = shown_citations(united.cites)
    return {
        "answers": one(united.answers) if united.answers else None,
        "by": one(united.by) if united.by else None,
        "cites": one(cites) if cites else None,
        "implicit": united.implicit or None,
        "score": share(united.score),
        "assumed": united.assumed,
        "note": united.note,
        "link": united.link,
        "data": dict(united.data) or None,
    } | ({"restatements": one(united.restatements)} if "restatements" in said and united.restatements else {})


def _expected(argument_map: ArgumentMap, united: Claim, gone: Claim) -> ArgumentMap:
    def other(name: str) -> str:
        return united.id if name == gone.id else name

    relations: dict[object, Relation] = {}
    for item in argument_map.relations:
        made = replace(
            item,
            premises=tuple(dict.fromkeys(map(other, item.premises))),
            target=other(item.target),
            argument=None if item.argument is None else other(item.argument),
        )
        key: object = (made.kind, frozenset(made.premises), made.target)
        if made.kind is RelationKind.CONFLICT:
            key = (made.kind, frozenset((*made.premises, made.target)))
        relations.setdefault(key if made != item else item.id, made)
    kept = {(it.kind, frozenset(it.premises), it.target): it for it in reversed(relations.values())}
    return replace(
        argument_map,
        claims=tuple(united if it.id == united.id else it for it in argument_map.claims if it.id != gone.id),
        relations=tuple(it for it in relations.values() if kept[it.kind, frozenset(it.premises), it.target] is it),
        groups=tuple(
            replace(it, members=tuple(dict.fromkeys(other(name) for name in it.members))) for it in argument_map.groups
        ),
    )


def _notes(work: Work, kept: Claim, gone: Claim) -> None:
    for name in (*_SINGLES, "data"):
        one_value, other = getattr(kept, name), getattr(gone, name)
        if name == "data":
            one_value, other = _plain(kept) or None, _plain(gone) or None
        if one_value is not None and other is not None and one_value != other:
            work.notes.append(f"they differ in `{name}`: that of `{kept.id}` stays")


def _check(work: Work, expected: ArgumentMap, united: Claim) -> None:
    """Compare, with what Argdown adds: `isCanonical`, and one heading for each claim."""
    found = work.map_now()
    by_title = {(it.kind, it.title): it for it in found.claims}
    now = by_title.get((united.kind, united.title))
    if now is not None:
        inside = {it.title for it in found.groups if now.id in it.members}
        data = {**united.data, "isCanonical": True} if "isCanonical" in now.data else united.data
        made = replace(united, data=data)
        groups = tuple(_members(it, united.id, it.title in inside) for it in expected.groups)
        if groups != expected.groups:
            work.notes.append("the claim stays under one heading only")
        expected = replace(
            expected, claims=tuple(made if it is united else it for it in expected.claims), groups=groups
        )
    must_say(work, expected)


def _members(group: Any, id: str, is_inside: bool) -> Any:
    rest = tuple(name for name in group.members if name != id)
    if (id in group.members) is is_inside:
        return group
    return replace(group, members=(*rest, id) if is_inside else rest)
