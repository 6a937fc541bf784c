"""xAIF of OVA3 and the files of OVA2: what stands around nodes and edges."""

import json

import pytest

from argmap.core.schemes import SCHEMES
from argmap.formats.detection import format_within
from argmap.pipeline import write
from tests.interchange import CASES, reading, there_and_back
from tests.maps import map_of

MAP = """
argmap: 1
speakers: {ann-lee: Ann Lee}
claims:
  tram: {text: Build the tram., by: ann-lee, restatements: A tram should be built.}
  fast: {text: Trams are fast., supports: {to: tram, id: r, scheme: cause-to-effect}}
  bus: {text: Buy buses., conflicts: {to: tram, id: c}}
  cost: {text: Trams cost more., attacks: {to: r, id: u}}
"""


def written(text=MAP, name="xaif"):
    return json.loads(write(map_of(text), name).text)


def test_the_shape_that_ova3_loads():
    whole = written()
    assert list(whole) == ["AIF", "text", "OVA"]
    assert list(whole["AIF"]) == [
        "nodes",
        "edges",
        "schemefulfillments",
        "participants",
        "locutions",
        "descriptorfulfillments",
        "cqdescriptorfulfillments",
    ]
    assert whole["AIF"]["participants"] == [{"participantID": 1, "firstname": "Ann", "surname": "Lee"}]
    assert {"nodeID": "r", "schemeID": "4"} in whole["AIF"]["schemefulfillments"]
    assert [edge["edgeID"] for edge in whole["AIF"]["edges"]] == list(range(1, len(whole["AIF"]["edges"]) + 1))


def test_every_node_has_a_place_of_its_own():
    whole = written()
    ids = [node["nodeID"] for node in whole["AIF"]["nodes"]]
    assert [node["nodeID"] for node in whole["OVA"]["nodes"]] == ids
    assert len({(node["x"], node["y"]) for node in whole["OVA"]["nodes"]}) == len(ids)
    rows = {node["nodeID"]: node["y"] for node in whole["OVA"]["nodes"]}
    assert rows["tram"] < rows["r"] < rows["fast"]
    assert [(edge["fromID"], edge["toID"]) for edge in whole["OVA"]["edges"]] == [
        (edge["fromID"], edge["toID"]) for edge in whole["AIF"]["edges"]
    ]


def test_a_conflict_is_two_nodes():
    whole = written(name="aif")
    ends = {(edge["fromID"], edge["toID"]) for edge in whole["edges"]}
    assert {("bus", "c"), ("c", "tram"), ("tram", "c_2"), ("c_2", "bus")} <= ends
    assert list(whole) == ["nodes", "edges", "locutions"]
    assert whole["edges"][0] == {"edgeID": "1", "fromID": "tram_R1", "toID": "tram_M1", "formEdgeID": None}


@pytest.mark.parametrize("name", ["aif", "xaif"])
def test_a_map_is_the_same_again(name):
    assert there_and_back(map_of(MAP), name) == map_of(MAP)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_is_known_again(scheme):
    whole = map_of(MAP.replace("cause-to-effect", scheme))
    assert there_and_back(whole, "aif") == whole
    assert write(whole, "aif").losses == ()


def marked(html, **more):
    nodes = [{"nodeID": "n1", "text": "A", "type": "I"}, {"nodeID": "2", "text": "B", "type": "I"}]
    return reading(json.dumps({"AIF": {"nodes": nodes, "edges": []}, "text": html, **more}), "xaif")[0]


class TestSourceTexts:
    def test_paragraphs_and_quotes(self):
        whole = marked(
            "One.<br><br><p>Two &amp; <span id=noden1 class=x>three\nfour</span></p><div><span id='2'>x</span></div>"
        )
        assert [(item.paragraph, item.quote) for claim in whole.claims for item in claim.cites] == [
            (2, "three four"),
            (2, "x"),
        ]

    def test_marks_in_marks_and_marks_without_an_end(self):
        whole = marked(
            '<span id="node2">a <span class="y">b</span> <span id="n1">c</span> d</span></span> <span id="n1">e'
        )
        assert [[item.quote for item in claim.cites] for claim in whole.claims] == [["c", "e"], ["a b c d"]]

    def test_nothing_is_marked(self):
        assert marked("no mark <script>alert(1)</script>").sources == ()
        assert marked('<span id="node77">other</span><span id="node2"> </span>').sources == ()

    def test_the_address_of_the_text(self):
        whole = marked({"txt": '<span id="2">b</span>', "url": "https://example.org/a"})
        assert [(item.title, item.link) for item in whole.sources] == [
            ("https://example.org/a", "https://example.org/a")
        ]
        assert marked('<span id="2">b</span>', OVA={"url": "letter.pdf"}).sources[0].link is None

    def test_the_text_is_written_back(self):
        whole = marked('a <span id="2">b</span>')
        assert json.loads(write(whole, "xaif").text)["text"] == 'a <span id="2">b</span>'
        assert there_and_back(whole, "xaif") == whole


def test_places_of_a_file_are_written_back():
    text = (CASES / "xaif" / "park.json").read_text(encoding="utf-8")
    given, again = json.loads(text)["OVA"], json.loads(write(reading(text, "xaif")[0], "xaif").text)["OVA"]
    assert again["nodes"][:2] == given["nodes"]
    assert again["edges"][:1] == given["edges"]
    assert len(again["nodes"]) == len(json.loads(text)["AIF"]["nodes"])


@pytest.mark.parametrize("path", sorted((CASES / "xaif").glob("*.json")), ids=lambda path: path.name)
def test_dialogue_goes_through_aif(path):
    whole, _ = reading(path.read_text(encoding="utf-8"), "xaif")
    by_aif = there_and_back(whole, "aif")
    assert by_aif.data.get("aif") == whole.data.get("aif")
    assert [item.by for item in by_aif.claims] == [item.by for item in whole.claims]


def test_ova2_can_be_taken_to_ova3():
    whole, _ = reading((CASES / "ova2" / "school.json").read_text(encoding="utf-8"), "ova2")
    again = there_and_back(whole, "xaif")
    assert again.relations == whole.relations
    assert [item.by for item in again.claims] == [item.by for item in whole.claims]


@pytest.mark.parametrize(
    "text",
    [
        '{"nodes": [{"id": "a", "type": "atom", "text": "x"}], "edges": [{"source_id": "a", "target_id": "c"}]}',
        '{"nodes": [], "edges": [], "metadata": {"core": {}}}',
        '{"analysis": {"mean": 1}, "edges": 3}',
        '{"AIF": {"title": "x"}}',
        '{"nodes": [{"id": 1}], "links": []}',
        "[1]",
        "nodes: []",
    ],
)
def test_files_of_others(text):
    assert format_within(text, "x.txt").name not in ("aif", "xaif", "ova2")
