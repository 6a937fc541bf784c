"""Laws of the native format: reading after writing is identity, and no text makes the reader fail."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.core.source import SourceFile
from argmap.formats.json import write
from argmap.formats.native import read_json, read_yaml
from tests.maps import maps, rich_maps
from tests.unit.formats.test_native import TRAM


@given(maps() | rich_maps())
def test_json_is_lossless(argument_map):
    reading = read_json(SourceFile("m", write(argument_map)))
    assert reading.diagnostics == ()
    assert reading.map == argument_map
    assert write(reading.map) == write(argument_map), "the types of data are the same too"


@given(maps() | rich_maps())
def test_json_is_also_yaml(argument_map):
    reading = read_yaml(SourceFile("m", write(argument_map)))
    assert reading.diagnostics == ()
    assert reading.map == argument_map
    assert write(reading.map) == write(argument_map), "the types of data are the same too"


def places_lie_inside(source, reading):
    for item in reading.diagnostics:
        assert 0 <= item.primary.start <= item.primary.end <= len(source.text)


@given(st.integers(0, len(TRAM)), st.text(max_size=6), st.integers(0, 30))
def test_no_damage_to_a_file_makes_the_reader_fail(place, put_in, cut):
    source = SourceFile("m", TRAM[:place] + put_in + TRAM[place + cut :])
    if not any("\ud800" <= character <= "\udfff" for character in source.text):
        places_lie_inside(source, read_yaml(source))
        places_lie_inside(source, read_json(source))


@given(st.text(alphabet="argmp:1 clis\n-{}[],&*!|>'\"#%@?\t", max_size=80))
def test_no_text_makes_the_reader_fail(text):
    source = SourceFile("m", "argmap: 1\nclaims:\n" + text)
    places_lie_inside(source, read_yaml(source))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "argmap",
                        "claims",
                        "text",
                        "supports",
                        "with",
                        "to",
                        "cites",
                        "source",
                        "relations",
                        "kind",
                        "premises",
                        "target",
                        "groups",
                        "members",
                        "by",
                        "data",
                        "colour",
                        "display",
                        "tag_colours",
                        "a",
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_no_shape_makes_the_reader_fail(data):
    import json

    source = SourceFile(
        "m", json.dumps({"argmap": 1, "claims": {"a": data}, "relations": [data], "groups": data, "display": data})
    )
    places_lie_inside(source, read_json(source))
