"""Laws of the three-way merge: what only one side changed is as it has it, and independent changes add up."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.core.source import SourceFile
from argmap.editing.merging import Merged, merge
from argmap.formats.json import write as as_json
from argmap.formats.native import read_yaml
from argmap.formats.native.writing import write
from argmap.formats.native.yaml_text import flow, scalar
from tests.maps import maps, rich_maps

TEXTS = ["The town builds it.", "It is cheap, and quick.", "Rails: noisy?", "#1 of ten reasons", "Ein Tor für alle"]
NAMES = ["a", "b", "c", "d", "e", "f"]
LISTS = ("supports", "attacks", "tags")


def merged(base: str, ours: str, theirs: str) -> Merged:
    return merge(SourceFile("base", base), SourceFile("ours", ours), SourceFile("theirs", theirs))


def with_ones_bare(text: str) -> str:
    """A text in which lists of one item stand without brackets: what becomes of a list may be typed either way."""
    return re.sub(r"\[(\w+)\]", r"\1", text)


def map_of(text: str):
    reading = read_yaml(SourceFile("m", text))
    assert reading.map is not None, text
    return reading.map


def any_order(text: str) -> object:
    """A map as data to compare, where the order of claims and of items of lists makes no difference."""

    def sorted_out(value):
        if isinstance(value, dict):
            return {key: sorted_out(item) for key, item in value.items()}
        return sorted(map(sorted_out, value), key=repr) if isinstance(value, list) else value

    return sorted_out(json.loads(as_json(map_of(text))))


@dataclass
class Entry:
    """A claim, and how it is typed: as its text alone where that is all, in braces, or over several lines."""

    id: str
    fields: dict[str, str | list[str]]
    layout: str = "block"
    lead: str = ""
    above: str = ""
    remark: str = ""

    def typed(self, step: int) -> str:
        pad = " " * step
        start = f"{self.lead}{self.above}{pad}{self.id}:"
        fields = {name: value[0] if len(value) == 1 else value for name, value in self.fields.items() if value}
        fields = {name: self.fields[name] if isinstance(self.fields[name], str) else v for name, v in fields.items()}
        if list(fields) == ["text"] and self.layout == "short":
            return f"{start} {scalar(fields['text'])}{self.remark}\n"
        if self.layout == "flow":
            return f"{start} {flow(fields)}{self.remark}\n"
        lines = [
            f"{pad * 2}{name}: {flow(value) if isinstance(value, list) else scalar(value)}\n"
            for name, value in fields.items()
        ]
        return f"{start}{self.remark}\n" + "".join(lines)


@dataclass
class Sketch:
    """A file as its writer sees it."""

    entries: list[Entry]
    step: int = 2
    header: str = ""
    money: list[str] = field(default_factory=list)

    def typed(self) -> str:
        claims = "".join(entry.typed(self.step) for entry in self.entries)
        group = f"\ngroups:\n  money: {flow(self.money)}   # what it costs\n" if self.money else ""
        return f"{self.header}argmap: 1\ntitle: A tram\nclaims:\n{claims}{group}"

    def entry(self, name: str) -> Entry:
        return next(item for item in self.entries if item.id == name)


class Change(NamedTuple):
    """An edit, and what it touches: changes that touch different things are independent."""

    touches: tuple[str, ...]
    carry_out: Callable[[Sketch], None]


@st.composite
def sketches(draw):
    names = draw(st.permutations(NAMES))[: draw(st.integers(2, 6))]
    spaced = draw(st.sampled_from(["", "\n"]))
    entries = []
    for number, name in enumerate(names):
        fields: dict[str, str | list[str]] = {"text": draw(st.sampled_from(TEXTS))}
        if draw(st.booleans()):
            fields["title"] = draw(st.sampled_from(["Trams", "T: 1"]))
        if draw(st.booleans()):
            fields["supports"] = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True))
        if draw(st.booleans()):
            fields["tags"] = draw(st.lists(st.sampled_from(["x", "y"]), min_size=1, unique=True))
        layout = draw(st.sampled_from(["flow", "block", *(["short"] if list(fields) == ["text"] else [])]))
        above = draw(st.sampled_from(["", f"  # about {name}\n", f"  # -- part {name} --\n\n"]))
        entries.append(
            Entry(name, fields, layout, spaced if number else "", above, draw(st.sampled_from(["", f"  # {name}"])))
        )
    money = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    return Sketch(
        entries, draw(st.sampled_from([2, 4])), draw(st.sampled_from(["", "# A map\n", "# A map\n\n"])), money
    )


@st.composite
def changes(draw, sketch: Sketch, side: str) -> Change:
    entry = draw(st.sampled_from(sketch.entries))
    name, layout, number = entry.id, draw(st.sampled_from(["short", "flow", "block"])), draw(st.integers(0, 99))
    text = draw(st.sampled_from(TEXTS)) + f" Says {side}."

    def put(what: str, value: str) -> Callable[[Sketch], None]:
        return lambda made: made.entry(name).fields.__setitem__(what, value)

    def add_item(what: str, item: str) -> Callable[[Sketch], None]:
        return lambda made: made.entry(name).fields.setdefault(what, []).append(item)

    def add(made: Sketch) -> None:
        place = next(n for n, item in enumerate(made.entries) if item.id == name) + 1
        while place < len(made.entries) and made.entries[place].id[0] == "n":
            place += 1
        made.entries.insert(place, Entry(f"n-{side}-{number}", {"text": text}, layout, made.entries[-1].lead))

    def untag(made: Sketch) -> None:
        made.entry(name).fields["tags"] = [item for item in made.entry(name).fields["tags"] if item != "x"]

    new = f"{name}:new"
    choices = [
        Change((f"{name}.text",), put("text", text)),
        Change((f"{name}.title", new), put("title", text)),
        Change((f"{name}.{side}", new), put("note", text)),
        Change((f"{name}.{side}tag", new), add_item("tags", f"{side}{number}")),
        Change((f"{name}.{side}support", new), add_item("supports", f"n{side}{number}")),
        Change((f"{name}.remark",), lambda made: setattr(made.entry(name), "remark", f"  # {side} {number}")),
        Change((f"+{side}{number}", f"{name}+"), add),
    ]
    if "x" in entry.fields.get("tags", ()):
        choices.append(Change((f"{name}.untag",), untag))
    if sketch.money:
        choices.append(Change((f"{side}{number}",), lambda made: made.money.append(f"{side}{number}")))
    if sketch.entries[0].id != name and "--" not in entry.above:
        choices.append(Change((f"{name}!",), lambda made: made.entries.remove(made.entry(name))))
    return draw(st.sampled_from(choices))


def clash(one: Change, other: Change) -> bool:
    """Whether two changes touch the same; a removal touches all that there is of a claim, and what stands behind it."""
    for mine in one.touches:
        for yours in other.touches:
            if mine == yours:
                return True
            for gone, what in ((mine, yours), (yours, mine)):
                if gone.endswith("!") and what.startswith(gone[:-1]):
                    return True
    return False


@st.composite
def independent(draw):
    """A file, the changes of two sides, and both one after the other."""
    base = draw(sketches())
    ours: list[Change] = []
    for _ in range(draw(st.integers(1, 4))):
        change = draw(changes(base, "o"))
        if not any(clash(change, other) for other in ours):
            ours.append(change)
    theirs: list[Change] = []
    for _ in range(draw(st.integers(1, 4))):
        change = draw(changes(base, "t"))
        if not any(clash(change, other) for other in [*ours, *theirs]):
            theirs.append(change)
    made = []
    for wanted in (ours, theirs, [*ours, *theirs]):
        sketch = deepcopy(base)
        for change in wanted:
            change.carry_out(sketch)
        made.append(sketch.typed())
    return base.typed(), *made


@given(independent())
def test_independent_changes_add_up(texts):
    base, ours, theirs, both = texts
    found = merged(base, ours, theirs)
    assert found.conflicts == ()
    assert with_ones_bare(found.text) == with_ones_bare(both)


@given(independent())
def test_the_sides_can_be_swapped(texts):
    base, ours, theirs, _ = texts
    assert any_order(merged(base, ours, theirs).text) == any_order(merged(base, theirs, ours).text)


@given(independent(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["\n", "\r\n"]))
def test_a_side_that_changed_nothing_leaves_the_other_as_it_is(texts, own, other):
    base, changed = texts[0].replace("\n", own), texts[1].replace("\n", other)
    assert merged(base, changed, base) == Merged(changed)
    assert merged(base, base, changed) == Merged(changed)
    assert merged(base, changed, changed) == Merged(changed)


@given(independent())
def test_line_ends_are_those_of_ours(texts):
    base, ours, theirs, both = texts
    ours_on_windows = merged(base, ours.replace("\n", "\r\n"), theirs).text
    others_on_windows = merged(base.replace("\n", "\r\n"), ours, theirs.replace("\n", "\r\n")).text
    assert with_ones_bare(ours_on_windows) == with_ones_bare(both.replace("\n", "\r\n"))
    assert with_ones_bare(others_on_windows) == with_ones_bare(both)


@settings(max_examples=40)
@given(maps() | rich_maps(), maps() | rich_maps(), maps() | rich_maps())
def test_any_maps_can_be_merged(base, ours, theirs):
    found = merged(write(base), write(ours), write(theirs))
    assert bool(found.conflicts) == ("\n>>>>>>> theirs\n" in found.text)
    if not found.conflicts:
        assert read_yaml(SourceFile("m", found.text)).map is not None


@given(sketches(), st.data())
def test_a_layout_conflicts_with_nothing(sketch, data):
    changed, laid_out = deepcopy(sketch), deepcopy(sketch)
    data.draw(changes(sketch, "t")).carry_out(changed)
    laid_out.step = data.draw(st.sampled_from([2, 3, 4]))
    for entry in laid_out.entries:
        entry.layout = data.draw(st.sampled_from(["short", "flow", "block"]))
    for ours, theirs in ((laid_out, changed), (changed, laid_out)):
        found = merged(sketch.typed(), ours.typed(), theirs.typed())
        assert found.conflicts == ()
        assert map_of(found.text) == map_of(changed.typed())
