"""YAML as plain values, with the places of what is odd."""

import pytest

from argmap.core.source import SourceFile
from argmap.formats.trees.tree import RefusedError
from argmap.formats.trees.yaml_values import YamlValues


def values(text):
    return YamlValues(SourceFile("file", text))


def test_values_have_types():
    found = values("a: 1\nb: [yes, true, 1.5, null, ~, '7']\nc: {d: 2024-05-02}")
    assert found.root == {"a": 1, "b": ["yes", True, 1.5, None, None, "7"], "c": {"d": "2024-05-02"}}
    assert found.diagnostics() == []


@pytest.mark.parametrize("text", ["", "# nothing", "---\n..."])
def test_nothing(text):
    assert values(text).root in (None, "")


def test_texts_are_as_they_were_typed():
    found = values("a: 007\nb: True\nc: 1.50\nd: text\ne: [x]\nf:")
    assert [found.text(found.root, key, ()) for key in "abcdef"] == ["007", "True", "1.50", "text", None, None]
    assert [found.name(found.root, key, ()) for key in "abcd"] == ["007", "True", "1.50", "text"]
    assert [(item.name, item.message, item.primary.text) for item in found.diagnostics()] == [
        ("odd-value", "`e` must be a text", "e")
    ]


def test_keys_are_as_they_were_typed():
    assert values("1.0: a\nno: b\n?\n: c\n'x y': d").root == {"1.0": "a", "no": "b", "": "c", "x y": "d"}


def test_places_are_looked_up_late():
    found = values("a:\n  b: [x, {c: é 7}]\n")
    spans = found.spans({"c": ("a", "b", 1, "c"), "b": ("a", "b"), "gone": ("a", "z")})
    assert {name: span.text for name, span in spans.items()} == {"c": "é 7", "b": "b", "gone": "a"}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_places_after_a_byte_order_mark(ending):
    found = values("\ufeff" + ending.join(["é: 🙂 a", "b: c"]))
    assert found.root == {"é": "🙂 a", "b": "c"}
    assert (found.span(("b",)).text, found.span(("b",)).line) == ("c", 2)


def test_the_first_of_two_keys_counts_and_the_other_is_kept():
    found = values("a:\n  b: 1\n  c: 2\n  b: [3]\n  b: 4\n")
    assert found.root == {"a": {"b": 1, "c": 2}}
    assert found.repeated == [(("a",), "b", [3]), (("a",), "b", 4)]
    assert [(item.name, item.message, item.primary.line) for item in found.diagnostics()] == [
        ("repeated-node", "`b` is given twice; the first one, in line 2, is used", 4),
        ("repeated-node", "`b` is given twice; the first one, in line 2, is used", 5),
    ]


def test_mappings_are_merged():
    found = values("a: &a {x: 1, y: 2}\nb: &b {<<: *a, y: 3}\nc: {<<: [*b, {z: 4}], x: 5}\nd: {'<<': 6, <<: 7}")
    assert found.root["b"] == {"x": 1, "y": 3}
    assert found.root["c"] == {"x": 5, "y": 3, "z": 4}
    assert found.root["d"] == {"<<": 6}


def test_aliases_are_values_of_their_own():
    found = values("a: &a [1]\nb: *a")
    assert found.root["b"] == [1]
    assert found.span(("b", 0)).line == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a: [", "syntax-error"),
        ("\ta: b", "syntax-error"),
        ("a: b: c", "syntax-error"),
        ("a: \0", "syntax-error"),
        ("a: *b", "syntax-error"),
        ("a: &a [*a]", "syntax-error"),
        ("? [a]\n: b", "syntax-error"),
        ("a: b\n---\nc: d", "syntax-error"),
        ("a: !!binary b", "yaml-tag"),
        ("[" * 60 + "]" * 60, "too-deep"),
        ("\n".join(["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 60))]), "too-deep"),
        ("\n".join(["a0: &a0 {x: y}", *(f"a{n}: &a{n} {{<<: *a{n - 1}}}" for n in range(1, 60))]), "too-deep"),
        ("\n".join(["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30))]), "alias-bomb"),
    ],
)
def test_what_is_refused(text, name):
    with pytest.raises(RefusedError) as caught:
        values(text)
    found = caught.value.diagnostic
    assert found.name == name
    assert 0 <= found.primary.start <= found.primary.end <= len(text)
