"""The map of the article holds what it promises: all of the debate, with its places, for both sides."""

from argmap import api
from argmap.core.graph import MapGraph
from argmap.core.model import RelationKind
from tests.documents import ROOT

MAP = api.load(ROOT / "arguments" / "european-troops-ukraine.argmap.yaml").map


def test_every_paragraph_is_cited_and_every_claim_cites_or_is_implicit():
    assert {cite.paragraph for claim in MAP.claims for cite in claim.cites} == set(range(1, 14))
    for claim in MAP.claims:
        assert bool(claim.cites) != claim.implicit, claim.id


def test_it_is_as_rich_as_the_debate():
    undercuts = [item for item in MAP.relations if item.target in MAP.relation]
    assert len(MAP.claims) >= 45
    assert len(MAP.relations) >= 50
    assert sum(len(item.premises) > 1 for item in MAP.relations) >= 5
    assert len(undercuts) >= 4
    assert sum(item.kind is RelationKind.CONFLICT for item in MAP.relations) >= 2
    assert sum(item.scheme is not None for item in MAP.relations) >= 8
    assert all(claim.title for claim in MAP.claims)
    assert len(MAP.groups) >= 3


def test_every_question_has_rival_positions():
    for question in MAP.questions:
        assert sum(question.id in claim.answers for claim in MAP.claims) >= 2, question.id


def test_every_speaker_holds_something():
    held = {speaker for claim in MAP.claims for speaker in claim.by}
    assert held == set(MAP.speaker)
    assert {"macron", "starmer", "zelenskyy", "trump", "zakharova", "putins-government"} <= held
    assert {"ukrainian-officials", "european-leaders", "critics"} <= held


def test_every_thesis_has_an_objection():
    graph = MapGraph(MAP)
    for root in graph.roots:
        assert any(item.kind is not RelationKind.SUPPORT for item in graph.onto.get(root.id, ())), root.id


def test_what_stands_is_an_account_that_both_sides_could_sign():
    """What the article leaves open stays open; what falls does so to an objection that nobody in it answers."""
    labels = api.evaluate(MAP).labelling.labels
    positions = {claim.id: labels[claim.id].value for claim in MAP.claims if claim.answers}
    assert {name for name, label in positions.items() if label == "undecided"} == {
        "deploy", "keep-out", "force-and-arms", "wrong-approach", "nato-mission", "outside-nato", "refuse", "may-agree",
    }  # fmt: skip
    fallen = [claim.id for claim in MAP.claims if labels[claim.id].value == "out"]
    assert fallen == ["winning", "europes-duty"]
    assert api.tell(MAP, api.why(MAP, "europes-duty")).startswith(
        "“A task for Europe” falls: it is attacked by “Europe may lack the means”"
    )
