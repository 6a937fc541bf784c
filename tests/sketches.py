"""Small maps and their relations in one line each, for tests of how they are drawn."""

from collections.abc import Sequence

from hypothesis import strategies as st

from argmap.core.model import (
    ArgumentMap,
    Claim,
    ClaimKind,
    Group,
    Question,
    Relation,
    RelationKind,
    relation_name,
)

_SIGNS = {"+": RelationKind.SUPPORT, "-": RelationKind.ATTACK, "x": RelationKind.CONFLICT}
_ANSWERS = st.sampled_from([(), (), ("q",)])
_NAMES = {kind: sign for sign, kind in _SIGNS.items()}


def sketch(claims: str, *relations: str, groups: Sequence[Group] = ()) -> ArgumentMap:
    """Make a map of one-word claims.

    Args:
        claims: Ids; one with `~` before it is hidden, one with a capital letter is an argument.
        relations: `a & b + c` supports, `a - b` attacks, `a x b` is in conflict; with a name before it as
            `step: a + b`, and with the argument that it is a step of after it as `a + b @ A`.
        groups: Its groups.
    """
    made = tuple(
        Claim(
            word.lstrip("~"),
            f"Text of {word.lstrip('~')}.",
            kind=ClaimKind.ARGUMENT if word.lstrip("~")[0].isupper() else ClaimKind.CLAIM,
            hidden=word.startswith("~"),
        )
        for word in claims.split()
    )
    return ArgumentMap(claims=made, relations=tuple(map(_relation, relations)), groups=tuple(groups))


def _relation(text: str) -> Relation:
    rest, _, argument = text.partition(" @ ")
    name, colon, words = rest.rpartition(": ")
    *premises, sign, target = (words if colon else rest).replace("&", " ").split()
    ends = tuple(premises)
    return Relation(
        name or relation_name(ends, target), _SIGNS[sign], ends, target, bool(name), argument=argument or None
    )


def told(map: ArgumentMap) -> list[str]:
    """The relations of a map as `sketch` takes them, without names."""
    return [f"{' & '.join(item.premises)} {_NAMES[item.kind]} {item.target}" for item in map.relations]


@st.composite
def sketches(draw: st.DrawFn) -> ArgumentMap:
    """A map of a few claims, some hidden, with relations of all kinds, and groups that may be closed or hidden."""
    ids = [f"a{number}" for number in range(draw(st.integers(0, 7)))]
    claims = tuple(
        Claim(key, key, kind=draw(st.sampled_from(ClaimKind)), hidden=draw(st.booleans()), answers=draw(_ANSWERS))
        for key in ids
    )
    relations: dict[str, Relation] = {}
    for number in range(draw(st.integers(0, 9)) if ids else 0):
        kind = draw(st.sampled_from(RelationKind))
        most = 1 if kind is RelationKind.CONFLICT else 3
        premises = tuple(draw(st.lists(st.sampled_from(ids), min_size=1, max_size=most, unique=True)))
        target = draw(st.sampled_from([*ids, *relations, f"r{number}"] if kind is RelationKind.ATTACK else ids))
        if any(item.premises == premises and item.target == target for item in relations.values()):
            continue
        argument = draw(st.sampled_from([None, *(claim.id for claim in claims if claim.kind is ClaimKind.ARGUMENT)]))
        relations[f"r{number}"] = Relation(f"r{number}", kind, premises, target, True, argument=argument)
    names = [f"g{number}" for number in range(draw(st.integers(0, 4)))]
    groups = tuple(
        Group(
            name,
            name,
            tuple(draw(st.lists(st.sampled_from([*ids, "q"]), max_size=3, unique=True))),
            draw(st.sampled_from([None, *names])),
            closed=draw(st.booleans()),
            hidden=draw(st.booleans()),
        )
        for name in names
    )
    return ArgumentMap(
        claims=claims, relations=tuple(relations.values()), questions=(Question("q", "Why?"),), groups=groups
    )
