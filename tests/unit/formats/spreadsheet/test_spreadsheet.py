"""What tables of claims become, and how maps become tables."""

import csv
import io

import pytest

from argmap.core.model import ArgumentMap, Claim, Group, Relation, RelationKind, Speaker
from argmap.core.source import SourceFile
from argmap.formats.detection import format_within
from argmap.formats.spreadsheet.cells import defused, flag, items, joined, revealed, share, typed_share
from argmap.formats.spreadsheet.words import columns_of, kind_of, relation_of
from argmap.pipeline import load, write
from tests.interchange import reading, there_and_back

HEAD = "id,text,parent,relation\n"


def found(text):
    return reading(text, "csv")[0]


def findings(text):
    return [(item.name, item.primary.line, item.primary.column) for item in reading(text, "csv")[1]]


def relations(argument_map):
    return [(item.kind.value, item.premises, item.target) for item in argument_map.relations]


def rows(argument_map):
    text = write(argument_map, "csv").text
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Claim ID,Claim,Replies to,Stance", {"id": 0, "text": 1, "parent": 2, "relation": 3}),
        ("ID_,CONTENT,parent_id,Relation Type", {"id": 0, "text": 1, "parent": 2, "relation": 3}),
        ("text,type,relation", {"text": 0, "kind": 1, "relation": 2}),
        ("text,type", {"text": 0, "relation": 1}),
        ("argument,claim,text", {"text": 2}),
        ("#,statement,target,+/-", {"id": 0, "text": 1, "parent": 2}),
        ("text,pro / con,supports,Co-premises", {"text": 0, "relation": 1, "supports": 2, "with": 3}),
        ("mood,colour of it", {}),
    ],
)
def test_columns_are_found_by_what_they_are_called(header, expected):
    assert columns_of(header.split(",")) == expected


@pytest.mark.parametrize("word", ["pro", "Pro", " SUPPORTS ", "+", "for", "in favour", "in_favour", "1", "agree:"])
def test_words_for_support(word):
    assert relation_of(word) == "support"


@pytest.mark.parametrize("word", ["con", "Attack", "-", "\N{MINUS SIGN}", "against", "Objection", "-1"])
def test_words_for_attack(word):
    assert relation_of(word) == "attack"


def test_other_words():
    assert [relation_of(word) for word in ("undercuts", "conflict", "answer", "perhaps")] == [
        "undercut",
        "conflict",
        "answer",
        None,
    ]
    assert [kind_of(word) for word in ("Thesis", "issue", "group", "perhaps")] == ["claim", "question", "group", None]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "'=1", "''-x", "\u201c=", "'x'", "''", "x", "", "＝1"])
def test_formulas_are_no_formulas_and_come_back(text):
    assert revealed(defused(text)) == text
    assert not defused(text).startswith(("=", "+", "-", "@", "＝"))


def test_apostrophes_of_others_stay():
    assert revealed("'tis") == "'tis"
    assert revealed("''quoted''") == "''quoted''"


def test_lists():
    assert items("a; b;;c") == ["a", "b", "c"]
    assert items(joined(["a;b", "c\\", "\\;d"])) == ["a;b", "c\\", "\\;d"]
    assert items("") == []


@pytest.mark.parametrize(("cell", "value"), [("0,5", 0.5), ("70 %", 0.7), ("1", 1.0), ("1.2", None), ("much", None)])
def test_shares(cell, value):
    assert share(cell) == value
    assert value is None or share(typed_share(value)) == value


def test_yes_and_no():
    assert [flag(cell) for cell in ("Yes", "x", "FALSE", "no", "maybe")] == [True, True, False, False, None]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_delimiters_line_ends_and_byte_order_marks(delimiter, line_end, mark):
    lines = ["id,text,parent,relation", "a,A,,", 'b,"B\u00e9,\n""x""",a,pro']
    text = mark + line_end.join(line.replace(",", delimiter) for line in lines)
    argument_map = found(text)
    assert argument_map.claims[1].text == f'Bé{delimiter}\n"x"'
    assert relations(argument_map) == [("support", ("b",), "a")]
    span = argument_map.claims[1].spans["text"]
    assert span.text == f'"Bé{delimiter}\n""x"""'
    assert argument_map.relations[0].spans["target"].text == "a"


def test_the_line_with_the_names_may_come_later():
    assert [item.text for item in found("sep=;\nOur debate\n\nid;text\na;A\n").claims] == ["A"]


@pytest.mark.parametrize("text", ["", "\n", "a,b\n1,2\n", "words", '"', "id\n1\n"])
def test_what_has_no_names_of_columns_is_refused(text):
    loaded = load(SourceFile("x", text), "csv")
    assert loaded.map is None
    assert [item.name for item in loaded.diagnostics] == ["syntax-error"]


def test_several_parents_in_one_cell_and_in_several_rows():
    text = f"{HEAD}a,A,,\nb,B,,\nc,C,a; b,pro\nd,D,a; b,pro; con\ne,E,a,con\ne,,b,pro\ne,E,c,pro\n"
    assert relations(found(text)) == [
        ("support", ("c",), "a"),
        ("support", ("c",), "b"),
        ("support", ("d",), "a"),
        ("attack", ("d",), "b"),
        ("attack", ("e",), "a"),
        ("support", ("e",), "b"),
        ("support", ("e",), "c"),
    ]
    assert findings(text) == []


def test_linked_premises_by_a_column_or_by_the_same_relation():
    text = "id,text,parent,relation,with,relation id\na,A,,,,\nb,B,a,pro,c; d,\nc,C,,,,\nd,D,b,pro,,r\ne,E,b,pro,,r\n"
    assert relations(found(text)) == [("support", ("b", "c", "d"), "a"), ("support", ("d", "e"), "b")]


@pytest.mark.parametrize("goal", ["b -> a", "b->a", "b"])
def test_undercuts_name_a_relation_by_its_ends_or_by_the_only_claim_it_starts_from(goal):
    argument_map = found(f"{HEAD}c,C,{goal},undercut\na,A,,\nb,B,a,pro\n")
    assert ("attack", ("c",), "b -> a") in relations(argument_map)


def test_undercuts_of_undercuts_and_forward_references():
    text = "id,text,parent,relation,relation id\nd,D,c -> r,con,\nc,C,r,undercut,\nb,B,a,con,r\na,A,,,\n"
    assert [item.target for item in found(text).relations] == ["c -> r", "r", "a"]
    assert findings(text) == []


def test_claims_may_be_named_by_title_text_or_number():
    text = "text,title,parent,relation\nThe tram is fast.,Fast,,\nB,,fast,pro\nC,,the tram  is fast.,con\nD,,2,pro\n"
    assert [item.target for item in found(text).relations] == ["the-tram-is-fast", "the-tram-is-fast", "b"]


def test_claims_that_only_stand_as_parents_are_made_in_tables_without_ids():
    text = "parent,child,relation\nBuild a tram.,It is fast.,pro\nIt is fast.,The study is old.,con\n"
    argument_map = found(text)
    assert [item.id for item in argument_map.claims] == ["build-a-tram", "it-is-fast", "the-study-is-old"]
    assert argument_map.claims[0].spans["text"].text == "Build a tram."
    assert len(argument_map.relations) == 2
    assert findings(text) == []


def test_columns_for_what_is_supported_and_attacked():
    text = "id,text,supports,attacks,conflicts with\na,A,,,\nb,B,a,,\nc,C,b,a,\nd,D,,,a\n"
    assert relations(found(text)) == [
        ("support", ("b",), "a"),
        ("support", ("c",), "b"),
        ("attack", ("c",), "a"),
        ("conflict", ("d",), "a"),
    ]


def test_questions_groups_and_speakers_may_have_rows_or_only_be_named():
    text = "id,text,kind,answers,group,by\nq,Where?,question,,,\na,A,,q,North,Ann; Ben\nb,B,,Why?,North; South,Ann\n"
    argument_map = found(text)
    assert [(item.id, item.text) for item in argument_map.questions] == [("q", "Where?"), ("why", "Why?")]
    assert [item.answers for item in argument_map.claims] == [("q",), ("why",)]
    assert [(item.title, item.members) for item in argument_map.groups] == [("North", ("a", "b")), ("South", ("b",))]
    assert [item.name for item in argument_map.speakers] == ["Ann", "Ben"]


def test_other_columns_are_carried_along_and_written_again():
    argument_map = found("Id,text,mood,mood\nx y,A,calm,odd\n")
    assert argument_map.claims[0].data == {"csv": {"id": "x y", "cells": {"mood": "calm", "mood (2)": "odd"}}}
    assert rows(argument_map) == [
        ["id", "text", "parent", "relation", "mood", "mood (2)"],
        ["x y", "A", "", "", "calm", "odd"],
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,A,b,pro\n", [("dangling-edge", 2, 5)]),
        ("a,A,a,pro\n", [("looping-edge", 2, 5)]),
        ("a,A,,\nb,B,a,suport\n", [("edge-without-step", 3, 7)]),
        ("a,A,,\nb,B,a,\n", [("edge-without-step", 3, 5)]),
        ("a,A,,pro\n", [("step-without-conclusion", 2, 6)]),
        ("a,A,,\na,B,,\n", [("repeated-node", 3, 1)]),
        ("a,,,\n", [("node-without-text", 2, 3)]),
        (",,a,pro\na,A,,\n", [("odd-value", 2, 1)]),
        ("a,A,,\nb,B,a,pro\nc,C,b -> a,pro\n", [("edge-without-step", 4, 12)]),
    ],
)
def test_what_is_wrong_is_told_and_kept(text, expected):
    assert findings(HEAD + text) == expected
    again = load(SourceFile("x", write(found(HEAD + text), "csv").text), "csv")
    assert again.map == found(HEAD + text)
    names = [item.name for item in again.diagnostics]
    assert names == [name for name, _, _ in expected] or expected[0][0] == "repeated-node"


def test_an_unknown_word_comes_with_the_nearest_one():
    _, told = reading(f"{HEAD}a,A,,\nb,B,a,suport\n", "csv")
    assert told[0].help == "did you mean `support`?"


def test_an_open_quotation_mark_is_told():
    assert findings(f'{HEAD}a,"A,,\nb,B,a,pro\n') == [("odd-value", 2, 1)]


def test_the_table_is_one_that_spreadsheets_open():
    argument_map = ArgumentMap(claims=(Claim("a", '=HYPERLINK("x")', note="line\nbreak; and, more"),))
    text = write(argument_map, "csv").text
    assert text == ('\ufeffid,text,parent,relation,note\r\na,"\'=HYPERLINK(""x"")",,,"line\nbreak; and, more"\r\n')
    assert there_and_back(argument_map, "csv") == argument_map


def test_a_relation_with_remarks_has_a_row_of_its_own():
    claims = (Claim("a", "A"), Claim("b", "B", tags=("x",)))
    plain = Relation("b -> a", RelationKind.SUPPORT, ("b",), "a")
    noted = Relation("r", RelationKind.ATTACK, ("b",), "b2", True, tags=("y",), note="N")
    argument_map = ArgumentMap(claims=(*claims, Claim("b2", "C")), relations=(plain, noted))
    assert rows(argument_map)[2:4] == [
        ["b", "B", "a", "pro", "", "x", ""],
        ["b", "", "b2", "con", "r", "y", "N"],
    ]
    assert there_and_back(argument_map, "csv") == argument_map


def test_members_of_groups_are_listed_only_where_their_order_is_another_one():
    claims = (Claim("a", "A"), Claim("b", "B"))
    for members in (("a", "b"), ("b", "a")):
        argument_map = ArgumentMap(claims=claims, groups=(Group("g", "G", members),))
        assert ("members" in rows(argument_map)[0]) is (members == ("b", "a"))
        assert there_and_back(argument_map, "csv") == argument_map


def test_speakers_have_rows_only_where_names_do_not_say_all():
    argument_map = ArgumentMap(claims=(Claim("a", "A", by=("ann",)),), speakers=(Speaker("ann", "Ann"),))
    assert len(rows(argument_map)) == 2
    argument_map = ArgumentMap(claims=(Claim("a", "A", by=("p1",)),), speakers=(Speaker("p1", "Ann", "mayor"),))
    assert len(rows(argument_map)) == 3
    assert there_and_back(argument_map, "csv") == argument_map


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("id,text,parent,relation\n", "csv"),
        ("\ufeffClaim;Stance\nx;pro\n", "csv"),
        ("sep=;\nid;text\n", "csv"),
        ("text,mood\nx,y\n", "yaml"),
        ("Some words, and a text about it\n", "yaml"),
        ("- id, text\n", "yaml"),
        ("source,target,type\na,b,c\n", "yaml"),
        ("[id],[text]: id, text\n", "argdown"),
    ],
)
def test_tables_are_known_by_their_content(text, name):
    assert format_within(text).name == name
