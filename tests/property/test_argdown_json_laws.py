"""Laws of Argdown's JSON: no damage to an export makes the reader fail, and what it understands it can write again."""

import json
from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from argmap.core.source import SourceFile
from argmap.formats.argdown.export.export import to_json
from argmap.formats.argdown.json_input.reading import read_json
from argmap.formats.argdown.settings.selection import select
from argmap.formats.argdown.settings.settings import Settings
from tests.argdown_debates import DebateOf


def written(debate):
    settings = Settings.of(debate.settings)
    return to_json(debate, select(debate, settings), settings)


def full():
    build = DebateOf()
    section = build.section("s2", 2, build.section("s1", 1), tags=("part",))
    build.statement("S", "It is so. #new", tags=("new",), data={"isInMap": True}, section=section)
    build.argument("A", "Because.", section=section)
    argument = build.structure("A", "P", "|I", "Q", "S", rules=("Modus ponens",))
    build.relate_ends(build.argument("U"), "undercut", argument.structure[-1].inference)
    build.relate("S", "contrary", "P")
    build.relate("<U>", "attack", "<A>")
    return json.loads(written(build.debate))


EXPORT = full()
TEXT = json.dumps(EXPORT, indent=1)
NAMES = st.sampled_from(["S", "A", "I", "", "Untitled 1", "premise", "main-conclusion", "inference", "argument", "s1"])
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 3) | st.floats(allow_nan=False, allow_infinity=False) | NAMES,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=2),
    max_leaves=4,
)


def places(value, path=()):
    if path:
        yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inside:
        yield from places(item, (*path, key))


@st.composite
def damaged(draw):
    """An export in which some values are gone or something else."""
    content = deepcopy(EXPORT)
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(list(places(content))))
        owner = content
        for step in path[:-1]:
            owner = owner[step]
        if draw(st.booleans()):
            owner[path[-1]] = draw(JUNK)
        else:
            del owner[path[-1]]
        if not content:
            break
    return content


def told_in_place(source):
    debate, found = read_json(source)
    for item in found:
        assert 0 <= item.primary.start <= item.primary.end <= len(source.text)
    return debate


@given(damaged())
def test_what_is_understood_of_a_damaged_export_can_be_written_again(content):
    debate = told_in_place(SourceFile("m", json.dumps(content)))
    mended, found = read_json(SourceFile("m", written(debate)))
    assert {item.name for item in found} <= {"duplicate-id"}
    again, _ = read_json(SourceFile("m", written(mended)))
    assert written(again) == written(mended)


@given(st.integers(0, len(TEXT)), st.text(max_size=6), st.integers(0, 30))
def test_no_damage_to_the_text_makes_the_reader_fail(place, put_in, cut):
    told_in_place(SourceFile("m", TEXT[:place] + put_in + TEXT[place + cut :]))
