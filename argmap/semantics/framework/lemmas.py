"""What a preferred extension cannot leave out, learned from sets that were not preferred."""

from collections.abc import Iterator

from argmap.frameworks.framework import Framework
from argmap.semantics.framework.theory import ANY, IN, OUT, Clause, Labels


def additions(framework: Framework, labels: Labels, better: Labels) -> Iterator[Clause]:
    """Say why a complete labelling is not preferred, in clauses that hold in every preferred one.

    A small group of arguments is in after, and not in before. Any admissible set can be joined with the group if no
    neighbour of the group is in it and each attacker of the group is out or attacked by the group itself; so in a
    preferred extension the group is in, or one of these conditions fails. The clauses speak of the neighbourhood of the
    group alone, and so rule out a great many other sets as well.

    Args:
        framework: The framework.
        labels: A complete labelling.
        better: A complete labelling that is the same for what is in or out before.
    """
    fresh = {argument for argument, label in enumerate(better) if label == IN and labels[argument] != IN}
    grouped: set[int] = set()
    for seed in sorted(fresh):
        if seed not in grouped:
            group = _group(framework, labels, fresh, seed)
            grouped.update(group)
            conditions = _conditions(framework, group)
            for argument in group:
                yield [(argument, IN), *conditions]


def _group(framework: Framework, labels: Labels, fresh: set[int], seed: int) -> list[int]:
    """Arguments out of the fresh ones that defend each other and the seed against all that is not out before."""
    group = [seed]
    attacked = set(framework.targets[seed])
    for argument in group:
        for attacker in framework.attackers[argument]:
            if labels[attacker] != OUT and attacker not in attacked:
                helper = min(fresh.intersection(framework.attackers[attacker]))
                group.append(helper)
                attacked.update(framework.targets[helper])
    return group


def _conditions(framework: Framework, group: list[int]) -> Clause:
    """Literals of which one holds whenever an admissible set cannot be joined with the group."""
    targets = {target for argument in group for target in framework.targets[argument]}
    attackers = {attacker for argument in group for attacker in framework.attackers[argument]}
    return [
        *((argument, ANY ^ OUT) for argument in sorted(attackers - targets)),
        *((argument, IN) for argument in sorted(targets)),
    ]
