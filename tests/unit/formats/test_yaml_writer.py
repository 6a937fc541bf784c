"""Writing the native format in YAML: the layout that a person would choose, and nothing lost by it."""

import pytest
import yaml

from argmap.core.model import ArgumentMap, Citation, Claim, Group, Question, Relation, RelationKind, Source, Speaker
from argmap.core.source import SourceFile
from argmap.formats.native import read_yaml
from argmap.formats.native.writing import write
from argmap.formats.native.yaml_text import Free, block, flow, quoted
from tests.documents import ROOT
from tests.maps import map_of
from tests.unit.formats.test_native import TRAM

FAST = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
WRITTEN = """\
argmap: 1
title: Should a town build a tram?
description: |
  A debate in two lines.
  This is the second.
language: en

sources:
  study:
    title: Transport study
    date: 2024-05-02
    link: https://example.org/study
    paragraphs: 13
  law: The tram law

speakers:
  mayor: The mayor
  no:
    name: The no side
    role: "opposition: all of it"

questions:
  build: Should the town build a tram line?
  when:
    text: When?
    tags: [time, later]

claims:
  tram:
    text: The town should build a tram line.
    title: Build the tram
    answers: build
    by: [mayor, no]
    cites: [study#p3, study#s2.p1, law]
  faster:
    text: A tram halves the trip to the centre.
    kind: argument
    cites:
      - study
      - {source: study, section: Costs, paragraph: 4, quote: half the time}
    score: 0.8
    restatements:
      - It takes half the time to get to the centre, wherever you come from and whenever you go there.
      - It saves half an hour.
    hidden: true
    colour: "#1f77b4"
    supports: {to: tram, with: [ridership], id: demand, scheme: cause-to-effect, weight: 0.75}
    attacks: [bus, ridership -> bus]
  ridership:
    text: At least 8,000 people ride each day.
    implicit: true
    assumed: false
    supports: bus
  bus: A bus would do.
  demand-falls:
    text: ""
    title: "Yes: falling"
    attacks:
      - demand
      - {to: faster -> bus, by: mayor}
      - to: tram
        argument: half
        note: It is not so much that fewer people ride than that they ride at other times, in other places.
        data: {certain: false, share: 0.5, 2: "2", "02": a}
    conflicts: bus
    data:
      by hand: true
      texts: [yes and no, "yes", "2024-05-02", a]
      long:
        - {one: 1, two: null}
        - The one thing that a short list cannot hold is a text as long as this one, with a comma in it.
        - - nested
          - "The other thing is a text with two signs in it: one that opens { and one that closes }, like these."
  half:
    title: Half the time
    kind: argument

relations:
  - {kind: support, premises: tram, target: half, argument: half}
  - {kind: attack, premises: [faster, bus], target: tram, id: too-dear, weight: 0}

groups:
  money: [bus]
  rest:
    title: The rest
    members: [tram, build]
    parent: money
    closed: true

display:
  direction: left
  tag_colours: {later: "#000000"}

data:
  argdown: {title: A title, tags: [1, "1"]}
"""


def test_a_file_in_the_layout_of_the_writer_is_written_as_it_was():
    assert write(map_of(WRITTEN)) == WRITTEN


def test_nothing_is_written_of_an_empty_map_but_the_version():
    assert write(ArgumentMap()) == "argmap: 1\n"


@pytest.mark.parametrize("path", sorted(ROOT.glob("*/**/*.argmap.yaml")), ids=lambda path: path.name)
def test_the_maps_of_the_project_are_the_same_maps_again(path):
    found = read_yaml(SourceFile(path.name, path.read_text(encoding="utf-8"))).map
    assert map_of(write(found)) == found


def test_other_readers_of_yaml_find_the_same_texts():
    for text in (WRITTEN, write(map_of(TRAM))):
        assert yaml.load(text, Loader=yaml.BaseLoader) == yaml.load(text, Loader=FAST)
        assert yaml.safe_load(text)["claims"]["tram"]["text"] == "The town should build a tram line."


def relations(*items):
    kinds = {"+": RelationKind.SUPPORT, "-": RelationKind.ATTACK, "~": RelationKind.CONFLICT}
    made = []
    for item in items:
        premises, kind, target = item.split()
        names = tuple(premises.split(","))
        made.append(Relation(f"{' + '.join(names)} -> {target}", kinds[kind], names, target))
    return ArgumentMap(claims=tuple(Claim(name, f"{name}.") for name in "abc"), relations=tuple(made))


@pytest.mark.parametrize(
    ("given", "apart"),
    [
        (["a + b", "a + c", "a - a", "b,c - a", "c ~ a"], 0),
        (["b + a", "a + b"], 1),
        (["b + a", "a + b", "c + a"], 2),
        (["a + b", "a - c", "a + a", "b + c"], 2),
        (["x + a", "a + b"], 2),
        (["a + b", "a,b ~ c"], 1),
    ],
)
def test_the_order_of_relations_is_kept_with_as_few_apart_as_it_allows(given, apart):
    found = relations(*given)
    written = write(found)
    assert written.count("kind:") == apart
    reading = read_yaml(SourceFile("m", written))
    assert reading.map == found


def test_relations_with_the_same_ends_are_told_apart():
    found = map_of("""\
argmap: 1
claims:
  a: {text: A., supports: [b, b]}
  b: B.
  c: {text: C., attacks: [a -> b (2), a -> b]}
relations:
  - {kind: attack, premises: a, target: b}
""")
    assert [item.target for item in found.relations] == ["b", "b", "a -> b (2)", "a -> b", "b"]
    assert map_of(write(found)) == found


def test_a_made_up_name_that_the_reader_would_not_make_up_is_written():
    made = ArgumentMap(
        claims=(Claim("a", "A."), Claim("b", "B.")), relations=(Relation("r", RelationKind.SUPPORT, ("a",), "b"),)
    )
    assert "supports: {to: b, id: r}" in write(made)


@pytest.mark.parametrize(
    ("citation", "written"),
    [
        (Citation("s"), "s"),
        (Citation("s", paragraph=3), "s#p3"),
        (Citation("s", "2"), "s#s2"),
        (Citation("s", "Costs and so on", 3), "s#sCosts and so on.p3"),
        (Citation("s", "2.1"), "{source: s, section: 2.1}"),
        (Citation("s", "a#b", 1), "{source: s, section: a#b, paragraph: 1}"),
        (Citation("s", "", 1), '{source: s, section: "", paragraph: 1}'),
        (Citation("s#p1"), "{source: s#p1}"),
        (Citation("s", quote="so"), "{source: s, quote: so}"),
    ],
)
def test_citations_are_as_short_as_they_can_be(citation, written):
    question = Question("q", "Why?", cites=(citation,))
    found = ArgumentMap(questions=(question,), sources=(Source("s", "S"), Source("s#p1", "T")))
    assert f"    cites: {written}\n" in write(found)
    assert map_of(write(found)) == found


@pytest.mark.parametrize(
    "name",
    ["a: b", "#x", "true", "True", "~", "null", "1", "01", "1.0", "? q", "*z", "a, b", "{", "'q'", "no", "=", "<<"],
)
def test_odd_ids_are_kept(name):
    found = ArgumentMap(
        claims=(Claim(name, name), Claim("b", "B.")),
        relations=(Relation(f"b -> {name}", RelationKind.SUPPORT, ("b",), name),),
        speakers=(Speaker(name, name),),
        groups=(Group(name + "2", name, (name, "b")),),
    )
    written = write(found)
    assert read_yaml(SourceFile("m", written)).map == found
    yaml.safe_load(written)


def test_a_key_too_long_for_yaml_is_announced():
    name = "x" * 1500
    found = ArgumentMap(claims=(Claim(name, "X."),), data={name: {name: 1, "a": [{name: ""}]}})
    assert map_of(write(found)) == found


@pytest.mark.parametrize(
    ("text", "in_block", "in_flow"),
    [
        ("Costs, and so on", "Costs, and so on", '"Costs, and so on"'),
        ("Is it?", "Is it?", '"Is it?"'),
        ("study#s2.p3", "study#s2.p3", "study#s2.p3"),
        ("a -> b", "a -> b", "a -> b"),
        ("https://example.org", "https://example.org", '"https://example.org"'),
        ("Note: this", '"Note: this"', '"Note: this"'),
        ("ends with:", '"ends with:"', '"ends with:"'),
        ("not # this", '"not # this"', '"not # this"'),
        ("", '""', '""'),
        ("null", '"null"', '"null"'),
        ("yes", "yes", "yes"),
        ("1.0", "1.0", "1.0"),
        ("2024-05-02", "2024-05-02", "2024-05-02"),
        ("2024-13-45", '"2024-13-45"', '"2024-13-45"'),
        ("-5", "-5", "-5"),
        ("- a", '"- a"', '"- a"'),
        ("*bold*", '"*bold*"', '"*bold*"'),
        ('He said "no".', 'He said "no".', 'He said "no".'),
        ('"No": he', """'"No": he'""", """'"No": he'"""),
        ("it's [a] \\: b", "'it''s [a] \\: b'", "'it''s [a] \\: b'"),
        (" a", '" a"', '" a"'),
        ("a\tb", '"a\\tb"', '"a\\tb"'),
        ("🙂 é", "🙂 é", "🙂 é"),
        ("\0\x1b\x85\u2028\ufeff\U0010ffff", '"\\0\\x1B\\x85\\u2028\\uFEFF\U0010ffff"', None),
        (10**3, "1000", "1000"),
        (1e-7, "1e-07", "1e-07"),
        (float("-inf"), "-.inf", "-.inf"),
        (float("nan"), ".nan", ".nan"),
        (True, "true", "true"),
        (None, "null", "null"),
    ],
)
def test_quotes_are_used_where_they_are_needed(text, in_block, in_flow):
    assert list(block({"a": text})) == [f"a: {in_block}"]
    assert flow([text]) == f"[{in_flow or in_block}]"


@pytest.mark.parametrize(
    "text", ["true", "yes", "12", "-0x1F", "1_0", "1.5", ".5", "1e3", "2024-05-02", "~", "Null", ".Inf"]
)
def test_texts_with_the_looks_of_another_type_are_quoted_in_free_data(text):
    assert flow(Free(a=text)) == f'{{a: "{text}"}}'
    assert flow({"a": [Free(b={"c": text}), "x"]}) == f'{{a: [{{b: {{c: "{text}"}}}}, x]}}'


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one\ntwo", ["a: |-", "  one", "  two"]),
        ("one\n\n  two\n", ["a: |", "  one", "", "    two"]),
        ("# one\n- two", ["a: |-", "  # one", "  - two"]),
        ("one\ntwo\n\n", ['a: "one\\ntwo\\n\\n"']),
        (" one\ntwo", ['a: " one\\ntwo"']),
        ("one \ntwo", ['a: "one \\ntwo"']),
        ("one\n\ttwo", ['a: "one\\n\\ttwo"']),
        ("one\r\ntwo", ['a: "one\\r\\ntwo"']),
        ("\n", ['a: "\\n"']),
    ],
)
def test_texts_of_several_lines_stand_in_a_block_if_they_survive_it(text, lines):
    assert list(block({"a": text})) == lines
    assert yaml.safe_load("\n".join(lines) + "\n") == {"a": text}


def test_a_text_is_never_broken():
    text = "A tram line serves everybody who lives along it, whether they own a car or not. " * 20
    assert list(block({"a": text.strip()})) == [f"a: {text.strip()}"]
    assert quoted(text) == f'"{text}"'
