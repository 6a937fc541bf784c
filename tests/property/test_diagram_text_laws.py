"""Laws of Mermaid and D2 texts: their own parsers take them, with every box and line, whatever the texts say."""

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from argmap.core.labelling import Label, Labelling
from argmap.core.model import ArgumentMap, Claim
from argmap.diagram.measure import clean
from argmap.diagram.shown import shown
from argmap.formats.flow import Arrow, Closing, Flow, Opening
from argmap.pipeline import write
from tests.diagram_parsers import d2_fault, d2_shapes, mermaid_graphs, mermaid_words
from tests.maps import NASTY_TEXTS, maps, rich_maps

WORDS = (
    "shape: circle", "|md # x |", "${x} $y $$z$$", "\\n \\", '"q"', "'q'", "a -> b", "# no", "`c` **b** _i_", "null",
    "*", "label", "{x} [y] (z)", "...@x", "|||js x|||", "\\\"", "a; b", "end", "%%{init: {}}%%", "<b>x</b> &amp; #35;",
    "1. first", "- item", "日本 🚋", "click a", "subgraph", "x" * 80,
)  # fmt: skip


def some(strategy, number):
    """Some examples, all at once, as one run of a parser is to see them all."""
    found = []

    @settings(max_examples=number, database=None, phases=[Phase.generate], deadline=None)
    @given(strategy)
    def collect(example):
        found.append(example)

    collect()
    return found


def labelled(argument_map, number):
    labels = {claim.id: list(Label)[place % 4] for place, claim in enumerate(argument_map.claims)}
    strengths = {claim.id: 0.25 for claim in argument_map.claims}
    return (None, Labelling('"x" ${y}', labels), Labelling("strength # by", strengths=strengths))[number % 3]


def samples():
    found = [*some(rich_maps(max_claims=6, texts=NASTY_TEXTS), 14), *some(maps(max_claims=6), 6)]
    return [(item, labelled(item, place)) for place, item in enumerate(found)]


def test_d2_takes_them_all():
    assert d2_fault([write(item, "d2", labelling).text for item, labelling in samples()]) == ""


def test_mermaid_finds_every_box_line_and_group():
    pairs = samples()
    graphs = mermaid_graphs([write(item, "mermaid", labelling).text for item, labelling in pairs])
    assert [graph["error"] for graph in graphs if "error" in graph] == []
    for (item, _), graph in zip(pairs, graphs, strict=True):
        flow = Flow(shown(item))
        parts = list(flow.items())
        # A group that has a colour is a box to the parser as well, until it is drawn.
        boxes = {flow.name(part) for part in parts if not isinstance(part, Opening | Closing | Arrow)}
        assert set(graph["boxes"]) - set(graph["groups"]) == boxes
        assert [line[:2] for line in graph["lines"]] == [[arrow.start, arrow.end] for arrow in flow.arrows]
        assert set(graph["groups"]) == {part.name for part in parts if isinstance(part, Opening)}


def one_claim_each():
    texts = [text for text in (*WORDS, *some(NASTY_TEXTS, 150), *some(st.text(max_size=12), 60)) if clean(text).strip()]
    return ArgumentMap(title="T", claims=tuple(Claim(f"c{number}", text) for number, text in enumerate(texts)))


def test_d2_shows_texts_as_they_are():
    whole = one_claim_each()
    drawn = d2_shapes(write(whole, "d2").text)
    for claim in whole.claims:
        assert "".join("".join(drawn[f"c_{claim.id}"]).split()) == "".join(clean(claim.text).split())


def test_mermaid_shows_texts_as_they_are():
    whole = one_claim_each()
    (graph,) = mermaid_graphs([write(whole, "mermaid").text])
    for claim in whole.claims:
        assert mermaid_words(graph["boxes"][f"c_{claim.id}"]) == " ".join(clean(claim.text).split())


def test_the_parsers_do_refuse_what_is_wrong():
    assert "error" in mermaid_graphs(['flowchart BT\n  a["x" b'])[0]
    assert d2_fault(["a -> b", 'a: "x" {shape: nonsense}'])
