"""Each way of support, attack, undercut and linking, under each reading: small maps with outcomes argued for."""

from itertools import pairwise

import pytest

from argmap.core.graph import MapGraph
from argmap.core.labelling import Label
from argmap.semantics.evaluate import evaluate
from argmap.semantics.readings import READINGS
from tests.debates import debate

IN, OUT, UNDECIDED = Label.IN, Label.OUT, Label.UNDECIDED


def stands(map, support="default", semantics="grounded"):
    """The labels of the claims in a word: `+` in, `-` out, `?` undecided, in file order."""
    labels = evaluate(map, semantics, support=support).labelling.labels
    return "".join({IN: "+", OUT: "-", UNDECIDED: "?"}[labels[claim.id]] for claim in map.claims)


@pytest.mark.parametrize(
    ("map", "expected"),
    [
        # a reason carries its claim, and takes it along when it falls
        (debate("pc", "p > c"), "++"),
        (debate("pcx", "p > c", "x ! p"), "--+"),
        # of two reasons one is enough
        (debate("pqcx", "p > c", "q > c", "x ! p"), "-+++"),
        # linked premises stand and fall together
        (debate("pqcx", "p + q > c", "x ! p"), "-+-+"),
        # a linked attack whose one premise falls does no harm
        (debate("pqcx", "p + q ! c", "x ! p"), "-+++"),
        (debate("pqc", "p + q ! c"), "++-"),
        # an attack beats a support
        (debate("pca", "p > c", "a ! c"), "+-+"),
        # a refuted objection does no harm
        (debate("cax", "a ! c", "x ! a"), "+-+"),
        # an undercut stops the step and leaves its ends alone
        (debate("pcu", "p > c", "u ! p > c"), "+-+"),
        (debate("acu", "a ! c", "u ! a ! c"), "+++"),
        # and an undercut of the undercut lets the step go on
        (debate("pcuv", "p > c", "u ! p > c", "v ! u ! p > c"), "++++"),
        # a mutual attack, an odd circle and a self-attack settle nothing
        (debate("ab", "a = b"), "??"),
        (debate("abc", "a ! b", "b ! c", "c ! a"), "???"),
        (debate("ab", "a ! a", "a ! b"), "??"),
        # an outside attack breaks the tie
        (debate("abx", "a = b", "x ! b"), "+-+"),
        # an undercut of a conflict stops both its directions
        (debate("abx", "a = b", "x ! a = b"), "+++"),
        # two claims that hold up only each other fall; a third that carries one carries both
        (debate("ab", "a > b", "b > a"), "--"),
        (debate("abp", "a > b", "b > a", "p > a"), "+++"),
        # a claim that needs itself falls, also through a linked premise
        (debate("abp", "a + p > b", "b > a"), "--+"),
        # what the file says goes before the rule of thumb
        (debate("pcx", "p > c", "x ! p", assumed={"c": True}), "-++"),
        (debate("pc", "p > c", assumed={"p": False}), "--"),
    ],
)
def test_the_default_reading(map, expected):
    assert stands(map) == expected


def test_relations_have_labels_too():
    labels = evaluate(debate("pcu", "p > c", "u ! p > c")).labelling.labels
    assert labels["p > c"] is OUT
    assert labels["u ! p > c"] is IN


def test_a_conflict_has_the_better_label_of_its_directions():
    labels = evaluate(debate("abx", "a = b", "x ! b")).labelling.labels
    assert labels["a = b"] is IN


@pytest.mark.parametrize(
    ("support", "expected"),
    [("default", "+-++--++"), ("deductive", "+-+++--+"), ("necessary", "--++--++"), ("ignore", "+-+++-++")],
)
def test_one_map_differs_under_every_reading(support, expected):
    names = ["tram", "faster", "cleaner", "remote", "shops", "pays", "fares", "never"]
    relations = [
        "faster > tram", "faster > shops", "cleaner > tram", "remote ! faster", "fares > pays", "never ! pays",
    ]  # fmt: skip
    assert stands(debate(names, *relations), support) == expected
    assert support in READINGS


def test_plain_attacks_are_the_framework_itself():
    graph = MapGraph(debate("abc", "a ! b", "b ! c"))
    for reading in READINGS.values():
        translation = reading.translate(graph, {})
        assert translation.is_plain
        assert sorted(translation.framework.attacks()) == [(0, 1), (1, 2)]


def test_a_support_for_a_step_has_no_meaning():
    assert stands(debate("pcs", "p > c", "s > p > c")) == "+++"


def test_a_long_chain_is_no_trouble():
    names = [f"c{number}" for number in range(20_000)]
    chain = debate(names, *(f"{one} ! {other}" for one, other in pairwise(names)))
    labels = evaluate(chain).labelling.labels
    assert [labels[name] for name in names[:4]] == [IN, OUT, IN, OUT]
