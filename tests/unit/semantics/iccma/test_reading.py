"""Reading frameworks: every format, every layout, and what is said of files that are wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.frameworks import FORMATS
from argmap.frameworks.base import MAX_ARGUMENTS
from argmap.semantics.iccma.reading import read
from tests.unit.semantics.iccma.writers import WRITERS


def parsed(text, form=None):
    """The format's name, the names of the arguments, and the attacks between them by name."""
    form, reading = read(text.encode(), "x", FORMATS[form] if form else None)
    assert reading.diagnostics == ()
    names = [str(name) for name in reading.instance.names]
    assert reading.instance.framework.size == len(names)
    return form.name, names, [(names[a], names[b]) for a, b in reading.instance.framework.attacks()]


@st.composite
def frameworks(draw):
    word = st.text("abcxyz0123456789_é日", min_size=1, max_size=4)
    names = draw(st.lists(word, min_size=1, max_size=7, unique=True))
    end = st.sampled_from(names)
    return names, draw(st.lists(st.tuples(end, end), max_size=12))


@pytest.mark.parametrize("form", WRITERS)
@given(made=frameworks())
def test_what_is_written_is_read_again(form, made):
    names, attacks = made
    text = WRITERS[form](names, attacks)
    found, read_names, read_attacks = parsed(text, form)
    known = [str(number) for number in range(1, len(names) + 1)] if form == "i23" else names
    again = dict(zip(names, known, strict=True))
    assert (found, read_names) == (form, known)
    assert sorted(read_attacks) == sorted({(again[a], again[b]) for a, b in attacks})
    if not names[0].startswith("p"):
        assert parsed(text)[0] == form


@pytest.mark.parametrize("form", WRITERS)
@given(made=frameworks())
def test_attackers_and_targets_tell_the_same(form, made):
    _, reading = read(WRITERS[form](*made).encode(), "x", FORMATS[form])
    framework = reading.instance.framework
    there = {(attacker, target) for attacker, targets in enumerate(framework.targets) for target in targets}
    back = {(attacker, target) for target, attackers in enumerate(framework.attackers) for attacker in attackers}
    assert there == back
    assert len(there) == sum(map(len, framework.targets)) == sum(map(len, framework.attackers))


LAYOUTS = [
    "p af 3\n1 2\n2 3\n",
    "p af 3\n1 2\n2 3",
    "p af 3\r\n1 2\r\n2 3\r\n",
    "\ufeffp af 3\n1 2\n2 3\n",
    "# a comment\n\n  p  af\t3 \n# another\n\n 1\t2 \n2 3 # at the end of a line\n\n",
    "p af 00003\n0001 00000000000002\n2 3\n1 2\n",
    "arg(1).\narg(2).\narg(3).\natt(1,2).\natt(2,3).\n",
    "arg(1). arg(2).arg(3). att(1,2).att(2,3).",
    "% a comment: arg(9).\natt(2,3).\natt( 1 , 2 ) .\narg(1).\narg (2).\narg(3).  % the end",
    "argument(1). argument(2). argument(3). attack(1,2). attack(2,3).",
    'arg(1). arg(2).\r\narg(3). arg("a, b").\natt(1,2). att(2,3).',
    "1\n2\n3\n#\n1 2\n2 3\n",
    "1 first\n2\n\n3 a third one\n # \n1 2 label\n\t2   3\n\n",
    "1\r\n2\r\n3\r\n#\r\n1 2\r\n2 3\r\n",
    "1\n2\n3\n#\n1 2\n2 3\n1 2",
]


@pytest.mark.parametrize("text", LAYOUTS)
def test_layouts(text):
    _, names, attacks = parsed(text)
    assert names[:3] == ["1", "2", "3"]
    assert attacks == [("1", "2"), ("2", "3")]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("p af 0", "i23"),
        ("#\n#c\np af 0\n", "i23"),
        ("p\n#\n", "tgf"),
        ("#\n", "tgf"),
        ("% c\natt(a,a). arg(a).", "apx"),
        ("arg(a).", "apx"),
        ("%\n\n att(a,b). arg(a). arg(b).", "apx"),
        ("arg\n#\narg arg\n", "tgf"),
    ],
)
def test_the_content_tells_the_format(text, form):
    assert parsed(text)[0] == form


def test_no_fact_is_the_empty_framework():
    assert parsed("", "apx") == parsed("% nothing\n", "apx") == ("apx", [], [])


def test_names_of_apx_may_be_quoted_or_hold_dots():
    _, names, attacks = parsed('arg("a % (b), c."). arg(x.y). att("a % (b), c.",x.y).')
    assert names == ['"a % (b), c."', "x.y"]
    assert attacks == [(names[0], names[1])]


BAD = [
    # text, format, line, column, name, words of the message
    ("p af 3\n1 2\n2 4\n", None, 3, 3, "unknown-reference", "there is no argument 4"),
    ("p af 3\n1 0\n", None, 2, 3, "unknown-reference", "there is no argument 0"),
    ("p af 3\n1 99999999999999999999999\n", None, 2, 3, "unknown-reference", "no argument 9999"),
    ("p af 0\n1 1\n", None, 2, 1, "unknown-reference", "there is no argument 1"),
    ("p af 3\n# c\n1 x\n", None, 3, 3, "syntax-error", "`x` is not the number"),
    ("p af 3\n1 -2\n", None, 2, 3, "syntax-error", "`-2` is not the number"),
    ("p af 3\n1 1_0\n", None, 2, 3, "syntax-error", "`1_0` is not the number"),
    ("p af 3\n1 ２\n", None, 2, 3, "syntax-error", "`２` is not the number"),
    ("p af 3\n1 2 3\n", None, 2, 1, "syntax-error", "not 3 words"),
    ("p af 4\n1\n2 3 4\n", None, 2, 1, "syntax-error", "not one word"),
    ("p af 3\np af 3\n", None, 2, 1, "syntax-error", "not 3 words"),
    ("p af\n1 2\n", None, 1, 3, "syntax-error", "not followed by one number"),
    ("p af three\n", None, 1, 6, "syntax-error", "not followed by one number"),
    ("p af 3 4\n", None, 1, 8, "syntax-error", "not followed by one number"),
    ("p aba 3\n", None, 1, 3, "syntax-error", "not an argumentation framework"),
    ("1 2\n", "i23", 1, 1, "syntax-error", "does not begin with `p af`"),
    ("# nothing\n", "i23", 1, 1, "syntax-error", "the line `p af` is missing"),
    (f"p af {MAX_ARGUMENTS + 1}\n", None, 1, 6, "too-large", "more than the 10,000,000"),
    ("p af 1000000000000000000000000000000000000000000000\n", None, 1, 6, "too-large", "10000000"),
    ("arg(a).\natt(a,b).\n", None, 2, 7, "unknown-reference", "there is no argument `b`"),
    ("arg(a).\n arg(a).\n", None, 2, 6, "duplicate-id", "there is an argument `a` already"),
    ("arg(a)\narg(b).\n", None, 1, 7, "syntax-error", "`.` is missing"),
    ("arg(a).\narg(b.\n", None, 2, 6, "syntax-error", "`)` is missing"),
    ("arg(a).\narg(b .\n", None, 2, 6, "syntax-error", "`)` is missing"),
    ("arg(a,b).\n", None, 1, 1, "syntax-error", "`arg` takes one name, not 2"),
    ("arg(a).\natt(a).\n", None, 2, 1, "syntax-error", "`att` takes two names, the attacker and its target, not 1"),
    ("arg(a).\nsupport(a,a).\n", None, 2, 1, "syntax-error", "`support` is neither"),
    ("arg(a).\n<>\n", None, 2, 1, "syntax-error", "this is not a fact"),
    ("arg().\n", None, 1, 1, "syntax-error", "`arg` takes one name, not 0"),
    ("", "i23", 1, 1, "syntax-error", "the line `p af` is missing"),
    ("", "tgf", 1, 1, "syntax-error", "the line `#`"),
    ("a\nb\n#\na b\nb c\n", None, 5, 3, "unknown-reference", "there is no argument `c`"),
    ("a\nb\n#\nb\n", None, 4, 1, "syntax-error", "not one word"),
    ("a\nb\na\n#\n", None, 3, 1, "duplicate-id", "there is an argument `a` already"),
    ("a\nb\n", None, 2, 2, "syntax-error", "the line `#`"),
    ("1 2\n2 3\n", None, 2, 4, "syntax-error", "the line `#`"),
    ("a\n# b\n#\n", "tgf", 2, 1, "syntax-error", "`#` does not stand alone"),
    ("", None, 1, 1, "syntax-error", "the file is empty"),
    (" \n\n", None, 1, 1, "syntax-error", "the file is empty"),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: repr(case[0]))
def test_bad_files_are_told_with_their_place(case):
    text, form, line, column, name, words = case
    _, reading = read(text.encode(), "x", FORMATS[form] if form else None)
    assert reading.instance is None
    first = reading.diagnostics[0]
    assert (first.primary.line, first.primary.column, first.name) == (line, column, name)
    assert words in first.message


def test_bytes_that_are_not_utf_8():
    _, reading = read(b"p af 2\n# Caf\xe9\n1 2\n", "x")
    assert reading.instance is None
    (only,) = reading.diagnostics
    assert (only.name, only.primary.line, only.primary.column) == ("unreadable-file", 2, 6)
    assert "0xE9" in only.message


def test_a_name_that_is_nearly_right_gets_a_suggestion():
    for text in ("arg(alpha). arg(beta). att(alpha,betta).", "alpha\nbeta\n#\nalpha betta\n"):
        _, reading = read(text.encode(), "x")
        assert reading.diagnostics[0].help == "did you mean `beta`?"


@pytest.mark.parametrize(
    "text", ["p af 2\n" + "9 9\n" * 5000, "arg(a).\n" + "att(b,c).\n" * 5000, "a\n#\n" + "b c\n" * 5000]
)
def test_a_file_that_is_wrong_all_over_gives_some_findings(text):
    _, reading = read(text.encode(), "x")
    assert 1 < len(reading.diagnostics) <= 40
    assert [item.primary.line for item in reading.diagnostics] == sorted(
        item.primary.line for item in reading.diagnostics
    )


@given(st.binary(max_size=40))
def test_any_bytes_are_a_framework_or_have_findings(data):
    _, reading = read(data, "x")
    assert (reading.instance is None) is bool(reading.diagnostics)


@given(st.text('paf arg(t.,)#%"123\n', max_size=40), st.sampled_from([None, *FORMATS]))
def test_any_text_is_a_framework_or_has_findings(text, form):
    _, reading = read(text.encode(), "x", FORMATS[form] if form else None)
    assert (reading.instance is None) is bool(reading.diagnostics)
