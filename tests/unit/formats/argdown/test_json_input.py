"""Argdown's JSON export, read."""

import json
import sys

import pytest

from argmap.core.source import SourceFile
from argmap.formats.argdown.debate.model import Inference, RelationType, Role
from argmap.formats.argdown.export.export import to_json
from argmap.formats.argdown.json_input.reading import read_json
from argmap.formats.argdown.settings.selection import Selection, select
from argmap.formats.argdown.settings.settings import Settings
from argmap.formats.argdown.signs import looks_like_export
from argmap.formats.argdown.text.syntax import Range, RangeKind
from argmap.formats.glimpse import Glimpse
from tests.argdown_debates import DebateOf


def read(text):
    return read_json(SourceFile("x.argdown.json", text if isinstance(text, str) else json.dumps(text, indent=1)))


def debate_of(content):
    debate, found = read(content)
    assert found == []
    return debate


def told(content):
    """What is found, as `name line: message`."""
    _, found = read(content)
    assert all(item.primary for item in found)
    return [f"{item.name} {item.primary.line}: {item.message}" for item in found]


def statements(*titles, **more):
    return {"statements": {title: {"members": [{"text": f"{title}."}]} for title in titles}, **more}


def related(source, kind, target, **more):
    return {"relationType": kind, "from": source, "to": target, **more}


def structured(*rows, **more):
    """An export with an argument `A` that has these rows, as `role title`."""
    pcs = [
        {"title": title, "role": role, "argumentTitle": "A", "text": f"{title}."}
        for role, title in (row.split() for row in rows)
    ]
    return {
        "arguments": {"A": {"pcs": pcs}},
        "statements": {row["title"]: {"members": [row]} for row in pcs},
        **more,
    }


# What an export says


def full():
    build = DebateOf()
    top = build.section("s1", 1, tags=("part",), data={"note": "x"}, is_closed=True)
    low = build.section("s2", 2, build.section("s3", 2, top, is_group=False), ranges=(Range(RangeKind.BOLD, 0, 6),))
    text = "A town needs trams 🚋. #new"
    member = build.statement("S", text, tags=("new",), data={"n": 1.5}, section=top).members[0]
    member.ranges = (Range(RangeKind.BOLD, 2, 5), Range(RangeKind.TAG, 22, 25, "new"))
    build.statement("S")
    build.statement("Untitled 1", "Words.").members[0].role = None
    build.statement("Lonely", "Nobody asked.")
    build.argument("A", "Because.", section=low)
    argument = build.structure("A", "P", "|I", "P", "S", rules=("Modus ponens",))
    argument.structure[-1].inference.data = {"uses": [2, 3]}
    build.relate_ends(build.argument("U"), "undercut", argument.structure[-1].inference)
    build.relate("S", "contradictory", "T")
    build.relate("Untitled 1", "attack", "<A>")
    return build.debate


def written(debate):
    settings = Settings.of(debate.settings)
    return to_json(debate, select(debate, settings), settings)


def test_what_is_read_is_what_was_written() -> None:
    text = written(full())
    debate = debate_of(text)
    assert written(debate) == text
    assert debate.settings == {}


def test_members_of_statements_and_rows_of_structures_are_the_same() -> None:
    debate = debate_of(written(full()))
    argument = debate.arguments["A"]
    assert [row.role for row in argument.structure] == [Role.PREMISE, Role.STEP, Role.PREMISE, Role.CONCLUSION]
    assert all(row.argument is argument for row in argument.structure)
    for row in argument.structure:
        assert any(member is row for member in debate.statements[row.title].members)
    assert argument.structure[0] is not argument.structure[2]
    inference = argument.structure[3].inference
    assert (inference.index, inference.rules, inference.data) == (3, ("Modus ponens",), {"uses": [2, 3]})
    assert debate.relations[0].target is inference
    assert inference.relations == [debate.relations[0]]


def test_texts_are_read_with_their_markup() -> None:
    member = debate_of(written(full())).statements["S"].members[0]
    assert (member.text, member.plain, member.markup) == (
        "A town needs trams 🚋. #new",
        "A town needs trams 🚋.",
        "A **town** needs trams 🚋. #new",
    )
    assert member.ranges == (Range(RangeKind.BOLD, 2, 5), Range(RangeKind.TAG, 22, 25, "new"))


def test_titles_that_are_made_up_are_known() -> None:
    debate = debate_of(
        {
            "statements": {
                "Untitled 1": {"members": [{"text": "x"}]},
                "Untitled 2": {"members": [{"isReference": True}]},
                "Untitled": {},
            },
            "arguments": {"Untitled 3": {}, "Untitled 4": {"members": [{"text": "x"}]}},
        }
    )
    assert [item.is_titled for item in debate.statements.values()] == [False, True, True]
    assert [item.is_titled for item in debate.arguments.values()] == [False, True]


def test_what_came_first_in_the_text_can_be_seen_from_the_places() -> None:
    member = {"text": "x", "startLine": 3, "startColumn": 5, "endLine": 4, "endColumn": 1}
    debate = debate_of({"statements": {"S": {"members": [{**member, "startLine": 2}, member, {"text": "y"}]}}})
    first, second, nowhere = debate.statements["S"].members
    assert first.place.start < second.place.start < second.place.end
    assert nowhere.place is None


def test_titles_that_are_numbers_are_put_where_they_stood() -> None:
    def at(line):
        return {"members": [{"text": "x", "startLine": line, "startColumn": 1}]}

    items = {"7": at(2), "S": at(1), "T": at(3)}
    assert list(debate_of({"statements": items}).statements) == ["S", "7", "T"]
    assert list(debate_of({"statements": {**items, "Nowhere": {}}}).statements) == ["7", "S", "T", "Nowhere"]
    assert list(debate_of({"arguments": {**items, "A": {"startLine": 1, "startColumn": 9}}}).arguments) == [
        "S",
        "A",
        "7",
        "T",
    ]


def test_a_file_without_a_map_says_the_same() -> None:
    content = json.loads(written(full()))
    del content["map"]
    for section in content["sections"]:
        section.pop("isGroup")
    content["sections"][0]["children"][0].pop("isGroup")
    content["sections"][0]["children"][0]["children"][0].pop("isGroup")
    debate = debate_of(content)
    assert [item.is_group for item in (debate.sections[0], debate.sections[0].children[0])] == [None, None]
    assert list(debate.statements) == list(full().statements)


def test_groups_that_follow_from_levels_are_not_taken_for_said() -> None:
    build = DebateOf()
    top = build.section("s1", 1)
    build.section("s3", 3, build.section("s2", 2, top))
    section = debate_of(written(build.debate)).sections[0]
    assert [section.is_group, section.children[0].is_group] == [None, None]
    build.debate.settings = {"group": {"groupDepth": 3}}
    section = debate_of(written(build.debate)).sections[0]
    assert [section.is_group, section.children[0].is_group] == [True, None]


@pytest.mark.parametrize(
    "front_matter",
    [
        {},
        {"selection": {"excludeDisconnected": False}},
        {"selection": {"statementSelectionMode": "top-level"}},
        {"map": {"argumentLabelMode": "title"}},
        {"map": {"statementLabelMode": "none"}},
        {
            "selection": {
                "excludeDisconnected": False,
                "statementSelectionMode": "all",
                "ignoreIsInMap": True,
                "excludeStatements": ["P"],
                "excludeArguments": ["A"],
            }
        },
    ],
)
def test_settings_are_seen_from_the_map(front_matter) -> None:
    debate = full()
    debate.statements["I"].data = {"isInMap": False}
    debate.settings = front_matter
    again = debate_of(written(debate))
    assert again.settings == front_matter
    assert written(again) == written(debate)


def test_entailment_shows_the_strict_mode() -> None:
    debate = debate_of(statements("S", "T", relations=[related("S", "entails", "T")]))
    assert debate.settings == {"model": {"mode": "strict"}}


def test_tags_that_are_in_no_text_were_taken_out_of_it() -> None:
    member = {"text": "Words.", "tags": ["new", "un used"], "ranges": [{"type": "italic", "start": 0, "stop": 4}]}
    debate = debate_of({"statements": {"S": {"members": [member]}}})
    assert debate.settings == {"model": {"removeTagsFromText": True}}
    assert debate.statements["S"].members[0].markup == "*Words*. #new #(un used)"


def marked(text, *ranges):
    member = {"text": text, "ranges": [dict(zip(("type", "start", "stop"), item, strict=True)) for item in ranges]}
    return debate_of({"statements": {"S": {"members": [member]}}}).statements["S"].members[0]


@pytest.mark.parametrize(
    ("text", "ranges", "markup"),
    [
        ("a b c", [("bold", 0, 4), ("italic", 2, 2)], "**a *b* c**"),
        ("a b", [("italic", 0, 2), ("bold", 2, 2)], "_a **b**_"),
        (" a *b", [("bold", 1, 1)], r"**a** \*b"),
        ("a b c", [("bold", 0, 2), ("italic", 2, 4)], None),
        ("a b", [], None),
    ],
)
def test_markup_is_typed_from_ranges(text, ranges, markup) -> None:
    member = marked(text, *ranges)
    assert (member.plain, member.markup) == (text.strip(), markup)


# Other tools say less


def test_fields_that_are_missing_or_null_are_made_up_for() -> None:
    debate = debate_of(
        {
            "statements": {"S": {"tags": None, "members": [{"text": "S.", "tags": ["t"], "data": {"a": 1}}]}, "T": {}},
            "arguments": None,
            "relations": [related("S", "support", "T"), related({"title": "T"}, "attack", "S", fromType=None)],
            "sections": [{"title": "Part", "children": None}, {}],
            "tags": None,
        }
    )
    statement = debate.statements["S"]
    assert (statement.tags, statement.data, list(debate.tags)) == (("t",), {"a": 1}, ["t"])
    assert [item.type for item in statement.relations] == [RelationType.SUPPORT, RelationType.ATTACK]
    assert [(item.id, item.title, item.level) for item in debate.sections] == [("s1", "Part", 1), ("s2", "", 1)]


def test_rows_may_stand_in_the_structure_alone() -> None:
    rows = [{"title": "P", "text": "P."}, {"text": "Untold."}, {"title": "C", "inference": {}}]
    debate = debate_of({"arguments": {"A": {"pcs": rows}}})
    assert [row.role for row in debate.arguments["A"].structure] == [Role.PREMISE, Role.PREMISE, Role.CONCLUSION]
    titles = list(debate.statements)
    assert titles[::2] == ["P", "C"]
    assert not debate.statements[titles[1]].is_titled


def test_relations_may_stand_with_their_ends_alone() -> None:
    relation = related("S", "attack", "T")
    undercut = related("S", "undercut", "A", toType="inference", conclusionIndex=1)
    content = structured("premise P", "main-conclusion C")
    content["arguments"]["A"]["pcs"][1]["inference"] = {"relations": [undercut]}
    content["statements"] |= {"S": {"relations": [relation]}, "T": {"relations": [relation]}}
    debate = debate_of(content)
    assert [item.type for item in debate.relations] == [RelationType.ATTACK, RelationType.UNDERCUT]
    assert isinstance(debate.relations[1].target, Inference)


def test_an_undercut_without_a_number_is_of_the_last_inference() -> None:
    content = structured("premise P", "intermediary-conclusion I", "main-conclusion C")
    content["relations"] = [related("P", "undercut", "A", toType="inference")]
    assert debate_of(content).relations[0].target.index == 2


def test_steps_of_an_exploded_argument_are_known_by_their_old_names() -> None:
    inference = {"argumentTitle": "A", "conclusionIndex": 4}
    rows = [{"title": "P", "role": "premise", "inference": {}}, {"title": "C", "inference": inference}]
    content = {
        "arguments": {"A - 2": {"pcs": rows}, "U": {}},
        "relations": [related("U", "undercut", "A", toType="inference", conclusionIndex=4)],
    }
    debate = debate_of(content)
    assert debate.relations[0].target is debate.arguments["A - 2"].structure[1].inference


def test_relations_that_are_said_twice_count_once() -> None:
    relation = related("S", "attack", "T")
    assert len(debate_of(statements("S", "T", relations=[relation, relation])).relations) == 1


# What is wrong with a file


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", ["wrong-type 1: the file is empty"]),
        ("[]", ["wrong-type 1: an export of Argdown is an object"]),
        ("{\n oops", ["syntax-error 2: not valid JSON: a key in double quotes is missing here"]),
        ('{"statements": {"S": {"data": NaN}}}', ["syntax-error 1: not valid JSON: `NaN` is no value"]),
        ('{"statements":\n{"\\ud800": {}}}', ["syntax-error 2: half of a character pair (a lone surrogate) stands in"
         " this text"]),
        ({}, ["missing-field 1: neither `statements` nor `arguments` nor `relations` are given"]),
        ({"statements": 3}, ["wrong-type 2: `statements` must be an object"]),
        ({"statements": {"S": []}}, ["wrong-type 3: what stands in `statements` must be objects"]),
        ({"statements": {"": {}}}, ["wrong-type 3: the title is empty"]),
        (
            {"statements": {"S": {"title": "T"}}},
            ["wrong-type 4: it stands under `S`, which counts as its title"],
        ),
        ({"statements": {"3": {"title": 3}}}, ["wrong-type 4: `title` must be a text"]),
        ({"statements": {"S": {"members": {}}}}, ["wrong-type 4: `members` must be a list"]),
        ({"statements": {"S": {"members": [None]}}}, ["wrong-type 5: what stands in `members` must be objects"]),
        ({"statements": {"S": {"members": [{"text": []}]}}}, ["wrong-type 6: `text` must be a text"]),
        ({"statements": {"S": {"members": [{"role": "pro"}]}}}, ["wrong-type 6: there is no role `pro`"]),
        (
            {"statements": {"S": {"members": [{"role": "argument-description"}]}}},
            ["wrong-type 6: a statement describes no argument"],
        ),
        (
            {"arguments": {"A": {"members": [{"role": "premise"}]}}},
            ["wrong-type 6: a member of an argument describes it"],
        ),
        ({"statements": {"S": {"tags": ["t", 1]}}}, ["wrong-type 6: what stands in `tags` must be texts"]),
        (
            {"statements": {"S": {"members": [{"isReference": 1}]}}},
            ["wrong-type 6: `isReference` must be `true` or `false`"],
        ),
        ({"statements": {"S": {"section": "s7"}}}, ["unknown-group 4: there is no section with the id `s7`"]),
        (
            {"statements": {"S": {"members": [{"role": "premise", "argumentTitle": "A"}]}}},
            ["unknown-reference 5: `S` is not in the `pcs` of any argument"],
        ),
        (
            {"statements": {}, "sections": [{"id": "s1"}, {"id": "s1"}]},
            ["duplicate-id 8: two sections have the id `s1`; what lies in one of them counts for the first"],
        ),
        ({"statements": {}, "sections": [{"level": "1"}]}, ["wrong-type 5: `level` must be a whole number"]),
    ],
)  # fmt: skip
def test_troubles_have_their_place(content, expected) -> None:
    assert told(content) == expected


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ({"from": "S", "to": "T"}, "missing-field 19: the relation has no `relationType`"),
        ({"relationType": "attack", "to": "T"}, "missing-field 19: the relation has no `from`"),
        (
            related("S", "atack", "T"),
            "wrong-type 20: there is no type of relation `atack`; there are support, attack, undercut,"
            " entails, contrary, contradictory",
        ),
        (related("S", "attack", "Tt"), "unknown-reference 22: there is no statement or argument `Tt`"),
        (related("S", "attack", "T", toType="argument"), "unknown-reference 22: there is no argument `T`"),
        (related("S", "attack", "T", toType="thing"), "wrong-type 23: `thing` is no end of a relation"),
        (related(True, "attack", "T"), "wrong-type 21: `from` must be a text"),
    ],
)
def test_troubles_of_relations_have_their_place(relation, expected) -> None:
    assert expected in told(statements("S", "T", relations=[relation]))


def test_a_relation_to_nothing_says_what_may_have_been_meant() -> None:
    _, found = read(statements("Trams", "Buses", relations=[related("Buses", "attack", "Tram")]))
    assert found[0].help == "did you mean `Trams`?"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["premise P"], "the structure of `A` does not end with a conclusion"),
        (["premise P", "premise C"], "the structure of `A` does not end with a conclusion"),
        (["main-conclusion P", "main-conclusion C"], "the first row of a structure is a premise"),
    ],
)
def test_structures_lead_from_premises_to_a_conclusion(rows, expected) -> None:
    debate, found = read(structured(*rows))
    assert [item.message for item in found] == [expected]
    assert all(
        row.role is not Role.PREMISE or row.argument for item in debate.statements.values() for row in item.members
    )


def test_only_undercuts_end_at_inferences_and_nothing_begins_there() -> None:
    content = structured("premise P", "main-conclusion C")
    content["relations"] = [
        related("P", "attack", "A", toType="inference"),
        related("A", "attack", "P", fromType="inference"),
    ]
    debate, found = read(content)
    assert [item.message for item in found] == [
        "only an undercut ends at an inference",
        "a relation does not begin at an inference",
    ]
    assert [item.target.title for item in debate.relations] == ["A", "P"]


def test_keys_that_stand_twice_are_told_and_the_first_counts() -> None:
    text = '{"statements": {\n "S": {"members": [{"text": "First."}]},\n "S": {},\n "T": {}}}'
    debate, found = read(text)
    assert [(item.name, item.primary.line, item.primary.column) for item in found] == [("duplicate-key", 3, 2)]
    assert debate.statements["S"].members[0].text == "First."
    assert list(debate.statements) == ["S", "T"]


@pytest.mark.parametrize(
    "ranges",
    [
        [{"type": "bold", "start": 0, "stop": 9}],
        [{"type": "wavy", "start": 0, "stop": 1}],
        [{"start": 0, "stop": 1}],
        [{"type": "bold", "start": "0", "stop": 1}],
        [{"type": "bold", "start": -1, "stop": 1}],
        ["bold"],
    ],
)
def test_ranges_that_make_no_sense_are_told_and_left_out(ranges) -> None:
    debate, found = read({"statements": {"S": {"members": [{"text": "Words", "ranges": ranges}]}}})
    assert {item.name for item in found} == {"wrong-type"}
    assert debate.statements["S"].members[0].ranges == ()


def test_a_file_that_is_nested_too_deeply_is_refused() -> None:
    deep = sys.getrecursionlimit() * 20
    for content in (
        '{"statements": ' + "[" * deep,
        '{"statements": {"S": {"data": ' + "[" * 60 + "]" * 60 + "}}}",
        '{"sections": ' + '[{"children": ' * 60 + "[]" + "}]" * 60 + "}",
    ):
        debate, found = read(content)
        assert debate is None
        assert [item.name for item in found] == ["too-deep"]


def test_numbers_of_any_length_are_read() -> None:
    debate = debate_of('{"statements": {"S": {"data": {"big": ' + "9" * 5000 + ', "huge": 1e999}}}}')
    assert len(debate.statements["S"].data["big"]) == 5000


# What is taken for an export


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{\n  "arguments": {},\n  "statements": {}}', True),
        ('{"statements": {}, "relations": []}', True),
        ('{"map": {"nodes": []}, "relations": []}', True),
        ('{"argmap": 1, "claims": {}, "relations": []}', False),
        ('{"relations": [], "argmap": 1}', False),
        ('{"claims": {}}', False),
        ('{"map": {}}', False),
        ("[]", False),
        ("", False),
    ],
)
def test_exports_are_known_by_their_keys(text, expected) -> None:
    assert looks_like_export(Glimpse(text)) is expected


def test_what_is_written_is_known() -> None:
    assert looks_like_export(Glimpse(to_json(DebateOf().debate, Selection((), ()), Settings())))
