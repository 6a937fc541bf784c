"""Places of names in YAML maps: all of them, each exactly where it is typed."""

from argmap.core.source import SourceFile
from argmap.editing import EDITORS
from argmap.formats.native import read_yaml


def found(text):
    """Line and column, the characters, the name, the kind with `!` for a definition, and the owner."""
    argument_map = read_yaml(SourceFile("map.argmap.yaml", text)).map
    return [
        (f"{it.span.line}:{it.span.column}", it.span.text, it.name, it.kind + "!" * it.is_definition, it.owner)
        for it in EDITORS["yaml"].occurrences(argument_map)
    ]


def claims(*lines):
    return "\n".join(("argmap: 1", "claims:", *(f"  {line}" for line in lines), ""))


def test_every_field_that_holds_a_name():
    text = """\
argmap: 1
sources: {study: Study}
speakers: {mayor: The mayor}
questions:
  build: {text: Build it?, cites: study#p2}
claims:
  tram: {text: Build it., answers: [build], by: mayor, cites: [study, {source: study, paragraph: 3}]}
  faster:
    text: It is fast.
    supports: {to: tram, with: [cheap], id: speed, by: mayor, cites: study#s1.p2, argument: sums}
  cheap: {text: It is cheap., conflicts: faster, attacks: {to: speed}}
  sums: {text: It pays., kind: argument}
relations:
  - {kind: attack, premises: [faster, cheap], target: tram, argument: sums}
groups:
  money: [cheap, build]
  more: {members: sums, parent: money}
"""
    assert found(text) == [
        ("2:11", "study", "study", "source!", None),
        ("3:12", "mayor", "mayor", "speaker!", None),
        ("5:3", "build", "build", "question!", "build"),
        ("5:35", "study", "study", "source", "build"),
        ("7:3", "tram", "tram", "claim!", "tram"),
        ("7:37", "build", "build", "question", "tram"),
        ("7:49", "mayor", "mayor", "speaker", "tram"),
        ("7:64", "study", "study", "source", "tram"),
        ("7:80", "study", "study", "source", "tram"),
        ("8:3", "faster", "faster", "claim!", "faster"),
        ("10:20", "tram", "tram", "claim", "speed"),
        ("10:33", "cheap", "cheap", "claim", "speed"),
        ("10:45", "speed", "speed", "relation!", "speed"),
        ("10:56", "mayor", "mayor", "speaker", "speed"),
        ("10:70", "study", "study", "source", "speed"),
        ("10:93", "sums", "sums", "claim", "speed"),
        ("11:3", "cheap", "cheap", "claim!", "cheap"),
        ("11:42", "faster", "faster", "claim", "cheap -> faster"),
        ("11:64", "speed", "speed", "relation", "cheap -> speed"),
        ("12:3", "sums", "sums", "claim!", "sums"),
        ("14:31", "faster", "faster", "claim", "faster + cheap -> tram"),
        ("14:39", "cheap", "cheap", "claim", "faster + cheap -> tram"),
        ("14:55", "tram", "tram", "claim", "faster + cheap -> tram"),
        ("14:71", "sums", "sums", "claim", "faster + cheap -> tram"),
        ("16:3", "money", "money", "group!", "money"),
        ("16:11", "cheap", "cheap", "claim", "money"),
        ("16:18", "build", "build", "question", "money"),
        ("17:3", "more", "more", "group!", "more"),
        ("17:19", "sums", "sums", "claim", "more"),
        ("17:33", "money", "money", "group", "more"),
    ]


def test_names_inside_a_made_up_name():
    text = claims("a: {text: x, supports: {to: t, with: [b]}}", "b: {text: x, attacks: b+  a->t}", "t: x", "c:")
    text += "    text: x\n    attacks: ['b -> a + b -> t', \"a + b -> t (2)\"]\n"
    assert [it[:4] for it in found(text)][3:] == [
        ("4:3", "b", "b", "claim!"),
        ("4:25", "b", "b", "claim"),
        ("4:29", "a", "a", "claim"),
        ("4:32", "t", "t", "claim"),
        ("5:3", "t", "t", "claim!"),
        ("6:3", "c", "c", "claim!"),
        ("8:16", "b", "b", "claim"),
        ("8:21", "a", "a", "claim"),
        ("8:25", "b", "b", "claim"),
        ("8:30", "t", "t", "claim"),
        ("8:35", "a", "a", "claim"),
        ("8:39", "b", "b", "claim"),
        ("8:44", "t", "t", "claim"),
    ]


def test_a_made_up_name_may_end_on_a_named_relation():
    text = claims("a: {text: x, supports: {to: t, id: r}}", "t: x", "b: {text: x, attacks: r}", "c:")
    text += "    text: x\n    attacks: b -> r\n"
    assert found(text)[-2:] == [
        ("8:14", "b", "b", "claim", "c -> b -> r"),
        ("8:19", "r", "r", "relation", "c -> b -> r"),
    ]


def test_a_relation_that_is_called_like_another_ones_ends_is_one_name():
    text = claims("a: {text: x, supports: {to: t, id: x -> y}}", "t: x", "b: {text: x, attacks: x -> y}")
    names = [it[1:4] for it in found(text)]
    assert ("x -> y", "x -> y", "relation!") in names
    assert ("x -> y", "x -> y", "relation") in names


def test_quotes_anchors_and_blocks_are_no_part_of_a_name():
    text = """\
argmap: 1
claims:
  "a": x
  'b': {text: x, supports: &to  "a"}
  c: {text: x, supports: *to, attacks: 'b'}
  d:
    text: x
    attacks:
      - |-  # why
        a
      - >
        c ->
          a
      - &again
        # so
        c ->
           a
groups:
  g: []
"""
    assert [it[:3] for it in found(text)] == [
        ("3:4", "a", "a"),
        ("4:4", "b", "b"),
        ("4:34", "a", "a"),
        ("5:3", "c", "c"),
        ("5:41", "b", "b"),
        ("6:3", "d", "d"),
        ("10:9", "a", "a"),
        ("12:9", "c", "c"),
        ("13:11", "a", "a"),
        ("16:9", "c", "c"),
        ("17:12", "a", "a"),
        ("19:3", "g", "g"),
    ]


def test_names_that_are_written_in_escapes_have_the_place_of_the_whole_text():
    text = claims('"\\u0061": x', 'b: {text: x, supports: "\\x61"}', 'c: {text: x, attacks: "b -> \\x61"}')
    assert [it[:3] for it in found(text)] == [
        ("3:4", "\\u0061", "a"),
        ("4:3", "b", "b"),
        ("4:27", "\\x61", "a"),
        ("5:3", "c", "c"),
        ("5:26", "b -> \\x61", "a"),
        ("5:26", "b -> \\x61", "b"),
    ]


def test_one_spelling_for_composed_and_decomposed_letters():
    text = claims("e\u0301t\u00e9: x", "b: {text: x, supports: \u00e9te\u0301}", "🙂: {text: x, by: e\u0301}")
    assert [it[2] for it in found(text)] == ["été", "b", "été", "🙂", "é"]
    assert found(text)[2][:2] == ("4:26", "\u00e9te\u0301")


def test_names_that_lead_nowhere_and_definitions_that_are_given_again():
    text = claims("a: {text: x, supports: gone, answers: q, by: p, cites: s#p1}", "a: {text: y, attacks: zz -> a}")
    text += "groups: {g: {members: m, parent: h}}\n"
    assert [it[2:] for it in found(text)] == [
        ("a", "claim!", "a"),
        ("gone", "claim", "a -> gone"),
        ("q", "question", "a"),
        ("p", "speaker", "a"),
        ("s", "source", "a"),
        ("a", "claim!", "a"),
        ("zz", "claim", "a"),
        ("a", "claim", "a"),
        ("g", "group!", "g"),
        ("m", "claim", "g"),
        ("h", "group", "g"),
    ]


def test_nothing_is_not_a_name():
    assert [it[2] for it in found(claims("a: {text: x, supports: ~, by: [null], answers: '', cites: }"))] == ["a"]


def test_windows_line_ends():
    text = claims("a: x", "b:", "  text: x", "  supports: a").replace("\n", "\r\n")
    assert [it[:2] for it in found(text)] == [("3:3", "a"), ("4:3", "b"), ("6:15", "a")]
