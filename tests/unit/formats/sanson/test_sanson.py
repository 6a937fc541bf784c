"""Trees of claims and reasons in YAML as maps."""

import pytest

from argmap.core.model import RelationKind
from argmap.core.source import SourceFile
from argmap.formats.glimpse import Glimpse
from argmap.formats.sanson.signs import looks_like
from argmap.pipeline import check, load
from tests.interchange import reading

TREE = """
The tram should run at night.:
  r1:
    It is the safest way home.:
    -People should get home safely.:
    label: expert opinion
    strength: 3
  o1:
    "It costs too much.":
      -o:
        There is money left.: {}
  note: Said in May.
"""


def read(text):
    return reading(text, "sanson")


def names(findings):
    return [item.name for item in findings]


def test_claims_reasons_and_objections():
    made, findings = read(TREE)
    assert findings == ()
    assert [(item.text, item.implicit, item.note) for item in made.claims] == [
        ("The tram should run at night.", False, "Said in May."),
        ("It is the safest way home.", False, None),
        ("People should get home safely.", True, None),
        ("It costs too much.", False, None),
        ("There is money left.", False, None),
    ]
    tram, safe, people, dear, money = [item.id for item in made.claims]
    assert [(item.kind, item.premises, item.target) for item in made.relations] == [
        (RelationKind.SUPPORT, (safe, people), tram),
        (RelationKind.ATTACK, (money,), dear),
        (RelationKind.ATTACK, (dear,), tram),
    ]
    assert made.relations[0].scheme == "expert-opinion"
    assert made.relations[0].weight == 0.6


def test_nothing_is_an_error_for_the_rules():
    assert all(item.severity != "error" for item in check(load(SourceFile("file", TREE))))


@pytest.mark.parametrize("change", [lambda text: text, lambda text: text.replace("\n", "\r\n"), "\ufeff{}".format])
def test_places_point_to_what_is_meant(change):
    made = load(SourceFile("file", change(TREE.lstrip())), "sanson").map
    assert [item.spans["id"].text for item in made.claims][2:4] == [
        "-People should get home safely.",
        '"It costs too much."',
    ]
    assert made.relations[0].spans["id"].text == "r1"
    assert made.relations[0].spans["premises.1"].text == "-People should get home safely."
    assert made.claims[0].spans["note"].line == 11


@pytest.mark.parametrize(
    ("strength", "weight"),
    [("1", 0.2), ("5", 1.0), ("2.5", 0.5), ("0", 0.0), ("0.3", 0.3), ("30%", 0.3), ("'100 %'", 1.0)],
)
def test_strengths_are_weights(strength, weight):
    made, findings = read(f"A claim.: {{r1: {{Because.: , strength: {strength}}}}}")
    assert made.relations[0].weight == weight
    assert findings == ()


@pytest.mark.parametrize("strength", ["6", "-1", "strong", "120%", "[1]", "true", "1e400"])
def test_strengths_that_are_none_are_carried_along(strength):
    made, findings = read(f"A claim.: {{r1: {{Because.: , strength: {strength}}}}}")
    assert made.relations[0].weight is None
    assert "strength" in made.relations[0].data["sanson"]
    assert names(findings) == ["odd-value"]


def test_the_same_words_are_the_same_claim():
    made, _ = read("One.: {r1: {-Two.: , Three.: }, r2: {Two.: }}\nThree.: {r1: {Two.: }}")
    assert [(item.text, item.implicit) for item in made.claims] == [("One.", False), ("Two.", False), ("Three.", False)]
    assert [(item.premises, item.target) for item in made.relations] == [
        (("two", "three"), "one"),
        (("two",), "one"),
        (("two",), "three"),
    ]


def test_the_same_reason_said_twice_is_one():
    made, findings = read("One.: {r1: {Two.: }, r2: {Two.: }, o1: {Two.: }, r3: {Two.: , strength: 1}}")
    assert [(item.id, item.kind, item.named) for item in made.relations] == [
        ("two -> one", RelationKind.SUPPORT, False),
        ("o1", RelationKind.ATTACK, True),
        ("r3", RelationKind.SUPPORT, True),
    ]
    assert findings == ()


def test_reasons_under_one_name_are_both_read():
    made, findings = read("One.:\n  r1:\n    Two.:\n  r1:\n    Three.:\n")
    assert len(made.relations) == 2
    assert [(item.name, item.primary.line) for item in findings] == [("repeated-node", 4)]


def test_labels_that_are_no_schemes_are_notes():
    made, _ = read("One.: {r1: {Two.: , label: on the one hand, note: from the letter}}")
    assert (made.relations[0].scheme, made.relations[0].note) == (None, "on the one hand\nfrom the letter")


def test_names_of_reasons_that_say_something_are_carried_along():
    made, _ = read("One.: {costs: {Two.: }, objection from costs: {Three.: }}")
    assert [item.data for item in made.relations] == [
        {"sanson": {"key": "costs"}},
        {"sanson": {"key": "objection from costs"}},
    ]
    assert [item.kind for item in made.relations] == [RelationKind.SUPPORT, RelationKind.ATTACK]


def test_a_reason_without_premises_is_noted_and_carried_along():
    made, findings = read("One.: {r1: {label: empty, strength: 9}}")
    assert names(findings) == ["step-without-premise", "odd-value"]
    assert made.claims[0].data == {"sanson": {"reasons": [{"key": "r1", "label": "empty", "strength": 9}]}}


def test_a_claim_that_is_its_own_reason():
    made, findings = read("One.: {r1: {One.: , Two.: }}")
    assert names(findings) == ["looping-edge"]
    assert made.relations[0].premises == ("two",)


def test_claims_alone_and_keys_in_several_lines():
    made, findings = read('? "One claim\n  alone."\n:\nAnother.:\nnote: About nothing.')
    assert [item.text for item in made.claims] == ["One claim alone.", "Another."]
    assert made.description == "About nothing."
    assert findings == ()


@pytest.mark.parametrize("text", ["", "text", "a: [", "a: !x b", "a: b\n---\na: c", "\0", "7"])
def test_what_is_no_map_is_refused_with_a_place(text):
    loaded = load(SourceFile("file", text), "sanson")
    assert loaded.map is None
    assert [item.severity for item in loaded.diagnostics] == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        TREE,
        "---\n" + TREE,
        "A claim here:\n  r1:\n    A reason:\n    label: text\n    strength: 2\n...\n",
        "A claim here: {}\nAnother claim: {o1: {}}\nA third:\n  o2: {}\n",
        "A claim here:\n  reason one:\n    Why.:\n  objection-2:\n    Why not.:\n",
        "? A claim\n  in two lines\n:\n  r1: #why\n    Because.: {}\n",
    ],
)
def test_what_looks_like_such_a_tree(text):
    assert looks_like(Glimpse(text))


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nclaims:\n  r1:\n    text: P.",
        "claims:\n  r1: P.\n  o1: Q.",
        "statements:\n  r1:\n    text: P.\narguments:\n  r2:\n",
        "site_name: Docs\nnav:\n- index.md",
        "My services:\n  redis:\n    image: redis\n",
        "My services:\n  r1:\n    image: redis\n",
        "On every push:\n  r1:\n  web:\n",
        "services:\n  r1:\n    x:\n",
        "A claim here: {}\n",
        "A claim here:\n  r1: [a, b]\n",
        "A claim here:\n  r1:\n    b: [\n",
        "[A claim]: text\n  r1:\n",
        "",
    ],
)
def test_what_does_not(text):
    assert not looks_like(Glimpse(text))
