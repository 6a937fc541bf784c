"""Small maps from scores and arrows, and the shortest way to their strengths."""

from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind, relation_name
from argmap.semantics.framework.budget import Budget
from argmap.semantics.strength import STRENGTH
from argmap.semantics.strength.solve import solve

SUPPORT, ATTACK, CONFLICT = RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.CONFLICT


def arrow(kind, premises, target, weight=None, name=None):
    """A relation; `premises` is one id, or several with blanks between them."""
    ids = tuple(premises.split())
    return Relation(name or f"{kind} {relation_name(ids, target)}", kind, ids, target, weight=weight)


def graph(scores, *relations, attacks=(), supports=()):
    """A map of claims with these base scores; arrows as relations, or as pairs in `attacks` and `supports`."""
    return ArgumentMap(
        claims=tuple(Claim(name, f"Claim {name}", score=score) for name, score in scores.items()),
        relations=(
            *relations,
            *(arrow(ATTACK, *pair) for pair in attacks),
            *(arrow(SUPPORT, *pair) for pair in supports),
        ),
    )


def solved(argument_map, name, pinned=None, budget=None):
    return solve(argument_map, STRENGTH[name], pinned=pinned or {}, budget=budget or Budget())


def strengths(argument_map, name="df-quad", pinned=None):
    """Strengths and forces by id, of a map that must have an answer."""
    found, convergence = solved(argument_map, name, pinned)
    assert convergence.converged
    return found


def ring(layers, width, score, first_score):
    """Layers of claims, each claim attacking all of the next layer, the last layer the first."""
    claims = {f"{layer}.{place}": score if layer else first_score for layer in range(layers) for place in range(width)}
    attacks = [
        (f"{layer}.{place}", f"{(layer + 1) % layers}.{other}")
        for layer in range(layers)
        for place in range(width)
        for other in range(width)
    ]
    return graph(claims, attacks=attacks)
