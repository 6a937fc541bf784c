"""A text that is read again after changes is the same map as a text that is read for the first time."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.core.source import SourceFile, Span
from argmap.formats import FORMATS, Memory
from argmap.formats.base import Reading
from argmap.pipeline import check, load
from tests.maps import rich_maps

SNIPPETS = [
    "",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    ":",
    ": ",
    "#",
    " # note\n",
    "'",
    '"',
    "|",
    "&a ",
    "*a",
    "[",
    "]",
    "{",
    "}",
    ",",
    "-",
    "\t",
    "é🚋",
    "\u2028",
    "x",
    "  x:\n",
    "  x: A new claim.\n",
    "  x: {text: One., supports: y}\n",
    "    note: Something.\n",
    "    supports: x\n",
    "claims:\n",
    "title: It\n",
    "---\n",
    "...\n",
    "text",
    "wrong: field\n",
]


def as_data(thing: object, source: SourceFile) -> object:
    """A value with all its places as numbers, to compare what stands in one text with what stands in another."""
    if isinstance(thing, Span):
        assert thing.source is source
        return (thing.start, thing.end)
    if isinstance(thing, SourceFile):
        return thing is source
    if is_dataclass(thing) and not isinstance(thing, type):
        found = {item.name: as_data(getattr(thing, item.name), source) for item in fields(thing)}
        return (type(thing), found)
    if isinstance(thing, Mapping):
        return [(name, as_data(value, source)) for name, value in thing.items()]
    if isinstance(thing, tuple | list):
        return [as_data(item, source) for item in thing]
    return thing


def agree(source: SourceFile, memory: Memory) -> None:
    reread, read = FORMATS["yaml"].reread, FORMATS["yaml"].read
    assert reread is not None
    assert read is not None
    quick: Reading = reread(source, memory)
    slow: Reading = read(source)
    assert as_data(quick, source) == as_data(slow, source)


@st.composite
def edited(draw):
    text = FORMATS["yaml"].write(draw(rich_maps()))
    text = text if isinstance(text, str) else text.text
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    versions = [text]
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.one_of(st.just(start), st.integers(start, min(len(text), start + 30))))
        lines = [0, *(number + 1 for number, letter in enumerate(text) if letter == "\n")]
        if draw(st.booleans()):
            start = end = draw(st.sampled_from(lines))
        text = text[:start] + draw(st.sampled_from(SNIPPETS)) + text[end:]
        versions.append(text)
        if draw(st.booleans()):
            text = versions[-2]
            versions.append(text)
    return versions


@settings(deadline=None)
@given(edited())
def test_any_changes_of_a_map_in_yaml(versions):
    memory = Memory()
    for text in versions:
        agree(SourceFile("a.argmap.yaml", text), memory)


@settings(deadline=None, max_examples=25)
@given(edited())
def test_the_findings_are_the_same(versions):
    memory = Memory()
    for text in versions:
        source = SourceFile("a.argmap.yaml", text)
        assert check(load(source, "yaml", memory)) == check(load(source, "yaml"))
