"""Where a cursor stands in half typed YAML."""

import pytest

from argmap.lsp.features.yaml_cursor import Cursor, cursor_at


def cursor(text: str) -> Cursor | None:
    return cursor_at(text.replace("⟨⟩", ""), text.index("⟨⟩"))


CLAIM = "argmap: 1\nclaims:\n  tram: The.\n  cost:\n    text: Foo\n"

VALUES = {
    CLAIM + "    supports: ⟨⟩\n    by: x\n": (("claims", "cost", "supports"), ""),
    CLAIM + "    supports: [a, ⟨⟩\n    by: x\n": (("claims", "cost", "supports"), ""),
    CLAIM + "    supports: {to: x, with: [y, z⟨⟩]}\n": (("claims", "cost", "supports", "with"), "z"),
    CLAIM + "    supports:\n      - a\n      - b⟨⟩\n": (("claims", "cost", "supports"), "b"),
    CLAIM + "    supports:\n      - to: tr⟨⟩am\n": (("claims", "cost", "supports", "to"), "tr"),
    CLAIM + "    supports:\n    - to: tr⟨⟩am\n": (("claims", "cost", "supports", "to"), "tr"),
    CLAIM + "    attacks: a -⟨⟩\n": (("claims", "cost", "attacks"), "a -"),
    CLAIM + "    cites: study#⟨⟩\n": (("claims", "cost", "cites"), "study#"),
    CLAIM + '    by: "ma⟨⟩yor"\n': (("claims", "cost", "by"), "ma"),
    CLAIM + "    by: ['ma⟨⟩\n": (("claims", "cost", "by"), "ma"),
    CLAIM + "    by: &who ma⟨⟩\n": (("claims", "cost", "by"), "ma"),
    CLAIM + "    text: >-\n      by: f\n    by: m⟨⟩\n": (("claims", "cost", "by"), "m"),
    CLAIM + '    "by": m⟨⟩\n': (("claims", "cost", "by"), "m"),
    CLAIM + "    note: it's # not: that\n    by: m⟨⟩\n": (("claims", "cost", "by"), "m"),
    CLAIM + "\n# a comment: here\n\n    by: m⟨⟩\n": (("claims", "cost", "by"), "m"),
    CLAIM + "    supports: {to: x,\n      # why: that\n      scheme: m⟨⟩": (
        ("claims", "cost", "supports", "scheme"),
        "m",
    ),
    CLAIM + "    by: [\n      a,\n      # why: that\n      ⟨⟩\n": (("claims", "cost", "by"), ""),
    CLAIM + "    supports: {to: a + ⟨⟩": (("claims", "cost", "supports", "to"), "a + "),
    CLAIM + "    supports:\n      - &one {to: m⟨⟩": (("claims", "cost", "supports", "to"), "m"),
    "claims: {a: {text: x,\n  by: ⟨⟩\n": (("claims", "a", "by"), ""),
    "relations:\n- kind: ⟨⟩\n": (("relations", "kind"), ""),
    "---\nrelations:\n  -   kind: s⟨⟩\n": (("relations", "kind"), "s"),
    '{"argmap": 1, "claims": {"a": {"text": "x", "supports": "⟨⟩"}}}': (("claims", "a", "supports"), ""),
    '{\n  "claims": {\n    "a": {\n      "by": ["x", "y⟨⟩"]\n': (("claims", "a", "by"), "y"),
    "claims:\r\n  a:\r\n    text: x\r\n    by: y⟨⟩\r\n": (("claims", "a", "by"), "y"),
}


@pytest.mark.parametrize("text", VALUES)
def test_finds_the_value_that_is_typed(text):
    found = cursor(text)
    assert found is not None
    assert found.is_value
    assert (found.path, found.typed) == VALUES[text]


KEYS = {
    "⟨⟩": ((), "", set()),
    "argmap: 1\nti⟨⟩\nclaims:\n  b: x\n": ((), "ti", {"argmap", "claims"}),
    CLAIM + "    ⟨⟩\n    by: x\n  next:\n    note: d\n": (("claims", "cost"), "", {"text", "by"}),
    CLAIM + "    sup⟨⟩ports: x\n": (("claims", "cost"), "sup", {"text"}),
    CLAIM + "    supports:\n      - to: a\n        ⟨⟩\n        id: b\n      - c\n": (
        ("claims", "cost", "supports"),
        "",
        {"to", "id"},
    ),
    CLAIM + "    supports:\n      to: a\n      w⟨⟩\n": (("claims", "cost", "supports"), "w", {"to"}),
    "claims:\n  tram: {text: The., ⟨⟩, by: mayor}\n  b: x\n": (("claims", "tram"), "", {"text", "by"}),
    "claims:\n  tram: {te⟨⟩, by: {a: b}, tags: [c]}\n  b: x\n": (("claims", "tram"), "te", {"by", "tags"}),
    "relations:\n- kind: support\n  pre⟨⟩\n  target: x\n- id: b\n": (("relations",), "pre", {"kind", "target"}),
    "relations:\n- kind: support\n- ⟨⟩\n": (("relations",), "", set()),
    '{"claims": {"a": {"text": "x", "⟨⟩"}}}': (("claims", "a"), "", {"text"}),
    "display:\n  ⟨⟩": (("display",), "", set()),
}


@pytest.mark.parametrize("text", KEYS)
def test_finds_the_mapping_that_a_key_joins(text):
    found = cursor(text)
    assert found is not None
    assert found.is_key
    assert (found.path, found.typed, set(found.siblings)) == KEYS[text]


@pytest.mark.parametrize(
    "text",
    [
        "claims:\n  a: foo # by: ⟨⟩\n",
        "# claims: ⟨⟩\n",
        CLAIM + "    supports:⟨⟩\n",
        CLAIM + '    by: "mayor"⟨⟩\n',
        CLAIM + "    by: *who⟨⟩\n",
        CLAIM + "    by: {a: b}⟨⟩\n",
        CLAIM + '    by: "may\n      or⟨⟩\n',
    ],
)
def test_is_nowhere_in_comments_and_behind_values(text):
    assert cursor(text) is None


@pytest.mark.parametrize("text", ["    text: >-\n      by: ⟨⟩\n", "    text: |\n      by: x\n\n      ⟨⟩\n"])
def test_in_a_text_of_several_lines_there_is_neither_key_nor_value(text):
    found = cursor(CLAIM + text)
    assert found is not None
    assert found.path == ("claims", "cost", "text")
    assert not found.is_key and not found.is_value


def test_a_word_goes_on_behind_the_cursor():
    text = CLAIM + "    supports: tr⟨⟩am # yes\n"
    found = cursor(text)
    assert found is not None
    assert text.replace("⟨⟩", "")[found.start : found.end] == "tram"


def test_knows_what_a_list_has_already():
    found = cursor(CLAIM + "    by: [a, 'b c', ⟨⟩]\n")
    assert found is not None
    assert found.values == ("a", "b c")
