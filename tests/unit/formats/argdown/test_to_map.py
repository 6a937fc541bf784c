"""How Argdown is said in a map."""

from textwrap import dedent

import pytest

from argmap.core.ids import Ids, first_words, slug
from argmap.core.model import ClaimKind, Display, RelationKind
from argmap.core.source import SourceFile
from argmap.formats.argdown.debate.model import Argument, Debate, Member, Relation, RelationType, Role, Statement
from argmap.formats.argdown.debate.resolve import resolve
from argmap.formats.argdown.text.includes import splice
from argmap.formats.argdown.text.parser import parse
from argmap.formats.argdown.to_map.to_map import to_map


def debate_of_text(text):
    """The debate of an Argdown text, and its manuscript."""
    script, _ = splice(SourceFile("debate.argdown", dedent(text).lstrip("\n")))
    document, _ = parse(script)
    return resolve(document, script)[0], script


def map_of(text):
    """The map of an Argdown text that has no fields of argmap's own."""
    found, diagnostics = to_map(*debate_of_text(text))
    assert diagnostics == []
    return found


def steps(argument_map):
    """Relations in short form, sorted: what leads where, as a step of which argument."""
    return sorted((item.id, item.kind.value, item.argument) for item in argument_map.relations)


# Ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Build the tram!", "build-the-tram"),
        ("  -- 24 hours? ", "24-hours"),
        ("Das Übliche", "das-übliche"),
        ("ﬁne", "fine"),
        ("हिन्दी में", "हिन्दी-में"),
        ("\u0301 lone mark", "lone-mark"),
        ("論点、一", "論点-一"),
        ("?!", ""),
    ],
)
def test_slugs_keep_letters_and_digits_of_any_script(text, expected):
    assert slug(text) == expected


def test_ids_of_texts_are_made_of_whole_first_words():
    text = "A tram saves thousands of people time each day"
    assert first_words(text) == "a-tram-saves-thousands-of-people-time"
    assert first_words("x" * 60) == "x" * 60
    assert len(first_words("論" * 500)) <= 80


def test_ids_are_given_out_once():
    ids = Ids(["b"])
    assert [ids.made(it) for it in ("a", "a", "a-2", "b", "", "")] == ["a", "a-2", "a-2-2", "b-2", "claim", "claim-2"]


# Claims


def test_statements_and_arguments_are_claims_in_the_order_of_the_text():
    found = map_of(
        """
        [Tram]: Build it.
          + <Fast>: It is fast.
          - It is dear.

        <Fast>

        [Quiet]: It is quiet.
        """
    )
    assert [(it.id, it.title, it.text, it.kind) for it in found.claims] == [
        ("tram", "Tram", "Build it.", ClaimKind.CLAIM),
        ("fast", "Fast", "It is fast.", ClaimKind.ARGUMENT),
        ("it-is-dear", None, "It is dear.", ClaimKind.CLAIM),
        ("quiet", "Quiet", "It is quiet.", ClaimKind.CLAIM),
    ]


def test_other_wordings_are_restatements_and_the_last_one_counts():
    found = map_of("[A]: First.\n\n[A]: Second. {isCanonical: true}\n\n[A]\n\n[A]: Third.\n\n[A]: First.\n")
    assert found.claims[0].text == "Second."
    assert found.claims[0].restatements == ("First.", "Third.")


def test_what_is_only_referred_to_has_no_text():
    assert map_of("[A]\n  + <B>\n").claims[0].text == ""


def test_claims_keep_tags_and_data():
    (claim,) = map_of("[A]: Text. #one #(two words) {source: x, n: 3, argdown: 4}\n\n[A] #three {m: [1]}\n").claims
    assert claim.text == "Text."
    assert claim.tags == ("one", "two words", "three")
    assert claim.data == {"source": "x", "n": 3, "m": [1], "argdown": {"data": 4, "tags": ["one", "two words"]}}


def test_markup_is_carried_along_only_where_argmap_would_type_something_else():
    found = map_of("[A]: Very *bold*. #t\n\n[B]: A \\*star, @[A]. #t\n\n[C]: A \\*star #t\n\n[D]: #t\n")
    texts = {claim.id: (claim.text, claim.data.get("argdown")) for claim in found.claims}
    assert texts == {
        "a": ("Very bold.", {"text": "Very *bold*. #t"}),
        "b": ("A *star, A.", {"text": "A \\*star, @[A]. #t"}),
        "c": ("A *star", None),
        "d": ("", {"text": "#t"}),
    }


def test_statements_and_arguments_of_one_title_have_different_ids():
    assert [claim.id for claim in map_of("[A]: x\n  + <A>: y\n\n# A\n\n[B]: z\n  - [A]\n").claims] == ["a", "a-2", "b"]


# What a picture shows


def test_what_the_selection_leaves_out_is_hidden():
    found = map_of("[A]: x\n  + <B>: y\n\n[Alone]: z\n\n[C]: no {isInMap: false}\n  - [A]\n")
    assert {claim.id: claim.hidden for claim in found.claims} == {"a": False, "b": False, "alone": True, "c": True}


def test_structures_without_an_argument_stay_visible_unless_they_say_so():
    found = map_of("(1) One.\n(2) Two. {isInMap: false}\n----\n(3) Three.\n")
    assert [claim.hidden for claim in found.claims] == [False, True, False]


def test_colours_are_those_that_the_author_asks_for():
    found = map_of(
        """
        ===
        color:
          colorScheme: ["#000000", "#111111", "#222222"]
          tagColors: {b: {color: "#bbb", priority: 2}, c: 0}
          statementColors: {S: 1}
          argumentColors: {S: "#abcdef"}
          groupColors: {G: 2}
          relationColors: {entails: "#00ff00", attack: nonsense, contrary: "#ff0000"}
        dot: {graphVizSettings: {rankdir: TB}}
        map: {statementLabelMode: title, argumentLabelMode: title}
        ===

        # G

        [S]: x #a
          + <S>: y #b
          + [T]: z {color: "#fff"}
        """
    )
    assert {claim.title: claim.colour for claim in found.claims[::2]} == {"S": "#111111", "T": "#ffffff"}
    assert found.claims[1].colour == "#abcdef"
    assert found.groups[0].colour == "#222222"
    tags = {"b": "#bbbbbb", "a": "#111111", "c": "#000000"}
    assert found.display == Display("up", "title", tags, {"support": "#00ff00", "conflict": "#ff0000"})
    assert list(found.display.tag_colours) == list(tags)


def test_nobody_asks_for_colours_by_themselves():
    found = map_of("[S]: x #a\n  + <B>: y #b\n")
    assert [claim.colour for claim in found.claims] == [None, None]
    assert found.display == Display()


# Relations


def test_signs_are_relations():
    found = map_of("[A]: x\n  + [B]: y\n  - <C>: z\n  -> [D]: u\n  >< [E]: v\n")
    assert steps(found) == [
        ("a -> d", "attack", None),
        ("a -> e", "conflict", None),
        ("b -> a", "support", None),
        ("c -> a", "attack", None),
    ]


def test_in_strict_mode_attacks_between_statements_are_conflicts():
    found = map_of("===\nmodel: {mode: strict}\n===\n\n[A]: x\n  + [B]: y\n  - [C]: z\n  - <D>: u\n")
    kinds = {item.id: (item.kind, dict(item.data)) for item in found.relations}
    assert kinds == {
        "b -> a": (RelationKind.SUPPORT, {}),
        "c -> a": (RelationKind.CONFLICT, {"argdown": {"type": "contrary"}}),
        "d -> a": (RelationKind.ATTACK, {}),
    }


def test_relations_come_by_the_claim_that_they_begin_at():
    found = map_of("[A]: x\n  + [B]: y\n    - [C]: z\n  +> [D]: u\n")
    assert [item.id for item in found.relations] == ["a -> d", "b -> a", "c -> b"]


def test_a_structure_is_steps_to_the_argument_and_one_to_the_conclusion():
    found = map_of(
        """
        <Arg>: Gist.

        (1) P.
        (2) Q.
        --
        Expert opinion
        --
        (3) S.
        (4) R.
        --
        Modus ponens, Luck {certain: no}
        --
        (5) [C]: Conclusion.
        """
    )
    assert steps(found) == [
        ("arg -> c", "support", "arg"),
        ("p + q -> s", "support", "arg"),
        ("s + r -> arg", "support", "arg"),
    ]
    assert found.relation["p + q -> s"].scheme == "expert-opinion"
    assert found.relation["p + q -> s"].data == {}
    last = found.relation["s + r -> arg"]
    assert last.scheme is None
    assert last.data == {"certain": "no", "argdown": {"rules": ["Modus ponens", "Luck"]}}


def test_a_scheme_by_another_name_keeps_the_name():
    found = map_of("(1) P.\n(2) Q.\n--\nargument from authority\n--\n(3) C.\n").relations[0]
    assert found.scheme == "expert-opinion"
    assert found.data == {"argdown": {"rules": ["argument from authority"]}}


def test_premises_are_the_rows_that_a_step_says_it_uses():
    found = map_of(
        """
        <Arg>

        (1) P.
        (2) Q.
        ----
        (3) S.
        (4) R.
        --
        {uses: [4, 1, 9]}
        --
        (5) C.
        """
    )
    last = found.relation["r + p -> arg"]
    assert last.data["uses"] == [4, 1, 9]
    assert last.data["argdown"] == {"rows": ["r"], "after": "p + q -> s"}
    assert found.relation["p + q -> s"].data["argdown"] == {"rows": ["p", "q"]}


def test_a_structure_without_an_argument_is_linked_premises():
    found = map_of("(1) P.\n(2) Q.\n----\n(3) S.\n(4) R.\n----\n(5) C.\n\n(1) X.\n----\n(2) Y.\n")
    assert steps(found) == [
        ("p + q -> s", "support", None),
        ("s + r -> c", "support", None),
        ("x -> y", "support", None),
    ]
    assert [claim.kind for claim in found.claims] == [ClaimKind.CLAIM] * 7
    assert found.relation["p + q -> s"].data == {}
    assert found.relation["s + r -> c"].data == {"argdown": {"after": "p + q -> s"}}
    assert found.relation["x -> y"].data == {"argdown": {"rows": ["x"]}}


def test_two_structures_with_the_same_ends_are_told_apart():
    text = "(1) [P]: p\n(2) [Q]: q\n----\n(3) [C]: c\n\n(1) [P]\n(2) [Q]\n----\n(3) [C]\n"
    assert [item.id for item in map_of(text).relations] == ["p + q -> c", "p + q -> c (2)"]


def test_statements_may_be_their_own_premises():
    found = map_of("<A>\n\n(1) [P]: p\n----\n(2) [P]\n----\n(3) [P]\n")
    assert steps(found) == [("a -> p", "support", "a"), ("p -> a", "support", "a"), ("p -> p", "support", "a")]


def test_undercuts_lead_to_the_step_that_they_are_about():
    found = map_of(
        """
        <Arg>

        (1) P.
        ----
          <_ [First]: x
        (2) S.
        (3) R.
        ----
          <_ [Second]: y
        (4) C.

        <Arg>
          <_ <Third>: z
        """
    )
    targets = {item.premises[0]: item.target for item in found.relations if item.kind is RelationKind.ATTACK}
    assert targets == {"first": "p -> s", "second": "arg -> c", "third": "arg -> c"}


def test_undercuts_of_an_argument_without_a_structure():
    found = map_of("[T]: t\n  + <A>: a\n    <_ <U>: u\n\n<B>: b\n  <_ <U>\n  +> [T]\n  -> [S]: s\n\n[S]\n  <_ <V>: v\n")
    attacks = {(item.premises[0], item.target): dict(item.data) for item in found.relations if "u" in item.premises}
    assert attacks == {("u", "a -> t"): {}, ("u", "b"): {"argdown": {"type": "undercut"}}}
    assert found.relation["v -> s"].data == {"argdown": {"type": "undercut"}}


def test_undercuts_of_undercuts():
    found = map_of("[T]: t\n  + <A>: a\n    <_ <B>\n\n<B>\n\n(1) P.\n----\n  <_ [C]: c\n(2) Q.\n")
    assert "c -> b -> q" in found.relation
    assert "q -> a -> t" in found.relation, "the argument has a structure, and speaks through its conclusion"


def test_relations_of_exports_are_what_they_say_whatever_the_mode():
    one, other = Statement("A", members=[Member("A", text="a")]), Statement("B", members=[Member("B", text="b")])
    debate = Debate({"A": one, "B": other})
    debate.relations = [Relation(kind, one, other) for kind in (RelationType.ENTAILS, RelationType.CONTRARY)]
    found, _ = to_map(debate, None)
    assert [item.data for item in found.relations] == [
        {"argdown": {"type": "entails"}},
        {"argdown": {"type": "contrary"}},
    ]


# Groups


def test_sections_are_groups():
    found = map_of(
        """
        [Out]: o
          + [A]: a

        # One #t {isClosed: true, n: 1}

        [B]: b
          + [A]

        ### *Deep* down

        [C]: c
          - [B]

        # One
        """
    )
    one, deep, again = found.groups
    assert (one.id, one.title, one.tags, one.members, one.closed, one.hidden) == (
        "one",
        "One",
        ("t",),
        ("b",),
        True,
        True,
    )
    assert one.data == {"isClosed": True, "n": 1}
    assert (deep.id, deep.title, deep.parent, deep.members, deep.hidden) == (
        "deep-down",
        "Deep down",
        "one",
        ("c",),
        False,
    )
    assert deep.data == {"argdown": {"level": 3, "text": "*Deep* down"}}
    assert (again.id, again.members) == ("one-2", ())


# The map


def test_the_front_matter_is_kept():
    found = map_of("===\ntitle: T\nauthor: me\n===\n\n[A]: a\n")
    assert found.title == "T"
    assert found.data == {"argdown": {"title": "T", "author": "me"}}
    assert map_of("===\ntitle: 2024\n===\n\n[A]: a\n").title == "2024"
    assert map_of("[A]: a\n").data == {"argdown": {}}


def test_an_empty_text_is_an_empty_map():
    found = map_of("")
    assert (found.claims, found.relations, found.groups, found.title) == ((), (), (), None)


def test_places():
    text = "# Head {k: v}\n\n[A]: Some words. {n: 1}\n  + [B]: b\n\n(1) c\n--\n{x: y}\n--\n(2) d\n"
    found = map_of(text)
    head, claim, sign, step = found.groups[0], found.claim["a"], found.relation["b -> a"], found.relation["c -> d"]
    shown = {name: span.text for name, span in claim.spans.items()}
    assert shown == {"id": "A", "title": "A", "text": "Some words.", "data": "{n: 1}", "data.n": "1"}
    assert found.claim["c"].spans["id"].text == "c"
    assert head.spans["data.k"].text == "v"
    assert sign.spans["id"].text == sign.spans["target"].text == "+"
    assert step.spans["premises.0"].text == "c"
    assert step.spans["target"].text == "d"
    assert step.spans["data.x"].text == "y"
    assert len(step.spans) == 6


def test_without_a_text_nothing_has_a_place():
    debate, _ = debate_of_text("# H\n\n[A]: a\n  + [B]: b\n")
    found, _ = to_map(debate, None)
    assert not [item for item in (*found.claims, *found.relations, *found.groups) if item.spans]


def test_parts_of_an_argument_without_a_title_are_arguments():
    text = "===\nmodel: {explodeArguments: true}\n===\n\n(1) P.\n----\n(2) Q.\n----\n(3) R.\n"
    assert [claim.title for claim in map_of(text).claims if claim.kind is ClaimKind.ARGUMENT] == [
        "Untitled 1 - 1",
        "Untitled 1 - 2",
    ]


def test_a_structure_that_lacks_its_inference_is_read_all_the_same():
    debate = Debate(arguments={"A": (argument := Argument("A"))})
    for title, role in (("P", Role.PREMISE), ("C", Role.CONCLUSION)):
        row = Member(title, role, "text", "text", argument=argument)
        debate.statements[title] = Statement(title, members=[row])
        argument.structure.append(row)
    assert steps(to_map(debate, None)[0]) == [("a -> c", "support", "a"), ("p -> a", "support", "a")]
