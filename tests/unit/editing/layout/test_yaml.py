"""The canonical layout of YAML: what changes, what stays, and what is refused."""

import textwrap

import pytest

from argmap.core.source import SourceFile
from argmap.editing import RefusedError
from argmap.editing.layout.yaml import laid_out
from argmap.formats.native import starter
from tests.documents import ROOT

HEAD = "argmap: 1\n"


def out(text: str) -> str:
    """The layout of a text without its first line, and a check that it is laid out then."""
    text = HEAD + textwrap.dedent(text).removeprefix("\n")
    made = laid_out(SourceFile("map.argmap.yaml", text))
    assert laid_out(SourceFile("map.argmap.yaml", made)) == made
    assert made.startswith(HEAD)
    return made.removeprefix(HEAD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("claims:\n    a:   A.\n", "claims:\n  a: A.\n"),
        (
            "claims:\n a:\n      text: A.\n      tags:\n      - x\n",
            "claims:\n  a:\n    text: A.\n    tags:\n      - x\n",
        ),
        ("claims: {a: A.,b: B.}\n", "claims: {a: A., b: B.}\n"),
        ("claims:\n  a: {\n    text: A.,\n    tags: [ x,y ]\n  }\n", "claims:\n  a: {text: A., tags: [x, y]}\n"),
        ("title: 'Why?'\n", "title: Why?\n"),
        ("title: 'it: is'\n", 'title: "it: is"\n'),
        ('title: "say \\"so\\""\n', 'title: say "so"\n'),
        ('title: "\\"so\\""\n', "title: '\"so\"'\n"),
        ('data: {a: "1", b: "yes", c: \'x\'}\n', 'data: {a: "1", b: "yes", c: x}\n'),
        ("claims:\n  a: {text: A., colour: '#ff0000'}\n", 'claims:\n  a: {text: A., colour: "#ff0000"}\n'),
        ("'title': x\n", "title: x\n"),
        ("title:\n  x\n", "title: x\n"),
        ("title:\n", "title:\n"),
        ("title: ~\n", "title: ~\n"),
        ("? title\n: x\n", "title: x\n"),
        ("claims: {a: {text: A., note}}\n", "claims: {a: {text: A., note: }}\n"),
        ("claims: {a: {text: A.,\n  note: }}\n", "claims: {a: {text: A., note: }}\n"),
        ("claims: {a: [b: ]}\n", "claims: {a: [{b: }]}\n"),
        ("claims: {a: [! ]}\n", "claims: {a: [~]}\n"),
        ("? a\n\n  b\n: x\n", '"a\\nb": x\n'),
        ("title: a\u2028  b\n", 'title: "a\\u2028b"\n'),
    ],
)
def test_small_things(before, after):
    assert out(before) == after


def test_texts_keep_their_line_breaks():
    assert out(
        """
        title: >-
            One
            two
        description: |
              Three

                four
        claims:
            a: five
              six
            b: "seven
              eight"
            c:
              nine
              ten
        """
    ) == textwrap.dedent(
        """\
        title: >-
          One
          two
        description: |
          Three

            four
        claims:
          a: five
            six
          b: "seven
            eight"
          c: nine
            ten
        """
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|2\n     A.\n    B.\n", "|2\n     A.\n    B.\n"),
        ("|4\n       A.\n      B.\n", "|2\n     A.\n    B.\n"),
        ("|6\n        A.\n", "|\n    A.\n"),
        ("|+\n      A.\n\n\n", "|+\n    A.\n\n\n"),
        ("|-\n      A.  \n\n\n", "|-\n    A.  \n"),
        ("|\n      A.\n         \n", "|\n    A.\n       \n"),
        ("|\n      A.", "|-\n    A.\n"),
        (">+\n      A.\n# so\n", ">+\n    A.\n# so\n"),
        (">- # argmap: allow two-sentences\n      A. B.\n", ">-  # argmap: allow two-sentences\n    A. B.\n"),
        ("# so\n    |\n      A.\n", "|  # so\n    A.\n"),
        ("|2-   # so\n    \n", '""    # so\n'),
        ('"A.\\ \n   B."\n', "A.  B.\n"),
    ],
)
def test_blocks_keep_what_they_say(before, after):
    made = laid_out(SourceFile("m", f"{HEAD}claims:\n  a: {before}"))
    assert made == f"{HEAD}claims:\n  a: {after}"
    assert laid_out(SourceFile("m", made)) == made


def test_long_brackets_become_lines():
    text = "A tram line through the whole town from the station to the harbour is what should be built next."
    assert out(f"claims:\n  a: {{text: {text}, tags: [x], supports: {{to: b, id: r}}}}     # so\n  b: B.\n") == (
        f"claims:\n  a:  # so\n    text: {text}\n    tags: [x]\n    supports: {{to: b, id: r}}\n  b: B.\n"
    )


def test_comments_stay():
    assert out(
        """
        # first


        title: x # at the end
        claims:    # behind a key
            # above
            a:
                text: A.        # set apart
                tags: [x,  # in a list
                       y]
                # at the end of a
            # at the end of claims
        # at the end of the file
        """
    ) == textwrap.dedent(
        """\
        # first

        title: x  # at the end
        claims:    # behind a key
          # above
          a:
            text: A.            # set apart
            tags:
              - x  # in a list
              - y
            # at the end of a
          # at the end of claims
        # at the end of the file
        """
    )


def test_comments_right_behind_brackets_and_quotes_stay():
    assert out('title: "x"#one\nclaims: {a: A.}#two\n') == "title: x  #one\nclaims: {a: A.}  #two\n"


def test_comments_before_a_block_and_in_its_head_stay_apart():
    assert out("claims:\n- # before\n\n  # it\n  text: |-  # in the head\n    One.\n") == (
        "claims:\n  # before\n\n  # it\n  - text: |-  # in the head\n      One.\n"
    )
    assert out("claims:\n- # before\n\n  # it\n  text: |-\n    One.\n") == (
        "claims:\n  # before\n\n  # it\n  - text: |-\n      One.\n"
    )


def test_blank_lines():
    assert out("\n\ntitle: x\n\n\n\nclaims:\n\n  a: A.   \n\n\n") == "\ntitle: x\n\nclaims:\n\n  a: A.\n"


def test_lists_of_mappings():
    assert out(
        "claims: {a: A., b: B.}\nrelations:\n- kind: support\n  premises: a\n  target: b\n"
        "-   {kind: attack, premises: b, target: a}\n"
    ) == (
        "claims: {a: A., b: B.}\nrelations:\n  - kind: support\n    premises: a\n    target: b\n"
        "  - {kind: attack, premises: b, target: a}\n"
    )


def test_anchors_and_aliases_stay():
    assert out("claims:\n  a: {text: &t A., tags: &u [x]}\n  b: {text: *t, tags: *u}\n") == (
        "claims:\n  a: {text: &t A., tags: &u [x]}\n  b: {text: *t, tags: *u}\n"
    )
    assert out("claims:\n  a: &c\n      text: A.\n  b: *c\n") == "claims:\n  a: &c\n    text: A.\n  b: *c\n"


def test_marks_of_the_document():
    made = laid_out(SourceFile("m", "# above\n---\nargmap: 1\nclaims: {a: A.}\n...\n# below\n"))
    assert made == "# above\n---\nargmap: 1\nclaims: {a: A.}\n...\n# below\n"


def test_windows_line_ends_stay():
    made = laid_out(SourceFile("m", "argmap:   1\r\nclaims:\r\n    a: |\r\n        A.\r\n        B.\r\n"))
    assert made == "argmap: 1\r\nclaims:\r\n  a: |\r\n    A.\r\n    B.\r\n"


def test_findings_are_no_obstacle_and_twice_the_same_key_stays():
    assert out("claims:\n    a: {text: A., supports: nothing}\n    a: A again.\n") == (
        "claims:\n  a: {text: A., supports: nothing}\n  a: A again.\n"
    )


@pytest.mark.parametrize("text", ["", "argmap: 1\nclaims: [", "- a\n", "argmap: 1\nclaims: !!python/name:x y\n"])
def test_what_cannot_be_read_is_refused(text):
    with pytest.raises(RefusedError) as refused:
        laid_out(SourceFile("m", text))
    assert refused.value.findings


def test_the_maps_of_the_project_are_laid_out():
    paths = [*ROOT.glob("arguments/*.argmap.yaml"), *ROOT.glob("examples/**/*.argmap.yaml")]
    assert len(paths) > 5
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert laid_out(SourceFile(path.name, text)) == text, path


def test_a_new_map_is_laid_out():
    assert laid_out(SourceFile("m", starter("tram"))) == starter("tram")
