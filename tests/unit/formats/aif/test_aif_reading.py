"""AIF as AIFdb has it, read."""

import json

import pytest

from argmap.core.model import RelationKind
from argmap.core.source import SourceFile
from argmap.pipeline import load, write
from tests.interchange import reading, there_and_back


def file(*nodes, edges="", **more):
    """A file of AIF with nodes as `id type text`, and edges as `from>to`."""
    said = []
    for node in nodes:
        node_id, kind, *text = node.split(" ", 2)
        said.append({"nodeID": node_id, "text": text[0] if text else kind, "type": kind})
    ends = [edge.split(">") for edge in edges.split()]
    pairs = [{"edgeID": str(number), "fromID": a, "toID": b} for number, (a, b) in enumerate(ends)]
    return json.dumps({"nodes": said, "edges": pairs, "locutions": [], **more})


def read(*nodes, **more):
    return reading(file(*nodes, **more), "aif")


def ends(argument_map):
    return [(item.kind.value, item.premises, item.target) for item in argument_map.relations]


def test_linked_and_convergent_premises():
    whole, found = read("a I A", "b I B", "c I C", "d I D", "r RA", "s RA", edges="a>r b>r r>d c>s s>d")
    assert ends(whole) == [("support", ("a", "b"), "d"), ("support", ("c",), "d")]
    assert [item.id for item in whole.relations] == ["r", "s"]
    assert found == ()


def test_undercuts_and_undercuts_of_undercuts():
    whole, _ = read("a I A", "b I B", "c I C", "d I D", "r RA", "s CA", "t CA", edges="a>r r>d b>s s>r c>t t>s")
    assert ends(whole) == [("support", ("a",), "d"), ("attack", ("b",), "r"), ("attack", ("c",), "s")]


@pytest.mark.parametrize(
    ("node", "scheme"),
    [
        ({"text": "Default Inference"}, None),
        ({"text": "RA"}, None),
        ({"text": "RA", "scheme": "ExpertOpinion", "schemeID": "1000"}, "expert-opinion"),
        ({"text": "Argument From Expert Opinion"}, "expert-opinion"),
        ({"text": "sign", "scheme": "Default Inference", "schemeID": "72"}, "sign"),
        ({"text": "Default Inference", "schemeID": 28}, "practical-reasoning"),
        ({"text": "Default Inference", "schemeID": "123456"}, None),
        ({"text": "Rule of the Harbour"}, "Rule of the Harbour"),
    ],
)
def test_schemes(node, scheme):
    text = json.dumps(
        {
            "nodes": [
                {"nodeID": "1", "text": "A", "type": "I"},
                {"nodeID": "2", "text": "B", "type": "I"},
                {"nodeID": "3", "type": "RA", **node},
            ],
            "edges": [{"fromID": "1", "toID": "3"}, {"fromID": "3", "toID": "2"}],
        }
    )
    whole, found = reading(text, "aif")
    assert (whole.relations[0].scheme, found) == (scheme, ())
    back = json.loads(write(whole, "aif").text)["nodes"][2]
    assert {key: back[key] for key in node} == node


class TestConflicts:
    NODES = ("a I A", "b I B", "c CA", "d CA")

    def test_two_directions_are_one(self):
        whole, _ = read(*self.NODES, edges="a>c c>b b>d d>a")
        assert ends(whole) == [("conflict", ("a",), "b")]
        assert [node["nodeID"] for node in json.loads(write(whole, "aif").text)["nodes"]] == ["a", "b", "c", "d"]

    def test_not_with_several_premises(self):
        whole, _ = read(*self.NODES, "e I E", edges="a>c e>c c>b b>d d>a")
        assert {item.kind for item in whole.relations} == {RelationKind.ATTACK}

    def test_not_if_the_second_is_attacked_itself(self):
        whole, _ = read(*self.NODES, "e I E", "f CA", edges="a>c c>b b>d d>a e>f f>d")
        assert ends(whole) == [("attack", ("a",), "b"), ("attack", ("b",), "a"), ("attack", ("e",), "d")]

    def test_the_first_may_be_attacked(self):
        whole, _ = read(*self.NODES, "e I E", "f CA", edges="a>c c>b b>d d>a e>f f>c")
        assert ends(whole) == [("conflict", ("a",), "b"), ("attack", ("e",), "c")]

    def test_dialogue_may_lead_to_both(self):
        whole, _ = read(*self.NODES, "l L Bo : no", "y YA Disagreeing", edges="a>c c>b b>d d>a l>y y>d")
        assert ends(whole) == [("conflict", ("a",), "b")]
        assert there_and_back(whole, "aif") == whole


class TestRephrases:
    def test_other_words_are_a_restatement(self):
        whole, found = read("a I A", "b I B", "m MA Default Rephrase", edges="b>m m>a")
        assert [(item.id, item.restatements) for item in whole.claims] == [("a", ("B",))]
        assert found == ()
        assert there_and_back(whole, "aif") == whole

    def test_chains_end_at_the_claim(self):
        nodes = ("a I A", "b I B", "c I C", "m MA Default Rephrase", "n MA Default Rephrase")
        whole, _ = read(*nodes, edges="c>n n>b b>m m>a")
        assert [(item.id, item.restatements) for item in whole.claims] == [("a", ("B", "C"))]
        back = json.loads(write(whole, "aif").text)
        assert {"edgeID": "4", "fromID": "n", "toID": "b", "formEdgeID": None} in back["edges"]

    @pytest.mark.parametrize(
        ("nodes", "edges"),
        [
            (["m MA Default Rephrase", "r RA", "c I C"], "b>m m>a b>r r>c"),
            (["m MA Evaluation"], "b>m m>a"),
            (["m MA Default Rephrase"], "b>m"),
            (["m MA Default Rephrase"], "z>m m>a"),
            (["m MA Default Rephrase", "n MA Default Rephrase"], "b>m m>a a>n n>b"),
            (["m MA Default Rephrase", "l L Bo : is it A?", "y YA Pure Questioning"], "b>m m>a l>y y>a"),
        ],
        ids=["has another part", "is no rephrase", "no end", "no beginning", "circle", "answers a question"],
    )
    def test_what_stays_a_claim(self, nodes, edges):
        whole, found = read("a I A", "b I B", *nodes, edges=edges)
        assert {"a", "b"} <= set(whole.claim)
        assert "carried-part" in {item.name for item in found}
        assert there_and_back(whole, "aif") == whole


class TestTexts:
    def test_entities_are_unescaped_and_written_back(self):
        whole, _ = read("a I Fish &amp; chips &lt;b&gt; &nosuch; ?a=1&copy=2")
        assert whole.claims[0].text == "Fish & chips <b> &nosuch; ?a=1&copy=2"
        back = json.loads(write(whole, "aif").text)["nodes"][0]["text"]
        assert back == "Fish &amp; chips &lt;b&gt; &nosuch; ?a=1&copy=2"

    def test_a_text_that_looks_like_an_entity_stays_as_it_is(self):
        whole = reading('argmap: 1\nclaims:\n  a: "Write &amp; for an ampersand"\n', "yaml")[0]
        assert there_and_back(whole, "aif").claims[0].text == "Write &amp; for an ampersand"

    def test_a_new_text_is_written(self):
        whole, _ = read("a I Fish &amp; chips")
        text = write(whole, "yaml").text.replace("text: Fish & chips", "text: Peas")
        assert json.loads(write(reading(text, "yaml")[0], "aif").text)["nodes"][0]["text"] == "Peas"

    def test_no_text(self):
        whole, found = read("a I ")
        assert (whole.claims[0].text, [item.name for item in found]) == ("a", ["node-without-text"])
        assert json.loads(write(whole, "aif").text)["nodes"][0]["text"] == ""


def test_ids_that_no_map_can_have_are_written_back():
    whole, _ = read("n/1 I A", "n/2 I B", "r#3 RA", edges="n/1>r#3 r#3>n/2")
    assert list(whole.claim) == ["n-1", "n-2"]
    assert [node["nodeID"] for node in json.loads(write(whole, "aif").text)["nodes"]] == ["n/1", "n/2", "r#3"]


def test_numbers_as_ids():
    nodes = [{"nodeID": number, "text": f"T{number}", "type": kind} for number, kind in ((1, "I"), (2, "I"), (3, "CA"))]
    text = json.dumps({"nodes": nodes, "edges": [{"fromID": 1, "toID": "3"}, {"fromID": 3, "toID": 2}]})
    whole, found = reading(text, "aif")
    assert (ends(whole), found) == ([("attack", ("1",), "2")], ())


def test_missing_lists_and_null():
    assert reading('{"nodes": null, "edges": null}', "aif")[0].claims == ()
    assert reading('{"nodes": []}', "aif") == reading('{"edges": []}', "aif")


def test_types_in_small_letters():
    whole, _ = read("a i A", "b I B", "r ra", edges="a>r r>b")
    assert ends(whole) == [("support", ("a",), "b")]
    assert there_and_back(whole, "aif") == whole
    assert json.loads(write(whole, "aif").text)["nodes"][0]["type"] == "i"


def test_places_in_a_file_with_a_mark_line_ends_and_letters():
    nodes = ['{"nodeID": "1", "text": "Über Brücken", "type": "I"}', '{"nodeID": "1", "text": "ä", "type": "I"}']
    text = '{"nodes": [\r\n ' + ",\r\n ".join(nodes) + "]}"
    loaded = load(SourceFile("f", text), "aif")
    claim = loaded.map.claims[0]
    assert (claim.spans["text"].text, claim.spans["id"].line, claim.spans["id"].column) == ('"Über Brücken"', 2, 13)
    assert [(item.name, item.primary.line, item.primary.column) for item in loaded.diagnostics] == [
        ("repeated-node", 3, 13)
    ]


def test_the_second_of_two_nodes_is_written_back():
    whole, _ = read("a I A", "a I B")
    assert [node["text"] for node in json.loads(write(whole, "aif").text)["nodes"]] == ["A", "B"]
    assert there_and_back(whole, "aif") == whole


def test_edges_that_lead_nowhere_are_written_back():
    whole, found = read("a I A", "r RA", edges="a>r r>z a>a")
    assert [item.name for item in found] == ["step-without-conclusion", "dangling-edge", "looping-edge"]
    pairs = {(edge["fromID"], edge["toID"]) for edge in json.loads(write(whole, "aif").text)["edges"]}
    assert pairs == {("a", "r"), ("r", "z"), ("a", "a")}
    assert there_and_back(whole, "aif") == whole


def test_what_hangs_on_a_claim_goes_with_it():
    whole, _ = read("a I A", "b I B", "l L Bo : A", "y YA Asserting", edges="l>y y>a")
    text = write(whole, "yaml").text.replace("  a:\n    text: A\n    by: bo\n", "")
    changed, found = reading(text, "yaml")
    assert (list(changed.claim), found) == (["b"], ())
    again = json.loads(write(changed, "aif").text)
    assert [(edge["fromID"], edge["toID"]) for edge in again["edges"]] == [("l", "y")]
