"""What the three-way merge makes of changes of two sides, in every layout that a person types."""

from textwrap import dedent

import pytest

from argmap.core.source import SourceFile
from argmap.editing.merging import Markers, Merged, merge

BASE = """\
# The debate of the council
argmap: 1
title: A tram
claims:
  tram: The town should build a tram line.   # the thesis
  # measured in the spring
  faster:
    text: A tram halves the trip.
    supports: tram

  # -- money --

  cost: {text: The line costs 40 million., attacks: tram, tags: [money]}
  rates: {text: The rates go up., attacks: tram}
groups:
  money: [cost]
relations:
  - {kind: attack, premises: rates, target: faster -> tram}
  - kind: support
    premises: [cost, rates]
    target: tram
    id: both
"""


def merged(base: str, ours: str, theirs: str, **markers) -> Merged:
    return merge(SourceFile("base", base), SourceFile("ours", ours), SourceFile("theirs", theirs), Markers(**markers))


def changed(*pairs: tuple[str, str], text: str = BASE) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


FASTER = "  # measured in the spring\n  faster:\n    text: A tram halves the trip.\n    supports: tram\n"
COST = "  cost: {text: The line costs 40 million., attacks: tram, tags: [money]}\n"
RATES = "  rates: {text: The rates go up., attacks: tram}\n"
INDEPENDENT = {
    "claims on neighbouring lines": ([("40 million", "50 million")], [("rates go up", "rates double")]),
    "fields on neighbouring lines": ([("halves", "shortens")], [("supports: tram", "supports: tram\n    by: mayor")]),
    "fields in one pair of braces": (
        [("40 million", "50 million")],
        [("attacks: tram, tags", "attacks: faster, tags")],
    ),
    "a text and a comment": ([("should build", "must build")], [("# the thesis", "# the main thesis")]),
    "a text and a comment above": ([("halves", "shortens")], [("measured in the spring", "counted in May")]),
    "a claim is gone, the next is reworded": ([(COST, "")], [("rates go up", "rates double")]),
    "two relations": ([("premises: rates,", "premises: cost,")], [("id: both", "id: both\n    weight: 0.5")]),
    "fields of one relation": ([("id: both", "id: both\n    note: Yes")], [("[cost, rates]", "[cost, rates, faster]")]),
    "a section and a claim": ([("groups:", "speakers:\n  mayor: The mayor\ngroups:")], [("40 million", "50 million")]),
    "a title and a heading": ([("title: A tram", "title: Trams")], [("# The debate of the council", "# The debate")]),
}


@pytest.mark.parametrize(("ours", "theirs"), INDEPENDENT.values(), ids=INDEPENDENT)
def test_independent_changes(ours, theirs):
    found = merged(BASE, changed(*ours), changed(*theirs))
    both = changed(*theirs, text=changed(*ours))
    assert found == Merged(both)


def test_both_additions_are_kept_and_ours_comes_first():
    ours = changed((RATES, RATES + "  ours: One.\n"), ("tags: [money]", "tags: [money, o]"), ("[cost]", "[cost, o]"))
    theirs = changed(
        (RATES, RATES + "  theirs: Two.\n"), ("tags: [money]", "tags: [money, t]"), ("[cost]", "[t, cost]")
    )
    text = merged(BASE, ours, theirs).text
    assert RATES + "  ours: One.\n  theirs: Two.\n" in text
    assert "tags: [money, o, t]}" in text
    assert "money: [t, cost, o]" in text


def test_a_comment_stays_apart_from_what_is_put_below_it():
    theirs = changed((RATES, "  new: Another one.\n" + RATES))
    text = merged(BASE, changed((COST, "")), theirs).text
    assert "  # -- money --\n\n  new: Another one.\n" in text


OPEN = "a:\n    text: A.\n    "


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("a: {text: A., supports: b}", "a: The new A.", "a: {text: The new A., supports: b}"),
        ("a: {text: A., supports: b}", "a: Now, a comma", 'a: {text: "Now, a comma", supports: b}'),
        (f"{OPEN}supports: b", "a: The new A.", "a:\n    text: The new A.\n    supports: b"),
        (f"{OPEN}supports: b", "a: {text: A., tags: [x]}", f"{OPEN}supports: b\n    tags: [x]"),
        ("a: {text: A., supports: b}", "a: {text: A., supports: c}", "a: {text: A., supports: [b, c]}"),
        (f"{OPEN}supports: {{to: b, id: r}}", f"{OPEN}supports: b", f"{OPEN}supports: {{to: b, id: r}}"),
        (f"{OPEN}note: n", "a: >-\n    An\n    apple.", "a:\n    text: >-\n      An\n      apple.\n    note: n"),
        (f"{OPEN}tags: x", f"{OPEN}tags: y", f"{OPEN}tags: [x, y]"),
        ("a: {text: A., tags: [x]}", f"{OPEN}tags:\n      - z", f"{OPEN}tags:\n      - x\n      - z"),
    ],
)
def test_layouts_that_differ(ours, theirs, expected):
    frame = "argmap: 1\nclaims:\n  b: B.\n  {}\n  c: C.\n"
    found = merged(frame.format("a: A."), frame.format(ours), frame.format(theirs))
    assert found.conflicts == ()
    assert found.text == frame.format(expected)


def test_items_are_told_apart_by_their_id_and_their_ends():
    base = "argmap: 1\nclaims:\n  a: {text: A., supports: {to: b, id: r}}\n  b: B.\n  c: C.\n"
    ours = base.replace("{to: b, id: r}", "{to: c, id: r}")
    theirs = base.replace("{to: b, id: r}", "{to: b, id: r, weight: 0.5}")
    assert "supports: {to: c, id: r, weight: 0.5}" in merged(base, ours, theirs).text
    base = base.replace("{to: b, id: r}", "b")
    ours, theirs = (
        base.replace("supports: b", "supports: {to: b, id: r}"),
        base.replace("supports: b", "supports: [b, c]"),
    )
    assert "supports: [{to: b, id: r}, c]" in merged(base, ours, theirs).text


CONFLICTS = {
    "a text": (
        [("halves", "shortens")],
        [("halves", "doubles")],
        "<<<<<<< ours\n    text: A tram shortens the trip.\n=======\n"
        "    text: A tram doubles the trip.\n>>>>>>> theirs\n",
        "claims.faster.text",
    ),
    "a text in braces, beside what fits": (
        [("go up, attacks", "go, attacks"), ("rates go up., attacks: tram", "rates double., attacks: tram")][1:],
        [("rates go up., attacks: tram", "rates stay., attacks: faster")],
        "<<<<<<< ours\n  rates: {text: The rates double., attacks: faster}\n=======\n"
        "  rates: {text: The rates stay., attacks: faster}\n>>>>>>> theirs\n",
        "claims.rates.text",
    ),
    "gone, and changed": (
        [(FASTER, "")],
        [("halves", "doubles")],
        "<<<<<<< ours\n=======\n" + FASTER.replace("halves", "doubles") + ">>>>>>> theirs\n",
        "claims.faster",
    ),
    "changed, and gone": (
        [("halves", "doubles")],
        [(FASTER, "")],
        "<<<<<<< ours\n" + FASTER.replace("halves", "doubles") + "=======\n>>>>>>> theirs\n",
        "claims.faster",
    ),
    "a comment": (
        [("measured in the spring", "ours")],
        [("measured in the spring", "theirs")],
        "<<<<<<< ours\n  # ours\n=======\n  # theirs\n>>>>>>> theirs\n  faster:\n",
        "claims.faster",
    ),
    "a comment at the end of a line": (
        [("# the thesis", "# ours")],
        [("# the thesis", "# theirs")],
        "line.   # ours\n=======\n  tram: The town should build a tram line.   # theirs\n>>>>>>> theirs\n",
        "claims.tram",
    ),
    "a comment behind the key": (
        [("faster:", "faster:  # ours")],
        [("faster:", "faster: # theirs"), ("halves", "doubles")],
        "<<<<<<< ours\n  faster:  # ours\n=======\n  faster: # theirs\n>>>>>>> theirs\n    text: A tram doubles",
        "claims.faster",
    ),
    "two claims of one id": (
        [(RATES, RATES + "  new: One.\n")],
        [(RATES, RATES + "  new: Another.\n")],
        RATES + "<<<<<<< ours\n  new: One.\n=======\n  new: Another.\n>>>>>>> theirs\n",
        "claims.new",
    ),
}


@pytest.mark.parametrize(("ours", "theirs", "expected", "place"), CONFLICTS.values(), ids=CONFLICTS)
def test_conflicts(ours, theirs, expected, place):
    found = merged(BASE, changed(*ours), changed(*theirs))
    assert found.conflicts == (place,)
    assert expected in found.text
    assert found.text.count("<<<<<<<") == 1


def test_how_a_conflict_is_written():
    ours, theirs = changed(("halves", "shortens")), changed(("halves", "doubles"))
    found = merged(BASE, ours, theirs, labels=("HEAD", "", "topic"), size=9, with_base=True)
    assert dedent("""\
        <<<<<<<<< HEAD
            text: A tram shortens the trip.
        |||||||||
            text: A tram halves the trip.
        =========
            text: A tram doubles the trip.
        >>>>>>>>> topic
    """) in found.text.replace("\n    text", "\n    text")


def test_order():
    ours = changed((COST + RATES, RATES + COST))
    theirs = changed((RATES, RATES + "  new: Behind the rates.\n"), ("40 million", "50 million"))
    for one, other in ((ours, theirs), (theirs, ours)):
        text = merged(BASE, one, other).text
        assert text.index("  rates:") < text.index("  new:") < text.index("  cost:")
        assert "50 million" in text


@pytest.mark.parametrize("gone", [True, False])
def test_the_end_of_the_last_line(gone):
    ours, theirs = changed(("40 million", "50 million")), changed(("rates go up", "rates double"))
    if gone:
        theirs = theirs.removesuffix("\n")
    assert merged(BASE, ours, theirs).text.endswith("id: both" if gone else "id: both\n")
    assert (
        merged(BASE, ours + "  - {kind: attack, premises: cost, target: both}\n", theirs).text.count("id: both\n") == 1
    )


def test_without_a_common_version():
    ours, theirs = "argmap: 1\nclaims:\n  a: A.\n", "argmap: 1\nclaims:\n  b: B.\n"
    assert merged("", ours, theirs) == Merged("argmap: 1\nclaims:\n  a: A.\n  b: B.\n")


@pytest.mark.parametrize(
    "layout",
    [
        "argmap: 1\nclaims:\n  a: &x {text: A., tags: [t]}\n  b: *x\n  c: C.\n",
        "argmap: 1\nclaims:\n  a:\n    text: &t A.\n    note: *t\n  b: B.\n  c: C.\n",
        "argmap: 1\nclaims: {a: A., # one\n  b: B.,\n  c: C.}\n",
        '{"argmap": 1, "claims": {"a": "A.", "b": "B.",\n "c": "C."}}\n',
        "---\nargmap: 1\nclaims:\n    a: |\n      A.\n\n\n    b: B.\n    ? c\n    : C.\n...\n",
        "argmap: 1\nclaims:\n  a: A.\n  b: 'B.'\n\n  # a\n\n  # b\n\n  c:\n    C.\n",
    ],
)
def test_odd_layouts(layout):
    ours, theirs = layout.replace("A.", "Apples."), layout.replace("C.", "Cherries.")
    found = merged(layout, ours, theirs)
    both = ours.replace("C.", "Cherries.")
    assert (found.text == both) if not found.conflicts else (found.text.count("<<<<<<<") == 1)
    assert found.text.replace("Apples.", "A.").count("A.") >= 1


def test_files_that_cannot_be_read():
    broken = changed(("title: A tram", "title: 'A tram"))
    found = merged(BASE, changed(("title: A tram", "title: Trams")), broken)
    assert found.conflicts == ("",)
    assert found.text.startswith("# The debate of the council\nargmap: 1\n<<<<<<< ours\ntitle: Trams\n=======\n")
    assert found.text.endswith(BASE.partition("title: A tram\n")[2])
    assert found.notes


def test_many_items_with_one_name_are_kept():
    base = "argmap: 1\nclaims:\n  a: {text: A., cites: [s#p1, s#p1]}\nsources: {s: S}\n"
    ours = base.replace("s#p1, s#p1", "s#p1, {source: s, paragraph: 1, quote: x}")
    found = merged(base, ours, base.replace("A.", "B."))
    assert "{text: B., cites: [s#p1, {source: s, paragraph: 1, quote: x}]}" in found.text


def test_an_id_that_one_side_changed_is_followed_on_the_other():
    ours = changed(
        ("  tram: The", "  build: The"), ("supports: tram", "supports: build"), ("faster -> tram", "faster -> build")
    )
    ours = ours.replace("attacks: tram", "attacks: build").replace("target: tram", "target: build")
    theirs = changed(
        (RATES, RATES + "  noise: {text: Rails are noisy., attacks: tram}\n"), ("should build", "must build")
    )
    for one, other in ((ours, theirs), (theirs, ours)):
        found = merged(BASE, one, other)
        assert found.conflicts == ()
        assert found.text == ours.replace(
            RATES.replace("tram", "build"),
            RATES.replace("tram", "build") + "  noise: {text: Rails are noisy., attacks: build}\n",
        ).replace("should build", "must build")
        assert "`tram` became `build`" in found.notes[0]


def test_an_id_that_both_changed_is_that_of_ours():
    ours = changed(("  faster:", "  quick:"), ("faster -> tram", "quick -> tram"))
    theirs = changed(("  faster:", "  swift:"), ("faster -> tram", "swift -> tram"), ("halves", "shortens"))
    found = merged(BASE, ours, theirs)
    assert found.text == ours.replace("halves", "shortens")
    assert found.notes == ("`faster` became `quick` in ours and `swift` in theirs; it is called `quick` now",)


def test_speakers_and_sources_that_have_another_id():
    base = "argmap: 1\nsources: {s: The study}\nspeakers: {m: The mayor}\nclaims:\n"
    base += "  a: {text: A., by: m, cites: s#p1}\n  b: B.\n"
    ours = (
        base.replace("s: The", "study: The")
        .replace("m: The", "mayor: The")
        .replace("m, cites: s#", "mayor, cites: study#")
    )
    theirs = base.replace("b: B.", "b: {text: B., by: m, cites: s#p2}")
    found = merged(base, ours, theirs)
    assert found.text == ours.replace("b: B.", "b: {text: B., by: mayor, cites: study#p2}")
