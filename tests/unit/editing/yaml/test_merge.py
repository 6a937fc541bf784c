"""Merging claims in YAML."""

from textwrap import dedent

import pytest

from argmap.core.diagnostics import apply_edits
from argmap.core.source import SourceFile
from argmap.editing import EDITORS, RefusedError
from argmap.editing.operations import Merge
from argmap.formats.native import read_yaml

TEXT = dedent("""\
    argmap: 1
    sources: {study: Study}
    speakers: {mayor: The mayor, shops: Shops}
    claims:
      t: Build it.
      fast:
        text: It is fast.  # short
        by: mayor
        tags: [time]
        implicit: true
        score: 0.5
        supports: t   # the reason
      # said again
      quick:
        text: It saves time.
        title: Quick
        by: [shops, mayor]
        tags: time
        cites: study#p2
        score: 0.7
        supports: {to: t, scheme: sign}
        attacks: slow
      slow: {text: It is slow., conflicts: {to: t, id: rivals}}
      why: {text: Is it?, attacks: [quick -> t, quick], supports: {to: slow, with: ["quick", t]}}
    groups:
      g: [quick, t]
      h: {members: [slow, fast], note: n}
""")


def edited(text, operation):
    source = SourceFile("map.argmap.yaml", text)
    edits, notes = EDITORS["yaml"].edit(read_yaml(source).map, operation)
    return apply_edits(source, edits).text, notes


def refused(text, operation):
    with pytest.raises(RefusedError) as caught:
        edited(text, operation)
    return caught.value.message


def test_the_claim_that_stays_gets_what_the_other_has():
    text, notes = edited(TEXT, Merge("fast", "quick"))
    assert text == dedent("""\
        argmap: 1
        sources: {study: Study}
        speakers: {mayor: The mayor, shops: Shops}
        claims:
          t: Build it.
          fast:
            text: It is fast.  # short
            title: Quick
            by: [mayor, shops]
            cites: study#p2
            tags: [time]
            score: 0.5
            restatements: It saves time.
            supports: {to: t, scheme: sign}   # the reason
            attacks: slow
          slow: {text: It is slow., conflicts: {to: t, id: rivals}}
          why: {text: Is it?, attacks: [fast -> t, fast], supports: {to: slow, with: ["fast", t]}}
        groups:
          g: [fast, t]
          h: {members: [slow, fast], note: n}
    """)
    assert notes == ("`fast` keeps its own `score`; `quick` had something else",)


def test_the_wording_of_the_other():
    text, _ = edited(TEXT, Merge("fast", "quick", "quick"))
    assert "    text: It saves time.  # short\n" in text
    assert "    restatements: It is fast.\n" in text


def test_of_two_relations_with_an_id_the_one_that_was_there_stays():
    text = "argmap: 1\nclaims:\n  b: {text: x, supports: {to: t, id: r, note: n}}\n"
    text += "  a: {text: y, supports: {to: t, id: s}}\n  t: x\n  c: {text: x, attacks: r}\n"
    made, notes = edited(text, Merge("a", "b"))
    assert made == (
        "argmap: 1\nclaims:\n  a: {text: y, restatements: x, supports: {to: t, id: s, note: n}}\n"
        "  t: x\n  c: {text: x, attacks: s}\n"
    )
    assert notes == ("`r` is part of `s`",)


def test_linked_premises_that_become_one():
    text = "argmap: 1\nclaims:\n  a: x\n  b: {text: x, supports: {to: t, with: [a]}}\n  t: x\n"
    text += "  c: {text: x, attacks: b + a -> t}\n"
    made, _ = edited(text, Merge("a", "b"))
    assert made == "argmap: 1\nclaims:\n  a: {text: x, supports: t}\n  t: x\n  c: {text: x, attacks: a -> t}\n"


def test_a_support_between_the_two_is_gone():
    text = "argmap: 1\nclaims:\n  a: x\n  b: {text: y, supports: [a, t]}\n  t: x\n"
    made, notes = edited(text, Merge("a", "b"))
    assert made == "argmap: 1\nclaims:\n  a: {text: x, restatements: y, supports: t}\n  t: x\n"
    assert notes == ("the support `b -> a` between the two is gone",)


def test_what_is_refused():
    assert refused(TEXT, Merge("slow", "t")) == "there is a conflict between `slow` and `t`"
    assert refused(TEXT, Merge("quick", "slow")) == "there is an attack between `quick` and `slow`"
    assert refused(TEXT, Merge("fast", "fast")) == "`fast` cannot be merged with itself"
    assert refused(TEXT, Merge("fast", "g")) == "there is no claim `g` in this map"
    assert refused(TEXT, Merge("fast", "quick", "t")) == "the wording can be that of `fast` or of `quick`, not of `t`"
    assert refused(TEXT, Merge("t", "quick")) == "`quick -> t` would be gone, and something undercuts it"
