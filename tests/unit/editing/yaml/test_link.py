"""Linking and unlinking premises in YAML, in claims and in the list of relations."""

from textwrap import dedent

import pytest

from argmap.core.diagnostics import apply_edits
from argmap.core.source import SourceFile
from argmap.editing import EDITORS, RefusedError
from argmap.editing.operations import Link, Unlink
from argmap.formats.native import read_yaml


def edited(text, operation):
    """The text afterwards, and the notes."""
    source = SourceFile("map.argmap.yaml", dedent(text))
    edits, notes = EDITORS["yaml"].edit(read_yaml(source).map, operation)
    return apply_edits(source, edits).text, notes


def refused(text, operation):
    with pytest.raises(RefusedError) as caught:
        edited(text, operation)
    return caught.value.message


CLAIMS = """\
    argmap: 1
    claims:
      tram: Build it.
      faster:
        text: It is fast.
        supports: tram  # the main reason
      riders: {text: Many ride., supports: {to: tram, scheme: cause-to-effect, note: say more}}
      # about the doubts
      doubt: {text: It is not., attacks: [ riders -> tram, "faster->tram" ]}
"""


def test_a_relation_in_a_claim_takes_another_one_in():
    text, notes = edited(CLAIMS, Link("faster -> tram", ("riders -> tram",)))
    assert text == dedent("""\
        argmap: 1
        claims:
          tram: Build it.
          faster:
            text: It is fast.
            supports: {to: tram, with: riders, scheme: cause-to-effect, note: say more}  # the main reason
          riders: {text: Many ride.}
          # about the doubts
          doubt: {text: It is not., attacks: [ faster + riders -> tram, "faster + riders -> tram" ]}
    """)
    assert notes == ()


def test_a_claim_becomes_a_premise():
    text, _ = edited(CLAIMS, Link("riders -> tram", ("doubt", "riders")))
    assert "riders: {text: Many ride., supports: {to: tram, with: doubt, scheme: cause-to-effect" in text
    assert 'attacks: [ riders + doubt -> tram, "faster->tram" ]' in text


LISTED = """\
    argmap: 1
    claims: {a: x, b: x, c: x, t: x}
    relations:
      # the first
      - {kind: support, premises: a, target: t, id: r, weight: 0.5}
      # the second
      - kind: support
        premises: [b]
        target: t  # so
        weight: 0.25
        by: who

      # the third
      - {kind: attack, premises: c, target: b -> t}
"""


def test_relations_in_the_list():
    text, notes = edited(LISTED, Link("r", ("b -> t",)))
    assert text == dedent("""\
        argmap: 1
        claims: {a: x, b: x, c: x, t: x}
        relations:
          # the first
          - {kind: support, premises: [a, b], target: t, id: r, weight: 0.5, by: who}

          # the third
          - {kind: attack, premises: c, target: r}
    """)
    assert notes == ("`r` keeps its own `weight` where the others differ",)


def test_the_id_of_the_other_is_gone_and_what_undercut_it_follows():
    text, _ = edited(LISTED, Link("b -> t", ("r",)))
    assert "premises: [b, a]" in text
    assert "target: b + a -> t}" in text
    assert "id: r" not in text


def test_what_cannot_be_linked():
    assert refused(CLAIMS, Link("faster -> tram", ("faster -> tram",))) == (
        "`faster -> tram` cannot be linked with itself"
    )
    assert refused(CLAIMS, Link("faster -> tram", ("doubt -> riders -> tram",))) == (
        "`doubt -> riders -> tram` is no support of `tram`, as `faster -> tram` is"
    )
    assert refused(CLAIMS, Link("faster -> tram", ("rider",))) == "there is no claim or relation `rider` in this map"
    assert refused(CLAIMS, Link("fast -> tram", ("riders",))) == "there is no relation `fast -> tram` in this map"
    assert refused(CLAIMS, Link("faster -> tram", ())) == "nothing is given to be linked with `faster -> tram`"
    conflict = "argmap: 1\nclaims: {a: {text: x, conflicts: b}, b: x}\n"
    assert refused(conflict, Link("a -> b", ("b",))) == "`a -> b` is a conflict, which has no linked premises"


LINKED = """\
    argmap: 1
    claims:
      t: x
      a:
        text: x
        supports:
          to: t
          with:
            - b  # one
            - c
            - d  # three
          scheme: analogy
          note: n
      b: x
      c: {text: x, supports: t}
      d:
        text: x
        attacks: t
      e: {text: x, attacks: a+b + c+ d -> t}
"""


def test_each_premise_that_leaves_is_a_reason_of_its_own():
    text, _ = edited(LINKED, Unlink("a + b + c + d -> t", ("c", "d")))
    assert text == dedent("""\
        argmap: 1
        claims:
          t: x
          a:
            text: x
            supports:
              to: t
              with:
                - b  # one
              scheme: analogy
              note: n
          b: x
          c: {text: x, supports: [t, {to: t, scheme: analogy}]}
          d:
            text: x
            supports: {to: t, scheme: analogy}
            attacks: t
          e: {text: x, attacks: a + b -> t}
    """)


def test_without_names_all_but_the_first_leave():
    text, _ = edited(LINKED, Unlink("d+c + a + b -> t"))
    assert "with" not in text
    assert "  b:\n    text: x\n    supports: {to: t, scheme: analogy}\n" in text
    assert "attacks: a -> t}" in text


def test_in_the_list_new_relations_stand_behind_the_old_one():
    text, _ = edited(
        """\
        argmap: 1
        claims: {a: x, b: x, t: x}
        relations:
          - {kind: attack, premises: [a, b], target: t, id: r}  # old
          - {kind: attack, premises: t, target: r}
        """,
        Unlink("r"),
    )
    assert text.endswith(
        "  - {kind: attack, premises: [a], target: t, id: r}  # old\n"
        "  - {kind: attack, premises: b, target: t}\n"
        "  - {kind: attack, premises: t, target: r}\n"
    )


def test_what_cannot_be_unlinked():
    assert refused(LINKED, Unlink("c -> t")) == "`c -> t` has no linked premises"
    assert refused(LINKED, Unlink("a + b + c + d -> t", ("a",))) == (
        "`a` is the first premise of `a + b + c + d -> t` and stays with it"
    )
    assert refused(LINKED, Unlink("a + b + c + d -> t", ("e",))) == "`e` is no premise of `a + b + c + d -> t`"


def test_references_by_ends_follow_a_named_relation():
    text = (
        "argmap: 1\nclaims:\n  a: {text: x, supports: {to: t, id: r}}\n  t: x\n  b: x\n  c: {text: x, attacks: a->t}\n"
    )
    assert edited(text, Link("r", ("b",)))[0].endswith("with: b, id: r}}\n  t: x\n  b: x\n  c: {text: x, attacks: r}\n")
