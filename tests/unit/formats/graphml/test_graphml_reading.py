"""GraphML of other tools, and of argmap after others had it open."""

import io

import networkx
import pytest

from argmap.core.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.core.source import SourceFile
from argmap.formats.glimpse import Glimpse
from argmap.formats.graphml.signs import looks_like
from argmap.pipeline import load, write
from tests.interchange import reading, there_and_back

SUPPORT, ATTACK, CONFLICT = RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.CONFLICT
KEYS = """
<key id="t" for="node" attr.name="text"/><key id="k" for="node" attr.name="type"/>
<key id="r" for="edge" attr.name="relation"/><key id="p" for="edge" attr.name="polarity"/>
<key id="w" for="edge" attr.name="weight"/><key id="ng" for="node" yfiles.type="nodegraphics"/>
<key id="eg" for="edge" yfiles.type="edgegraphics"/>
"""


def graph(body, more=""):
    return f'<graphml>{KEYS}{more}<graph edgedefault="directed">{body}</graph></graphml>'


def two(edge):
    return graph(f'<node id="a"><data key="t">A.</data></node><node id="b"><data key="t">B.</data></node>{edge}')


def only_relation(text):
    found, findings = reading(text, "graphml")
    assert findings == ()
    (relation,) = found.relations
    return relation


def names(findings):
    return [item.name for item in findings]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("support", SUPPORT), ("Supports", SUPPORT), ("PRO", SUPPORT), ("+", SUPPORT), ("evidence-for", SUPPORT),
        ("attack", ATTACK), ("rebuts", ATTACK), ("Con", ATTACK), ("-", ATTACK), ("−", ATTACK), ("undercuts", ATTACK),
        ("conflict", CONFLICT), ("contradictory", CONFLICT), ("mutually exclusive", CONFLICT),
    ],
)  # fmt: skip
def test_words_on_edges(word, kind):
    relation = only_relation(two(f'<edge source="a" target="b"><data key="r">{word}</data></edge>'))
    assert (relation.kind, relation.premises, relation.target, relation.named) == (kind, ("a",), "b", False)
    label = f'<data key="eg"><PolyLineEdge><EdgeLabel>{word}\n <LabelModel/></EdgeLabel></PolyLineEdge></data>'
    relation = only_relation(two(f'<edge id="e7" source="a" target="b">{label}</edge>'))
    assert (relation.kind, relation.id, relation.named) == (kind, "e7", True)


@pytest.mark.parametrize(
    ("word", "kind"), [("supported by", SUPPORT), ("is_attacked_by", ATTACK), ("because", SUPPORT)]
)
def test_words_that_turn_an_edge(word, kind):
    relation = only_relation(two(f'<edge source="a" target="b"><data key="r">{word}</data></edge>'))
    assert (relation.kind, relation.premises, relation.target) == (kind, ("b",), "a")


@pytest.mark.parametrize(
    ("look", "kind"),
    [
        ('<LineStyle color="#00AA00"/>', SUPPORT),
        ('<LineStyle color="#FF0000"/>', ATTACK),
        ('<Arrows source="none" target="t_shape"/>', ATTACK),
        ('<LineStyle color="#FF0000"/><Arrows source="delta" target="delta"/>', CONFLICT),
    ],
)
def test_looks_of_edges_where_no_word_says_anything(look, kind):
    edge = f'<edge source="a" target="b"><data key="eg"><PolyLineEdge>{look}</PolyLineEdge></data></edge>'
    assert only_relation(two(edge)).kind is kind


def test_numbers_on_edges():
    assert only_relation(two('<edge source="a" target="b"><data key="p">-0.7</data></edge>')).kind is ATTACK
    weighted = two('<edge source="a" target="b"><data key="r">pro</data><data key="w">0.25</data></edge>')
    assert only_relation(weighted).weight == 0.25
    ones = two('<edge source="a" target="b"><data key="r">pro</data><data key="w">1.0</data></edge>')
    assert only_relation(ones).weight is None
    assert there_and_back(reading(ones, "graphml")[0], "graphml") == reading(ones, "graphml")[0]


def test_what_a_key_says_of_all_edges():
    text = two('<edge source="a" target="b"/>').replace(
        '<key id="r" for="edge" attr.name="relation"/>',
        '<key id="r" for="edge" attr.name="relation"><default>attack</default></key>',
    )
    assert only_relation(text).kind is ATTACK


def test_an_edge_of_no_known_meaning_goes_along():
    text = two('<edge id="e" source="a" target="b"><data key="r">knows</data></edge>')
    found, findings = reading(text, "graphml")
    assert names(findings) == ["edge-without-step"]
    assert found.relations == ()
    assert found.data["graphml"]["edges"] == [{"id": "e", "source": "a", "target": "b", "data": {"relation": "knows"}}]
    again, second = reading(write(found, "graphml").text, "graphml")
    assert (again, second) == (found, ())


def test_steps_may_be_nodes():
    text = graph(
        '<node id="a"><data key="t">A.</data></node><node id="b"><data key="t">B.</data></node>'
        '<node id="c"><data key="t">C.</data></node><node id="u"><data key="t">U.</data></node>'
        '<node id="s"><data key="k">inference</data></node><node id="x"><data key="k">CA-node</data></node>'
        '<edge source="a" target="s"/><edge source="b" target="s"/><edge source="s" target="c"/>'
        '<edge source="u" target="x"/><edge source="x" target="s"/>'
    )
    found, findings = reading(text, "graphml")
    assert findings == ()
    assert [(item.id, item.kind, item.premises, item.target) for item in found.relations] == [
        ("s", SUPPORT, ("a", "b"), "c"),
        ("x", ATTACK, ("u",), "s"),
    ]


def test_titles_and_texts():
    text = graph(
        '<node id="a"><data key="t">The town should build a tram line.</data><data key="ng"><ShapeNode>'
        "<NodeLabel>Build it</NodeLabel></ShapeNode></data></node>"
        '<node id="b"><data key="t">It is fast and it is cheap.</data><data key="ng"><ShapeNode>'
        "<NodeLabel>It is fast...</NodeLabel></ShapeNode></data></node>"
    )
    found, _ = reading(text, "graphml")
    assert [(item.title, item.text) for item in found.claims] == [
        ("Build it", "The town should build a tram line."),
        (None, "It is fast and it is cheap."),
    ]


def test_graphs_of_networkx():
    made = networkx.MultiDiGraph(title="Sunday")
    made.add_node("open", text="Open on Sundays.", score=0.5, implicit=True)
    made.add_node("staff", text="Staff need a free day.", speaker="Ada")
    made.add_edge("staff", "open", relation="attack")
    buffer = io.BytesIO()
    networkx.write_graphml(made, buffer)
    found, findings = reading(buffer.getvalue().decode(), "graphml")
    assert findings == ()
    assert found.title == "Sunday"
    assert found.claims[0].implicit and found.claims[0].score == 0.5
    assert found.speakers[0].name == "Ada" and found.claims[1].by == (found.speakers[0].id,)
    assert [(item.premises, item.kind, item.target) for item in found.relations] == [(("staff",), ATTACK, "open")]


def test_a_file_of_argmap_with_new_names_of_nodes():
    """Editors call nodes `n0`, `n1` and so on when they save; the ids stand under a key as well."""
    whole = ArgumentMap(
        claims=(Claim("tram", "Build it."), Claim("fast", "It is fast."), Claim("cheap", "It is cheap.")),
        relations=(
            Relation("r", SUPPORT, ("fast", "cheap"), "tram", True),
            Relation("fast -> cheap", ATTACK, ("fast",), "cheap"),
        ),
    )
    text = write(whole, "graphml").text
    for number, name in enumerate(("tram", "fast", "cheap", "r")):
        for attribute in ("node id", "source", "target"):
            text = text.replace(f'{attribute}="{name}"', f'{attribute}="n{number}"')
    text = text.replace('<edge source="n1" target="n2"', '<edge id="e3" source="n1" target="n2"')
    assert reading(text, "graphml")[0] == whole


def test_places_of_another_editor_stay():
    box = '<data key="ng"><ShapeNode><Geometry x="{}" y="-20.5" width="90" height="40"/></ShapeNode></data>'
    text = graph(
        f'<node id="a"><data key="t">A.</data>{box.format(10)}</node>'
        f'<node id="b"><data key="t">B.</data>{box.format(300)}</node>'
        '<edge source="a" target="b"><data key="r">pro</data></edge>'
    )
    written = write(reading(text, "graphml")[0], "graphml").text
    assert '<y:Geometry x="300.0" y="-20.5" width="90.0" height="40.0"/>' in written


def test_places_in_the_text_with_other_line_ends():
    text = two('<edge source="a" target="nobody"><data key="r">pro</data></edge>').replace("<node", "\r\nÄ<node")
    loaded = load(SourceFile("f", f"\ufeff{text}".removeprefix("\ufeff")), "graphml")
    (found,) = loaded.diagnostics
    assert (found.name, found.primary.text[:14]) == ("dangling-edge", '<edge source="')
    assert loaded.map.claims[0].spans["text"].text == '<data key="t">'
    assert loaded.map.claims[1].spans["id"].text == '<node id="b">'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<graphml/>", False),
        ("<graphml>\n  <key id='a'/>", True),
        ("<graphml>: an argument of that name", False),
        ('<?xml version="1.0"?>\n<!-- x -->\n<graphml xmlns="x"><graph/></graphml>', True),
        ('<g:graphml xmlns:g="x"/>', True),
        ('<gexf version="1"/>', False),
        ('{"graphml": 1}', False),
        ("graphml: {}", False),
    ],
)
def test_signs(text, expected):
    assert looks_like(Glimpse(text)) is expected


@pytest.mark.parametrize("text", ["", "   ", "<graphml>", "<graphml/>", "<a/>", "no markup", "<graphml>\0</graphml>"])
def test_files_without_a_graph_are_refused_with_a_place(text):
    loaded = load(SourceFile("f", text), "graphml")
    assert loaded.map is None
    assert [item.severity for item in loaded.diagnostics] == ["error"]
    assert loaded.diagnostics[0].primary is not None


def test_an_empty_graph_is_an_empty_map():
    assert reading('<graphml><graph edgedefault="directed"/></graphml>', "graphml")[0] == ArgumentMap()


def test_many_nodes_of_one_id():
    nodes = "".join('<node id="a"><data key="t">A.</data></node>' for _ in range(3000))
    found, findings = reading(graph(nodes), "graphml")
    assert len(found.claims) == 3000
    assert len(findings) == 20 and findings[-1].notes == ("2,979 more of this kind are not listed",)


def test_what_is_said_of_questions_goes_along_with_the_map():
    text = graph('<node id="q 1"><data key="t">Why?</data><data key="k">issue</data></node>')
    found, _ = reading(text, "graphml")
    assert found.questions[0].text == "Why?"
    (aside,) = found.data["graphml"]["questions"].values()
    assert aside == {"node": "q 1", "data": {"type": "issue"}}
    assert there_and_back(found, "graphml") == found
