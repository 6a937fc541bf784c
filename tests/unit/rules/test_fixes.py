"""What fixes do to a text, layout by layout."""

import pytest

from argmap.core.diagnostics import apply_edits
from argmap.core.source import SourceFile
from tests.unit.rules.rule_cases import findings

HEAD = "argmap: 1\nclaims:\n  a: One.\n"


def fixed(name: str, text: str, *, safe: bool = True, file: str = "m.yaml") -> str | None:
    """The text after the fix of the first finding of a name; None if it has no fix."""
    source = SourceFile(file, text)
    item = next(item for item in findings(source) if item.name == name)
    if item.fix is None:
        return None
    assert item.fix.safe is safe
    return apply_edits(source, item.fix.edits).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a, a]", "[a]"),
        ("[a,a]", "[a]"),
        ("[ a , a ]", "[ a  ]"),
        ('["a", a]', '["a"]'),
        ("[a, 'a']", "[a]"),
        ("[a, a,]", "[a,]"),
        ("[a, x, a]", "[a, x]"),
        ("[a, a, x]", "[a, x]"),
        ("\n      - a\n      - a", "\n      - a"),
        ("\n      -   a\n      -   a\n", "\n      -   a\n"),
        ("\n    - a\n    - a\n    - x\n", "\n    - a\n    - x\n"),
        ("\r\n    - a\r\n    - a\r\n", "\r\n    - a\r\n"),
        ("\n      - a\n      - a # remark", None),
        ("\n      - a\n      - {to: a}", None),
        ("\n      - {to: a}\n      - a", "\n      - {to: a}"),
        ("[a,\n     a]", None),
        ("[&x a, *x]", None),
        ("\n      - a\n      - >\n        a", None),
        ("\n      - a\n      -\n        a", None),
    ],
)
def test_a_second_relation_is_taken_out_of_its_list(before, after):
    head = f"{HEAD}  x: Other.\n  b:\n    text: Two.\n    supports: "
    assert fixed("duplicate-relation", head + before) == (None if after is None else head + after)


def test_a_relation_that_something_refers_to_is_not_taken_out():
    assert (
        fixed("duplicate-relation", HEAD + "  b: {text: Two., supports: [a, a]}\n  c: {text: C, attacks: b -> a}")
        is None
    )


def test_a_relation_that_says_more_is_not_taken_out():
    assert fixed("duplicate-relation", HEAD + "  b: {text: Two., supports: [a, {to: a, note: why}]}") is None


def test_a_relation_of_another_field_is_not_taken_out():
    text = HEAD + "  b: {text: Two., supports: a}\nrelations:\n  - {kind: support, premises: b, target: a}\n"
    assert fixed("duplicate-relation", text) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[b, c, b]", "[b, c]"),
        ("[b, b, c]", "[b, c]"),
        ("\n    - b\n    - c\n    - b\n", "\n    - b\n    - c\n"),
    ],
)
def test_a_second_premise_is_taken_out(before, after):
    head = f"{HEAD}  b: Two.\n  c: Three.\nrelations:\n- kind: support\n  target: a\n  premises: "
    assert fixed("repeated-premise", head + before) == head + after


def test_a_linked_premise_that_stands_alone_stays():
    assert fixed("repeated-premise", HEAD + "  b: {text: Two., supports: {to: a, with: b}}") is None
    assert fixed("repeated-premise", HEAD + "  b: {text: Two., supports: {to: a, with: [b]}}") is None


def test_a_second_entry_is_taken_out():
    text = HEAD + "  b: {text: Two., tags: [x, y, x]}\n"
    assert fixed("repeated-entry", text) == text.replace(", x]", "]")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Argument from Sign", "sign"),
        ("'Argument from Sign'", "'sign'"),
        ('"Sign"', '"sign"'),
        ("ExpertOpinion", "expert-opinion"),
    ],
)
def test_schemes_get_their_usual_name(before, after):
    head = HEAD + "  b: {text: Two., supports: {to: a, scheme: "
    assert fixed("scheme-spelling", f"{head}{before}}}}}") == f"{head}{after}}}}}"


def test_the_scheme_that_was_meant_may_have_been_meant_by_another_name():
    head = HEAD + "  b: {text: Two., supports: {to: a, scheme: "
    assert fixed("unknown-scheme", f"{head}autority}}}}", safe=False) == f"{head}expert-opinion}}}}"
    assert fixed("unknown-scheme", f"{head}wishful}}}}", safe=False) is None


def test_schemes_over_two_lines_stay():
    text = HEAD + "  b:\n    text: Two.\n    supports:\n      to: a\n      scheme: Argument from\n        Sign\n"
    assert fixed("scheme-spelling", text) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    title: Two\n    text: Two.\n", "    text: Two.\n"),
        ("    text: Two.\n    title: Two", "    text: Two.\n"),
        ("    text: Two.\n    title: Two # remark\n", None),
        ("    {text: Two., title: Two}\n", None),
        ("    text: Two.\n    title: >\n      Two\n", None),
    ],
)
def test_a_title_that_says_no_more_is_taken_out(before, after):
    head = HEAD + "  b:\n"
    assert fixed("title-says-no-more", head + before) == (None if after is None else head + after)


def test_suggestions_are_not_safe():
    text = HEAD + "  tram: {text: Two., supports: a}\n  c: {text: Three., supports: 'tarm'}\n"
    assert fixed("unknown-reference", text, safe=False) == text.replace("'tarm'", "'tram'")
    text = HEAD + "  b: {text: Two., score: 80}\n"
    assert fixed("score-out-of-range", text, safe=False) == text.replace("80", "0.8")
    text = HEAD + "  b: {text: Two., supports: {to: a, weight: 65}}\n"
    assert fixed("weight-out-of-range", text, safe=False) == text.replace("65", "0.65")


def test_a_name_that_needs_quotes_is_not_suggested_as_an_edit():
    text = 'argmap: 1\nclaims:\n  "tram: a": One.\n  b: {text: Two., supports: tram a}\n'
    assert fixed("unknown-reference", text, safe=False) is None


def test_json():
    text = '{"argmap": 1, "claims": {"a": "One.", "b": {"text": "Two.", "supports": ["a", "a"]}}}'
    assert fixed("duplicate-relation", text, file="m.json") == text.replace(', "a"]', "]")
    text = text.replace('"a", "a"', '"x"')
    assert fixed("unknown-reference", text.replace('"a": "One."', '"xy": "One."'), safe=False, file="m.json") == (
        text.replace('"a": "One."', '"xy": "One."').replace('["x"]', '["xy"]')
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  b: {text: Two., supports: a} # argmap: allow AM205\n", "  b: {text: Two., supports: a}\n"),
        ("  b: {text: Two., supports: a}\t#argmap:allow AM205", "  b: {text: Two., supports: a}"),
        ("  # argmap: allow AM205\n  b: {text: Two., supports: a}\n", "  b: {text: Two., supports: a}\n"),
        ("  # argmap: allow AM205\r\n  b: {text: Two., supports: a}\r\n", "  b: {text: Two., supports: a}\r\n"),
        ("  b: {text: Two., supports: a}\n# argmap: allow AM205", "  b: {text: Two., supports: a}\n"),
        (
            "  b: {text: So it is therefore., supports: a} # argmap: allow AM205, hidden-inference , nosuch — why\n",
            "  b: {text: So it is therefore., supports: a} # argmap: allow hidden-inference, nosuch — why\n",
        ),
    ],
)
def test_what_is_not_used_in_a_comment_is_taken_out(before, after):
    assert fixed("unused-suppression", HEAD + before) == HEAD + after
