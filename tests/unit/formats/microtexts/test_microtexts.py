"""Argument graphs of the arg-microtexts corpora."""

import pytest

from argmap.core.model import RelationKind
from argmap.core.source import SourceFile
from argmap.formats import FORMATS
from argmap.formats.detection import format_within
from argmap.pipeline import check, load
from tests.interchange import reading


def graph(*elements, **attributes):
    said = "".join(f' {key}="{value}"' for key, value in {"id": "x", **attributes}.items())
    return f"<arggraph{said}>\n" + "".join(f"  {element}\n" for element in elements) + "</arggraph>\n"


def unit(number, text, voice="pro"):
    return (
        f'<edu id="e{number}">{text}</edu><adu id="a{number}" type="{voice}"/>'
        f'<edge id="s{number}" src="e{number}" trg="a{number}" type="seg"/>'
    )


def edge(name, source, target, kind):
    return f'<edge id="{name}" src="{source}" trg="{target}" type="{kind}"/>'


THREE = (unit(1, "Build it."), unit(2, "It is quick."), unit(3, "It is dear.", "opp"))


def found(text):
    return [(item.name, item.primary.line) for item in reading(text, "microtexts")[1]]


def test_the_roles_are_speakers():
    made, _ = reading(graph(*THREE), "microtexts")
    assert [claim.by for claim in made.claims] == [("proponent",), ("proponent",), ("opponent",)]
    assert [speaker.name for speaker in made.speakers] == ["Proponent", "Opponent"]


def test_nobody_holds_what_is_implicit():
    text = graph(
        '<edu id="e1" implicit="true">Build it.</edu>', '<adu id="a1" type="pro"/>', edge("s", "e1", "a1", "seg")
    )
    claim = reading(text, "microtexts")[0].claims[0]
    assert claim.implicit and claim.by == () and claim.data["microtexts"]["type"] == "pro"


@pytest.mark.parametrize(
    ("kind", "expected", "scheme"),
    [
        ("sup", RelationKind.SUPPORT, None),
        ("exa", RelationKind.SUPPORT, "example"),
        ("reb", RelationKind.ATTACK, None),
    ],
)
def test_edges_to_units(kind, expected, scheme):
    made, diagnostics = reading(graph(*THREE, edge("c1", "a2", "a1", kind)), "microtexts")
    (relation,) = made.relations
    assert (relation.id, relation.kind, relation.premises, relation.target) == ("c1", expected, ("a2",), "a1")
    assert (relation.scheme, relation.named, diagnostics) == (scheme, True, ())


def test_undercuts_end_on_relations_whatever_the_order():
    text = graph(*THREE, edge("c3", "a2", "c2", "und"), edge("c2", "a3", "c1", "und"), edge("c1", "a2", "a1", "sup"))
    made, diagnostics = reading(text, "microtexts")
    assert {item.id: item.target for item in made.relations} == {"c3": "c2", "c2": "c1", "c1": "a1"}
    assert not diagnostics


def test_further_premises_are_linked():
    text = graph(*THREE, edge("c9", "a3", "c2", "add"), edge("c1", "a2", "a1", "sup"), edge("c2", "a2", "c1", "und"))
    made, diagnostics = reading(text, "microtexts")
    assert made.relation["c2"].premises == ("a2", "a3")
    assert made.relation["c2"].data["microtexts"]["add"] == [{"id": "c9", "src": "a3"}]
    assert not diagnostics


def test_a_premise_may_be_added_by_way_of_another_addition_and_be_undercut_there():
    four = (*THREE, unit(4, "It is safe."))
    text = graph(
        *four,
        edge("c1", "a2", "a1", "sup"),
        edge("c2", "a4", "c1", "add"),
        edge("c3", "a3", "c2", "add"),
        edge("c4", "a3", "c2", "und"),
    )
    made, diagnostics = reading(text, "microtexts")
    assert made.relation["c1"].premises == ("a2", "a4", "a3")
    assert made.relation["c1"].data["microtexts"]["add"][1] == {"id": "c3", "src": "a3", "trg": "c2"}
    assert made.relation["c4"].target == "c1" and made.relation["c4"].data["microtexts"]["trg"] == "c2"
    assert not diagnostics


def test_several_edges_to_a_unit_are_several_wordings_in_the_order_of_the_text():
    text = graph(
        '<edu id="e1">Build it.</edu>',
        '<edu id="e2">In short, do build it.</edu>',
        '<adu id="a1" type="pro"/>',
        edge("s2", "e2", "a1", "seg"),
        edge("s1", "e1", "a1", "seg"),
    )
    claim = reading(text, "microtexts")[0].claims[0]
    assert (claim.text, claim.restatements) == ("Build it.", ("In short, do build it.",))


def test_a_joint_is_one_wording():
    text = graph(
        '<edu id="e1">Build it,</edu>',
        '<edu id="e2">and do it now.</edu>',
        '<joint id="j1"/>',
        '<adu id="a1" type="pro"/>',
        edge("s1", "e2", "j1", "seg"),
        edge("s2", "e1", "j1", "seg"),
        edge("s3", "j1", "a1", "seg"),
    )
    claim = reading(text, "microtexts")[0].claims[0]
    assert (claim.text, claim.restatements) == ("Build it, and do it now.", ())
    assert [item["text"] for item in claim.data["microtexts"]["edus"][0]["edus"]] == ["Build it,", "and do it now."]


def test_the_topic_is_a_question_and_the_central_claim_answers_it():
    text = graph(*THREE, edge("c1", "a2", "a1", "sup"), topic_id="build_the_tram", stance="con")
    made, _ = reading(text, "microtexts")
    assert (made.title, made.questions[0].text) == ("Build the tram", "Build the tram?")
    assert [claim.id for claim in made.claims if claim.answers] == ["a1"]
    assert made.data["microtexts"] == {"id": "x", "topic_id": "build_the_tram", "stance": "con"}


def test_pieces_of_no_unit_are_carried_along():
    made, diagnostics = reading(graph(*THREE, '<edu id="e9">By the way.</edu>'), "microtexts")
    assert made.data["microtexts"]["nodes"] == [{"element": "edu", "id": "e9", "text": "By the way."}]
    assert [item.name for item in diagnostics] == ["carried-part"]


def test_attributes_that_the_format_does_not_have_are_carried_along_whatever_their_names():
    odd = 'self="1" id="a1" text="2" edus="3" attributes="4" element="5"'
    text = graph(
        f'<adu {odd} type="pro"/>',
        f"<edu {odd.replace('a1', 'e1')}/>",
        '<edge edge="7" edus="8"/>',
        nodes="6",
        text="9",
    )
    made, _ = reading(text, "microtexts")
    expected = {"self": "1", "text": "2", "edus": "3", "attributes": "4", "element": "5"}
    assert made.claims[0].data["microtexts"]["attributes"] == expected
    assert made.data["microtexts"]["attributes"] == {"nodes": "6", "text": "9"}


def test_places_count_characters_and_point_at_the_words():
    text = graph('<edu id="e1"><![CDATA[Ümlaut <b> 🙂]]></edu>', '<adu id="a1"/>', edge("s", "e1", "a1", "seg"))
    spans = reading(text.replace("\n", "\r\n"), "microtexts")[0].claims[0].spans
    assert (spans["text"].text, spans["text"].line) == ("Ümlaut <b> 🙂", 2)
    assert (spans["id"].text, spans["id"].line, spans["id"].column) == ('<adu id="a1"/>', 3, 3)


def test_what_is_left_out_takes_along_what_hangs_on_it():
    text = graph(*THREE, edge("c1", "a9", "a1", "sup"), edge("c2", "a3", "c1", "und"), edge("c3", "a2", "c2", "add"))
    assert found(text) == [("dangling-edge", 5), ("dangling-edge", 6), ("dangling-edge", 7)]
    assert len(reading(text, "microtexts")[0].data["microtexts"]["edges"]) == 3


def test_halves_of_characters_do_no_harm():
    loaded = load(SourceFile("x", graph(unit(1, "a\ud800b"))), "microtexts")
    assert loaded.map is not None and loaded.map.claims[0].text == "a\ufffdb"
    assert loaded.diagnostics[0].name == "odd-encoding"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "syntax-error"),
        ("<arggraph>", "syntax-error"),
        ("<a/>", "syntax-error"),
        ("<arggraph>" * 60, "too-deep"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><arggraph>&b;</arggraph>', "refused-markup"),
        ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><arggraph>&b;</arggraph>', "refused-markup"),
        ("<arggraph>\0</arggraph>", "syntax-error"),
    ],
)
def test_what_is_refused(text, name):
    loaded = load(SourceFile("x", text), "microtexts")
    assert loaded.map is None
    assert [item.name for item in loaded.diagnostics] == [name]


def test_too_large_a_file_is_refused(monkeypatch):
    monkeypatch.setattr("argmap.formats.foreign.notes.MAX_CHARACTERS", 10)
    assert load(SourceFile("x", graph(*THREE)), "microtexts").diagnostics[0].name == "too-large"


def test_it_is_known_by_its_outermost_element():
    assert format_within(graph(*THREE)).name == "microtexts"
    assert format_within('<?xml version="1.0"?>\n<!-- note -->\n<arggraph id="x"/>').name == "microtexts"
    assert not FORMATS["microtexts"].looks_like(_glimpse('<graphml a="arggraph"><arggraph/></graphml>'))


def _glimpse(text):
    from argmap.formats.glimpse import Glimpse

    return Glimpse(text)


def test_rules_point_into_the_file():
    loaded = load(SourceFile("x", graph(*THREE, edge("c1", "a2", "a1", "sup"))), "microtexts")
    assert ("isolated-claim", 4) in [(item.name, item.primary.line) for item in check(loaded) if item.primary]
