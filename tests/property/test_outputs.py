"""Laws of what is written from a map, for maps of any shape, with faults and without."""

import re
import warnings
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.core.graph import MapGraph
from argmap.core.model import ArgumentMap, Claim, Group, Question, Relation, RelationKind
from argmap.diagram.columns import columns
from argmap.diagram.outline import Role, outline, plain_text
from argmap.formats import dot, mermaid
from argmap.renderers.terminal import render
from tests.labellings import labellings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pygraphviz

IDS = st.sampled_from(["a", "b", "c", "d", "e", "end", "日"])
ENDS = IDS | st.sampled_from(["r0", "r1", "r2", "r3", "ghost"])
TEXTS = st.text(max_size=20) | st.sampled_from(
    ["<b>", "&amp;", '"', "\\", "1. x", "\x1b[31m", "日本語の主張", "👨‍👩‍👧"]
)


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    claims = tuple(
        Claim(item, draw(TEXTS), draw(st.none() | TEXTS), answers=draw(st.sampled_from([(), ("q",), ("q", "p", "no")])))
        for item in draw(st.lists(IDS, unique=True))
    )
    relations = tuple(
        Relation(
            f"r{place}",
            kind,
            tuple(draw(st.lists(IDS, min_size=1, max_size=1 if kind is RelationKind.CONFLICT else 3))),
            draw(ENDS),
        )
        for place, kind in enumerate(draw(st.lists(st.sampled_from(RelationKind), max_size=7)))
    )
    groups = tuple(
        Group(
            f"g{place}", draw(TEXTS), tuple(draw(st.lists(IDS, max_size=3))), draw(st.sampled_from([None, "g0", "g1"]))
        )
        for place in range(draw(st.integers(0, 3)))
    )
    questions = (Question("q", draw(TEXTS)), Question("p", "Which?"))
    return ArgumentMap(draw(TEXTS), claims=claims, relations=relations, questions=questions, groups=groups)


@given(maps())
def test_an_outline_tells_every_claim_in_full_just_once(map: ArgumentMap) -> None:
    found = outline(map)
    full = [node.item.id for node in found.nodes if isinstance(node.item, Claim) and not node.repeat]
    assert sorted(full) == sorted(map.claim)
    steps = [node.item.id for node in found.nodes if node.role is Role.STEP and not node.repeat]
    assert len(set(steps)) == len(steps)
    leads_to_a_claim = {item.id for item in MapGraph(map).relations if _ends_on_a_claim(map, item)}
    assert set(steps) == leads_to_a_claim
    assert plain_text(found).count("\n") <= len(found.nodes)


def _ends_on_a_claim(map: ArgumentMap, relation: Relation) -> bool:
    seen: set[str] = set()
    while relation.id not in seen:
        if relation.target in map.claim or relation.kind is RelationKind.CONFLICT:
            return True
        seen.add(relation.id)
        relation = map.relation[relation.target]
    return False


@given(maps(), st.integers(20, 90), st.booleans())
def test_a_terminal_tree_stays_within_its_columns_and_its_colours(map: ArgumentMap, width: int, unicode: bool) -> None:
    plain = render(outline(map), map, width=width, colour=False, unicode=unicode)
    assert "\x1b" not in plain
    assert all(columns(line) <= max(40, width) for line in plain.splitlines())
    coloured = render(outline(map), map, width=width, colour=True, unicode=unicode)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@given(maps())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_graphviz_reads_every_box_back(map: ArgumentMap) -> None:
    graph = pygraphviz.AGraph(string=dot.write(map))
    boxes = [name for name in graph.nodes() if not name.startswith("j_")]
    assert len(boxes) == len(map.claims) + len(map.questions)


@given(maps())
def test_mermaid_texts_never_leave_their_quotes(map: ArgumentMap) -> None:
    lines = mermaid.write(map).splitlines()
    opened = sum(line.strip().startswith("subgraph ") for line in lines)
    assert opened == sum(line.strip() == "end" for line in lines)
    labels = [label for line in lines[lines.index("flowchart BT") :] for label in re.findall(r'"([^"]*)"', line)]
    assert not any(re.search(r'[<>"`|{}\[\]]', re.sub(r"</?b>|<br>", "", label)) for label in labels)


@given(st.data(), st.integers(20, 90), st.booleans())
def test_marks_stay_within_the_columns_and_take_no_word_away(data: st.DataObject, width: int, unicode: bool) -> None:
    debate = data.draw(maps())
    labelling = data.draw(labellings(debate))
    told = outline(debate)
    shown = render(told, debate, width=width, colour=False, unicode=unicode, labelling=labelling)
    assert all(columns(line) <= max(40, width) for line in shown.splitlines())
    assert "\x1b" not in shown
    assert plain_text(told, labelling).count("\n") <= len(told.nodes) + 1
    bare = render(told, debate, width=400, colour=False, unicode=unicode).split()
    marked = render(told, debate, width=400, colour=False, unicode=unicode, labelling=labelling).split()
    assert not Counter(bare) - Counter(marked), "marks are added to the words, none is lost"


@given(st.data())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_exports_of_an_evaluated_map_stay_whole(data: st.DataObject) -> None:
    debate = data.draw(maps())
    labelling = data.draw(labellings(debate))
    graph = pygraphviz.AGraph(string=dot.write(debate, labelling))
    assert set(graph.nodes()) == set(pygraphviz.AGraph(string=dot.write(debate)).nodes())
    lines = mermaid.write(debate, labelling).splitlines()
    start = lines.index("flowchart BT")
    labels = [label for line in lines[start:] for label in re.findall(r'"([^"]*)"', line)]
    assert not any(re.search(r'[<>"`|{}\[\]]', re.sub(r"</?b>|<br>", "", label)) for label in labels)
    assert mermaid.write(debate, labelling) == mermaid.write(debate, labelling)
