"""How an answer is come by on circles: which method, how far it went, and honesty when there is none."""

import pytest

from argmap.core.labelling import Convergence
from argmap.core.model import ArgumentMap
from argmap.semantics.framework.budget import Budget, OutOfTimeError
from tests.unit.semantics.strength.graphs import ATTACK, CONFLICT, SUPPORT, arrow, graph, ring, solved, strengths

MUTUAL = graph({"a": 1.0, "b": 1.0}, attacks=[("a", "b"), ("b", "a")])


def joined(*maps):
    return ArgumentMap(
        claims=tuple(claim for item in maps for claim in item.claims),
        relations=tuple(relation for item in maps for relation in item.relations),
    )


def test_without_circles_one_pass_is_exact():
    found = solved(graph({"a": 0.5, "b": 0.5, "c": 0.5}, attacks=[("a", "b"), ("a", "c"), ("b", "c")]), "df-quad")
    assert found[1] == Convergence("one pass", 0, 0.0, True)


def test_a_long_chain_is_no_recursion():
    names = [f"n{number}" for number in range(5_000)]
    pairs = list(zip(names[1:], names, strict=False))
    found, convergence = solved(graph(dict.fromkeys(names, 1.0), attacks=pairs), "df-quad")
    assert convergence.method == "one pass"
    assert [found[name] for name in names[-4:]] == [0.0, 1.0, 0.0, 1.0]
    found, convergence = solved(graph(dict.fromkeys(names, 0.5), attacks=[*pairs, (names[0], names[1])]), "df-quad")
    assert (convergence.method, convergence.converged) == ("iteration", True)


def test_df_quad_on_a_mutual_attack_of_full_scores_swings_and_settles_at_one_half():
    found, convergence = solved(MUTUAL, "df-quad")
    assert (convergence.method, convergence.converged) == ("Runge-Kutta", True)
    assert found["a"] == found["b"] == pytest.approx(0.5, abs=1e-9)
    # both follow s' = 1 - 2s, whose residual a step of order four with h = 0.1 shrinks by this factor
    shrinks_by = 1 - 0.2 + 0.2**2 / 2 - 0.2**3 / 6 + 0.2**4 / 24
    assert convergence.residual == pytest.approx(shrinks_by**convergence.iterations, rel=1e-5)
    assert convergence.iterations == 104


def test_a_mutual_undercut_swings_and_settles_at_one_half():
    found, convergence = solved(
        graph(
            {"a": 1.0, "b": 1.0},
            arrow(ATTACK, "a", "second", name="first"),
            arrow(ATTACK, "b", "first", name="second"),
        ),
        "df-quad",
    )
    assert (convergence.method, convergence.converged) == ("Runge-Kutta", True)
    assert (found["first"], found["second"]) == pytest.approx((0.5, 0.5), abs=1e-8)


def test_a_circle_of_three_undercuts_with_another_that_leads_into_it():
    """first = 1/2 * 1/2 * (1 - third), second = 1 - first, third = 1 - second: so first = third = 1/5."""
    found = strengths(
        graph(
            {"a": 1.0, "h": 0.5},
            arrow(ATTACK, "h", "second", name="first"),
            arrow(ATTACK, "a", "third", name="second"),
            arrow(ATTACK, "a", "first", name="third"),
            arrow(ATTACK, "h", "first", name="in"),
        ),
    )
    assert [found[name] for name in ("first", "second", "third", "in")] == pytest.approx([0.2, 0.8, 0.2, 0.5], abs=1e-8)


def test_a_circle_through_an_undercut_of_a_support():
    """`t` undercuts what supports it: t = 1/2 + (1 - t) / 2, so t = 2/3."""
    found, convergence = solved(
        graph({"a": 1.0, "t": 0.5}, arrow(SUPPORT, "a", "t", name="r"), arrow(ATTACK, "t", "r", name="u")), "df-quad"
    )
    assert convergence.method == "iteration"
    assert (found["t"], found["r"]) == pytest.approx((2 / 3, 1 / 3), abs=1e-8)


def test_a_circle_through_undercuts_of_undercuts():
    """The forces follow the claims in the order of the undercuts: r = 1 - u = t, so t = 1/2 + t / 2 rises to 1."""
    found, convergence = solved(
        graph(
            {"a": 1.0, "b": 1.0, "t": 0.5},
            arrow(SUPPORT, "a", "t", name="r"),
            arrow(ATTACK, "b", "r", name="u"),
            arrow(ATTACK, "t", "u", name="v"),
        ),
        "df-quad",
    )
    assert (convergence.method, convergence.converged) == ("iteration", True)
    assert (found["t"], found["r"], found["u"]) == pytest.approx((1.0, 1.0, 0.0), abs=1e-8)
    assert convergence.iterations == 28  # the residual begins at 1/4 and is halved by every step


def test_the_ring_of_twenty_one_under_quadratic_energy():
    """One claim supports ten, each of which supports ten more, which all attack the one (Potyka 2018).

    Iteration swings. At rest b = h(a), c = h(10 b) and a = 1 - h(10 c), with h(x) = x^2 / (1 + x^2).
    """
    inner, outer = [f"b{number}" for number in range(10)], [f"c{number}" for number in range(10)]
    scores = {"a": 1.0} | dict.fromkeys([*inner, *outer], 0.0)
    supports = [("a", one) for one in inner] + [(one, other) for one in inner for other in outer]
    found, convergence = solved(
        graph(scores, supports=supports, attacks=[(other, "a") for other in outer]), "quadratic-energy"
    )
    assert (convergence.method, convergence.converged) == ("Runge-Kutta", True)
    assert (found["a"], found["b0"], found["c9"]) == pytest.approx((0.2247, 0.0478, 0.1853), abs=0.002)
    impact = lambda x: x * x / (1 + x * x)  # noqa: E731
    assert found["b3"] == pytest.approx(impact(found["a"]), abs=1e-8)
    assert found["c3"] == pytest.approx(impact(10 * found["b3"]), abs=1e-8)
    assert found["a"] == pytest.approx(1 - impact(10 * found["c3"]), abs=1e-8)


@pytest.mark.parametrize("name", ["euler", "mlp"])
def test_sum_based_semantics_can_swing_and_settle(name):
    """Eight claims that attack each other and themselves, held up by eight supports: the sums overshoot."""
    claims, props = [f"c{number}" for number in range(8)], [f"p{number}" for number in range(8)]
    argument_map = graph(
        dict.fromkeys(claims, 0.5) | dict.fromkeys(props, 0.6),
        attacks=[(one, other) for one in claims for other in claims],
        supports=[(one, other) for one in props for other in claims],
    )
    _, convergence = solved(argument_map, name)
    assert (convergence.method, convergence.converged) == ("Runge-Kutta", True)


@pytest.mark.parametrize(
    ("name", "argument_map"),
    [
        ("df-quad", ring(5, 3, 1.0, 0.9)),
        ("quadratic-energy", ring(5, 4, 1.0, 0.9)),
        ("mlp", ring(5, 8, 0.9, 0.81)),
    ],
)
def test_some_rings_never_come_to_rest_and_that_is_said(name, argument_map):
    """Five layers that attack each other in a ring, steeply enough, swing in continuous time too: no answer.

    A ring of n equal layers that turn by -g is unstable in ds/dt = f(s) - s where g > 1 / cos(pi / n), 1.24 for five.
    """
    found, convergence = solved(argument_map, name)
    assert convergence.method == "Runge-Kutta"
    assert not convergence.converged
    assert convergence.residual > 0.01
    assert all(0.0 <= value <= 1.0 for value in found.values())


def test_an_answer_that_is_crept_up_to_too_slowly_is_none():
    """The fixpoint is a = 0, b = 1, and a falls like 1 / t; the numbers are near it and not called converged."""
    found, convergence = solved(graph({"a": 1.0, "b": 1.0}, attacks=[("a", "a"), ("a", "b"), ("b", "a")]), "df-quad")
    assert not convergence.converged
    assert 1e-9 < convergence.residual < 1e-4
    assert (found["a"], found["b"]) == pytest.approx((0.0, 1.0), abs=0.01)


def test_the_worst_part_is_reported_and_the_others_do_not_notice():
    quiet = graph({"p": 0.5, "q": 0.5}, attacks=[("p", "q")])
    circle = graph({"x": 0.9, "y": 0.3}, arrow(CONFLICT, "x", "y"))
    found, convergence = solved(joined(quiet, circle, MUTUAL), "df-quad")
    parts = [solved(item, "df-quad") for item in (quiet, circle, MUTUAL)]
    assert [part[1].method for part in parts] == ["one pass", "iteration", "Runge-Kutta"]
    assert found == {name: value for part in parts for name, value in part[0].items()}
    assert convergence.method == "Runge-Kutta"
    assert convergence.iterations == max(part[1].iterations for part in parts)
    assert convergence.residual == max(part[1].residual for part in parts)


def test_what_follows_from_a_circle_is_worked_out_from_its_end():
    argument_map = graph({"a": 1.0, "b": 1.0, "t": 0.8}, attacks=[("a", "b"), ("b", "a"), ("a", "t")])
    found = strengths(argument_map)
    assert found["t"] == 0.8 - 0.8 * found["a"]


@pytest.mark.parametrize("argument_map", [graph({"a": 0.5}), MUTUAL], ids=["one pass", "circle"])
def test_time_that_is_up_is_not_overrun(argument_map):
    with pytest.raises(OutOfTimeError):
        solved(argument_map, "df-quad", budget=Budget(-1))


class _Clock(Budget):
    """A budget that is used up after some checks."""

    def __init__(self, checks):
        super().__init__()
        self.checks = checks

    def check(self):
        self.checks -= 1
        if self.checks < 0:
            raise OutOfTimeError


@pytest.mark.parametrize("checks", [3, 500, 1_050])
def test_the_clock_is_looked_at_in_every_step(checks):
    with pytest.raises(OutOfTimeError):
        solved(MUTUAL, "df-quad", budget=_Clock(checks))
