"""Splitting a claim in YAML."""

from textwrap import dedent

import pytest

from argmap.core.diagnostics import apply_edits
from argmap.core.source import SourceFile
from argmap.editing import EDITORS, RefusedError
from argmap.editing.operations import Split
from argmap.formats.native import read_yaml

TEXT = dedent("""\
    argmap: 1
    speakers: {mayor: The mayor}
    questions: {q: Why?}
    claims:
      t: Build it.

      # both at once
      both:
        text: It is fast and cheap.  # so they say
        answers: q
        by: mayor
        tags: [money, time]
        supports: t
        conflicts: {to: other, id: rivals}

      other: {text: It is not., supports: {to: t, with: [both], id: r}}
      doubt: {text: Really?, attacks: both -> t}
    relations:
      - {kind: attack, premises: [both], target: other}  # listed
    groups:
      g: [t, both, other]
""")


def edited(text, operation):
    source = SourceFile("map.argmap.yaml", text)
    return apply_edits(source, EDITORS["yaml"].edit(read_yaml(source).map, operation).edits).text


def test_linked():
    assert edited(TEXT, Split("both", "It is fast.", "It is cheap.", "cheap", "Cheap")) == dedent("""\
        argmap: 1
        speakers: {mayor: The mayor}
        questions: {q: Why?}
        claims:
          t: Build it.

          # both at once
          both:
            text: It is fast.  # so they say
            answers: q
            by: mayor
            tags: [money, time]
            supports: {to: t, with: cheap}
            conflicts: {to: other, id: rivals}

          cheap:
            text: It is cheap.
            title: Cheap
            answers: q
            by: mayor
            tags: [money, time]
            conflicts: other

          other: {text: It is not., supports: {to: t, with: [both, cheap], id: r}}
          doubt: {text: Really?, attacks: both + cheap -> t}
        relations:
          - {kind: attack, premises: [both, cheap], target: other}  # listed
        groups:
          g: [t, both, cheap, other]
    """)


def test_independent():
    assert edited(TEXT, Split("both", "It is fast.", "It is cheap.", "cheap", linked=False)) == dedent("""\
        argmap: 1
        speakers: {mayor: The mayor}
        questions: {q: Why?}
        claims:
          t: Build it.

          # both at once
          both:
            text: It is fast.  # so they say
            answers: q
            by: mayor
            tags: [money, time]
            supports: t
            conflicts: {to: other, id: rivals}

          cheap:
            text: It is cheap.
            answers: q
            by: mayor
            tags: [money, time]
            supports: t
            conflicts: other

          other: {text: It is not., supports: [{to: t, with: [both], id: r}, {to: t, with: [cheap]}]}
          doubt: {text: Really?, attacks: both -> t}
        relations:
          - {kind: attack, premises: [both], target: other}  # listed
          - {kind: attack, premises: cheap, target: other}
        groups:
          g: [t, both, cheap, other]
    """)


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        (Split("bot", "a", "b", "new"), "there is no claim `bot` in this map"),
        (Split("both", "a", "b", "other"), "the id `other` is taken"),
        (Split("both", "a", "b", "rivals"), "the id `rivals` is taken"),
        (Split("both", "a", "b", "a b"), "`a b` cannot be an id"),
        (Split("both", "a", " ", "new"), "a claim needs a text"),
    ],
)
def test_what_is_refused(operation, message):
    with pytest.raises(RefusedError) as caught:
        edited(TEXT, operation)
    assert caught.value.message == message
