"""Every problem of the competition on small frameworks, in every format, against the definitions."""

import random
from itertools import product

import pytest

from argmap.frameworks import FORMATS
from argmap.semantics.framework.budget import Budget, OutOfTimeError
from argmap.semantics.iccma.problems import PROBLEMS, SEMANTICS, TASKS, answer, problem_of
from argmap.semantics.iccma.reading import read
from tests.oracles import Oracle
from tests.unit.semantics.iccma.writers import WRITERS


def samples():
    """All frameworks of up to two arguments, and some of three to six made by chance."""
    for size in range(3):
        ends = list(product(range(size), repeat=2))
        for chosen in product((False, True), repeat=len(ends)):
            yield size, [end for end, taken in zip(ends, chosen, strict=True) if taken]
    chance = random.Random(5)
    for _ in range(30):
        size = chance.randint(3, 6)
        ends = list(product(range(size), repeat=2))
        yield size, sorted(chance.sample(ends, chance.randint(size - 1, 2 * size)))


SAMPLES = list(samples())
NAMES = {"i23": "123456", "apx": "abcdef", "tgf": "uvwxyz"}


def solve(form, problem, size, attacks, argument=None):
    names = NAMES[form][:size]
    text = WRITERS[form](names, [(names[a], names[b]) for a, b in attacks])
    _, reading = read(text.encode(), "x", FORMATS[form])
    return "".join(answer(problem_of(problem), reading.instance, FORMATS[form], argument, Budget()))


def witness(form, line):
    """The set that a line of an answer shows, by number."""
    if form == "i23":
        first, *names = line.split(" ")
        assert first == "w"
    else:
        assert line[0] + line[-1] == "[]"
        names = line[1:-1].split(",") if line != "[]" else []
    found = [NAMES[form].index(name) for name in names]
    assert found == sorted(set(found))
    return frozenset(found)


def _parts(inner):
    return inner[1:-1].split("],[") if inner else []


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("short", SEMANTICS)
def test_some_number_and_all(form, short):
    for size, attacks in SAMPLES:
        expected = Oracle(size, attacks).extensions(SEMANTICS[short])
        some = solve(form, f"SE-{short}", size, attacks)
        if expected:
            assert some.endswith("\n")
            assert witness(form, some[:-1]) in expected
        else:
            assert some == "NO\n"
        assert solve(form, f"CE-{short}", size, attacks) == f"{len(expected)}\n"
        every = solve(form, f"EE-{short}", size, attacks)
        assert every[0] + every[-2:] == "[]\n"
        found = [frozenset(NAMES[form].index(name) for name in part.split(",") if name) for part in _parts(every[1:-2])]
        assert len(found) == len(expected)
        assert set(found) == expected


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("short", SEMANTICS)
def test_whether_in_some_and_in_all(form, short):
    for size, attacks in SAMPLES:
        expected = Oracle(size, attacks).extensions(SEMANTICS[short])
        for argument in range(size):
            verdict, *rest = solve(form, f"DC-{short}", size, attacks, argument).splitlines()
            assert verdict == ("YES" if any(argument in one for one in expected) else "NO")
            assert len(rest) == (form == "i23" and verdict == "YES")
            for line in rest:
                assert argument in witness(form, line)
                assert witness(form, line) in expected
            verdict, *rest = solve(form, f"DS-{short}", size, attacks, argument).splitlines()
            assert verdict == ("YES" if all(argument in one for one in expected) else "NO")
            assert len(rest) == (form == "i23" and verdict == "NO")
            for line in rest:
                assert argument not in witness(form, line)
                assert witness(form, line) in expected


def test_where_no_stable_extension_exists():
    """Skeptically everything, credulously nothing: the rule of the competition."""
    odd = (3, [(0, 1), (1, 2), (2, 0)])
    for form in WRITERS:
        assert solve(form, "SE-ST", *odd) == "NO\n"
        assert solve(form, "EE-ST", *odd) == "[]\n"
        assert solve(form, "CE-ST", *odd) == "0\n"
        assert [solve(form, "DS-ST", *odd, argument) for argument in range(3)] == ["YES\n"] * 3
        assert [solve(form, "DC-ST", *odd, argument) for argument in range(3)] == ["NO\n"] * 3


def test_the_empty_set_is_an_answer():
    odd = (3, [(0, 1), (1, 2), (2, 0)])
    assert solve("i23", "SE-PR", *odd) == "w\n"
    assert solve("apx", "SE-PR", *odd) == "[]\n"
    assert solve("tgf", "EE-PR", *odd) == "[[]]\n"
    assert solve("i23", "DS-PR", *odd, 0) == "NO\nw\n"


def test_every_task_with_every_semantics_is_a_problem():
    assert set(PROBLEMS) == {f"{task}-{short}" for task in TASKS for short in SEMANTICS}
    assert problem_of("se-pr") == problem_of("SE-PR") == ("SE", "PR")
    assert problem_of("SE-XX") is None
    assert problem_of("SEPR") is None


def test_numbers_of_any_length():
    """Independent pairs multiply: more extensions than Python by itself writes out."""
    pairs = 15_000
    text = f"p af {2 * pairs}\n" + "".join(f"{n} {n + 1}\n{n + 1} {n}\n" for n in range(1, 2 * pairs, 2))
    form, reading = read(text.encode(), "x")
    (number,) = answer(problem_of("CE-PR"), reading.instance, form, None, Budget())
    last = pow(2, pairs, 10**12)
    assert number.endswith(f"{last:012}\n")
    assert len(number) == 4516 + 1


def test_time_that_is_used_up_is_no_answer():
    chance = random.Random(1)
    attacks = {(chance.randrange(1, 301), chance.randrange(1, 301)) for _ in range(3_000)}
    text = "p af 300\n" + "".join(f"{a} {b}\n" for a, b in sorted(attacks) if a != b)
    form, reading = read(text.encode(), "x")
    with pytest.raises(OutOfTimeError):
        list(answer(problem_of("EE-PR"), reading.instance, form, None, Budget(0.01)))
