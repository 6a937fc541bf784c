"""Argument graphs of Carneades as maps."""

import pytest

from argmap.core.model import RelationKind
from argmap.core.source import SourceFile
from argmap.formats.carneades.signs import looks_like
from argmap.formats.glimpse import Glimpse
from argmap.pipeline import check, load
from tests.interchange import reading

GRAPH = """
meta: {title: Buses}
statements:
  bus: The bus should run at night.
  ¬bus: The bus should not run at night.
  safe: {text: It is the safest way home., assumed: true}
  dear: It costs too much.
  ¬app(a2): There is money left.
issues:
  i1: {positions: [bus, ¬bus]}
arguments:
  a1: {conclusion: bus, premises: [safe], weight: 0.5}
  a2: {conclusion: ¬bus, premises: [dear], undercutter: ¬app(a2)}
assumptions: [dear]
"""


def read(text):
    return reading(text, "carneades")


def names(findings):
    return [item.name for item in findings]


def test_statements_arguments_and_issues():
    made, findings = read(GRAPH)
    assert findings == ()
    assert made.title == "Buses"
    assert [(item.id, item.assumed) for item in made.claims] == [
        ("bus", None),
        ("not-bus", None),
        ("safe", True),
        ("dear", True),
        ("not-app-a2", False),
    ]
    assert [(item.kind, item.premises, item.target, item.weight) for item in made.relations] == [
        (RelationKind.SUPPORT, ("safe",), "bus", 0.5),
        (RelationKind.SUPPORT, ("dear",), "not-bus", None),
        (RelationKind.ATTACK, ("not-app-a2",), "a2", None),
        (RelationKind.CONFLICT, ("not-bus",), "bus", None),
    ]
    assert [item.id for item in made.questions] == ["i1"]
    assert made.claim["bus"].answers == made.claim["not-bus"].answers == ("i1",)
    assert made.claim["not-bus"].data == {"carneades": {"id": "¬bus"}}


def test_nothing_is_an_error_for_the_rules():
    assert all(item.severity != "error" for item in check(load(SourceFile("file", GRAPH))))


@pytest.mark.parametrize("change", [lambda text: text, lambda text: text.replace("\n", "\r\n"), "\ufeff{}".format])
def test_places_point_to_what_is_meant(change):
    text = change(GRAPH.lstrip())
    made = load(SourceFile("file", text), "carneades").map
    assert made.claim["not-bus"].spans["id"].text == "The bus should not run at night."
    assert made.claim["safe"].spans["text"].text == "It is the safest way home."
    assert made.relation["a2"].spans["id"].text == "a2"
    assert made.relation["a2"].spans["premises.0"].text == "dear"
    assert made.relation["a2"].spans["target"].text == "¬bus"
    assert made.question["i1"].spans["id"].line == 9


@pytest.mark.parametrize(
    ("term", "language", "text"),
    [
        ("expert(joe, climate)", '"%s knows about %s."', "joe knows about climate."),
        ("says(ann,likes(ben,tea))", '"%s says: %v"', "ann says: likes(ben,tea)"),
        ("half(x)", '"50%% of %s"', "50% of x"),
        ("few(x)", '"%s and %s"', "x and %s"),
        ("rain", '"It rained."', "It rained."),
    ],
)
def test_the_language_puts_terms_into_words(term, language, text):
    arity = 0 if "(" not in term else 1 if "," not in term else 2
    made, findings = read(f"language: {{{term.partition('(')[0]}/{arity}: {language}}}\nassumptions: ['{term}']")
    assert [item.text for item in made.claims] == [text]
    assert findings == ()


def test_an_own_text_goes_before_the_language():
    made, _ = read('language: {p/1: "%s is p."}\nstatements: {p(a): A is p indeed., p(b): , p(c): ""}')
    assert [item.text for item in made.claims] == ["A is p indeed.", "b is p.", "c is p."]


def test_spaces_in_terms_make_no_difference():
    made, findings = read("statements: {'p(a, b)': Text.}\narguments: {a1: {conclusion: q, premises: ['p( a,b )']}}")
    assert made.relation["a1"].premises == ("p-a-b",)
    assert names(findings) == ["dangling-edge"]


def test_terms_that_a_list_cut_into_pieces():
    made, findings = read("statements: {'p(a,b)': T., q: U.}\narguments: {a1: {conclusion: q, premises: [p(a, b), r]}}")
    assert made.relation["a1"].premises == ("p-a-b", "r")
    assert names(findings) == ["odd-value", "dangling-edge"]
    assert findings[0].help == "a term with commas needs quotes in a list in brackets"


def test_ids_that_look_alike():
    made, _ = read("statements: {a b: One., a-b: Two., ¬: Three., '()': Four.}\narguments: {a-b: {}}")
    assert [item.id for item in made.claims] == ["a-b", "a-b-2", "not", "statement"]
    assert [item.data["carneades"]["id"] for item in made.claims] == ["a b", "a-b", "¬", "()"]


def test_names_that_look_like_other_things():
    made, findings = read("statements: {007: One., yes: Two., 1.50: Three., text: 010}\nassumptions: [007, yes, 1.50]")
    assert [(item.id, item.assumed) for item in made.claims] == [
        ("007", True),
        ("yes", True),
        ("1.50", True),
        ("text", False),
    ]
    assert made.claim["text"].text == "010"
    assert findings == ()


def test_roles_are_carried_along():
    made, _ = read("statements: {p: P., q: Q., r: R.}\narguments: {a: {conclusion: r, premises: {minor: p, major: q}}}")
    assert made.relation["a"].premises == ("p", "q")
    assert made.relation["a"].data == {"carneades": {"roles": [["minor", "p"], ["major", "q"]]}}


@pytest.mark.parametrize(
    ("scheme", "known"),
    [("expert_opinion", "expert-opinion"), ("linked", None), ("cumulative", None), ("our_own", "our_own")],
)
def test_schemes(scheme, known):
    made, _ = read(
        f"statements: {{p: P., q: Q.}}\narguments: {{a: {{scheme: {scheme}, conclusion: q, premises: [p]}}}}"
    )
    assert made.relation["a"].scheme == known
    carried = made.relation["a"].data.get("carneades", {}).get("weighing")
    assert carried == (scheme if known is None else None)


def test_a_scheme_of_the_file_gives_its_title_and_its_weight():
    made, _ = read(
        """
        statements: {p: P., q: Q.}
        argument_schemes:
          - {id: s1, meta: {title: Argument from Expert Opinion}, weight: {constant: 0.25}}
        arguments: {a: {scheme: s1, conclusion: q, premises: [p]}}
        """
    )
    assert (made.relation["a"].scheme, made.relation["a"].weight) == ("expert-opinion", 0.25)


def test_premises_that_count_by_themselves_are_reasons_of_their_own():
    made, _ = read(
        "statements: {p: P., q: Q., r: R., u: U.}\n"
        "arguments: {a: {scheme: convergent, conclusion: r, premises: [p, q], undercutter: u}}"
    )
    assert [(item.id, item.premises, item.target) for item in made.relations] == [
        ("a", ("p",), "r"),
        ("a-2", ("q",), "r"),
        ("u -> a", ("u",), "a"),
        ("u -> a-2", ("u",), "a-2"),
    ]
    assert made.relation["a-2"].data == {"carneades": {"weighing": "convergent", "id": "a"}}


def test_an_argument_without_premises_falls_with_its_conclusion():
    made, findings = read("statements: {p: P., u: U.}\narguments: {a: {conclusion: p, undercutter: u}}")
    assert [(item.kind, item.premises, item.target) for item in made.relations] == [(RelationKind.ATTACK, ("u",), "p")]
    assert names(findings) == ["step-without-premise"]
    assert made.data["carneades"]["arguments"] == {"a": {"conclusion": "p", "undercutter": "u"}}
    assert made.claim["p"].assumed is None


def test_an_undercutter_without_an_argument_attacks_nothing_else():
    text = (
        "statements: {p: P., u: U.}\narguments: {a: {conclusion: p, undercutter: u}, b: {conclusion: p, premises: [u]}}"
    )
    made, _ = read(text)
    assert [item.kind for item in made.relations] == [RelationKind.SUPPORT]


def test_three_positions_are_in_conflict_two_by_two():
    made, _ = read("statements: {p: P., q: Q., r: R.}\nissues: {i: {positions: [p, q, r, p]}}")
    assert [item.id for item in made.relations] == ["q -> p", "r -> p", "r -> q"]
    assert made.data == {"carneades": {"issues": {"i": {"positions": ["p", "q", "r", "p"]}}}}


def test_a_statement_in_two_issues_answers_both():
    made, _ = read("statements: {p: P., q: Q.}\nissues: {i: {positions: [p, q]}, j: {positions: [q, p]}}")
    assert made.claim["p"].answers == ("i", "j")
    assert [item.id for item in made.relations] == ["q -> p", "p -> q"]


def test_what_is_merged_and_what_stands_twice():
    made, findings = read("statements: {p: &p {text: P.}, q: {<<: *p, assumed: true}, q: Again.}")
    assert made.claim["q"].text == "P."
    assert made.claim["q"].assumed is True
    assert names(findings) == ["repeated-node"]
    assert made.data["carneades"]["repeated"] == [{"at": ["statements"], "key": "q", "value": "Again."}]


@pytest.mark.parametrize("text", ["", "# nothing", "- a\n- b", "text", "a: [", "a: !x b", "a: b\n---\na: c", "\0"])
def test_what_is_no_argument_graph_is_refused_with_a_place(text):
    loaded = load(SourceFile("file", text), "carneades")
    assert loaded.map is None
    assert [item.severity for item in loaded.diagnostics] == ["error"]
    assert loaded.diagnostics[0].primary is not None


@pytest.mark.parametrize(
    "text",
    [
        GRAPH,
        "\ufeff# a comment\n" + GRAPH,
        "meta: {title: T}\nissues:\nstatements:\n    p:\n        text: P",
        "meta:\n  title: Nothing yet",
        "language:\n  p/1: '%s is p.'\nassumptions:\n- p(a)",
        "argument_schemes:\n- id: s\n  variables: [X]",
        "arguments:\n  a:\n    conclusion: p",
        "issues:\n  i:\n    positions: [p, q]",
        "Statements:\n  p: P\nArguments:\n  a:\n    conclusion: p\nextra: 1",
    ],
)
def test_what_looks_like_an_argument_graph(text):
    assert looks_like(Glimpse(text))


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nclaims:\n  p: P.",
        "claims:\n  p: P.\nstatements:\n  q: Q.",
        "site_name: Docs\nnav:\n- index.md",
        "name: CI\non: push\njobs:\n  test:\n    steps: []",
        "statements:\n- effect: allow",
        "statements: []",
        "arguments:\n  - name: x",
        "issues:\n  - 1\n  - 2",
        "language: en",
        "meta:\n  charset: utf-8",
        "assumptions:\n- rain",
        "===\ntitle: T\n===\n[P]: P.",
        '{"statements": {}, "arguments": {}, "relations": []}',
        "",
    ],
)
def test_what_does_not(text):
    assert not looks_like(Glimpse(text))


def test_many_findings_of_one_kind_are_told_in_short():
    many = ", ".join(f"s{number}" for number in range(300))
    _, findings = read(f"arguments: {{a: {{conclusion: c, premises: [{many}]}}}}")
    assert len(findings) == 20
    assert findings[-1].notes == ("281 more of this kind are not listed",)


def test_a_long_list_of_positions_makes_no_flood_of_conflicts():
    many = ", ".join(f"s{number}" for number in range(2000))
    made, findings = read(f"issues: {{i: {{positions: [{many}]}}}}")
    assert made.relations == ()
    assert len(made.claims) == 2000
    assert "carried-part" in names(findings)


def test_arguments_in_a_list():
    made, findings = read(
        "statements: {p: P., q: Q.}\n"
        "arguments: [{id: a, conclusion: q, premises: [p]}, {id: a, conclusion: [p, q], premises: [q]},\n"
        "  {id: a}, {id: a}]"
    )
    assert [(item.id, item.target) for item in made.relations] == [("a", "q"), ("a-2", "p")]
    assert made.relation["a-2"].data == {"carneades": {"id": "a", "conclusion": ["p", "q"]}}
    assert made.data["carneades"]["arguments"] == {"a": {}, "a (2)": {}}
    assert sorted(names(findings)) == [
        "odd-value",
        *["repeated-node"] * 3,
        *["step-without-conclusion"] * 2,
    ]


def test_a_claim_that_only_speaks_for_itself_is_not_founded():
    made, findings = read("statements: {p: P., q: Q.}\narguments: {a: {conclusion: p, premises: [p]}}")
    assert [item.assumed for item in made.claims] == [False, False]
    assert names(findings) == ["looping-edge"]


def test_sections_of_the_wrong_kind_are_carried_along():
    made, findings = read("statements: none\narguments: 7\nissues: ''\nassumptions: [[p]]\nmeta: a text")
    assert made.data == {
        "carneades": {"meta": "a text", "statements": "none", "arguments": 7, "assumptions": [["p"]]},
    }
    assert names(findings).count("odd-value") == 5
