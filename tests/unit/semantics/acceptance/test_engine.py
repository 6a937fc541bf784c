"""The parts of the engine by themselves, where whole answers would rarely show a fault."""

from random import Random

from argmap.frameworks.framework import Framework
from argmap.semantics.framework.largest import largest_admissible
from argmap.semantics.framework.lemmas import additions
from argmap.semantics.framework.theory import IN, OUT, UNDECIDED
from tests.oracles import Oracle


def by_chance(number, seed, size, attacks):
    source = Random(seed)
    for _ in range(number):
        pairs = [(source.randrange(size), source.randrange(size)) for _ in range(attacks)]
        yield Framework.of(size, pairs), Oracle(size, pairs)


def labels(oracle, extension):
    names = {"in": IN, "out": OUT, "undecided": UNDECIDED}
    return bytes(names[oracle.label(extension, argument)] for argument in range(oracle.size))


def test_what_is_learned_holds_in_every_preferred_extension_and_not_where_it_was_learned():
    learned = 0
    for framework, oracle in by_chance(400, seed=1, size=8, attacks=12):
        preferred = [labels(oracle, extension) for extension in oracle.preferred()]
        for small in oracle.complete():
            for large in oracle.preferred():
                if not small < large:
                    continue
                before = labels(oracle, small)
                clauses = list(additions(framework, before, labels(oracle, large)))
                assert any(not any(before[argument] & label for argument, label in clause) for clause in clauses)
                for clause in clauses:
                    learned += 1
                    assert all(any(one[argument] & label for argument, label in clause) for one in preferred)
    assert learned > 300


def test_the_largest_admissible_set_of_what_is_allowed():
    for framework, oracle in by_chance(300, seed=2, size=7, attacks=9):
        for allowed in oracle.naive():
            inside = [one for one in oracle.admissible() if one <= allowed]
            assert largest_admissible(framework, allowed) == sorted(frozenset.union(*inside))


def test_what_is_learned_allows_for_a_defence_that_another_extension_lacks():
    # 0 and 1 exclude each other; only 0 keeps 2 from 3, and 3 keeps 4 from itself.
    pairs = [(0, 1), (1, 0), (0, 2), (2, 2), (2, 3), (3, 4), (4, 3), (4, 4)]
    framework, oracle = Framework.of(5, pairs), Oracle(5, pairs)
    assert set(oracle.preferred()) == {frozenset({0, 3}), frozenset({1})}
    before, after, other = (labels(oracle, frozenset(members)) for members in ({0}, {0, 3}, {1}))
    for clause in additions(framework, before, after):
        assert any(other[argument] & label for argument, label in clause)
