"""Argdown's JSON export."""

import json

import pytest

from argmap.formats.argdown.export.export import to_json
from argmap.formats.argdown.settings.selection import Selection, select
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.text.syntax import Range, RangeKind
from tests.argdown_debates import DebateOf


def written(build, shown=None, **front_matter):
    settings = Settings.of(front_matter)
    return to_json(build.debate, shown or select(build.debate, settings), settings)


def exported(build, shown=None, **front_matter):
    return json.loads(written(build, shown, **front_matter))


def test_a_debate_has_all_of_argdowns_keys() -> None:
    build = DebateOf()
    heading = build.section("s1", 1)
    build.statement("S", "It is so. #new", tags=("new",), section=heading)
    build.argument("A", "Because.")
    build.relate("<A>", "support", "S")
    relation = {
        "type": "relation",
        "relationType": "support",
        "from": "A",
        "fromType": "argument",
        "to": "S",
        "toType": "equivalence-class",
    }
    assert exported(build) == {
        "arguments": {
            "A": {
                "type": "argument",
                "title": "A",
                "relations": [relation],
                "members": [
                    {
                        "type": "statement",
                        "title": "A",
                        "role": "argument-description",
                        "text": "Because.",
                        "isTopLevel": True,
                    }
                ],
                "pcs": [],
            }
        },
        "statements": {
            "S": {
                "type": "equivalence-class",
                "title": "S",
                "relations": [relation],
                "members": [
                    {
                        "type": "statement",
                        "title": "S",
                        "role": "top-level-statement",
                        "text": "It is so. #new",
                        "tags": ["new"],
                        "isTopLevel": True,
                        "section": "s1",
                    }
                ],
                "tags": ["new"],
                "section": "s1",
                "isUsedAsTopLevelStatement": True,
            }
        },
        "relations": [relation],
        "map": {
            "nodes": [
                {
                    "id": "s1",
                    "title": "Section s1",
                    "type": "group-map-node",
                    "level": 1,
                    "labelTitle": "Section s1",
                    "children": [
                        {
                            "id": "n0",
                            "title": "S",
                            "type": "statement-map-node",
                            "labelTitle": "S",
                            "labelText": "It is so. #new",
                            "tags": ["new"],
                        }
                    ],
                },
                {
                    "id": "n1",
                    "title": "A",
                    "type": "argument-map-node",
                    "labelTitle": "A",
                    "labelText": "Because.",
                },
            ],
            "edges": [
                {
                    "id": "e1",
                    "type": "map-edge",
                    "relationType": "support",
                    "from": "n1",
                    "to": "n0",
                    "toEquivalenceClass": "S",
                }
            ],
        },
        "sections": [
            {
                "type": "section",
                "id": "s1",
                "level": 1,
                "title": "Section s1",
                "ranges": [],
                "isGroup": True,
                "children": [],
            }
        ],
        "tags": {"new": {"tag": "new", "cssClass": "tag-new", "occurrenceIndex": 0}},
    }


def test_rows_stand_in_the_structure_and_with_their_statements() -> None:
    build = DebateOf()
    argument = build.structure("A", "P", "|I", "C", rules=("Modus ponens", "Fairness"))
    inference = argument.structure[-1].inference
    inference.data = {"uses": [2]}
    build.relate_ends(build.argument("U"), "undercut", inference)
    made = exported(build)
    premise, step, conclusion = made["arguments"]["A"]["pcs"]
    assert premise == {
        "type": "statement",
        "title": "P",
        "role": "premise",
        "isReference": True,
        "argumentTitle": "A",
    }
    assert (step["role"], step["inference"]["inferenceRules"]) == ("intermediary-conclusion", [])
    assert conclusion["role"] == "main-conclusion"
    assert conclusion["inference"] == {
        "type": "inference",
        "relations": made["relations"],
        "inferenceRules": ["Modus ponens", "Fairness"],
        "data": {"uses": [2]},
        "conclusionIndex": 2,
        "argumentTitle": "A",
    }
    assert made["relations"] == [
        {
            "type": "relation",
            "relationType": "undercut",
            "from": "U",
            "fromType": "argument",
            "to": "A",
            "toType": "inference",
            "conclusionIndex": 2,
        }
    ]
    assert made["statements"]["C"]["members"] == [conclusion]
    assert {key for key in made["statements"]["I"] if key.startswith("is")} == {"isUsedAsIntermediaryConclusion"}


def test_a_reference_to_an_argument_has_an_empty_text() -> None:
    build = DebateOf()
    build.argument("A", "").members[0].is_reference = True
    build.argument("A").members[0].is_top_level = False
    (member,) = exported(build)["arguments"]["A"]["members"]
    assert (member["text"], member["isReference"], member["isTopLevel"]) == ("", True, False)


def test_ranges_are_counted_as_javascript_does() -> None:
    build = DebateOf()
    ranges = (
        Range(RangeKind.BOLD, 0, 1),
        Range(RangeKind.LINK, 3, 5, "https://example.org"),
        Range(RangeKind.TAG, 9, 10, "t"),
        Range(RangeKind.STATEMENT_MENTION, 12, 15, "S"),
    )
    build.statement("S", "a🚋 b c 🚋 #t @[S]").members[0].ranges = ranges
    assert exported(build)["statements"]["S"]["members"][0]["ranges"] == [
        {"type": "bold", "start": 0, "stop": 2},
        {"type": "link", "start": 4, "stop": 6, "url": "https://example.org"},
        {"type": "tag", "start": 11, "stop": 12, "tag": "t"},
        {"type": "statement-mention", "start": 14, "stop": 17, "title": "S"},
    ]


def test_sections_are_nested_and_say_whether_they_are_groups() -> None:
    build = DebateOf()
    top = build.section("s1", 1, tags=("t",), data={"note": "x"}, is_closed=True)
    middle = build.section("s2", 2, top)
    build.section("s3", 3, middle, is_group=False)
    build.statement("S", "", section=top)
    (section,) = exported(build)["sections"]
    inner = section["children"][0]
    assert (section["tags"], section["data"], section["isClosed"], section["isGroup"]) == (
        ["t"],
        {"note": "x"},
        True,
        False,
    )
    assert (inner["parent"], inner["isGroup"]) == ("s1", True)
    assert (inner["children"][0]["parent"], inner["children"][0]["isGroup"]) == ("s2", False)


def test_what_was_taken_out_of_its_section_says_so() -> None:
    build = DebateOf()
    build.statement("S", "", section=build.section("s1", 1)).section = None
    assert exported(build)["statements"]["S"]["section"] is None


def test_groups_hold_nodes_and_groups() -> None:
    build = DebateOf()
    top = build.section("s1", 1, is_closed=True)
    build.statement("S", "", section=top)
    build.statement("T", "", section=build.section("s2", 2, top))
    (group,) = exported(build, Selection(("S", "T"), ()))["map"]["nodes"]
    assert group["isClosed"]
    assert [item["id"] for item in group["children"]] == ["n0", "s2"]
    assert (group["children"][1]["parent"], group["children"][1]["level"]) == ("s1", 2)


def test_colours_in_data_are_colours_of_the_map() -> None:
    build = DebateOf()
    build.statement("S", "", data={"color": "#123"})
    build.statement("T", "", data={"color": 3})
    made = exported(build, Selection(("S", "T"), ()))
    assert [item.get("color") for item in made["map"]["nodes"]] == ["#112233", None]
    assert made["statements"]["S"]["color"] == "#112233"


@pytest.mark.parametrize(
    ("tag", "name"), [("Größe ÄB", "tag-groesse-aeb"), ("a_b", "tag-ab"), ("x\u00a0y", "tag-x-y"), ("日本", "tag-")]
)
def test_class_names_of_tags_are_made_as_argdown_makes_them(tag, name) -> None:
    build = DebateOf()
    build.statement("S", "", tags=(tag,))
    assert exported(build)["tags"][tag]["cssClass"] == name


def test_data_are_json_whatever_yaml_said() -> None:
    build = DebateOf()
    data = {"n": None, "b": True, "i": 10**20, "f": 1.5, "inf": float("inf"), "l": [[], {}, [1]], 2: {None: "x"}}
    build.statement("S", "", data=data)
    assert exported(build)["statements"]["S"]["data"] == {
        "n": None,
        "b": True,
        "i": 10**20,
        "f": 1.5,
        "inf": None,
        "l": [[], {}, [1]],
        "2": {"null": "x"},
    }


def test_the_text_is_laid_out_as_usual() -> None:
    build = DebateOf()
    build.statement("Größe", 'A "quoted" text\twith 🚋', section=build.section("s2", 2, build.section("s1", 1)))
    build.structure("A", "P", "Größe")
    text = written(build)
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"
    assert '"title": "Größe"' in text
    assert written(build) == text


def test_an_empty_debate_is_written() -> None:
    assert exported(DebateOf()) == {
        "arguments": {},
        "statements": {},
        "relations": [],
        "map": {"nodes": [], "edges": []},
        "sections": [],
        "tags": {},
    }


def test_half_characters_are_escaped() -> None:
    build = DebateOf()
    build.statement("S", "", data={"x": "half \ud83d"})
    text = written(build)
    assert r"half \ud83d" in text
    text.encode("utf-8")


def test_sections_may_be_nested_as_deep_as_they_like() -> None:
    build = DebateOf()
    section = None
    for level in range(1, 2001):
        section = build.section(f"s{level}", level, section, is_group=True)
    build.statement("S", "", section=section)
    text = written(build, Selection(("S",), ()))
    assert text.count('"children": [') == 2 * 2000
    assert text.count("{") == text.count("}")
    assert len(text) < 5_000_000
