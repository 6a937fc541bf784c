"""The layouts made by chance say what they were made of: the ground under all laws of editing."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.native import read_yaml
from tests.layouts import layouts
from tests.maps import maps, rich_maps


@given(st.data())
def test_a_layout_reads_as_its_map(data):
    made = data.draw(maps() | rich_maps())
    reading = read_yaml(data.draw(layouts(made)))
    assert reading.diagnostics == ()
    assert replace(reading.map, relations=()) == replace(made, relations=())
    assert {it.id: it for it in reading.map.relations} == {it.id: it for it in made.relations}
