"""The sentences about circles: which one it is, and why nothing settles it."""

from argmap.core.explanation import Circle, Tangle
from argmap.core.model import RelationKind
from argmap.reporters.answers.prose import Names, Words, listed, sentence

_TAILS = {
    Tangle.SUPPORT_CIRCLE: ", and no other support of them holds",
    Tangle.ODD_CIRCLE: "; with an odd number of attacks, whatever stood in this circle would bring itself down",
    Tangle.EVEN_CIRCLE: "; nothing settles which side of this circle gives way",
}


def unsettled(circle: Circle, names: Names, seen_from: str | None = None) -> Words:
    """Which circle it is, and why nothing settles it; the claim it is seen from is called `it`."""
    claims = circle.claims
    is_own = bool(claims) and claims[0] == seen_from
    if circle.tangle is Tangle.SELF_ATTACK:
        return sentence(
            "it" if is_own else names.claim(claims[0]), " attacks itself, so that it can neither stand nor fall"
        )
    if circle.tangle is not Tangle.MUTUAL_ATTACK:
        return sentence(round_about(circle, names), _TAILS[circle.tangle])
    one, other = sentence("it") if is_own else names.claim(claims[0]), names.claim(claims[1])
    tail = ", and nothing settles which of the two gives way"
    if {names.map.relation[name].kind for name in circle.relations} != {RelationKind.CONFLICT}:
        return sentence(one, " and ", other, " attack each other", tail)
    if is_own:
        return sentence("it is in conflict with ", other, tail)
    return sentence(one, " and ", other, " are in conflict", tail)


def round_about(circle: Circle, names: Names) -> Words:
    """The circle step by step: `A attacks B and B attacks A`."""
    deeds, place = [], 0
    for name in circle.relations:
        relation = names.map.relation[name]
        here = circle.claims[place % len(circle.claims)] if circle.claims else None
        deeds.append(names.deed(name, here))
        place += here in (*relation.premises, relation.target)
    return listed(deeds)
