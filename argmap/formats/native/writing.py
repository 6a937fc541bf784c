"""A map as a file of argmap's own format in YAML, with the short forms that a person would choose."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from argmap.core.model import (
    ArgumentMap,
    Claim,
    ClaimKind,
    Group,
    Relation,
    RelationKind,
    relation_name,
)
from argmap.formats.data import display
from argmap.formats.native.short_forms import alone, citations, entries, one, remarks, said, share, standing_apart
from argmap.formats.native.yaml_text import Free, Open, OpenFree, Rows, block

INLINE = {RelationKind.SUPPORT: "supports", RelationKind.ATTACK: "attacks", RelationKind.CONFLICT: "conflicts"}
"""The field of a claim in which its relations of a kind stand."""


def write(argument_map: ArgumentMap) -> str:
    """Return the map as YAML. Reading it again gives an equal map, with everything in the same order.

    Relations stand in the claim that is their first premise, up to the first one that cannot stand there in its turn:
    that one and all after it form a list of their own.
    """
    parts = (part for part in _parts(argument_map) if part)
    return "\n".join("".join(f"{line}\n" for line in block(part)) for part in parts)


def _parts(given: ArgumentMap) -> Iterator[dict[str, Any]]:
    """What a blank line stands between."""
    names = _names(given.relations)
    inline, apart = _divided(given)
    yield said(argmap=1, title=given.title, description=given.description, language=given.language)
    yield entries("sources", given.sources, "title", "author", "date", "link", "text", "paragraphs")
    yield entries("speakers", given.speakers, "name", "role", "link")
    yield entries("questions", given.questions, "text", "title", "cites", "tags", "note")
    yield said(
        claims=Open(
            {item.id: claim_entry(item, _inline_fields(inline.get(item.id, ()), names)) for item in given.claims}
        )
    )
    yield said(relations=Rows(standing_apart(item, names[number]) for number, item in apart))
    yield said(groups=Open({item.id: group_entry(item) for item in given.groups}))
    yield said(display=Open(display(given.display)))
    yield said(data=OpenFree(given.data))


def claim_entry(item: Claim, relations: dict[str, Any]) -> Any:
    """A claim as it is typed, with the fields for its relations."""
    is_argument = item.kind is ClaimKind.ARGUMENT
    fields = said(
        text=None if is_argument and item.title and not item.text else item.text,
        title=item.title,
        kind=item.kind.value if is_argument else None,
        answers=one(item.answers),
        by=one(item.by),
        cites=citations(item.cites),
        implicit=item.implicit or None,
        score=share(item.score),
        assumed=item.assumed,
        tags=one(item.tags),
        note=item.note,
        link=item.link,
        restatements=one(item.restatements),
        hidden=item.hidden or None,
        colour=item.colour,
        **relations,
        data=Free(item.data),
    )
    return alone(fields, "text")


def _names(relations: Iterable[Relation]) -> list[str | None]:
    """The ids to write: none where the reader makes the same one up."""
    names: list[str | None] = []
    seen: dict[str, int] = {}
    for item in relations:
        made_up = relation_name(item.premises, item.target)
        if not item.named:
            seen[made_up] = seen.get(made_up, 0) + 1
            made_up = made_up if seen[made_up] == 1 else f"{made_up} ({seen[made_up]})"
        names.append(item.id if item.named or item.id != made_up else None)
    return names


_Numbered = list[tuple[int, Relation]]


def _divided(given: ArgumentMap) -> tuple[dict[str, _Numbered], _Numbered]:
    """Relations by the claim that they stand in, and those that stand apart, numbered in the order of the map.

    The reader takes first those in claims, claim by claim, those of one kind together; so that is what may stand there.
    """
    places = {claim.id: number for number, claim in enumerate(given.claims)}
    relations = list(enumerate(given.relations))
    inline: dict[str, _Numbered] = {}
    last = -1
    for number, item in relations:
        place = places.get(item.premises[0], -1) if item.premises else -1
        if place < last or place < 0 or (item.kind is RelationKind.CONFLICT and len(item.premises) > 1):
            return inline, relations[number:]
        before = inline.setdefault(item.premises[0], [])
        if before and before[-1][1].kind is not item.kind and any(it.kind is item.kind for _, it in before):
            return inline, relations[number:]
        before.append((number, item))
        last = place
    return inline, []


def _inline_fields(relations: Iterable[tuple[int, Relation]], names: Sequence[str | None]) -> dict[str, Any]:
    """`supports`, `attacks` and `conflicts` of a claim, in the order in which its relations come."""
    found: dict[str, list[Any]] = {}
    for number, item in relations:
        found.setdefault(INLINE[item.kind], []).append(inline_form(item, names[number]))
    return {key: one(forms) for key, forms in found.items()}


def inline_form(item: Relation, name: str | None) -> Any:
    """A relation as it is typed in the claim that is its first premise; `name` is the id to be typed, or None."""
    form = said(to=item.target, **{"with": list(item.premises[1:])}, id=name, **remarks(item))
    return form["to"] if len(form) == 1 else form


def group_entry(item: Group) -> Any:
    """A group as it is typed."""
    fields = said(
        title=item.title if item.title != item.id else None,
        members=list(item.members),
        parent=item.parent,
        note=item.note,
        tags=one(item.tags),
        closed=item.closed or None,
        hidden=item.hidden or None,
        colour=item.colour,
        data=Free(item.data),
    )
    return alone(fields, "members") if fields else []
