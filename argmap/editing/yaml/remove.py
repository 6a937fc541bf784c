"""Things taken out of a map, if nothing hangs on them or what does may go as well."""

from collections.abc import Iterable

from argmap.core.model import ArgumentMap, Claim, Question, Relation
from argmap.editing.base import Edits, RefusedError
from argmap.editing.operations import Remove
from argmap.editing.yaml.cutting import Cut, cut_out
from argmap.editing.yaml.draft import Draft
from argmap.editing.yaml.names import relation_of, unknown
from argmap.formats.native.build import normal_id


def remove(argument_map: ArgumentMap, operation: Remove) -> Edits:
    """Take things out; see `Remove` for what goes with them and what is refused."""
    assert argument_map.origin is not None
    cut = _named(argument_map, operation.ids)
    relations = _hanging(argument_map, cut)
    if not operation.with_relations:
        _refuse(argument_map, cut, relations)
    draft = Draft(argument_map.origin)
    cut_out(draft, argument_map, Cut(cut.claims, relations, cut.questions, cut.groups, cut.speakers, cut.sources))
    return Edits(draft.edits())


def _named(argument_map: ArgumentMap, ids: Iterable[str]) -> Cut:
    """What the ids are the ids of; of a claim and a speaker of one name the claim is meant."""
    found: dict[str, set[str]] = {
        name: set() for name in ("claims", "relations", "questions", "groups", "speakers", "sources")
    }
    for typed in ids:
        name = normal_id(typed)
        relation = relation_of(argument_map, typed)
        if relation is not None and name not in argument_map.claim:
            found["relations"].add(relation.id)
            continue
        kind = next((kind for kind in found if name in getattr(argument_map, kind.removesuffix("s"))), None)
        if kind is None:
            known = [known for kind in found for known in getattr(argument_map, kind.removesuffix("s"))]
            raise unknown(typed, "thing", known)
        found[kind].add(name)
    return Cut(**found)


def _hanging(argument_map: ArgumentMap, cut: Cut) -> set[str]:
    """Relations that are gone if these things are: again and again what undercuts one of them."""
    gone = {
        item.id
        for item in argument_map.relations
        if item.id in cut.relations or not {*item.premises, item.target, item.argument}.isdisjoint(cut.claims)
    }
    while more := {item.id for item in argument_map.relations if item.target in gone} - gone:
        gone |= more
    return gone


def _refuse(argument_map: ArgumentMap, cut: Cut, relations: set[str]) -> None:
    """Refuse to take out what something that stays hangs on."""
    advice = "`--with-relations` takes out what hangs on it, too"
    more = [item for item in argument_map.relations if item.id in relations and item.id not in cut.relations]
    if more:
        raise RefusedError(f"{_reason(more[0], cut)}{_further(len(more) - 1)}", advice, more[0].spans.get("relation"))
    staying = [item for item in argument_map.claims if item.id not in cut.claims]
    kept = [item for item in argument_map.relations if item.id not in relations]
    for claim in staying:
        for name in claim.answers:
            if name in cut.questions:
                raise RefusedError(f"`{claim.id}` answers `{name}`", advice, claim.spans.get("answers"))
    holders: list[Claim | Relation] = [*staying, *kept]
    for holder in holders:
        for name in holder.by:
            if name in cut.speakers:
                raise RefusedError(f"`{holder.id}` is by `{name}`", advice, holder.spans.get("by"))
    asked = [item for item in argument_map.questions if item.id not in cut.questions]
    citers: list[Claim | Relation | Question] = [*staying, *kept, *asked]
    for citing in citers:
        for place in citing.cites:
            if place.source in cut.sources:
                raise RefusedError(f"`{citing.id}` cites `{place.source}`", advice, citing.spans.get("cites"))


def _reason(relation: Relation, cut: Cut) -> str:
    name = next((it for it in (*relation.premises, relation.target, relation.argument) if it in cut.claims), None)
    if name is None:
        return f"`{relation.id}` undercuts `{relation.target}`"
    if name in relation.premises:
        return f"`{name}` has a relation to `{relation.target}`"
    return f"`{relation.id}` is a relation of `{name}`"


def _further(number: int) -> str:
    return "" if not number else f", and {number} more {'hangs' if number == 1 else 'hang'} on it"
