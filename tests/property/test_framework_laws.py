"""Laws that tie the semantics of acceptance together, on frameworks made by chance."""

from dataclasses import replace
from itertools import islice

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.frameworks.framework import Framework
from argmap.semantics.acceptance import ACCEPTANCE, Occurs
from argmap.semantics.framework.budget import Budget
from argmap.semantics.framework.circles import has_odd_circle

FEW = 300
"""Laws that compare whole lists of extensions are tried where there are fewer than this."""


@st.composite
def frameworks(draw, largest=30, loops=True):
    size = draw(st.integers(1, largest))
    number = draw(st.integers(0, 2 * size))
    place = st.integers(0, size - 1)
    pairs = draw(st.lists(st.tuples(place, place), min_size=number, max_size=number))
    return Framework.of(size, [(a, b) for a, b in pairs if loops or a != b])


@st.composite
def acyclic(draw, largest=30):
    size = draw(st.integers(1, largest))
    place = st.integers(0, size - 1)
    return Framework.of(size, [(a, b) for a, b in draw(st.lists(st.tuples(place, place), max_size=2 * size)) if a < b])


def every(name, framework):
    found = list(islice(ACCEPTANCE[name].extensions(framework, Budget()), FEW))
    assume(len(found) < FEW)
    return set(found)


def the(name, framework):
    return ACCEPTANCE[name].one(framework, Budget())


def attacked(framework, extension):
    return {target for argument in extension for target in framework.targets[argument]}


def is_admissible(framework, extension):
    hit = attacked(framework, extension)
    return not hit & extension and all(hit.issuperset(framework.attackers[argument]) for argument in extension)


def maximal(sets):
    return {one for one in sets if not any(one < other for other in sets)}


@given(frameworks())
def test_from_the_cautious_to_the_bold(framework):
    grounded, ideal, eager = (the(name, framework) for name in ("grounded", "ideal", "eager"))
    assert grounded <= ideal <= eager
    assert ideal <= frozenset.intersection(*every("preferred", framework))
    assert eager <= frozenset.intersection(*every("semi-stable", framework))
    assert grounded == frozenset.intersection(*every("complete", framework))


@given(frameworks())
def test_each_semantics_chooses_from_the_next(framework):
    narrow = every("stable", framework)
    for name in ("semi-stable", "preferred", "complete"):
        wide = every(name, framework)
        assert narrow <= wide
        narrow = wide
    assert all(is_admissible(framework, extension) for extension in narrow)
    assert every("stable", framework) <= every("stage", framework) <= every("naive", framework)


@given(frameworks(largest=12))
def test_the_widest_semantics(framework):
    complete, admissible = every("complete", framework), every("admissible", framework)
    conflict_free = every("conflict-free", framework)
    assert complete <= admissible <= conflict_free
    assert every("naive", framework) == maximal(conflict_free)
    assert every("preferred", framework) == maximal(admissible) == maximal(complete)


@given(frameworks())
def test_where_stable_extensions_exist_the_next_best_are_stable(framework):
    stable = every("stable", framework)
    assume(stable)
    assert every("semi-stable", framework) == stable
    assert every("stage", framework) == stable


@given(frameworks())
def test_without_odd_circles_preferred_is_stable(framework):
    assume(not has_odd_circle(framework))
    assert every("preferred", framework) == every("stable", framework)
    assert the("stable", framework) is not None


@given(acyclic())
def test_without_circles_all_agree(framework):
    grounded = the("grounded", framework)
    for name in ("preferred", "stable", "complete", "semi-stable", "stage", "ideal", "eager"):
        assert every(name, framework) == {grounded}


@given(frameworks())
def test_who_asks_for_one_argument_agrees_across_semantics(framework):
    complete, preferred = (ACCEPTANCE[name].occurring(framework, Budget()) for name in ("complete", "preferred"))
    admissible = ACCEPTANCE["admissible"].occurring(framework, Budget())
    grounded = the("grounded", framework)
    for argument in range(framework.size):
        assert complete[argument] & Occurs.IN == preferred[argument] & Occurs.IN == admissible[argument] & Occurs.IN
        assert (complete[argument] == Occurs.IN) == (argument in grounded)


@settings(max_examples=40)
@given(frameworks())
def test_the_questions_of_one_semantics_agree(framework):
    for name in ("preferred", "stable", "semi-stable", "complete", "stage", "naive"):
        semantics = ACCEPTANCE[name]
        extensions = every(name, framework)
        assert semantics.count(framework, Budget()) == len(extensions)
        occurring = semantics.occurring(framework, Budget())
        for argument, label in enumerate(occurring):
            assert bool(label & Occurs.IN) == any(argument in one for one in extensions)
            assert bool(label & Occurs.OUT) == any(argument in attacked(framework, one) for one in extensions)
            holding = semantics.with_argument(framework, argument, Budget())
            assert holding in extensions if label & Occurs.IN else holding is None
            lacking = semantics.without_argument(framework, argument, Budget())
            assert lacking in extensions if label & ~Occurs.IN else lacking is None


@settings(max_examples=25)
@given(frameworks(largest=24))
def test_backtracking_and_the_solver_agree(framework):
    for name, semantics in ACCEPTANCE.items():
        if name in {"admissible", "conflict-free"}:
            continue
        solver = replace(semantics, steps=0)
        assert set(solver.extensions(framework, Budget())) == every(name, framework)
        assert solver.occurring(framework, Budget()) == semantics.occurring(framework, Budget())


@given(frameworks(), st.randoms(use_true_random=False))
def test_names_and_the_order_of_attacks_do_not_matter(framework, chance):
    new = list(range(framework.size))
    chance.shuffle(new)
    attacks = [(new[a], new[b]) for a, b in framework.attacks()]
    chance.shuffle(attacks)
    renamed = Framework.of(framework.size, attacks)
    for name in ("grounded", "preferred", "stable", "semi-stable", "stage", "ideal", "eager"):
        moved = {frozenset(new[argument] for argument in one) for one in every(name, framework)}
        assert moved == every(name, renamed)


@given(frameworks(largest=12), frameworks(largest=12))
def test_components_multiply(left, right):
    both = Framework.of(
        left.size + right.size, [*left.attacks(), *((a + left.size, b + left.size) for a, b in right.attacks())]
    )
    for name, semantics in ACCEPTANCE.items():
        if name in {"admissible", "conflict-free"}:
            continue
        expected = {
            one | {argument + left.size for argument in other}
            for one in every(name, left)
            for other in every(name, right)
        }
        assert semantics.count(both, Budget()) == len(expected)
        assert set(islice(semantics.extensions(both, Budget()), FEW)) <= expected
