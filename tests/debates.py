"""Small maps made by chance for evaluation, and what the definitions say of them, worked out by trying everything."""

from itertools import product

from hypothesis import strategies as st

from argmap.core.labelling import Label
from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind

VALUES = (Label.OUT, Label.UNDECIDED, Label.IN)
"""From least to greatest."""
_NOT = {Label.OUT: Label.IN, Label.UNDECIDED: Label.UNDECIDED, Label.IN: Label.OUT}


def least(values):
    return min(values, key=VALUES.index)


def greatest(values):
    return max(values, key=VALUES.index)


def debate(claims, *relations, assumed=None, scores=None):
    """A map from terse words: `a > b` supports, `a ! b` attacks, `a + b > c` is linked, `a = b` conflicts.

    A relation gets its words as its id, so that `u ! a > b` undercuts the relation `a > b`.
    """
    made = []
    for words in relations:
        sign = next(sign for sign in "!>=" if f" {sign} " in words)
        left, right = words.split(f" {sign} ", 1)
        kind = {">": RelationKind.SUPPORT, "!": RelationKind.ATTACK, "=": RelationKind.CONFLICT}[sign]
        made.append(Relation(words, kind, tuple(left.split(" + ")), right, named=True))
    return ArgumentMap(
        claims=tuple(
            Claim(name, f"Claim {name}.", assumed=(assumed or {}).get(name), score=(scores or {}).get(name))
            for name in claims
        ),
        relations=tuple(made),
    )


@st.composite
def debates(draw, max_claims=5, max_relations=6, kinds=tuple(RelationKind), undercuts=True):
    """A map of a few claims with every kind of relation; undercuts end on earlier relations, so none is circular."""
    names = "abcdefgh"[: draw(st.integers(1, max_claims))]
    made = []
    for number in range(draw(st.integers(0, max_relations))):
        kind = draw(st.sampled_from(kinds))
        most = 1 if kind is RelationKind.CONFLICT else 2
        premises = tuple(draw(st.lists(st.sampled_from(names), min_size=1, max_size=most, unique=True)))
        steps = [item.id for item in made] if undercuts and kind is RelationKind.ATTACK else []
        target = draw(st.sampled_from([*names, *steps]))
        if kind is RelationKind.CONFLICT and target == premises[0]:
            continue
        made.append(Relation(f"r{number}", kind, premises, target, named=True))
    claims = tuple(
        Claim(name, f"Claim {name}.", assumed=draw(st.none() | st.booleans()) if draw(st.booleans()) else None)
        for name in names
    )
    return ArgumentMap(claims=claims, relations=tuple(made))


def founded(map):
    """Ids of founded claims, by going round until nothing changes."""
    found = set(assumed(map))
    while True:
        more = {
            item.target
            for item in map.relations
            if item.kind is RelationKind.SUPPORT and found.issuperset(item.premises)
        }
        if more <= found:
            return found
        found |= more


def assumed(map):
    """Ids of assumed claims."""
    supported = {item.target for item in map.relations if item.kind is RelationKind.SUPPORT}
    return {claim.id for claim in map.claims if (claim.id not in supported if claim.assumed is None else claim.assumed)}


def complete_labellings(map):
    """Every fixpoint of the definition, by trying every labelling of the claims."""
    return [labels for labels in _candidates(map) if _is_fixpoint(map, labels)]


def _candidates(map):
    names = [claim.id for claim in map.claims]
    for values in product(VALUES, repeat=len(names)):
        claims = dict(zip(names, values, strict=True))
        yield claims, _steps(map, claims)


def _steps(map, claims):
    """The value of each relation, from which end it may come: (from its premises, of a conflict from its target)."""
    values = {}

    def of(item):
        if item.id not in values:
            stops = [
                _NOT[of(other)[0]]
                for other in map.relations
                if other.kind is RelationKind.ATTACK and other.target == item.id
            ]
            values[item.id] = (
                least([*(claims[premise] for premise in item.premises), *stops]),
                least([claims[item.target], *stops]) if item.kind is RelationKind.CONFLICT else Label.OUT,
            )
        return values[item.id]

    for relation in map.relations:
        of(relation)
    return values


def _is_fixpoint(map, labels):
    claims, steps = labels
    stand_alone, reached = assumed(map), founded(map)
    for claim in map.claims:
        supports = [
            steps[item.id][0] for item in map.relations if item.kind is RelationKind.SUPPORT and item.target == claim.id
        ]
        value = Label.IN if claim.id in stand_alone else greatest([Label.OUT, *supports])
        if claim.id not in reached:
            value = Label.OUT
        against = []
        for item in map.relations:
            if item.kind is not RelationKind.SUPPORT and item.target == claim.id:
                against.append(_NOT[steps[item.id][0]])
            if item.kind is RelationKind.CONFLICT and item.premises[0] == claim.id:
                against.append(_NOT[steps[item.id][1]])
        if claims[claim.id] is not least([value, *against]):
            return False
    return True


def shown(labels):
    """A labelling of the oracle as an evaluation gives it."""
    claims, steps = labels
    return {**claims, **{name: greatest(pair) for name, pair in steps.items()}}


def decided(labels):
    """What a labelling decides: its claims that are not undecided, with their labels."""
    return {(name, value) for name, value in labels[0].items() if value is not Label.UNDECIDED}
