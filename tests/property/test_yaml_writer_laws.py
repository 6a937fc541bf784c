"""Laws of the YAML writer: what it writes is the same map again, for every reader of YAML."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.core.source import SourceFile
from argmap.formats.json import write as as_json
from argmap.formats.native import read_yaml
from argmap.formats.native.writing import write
from argmap.formats.native.yaml_text import Free, block, flow
from argmap.formats.trees.scalars import plain_value
from tests.maps import NASTY_TEXTS, free_data, maps, rich_maps

PURE = yaml.SafeLoader
FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_again(argument_map):
    reading = read_yaml(SourceFile("m", write(argument_map)))
    assert reading.diagnostics == ()
    return reading.map


@given(maps() | rich_maps())
def test_what_is_written_is_the_same_map(argument_map):
    again = read_again(argument_map)
    assert again == argument_map
    assert as_json(again) == as_json(argument_map), "the types of data are the same too"
    assert write(again) == write(argument_map)


@settings(max_examples=40)
@given(rich_maps(max_claims=3, texts=NASTY_TEXTS))
def test_no_text_is_too_nasty_to_be_written(argument_map):
    assert as_json(read_again(argument_map)) == as_json(argument_map)


@pytest.mark.parametrize("loader", [PURE, FAST])
@given(text=NASTY_TEXTS, key=NASTY_TEXTS)
def test_every_reader_takes_a_text_for_the_same(loader, text, key):
    base = type("Base", (yaml.BaseLoader if loader is PURE else getattr(yaml, "CBaseLoader", yaml.BaseLoader),), {})
    value = {key: text, "list": [text, [text]], "inner": {key: {key: text}}}
    for written in ("\n".join(block(value)) + "\n", flow(value)):
        assert yaml.load(written, Loader=base) == value
        yaml.load(written, Loader=loader)  # no guess of a type ends in an error


@given(free_data(NASTY_TEXTS))
def test_free_data_keeps_its_types(data):
    def typed(node):
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.style else plain_value(node.value)
        if isinstance(node, yaml.SequenceNode):
            return [typed(item) for item in node.value]
        return {key.value: typed(value) for key, value in node.value}

    for written in ("\n".join(block(Free(data))) + "\n", flow(Free(data))):
        found = typed(yaml.compose(written, Loader=FAST)) if data or written.strip() else {}
        assert repr(found) == repr(data)


@given(st.text())
def test_a_value_with_a_type_is_never_an_error(text):
    plain_value(text)
