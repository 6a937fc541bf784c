"""Fields of argmap's own in Argdown: what is read of them, and that any map survives."""

from dataclasses import replace
from textwrap import dedent

import pytest

from argmap.core.model import (
    ArgumentMap,
    Citation,
    Claim,
    ClaimKind,
    Display,
    Group,
    Question,
    Relation,
    RelationKind,
    Source,
    Speaker,
    relation_name,
)
from argmap.core.source import SourceFile
from argmap.formats.argdown.debate.model import RelationType, Role
from argmap.formats.argdown.debate.resolve import resolve
from argmap.formats.argdown.from_map.from_map import debate_of
from argmap.formats.argdown.text.includes import splice
from argmap.formats.argdown.text.parser import parse
from argmap.formats.argdown.to_map.to_map import to_map
from argmap.formats.base import Loss

SUPPORT, ATTACK, CONFLICT = RelationKind


def read(text, front="argmap: {version: 1}", path=None):
    """The map of a text with argmap's own fields, and the findings about these."""
    front = dedent(front).strip()
    script, _ = splice(SourceFile("debate.argdown", f"===\n{front}\n===\n\n{dedent(text).lstrip()}", path))
    document, _ = parse(script)
    return to_map(resolve(document, script)[0], script)


def map_of(text, front="argmap: {version: 1}"):
    """The map of a text in which these fields are all right."""
    found, diagnostics = read(text, front)
    assert diagnostics == []
    return found


def findings(text, front="argmap: {version: 1}"):
    """What is wrong with the fields: name, place and message."""
    return [(item.name, item.primary and item.primary.text, item.message) for item in read(text, front)[1]]


def sorted_by_id(argument_map):
    return replace(argument_map, relations=tuple(sorted(argument_map.relations, key=lambda item: item.id)))


def assert_survives(argument_map):
    """Check that a map is the same after it was a debate."""
    debate, losses = debate_of(argument_map)
    assert losses == ()
    again, found = to_map(debate, None)
    assert found == []
    assert sorted_by_id(again) == sorted_by_id(argument_map)
    return debate


# Reading


def test_the_front_matter_holds_what_stands_in_no_text():
    found = map_of(
        "[A]: a",
        """
        title: A debate
        argmap:
          version: 1
          description: About it.
          language: en
          sources: {study: A study}
          speakers: {mayor: {name: The mayor, role: speaks}}
          questions: {build: Should we?}
          display: {direction: left}
          data: {n: 1}
        """,
    )
    assert (found.title, found.description, found.language) == ("A debate", "About it.", "en")
    assert found.sources == (Source("study", "A study"),)
    assert found.speakers == (Speaker("mayor", "The mayor", "speaks"),)
    assert found.questions == (Question("build", "Should we?"),)
    assert found.display == Display("left")
    assert found.data == {"n": 1, "argdown": {"title": "A debate"}}


def test_braces_of_claims_hold_the_fields_of_claims():
    found = map_of(
        """
        [A]: a {answers: q, by: [s, t], cites: study#p3, implicit: true, score: 0.5, assumed: false, note: n, link: l}
          + <B>: b {id: bee, title: Other, restatements: [c, d], hidden: true, data: {x: 1}, color: "#fff", images: [i]}

        [A] #t {tags: [u], colour: "#123456"}
        """
    )
    first, second = found.claims
    cites = (Citation("study", None, 3),)
    assert first == Claim(
        "a", "a", "A", ClaimKind.CLAIM, ("q",), ("s", "t"), cites, True, 0.5, False, ("t", "u"), "n", "l",
        colour="#123456", data={"argdown": {"tags": []}},
    )  # fmt: skip
    assert second == Claim(
        "bee", "b", "Other", ClaimKind.ARGUMENT, restatements=("c", "d"), hidden=True, colour="#ffffff",
        data={"x": 1, "images": ["i"]},
    )  # fmt: skip


def test_titles_and_ids():
    found = map_of(
        "[tram]: a\n\n[The bus]: b\n\n[Bike]: c {id: bike}\n\n[walk]: d {id: feet}\n\n[x]: e {title: Y}\n\nNo title.\n"
    )
    assert [(claim.id, claim.title) for claim in found.claims] == [
        ("tram", None),
        ("the-bus", "The bus"),
        ("bike", "Bike"),
        ("feet", "walk"),
        ("x", "Y"),
        ("no-title", None),
    ]


def test_ids_that_are_typed_come_before_those_that_are_made():
    found = map_of("[Tram]: a\n\n[B]: b {id: tram}\n")
    assert [claim.id for claim in found.claims] == ["tram-2", "tram"]


def test_ids_that_are_typed_twice_are_left_to_the_rules():
    found = map_of("[A]: a {id: x}\n\n[B]: b {id: x}\n\n(1) [A]\n----\n(2) [B]\n")
    assert [claim.text for claim in found.claims] == ["a"]
    assert [claim.text for claim in found.repeated] == ["b"]


def test_headings_hold_the_fields_of_groups():
    found = map_of(
        """
        [O]: o

        # One #t {id: g, note: n, tags: u}

        [A]: a

        ## Two {title: Other, members: [o, a], isClosed: true}
        """,
        "argmap: {version: 1, groups: [two, g]}",
    )
    assert found.groups == (
        Group("two", "Other", ("o", "a"), "g", closed=True),
        Group("g", "One", ("a",), None, "n", ("t", "u")),
    )


def test_an_inference_holds_the_fields_of_the_step():
    found = map_of(
        """
        <Arg>

        (1) [P]: p
        (2) [Q]: q
        --
        {id: first, weight: 0.5}
        --
        (3) [S]: s
        (4) [R]: r
        --
        Expert opinion {by: mayor, cites: study, tags: t, note: n, data: {x: 1}}
        --
        (5) [C]: c
        """
    )
    assert found.relation["first"] == Relation("first", SUPPORT, ("p", "q"), "s", True, weight=0.5, argument="arg")
    last = found.relation["s + r -> arg"]
    assert (last.scheme, last.by, last.cites, last.tags, last.note) == (
        "expert-opinion", ("mayor",), (Citation("study"),), ("t",), "n",
    )  # fmt: skip
    assert last.data == {"x": 1}


def test_rows_that_are_used_are_no_data():
    found = map_of("(1) [P]: p\n(2) [Q]: q\n--\n{uses: [2, 1]}\n--\n(3) [C]: c\n")
    assert found.relation["q + p -> c"].data == {"argdown": {"rows": ["p", "q"]}}


def test_an_argument_can_be_a_relation():
    found = map_of(
        """
        <demand>

        (1) [P]: p
        (2) [Q]: q
        --
        {step: support}
        --
        (3) [C]: c

        (1) [P]
        --
        {step: attack, weight: 0.25}
        --
        (2) [Not C]: Not so. {isInMap: false}
          -> [C]

        <clash>

        (1) [Q]
        --
        {step: conflict}
        --
          <_ [C]
        (2) [Not P]: Not so. {isInMap: false}
          >< [P]

        (1) [Q]
        --
        {step: attack, id: Under-cut}
        --
        (2) [Not demand]: Not so. {isInMap: false}
          _> <demand>
        """
    )
    assert [claim.id for claim in found.claims] == ["p", "q", "c"]
    assert sorted_by_id(found).relations == (
        Relation("Under-cut", ATTACK, ("q",), "demand", True),
        Relation("c -> clash", ATTACK, ("c",), "clash"),
        Relation("clash", CONFLICT, ("q",), "p", True),
        Relation("demand", SUPPORT, ("p", "q"), "c", True),
        Relation("p -> c", ATTACK, ("p",), "c", weight=0.25),
    )


def test_a_conclusion_that_says_more_than_not_is_a_claim_too():
    found = map_of("(1) [P]: p\n--\n{step: attack}\n--\n(2) [Bus]: b\n  -> [Tram]: t\n")
    assert [claim.id for claim in found.claims] == ["p", "bus", "tram"]
    assert sorted(found.relation) == ["bus -> tram", "p -> tram"]


def test_relations_that_argdown_has_no_form_for_stand_in_the_front_matter():
    front = """
        argmap:
          version: 1
          relations:
          - {kind: support, premises: a, target: r, id: s}
          - {kind: support, premises: a, target: gone}
        """
    found = map_of("[A]: a\n\n<r>\n\n(1) [A]\n--\n{step: support}\n--\n(2) [B]: b\n", front)
    assert found.relation["s"] == Relation("s", SUPPORT, ("a",), "r", True)
    assert found.relation["a -> gone"] == Relation("a -> gone", SUPPORT, ("a",), "gone")


def test_selections_hold_for_such_files_too():
    assert [claim.hidden for claim in map_of("[A]: a\n  + [B]: b\n\n[Alone]: c\n").claims] == [False, False, True]


WRONG = {
    "[A]: a {scroe: 1}": ("unknown-field", "scroe", "there is no field `scroe` here"),
    "[A]: a {score: much}": ("wrong-type", "much", "`score` must be a number"),
    "[A]: a {supports: b}": ("unknown-field", "supports", "there is no field `supports` here"),
    "[A]: a {id: [b]}": ("wrong-type", "[b]", "`id` must be a text"),
    "[A]: a {cites: study#x}": ("wrong-type", "study#x", "`x` is not a place in a source"),
    "# H {colour: red}": ("wrong-type", "red", "`colour` must be a colour"),
    "(1) a\n--\n{weihgt: 1}\n--\n(2) b": ("unknown-field", "weihgt", "there is no field `weihgt` here"),
    "(1) a\n--\n{premises: x}\n--\n(2) b": ("unknown-field", "premises", "there is no field `premises` here"),
    "(1) a\n--\n{step: sideways}\n--\n(2) b": (
        "wrong-type",
        "sideways",
        "`step` must be one of `support`, `attack`, `conflict`, in a structure with a single inference",
    ),
    "(1) a\n--\n{step: attack}\n--\n(2) b": ("invalid-data", "attack", "nothing says what this step is against"),
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_with_a_field_is_said_at_its_place(text):
    assert findings(text + "\n") == [WRONG[text]]


def test_what_is_wrong_in_the_front_matter_is_said_there():
    text = "[A]: a\n"
    assert findings(text, "argmap: {version: 7}")[0][:2] == ("unsupported-version", "7")
    assert findings(text, "argmap: {nonsense: 7}") == [
        ("unknown-field", "nonsense", "there is no field `nonsense` of `argmap`")
    ]
    assert findings(text, "argmap: {speakers: x}") == [("wrong-type", "x", "`speakers` must be a mapping of ids")]
    assert findings(text, "argmap: [1]") == [("wrong-type", "[1]", "`argmap` must be a mapping with fields")]
    assert findings(text, "argmap: 1") == findings(text, "argmap:") == []


def test_a_file_of_another_version_is_read_as_argdown():
    found, _ = read("[A]: a {score: 1}\n", "argmap: {version: 7}")
    assert found.claims[0].data == {"score": 1}


def test_places_of_fields():
    found = map_of(
        "[A]: a {score: 0.5, cites: study#p3}\n\n# H {note: n}\n\n(1) [A]\n--\n{weight: 1}\n--\n(2) [B]: b\n"
    )
    claim, group, step = found.claims[0], found.groups[0], found.relations[0]
    assert {name: claim.spans[name].text for name in ("id", "title", "text", "score")} == {
        "id": "A", "title": "A", "text": "a", "score": "0.5",
    }  # fmt: skip
    assert claim.cites[0].spans["place"].text == "p3"
    assert group.spans["note"].text == "n"
    assert step.spans["weight"].text == "1"
    assert step.spans["premises.0"].text == "[A]"
    assert "weight" in set(step.spans)
    assert len(step.spans) == len(set(step.spans))


def test_places_in_an_included_file(tmp_path):
    (tmp_path / "more.argdown").write_text("\n\n[B]: b {scroe: 1, cites: study#p3}\n", encoding="utf-8")
    main = tmp_path / "main.argdown"
    main.write_text("", encoding="utf-8")
    found, (wrong,) = read("[A]: a\n\n@include(more.argdown)\n", path=str(main))
    assert (wrong.primary.source.name.endswith("more.argdown"), wrong.primary.line, wrong.primary.text) == (
        True,
        3,
        "scroe",
    )
    claim = found.claim["b"]
    assert claim.spans["text"].source is wrong.primary.source
    assert claim.cites[0].spans["place"].text == "p3"
    assert "id" in list(claim.spans)
    assert len(claim.spans) > 3


# Any map


def some_claims(*ids, **fields):
    return tuple(Claim(name, f"Text of {name}.", **fields) for name in ids)


def relation(kind, premises, target, name=None, **fields):
    premises = tuple(premises.split())
    return Relation(name or relation_name(premises, target), kind, premises, target, name is not None, **fields)


def test_plain_relations_are_signs():
    given = ArgumentMap(
        claims=some_claims("a", "b", "c"),
        relations=(relation(SUPPORT, "a", "b"), relation(ATTACK, "b", "c"), relation(CONFLICT, "c", "a")),
    )
    debate = assert_survives(given)
    assert [item.type for item in debate.relations] == [
        RelationType.SUPPORT,
        RelationType.ATTACK,
        RelationType.CONTRADICTORY,
    ]
    assert debate.arguments == {}
    assert debate.settings == {
        "argmap": {"version": 1},
        "selection": {"excludeDisconnected": False, "statementSelectionMode": "all"},
    }


def test_linked_premises_are_a_structure_without_an_argument():
    given = ArgumentMap(
        claims=some_claims("a", "b", "c"), relations=(relation(SUPPORT, "a b", "c", scheme="cause-to-effect"),)
    )
    (argument,) = assert_survives(given).arguments.values()
    assert not argument.is_titled
    assert [row.title for row in argument.structure] == ["a", "b", "c"]
    inference = argument.structure[-1].inference
    assert (inference.rules, inference.data) == (("Cause to effect",), None)


def test_relations_with_an_id_are_arguments():
    given = ArgumentMap(
        claims=some_claims("a", "b", "c"),
        relations=(relation(SUPPORT, "a", "b", "demand"), relation(ATTACK, "c", "demand")),
    )
    debate = assert_survives(given)
    argument = debate.arguments["demand"]
    assert argument.structure[-1].inference.data == {"step": "support"}
    assert debate.relations[0].target is argument.structure[-1].inference


def test_attacks_of_several_premises_conclude_that_something_is_not_so():
    given = ArgumentMap(
        claims=some_claims("a", "b", "c"),
        relations=(relation(ATTACK, "a b", "c"), relation(ATTACK, "a", "c", "again")),
    )
    debate = assert_survives(given)
    opposite = debate.statements["Not: c"]
    assert opposite.data == {"isInMap": False}
    assert [member.role for member in opposite.members] == [Role.CONCLUSION, Role.CONCLUSION]
    assert [(item.type, item.target.title) for item in opposite.relations] == [(RelationType.ATTACK, "c")]


RELATIONS = {
    "a relation twice": (relation(SUPPORT, "a", "b"), replace(relation(SUPPORT, "a", "b"), id="a -> b (2)")),
    "a relation twice, with more to say": (
        relation(SUPPORT, "a", "b", weight=0.5),
        replace(relation(ATTACK, "a", "b"), id="a -> b (2)"),
    ),
    "an odd number": (replace(relation(SUPPORT, "a", "b"), id="a -> b (7)"), relation(SUPPORT, "c", "b")),
    "a conflict both ways": (relation(CONFLICT, "a", "b"), relation(CONFLICT, "b", "a")),
    "a conflict with more to say": (relation(CONFLICT, "a", "b", note="n"), relation(ATTACK, "c", "a -> b")),
    "a conflict of several": (relation(CONFLICT, "a b", "c"),),
    "itself": (relation(SUPPORT, "a", "a"), relation(ATTACK, "b", "b", "r"), relation(CONFLICT, "c", "c")),
    "a premise twice": (relation(SUPPORT, "a a", "b"),),
    "undercuts of undercuts": (
        relation(SUPPORT, "a", "b"),
        relation(ATTACK, "c", "a -> b"),
        relation(ATTACK, "d", "c -> a -> b"),
        relation(ATTACK, "a b", "d -> c -> a -> b", scheme="bias"),
    ),
    "undercuts in a circle": (relation(ATTACK, "a", "s", "r"), relation(ATTACK, "b", "r", "s")),
    "support of a relation": (
        relation(SUPPORT, "a", "b", "r"),
        relation(SUPPORT, "c", "r"),
        relation(ATTACK, "d", "c -> r", "u"),
        relation(CONFLICT, "c", "r", "v"),
    ),
    "ends that are not there": (relation(SUPPORT, "a gone", "b"), relation(ATTACK, "a", "nowhere", weight=0.5)),
    "a scheme that nobody knows": (
        relation(SUPPORT, "a b", "c", scheme="my own"), relation(SUPPORT, "a", "c", scheme="Bias"),
    ),
    "rules": (
        relation(SUPPORT, "a b", "c", data={"argdown": {"rules": ["Modus ponens", "Luck"]}, "x": None}),
        relation(SUPPORT, "a", "c", data={"argdown": {"rules": ["Bias"]}}),
        relation(SUPPORT, "b", "c", scheme="bias", data={"argdown": {"rules": ["x"], "rows": 3}}),
    ),
    "all that can be said": (
        relation(
            ATTACK, "a b", "c", "r", scheme="bias", weight=0.0, by=("s",), cites=(Citation("x", "1", 2, "q"),),
            tags=("t", "t"), note="n", argument="d", data={"step": "support", "argdown": 4},
        ),
    ),
    "ids that cannot be titles": (
        relation(SUPPORT, "a", "b", "x > y"),
        relation(ATTACK, "c", "x > y", "Big One"),
        relation(ATTACK, "a b", "x > y", "a -> b -> c"),
    ),
    "a bare chain": (
        relation(SUPPORT, "a b", "c"),
        relation(SUPPORT, "c a", "d", data={"argdown": {"after": "a + b -> c"}}),
        relation(SUPPORT, "d", "a", data={"argdown": {"after": "gone", "rows": ["d"]}}),
        relation(SUPPORT, "b", "d", data={"argdown": {"after": "b -> d"}}),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RELATIONS)
def test_relations_of_all_forms_survive(name):
    assert_survives(ArgumentMap(claims=some_claims("a", "b", "c", "d"), relations=RELATIONS[name]))


def argument(name, **fields):
    return Claim(name, f"Gist of {name}.", kind=ClaimKind.ARGUMENT, **fields)


STEPS = (relation(SUPPORT, "a b", "c", argument="x"), relation(SUPPORT, "c", "x", argument="x"))
MAIN = relation(SUPPORT, "x", "d", argument="x")


def test_the_reasoning_of_an_argument_is_its_structure():
    given = ArgumentMap(claims=(*some_claims("a", "b", "c", "d"), argument("x")), relations=(*STEPS, MAIN))
    debate = assert_survives(given)
    assert [row.title for row in debate.arguments["x"].structure] == ["a", "b", "c", "d"]
    assert debate.relations == []


ARGUMENTS = {
    "several steps with more to say": (replace(STEPS[0], weight=0.5, id="r", named=True), STEPS[1], MAIN),
    "an undercut of the last step": (
        *STEPS,
        MAIN,
        relation(ATTACK, "a", "x -> d"),
        relation(ATTACK, "b", "a + b -> c"),
    ),
    "an undercut of what leads to the argument": (*STEPS, MAIN, relation(ATTACK, "a", "c -> x")),
    "no conclusion": STEPS,
    "two conclusions": (*STEPS, MAIN, relation(SUPPORT, "x", "a", argument="x")),
    "a conclusion with more to say": (*STEPS, replace(MAIN, note="n")),
    "a stray step": (*STEPS, MAIN, relation(SUPPORT, "d", "b", argument="x")),
    "an attack among the steps": (STEPS[0], replace(STEPS[1], kind=ATTACK), MAIN),
    "an argument that goes on": (*STEPS, MAIN, relation(ATTACK, "x", "a")),
    "an argument among premises": (*STEPS, MAIN, relation(SUPPORT, "x a", "b")),
    "an argument that is supported by linked premises": (*STEPS, MAIN, relation(SUPPORT, "a b", "x")),
    "an attack on it and on a premise": (*STEPS, MAIN, relation(ATTACK, "d", "x"), relation(ATTACK, "d", "a")),
    "a step of a claim": (relation(SUPPORT, "a b", "c", argument="d"), relation(SUPPORT, "a", "c", argument="gone")),
    "a circle": (relation(SUPPORT, "a", "x", argument="x"), relation(SUPPORT, "x", "a", argument="x")),
    "itself as a premise": (relation(SUPPORT, "x", "x", argument="x"), relation(SUPPORT, "x", "a", argument="x")),
    "an undercut of it": (relation(SUPPORT, "x", "a"), relation(ATTACK, "b", "x -> a")),
    "an undercut of it by several": (relation(ATTACK, "x", "a"), relation(ATTACK, "b c", "x -> a")),
    "an undercut of one of two": (
        relation(SUPPORT, "x", "a"),
        relation(ATTACK, "x", "b"),
        relation(ATTACK, "b", "x -> a"),
    ),
    "conflicts": (relation(CONFLICT, "x", "a"), relation(CONFLICT, "b", "x"), relation(CONFLICT, "x", "y")),
    "undercuts that are only called so": (
        relation(ATTACK, "a", "x", data={"argdown": {"type": "undercut"}}),
        relation(ATTACK, "a", "b", data={"argdown": {"type": "undercut"}}),
        relation(ATTACK, "x", "y"),
        relation(ATTACK, "a", "y", data={"argdown": {"type": "undercut"}}),
    ),
    "contraries, where no sign says so": (
        relation(CONFLICT, "a", "b", data={"argdown": {"type": "contrary"}}),
        relation(SUPPORT, "a", "c", data={"argdown": {"type": "entails"}}),
        relation(SUPPORT, "a", "d", data={"argdown": {"type": "attack"}}),
    ),
}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_arguments_of_all_kinds_survive(name):
    claims = (*some_claims("a", "b", "c", "d"), argument("x"), Claim("y", "", "Y", ClaimKind.ARGUMENT))
    assert_survives(ArgumentMap(claims=claims, relations=ARGUMENTS[name]))


CLAIMS = {
    "titles": some_claims("a", "b", title="Same") + some_claims("c", title="c") + some_claims("d", title="[x] <y>: z"),
    "odd titles": (
        *(Claim(f"i{number}", "Text.", it) for number, it in enumerate(["", "Untitled 3", "- x", "two\nlines", "a]b"])),
        *(Claim(f"j{number}", "", title, ClaimKind.ARGUMENT) for number, title in enumerate(["a > b", "Not: x", "i1"])),
    ),
    "odd ids": tuple(Claim(name, "Text.") for name in ("Big", "a]b", "x y", "constructor", "1.0", "Untitled 1")),
    "odd texts": tuple(
        Claim(f"c{number}", text)
        for number, text in enumerate(["", "two\nlines", "a  b", "*b* @[x] #t", "+ x", "(1) x", "[T]: x", "\x07"])
    ),
    "all that can be said": (
        Claim(
            "a", "Text #of it.", "A", ClaimKind.CLAIM, ("q",), ("s",), (Citation("x", "1", 2, "q"), Citation("x")),
            True, 0.5, False, ("one", "two words"), "n\nn", "https://x.org", ("b", "b", "Text #of it."), True,
            "#123456",
            {"id": 3, "argdown": {"text": "Text \\#of it. #one", "more": 1}},
        ),
    ),
    "tags": (
        Claim("a", "x", tags=("t", "t")), Claim("b", "", tags=("t",)), Claim("c", "x", tags=("a (b)", "t")),
        Claim("d", "x", tags=("t", "u"), data={"argdown": {"tags": ["u"]}}),
        Claim("e", "x", tags=("t", "u"), data={"argdown": {"tags": ["u", "t"], "text": "x"}}),
        Claim("f", "x", data={"argdown": {"tags": 3, "text": "x", "role": "top-level", "data": 1}}),
    ),
    "markup": (
        Claim("a", "x y", data={"argdown": {"text": "*x* y"}}), Claim("b", "x", data={"argdown": {"text": "*y*"}}),
        Claim("c", "", data={"argdown": {"text": "#t"}}), Claim("d", "x", data={"argdown": {"text": ["x"]}}),
    ),
    "hidden": (Claim("a", "x", hidden=True), Claim("b", "y", hidden=True, kind=ClaimKind.ARGUMENT)),
}  # fmt: skip


@pytest.mark.parametrize("name", CLAIMS)
def test_claims_of_all_kinds_survive(name):
    assert_survives(ArgumentMap(claims=CLAIMS[name]))


def test_a_relation_without_premises_is_a_loss():
    given = ArgumentMap(claims=some_claims("a"), relations=(Relation("r", SUPPORT, (), "a", True),))
    debate, losses = debate_of(given)
    assert losses == (Loss("relations without premises", ("r",)),)
    assert to_map(debate, None)[0].relations == ()


def test_hidden_premises_stay_hidden():
    claims = some_claims("a", "b", "c", hidden=True)
    assert_survives(ArgumentMap(claims=claims, relations=(relation(SUPPORT, "a b", "c"),)))


GROUPS = {
    "nested": (
        Group("a-group", "A group", ("b",)),
        Group("b-group", "B", (), "a-group"),
        Group("cc", "cc", ("a",), "b-group"),
    ),
    "order": (Group("i", "I", ("b",), "o"), Group("o", "O", ("a",))),
    "members": (Group("g", "G", ("b", "a", "q", "gone", "a")), Group("h", "H", ("a", "c"))),
    "parents": (
        Group("g", "G", (), "gone"),
        Group("h", "H", (), "i"),
        Group("i", "I", (), "h"),
        Group("j", "J", (), "j"),
    ),
    "titles": (Group("h", "two\nlines"), Group("i", "Same #t", tags=("t",)), Group("j", "*Same*")),
    "all that can be said": (
        Group("g", "g", ("a",), None, "n", ("t", "t"), True, True, "#123456", {"x": 1, "argdown": {"level": 4}}),
        Group("h", "Deep down", (), "g", tags=("t",), data={"argdown": {"level": 2, "text": "*Deep* down #t"}}),
        Group("i", "Up", data={"argdown": {"level": True, "text": "Up"}}),
    ),
}


@pytest.mark.parametrize("name", GROUPS)
def test_groups_of_all_kinds_survive(name):
    assert_survives(ArgumentMap(claims=some_claims("a", "b", "c"), groups=GROUPS[name]))


def test_the_frame_survives():
    assert_survives(
        ArgumentMap(
            "T",
            "d",
            "en",
            questions=(Question("q", "Why?", "Why", (Citation("s"),), ("t",), "n"),),
            speakers=(Speaker("p", "P", "r", "l"),),
            sources=(Source("s", "S", "a", "2024-05-02", "l", "t", 3),),
            display=Display(
                "up", "both", {"a": "#111111", "b": "#222222"}, {"undercut": "#333333", "conflict": "#444444"}
            ),
            data={"x": [1, "2", None, {"y": True}], "argdown": "mine"},
        )
    )
    assert_survives(ArgumentMap())


def test_settings_of_argdown_survive_next_to_fields_of_argmaps_own():
    settings = {"title": "T", "color": {"colorScheme": ["#000000", "#111111"]}, "model": {"mode": "strict"}}
    given = ArgumentMap("T", "d", claims=some_claims("a", "b", tags=("t",)), data={"argdown": settings})
    assert_survives(given)
    assert_survives(replace(given, relations=(relation(ATTACK, "a", "b"), relation(ATTACK, "b", "a", "r"))))
    assert_survives(replace(given, display=Display(tag_colours={"t": "#111111"})))


def test_wishes_for_pictures_are_told_to_argdowns_tools():
    display = Display("left", "title", {"a": "#111111", "b": "#222222"}, {"conflict": "#444444"})
    settings = assert_survives(ArgumentMap(claims=some_claims("a", tags=("a",)), display=display)).settings
    assert "display" not in settings["argmap"]
    assert settings["dot"] == {"graphVizSettings": {"rankdir": "LR"}}
    assert settings["map"] == {"statementLabelMode": "title", "argumentLabelMode": "title"}
    assert settings["color"]["tagColors"]["a"] == {"color": "#111111", "priority": 2}
