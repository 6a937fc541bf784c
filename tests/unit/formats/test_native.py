"""Reading the native format: what is understood, where each part stands, and what is said of faults."""

import json
from importlib.resources import files

import jsonschema
import pytest
import yaml

from argmap.core.model import ClaimKind, Display, RelationKind
from argmap.core.source import SourceFile
from argmap.formats.json import write
from argmap.formats.native import json_schema, read_json, read_yaml, starter
from argmap.formats.native.schema import schema_text
from tests.documents import ROOT
from tests.maps import map_of

TRAM = """\
argmap: 1
title: Should a town build a tram?
description: |
  A debate in two lines.
language: en
sources:
  study: {title: Transport study, author: Town council, date: 2024-05-02, text: study.txt, paragraphs: 9}
  law: The tram law
speakers:
  mayor: {name: The mayor, role: elected in 2020}
  no: The no side
questions:
  build: Should the town build a tram line?
claims:
  tram:
    text: The town should build a tram line.
    answers: build
    by: [mayor, no]
  faster:
    title: Faster
    text: A tram halves the trip to the centre.
    cites: [study#p3, study#s2.p1, law, {source: study, section: Costs, paragraph: 4, quote: half the time}]
    supports: tram
  ridership:
    text: At least 8,000 people ride each day.
    implicit: true
    supports: {to: tram, with: [faster], id: demand, scheme: cause-to-effect, weight: 0.75, by: mayor}
  remote-work:
    text: Half of the commuters now work from home.
    attacks: [demand, faster->tram]
  cost: {text: It costs too much., kind: argument, attacks: tram, score: 0.8, tags: [money], link: "https://example.org"}
  half: {title: Half the time, kind: argument}
  quicker:
    {text: It is quicker., hidden: true, colour: "#1F77b4", restatements: It saves time., data: {rank: 1, seen: no}}
  paid: {text: The line pays for itself., assumed: false}
  law-says-so: {text: The law asks for it., assumed: true, supports: paid}
  bus: A bus would do.
relations:
  - {kind: conflict, premises: bus, target: tram}
  - {kind: attack, premises: [cost], target: faster + ridership -> tram, id: too-dear, weight: 0, note: A remark.}
  - {kind: support, premises: quicker, target: half, argument: half, data: {rules: [modus ponens]}}
groups:
  money: [cost]
  all: {title: Everything, members: [tram, build], parent: money}
  rest: {members: quicker, tags: late, closed: true, hidden: true, colour: "#ffffff", data: {level: 3}}
display:
  direction: left
  labels: both
  tag_colours: {money: "#ff0000", late: "#00ff00"}
  relation_colours: {undercut: "#000000", support: "#00ff00"}
data:
  made: 2024-05-02
  by: {name: null, "name 2": "null"}
"""


def findings(text, read=read_yaml):
    source = SourceFile("map.argmap.yaml", text)
    return [(*source.position(item.primary.start), item.name) for item in read(source).diagnostics]


def only(text, read=read_yaml):
    reading = read(SourceFile("map.argmap.yaml", text))
    assert len(reading.diagnostics) == 1, reading.diagnostics
    return reading.diagnostics[0]


def test_every_field_arrives():
    found = map_of(TRAM)
    assert found.title == "Should a town build a tram?"
    assert found.language == "en"
    assert found.source["study"].date == "2024-05-02"
    assert found.source["study"].paragraphs == 9
    assert found.source["law"].title == "The tram law"
    assert found.speaker["no"].name == "The no side"
    assert found.question["build"].text == "Should the town build a tram line?"
    assert found.claim["tram"].by == ("mayor", "no")
    assert [(item.source, item.section, item.paragraph, item.quote) for item in found.claim["faster"].cites] == [
        ("study", None, 3, None),
        ("study", "2", 1, None),
        ("law", None, None, None),
        ("study", "Costs", 4, "half the time"),
    ]
    assert found.claim["ridership"].implicit
    assert found.claim["cost"].kind is ClaimKind.ARGUMENT
    assert found.claim["cost"].score == 0.8
    assert [found.claim[name].assumed for name in ("cost", "paid", "law-says-so")] == [None, False, True]
    assert [found.relation[name].weight for name in ("demand", "too-dear", "bus -> tram")] == [0.75, 0.0, None]
    assert found.group["all"].parent == "money"
    assert found.group["money"].members == ("cost",)
    quicker, rest = found.claim["quicker"], found.group["rest"]
    assert (found.claim["half"].text, found.claim["half"].title) == ("", "Half the time")
    assert (quicker.hidden, quicker.colour, quicker.restatements) == (True, "#1F77b4", ("It saves time.",))
    assert (rest.tags, rest.closed, rest.hidden, rest.colour) == (("late",), True, True, "#ffffff")
    assert found.display == Display(
        "left", "both", {"money": "#ff0000", "late": "#00ff00"}, {"undercut": "#000000", "support": "#00ff00"}
    )
    assert list(found.display.tag_colours) == ["money", "late"]
    assert found.relation["quicker -> half"].argument == "half"


def test_data_is_kept_with_its_types():
    found = map_of(TRAM)
    assert found.data == {"made": "2024-05-02", "by": {"name": None, "name 2": "null"}}
    assert found.claim["quicker"].data == {"rank": 1, "seen": "no"}
    assert found.relation["quicker -> half"].data == {"rules": ["modus ponens"]}
    assert found.group["rest"].data == {"level": 3}
    assert (found.claim["cost"].data, found.relation["demand"].data, found.group["all"].data) == ({}, {}, {})


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("", None),
        ("~", None),
        ("Null", None),
        ("true", True),
        ("FALSE", False),
        ("yes", "yes"),
        ("12", 12),
        ("-0", 0),
        ("+7", 7),
        ("007", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("-0x1F", "-0x1F"),
        ("1_000", "1_000"),
        ("1.0", 1.0),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("1e999", "1e999"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("9" * 5000, "9" * 5000),
        ("2024-05-02", "2024-05-02"),
        ("12:30", "12:30"),
        ("'true'", "true"),
        ('"12"', "12"),
        ("[1, [a]]", [1, ["a"]]),
        ("{1: {2: 3}}", {"1": {"2": 3}}),
        ("{}", {}),
    ],
)
def test_values_in_data_follow_the_core_rules_of_yaml(typed, value):
    found = map_of(f"argmap: 1\ndata:\n  a: {typed}\n").data["a"]
    assert found == value
    assert type(found) is type(value)


def test_types_in_the_data_of_json_are_those_of_json():
    data = {"a": [1, 1.0, 1e2, True, None, "1", "true", "null", ""], "b": {"": {}}}
    reading = read_json(SourceFile("m", json.dumps({"argmap": 1, "data": data})))
    assert reading.diagnostics == ()
    assert repr(reading.map.data) == repr(data)


def test_relations_in_all_their_forms():
    found = map_of(TRAM)
    assert [(item.id, item.kind, item.premises, item.target) for item in found.relations] == [
        ("faster -> tram", RelationKind.SUPPORT, ("faster",), "tram"),
        ("demand", RelationKind.SUPPORT, ("ridership", "faster"), "tram"),
        ("remote-work -> demand", RelationKind.ATTACK, ("remote-work",), "demand"),
        ("remote-work -> faster -> tram", RelationKind.ATTACK, ("remote-work",), "faster -> tram"),
        ("cost -> tram", RelationKind.ATTACK, ("cost",), "tram"),
        ("law-says-so -> paid", RelationKind.SUPPORT, ("law-says-so",), "paid"),
        ("bus -> tram", RelationKind.CONFLICT, ("bus",), "tram"),
        ("too-dear", RelationKind.ATTACK, ("cost",), "demand"),
        ("quicker -> half", RelationKind.SUPPORT, ("quicker",), "half"),
    ]
    assert [item.id for item in found.relations if item.named] == ["demand", "too-dear"]


@pytest.mark.parametrize(
    ("entity", "part", "text"),
    [
        (lambda m: m.claim["faster"], "id", "faster"),
        (lambda m: m.claim["faster"], "text", "A tram halves the trip to the centre."),
        (lambda m: m.claim["tram"], "by.1", "no"),
        (lambda m: m.claim["bus"], "text", "A bus would do."),
        (lambda m: m.claim["faster"].cites[0], "place", "p3"),
        (lambda m: m.claim["faster"].cites[1], "source", "study"),
        (lambda m: m.claim["faster"].cites[3], "quote", "half the time"),
        (lambda m: m.relation["demand"], "id", "demand"),
        (lambda m: m.relation["demand"], "premises.0", "ridership"),
        (lambda m: m.relation["demand"], "premises.1", "faster"),
        (lambda m: m.relation["demand"], "target", "tram"),
        (lambda m: m.relation["demand"], "scheme", "cause-to-effect"),
        (lambda m: m.relation["demand"], "weight", "0.75"),
        (lambda m: m.relation["too-dear"], "weight", "0"),
        (lambda m: m.claim["paid"], "assumed", "false"),
        (lambda m: m.relation["cost -> tram"], "premises.0", "cost"),
        (lambda m: m.relation["cost -> tram"], "id", "tram"),
        (lambda m: m.relation["remote-work -> demand"], "target", "demand"),
        (lambda m: m.relation["too-dear"], "target", "faster + ridership -> tram"),
        (lambda m: m.speaker["no"], "name", "The no side"),
        (lambda m: m.source["law"], "title", "The tram law"),
        (lambda m: m.group["money"], "members.0", "cost"),
        (lambda m: m, "title", "Should a town build a tram?"),
        (lambda m: m, "display.direction", "left"),
        (lambda m: m, "data.made", "2024-05-02"),
        (lambda m: m.claim["quicker"], "colour", '"#1F77b4"'),
        (lambda m: m.claim["quicker"], "hidden", "true"),
        (lambda m: m.claim["quicker"], "restatements.0", "It saves time."),
        (lambda m: m.claim["quicker"], "data.rank", "1"),
        (lambda m: m.relation["quicker -> half"], "argument", "half"),
        (lambda m: m.relation["quicker -> half"], "data.rules", "[modus ponens]"),
        (lambda m: m.group["rest"], "tags.0", "late"),
        (lambda m: m.group["rest"], "closed", "true"),
    ],
)
def test_every_part_has_its_place(entity, part, text):
    assert entity(map_of(TRAM)).spans[part].text == text


def test_json_of_the_same_shape_is_read_too():
    in_texts = yaml.load(TRAM, Loader=yaml.BaseLoader)
    in_texts["data"]["by"]["name"] = None
    in_texts["claims"]["quicker"]["data"]["rank"] = in_texts["groups"]["rest"]["data"]["level"] = 0
    as_json = json.dumps(in_texts, indent=1).replace('"rank": 0', '"rank": 1').replace('"level": 0', '"level": 3')
    reading = read_json(SourceFile("map.argmap.json", as_json))
    assert reading == (map_of(TRAM), ())
    assert reading.map.claim["tram"].spans["by.1"].text == '"no"'


@pytest.mark.parametrize(
    "word", ["no", "on", "yes", "off", "true", "1.0", "007", "0x1F", "1_000", "2024-05-02", "12:30", ".inf"]
)
def test_words_stay_what_was_typed(word):
    found = map_of(f"argmap: 1\nclaims:\n  {word}: {word}\n  b: {{text: x, supports: {word}, title: {word}}}\n")
    assert found.claim[word].text == word
    assert found.claim["b"].title == word
    assert found.relations[0].target == word


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_field_without_a_value_is_as_if_it_were_not_there(nothing):
    found = map_of(
        f"argmap: 1\ntitle: {nothing}\nspeakers: {nothing}\nclaims:\n  a:\n    text: A.\n    by: {nothing}\n"
    )
    assert found.title is None
    assert found.claim["a"].by == ()


def test_a_relation_can_be_named_by_its_ends_in_any_order_and_at_any_depth():
    found = map_of("""\
argmap: 1
claims:
  a: A.
  b: {text: B., supports: [{to: a, with: [c]}, {to: a, id: alone}]}
  c: C.
  d: {text: D., attacks: c + b->a}
  e: {text: E., attacks: [d -> b + c -> a, "d -> c+b -> a", b -> a]}
  f: {text: F., attacks: x -> y}
""")
    assert [(item.id, item.target, item.named) for item in found.relations] == [
        ("b + c -> a", "a", False),
        ("alone", "a", True),
        ("d -> b + c -> a", "b + c -> a", False),
        ("e -> d -> b + c -> a", "d -> b + c -> a", False),
        ("e -> d -> b + c -> a (2)", "d -> b + c -> a", False),
        ("e -> alone", "alone", False),
        ("f -> x -> y", "x -> y", False),
    ]
    assert read_json(SourceFile("m", write(found))).map == found


def test_the_order_of_premises_tells_relations_apart_that_differ_in_nothing_else():
    found = map_of("""\
argmap: 1
claims:
  a: A.
  b: {text: B., supports: {to: a, with: [c]}, attacks: [c + b -> a, b + c -> a]}
  c: {text: C., supports: {to: a, with: [b]}}
""")
    assert [item.target for item in found.relations] == ["a", "c + b -> a", "b + c -> a", "a"]
    assert read_json(SourceFile("m", write(found))).map == found


def test_relations_that_name_each_other_in_a_circle_are_read():
    found = map_of('argmap: 1\nclaims:\n  a: {text: A., attacks: "a -> a -> a"}\n')
    assert len(found.relations) == 1


def test_ids_are_compared_in_their_composed_form():
    found = map_of("argmap: 1\nclaims:\n  caf\u00e9: A.\n  b: {text: B., supports: cafe\u0301}\n")
    assert found.relations[0].target in found.claim


def test_of_two_relations_with_the_same_ends_the_one_without_an_id_is_called_by_them():
    debate = map_of("""\
argmap: 1
claims:
  a: {text: A., attacks: {to: b, id: doubt}, supports: b}
  b: B.
  c: {text: C., attacks: a -> b}
""")
    assert [(item.id, item.target) for item in debate.relations][-1] == ("c -> a -> b", "a -> b")


def test_windows_line_ends_and_characters_beyond_the_basic_plane_keep_the_places_right():
    text = "argmap: 1\r\ntitle: 😀😀\r\nclaims:\r\n  a:\r\n    text: 😀 é\r\n    suports: b\r\n"
    assert findings(text) == [(6, 5, "unknown-field")]


@pytest.mark.parametrize(
    ("text", "place", "name", "help"),
    [
        ("", (1, 1), "syntax-error", "argmap new"),
        ("- a\n", (1, 1), "syntax-error", "argmap new"),
        ("argmap: 1\n\tclaims: x\n", (2, 1), "syntax-error", None),
        ("argmap: 1\nclaims:\n  a: Note: this\n", (3, 10), "syntax-error", "quotes"),
        ("argmap: 1\nclaims:\n  a: *b*\n", (3, 8), "syntax-error", "quotes"),
        ("argmap: 1\nclaims:\n  a: *b\n", (3, 6), "syntax-error", "quotes"),
        ('argmap: 1\ntitle: "open\n', (3, 1), "syntax-error", "never closed"),
        ("argmap: 1\n---\nargmap: 1\n", (2, 1), "syntax-error", None),
        ("argmap: 1\nclaims:\n  ? [a]\n  : b\n", (3, 5), "syntax-error", None),
        ("argmap: \0\n", (1, 9), "syntax-error", None),
        ("argmap: !!int 1\n", (1, 9), "yaml-tag", "as typed"),
        ("argmap: 1\nclaims: !!python/object/apply:os.system [ls]\n", (2, 9), "yaml-tag", "as typed"),
        ("argmap: 2\n", (1, 9), "unsupported-version", None),
        ("claims:\n  a: A.\n", (1, 1), "missing-field", None),
        ("argmap: 1\nargmap: 1\n", (2, 1), "duplicate-key", None),
        ("argmap: 1\nclaims:\n  a: {text: A., text: B.}\n", (3, 17), "duplicate-key", None),
        ("argmap: 1\nclaim: {}\n", (2, 1), "unknown-field", "did you mean `claims`"),
        ("argmap: 1\nclaims:\n  a: {text: A., support: b}\n", (3, 17), "unknown-field", "did you mean `supports`"),
        ("argmap: 1\nclaims:\n  a: {text: A., speaker: b}\n", (3, 17), "unknown-field", "did you mean `by`"),
        ("argmap: 1\nclaims:\n  a: {text: 8, 9 days}\n", (3, 16), "unknown-field", "comma needs quotes"),
        ("argmap: 1\nclaims:\n  a: {text: A., loudness: }\n", (3, 17), "unknown-field", "the fields are"),
        ("argmap: 1\nclaims:\n  a: {text: A., color: red}\n", (3, 17), "unknown-field", "did you mean `colour`"),
        ("argmap: 1\nclaims:\n  a: {text: A., colour: red}\n", (3, 25), "wrong-type", '`"#1f77b4"`'),
        ("argmap: 1\nclaims:\n  a: {text: A., colour: '#1f77b'}\n", (3, 25), "wrong-type", '`"#1f77b4"`'),
        ("argmap: 1\nclaims:\n  a:\n    text: A.\n    colour: #1f77b4\n", (5, 12), "wrong-type", '`"#1f77b4"`'),
        ("argmap: 1\nclaims:\n  a: {text: A., colour: #1f77b4}\n", (4, 1), "syntax-error", "a colour needs quotes"),
        ("argmap: 1\nclaims:\n  a: {text: A., argument: b}\n", (3, 17), "unknown-field", "`supports: {to: ..., arg"),
        ("argmap: 1\nclaims:\n  a: {text: A., data: [1]}\n", (3, 23), "wrong-type", None),
        ("argmap: 1\nclaims:\n  a: {text: A., data: {b: 1, b: 2}}\n", (3, 30), "duplicate-key", None),
        ("argmap: 1\nclaims:\n  a: {text: A., hidden: yes}\n", (3, 25), "wrong-type", None),
        ("argmap: 1\nclaims:\n  a: {text: A., restatements: {b: c}}\n", (3, 31), "wrong-type", None),
        ("argmap: 1\nclaims:\n  a: {kind: argument}\n", (3, 3), "missing-field", None),
        ("argmap: 1\ngroups:\n  a: {members: [b], collapsed: true}\n", (3, 21), "unknown-field", "`closed`"),
        ("argmap: 1\ndisplay: down\n", (2, 10), "wrong-type", None),
        ("argmap: 1\ndisplay: {direction: dwon}\n", (2, 22), "wrong-type", "did you mean `down`"),
        ("argmap: 1\ndisplay: {direcion: down}\n", (2, 11), "unknown-field", "did you mean `direction`"),
        ("argmap: 1\ndisplay: {relation_colors: {}}\n", (2, 11), "unknown-field", "`relation_colours`"),
        ("argmap: 1\ndisplay: {relation_colours: {suport: '#000000'}}\n", (2, 30), "unknown-field", "`support`"),
        ("argmap: 1\ndisplay: {relation_colours: {support: 7}}\n", (2, 39), "wrong-type", '`"#1f77b4"`'),
        ("argmap: 1\ndisplay:\n  tag_colours:\n    a: #123456\n", (4, 7), "wrong-type", '`"#1f77b4"`'),
        ("argmap: 1\nclaims:\n  a: {text: A., cites: [{sorce: b, source: c}]}\n", (3, 26), "unknown-field", "`source`"),
        ("argmap: 1\nclaims:\n  a: {text: A., supports: {to: b, wiht: c}}\n", (3, 35), "unknown-field", "`with`"),
        (
            "argmap: 1\nclaims:\n  a: {text: A., conflicts: {to: b, with: c}}\n",
            (3, 36),
            "unknown-field",
            "the fields are",
        ),
        ("argmap: 1\nclaims:\n  a:\n", (3, 3), "missing-field", None),
        ("argmap: 1\nclaims:\n  a: {title: A}\n", (3, 3), "missing-field", None),
        ("argmap: 1\nclaims: [a]\n", (2, 9), "wrong-type", None),
        ("argmap: 1\nclaims:\n  a: {text: [A]}\n", (3, 13), "wrong-type", None),
        ("argmap: 1\nclaims:\n  a: {text: A., score: high}\n", (3, 24), "wrong-type", None),
        ("argmap: 1\nclaims:\n  a: {text: A., score: .nan}\n", (3, 24), "wrong-type", None),
        ("argmap: 1\nclaims:\n  a: {text: A., implicit: yes}\n", (3, 27), "wrong-type", None),
        ("argmap: 1\nclaims:\n  a: {text: A., assumed: yes}\n", (3, 26), "wrong-type", None),
        ("argmap: 1\nclaims:\n  a: {text: A., assumed: [true]}\n", (3, 26), "wrong-type", None),
        ("argmap: 1\nclaims:\n  a: {text: A., assume: true}\n", (3, 17), "unknown-field", "did you mean `assumed`"),
        ("argmap: 1\nclaims:\n  a: {text: A., supports: {to: a, weight: .inf}}\n", (3, 43), "wrong-type", None),
        ("argmap: 1\nclaims:\n  a: {text: A., conflicts: {to: b, weight: much}}\n", (3, 44), "wrong-type", None),
        ("argmap: 1\nclaims:\n  a: {text: A., attacks: [{to: a, wieght: 1}]}\n", (3, 35), "unknown-field", "`weight`"),
        ("argmap: 1\nclaims:\n  a: {text: A., attacks: {to: a, score: 1}}\n", (3, 34), "unknown-field", "`weight`"),
        ("argmap: 1\nclaims:\n  a: {text: A., weight: 1}\n", (3, 17), "unknown-field", "`supports: {to: ..., weight: "),
        (
            "argmap: 1\nrelations:\n  - {kind: support, premises: a, target: b, weight: heavy}\n",
            (3, 53),
            "wrong-type",
            None,
        ),
        ("argmap: 1\nclaims:\n  a: {text: A., kind: argumnt}\n", (3, 23), "wrong-type", "did you mean `argument`"),
        ("argmap: 1\nclaims:\n  a: {text: A., cites: b#page3}\n", (3, 24), "wrong-type", "study#p3"),
        ("argmap: 1\nsources: {s: {title: S, paragraphs: 0}}\n", (2, 37), "wrong-type", None),
        ("argmap: 1\nrelations:\n  - {kind: support, target: a}\n", (3, 5), "missing-field", None),
        ("argmap: 1\nrelations: {a: b}\n", (2, 12), "wrong-type", None),
    ],
)
def test_a_fault_is_named_with_its_place(text, place, name, help):
    found = only(text)
    assert found.name == name
    assert (found.primary.line, found.primary.column) == place
    assert help is None or help in found.help


def test_a_colour_without_a_value_is_as_if_it_were_not_there():
    found = map_of("""\
argmap: 1
claims:
  a: {text: A., colour: }
  b:
    text: B.
    colour:
    # argmap has no colour of its own for it
display:
  tag_colours: {a: ~, b: "#000000"}
  relation_colours:
    support:
""")
    assert [item.colour for item in found.claims] == [None, None]
    assert found.display == Display(tag_colours={"b": "#000000"})


@pytest.mark.parametrize("text", ["", "text: , ", 'text: "", '])
def test_an_argument_with_a_title_needs_no_text(text):
    found = map_of(f"argmap: 1\nclaims:\n  a: {{{text}title: Faster, kind: argument}}\n")
    assert (found.claim["a"].text, found.claim["a"].label) == ("", "Faster")


def test_a_claim_called_data_is_a_claim():
    found = map_of("argmap: 1\nclaims:\n  data: 1\n  display: {text: 2, supports: data}\n")
    assert [item.text for item in found.claims] == ["1", "2"]


def test_all_faults_are_found_in_one_go_and_the_rest_is_kept():
    text = """\
argmap: 1
claims:
  a: {txt: A., supports: [b, {too: c}, d], by: [e, {f: g}, h]}
  b: {text: B., score: x}
relations:
  - {kind: atack, premises: a, target: b}
  - {kind: attack, premises: a, target: b}
"""
    assert [name for *_, name in findings(text)] == [
        "missing-field",
        "unknown-field",
        "missing-field",
        "unknown-field",
        "wrong-type",
        "wrong-type",
        "wrong-type",
    ]
    kept = read_yaml(SourceFile("m", text)).map
    assert [item.id for item in kept.relations] == ["a -> b", "a -> d", "a -> b (2)"]
    assert kept.claim["a"].by == ("e", "h")
    assert kept.claim["b"].score is None


def test_a_second_definition_is_kept_for_the_checker():
    found = map_of("argmap: 1\nquestions: {a: Q?}\nclaims:\n  b: One.\n  b: Two.\n  a: Three.\n")
    assert [(item.id, item.text) for item in found.claims] == [("b", "One."), ("a", "Three.")]
    assert [(item.id, item.text) for item in found.repeated] == [("b", "Two."), ("a", "Q?")]


def test_an_alias_is_a_convenience_but_not_a_bomb():
    found = map_of("argmap: 1\nclaims:\n  a: {text: &t The same., by: &who [p, q]}\n  b: {text: *t, by: *who}\n")
    assert found.claim["b"].text == "The same."
    assert found.claim["b"].by == ("p", "q")
    lines = ["a: &a [x,x,x,x,x,x,x,x,x,x]"] + [
        f"{chr(98 + level)}: &{chr(98 + level)} [{','.join(['*' + chr(97 + level)] * 10)}]" for level in range(9)
    ]
    assert only("\n".join(lines)).name == "alias-bomb"
    assert only("&a {argmap: 1, claims: *a}").name == "syntax-error"


@pytest.mark.parametrize(
    "text", ["[" * 10_000, "{a: " * 10_000, "\n".join(" " * level + "a:" for level in range(3_000))]
)
def test_deep_nesting_is_refused(text):
    assert only(text).name == "too-deep"


@pytest.mark.parametrize("text", ["[" * 10_000, '{"a":' * 10_000])
def test_deep_nesting_is_refused_in_json(text):
    assert only(text, read_json).name == "too-deep"


def test_a_huge_file_is_refused():
    assert only("#" * 32_000_001).name == "too-large"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"argmap": 1,}', (1, 14)),
        ('{"argmap": 1', (1, 13)),
        ('{"argmap" 1}', (1, 11)),
        ("{argmap: 1}", (1, 2)),
        ('{"argmap": 1} x', (1, 15)),
        ('{"argmap": NaN}', (1, 12)),
        ('{"title": "a\nb"}', (1, 13)),
        ('{"title": "\\ud83d"}', (1, 11)),
        ('{"title": "open}', (1, 11)),
        ("{'a': 1}", (1, 2)),
    ],
)
def test_broken_json_is_named_with_its_place(text, place):
    found = only(text, read_json)
    assert found.name == "syntax-error"
    assert (found.primary.line, found.primary.column) == place


@pytest.mark.parametrize(
    ("word", "hint"),
    [("True", "write `true`"), ("-Infinity", "write `null`"), ("yes", "a text stands in double quotes")],
)
def test_words_that_json_does_not_have_are_told_with_what_is_meant(word, hint):
    found = only(f'{{"argmap": {word}}}', read_json)
    assert (found.primary.text, found.help) == (word, hint)


def test_json_keeps_surrogate_pairs_and_tabs():
    reading = read_json(SourceFile("m", '\t{"argmap": 1,\t"title": "\\ud83d\\ude00 a\\/b"}'))
    assert reading.diagnostics == ()
    assert reading.map.title == "😀 a/b"


def test_the_missing_version_can_be_put_in():
    for text, read in (("claims: {a: A.}\n", read_yaml), ('{"claims": {"a": "A."}}', read_json)):
        found = only(text, read)
        edit = found.fix.edits[0]
        mended = text[: edit.span.start] + edit.text + text[edit.span.end :]
        assert read(SourceFile("m", mended)).diagnostics == ()


def test_the_shipped_schema_is_the_one_of_the_models():
    assert json_schema() == schema_text()
    assert files("argmap.formats.native").joinpath("argmap-1.schema.json").is_file()


def test_the_schema_accepts_what_the_reader_accepts_and_flags_typos():
    schema = json.loads(json_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    core = yaml.safe_load(
        TRAM.replace("2024-05-02", '"2024-05-02"').replace("  no:", '  "no":').replace(", no]", ', "no"]')
    )
    assert list(validator.iter_errors(core)) == []
    for broken in (
        {**core, "claim": {}},
        {**core, "claims": {"a": {"text": "A.", "suports": "b"}}},
        {**core, "claims": {"a": {"text": "A.", "score": 2}}},
        {**core, "claims": {"a": {"text": "A.", "assumed": "yes"}}},
        {**core, "claims": {"a": {"text": "A.", "supports": {"to": "a", "weight": 2}}}},
        {**core, "relations": [{"kind": "attack", "premises": "a", "target": "b", "weight": -1}]},
        {**core, "claims": {"a": {"title": "A"}}},
        {**core, "claims": {"a": {"kind": "argument"}}},
        {**core, "claims": {"a": {"text": "A.", "colour": "red"}}},
        {**core, "claims": {"a": {"text": "A.", "data": []}}},
        {**core, "display": {"direction": "north"}},
        {**core, "display": {"relation_colours": {"supports": "#000000"}}},
        {**core, "argmap": 2},
        {"claims": {}},
    ):
        assert list(validator.iter_errors(broken)), broken


@pytest.mark.parametrize("path", sorted(ROOT.glob("*/**/*.argmap.yaml")), ids=lambda path: path.name)
def test_the_schema_accepts_the_maps_of_the_project(path):
    validator = jsonschema.Draft202012Validator(json.loads(json_schema()))
    assert list(validator.iter_errors(yaml.safe_load(path.read_text(encoding="utf-8")))) == []


def test_every_field_of_the_schema_is_described():
    schema = json.loads(json_schema())
    for form in (schema, *schema["$defs"].values()):
        for name, field in form.get("properties", {}).items():
            assert len(field.get("description", "")) > 10, name


@pytest.mark.parametrize(
    "name", ["tram", "my-debate", "a\nb: c", "\x1b[1m", "folder/über_uns", 'odd "name" \\ here', "", "-"]
)
def test_the_starter_is_a_map_whatever_its_name(name):
    found = map_of(starter(name))
    assert len(found.claims) == 5
    assert found.title
