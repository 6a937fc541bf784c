"""What editors of graphs find in GraphML that argmap writes."""

import io

import networkx
import pytest

from argmap.core.model import (
    ArgumentMap,
    Claim,
    ClaimKind,
    Display,
    Group,
    Question,
    Relation,
    RelationKind,
)
from argmap.core.source import SourceFile
from argmap.diagram.colours import card_tint
from argmap.diagram.themes import LIGHT
from argmap.formats.trees.xml_tree import xml_tree
from argmap.pipeline import load, write
from tests.interchange import reading, there_and_back

TRAM = ArgumentMap(
    title="A tram?",
    language="en",
    questions=(Question("q", "Should the town build a tram?"),),
    claims=(
        Claim("tram", "The town should build a tram line.", "Build it", answers=("q",)),
        Claim("fast", 'It is "fast" & <cheap>.', implicit=True, score=0.75, tags=("money", "time, too")),
        Claim("many", "Many ride it.", colour="#aa0000", link="https://example.org/?a=1&b=2"),
        Claim("home", "They work from home.", hidden=True),
        Claim("bus", "Buses are better.", kind=ClaimKind.ARGUMENT),
    ),
    relations=(
        Relation("step", RelationKind.SUPPORT, ("fast", "many"), "tram", True, scheme="expert-opinion", weight=0.5),
        Relation("cut", RelationKind.ATTACK, ("home",), "step", True),
        Relation("bus -> tram", RelationKind.CONFLICT, ("bus",), "tram"),
    ),
    groups=(
        Group("money", "Money", ("fast", "many"), closed=True),
        Group("inner", "Inner", ("many",), parent="money", colour="#0000aa"),
    ),
    display=Display("right", None, {}, {"support": "#aa00aa"}),
    data={"free": {"list": [1, None, True]}},
)


def tree(argument_map):
    root, refused = xml_tree(SourceFile("made.graphml", write(argument_map, "graphml").text))
    assert refused is None
    return root


def keys(root):
    return {item.attributes["id"]: item.attributes.get("attr.name") for item in root.all("key")}


def values(root, element):
    names = keys(root)
    return {names[item.attributes["key"]]: item.text for item in element.all("data") if not item.children}


def node(root, id):
    return next(item for item in root.below("node") if item.attributes["id"] == id)


def test_keys_come_first_and_all_ends_exist():
    root = tree(TRAM)
    tags = [child.tag for child in root.children]
    assert tags == ["key"] * (len(tags) - 1) + ["graph"]
    declared = {(item.attributes["for"], item.attributes["id"]) for item in root.all("key")}
    ids = [item.attributes["id"] for item in root.below("node")]
    assert len(ids) == len(set(ids)) == 9
    for scope in ("graph", "node", "edge"):
        used = {(scope, data.attributes["key"]) for item in root.below(scope) for data in item.all("data")}
        assert used <= declared
    for edge in root.below("edge"):
        assert {edge.attributes["source"], edge.attributes["target"]} <= set(ids)


def test_fields_stand_under_keys():
    root = tree(TRAM)
    assert values(root, node(root, "fast")) == {
        "id": "fast",
        "kind": "claim",
        "label": 'It is "fast" & <cheap>.',
        "text": 'It is "fast" & <cheap>.',
        "implicit": "true",
        "score": "0.75",
        "tags": '["money", "time, too"]',
        "order": "1",
    }
    step = values(root, node(root, "step"))
    assert {name: step[name] for name in ("kind", "relation", "scheme", "weight")} == {
        "kind": "step",
        "relation": "support",
        "scheme": "expert-opinion",
        "weight": "0.5",
    }
    types = {item.attributes.get("attr.name"): item.attributes.get("attr.type") for item in root.all("key")}
    assert (types["implicit"], types["score"], types["text"]) == ("boolean", "double", "string")


def test_steps_with_parts_are_nodes():
    root = tree(TRAM)
    lines = {
        (item.attributes["source"], item.attributes["target"]): values(root, item).get("role")
        or values(root, item)["relation"]
        for item in root.below("edge")
    }
    assert lines == {
        ("tram", "q"): "answer",
        ("fast", "step"): "premise",
        ("many", "step"): "premise",
        ("step", "tram"): "conclusion",
        ("home", "step"): "attack",
        ("bus", "tram"): "conflict",
    }
    named = {item.attributes.get("id") for item in root.below("edge")}
    assert named == {None, "cut"}


def test_boxes_have_places_labels_and_colours():
    root = tree(TRAM)
    boxes = {}
    for item in root.below("node"):
        shape = next(data for data in item.all("data") if data.children).children[0]
        place = next(shape.below("Geometry")).attributes
        boxes[item.attributes["id"]] = [float(place[name]) for name in ("x", "y", "width", "height")]
    inside = [box for name, box in boxes.items() if name not in ("money", "inner")]
    for place, one in enumerate(inside):
        for other in inside[place + 1 :]:
            assert (
                one[0] + one[2] <= other[0]
                or other[0] + other[2] <= one[0]
                or one[1] + one[3] <= other[1]
                or other[1] + other[3] <= one[1]
            ), "two boxes overlap"
    shape = next(node(root, "tram").below("ShapeNode"))
    assert shape.one("NodeLabel").text.split("\n")[0] == "Build it"
    assert shape.one("Fill").attributes["color"] == LIGHT.thesis_ground
    assert next(node(root, "many").below("Fill")).attributes["color"] == card_tint("#aa0000", LIGHT).ground
    assert next(node(root, "fast").below("BorderStyle")).attributes["type"] == "dashed"
    cut = next(item for item in root.below("edge") if item.attributes.get("id") == "cut")
    assert next(cut.below("LineStyle")).attributes["type"] == "dashed"
    assert next(cut.below("LineStyle")).attributes["color"] == LIGHT.attack
    assert next(cut.below("EdgeLabel")).text == "−"
    rivals = next(item for item in root.below("edge") if item.attributes["source"] == "bus")
    assert next(rivals.below("Arrows")).attributes == {"source": "white_delta", "target": "white_delta"}


def test_groups_are_folders_that_can_be_closed():
    root = tree(TRAM)
    outer = node(root, "money")
    assert outer.attributes["yfiles.foldertype"] == "group"
    realizers = next(outer.below("Realizers"))
    assert [item.tag for item in realizers.children] == ["GroupNode", "GroupNode"]
    within = {item.attributes["id"] for item in outer.below("node")}
    assert within == {"inner", "many", "fast"}


def test_edges_stand_in_the_graph_of_the_innermost_group_around_both_ends():
    whole = ArgumentMap(
        questions=(Question("p", "Outside?"), Question("q", "Inside?")),
        claims=(Claim("a", "A.", answers=("p", "q")), Claim("b", "B."), Claim("c", "C.")),
        relations=tuple(
            Relation(f"{start} -> {end}", RelationKind.SUPPORT, (start,), end)
            for start, end in (("c", "a"), ("b", "a"), ("a", "c"))
        ),
        groups=(Group("outer", "Outer", ("a", "q")), Group("inner", "Inner", ("b",), "outer")),
    )
    within = {
        (edge.attributes["source"], edge.attributes["target"])
        for graph in node(tree(whole), "outer").all("graph")
        for edge in graph.all("edge")
    }
    assert within == {("a", "q"), ("b", "a")}
    assert there_and_back(whole, "graphml") == whole, "answers and relations keep their order"


def test_text_stands_in_the_middle_of_its_box_by_its_place_too():
    for name in ("tram", "home"):
        shape = next(node(tree(TRAM), name).below("ShapeNode"))
        box, label = next(shape.below("Geometry")).attributes, shape.one("NodeLabel").attributes
        above = float(label["y"])
        below = float(box["height"]) - above - float(label["height"])
        assert above > 0
        assert above == pytest.approx(below, abs=0.02)


def test_nothing_is_lost():
    made = write(TRAM, "graphml")
    assert made.losses == ()
    assert there_and_back(TRAM, "graphml") == TRAM
    assert write(TRAM, "graphml").text == made.text


def test_relations_that_lead_nowhere_are_told_of():
    faulty = ArgumentMap(
        claims=(Claim("a", "A."),),
        relations=(
            Relation("r", RelationKind.SUPPORT, ("a",), "gone"),
            Relation("s", RelationKind.ATTACK, ("a",), "r"),
        ),
    )
    (loss,) = write(faulty, "graphml").losses
    assert (loss.what, loss.where) == ("relations with an end that is not in the map", ("r", "s"))


@pytest.mark.parametrize(
    "text", ["a\x00b", "\ud800", "  spaces  ", "\n", "]]>", "<!-- & -->", "\r\n", "\x85\u2028", "\ufffe"]
)
def test_texts_with_whatever_signs(text):
    whole = ArgumentMap(
        title=text, claims=(Claim("a", text, text, note=text, tags=(text,), data={text: text}),), data={"x": [text]}
    )
    assert there_and_back(whole, "graphml") == whole


def test_a_text_that_somebody_changed_counts_more_than_the_exact_one():
    text = write(ArgumentMap(claims=(Claim("a", "one\x07"),)), "graphml").text
    assert reading(text.replace("one\ufffd</data>", "two</data>"), "graphml")[0].claims[0].text == "two"


def test_groups_as_deep_as_one_likes():
    groups = tuple(Group(f"g{n}", f"Group {n}", (), f"g{n - 1}" if n else None) for n in range(60))
    whole = ArgumentMap(claims=(Claim("a", "A."),), groups=(*groups[:-1], Group("g59", "Last", ("a",), "g58")))
    assert there_and_back(whole, "graphml") == whole


def test_another_library_reads_it():
    graph = networkx.read_graphml(io.BytesIO(write(TRAM, "graphml").text.encode()))
    assert graph.nodes["many"]["text"] == "Many ride it."
    assert graph.nodes["fast"]["implicit"] is True
    assert graph.edges["bus", "tram"]["relation"] == "conflict"


def test_a_large_map_is_laid_out_as_well():
    claims = tuple(Claim(f"c{n}", f"Claim number {n}.") for n in range(450))
    relations = tuple(
        Relation(f"c{n} -> c{n // 3}", RelationKind.SUPPORT, (f"c{n}",), f"c{n // 3}") for n in range(1, 450)
    )
    whole = ArgumentMap(claims=claims, relations=relations)
    assert there_and_back(whole, "graphml") == whole


def test_it_is_recognised():
    assert load(SourceFile("x", write(TRAM, "graphml").text)).format == "graphml"
