"""Every semantics against its published form, written down once more and plainly, on graphs made by chance."""

from functools import reduce
from math import exp, log
from random import Random

import pytest

from tests.unit.semantics.strength.graphs import graph, solved

NAMES = ["df-quad", "quadratic-energy", "euler", "mlp", "h-categoriser"]


def df_quad(base, supports, attacks):
    joined = lambda forces: reduce(lambda one, other: one + other - one * other, forces, 0.0)  # noqa: E731
    con, pro = joined(attacks), joined(supports)
    return base - base * abs(pro - con) if con >= pro else base + (1 - base) * abs(pro - con)


def quadratic_energy(base, supports, attacks):
    impact = lambda x: max(x, 0) ** 2 / (1 + max(x, 0) ** 2)  # noqa: E731
    energy = sum(supports) - sum(attacks)
    return base - base * impact(-energy) + (1 - base) * impact(energy)


def euler(base, supports, attacks):
    return 1 - (1 - base**2) / (1 + base * exp(sum(supports) - sum(attacks)))


def mlp(base, supports, attacks):
    if base in (0, 1):
        return base
    return 1 / (1 + exp(-(log(base / (1 - base)) + sum(supports) - sum(attacks))))


def h_categoriser(base, supports, attacks):
    return base / (1 + sum(attacks))


PUBLISHED = dict(zip(NAMES, [df_quad, quadratic_energy, euler, mlp, h_categoriser], strict=True))


def random_graph(random, acyclic):
    """Scores, attacks and supports; no pair of claims is in both."""
    size = random.randint(1, 12)
    names = [f"n{number}" for number in range(size)]
    random.shuffle(names)
    scores = {name: random.choice([0.0, 1.0, random.random(), random.random()]) for name in names}
    pairs = {}
    for _ in range(random.randint(0, 3 * size)):
        source, target = random.randrange(size), random.randrange(size)
        if source > target or not acyclic:
            pairs[names[source], names[target]] = random.random() < 0.5
    sides = [[pair for pair, side in pairs.items() if side is wanted] for wanted in (True, False)]
    return scores, *sides


def forces_on(target, pairs, known):
    return [known[source] for source, other in pairs if other == target]


@pytest.mark.parametrize("name", NAMES)
def test_acyclic_graphs(name):
    random = Random(f"acyclic {name}")
    for _ in range(150):
        scores, attacks, supports = random_graph(random, acyclic=True)

        def strength(target, scores=scores, attacks=attacks, supports=supports):
            known = {source: strength(source) for source, other in (*attacks, *supports) if other == target}
            forces = forces_on(target, supports, known), forces_on(target, attacks, known)
            return PUBLISHED[name](scores[target], *forces)

        found, convergence = solved(graph(scores, attacks=attacks, supports=supports), name)
        assert convergence.method == "one pass"
        assert {claim: found[claim] for claim in scores} == pytest.approx(
            {claim: strength(claim) for claim in scores}, abs=1e-12
        )


@pytest.mark.parametrize("name", NAMES)
def test_graphs_with_circles(name):
    """What counts as converged is a fixpoint, and the one that plain iteration of the whole graph runs into."""
    random = Random(f"circles {name}")
    methods = []
    for _ in range(80):
        scores, attacks, supports = random_graph(random, acyclic=False)

        def step(known, scores=scores, attacks=attacks, supports=supports):
            return {
                claim: PUBLISHED[name](base, forces_on(claim, supports, known), forces_on(claim, attacks, known))
                for claim, base in scores.items()
            }

        found, convergence = solved(graph(scores, attacks=attacks, supports=supports), name)
        methods.append(convergence.method)
        known = {claim: found[claim] for claim in scores}
        residual = max(abs(value - known[claim]) for claim, value in step(known).items())
        assert residual == pytest.approx(convergence.residual, abs=1e-12)
        assert convergence.converged == (convergence.residual <= 1e-9)
        if convergence.method == "iteration":
            plain = scores
            for _ in range(convergence.iterations + len(scores)):  # what hangs on a circle comes after it
                plain = step(plain)
            assert known == pytest.approx(plain, abs=1e-6)
    assert methods.count("iteration") > 40
