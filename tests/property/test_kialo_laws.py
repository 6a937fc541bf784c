"""Discussions of Kialo: what is written is read again, and no text is too broken to be read."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.core.codes import Severity
from argmap.core.source import SourceFile
from argmap.pipeline import load, write
from argmap.rules import check
from argmap.rules.base import Context
from tests.interchange import portable, there_and_back
from tests.maps import TEXTS, maps, rich_maps

FORMAT = "kialo"


def told_apart(argument_map):
    """The map with a text for every claim and question that no other one has: Kialo has no ids."""
    return replace(
        argument_map,
        claims=tuple(replace(item, text=f"{item.text} {item.id}") for item in argument_map.claims),
        questions=tuple(replace(item, text=f"{item.text} {item.id}") for item in argument_map.questions),
    )


def content(argument_map):
    """What a map says, whatever its ids and its order."""
    text = {item.id: item.text for item in (*argument_map.claims, *argument_map.questions)}
    claims = {item.text: (item.link, {text[name] for name in item.answers}) for item in argument_map.claims}
    relations = Counter(
        (item.kind, tuple(text[name] for name in item.premises), text[item.target]) for item in argument_map.relations
    )
    return argument_map.title, {item.text for item in argument_map.questions}, claims, relations


@settings(max_examples=20)
@given(maps())
def test_what_it_can_hold_is_there_again(argument_map):
    argument_map = told_apart(portable(argument_map, FORMAT))
    assert write(argument_map, FORMAT).losses == ()
    assert content(there_and_back(argument_map, FORMAT)) == content(argument_map)


@settings(max_examples=12)
@given(rich_maps())
def test_the_second_time_it_is_the_same(argument_map):
    once = there_and_back(argument_map, FORMAT)
    assert there_and_back(once, FORMAT) == once


NUMBERS = st.lists(st.integers(1, 3), min_size=1, max_size=4).map(lambda parts: ".".join(map(str, parts)))
WORDING = st.one_of(
    TEXTS,
    NUMBERS.map(lambda number: f"-> See {number}."),
    st.sampled_from(["", "[a](https://e.org)", "a \\(b\\) \\nc", "x [1]", "[", "](", "\\", "-> See discussion #1: x"]),
)


@st.composite
def exports(draw):
    """A text with claims whose numbers and links may be wrong, in one of the two layouts."""
    outlined = draw(st.booleans())
    marks = ["Pro: ", "Con: ", *(["Thesis: ", "Question: "] if outlined else [""])]
    rows = []
    for number in draw(st.lists(NUMBERS, max_size=10)):
        mark, text = draw(st.sampled_from(marks)), draw(WORDING)
        rows.append(f"{number}. {mark.strip()}\n  {text}\n" if outlined else f"{number}. {mark}{text}")
    sources = ["Sources:", "[1] https://example.org"] if draw(st.booleans()) else []
    label = "Discussion Name:\n" if outlined else "Discussion Title: "
    return label + "\n".join([draw(TEXTS), "", *rows, *sources])


def holds(text):
    """Whatever the text is: it is read without a fault, the map is sound, and places lie in the text."""
    loaded = load(SourceFile("file", text), FORMAT)
    for item in loaded.diagnostics:
        assert item.primary is None or 0 <= item.primary.start <= item.primary.end <= len(text)
    if loaded.map is None:
        assert [item.severity for item in loaded.diagnostics] == [Severity.ERROR]
        return None
    assert [item for item in check(Context.of(loaded.map)) if item.severity is Severity.ERROR] == []
    for item in (*loaded.map.claims, *loaded.map.relations, *loaded.map.questions):
        assert all(0 <= span.start <= span.end <= len(text) for span in item.spans.values())
    assert there_and_back(loaded.map, "yaml") == loaded.map
    return loaded.map


@settings(max_examples=120)
@given(exports())
def test_odd_numbers_and_links_are_no_trouble(text):
    found = holds(text)
    assert found is not None
    again = there_and_back(found, FORMAT)
    if "dangling-edge" not in [item.name for item in load(SourceFile("file", text), FORMAT).diagnostics]:
        assert there_and_back(again, FORMAT) == again


@settings(max_examples=120)
@given(exports(), st.data())
def test_damaged_texts_are_read_or_refused(text, data):
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(text)))
        text = (
            text[:place]
            + data.draw(st.sampled_from(["", "\n", "\r", "1.1. ", "Pro:", "[", "\x00", "é"]))
            + text[data.draw(st.integers(place, min(len(text), place + 8))) :]
        )
    holds(text)
