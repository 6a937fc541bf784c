"""Edits of Argdown texts: exactly which lines change, and what is refused."""

import difflib

import pytest

from argmap import pipeline
from argmap.core.model import Claim, ClaimKind, Group, Question, Relation, RelationKind, Source, Speaker
from argmap.core.source import SourceFile
from argmap.editing import RefusedError
from argmap.editing.operations import (
    Add,
    Extract,
    Items,
    Link,
    Merge,
    Move,
    Remove,
    Rename,
    SetFields,
    Split,
    Unlink,
)

SUPPORT, ATTACK, CONFLICT = RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.CONFLICT

TRAM = """\
[Build the tram]: The town should build a tram line.
  + [Faster]: A tram halves the trip. #pro // measured
    - [They stay at home]: Half of them work from home.
  - [Too dear]: The line costs more.

// on who rides it
[Many riders]: See @[Faster]: 8,000 people
  make that trip. {source: survey}

(1) [Many riders]
(2) [Dense]: The town is dense.
-----
(3) [Faster]
"""

STEPS = """\
[Build]: The town should build a tram line.
    + <A faster trip>: A tram halves the trip.

<A faster trip>

(1) A tram halves the trip to the centre.
(2) [Many riders]: At least 8,000 people make it.
--
Practical reasoning {uses: [1, 2]}
--
(3) A tram saves time.
  +> [Build]
"""

HEADINGS = """\
[Build]: The town should build a tram line.

# Money

[Dear]: It is dear.
  -> [Build]

## Debts

[Owing]: The town has debts.
  + [Rates]: The rates rise.

# People

[Riders]: Many ride.
"""

OWN = """\
===
title: Trams
argmap:
  version: 1
  speakers:
    mayor: The mayor   # since 2020
  sources: {study: A study}
===

[Build the tram]: The town should build a tram line. {id: build, by: mayor}
  + [Faster]: A tram halves the trip. {id: faster, cites: study#p3}

[Many riders]: Many ride. {
  id: riders
  by: mayor   # said so
}
"""


def edited(text, *operations, name="tram.argdown"):
    return pipeline.edit(pipeline.load(SourceFile(name, text)), list(operations))


def changed(text, *operations):
    """The lines that go (with `-`) and come (with `+`) with operations."""
    old, new = text.splitlines(), edited(text, *operations).loaded.source.text.splitlines()
    return [line for line in difflib.ndiff(old, new) if line[0] in "+-"]


def refusal(text, *operations):
    with pytest.raises(RefusedError) as refused:
        edited(text, *operations)
    return f"{refused.value.message}: {refused.value.help}"


def claim(id, text, *relations, title=None, kind=ClaimKind.CLAIM, group=None, after=None, **fields):
    made = tuple(Relation("?", kind_, (id, *others), target) for kind_, target, *others in relations)
    return Add(Claim(id, text, title, kind, **fields), made, group, after)


# Rename


def test_a_title_changes_everywhere():
    assert changed(TRAM, Rename("faster", "Halves the trip")) == [
        "-   + [Faster]: A tram halves the trip. #pro // measured",
        "+   + [Halves the trip]: A tram halves the trip. #pro // measured",
        "- [Many riders]: See @[Faster]: 8,000 people",
        "+ [Many riders]: See @[Halves the trip]: 8,000 people",
        "- (3) [Faster]",
        "+ (3) [Halves the trip]",
    ]
    assert edited(TRAM, Rename("[Faster]", "Halves the trip")).notes == (
        "the id of `[Halves the trip]` is `halves-the-trip` now",
    )


def test_a_statement_without_a_title_gets_one():
    assert changed(STEPS, Rename("a-tram-saves-time", "Time")) == [
        "- (3) A tram saves time.",
        "+ (3) [Time]: A tram saves time.",
    ]


def test_settings_that_list_titles():
    front = "selection: {excludeStatements: [A, 'B b']}\ncolor:\n  statementColors:\n    A: '#ff0000'"
    text = f"===\n{front}\n===\n\n[A]: a\n\n[B b]: b\n"
    assert changed(text, Rename("A", "C: d"), Rename("B b", "New")) == [
        "- selection: {excludeStatements: [A, 'B b']}",
        "+ selection: {excludeStatements: [\"C: d\", 'New']}",
        "-     A: '#ff0000'",
        "+     \"C: d\": '#ff0000'",
        "- [A]: a",
        "+ [C: d]: a",
        "- [B b]: b",
        "+ [New]: b",
    ]


def test_an_id_that_the_text_gives_is_not_the_title():
    assert changed(OWN, Rename("build", "tram")) == [
        "- [Build the tram]: The town should build a tram line. {id: build, by: mayor}",
        "+ [Build the tram]: The town should build a tram line. {id: tram, by: mayor}",
    ]
    assert changed(OWN, Rename("Build the tram", "Tram line")) == [
        "- [Build the tram]: The town should build a tram line. {id: build, by: mayor}",
        "+ [Tram line]: The town should build a tram line. {id: build, by: mayor}",
    ]


def test_speakers_and_sources_get_another_id():
    lines = changed(OWN, Rename("mayor", "major", "speaker"), Rename("study", "survey"))
    assert [line for line in lines if line[0] == "+"] == [
        "+     major: The mayor   # since 2020",
        "+   sources: {survey: A study}",
        "+ [Build the tram]: The town should build a tram line. {id: build, by: major}",
        "+   + [Faster]: A tram halves the trip. {id: faster, cites: survey#p3}",
        "+   by: major   # said so",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Faster", "Too dear", "there is `[Too dear]` already"),
        ("Faster", "Too dear!", "the id `too-dear` of `Too dear!` is taken"),
        ("Faster", "a]b", "cannot be a title"),
        ("Faster", "a\nb", "cannot be a title"),
        ("Faster", "<Quick>", "is a statement"),
        ("Fastr", "Quick", "did you mean `Faster`?"),
        ("faster -> build-the-tram", "quick", "has no name in the text"),
    ],
)
def test_titles_that_cannot_be(old, new, message):
    assert message in refusal(TRAM, Rename(old, new))


# Add


def test_a_claim_is_nested_below_what_it_is_about():
    assert changed(TRAM, claim("rails-last", "Rails last for decades.", (SUPPORT, "build-the-tram"))) == [
        "+   + [Rails last]: Rails last for decades."
    ]
    assert changed(TRAM, claim("cheap", "It is cheap.", (ATTACK, "too-dear"), title="Cheap", tags=("con", "a b"))) == [
        "+     - [Cheap]: It is cheap. #con #(a b)"
    ]


def test_further_relations_stand_below_the_claim():
    relations = (CONFLICT, "too-dear"), (SUPPORT, "build-the-tram"), (ATTACK, "they-stay-at-home")
    assert changed(TRAM, claim("cheap", "It is cheap.", *relations)) == [
        "+     >< [Cheap]: It is cheap.",
        "+       +> [Build the tram]",
        "+       -> [They stay at home]",
    ]


def test_signs_are_those_of_the_neighbours():
    text = "[A]: a\n\t<+ [B]: b\n"
    assert changed(text, claim("c", "See.", (ATTACK, "a"), (SUPPORT, "b"))) == ["+ \t<- [C]: See.", "+ \t\t+> [B]"]


def test_what_only_stands_in_a_structure_gets_a_block():
    assert changed(STEPS, claim("few", "Few ride.", (ATTACK, "many-riders"))) == [
        "+ ",
        "+ [Many riders]",
        "+     - [Few]: Few ride.",
    ]


def test_undercuts():
    assert changed(STEPS, claim("odd", "An odd step.", (ATTACK, "a-faster-trip -> a-tram-saves-time"))) == [
        "+     <_ [Odd]: An odd step."
    ]
    assert changed(HEADINGS.replace("[Dear]", "<Dear>"), claim("odd", "An odd step.", (ATTACK, "dear -> build"))) == [
        "+   <_ [Odd]: An odd step."
    ]
    assert "write the premise as an argument" in refusal(
        TRAM, claim("odd", "Odd.", (ATTACK, "too-dear -> build-the-tram"))
    )


def test_linked_premises_are_a_structure():
    assert changed(TRAM, claim("flat", "The town is flat.", (SUPPORT, "faster", "dense"))) == [
        "+ ",
        "+ (1) [Flat]: The town is flat.",
        "+ (2) [Dense]",
        "+ -----",
        "+ (3) [Faster]",
    ]
    assert "cannot attack anything together" in refusal(TRAM, claim("flat", "Flat.", (ATTACK, "faster", "dense")))


def test_a_structure_keeps_apart_from_an_argument_above():
    text = "[A]: a\n\n[B]: b\n\n<C>: c\n"
    assert edited(text, Add(Relation("?", SUPPORT, ("a",), "b", scheme="expert-opinion"))).loaded.source.text == (
        text + "\n[B]\n\n(1) [A]\n--\nExpert opinion\n--\n(2) [B]\n"
    )


def test_headings_are_groups():
    assert changed(HEADINGS, claim("loans", "Loans are cheap.", group="money")) == ["+ ", "+ [Loans]: Loans are cheap."]
    text = edited(HEADINGS, claim("loans", "Loans are cheap.", (ATTACK, "riders"), group="Debts")).loaded.source.text
    assert "The rates rise.\n\n[Loans]: Loans are cheap.\n  -> [Riders]\n\n# People" in text
    made = edited(HEADINGS, claim("loans", "Loans are cheap.", (ATTACK, "dear")))
    assert "  -> [Build]\n  <- [Loans]: Loans" in made.loaded.source.text or "  - [Loans]" in made.loaded.source.text
    assert made.notes == ("it is in the group `Money`, as it stands under that heading",)
    assert edited(HEADINGS, claim("alone", "Alone.")).loaded.source.text.startswith(
        "[Build]: The town should build a tram line.\n\n[Alone]: Alone.\n\n# Money"
    )
    assert changed(HEADINGS, Add(Group("rent", "Rent", (), "money"))) == ["+ ## Rent", "+ "]
    text = edited(HEADINGS, Add(Group("new", "New", ("riders", "rates")))).loaded.source.text
    assert text.endswith("  + [Rates]\n\n# People\n\n# New\n\n[Riders]: Many ride.\n\n[Rates]: The rates rise.\n")


def test_a_claim_behind_another():
    text = edited(HEADINGS, claim("x-y", "One two.", after="dear")).loaded.source.text
    assert "  -> [Build]\n\n[X y]: One two.\n\n## Debts" in text


def test_ids_that_titles_do_not_make():
    made = edited(TRAM, claim("q1", "It is quiet.", (SUPPORT, "build-the-tram"), title="Quiet"))
    assert made.notes == ("the id of `[Quiet]` is `quiet`: in Argdown, ids are made from titles",)
    assert changed(OWN, claim("q1", "It is quiet.", (SUPPORT, "build"), title="Quiet", score=0.5)) == [
        "+   + [Quiet]: It is quiet. {id: q1, score: 0.5}"
    ]


def test_what_plain_argdown_has_no_words_for():
    for operation in (
        claim("a", "A.", by=("mayor",)),
        Add(Speaker("mayor", "The mayor")),
        Add(Question("why", "Why?")),
        SetFields("faster", {"score": "0.5"}),
        SetFields(None, {"language": "en"}),
    ):
        assert "argmap convert FILE -o FILE.argmap.yaml" in refusal(TRAM, operation)


def test_what_stands_in_the_front_matter():
    text = OWN
    assert changed(text, Add(Speaker("council", "The council", "elected")), Add(Source("law", "A law"))) == [
        "+     council:",
        "+       name: The council",
        "+       role: elected",
        "-   sources: {study: A study}",
        "+   sources: {study: A study, law: A law}",
    ]
    assert changed(text, Add(Question("why", "Why?"))) == ["+   questions:", "+     why: Why?"]
    assert changed(text, SetFields("mayor", {"role": "elected"})) == [
        "-     mayor: The mayor   # since 2020",
        "+     mayor:   # since 2020",
        "+       name: The mayor",
        "+       role: elected",
    ]


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        (claim("faster", "It is."), "the id `faster` is taken"),
        (claim("x", "It is.", title="Faster"), "there is `[Faster]` already"),
        (claim("x", "It is.", (SUPPORT, "fastr")), "did you mean `Faster`?"),
        (claim("x", "It is.", group="g"), "there is no group `g`"),
        (Add(Relation("?", SUPPORT, ("faster",), "build-the-tram")), "such a relation already"),
        (Add(Relation("?", CONFLICT, ("faster", "dense"), "too-dear")), "and cannot attack"),
    ],
)
def test_additions_that_are_refused(operation, message):
    assert message in refusal(TRAM, operation)


# Fields


def test_words_keep_their_lines_tags_and_data():
    new = "Nearly nine thousand people make the trip each day of the week."
    assert changed(TRAM, SetFields("many-riders", {"text": new})) == [
        "- [Many riders]: See @[Faster]: 8,000 people",
        "-   make that trip. {source: survey}",
        "+ [Many riders]: Nearly nine thousand people",
        "+   make the trip each day of the week. {source: survey}",
    ]
    assert changed(TRAM, SetFields("faster", {"text": "Half [as] long."})) == [
        "-   + [Faster]: A tram halves the trip. #pro // measured",
        "+   + [Faster]: Half \\[as] long. #pro // measured",
    ]
    assert changed("[A]\n  + [B]: b\n", SetFields("a", {"text": "A."})) == ["- [A]", "+ [A]: A."]


def test_tags_and_data():
    assert changed(TRAM, SetFields("faster", {"tags": Items(("a b",), ("pro",)), "data.sure": "true"})) == [
        "-   + [Faster]: A tram halves the trip. #pro // measured",
        "+   + [Faster]: A tram halves the trip. #(a b) {sure: true} // measured",
    ]
    assert changed(TRAM, SetFields("many-riders", {"data.source": None})) == [
        "-   make that trip. {source: survey}",
        "+   make that trip.",
    ]
    assert changed(OWN, SetFields("riders", {"by": None, "data.x": "1"})) == [
        "-   by: mayor   # said so",
        "+   data: {x: 1}",
    ]


def test_relations_and_the_map():
    assert changed(TRAM, SetFields("faster -> build-the-tram", {"kind": "attack"})) == [
        "-   + [Faster]: A tram halves the trip. #pro // measured",
        "+   - [Faster]: A tram halves the trip. #pro // measured",
    ]
    assert changed(TRAM, SetFields("many-riders + dense -> faster", {"scheme": "expert-opinion"})) == [
        "- -----",
        "+ --",
        "+ Expert opinion",
        "+ --",
    ]
    assert changed(HEADINGS, SetFields("dear -> build", {"target": "riders"})) == ["-   -> [Build]", "+   -> [Riders]"]
    assert changed(TRAM, SetFields(None, {"title": "A: b"})) == ["+ ===", '+ title: "A: b"', "+ ===", "+ "]
    assert changed(OWN, SetFields(None, {"title": "Rails", "language": "en"})) == [
        "- title: Trams",
        "+ title: Rails",
        "+   language: en",
    ]
    assert changed(HEADINGS, SetFields("money", {"title": "Costs", "tags": ("x",), "data.isClosed": "true"})) == [
        "- # Money",
        "+ # Costs #x {isClosed: true}",
    ]


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        (SetFields("faster", {"txt": "x"}), "did you mean `text`?"),
        (SetFields("faster", {"text": None}), "a claim needs a text"),
        (SetFields("faster", {"title": None}), "is referred to by its title"),
        (SetFields("faster", {"hidden": "true"}), "set data.isInMap=false"),
        (SetFields("faster -> build-the-tram", {"scheme": "analogy"}), "write the relation as a structure"),
        (SetFields("many-riders + dense -> faster", {"kind": "attack"}), "write the relation by a sign"),
        (SetFields("they-stay-at-home -> faster", {"target": "dense"}), "move the lines by hand"),
    ],
)
def test_fields_that_are_refused(operation, message):
    assert message in refusal(TRAM, operation)


# Remove, Move


def test_what_is_left_of_a_removed_claim():
    assert "--with-relations" in refusal(TRAM, Remove(("faster",)))
    assert (
        edited(TRAM, Remove(("faster",), with_relations=True)).loaded.source.text
        == """\
[Build the tram]: The town should build a tram line.
  - [Too dear]: The line costs more.

[They stay at home]: Half of them work from home.

// on who rides it
[Many riders]: See Faster: 8,000 people
  make that trip. {source: survey}

[Dense]: The town is dense.
"""
    )


def test_a_removed_relation_leaves_its_claims():
    text = edited(TRAM, Remove(("faster -> build-the-tram",))).loaded.source.text
    assert text.startswith("""\
[Build the tram]: The town should build a tram line.
  - [Too dear]: The line costs more.

[Faster]: A tram halves the trip. #pro // measured
  - [They stay at home]: Half of them work from home.

// on who rides it
""")
    assert changed(HEADINGS, Remove(("dear -> build",))) == ["-   -> [Build]"]


def test_what_stays_of_structures_is_refused():
    assert "larger premise-conclusion structure" in refusal(STEPS, Remove(("many-riders",), with_relations=True))


def test_a_removed_speaker():
    assert changed(OWN, Remove(("mayor",), with_relations=True)) == [
        "-   speakers:",
        "-     mayor: The mayor   # since 2020",
        "- [Build the tram]: The town should build a tram line. {id: build, by: mayor}",
        "+ [Build the tram]: The town should build a tram line. {id: build}",
        "-   by: mayor   # said so",
    ]


def test_a_removed_heading():
    text = edited(HEADINGS, Remove(("money",))).loaded.source.text
    assert (
        text
        == """\
[Build]: The town should build a tram line.

[Dear]: It is dear.
  -> [Build]

# Debts

[Owing]: The town has debts.
  + [Rates]: The rates rise.

# People

[Riders]: Many ride.
"""
    )


def test_paragraphs_move():
    text = edited(HEADINGS, Move(("dear",), "people")).loaded.source.text
    assert text.endswith("# People\n\n[Riders]: Many ride.\n\n[Dear]: It is dear.\n  -> [Build]\n")
    assert changed(HEADINGS, Move(("rates",), "people")) == [
        "-   + [Rates]: The rates rise.",
        "+   + [Rates]",
        "+ ",
        "+ [Rates]: The rates rise.",
    ]
    text = edited(HEADINGS, Move(("debts",), None)).loaded.source.text
    assert text.endswith(
        "[Riders]: Many ride.\n\n# Debts\n\n[Owing]: The town has debts.\n  + [Rates]: The rates rise.\n"
    )
    assert changed(HEADINGS, Move(("people",), "debts")) == ["- # People", "+ ### People"]
    assert "give it one first" in refusal("# H\n\n[A]: a\n  + Because.\n", Move(("because",), None))


# Merge, Split, Link, Unlink, Extract


def test_merging_takes_both_wordings():
    assert changed(TRAM, Merge("too-dear", "they-stay-at-home")) == [
        "-     - [They stay at home]: Half of them work from home.",
        "+     - [Too dear]: Half of them work from home.",
        "-   - [Too dear]: The line costs more.",
        "+   - [Too dear]: The line costs more. {isCanonical: true}",
    ]
    assert "speak against each other" in refusal(TRAM, Merge("faster", "they-stay-at-home"))
    assert "an argument and the other a statement" in refusal(STEPS, Merge("build", "a-faster-trip"))


def test_merging_keeps_a_title_of_its_own():
    text = "===\nargmap:\n  version: 1\n===\n\n[b]: It is so.\n\n[d]: It is so. {title: No.}\n"
    (claim,) = edited(text, Merge("b", "d")).loaded.map.claims
    assert (claim.id, claim.title) == ("b", "No.")


def test_merging_with_one_of_several_that_say_the_same():
    text = "[Tram]\n  // why\n  + It is so.\n  // why\n  + It is so.\n"
    assert "without a title say the same" in refusal(text, Merge("tram", "it-is-so-2"))


def test_splitting():
    assert changed(TRAM, Split("too-dear", "It costs more.", "It breaks.", "breaks", linked=False)) == [
        "-   - [Too dear]: The line costs more.",
        "+   - [Too dear]: It costs more.",
        "+   - [Breaks]: It breaks.",
    ]
    assert "--apart" in refusal(TRAM, Split("too-dear", "It costs more.", "It breaks.", "breaks"))
    assert changed(TRAM, Split("dense", "It is dense.", "It is small.", "small")) == [
        "- (2) [Dense]: The town is dense.",
        "+ (2) [Dense]: It is dense.",
        "+ (3) [Small]",
        "- (3) [Faster]",
        "+ (4) [Faster]",
        "+ ",
        "+ [Small]: It is small.",
    ]


def test_linking_and_unlinking():
    assert changed(TRAM, Link("many-riders + dense -> faster", ("too-dear",))) == [
        "+ (3) [Too dear]",
        "- (3) [Faster]",
        "+ (4) [Faster]",
    ]
    assert changed(TRAM, Unlink("many-riders + dense -> faster")) == [
        "+     + [Dense]",
        "- (2) [Dense]: The town is dense.",
        "- (3) [Faster]",
        "+ (2) [Faster]",
        "+ ",
        "+ [Dense]: The town is dense.",
    ]
    text = "[A]: a\n  + [B]: b\n  + [C]: c\n"
    assert edited(text, Link("b -> a", ("c -> a",))).loaded.source.text == (
        "[A]: a\n\n[B]: b\n\n[C]: c\n\n(1) [B]\n(2) [C]\n-----\n(3) [A]\n"
    )
    assert "cannot attack anything together" in refusal(TRAM, Link("too-dear -> build-the-tram", ("dense",)))
    assert "single premise" in refusal(TRAM, Unlink("faster -> build-the-tram"))


def test_extracting():
    made = edited(TRAM, Extract(("build-the-tram", "too-dear")))
    assert made.loaded.source.text == (
        "[Build the tram]: The town should build a tram line.\n  - [Too dear]: The line costs more.\n"
    )
    assert made.notes == ()
    written = edited(STEPS, Extract(("build", "many-riders")))
    assert {item.id for item in written.loaded.map.claims} == {"build", "many-riders"}
    assert "comments and layout are lost" in written.notes[0]


# Files


def test_line_ends_stay():
    text = TRAM.replace("\n", "\r\n").rstrip()
    made = edited(text, claim("rails", "Rails last.", (SUPPORT, "build-the-tram")), claim("end", "The end."))
    assert made.loaded.source.text == (
        text.replace("costs more.\r\n", "costs more.\r\n  + [Rails]: Rails last.\r\n") + "\r\n\r\n[End]: The end."
    )


def test_an_empty_text():
    assert edited("", claim("a", "See.")).loaded.source.text == "[A]: See.\n"


def test_edits_lie_in_the_file_that_says_it(tmp_path):
    (tmp_path / "part.argdown").write_text("[Part]: p\n  + [More]: m\n", encoding="utf-8")
    main = tmp_path / "main.argdown"
    text = "[Main]: m {x: 1}\n\n@include(part.argdown)\n\n[Last]: l\n"
    loaded = pipeline.load(SourceFile(str(main), text, str(main)))
    made = pipeline.edit(
        loaded,
        [claim("new-one", "New.", (ATTACK, "part")), Rename("More", "Better"), SetFields("main", {"data.x": "2"})],
    )
    texts = {source.name.rpartition("/")[2]: text for source, text in made.texts}
    assert texts == {
        "part.argdown": "[Part]: p\n  + [Better]: m\n  - [New one]: New.\n",
        "main.argdown": text.replace("x: 1", "x: 2"),
    }
