"""Laws of the formats of other tools: what a format holds comes back, and no damage to a file makes a reader fail."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from argmap.core.diagnostics import Severity
from argmap.core.model import ArgumentMap, RelationKind
from argmap.core.source import SourceFile
from argmap.formats.native import read_yaml
from argmap.pipeline import load, write
from argmap.rules import check
from argmap.rules.base import Context
from tests.interchange import CASES, portable, there_and_back, with_named_relations
from tests.maps import maps, rich_maps

BRIEF = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def one_by_one(argument_map: ArgumentMap) -> ArgumentMap:
    """A map with each attack once, as frameworks are sets of attacks."""
    found = {(item.kind, item.premises, item.target): item for item in argument_map.relations}
    return ArgumentMap(claims=argument_map.claims, relations=tuple(found.values()))


def without_schemes_of_conflicts(argument_map: ArgumentMap) -> ArgumentMap:
    relations = (
        replace(item, scheme=None if item.kind is RelationKind.CONFLICT else item.scheme)
        for item in argument_map.relations
    )
    return replace(argument_map, relations=tuple(relations))


@BRIEF
@given(maps() | rich_maps())
def test_what_sadface_holds_comes_back(argument_map):
    held = without_schemes_of_conflicts(with_named_relations(portable(argument_map, "sadface")))
    text, losses = write(held, "sadface")
    assert losses == ()
    assert load(SourceFile("map.json", text), "sadface").map == held


@BRIEF
@given(maps() | rich_maps(), st.sampled_from(["af", "apx", "tgf"]))
def test_what_frameworks_hold_comes_back(argument_map, name):
    held = one_by_one(portable(argument_map, name))
    if name == "tgf":  # a text is one line there, and no text is the name
        assume(all(item.text == " ".join(item.text.split()) for item in held.claims))
    text, losses = write(held, name)
    assert losses == ()
    assert one_by_one(load(SourceFile("framework", text), name).map) == held


@BRIEF
@given(maps() | rich_maps(), st.sampled_from(["sadface", "af", "apx", "tgf"]))
def test_the_second_time_is_as_the_first(argument_map, name):
    once = there_and_back(argument_map, name)
    assert there_and_back(once, name) == once


CASE_FILES = [
    path
    for name in ("sadface", "mindmup", "rationale", "af", "apx", "tgf")
    for path in sorted([*(CASES / name).glob("*"), *(CASES / name / "broken").glob("*")])
    if path.is_file() and not path.name.endswith((".expected.argmap.yaml", ".findings.txt"))
]
JUNK = st.sampled_from(
    ["", "null", "0", "-1", "[]", "{}", '"', "\\", "\n", "#", "(", ")", ",", "\x00", "\ud800", "a", "1 1"]
)


@st.composite
def damaged(draw):
    """A file of a case in which some pieces are something else."""
    path = draw(st.sampled_from(CASE_FILES))
    text = path.read_text(encoding="utf-8")
    for _ in range(draw(st.integers(1, 4))):
        pieces = [found.span() for found in re.finditer(r'"[^"\n]*"|\w+|\S', text)]
        start, end = draw(st.sampled_from(pieces)) if pieces else (0, 0)
        text = text[:start] + draw(JUNK) + text[end:]
    name = path.parent.name if path.parent.name != "broken" else path.parent.parent.name
    return name, text[: draw(st.integers(0, len(text)))] if draw(st.booleans()) else text


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_no_damage_makes_a_reader_fail(case):
    name, text = case
    loaded = load(SourceFile("damaged", text), name)
    for item in loaded.diagnostics:
        assert item.primary is None or 0 <= item.primary.start <= item.primary.end <= len(loaded.source.text)
    if loaded.map is None:
        assert any(item.severity is Severity.ERROR for item in loaded.diagnostics)
        return
    assert [item for item in check(Context.of(loaded.map)) if item.severity is Severity.ERROR] == []
    assert read_yaml(SourceFile("again", write(loaded.map, "yaml").text)).map == loaded.map


@pytest.mark.parametrize("name", ["sadface", "mindmup"])
def test_any_json_is_read_or_refused(name):
    for value in (None, 1, "x", [], {}, {"nodes": 1, "edges": "x", "ideas": 2}, {"nodes": [1], "ideas": {"1": []}}):
        loaded = load(SourceFile("x", json.dumps(value)), name)
        assert loaded.map is not None or loaded.diagnostics
