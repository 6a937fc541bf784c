"""Laws of the formats in YAML that argmap only reads: whatever stands in a file makes a sound map, or is refused."""

import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.core.source import SourceFile
from argmap.formats.native import read_yaml
from argmap.formats.trees.yaml_values import RefusedError, YamlValues
from argmap.pipeline import draw, load, write
from argmap.rules import check
from argmap.rules.base import Context
from tests.interchange import CASES

FORMATS = ("carneades", "sanson")
SAMPLES = {
    name: [path.read_text(encoding="utf-8") for path in sorted(CASES.glob(f"{name}/**/*.yml"))] for name in FORMATS
}
SIGNS = ["\0", "\ud800", "\t", "\r", "\n", ":", ": ", "- ", "#", "{", "}", "[", "]", "&a ", "*a", "!x ", "'", '"', "¬"]
VALUES = [
    "",
    "null",
    "7",
    "-1.5",
    "true",
    "[]",
    "{}",
    "[a, b]",
    "{a: b}",
    "text",
    "''",
    "[[x]]",
    "{a: {b: c}}",
    "1e400",
]
VALUE = re.compile(r"(?<=: )[^\n:]+$|(?<=- )[^\n]+$|\[[^\[\]\n]*\]", re.MULTILINE)


@st.composite
def damaged(draw, name):
    """The text of a case to which something happened."""
    text = draw(st.sampled_from(SAMPLES[name]))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text)))
        match draw(st.sampled_from(["cut", "sign", "drop", "value", "line", "indent", "ending"])):
            case "cut":
                text = text[:place]
            case "sign":
                text = text[:place] + draw(st.sampled_from(SIGNS)) + text[place:]
            case "drop":
                text = text[:place] + text[place + 1 :]
            case "value":
                spans = [found.span() for found in VALUE.finditer(text)] or [(0, 0)]
                start, end = draw(st.sampled_from(spans))
                text = text[:start] + draw(st.sampled_from(VALUES)) + text[end:]
            case "line":
                lines = text.splitlines(keepends=True) or [""]
                text = "".join([*lines, draw(st.sampled_from(lines))])
            case "indent":
                text = text[:place] + text[place:].replace("\n  ", "\n    ", draw(st.integers(1, 3)))
            case "ending":
                text = text.replace("\n", "\r\n")
    return text


def assert_sound(text, name):
    loaded = load(SourceFile("file", text), name)
    for item in loaded.diagnostics:
        assert 0 <= item.primary.start <= item.primary.end <= len(text)
    if loaded.map is None:
        assert any(item.severity == "error" for item in loaded.diagnostics)
        return
    made = loaded.map
    errors = [item for item in check(Context.of(made)) if item.severity == "error"]
    assert errors == []
    for item in (*made.claims, *made.relations, *made.questions):
        assert {"id"} <= set(item.spans)
        assert all(0 <= span.start <= span.end <= len(text) for span in item.spans.values())
    assert read_yaml(SourceFile("map", write(made, "yaml").text)) == (made, ())


@settings(max_examples=80)
@given(damaged("carneades"))
def test_whatever_stands_in_an_argument_graph(text):
    assert_sound(text, "carneades")


@settings(max_examples=80)
@given(damaged("sanson"))
def test_whatever_stands_in_a_tree_of_reasons(text):
    assert_sound(text, "sanson")


@settings(max_examples=10)
@given(st.sampled_from(FORMATS).flatmap(lambda name: st.tuples(st.just(name), damaged(name))))
def test_whatever_is_read_can_be_drawn(case):
    name, text = case
    made = load(SourceFile("file", text), name).map
    if made is not None:
        assert draw(made).scene is not None


NAMES = st.sampled_from(["a", "¬a", "p(x,y)", "p(x, y)", "two words", "1", "no", "a b(c)", "(", "))", "é", "-"])


@st.composite
def graphs(draw):
    """The text of an argument graph made by chance."""
    several = st.lists(NAMES, max_size=4)
    quoted = lambda names: f"[{', '.join(repr(name) for name in names)}]"  # noqa: E731
    lines = ["statements:"]
    lines += [f"  {name!r}: Text {number}." for number, name in enumerate(draw(st.lists(NAMES, unique=True)))]
    lines.append("arguments:")
    for name in draw(st.lists(NAMES, unique=True, max_size=6)):
        scheme = draw(st.sampled_from(["convergent", "linked", "expert opinion", "whatever"]))
        lines.append(f"  {name!r}: {{scheme: {scheme}, conclusion: {draw(NAMES)!r}, premises: {quoted(draw(several))},")
        lines.append(f"    undercutter: {quoted(draw(several))}, weight: {draw(st.sampled_from([0.5, 1, 2]))}}}")
    lines.append("issues:")
    lines += [f"  {name!r}: {{positions: {quoted(draw(several))}}}" for name in draw(st.lists(NAMES, unique=True))]
    return "\n".join([*lines, f"assumptions: {quoted(draw(several))}", ""])


@settings(max_examples=60)
@given(graphs())
def test_whatever_refers_to_whatever(text):
    assert_sound(text, "carneades")


TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.sampled_from(["text", "yes", "1.0", "", "# no"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=60)
@given(TREES)
def test_values_are_what_was_written(value):
    text = json.dumps(value)  # which YAML holds as well
    assert YamlValues(SourceFile("file", text)).root == value


@settings(max_examples=60)
@given(st.sampled_from(FORMATS).flatmap(damaged))
def test_values_are_read_or_refused(text):
    try:
        values = YamlValues(SourceFile("file", text.replace("\ud800", "")))
    except RefusedError as refused:
        assert refused.diagnostic.severity == "error"
    else:
        assert all(item.name == "repeated-node" for item in values.diagnostics())
