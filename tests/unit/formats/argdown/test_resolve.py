"""Putting a document together."""

from textwrap import dedent

import pytest

from argmap.core.diagnostics import Diagnostic
from argmap.core.source import SourceFile
from argmap.formats.argdown.debate.model import Argument, Debate, End, Inference, Role
from argmap.formats.argdown.debate.nearness import is_slip
from argmap.formats.argdown.debate.resolve import resolve
from argmap.formats.argdown.text.manuscript import Manuscript, Piece
from argmap.formats.argdown.text.parser import parse
from argmap.formats.argdown.text.syntax import Document, Element, Nested, Place, Symbol


def resolved(text: str) -> tuple[Debate, list[Diagnostic]]:
    text = dedent(text).lstrip("\n")
    script = Manuscript(text, (Piece(0, SourceFile("debate.argdown", text), 0),))
    document, found = parse(script)
    assert found == []
    return resolve(document, script)


def debate(text: str) -> Debate:
    return resolved(text)[0]


def relations(text: str) -> list[str]:
    """The relations of a text: `support: a > <b>`; an inference is `<b>/2`, the row of its conclusion from 0."""
    return [f"{item.type}: {name(item.source)} > {name(item.target)}" for item in debate(text).relations]


def name(end: End) -> str:
    if isinstance(end, Inference):
        return f"<{end.argument.title}>/{end.index}"
    return f"<{end.title}>" if isinstance(end, Argument) else end.title


def roles(text: str, title: str) -> list[str | None]:
    return [item.role for item in debate(text).statements[title].members]


def found(text: str, kind: str) -> list[tuple[str, str, str | None]]:
    """The findings of a kind: the text at the place, the message and the help."""
    return [
        (item.primary.text if item.primary else "", item.message, item.help)
        for item in resolved(text)[1]
        if item.name == kind
    ]


# Statements and arguments


def test_one_title_is_one_statement_all_over_the_text() -> None:
    text = """
        [A]: First wording. #one {score: 1}

        [B]: Other.
          + [A] #two

        [A]: Last wording. {score: 2, by: me}
        """
    built = debate(text)
    assert list(built.statements) == ["A", "B"]
    statement = built.statements["A"]
    assert [item.is_reference for item in statement.members] == [False, True, False]
    assert roles(text, "A") == [Role.TOP_LEVEL, Role.IN_RELATION, Role.TOP_LEVEL]
    assert statement.canonical
    assert statement.canonical.plain == "Last wording."
    assert statement.tags == ("one", "two")
    assert statement.data == {"score": 2, "by": "me"}
    assert list(built.tags) == ["one", "two"]


def test_is_canonical_names_the_wording_that_counts() -> None:
    statement = debate("[A]: This one. {isCanonical: true}\n\n[A]: Not this one.\n").statements["A"]
    assert statement.canonical
    assert statement.canonical.plain == "This one."


def test_what_has_no_title_is_numbered_through() -> None:
    built = debate(
        """
        One.
          - Two.
            + Three.

        (1) Four.
        ----
        (2) Five.

        * Six.
        """
    )
    assert list(built.statements) == [f"Untitled {number}" for number in (1, 2, 3, 5, 6, 7)]
    assert list(built.arguments) == ["Untitled 4"]
    assert not any(item.is_titled for item in [*built.statements.values(), *built.arguments.values()])
    assert [item.role for item in built.statements["Untitled 7"].members] == [None]


def test_statements_and_arguments_of_one_title_are_two_things() -> None:
    built = debate("[A]: A claim.\n  + <A>: A reason.\n")
    assert (list(built.statements), list(built.arguments)) == (["A"], ["A"])
    assert [item.role for item in built.arguments["A"].members] == [Role.DESCRIPTION]


def test_a_wording_is_complete_after_what_is_nested_under_it() -> None:
    statement = debate("[A]: Outer.\n  + <B>: Why.\n    - [A]: Inner.\n").statements["A"]
    assert [item.plain for item in statement.members] == ["Inner.", "Outer."]


def test_data_of_all_members_is_put_together() -> None:
    built = debate(
        """
        [A]: x {a: {one: 1, two: 2}, b: [1, 2, 3], c: text}

        [A] {a: {two: 3}, b: [9], c: {d: e}}

        [A] {a: {four: [4]}, b: [8, 7, 6, 5]}
        """
    )
    statement = built.statements["A"]
    assert statement.data == {"a": {"one": 1, "two": 3, "four": [4]}, "b": [8, 7, 6, 5], "c": {"d": "e"}}
    assert statement.members[0].data == {"a": {"one": 1, "two": 2}, "b": [1, 2, 3], "c": "text"}


# Relations


@pytest.mark.parametrize(
    ("sign", "relation"),
    [
        ("+>", "support: A > <B>"), ("->", "attack: A > <B>"), ("_>", "undercut: A > <B>"),
        ("<+", "support: <B> > A"), ("<-", "attack: <B> > A"), ("<_", "undercut: <B> > A"),
        ("+", "support: <B> > A"), ("-", "attack: <B> > A"),
    ],
)  # fmt: skip
def test_signs_lead_to_and_from_what_stands_above(sign: str, relation: str) -> None:
    assert relations(f"[A]\n  {sign} <B>\n") == [relation]


def test_relations_nest() -> None:
    assert relations("[A]\n  + <B>\n    - <C>\n  >< [D]\n    +> <E>\n") == [
        "attack: <C> > <B>",
        "support: <B> > A",
        "support: D > <E>",
        "contradictory: A > D",
    ]


def test_what_is_said_twice_is_kept_once_with_its_first_place() -> None:
    built = debate("[A]\n  + <B>\n  >< [C]\n\n<B>\n  +> [A]\n\n[C]\n  >< [A]\n  - <B>\n")
    assert [f"{item.type} {item.place.start if item.place else None}" for item in built.relations] == [
        "support 6", "contradictory 14", "attack 51",
    ]  # fmt: skip
    assert len(built.statements["A"].relations) == 2
    assert len(built.arguments["B"].relations) == 2


def test_strict_mode_reads_relations_of_statements_as_logic() -> None:
    text = """
        ===
        model: {mode: strict}
        ===

        [A]
          + [B]
          - [C]
          - <D>

        [C]
          - [A]
        """
    assert relations(text) == ["entails: B > A", "contrary: C > A", "attack: <D> > A"]


RECONSTRUCTED = """
    <A>

    (1) [P]: One.
    (2) [Q]: Two.
    ----
    (3) [C]: So.
    """


def test_relations_of_a_reconstructed_argument_start_at_its_conclusion() -> None:
    text = RECONSTRUCTED + "\n    <A>\n      +> [X]\n      -> <Y>\n      <_ <Z>\n      - <W>\n"
    assert relations(text) == [
        "support: C > X",
        "attack: C > <Y>",
        "undercut: <Z> > <A>/2",
        "attack: <W> > <A>",
    ]
    built = debate(text)
    assert [item.type for item in built.arguments["A"].relations] == ["attack"]
    inference = built.arguments["A"].structure[-1].inference
    assert inference
    assert len(inference.relations) == 1


def test_an_argument_does_not_support_its_own_conclusion_twice() -> None:
    assert relations(RECONSTRUCTED + "\n    [C]\n      <+ <A>\n") == []


def test_what_a_transformation_repeats_is_left_out() -> None:
    text = RECONSTRUCTED + "\n    <A>\n      +> [X]\n\n    [C]\n      +> [X]\n"
    assert relations(text) == ["support: C > X"]


def test_transformations_can_be_turned_off() -> None:
    settings = "===\nmodel: {transformArgumentRelations: false}\n===\n"
    text = settings + dedent(RECONSTRUCTED) + "\n<A>\n  +> [X]\n  <_ <Z>\n"
    assert relations(text) == ["support: <A> > X", "undercut: <Z> > <A>"]


def test_an_attack_on_an_argument_whose_premise_is_attacked_is_left_out() -> None:
    text = RECONSTRUCTED + "\n    [X]\n      -> <A>\n      -> [Q]\n\n    [Y]\n      -> <A>\n      >< [P]\n"
    assert relations(text) == ["attack: X > Q", "contradictory: Y > P"]
    assert relations(RECONSTRUCTED + "\n    [X]\n      -> <A>\n      -> [C]\n") == ["attack: X > <A>", "attack: X > C"]


# Structures


def test_rows_have_roles_and_conclusions_have_inferences() -> None:
    text = """
        <A>: A reason.

        (1) [P]: One.
        --
        Modus ponens, Trust {weight: 1}
        --
          <_ <U>
        (2) [S]: Two.
          - <V>
        (3) [Q]: Three.
        ----
        (4) [C]: Four.
          <_ <W>
        """
    built = debate(text)
    rows = built.arguments["A"].structure
    assert [(row.title, row.role) for row in rows] == [
        ("P", Role.PREMISE), ("S", Role.STEP), ("Q", Role.PREMISE), ("C", Role.CONCLUSION),
    ]  # fmt: skip
    assert all(row.argument is built.arguments["A"] for row in rows)
    first, last = rows[1].inference, rows[3].inference
    assert first
    assert last
    assert (first.rules, first.data, first.index) == (("Modus ponens", "Trust"), {"weight": 1}, 1)
    assert (last.rules, last.data, last.index) == ((), None, 3)
    assert relations(text) == ["undercut: <U> > <A>/1", "attack: <V> > S", "undercut: <W> > <A>/3"]


def test_an_undercut_of_a_statement_is_one_of_the_last_inference_above_as_in_argdown() -> None:
    assert relations(RECONSTRUCTED + "\n    [X]\n      <_ <U>\n") == ["undercut: <U> > <A>/2"]
    assert relations("[X]\n  <_ <U>\n\n" + dedent(RECONSTRUCTED)) == ["undercut: <U> > X"]


def test_a_structure_belongs_to_the_argument_right_above_it() -> None:
    text = "<A>: x\n\nBetween.\n\n(1) One.\n----\n(2) Two.\n\n(1) Three.\n----\n(2) Four.\n"
    built = debate(text)
    assert [(title, len(item.structure)) for title, item in built.arguments.items()] == [
        ("A", 0), ("Untitled 2", 2), ("Untitled 5", 2),
    ]  # fmt: skip


def test_a_second_structure_is_an_error_and_becomes_an_argument_of_its_own() -> None:
    text = dedent(RECONSTRUCTED) + "\n<A>\n\n(1) [D]: y\n----\n(2) [E]: z\n"
    built, findings = resolved(text)
    (second,) = [item for item in findings if item.name == "second-structure"]
    assert second.primary
    assert second.primary.text.startswith("(1) [D]")
    assert second.secondary[0].span.text.startswith("(1) [P]")
    assert [len(item.structure) for item in built.arguments.values()] == [3, 2]


def test_rows_that_are_used_must_be_there() -> None:
    text = "<A>\n\n(1) One.\n-- Rule {uses: [1, 3, x]} --\n(2) Two.\n"
    assert found(text, "invalid-data") == [
        (
            "{uses: [1, 3, x]}",
            "there is no row `3` that the conclusion could be drawn from",
            "the rows of this structure are numbered from 1 to 2",
        )
    ]
    assert found(text.replace(", 3, x", ""), "invalid-data") == []


EXPLODED = """
    ===
    model: {explodeArguments: true}
    ===

    <A>

    (1) [P]: One.
    (2) [Q]: Two.
    -- First {uses: [1]} --
    (3) [S]: Three.
    (4) [R]: Four.
    -- Last --
    (5) [C]: Five.

    <A>
      - <X>
      <_ <Y>
    """


def test_exploded_arguments_have_one_step_each() -> None:
    built = debate(EXPLODED)
    assert [(title, [row.title for row in item.structure]) for title, item in built.arguments.items()] == [
        ("X", []), ("Y", []), ("A - 1", ["P", "S"]), ("A - 2", ["S", "R", "C"]),
    ]  # fmt: skip
    assert relations(EXPLODED) == ["attack: <X> > <A - 2>", "undercut: <Y> > <A - 2>/2"]
    assert [(item.role, item.argument.title if item.argument else None) for item in built.statements["S"].members] == [
        (Role.CONCLUSION, "A - 1"),
        (Role.PREMISE, "A - 2"),
    ]
    inference = built.arguments["A - 1"].structure[-1].inference
    assert inference
    assert (inference.argument.title, inference.index, inference.data) == ("A - 1", 1, {})
    assert [(item.role, item.argument) for item in built.statements["Q"].members] == [(None, None)]


def test_arguments_of_one_step_are_not_exploded() -> None:
    text = "===\nmodel: {explodeArguments: true}\n===\n" + dedent(RECONSTRUCTED)
    assert list(debate(text).arguments) == ["A"]


# Sections


def test_headings_are_a_tree() -> None:
    built = debate(
        """
        # One #tag {isClosed: true}

        ### Deep

        ## Two {isGroup: false}

        # Three
        """
    )
    assert [(item.id, item.title, item.level) for item in built.sections] == [("s1", "One #tag", 1), ("s4", "Three", 1)]
    one = built.sections[0]
    assert [(item.id, item.level, item.parent) for item in one.children] == [("s2", 3, one), ("s3", 2, one)]
    assert (one.tags, one.is_closed, one.is_group) == (("tag",), True, None)
    assert (one.children[0].is_group, one.children[1].is_group) == (None, False)
    assert list(built.tags) == ["tag"]


def section_of(built: Debate, title: str) -> str | None:
    owner = built.statements.get(title) or built.arguments[title]
    return owner.section.title if owner.section else None


def test_the_section_is_where_it_is_worded_first_unless_data_say_otherwise() -> None:
    built = debate(
        """
        [A]

        # One

        [A]: Worded.
          + [B]
          + <D>: x {isInGroup: false}

        [E]: y

        # Two

        [A]: Worded again.

        [B]: Worded.

        <D>: Worded.

        [E] {isInGroup: true}

        <F>

        # Three

        <F>

        (1) x
        ----
        (2) [C]
        """
    )
    assert [section_of(built, title) for title in "ABDEFC"] == ["One", "Two", "Two", "Two", "Three", "Three"]


def test_settings_say_which_sections_are_groups() -> None:
    settings = "===\ngroup:\n  sections: {Two: {isGroup: true, isClosed: true}}\n===\n\n"
    headings = "# One {isGroup: true}\n\n# Two {isGroup: false}\n\n# Three\n"
    sections = debate(settings + headings).sections
    assert [(item.is_group, item.is_closed) for item in sections] == [(True, None), (True, True), (False, None)]
    ignoring = "===\ngroup: {ignoreIsGroup: true, ignoreIsClosed: true}\n===\n\n"
    sections = debate(ignoring + "# One {isGroup: false, isClosed: true}\n").sections
    assert [(item.is_group, item.is_closed) for item in sections] == [(None, None)]


def test_regroup_takes_the_place_of_all_sections() -> None:
    built = debate(
        """
        ===
        group:
          regroup:
          - title: Costs
            tags: [money]
            statements: [A, Nowhere]
            children:
            - {title: Inner, arguments: [B], isClosed: true}
          - {title: Others}
        ===

        # One

        [A]: x
          + <B>: y
          + <C>: z
        """
    )
    assert [(item.id, item.title, item.level) for item in built.sections] == [("s1", "Costs", 1), ("s3", "Others", 1)]
    costs = built.sections[0]
    assert (costs.tags, costs.is_group) == (("money",), True)
    assert [(item.title, item.level, item.is_closed, item.parent) for item in costs.children] == [
        ("Inner", 2, True, costs)
    ]
    assert [section_of(built, title) for title in "ABC"] == ["Costs", "Inner", None]


# What is wrong


def test_a_statement_that_is_only_referred_to() -> None:
    text = "[Build the tram]: We should.\n  + <Reason>\n  - [Buld the tram]\n  - [Reason]\n  - [Something else]\n"
    assert found(text, "undefined-claim") == [
        ("Buld the tram", "no words are given for the statement `[Buld the tram]`", "did you mean `[Build the tram]`?"),
        ("Reason", "no words are given for the statement `[Reason]`", "there is an argument of this title: `<Reason>`"),
        ("Something else", "no words are given for the statement `[Something else]`", None),
    ]


def test_an_argument_may_be_a_name_alone_unless_it_looks_mistyped() -> None:
    text = "[A]: x\n  + <Reason from safety>: Safe.\n  - <Reason from savety>\n  - <Another>\n"
    assert found(text, "undefined-claim") == [
        (
            "Reason from savety",
            "nothing is said about the argument `<Reason from savety>`",
            "did you mean `<Reason from safety>`?",
        )
    ]


@pytest.mark.parametrize(
    ("title", "known", "expected"),
    [
        ("Saftey first", "Safety first", True),
        ("safety-first", "Safety First", True),
        ("Safety fist", "Safety first", True),
        ("Objections", "Objection", True),
        ("Argument 1", "Argument 2", False),
        ("Argument A", "Argument B", False),
        ("Reply III", "Reply II", False),
        ("Unfair rules", "Fair rules", False),
        ("A1", "A2", False),
        ("Cost", "Most", False),
        ("Safety", "Comfort", False),
    ],
)
def test_what_is_a_slip_of_the_pen(title: str, known: str, expected: bool) -> None:
    assert is_slip(title, known) == is_slip(known, title) == expected


def test_slips_need_a_single_candidate() -> None:
    text = "<Reason beta>: x\n\n<Reason bets>: y\n\n[A]: z\n  + <Reason bet>\n"
    assert found(text, "undefined-claim") == []


def test_mentions_of_nothing() -> None:
    text = "# About @<Reasn>\n\n[Claim]: As @[Clam] and @<Claim> say, not @[Claim].\n  + <Reason>: @<Nothing at all>.\n"
    assert found(text, "unknown-mention") == [
        ("Reasn", "there is no argument `<Reasn>` to be mentioned", "did you mean `@<Reason>`?"),
        ("Clam", "there is no statement `[Clam]` to be mentioned", "did you mean `@[Claim]`?"),
        ("Claim", "there is no argument `<Claim>` to be mentioned", "did you mean `@[Claim]`?"),
        ("Nothing at all", "there is no argument `<Nothing at all>` to be mentioned", None),
    ]


def test_two_wordings_of_one_title() -> None:
    _, findings = resolved("[A]: One text.\n\n[A]: Another text.\n\n[A]: A third.\n")
    (differing,) = [item for item in findings if item.name == "differing-texts"]
    assert differing.primary
    assert differing.primary.text.strip() == "Another text."
    assert differing.secondary[0].span.text.strip() == "One text."


@pytest.mark.parametrize(
    "text",
    [
        "[A]: One  text.\n\n[A]: One\ntext. #tag\n",
        "[A]: One _text_.\n\n[A]: One text.\n",
        "[A]: One text. {isCanonical: true}\n\n[A]: Another text.\n",
        "<A>: One text.\n\n<A>: Another text.\n",
    ],
)
def test_the_same_words_or_a_marked_wording_are_fine(text: str) -> None:
    assert found(text, "differing-texts") == []


def test_wrong_settings_are_reported() -> None:
    assert found("===\nmodel: {mod: strict}\n===\n\n[A]: x\n", "unsupported-setting") == [
        ("mod", "there is no setting `model.mod`", "did you mean `mode`?")
    ]


def test_an_empty_document() -> None:
    built, findings = resolved("")
    assert (built.statements, built.arguments, built.relations, findings) == ({}, {}, [], [])


def test_deep_nesting_is_no_trouble() -> None:
    place = Place(0, 0)
    element = Element(True, "A", place, True, None, (), None, [], place)
    for number in range(5000):
        nested = [Nested(Symbol.SUPPORTED_BY, element, place)]
        element = Element(True, f"A{number}", place, True, None, (), None, nested, place)
    script = Manuscript("", (Piece(0, SourceFile("debate.argdown", ""), 0),))
    built, _ = resolve(Document(blocks=[element]), script)
    assert len(built.relations) == 5000
