"""Every semantics and every question against the definitions, on all small frameworks and on many by chance."""

import random
from dataclasses import replace
from itertools import product

import pytest

from argmap.frameworks.framework import Framework
from argmap.semantics.acceptance import ACCEPTANCE, Occurs
from argmap.semantics.framework.budget import Budget
from tests.oracles import Oracle

LABELS = {"in": Occurs.IN, "out": Occurs.OUT, "undecided": Occurs.UNDECIDED}


def every_framework(size):
    pairs = list(product(range(size), repeat=2))
    for chosen in product([False, True], repeat=len(pairs)):
        yield size, [pair for pair, is_there in zip(pairs, chosen, strict=True) if is_there]


def by_chance(number, seed, smallest, largest):
    source = random.Random(seed)
    for _ in range(number):
        size = source.randint(smallest, largest)
        density = source.choice([0.1, 0.2, 0.3, 0.5])
        loops = source.choice([0.0, 0.1, 0.3])
        yield (
            size,
            [
                (a, b)
                for a in range(size)
                for b in range(size)
                if source.random() < (loops if a == b else density * min(1.0, 4 / size))
            ],
        )


def agree(size, attacks, *, asked=None, steps=None):
    """Ask everything about the framework; about single arguments those `asked`, by default all."""
    framework, oracle = Framework.of(size, attacks), Oracle(size, attacks)
    for name, listed in ACCEPTANCE.items():
        semantics = listed if steps is None else replace(listed, steps=steps)
        expected = oracle.extensions(name)
        found = list(semantics.extensions(framework, Budget()))
        case = (name, size, attacks)
        assert len(found) == len(set(found)), case
        assert set(found) == expected, case
        assert semantics.count(framework, Budget()) == len(expected), case
        one = semantics.one(framework, Budget())
        assert one in expected if expected else one is None, case
        occurring = semantics.occurring(framework, Budget())
        assert len(occurring) == size
        for argument in range(size):
            seen = Occurs.NEVER
            for extension in expected:
                seen |= LABELS[oracle.label(extension, argument)]
            assert occurring[argument] == seen, (*case, argument)
        for argument in range(size) if asked is None else asked:
            holding = semantics.with_argument(framework, argument, Budget())
            assert (holding is not None) == any(argument in extension for extension in expected), (*case, argument)
            assert holding is None or (holding in expected and argument in holding), (*case, argument)
            lacking = semantics.without_argument(framework, argument, Budget())
            assert (lacking is not None) == any(argument not in extension for extension in expected), (*case, argument)
            assert lacking is None or (lacking in expected and argument not in lacking), (*case, argument)


@pytest.mark.parametrize("size", [0, 1, 2, 3])
def test_all_frameworks_of_up_to_three_arguments(size):
    for case in every_framework(size):
        agree(*case)


@pytest.mark.parametrize("seed", range(5))
def test_larger_frameworks_by_chance(seed):
    for number, (size, attacks) in enumerate(by_chance(500, seed, smallest=4, largest=6)):
        agree(size, attacks, asked=[number % size])
    for number, (size, attacks) in enumerate(by_chance(100, seed, smallest=7, largest=8)):
        agree(size, attacks, asked=[number % size])


@pytest.mark.parametrize("size", [1, 2])
def test_all_tiny_frameworks_with_the_solver_alone(size):
    for case in every_framework(size):
        agree(*case, steps=0)


def test_frameworks_by_chance_with_the_solver_alone():
    for case in by_chance(60, seed=2, smallest=3, largest=6):
        agree(*case, asked=[2], steps=0)
