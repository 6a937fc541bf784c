"""Each semantics on worked examples: published ones with their source, and numbers by hand from the formulas."""

from math import e, log, sqrt

import pytest

from tests.unit.semantics.strength.graphs import graph, strengths


def test_df_quad_on_the_e_democracy_example():
    """Rago, Toni, Aurisicchio & Baroni (2016): two answers to a question of town planning, with pros and cons."""
    found = strengths(
        graph(
            {"A1": 0.5, "A2": 0.5, "P1": 0.7, "P2": 0.5, "P3": 0.9, "C1": 0.2, "C2": 0.2, "C3": 0.6, "C4": 0.5},
            attacks=[("C1", "A2"), ("C2", "P2"), ("C3", "P2"), ("C4", "P2")],
            supports=[("P1", "A1"), ("P2", "A1"), ("P3", "A2")],
        ),
        "df-quad",
    )
    assert found["P2"] == pytest.approx(0.08, abs=1e-12)
    assert found["A1"] == pytest.approx(0.862, abs=1e-12)
    assert found["A2"] == pytest.approx(0.85, abs=1e-12)


def test_quadratic_energy_on_the_stock_example():
    """Potyka (2018): buy or sell; the values are those of the author's library, which stops some 0.001 short."""
    found = strengths(
        graph(
            {"buy": 0.5, "sell": 0.5, "1": 0.8, "2": 0.7, "3": 0.3, "4": 0.9, "5": 0.9},
            attacks=[("buy", "sell"), ("sell", "buy"), ("2", "1"), ("3", "2"), ("4", "3"), ("5", "1")],
            supports=[("1", "sell"), ("2", "buy"), ("4", "2"), ("5", "buy")],
        ),
        "quadratic-energy",
    )
    published = {"buy": 0.8208, "sell": 0.3635, "1": 0.2049, "2": 0.8050, "3": 0.1658, "4": 0.9, "5": 0.9}
    assert {name: found[name] for name in published} == pytest.approx(published, abs=0.002)


def test_h_categoriser_on_the_running_example_of_a_comparison():
    """Bonzon, Delobelle, Konieczny & Maudet (2016), "A comparative study of ranking-based semantics"."""
    found = strengths(
        graph(
            dict.fromkeys("abcde", 1.0),
            attacks=[("a", "e"), ("d", "a"), ("e", "d"), ("c", "e"), ("b", "c"), ("b", "a")],
        ),
        "h-categoriser",
    )
    published = {"a": 0.38, "b": 1.0, "c": 0.5, "d": 0.65, "e": 0.53}
    assert {name: found[name] for name in published} == pytest.approx(published, abs=0.0055)


def test_h_categoriser_on_argument_trees():
    """Besnard & Hunter (2001), the h-categoriser: two leaves make 1/3; a chain runs through 1, 1/2, 2/3, 3/5, 5/8."""
    two_leaves = strengths(graph(dict.fromkeys("abc", 1.0), attacks=[("b", "a"), ("c", "a")]), "h-categoriser")
    assert two_leaves["a"] == pytest.approx(1 / 3, abs=1e-15)
    chain = strengths(
        graph(dict.fromkeys("abcde", 1.0), attacks=[("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")]), "h-categoriser"
    )
    assert [chain[name] for name in "abcde"] == pytest.approx([1, 1 / 2, 2 / 3, 3 / 5, 5 / 8], abs=1e-15)


def test_h_categoriser_of_a_self_attack_is_the_golden_ratio():
    """The fixpoint of 1 / (1 + x); iteration stops when a step changes less than 1e-9."""
    found = strengths(graph({"a": 1.0}, attacks=[("a", "a")]), "h-categoriser")
    assert found["a"] == pytest.approx((sqrt(5) - 1) / 2, abs=1e-8)


# base, supports, attacks and strength; by hand from the formulas of the sources that the modules name
BY_HAND = [
    ("df-quad", 0.3, [0.7], [0.7], 0.3),
    ("df-quad", 0.5, [0.7, 0.08], [], 0.862),
    ("df-quad", 0.6, [], [0.5], 0.3),
    ("df-quad", 0.4, [0.5, 0.5], [0.25], 0.4 + 0.6 * 0.5),
    ("df-quad", 0.8, [0.2], [0.5, 0.6], 0.8 - 0.8 * 0.6),
    ("quadratic-energy", 0.5, [0.5], [], 0.6),
    ("quadratic-energy", 0.5, [], [0.5], 0.4),
    ("quadratic-energy", 0.8, [1.0, 1.0], [], 0.8 + 0.2 * 4 / 5),
    ("quadratic-energy", 0.8, [0.5], [1.0, 1.0, 0.5], 0.8 - 0.8 * 4 / 5),
    ("quadratic-energy", 0.2, [0.6, 0.4], [0.9, 0.1], 0.2),
    ("euler", 0.5, [1.0], [], 1 - 0.75 / (1 + e / 2)),
    ("euler", 0.5, [], [1.0], 1 - 0.75 / (1 + 0.5 / e)),
    ("euler", 0.5, [0.75], [0.75], 0.5),
    ("euler", 0.4, [1.0, 1.0], [], 1 - 0.84 / (1 + 0.4 * e * e)),
    ("mlp", 0.5, [1.0], [], e / (1 + e)),
    ("mlp", 0.5, [], [1.0], 1 / (1 + e)),
    ("mlp", 0.75, [], [log(2), log(1.5)], 0.5),  # odds 3 to 1, divided by 3
    ("mlp", 0.2, [log(2)], [], 1 / 3),  # odds 1 to 4, doubled
    ("mlp", 0.2, [0.3], [0.3], 0.2),
    ("h-categoriser", 0.6, [], [0.5, 0.5], 0.3),
    ("h-categoriser", 0.6, [1.0], [], 0.6),
    ("h-categoriser", 0.6, [1.0], [0.2], 0.5),
]


@pytest.mark.parametrize(("name", "base", "supports", "attacks", "expected"), BY_HAND)
def test_by_hand(name, base, supports, attacks, expected):
    scores = {"t": base}
    scores |= {f"s{number}": score for number, score in enumerate(supports)}
    scores |= {f"a{number}": score for number, score in enumerate(attacks)}
    pairs = [(source, "t") for source in scores if source != "t"]
    found = strengths(
        graph(
            scores,
            supports=[pair for pair in pairs if pair[0][0] == "s"],
            attacks=[pair for pair in pairs if pair[0][0] == "a"],
        ),
        name,
    )
    assert found["t"] == pytest.approx(expected, abs=1e-15)


def test_df_quad_saturates():
    """One support and one attack of full force hide every other."""
    scores = {"t": 0.3, "p": 1.0, "q": 1.0, "r": 0.9}
    assert strengths(graph(scores, attacks=[("p", "t"), ("r", "t")], supports=[("q", "t")]))["t"] == 0.3


@pytest.mark.parametrize("name", ["euler", "mlp"])
@pytest.mark.parametrize("base", [0.0, 1.0])
def test_euler_and_mlp_never_move_the_ends(name, base):
    for side in ("attacks", "supports"):
        assert strengths(graph({"t": base, "p": 1.0}, **{side: [("p", "t")]}), name)["t"] == base


def test_euler_never_falls_below_the_square_of_the_base_score():
    scores = {"t": 0.9} | {f"p{number}": 1.0 for number in range(40)}
    attacks = [(name, "t") for name in scores if name != "t"]
    assert strengths(graph(scores, attacks=attacks), "euler")["t"] == pytest.approx(0.81, abs=1e-9)


@pytest.mark.parametrize("name", ["df-quad", "quadratic-energy", "euler", "mlp", "h-categoriser"])
@pytest.mark.parametrize("side", ["attacks", "supports"])
def test_thousands_of_full_forces_are_no_overflow(name, side):
    scores = {"t": 0.5} | {f"p{number}": 1.0 for number in range(2_000)}
    found = strengths(graph(scores, **{side: [(source, "t") for source in scores if source != "t"]}), name)
    lowest, highest = {"euler": (0.25, 1.0), "h-categoriser": (0.5 / 2001, 0.5)}.get(name, (0.0, 1.0))
    assert found["t"] == pytest.approx(lowest if side == "attacks" else highest, abs=1e-6)
