"""Laws of AIF and xAIF: what is written and read again is the same map, and no damage to a file stops the reading."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.core.codes import Severity
from argmap.core.model import RelationKind, Speaker
from argmap.core.source import SourceFile
from argmap.pipeline import load, write
from argmap.rules import check
from argmap.rules.base import Context
from tests.interchange import CASES, portable, reading, there_and_back, with_named_relations
from tests.maps import NASTY_TEXTS, maps, rich_maps

BOTH = pytest.mark.parametrize("format", ["aif", "xaif"])
FILES = sorted(path for name in ("aif", "xaif", "ova2") for path in (CASES / name).glob("*.json"))
ODD = [None, 1, 1.5, -3, True, "", "1", [], {}, [None], {"a": []}, "CA", 10**30]
SPEAKERS = [Speaker("ann-smith", "Ann Smith"), Speaker("bob", "Bob")]


def held(argument_map, format):
    """What the format holds of a map: the speakers who hold something, and no pair of attacks like a conflict."""
    whole = with_named_relations(portable(argument_map, format))
    ids = {speaker.id: SPEAKERS[number].id for number, speaker in enumerate(whole.speakers)}
    claims = tuple(replace(item, by=tuple(ids[name] for name in item.by)) for item in whole.claims)
    used = dict.fromkeys(name for item in claims for name in item.by)
    known = {item.id: item for item in SPEAKERS}
    seen = {(item.target, item.premises[0]) for item in whole.relations if item.kind is RelationKind.CONFLICT}
    relations = []
    for item in whole.relations:
        is_single = item.kind is RelationKind.ATTACK and len(item.premises) == 1
        if is_single and (item.target, item.premises[0]) in seen:
            item = replace(item, kind=RelationKind.SUPPORT)  # noqa: PLW2901
        elif is_single:
            seen.add((item.premises[0], item.target))
        relations.append(item)
    return replace(whole, claims=claims, relations=tuple(relations), speakers=tuple(known[name] for name in used))


@BOTH
@settings(max_examples=25)
@given(st.data())
def test_what_the_format_holds_is_the_same_again(format, data):
    whole = held(data.draw(maps() | rich_maps()), format)
    assert write(whole, format).losses == ()
    assert there_and_back(whole, format) == whole


@BOTH
@settings(max_examples=15)
@given(st.data())
def test_any_texts_are_the_same_again(format, data):
    whole = held(data.draw(rich_maps(6, NASTY_TEXTS)), format)
    assert there_and_back(whole, format) == whole


@BOTH
@settings(max_examples=15)
@given(st.data())
def test_a_second_time_changes_nothing(format, data):
    once = there_and_back(data.draw(rich_maps() | rich_maps(6, NASTY_TEXTS)), format)
    assert there_and_back(once, format) == once


@settings(max_examples=15)
@given(st.data())
def test_dialogue_goes_through_either_format(data):
    once = there_and_back(held(data.draw(maps()), "xaif"), "xaif")
    assert there_and_back(there_and_back(once, "aif"), "xaif") == once


def damaged(draw, text):
    """A text with something wrong in it."""
    kind = draw(st.sampled_from(["cut", "sign", "value", "double"]))
    place = draw(st.integers(0, len(text)))
    if kind == "cut":
        return text[:place]
    if kind == "sign":
        return text[:place] + draw(st.sampled_from('{}[]",:0 x\0\ud800&<')) + text[place + 1 :]
    whole = json.loads(text)
    for _ in range(draw(st.integers(1, 4))):
        holder, key = draw(st.sampled_from(list(values_in(whole))))
        if kind == "double" and isinstance(holder, list):
            holder.insert(0, holder[key])
        else:
            holder[key] = draw(
                st.sampled_from([None, 1, 1.5, -3, True, "", "1", [], {}, [None], {"a": []}, "CA", 10**30])
            )
    return json.dumps(whole)


def values_in(value):
    """Each place in a document: what it is in, and its key."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(item, dict | list):
            yield from values_in(item)


@settings(max_examples=150)
@given(st.data())
def test_damage_stops_nothing(data):
    path = data.draw(st.sampled_from(FILES))
    text = damaged(data.draw, path.read_text(encoding="utf-8"))
    loaded = load(SourceFile("file", text), path.parent.name)
    for item in loaded.diagnostics:
        assert 0 <= item.primary.start <= item.primary.end <= len(text)
    if loaded.map is None:
        assert any(item.severity is Severity.ERROR for item in loaded.diagnostics)
        return
    found = [item for item in check(Context.of(loaded.map)) if item.severity is Severity.ERROR]
    assert not found, [item.message for item in found]
    for item in (*loaded.map.claims, *loaded.map.relations):
        assert all(0 <= place.start <= place.end <= len(text) for place in item.spans.values())
    again, _ = reading(write(loaded.map, "yaml").text, "yaml")
    assert again == loaded.map
    for name in ("aif", "xaif"):
        once = there_and_back(loaded.map, name)
        assert there_and_back(once, name) == once
