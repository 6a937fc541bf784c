"""The maps of the project in Argdown: written, read again, and given to every command as they stand."""

import json
from dataclasses import replace

import pytest

from argmap import api
from argmap.core.diagnostics import Severity
from argmap.core.model import ArgumentMap
from tests.documents import ROOT

MAPS = sorted([*ROOT.glob("arguments/*.argmap.yaml"), *ROOT.glob("examples/*/*.argmap.yaml")])
LECTURES = ROOT / "examples/recorded-lectures/lectures.argdown"


def in_order(argument_map: ArgumentMap) -> ArgumentMap:
    return replace(argument_map, relations=tuple(sorted(argument_map.relations, key=lambda item: item.id)))


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_a_map_in_argdown_is_the_same_map(path):
    loaded = api.load(path)
    again = api.loads(api.convert(loaded, "argdown"), "argdown")
    assert again.diagnostics == ()
    assert in_order(again.map) == in_order(loaded.map)
    assert not [item for item in api.check(again) if item.severity is Severity.ERROR]


@pytest.mark.parametrize("name", ["yaml", "json", "argdown"])
def test_an_argdown_file_comes_back_from_other_formats(name):
    loaded = api.load(LECTURES)
    again = api.loads(api.convert(loaded, name), name)
    assert in_order(again.map) == in_order(loaded.map)
    assert json.loads(api.convert(again, "argdown-json")) == json.loads(api.convert(loaded, "argdown-json"))


def test_the_export_is_read_with_and_without_its_map():
    loaded = api.load(LECTURES)
    export = json.loads(api.convert(loaded, "argdown-json"))
    assert {"statements", "arguments", "relations", "sections", "tags", "map", "frontMatter"} == export.keys()
    titles = {item["title"] for item in _nodes(export["map"]["nodes"])}
    assert titles == {claim.title for claim in loaded.map.claims if not claim.hidden}
    whole = api.loads(json.dumps(export), "argdown-json")
    del export["map"]
    bare = api.loads(json.dumps(export), "argdown-json")
    for found in (whole, bare):
        assert found.diagnostics == ()
        assert {item.id: item.text for item in found.map.claims} == {item.id: item.text for item in loaded.map.claims}
        assert {item.id for item in found.map.relations} == {item.id for item in loaded.map.relations}


def test_a_file_without_a_telling_name_is_recognised(tmp_path):
    for name, text in (("a", LECTURES.read_text("utf-8")), ("b.json", api.convert(api.load(LECTURES), "argdown-json"))):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        assert len(api.load(path).map.claims) == len(api.load(LECTURES).map.claims)


def _nodes(nodes):
    for node in nodes:
        if node["type"] == "group-map-node":
            yield from _nodes(node["children"])
        else:
            yield node
