"""Laws of the canonical layout: laid out twice is laid out once, and neither map, comments nor order change."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.core.source import SourceFile
from argmap.editing import RefusedError
from argmap.editing.layout import argdown, yaml
from argmap.editing.yaml.syntax import is_same, reading, syntax
from argmap.formats.argdown import comments as argdown_comments
from argmap.formats.argdown import read as read_argdown
from argmap.formats.json import write
from argmap.formats.native import read_yaml
from argmap.rules.comments import places_in_yaml
from tests.layouts import layouts
from tests.maps import NASTY_TEXTS, TEXTS, maps, rich_maps
from tests.property.test_argdown_text_laws import texts as argdown_texts


def words(source, places):
    return [source.text[start:end].strip() for start, end in places(source.text)]


@given(st.one_of(maps(), rich_maps(), maps(texts=NASTY_TEXTS | TEXTS)).flatmap(layouts))
def test_yaml(source):
    made = SourceFile(source.name, yaml.laid_out(source))
    assert yaml.laid_out(made) == made.text
    before, after = read_yaml(source), read_yaml(made)
    assert after.map == before.map
    assert write(after.map) == write(before.map), "the types of data are the same too"
    assert is_same(reading(syntax(made.text)), reading(syntax(source.text))), "and the order of all fields"
    assert words(made, places_in_yaml) == words(source, places_in_yaml)
    assert made.text.endswith("\n")
    assert ("\r\n" in made.text) is (2 * source.text.count("\r\n") > source.text.count("\n"))


@given(st.text(alphabet="argmp:1 clis\n-{}[],&*!|>'\"#%?\t\r", max_size=60))
def test_no_yaml_makes_it_fail(text):
    source = SourceFile("m", "argmap: 1\nclaims:\n" + text)
    try:
        made = yaml.laid_out(source)
    except RefusedError as refused:
        assert read_yaml(source).map is None, refused.message
    else:
        assert yaml.laid_out(SourceFile("m", made)) == made


@given(argdown_texts)
def test_argdown(text):
    source = SourceFile("debate.argdown", text)
    made = SourceFile(source.name, argdown.laid_out(source))
    assert argdown.laid_out(made) == made.text
    assert read_argdown(made).map == read_argdown(source).map
    assert words(made, argdown_comments) == words(source, argdown_comments)
    assert "".join(made.text.split()) == "".join(text.split()), "only spaces and line ends change"
