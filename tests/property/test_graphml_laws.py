"""Laws of GraphML: all of a map comes back, whatever stands in a file makes a sound map, and others can read ours."""

import io
import re
from dataclasses import replace

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.core.graph import MapGraph
from argmap.core.source import SourceFile
from argmap.formats.graphml.places import joints_of
from argmap.pipeline import load, write
from argmap.rules import check
from argmap.rules.base import Context
from tests.interchange import CASES, portable, reading, there_and_back
from tests.maps import NASTY_TEXTS, maps, rich_maps

SAMPLES = [path.read_text(encoding="utf-8") for path in sorted(CASES.glob("graphml/*.graphml"))]
WORDING = {"empty-text"}


def with_data(sound, whole):
    """A sound map with the free data of the map that it was made of."""
    claims = tuple(
        replace(item, text=whole.claim[item.id].text, data=whole.claim[item.id].data) for item in sound.claims
    )
    relations = tuple(replace(item, data=whole.relation[item.id].data) for item in sound.relations)
    groups = tuple(replace(item, data=whole.group[item.id].data) for item in sound.groups)
    return replace(sound, claims=claims, relations=relations, groups=groups, data=whole.data)


@settings(max_examples=25)
@given(maps() | rich_maps())
def test_all_of_a_map_comes_back(whole):
    sound = with_data(portable(whole, "graphml"), whole)
    made = write(sound, "graphml")
    assert made.losses == ()
    back, findings = reading(made.text, "graphml")
    assert back == sound
    assert findings == ()


@settings(max_examples=25)
@given(maps())
def test_what_comes_back_stays(whole):
    once = there_and_back(whole, "graphml")
    assert there_and_back(once, "graphml") == once


@settings(max_examples=25)
@given(rich_maps(max_claims=4, texts=NASTY_TEXTS))
def test_texts_come_back_with_whatever_signs(whole):
    sound = with_data(portable(whole, "graphml"), whole)
    assert there_and_back(sound, "graphml") == sound


@settings(max_examples=25)
@given(maps())
def test_another_library_finds_the_same_nodes_and_edges(whole):
    sound = portable(whole, "graphml")
    text = write(sound, "graphml").text
    graph = networkx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)
    kinds = networkx.get_node_attributes(graph, "kind")
    said = networkx.get_node_attributes(graph, "id")
    by_kind = {kind: {said.get(node) for node, found in kinds.items() if found == kind} for kind in kinds.values()}
    assert by_kind.get("claim", set()) | by_kind.get("argument", set()) == {item.id for item in sound.claims}
    assert by_kind.get("question", set()) == {item.id for item in sound.questions}
    assert by_kind.get("group", set()) == {item.id for item in sound.groups}
    joints = joints_of(sound)
    assert sum(kind == "step" for kind in kinds.values()) == len(joints)
    lines = sum(len(item.premises) + 1 if item.id in joints else 1 for item in MapGraph(sound).relations)
    answers = sum(len(set(item.answers)) for item in sound.claims)
    assert graph.number_of_edges() == lines + answers


def damaged(draw, text):
    for _ in range(draw(st.integers(1, 4))):
        places = [found.span() for found in re.finditer(r'"[^"<>\n]*"|>[^<>]+<|<[^<>]+>', text)]
        if not places:
            break
        start, end = draw(st.sampled_from(places))
        other = draw(st.sampled_from(places))
        way = draw(st.sampled_from(["drop", "double", "swap", "word", "cut"]))
        piece = text[start:end]
        if way == "swap":
            text = text[:start] + text[other[0] : other[1]] + text[end:]
        elif way == "double":
            text = text[:end] + piece + text[end:]
        elif way == "word":
            word = draw(
                st.sampled_from(["", "null", "-1", "true", "[]", '{"a": [null]}', "support", "step", "n0", "😀"])
            )
            text = text[: start + 1] + word + text[end - 1 :]
        else:
            text = text[:start] + text[end:] if way == "drop" else text[:start]
    return text


@st.composite
def damaged_texts(draw):
    return damaged(draw, draw(st.sampled_from(SAMPLES)))


@settings(max_examples=150)
@given(damaged_texts())
def test_damaged_files_are_read_as_far_as_they_go(text):
    loaded = load(SourceFile("file.graphml", text), "graphml")
    for item in loaded.diagnostics:
        assert 0 <= item.primary.start <= item.primary.end <= len(text)
    if loaded.map is None:
        assert any(item.severity == "error" for item in loaded.diagnostics)
        return
    errors = [item for item in check(Context.of(loaded.map)) if item.severity == "error" and item.name not in WORDING]
    assert errors == []
    assert reading(write(loaded.map, "yaml").text, "yaml")[0] == loaded.map
    assert there_and_back(loaded.map, "graphml") == loaded.map
    for item in (*loaded.map.claims, *loaded.map.relations, *loaded.map.groups):
        assert all(0 <= span.start <= span.end <= len(text) for span in item.spans.values())
