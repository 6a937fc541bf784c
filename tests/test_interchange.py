"""All maps of the project in every format that argmap writes, and back from those that it reads as well."""

from pathlib import Path

import pytest
from lxml import etree

from argmap.core.model import ArgumentMap
from argmap.formats import FORMATS
from argmap.formats.features import FEATURES, losses_of
from argmap.pipeline import load, read, write
from tests.documents import ROOT
from tests.interchange import there_and_back

MAPS = sorted(
    [
        *ROOT.glob("arguments/*.argmap.yaml"),
        *ROOT.glob("examples/**/*.argmap.yaml"),
        *ROOT.glob("examples/**/*.argdown"),
    ]
)
WRITABLE = [name for name, item in FORMATS.items() if item.write]
BOTH_WAYS = [name for name in WRITABLE if FORMATS[name].read]

every_map = pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)


def map_at(path: Path) -> ArgumentMap:
    found = load(read(str(path))).map
    assert found is not None
    return found


@every_map
@pytest.mark.parametrize("name", WRITABLE)
def test_each_map_can_be_written(path, name):
    argument_map = map_at(path)
    text, losses = write(argument_map, name)
    assert text.endswith("\n")
    assert text == write(argument_map, name).text
    assert {loss.what for loss in losses} >= {loss.what for loss in losses_of(argument_map, FORMATS[name])}
    for loss in losses:
        known = {*argument_map.claim, *argument_map.relation, *argument_map.question, *argument_map.group}
        assert set(loss.where) <= known | set(argument_map.speaker) | set(argument_map.source)


@every_map
@pytest.mark.parametrize("name", BOTH_WAYS)
def test_each_map_is_the_same_the_second_time(path, name):
    once = there_and_back(map_at(path), name)
    assert there_and_back(once, name) == once


@every_map
@pytest.mark.parametrize("name", BOTH_WAYS)
def test_what_a_format_holds_is_there_again(path, name):
    argument_map = map_at(path)
    carries = FORMATS[name].carries
    again = there_and_back(argument_map, name)
    for feature in FEATURES.values():
        if carries is None or feature.name in carries:
            before, after = set(feature.holders(argument_map)), set(feature.holders(again))
            assert bool(before) <= bool(after), f"{feature.title} of {before}"


@every_map
@pytest.mark.parametrize("name", BOTH_WAYS)
def test_each_text_is_known_by_its_content(path, name):
    argument_map = map_at(path)
    loaded = load(read(str(path)))
    text = write(argument_map, name).text
    assert load(type(loaded.source)("stdin", text)).format == name


@every_map
def test_graphml_is_xml(path):
    text = write(map_at(path), "graphml").text
    root = etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False, no_network=True))
    assert etree.QName(root).localname == "graphml"
    ids = root.xpath("//*[local-name()='node']/@id")
    assert len(set(ids)) == len(ids)
    assert {*root.xpath("//*[local-name()='edge']/@source"), *root.xpath("//*[local-name()='edge']/@target")} <= set(
        ids
    )
