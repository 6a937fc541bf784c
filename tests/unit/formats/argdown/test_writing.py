"""Writing debates as Argdown texts: how they are laid out, and that they come back."""

from textwrap import dedent

import pytest

from argmap import convert, loads
from argmap.formats.argdown.debate.model import Debate, Member, Role, Statement
from argmap.formats.argdown.text.syntax import Place
from argmap.formats.argdown.writing.data_text import braces, front_matter
from argmap.formats.argdown.writing.writing import write_debate
from tests.argdown_debates import DebateOf
from tests.argdown_texts import debate_in


def free(text: str) -> Debate:
    """The debate in a text, with nothing said of where its members stand."""
    debate, found = debate_in(dedent(text).lstrip("\n"))
    assert found == []
    for item in (*debate.statements.values(), *debate.arguments.values()):
        for member in item.members:
            member.role, member.is_top_level = (None, False) if member.argument is None else (member.role, False)
    return debate


def laid_out(text: str) -> str:
    return write_debate(free(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[Tram]: A tram. #a #(b c) {x: 1}\n", id="a statement"),
        pytest.param("Words *alone*.\n", id="a statement without a title"),
        pytest.param("<Cost>: It costs.\n", id="an argument"),
        pytest.param("[Tram]\n  - <Cost> #a {x: 1}\n", id="nothing but mentions"),
        pytest.param(
            "[A]: a\n  + [B]: b\n    - <C>: c\n  - [D]: d\n  >< [E]: e\n", id="reasons below what they are for"
        ),
        pytest.param("[A]: a\n\n[B]: b\n  - [C]: c\n    +> [A]\n", id="more than one relation"),
        pytest.param("[A]: a\n\n[B]: b\n\n[C]: c\n  - [A]\n", id="what comes before, below what comes after"),
        pytest.param("<A>: a\n  <_ [B]: b\n", id="an undercut of an argument"),
        pytest.param("[A]: a\n\n[B]: b\n  _> [A]\n", id="an undercut of a statement"),
        pytest.param("[A]: a\n\n[C]: c\n\n[B]: b\n\n[A]\n  >< [B]\n", id="a contradiction keeps its direction"),
        pytest.param("[A]: first\n\n[A]: second\n", id="two wordings"),
        pytest.param("# One #a {x: 1}\n\n[A]: a\n\n### Two\n\n[B]: b\n\n# Three\n", id="sections"),
        pytest.param("===\ntitle: T\nmodel: {mode: strict}\n===\n\n[A]: a\n  + [B]: b\n", id="front matter"),
        pytest.param("<A>: a\n\n(1) [P]: p\n(2) q\n-----\n(3) [C]: c\n", id="a structure"),
        pytest.param("[C]: c\n\n(1) [P]: p\n(2) [Q]: q\n-----\n(3) [C]\n", id="a structure without an argument"),
        pytest.param(
            "<A>: a\n\n(1) [P]: p\n--\nModus ponens, Other {uses: [1]}\n--\n(2) [S]: s\n-----\n(3) [C]: c\n",
            id="rules and data of an inference",
        ),
        pytest.param("<A>: a\n\n(1) [P]: p\n-----\n(2) [C]: c\n\n[U]: u\n  _> <A>\n", id="an undercut by name"),
        pytest.param(
            "[C]: c\n\n[U]: u\n\n(1) [P]: p\n-----\n  <_ [U]\n(2) [C]\n", id="an undercut of what has no name"
        ),
        pytest.param(
            "[C]: c\n\n(1) [P]: p\n-----\n  <_ [U]: u\n    - [V]: v\n(2) [D]: d\n", id="an undercut defined where it is"
        ),
    ],
)
def test_texts_in_this_form_are_written_as_they_are(text):
    assert laid_out(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param(
            """
            [A]: a
                <+   [B]: b
                   in two lines
            """,
            "[A]: a\n  + [B]: b in two lines\n",
            id="signs and indentation",
        ),
        pytest.param(
            "[A]: a\n\n[B]: b\n  +> [A]\n\n[C]: c\n  -> [B]\n", "[A]: a\n  + [B]: b\n    - [C]: c\n", id="nesting"
        ),
        pytest.param("[A]: a\n\n# S\n\n[B]: b\n  +> [A]\n", None, id="no nesting over a heading"),
        pytest.param(
            "<A>: a\n\n[C]: c\n\n<A>\n\n(1) [P]: p\n-----\n(2) [C]\n", None, id="a structure after what it speaks of"
        ),
        pytest.param(
            "<A>: a\n\n[P]: p\n\n(1) [P]\n-----\n(2) [C]: c\n",
            None,
            id="a structure without an argument keeps away from arguments",
        ),
    ],
)
def test_layout(text, written):
    assert laid_out(text) == (written or text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<A>\n\n(1) p\n-----\n(2) c\n\ns\n  - <A>\n", id="by its argument"),
        pytest.param("<A>\n\n(1) p\n-----\n(2) c\n  -> d\n    + e\n", id="by standing above"),
        pytest.param("<A>\n\n<B>\n\n(1) p\n-----\n  <_ <A>\n(2) c\n\n<A>\n\n(1) q\n-----\n(2) d\n", id="as undercut"),
    ],
)
def test_conclusions_without_titles_can_have_relations(text):
    debate, found = debate_in(text)
    written = write_debate(debate)
    again, found_again = debate_in(written)
    assert (found, found_again) == ([], [])
    assert [(item.type, item.source.title) for item in again.relations] == [
        (item.type, item.source.title) for item in debate.relations
    ]
    assert write_debate(again) == written


def test_what_undercuts_a_structure_is_defined_there_if_it_comes_before_the_conclusion():
    text = "<A>: a\n\n(1) [P]: p\n-----\n  <_ [U]: u\n(2) [C]: c\n"
    assert laid_out(text) == text


def test_paragraphs_stay_paragraphs():
    text = "[A]: a\n\n[B]: b\n  +> [A]\n"
    assert write_debate(debate_in(text)[0]) == text


def test_nesting_has_an_end():
    made = DebateOf()
    made.statement("0", "text")
    for number in range(1, 40):
        made.statement(str(number), "text", role=None)
        made.relate(str(number), "support", str(number - 1))
    for item in made.debate.statements.values():
        item.members[0].is_top_level = False
    written = write_debate(made.debate)
    assert max(len(line) - len(line.lstrip()) for line in written.splitlines()) == 12
    again, found = debate_in(written)
    assert (found, list(again.statements)) == ([], list(made.debate.statements))
    assert len(again.relations) == 39


def titled(title: str, number: int, section=None) -> Statement:
    member = Member(title, text=title.lower(), section=section, place=Place(number, number))
    return Statement(title, members=[member], section=section)


def test_the_order_holds_when_sections_part_what_belongs_together():
    made = DebateOf()
    one, two = made.section("one", 1), made.section("two", 1)
    for number, (title, section) in enumerate([("Thesis", None), ("A", one), ("B", two), ("C", one)]):
        made.debate.statements[title] = titled(title, number, section)
    made.relate("A", "support", "Thesis")
    made.relate("B", "attack", "Thesis")
    written = write_debate(made.debate)
    assert written == (
        "[Thesis]: thesis\n  + [A]\n  - [B]\n\n# Section one\n\n[A]: a\n\n[C]: c\n\n# Section two\n\n[B]: b\n"
    )
    assert list(debate_in(written)[0].statements) == ["Thesis", "A", "B", "C"]


def test_words_are_escaped_and_markup_is_kept():
    debate = Debate()
    debate.statements["A"] = Statement("A", members=[Member("A", text="*a* #b")])
    debate.statements["B"] = Statement("B", members=[Member("B", text="a", markup="*a*", tags=("b", "c d"))])
    assert write_debate(debate) == "[A]: \\*a* \\#b\n\n[B]: *a* #b #(c d)\n"


def test_what_cannot_be_said_is_left_out():
    made = DebateOf()
    made.argument("<A", "a")
    made.argument("<B", "b")
    made.debate.arguments = {"A": made.debate.arguments.pop("<A"), "B": made.debate.arguments.pop("<B")}
    for title, item in made.debate.arguments.items():
        item.title = title
    made.relate("<A>", "contradictory", "<B>")
    assert write_debate(made.debate) == "<A>: a\n\n<B>: b\n"


def test_a_structure_without_an_argument_is_kept_from_the_argument_above_it():
    text = "[C]: c\n\n[P]: p\n\n<A>: a\n\n[P]\n\n(1) [P]\n-----\n  <_ <A>\n(2) [C]\n"
    assert write_debate(debate_in(text)[0]) == text


def test_an_empty_debate():
    assert write_debate(Debate()) == ""


# Data


@pytest.mark.parametrize(
    ("data", "written"),
    [
        ({"a": 1, "b": [True, None, 0.5]}, "{a: 1, b: [true, null, 0.5]}"),
        ({"a": {"b": {}}}, "{a: {b: {}}}"),
        ({"a": "true", "b": "1", "c": "two words"}, '{a: "true", b: "1", c: two words}'),
        ({"a": "x } {y"}, r'{"a": "x \x7d \x7by"}'),
        ({"a": "x]: y"}, '{\n  a: "x]: y"\n}'),
        ({"a": "x } y", "b": "]: z"}, r'{"a": "x \x7d y", "b": "\x5d: z"}'),
        ({"a": "long " * 20, "b": 1}, '{\n  a: "' + "long " * 20 + '"\n  b: 1\n}'),
    ],
)
def test_data_in_braces(data, written):
    assert braces(data) == written
    debate, found = debate_in(f"[A] {written}\n  + [B]: b {braces(data, '  ')}\n\na }} b\n")
    assert (found, debate.statements["A"].data, debate.statements["B"].data) == ([], data, data)


@pytest.mark.parametrize(
    "settings", [{"title": "A tram?", "argmap": {"version": 1}}, {"a": "=====", "b": ["x\ny", {}]}, {"===": "{"}]
)
def test_front_matter(settings):
    debate, found = debate_in(f"{front_matter(settings)}\n\n[A]: a\n")
    assert (found, debate.settings, list(debate.statements)) == ([], settings, ["A"])


def test_roles_of_relations_are_kept():
    debate, _ = debate_in("a\n  + b\n    -> c\n")
    assert [item.members[0].role for item in debate.statements.values()] == [Role.TOP_LEVEL, *[Role.IN_RELATION] * 2]
    assert write_debate(debate) == "a\n  + b\n    -> c\n"


def test_an_undercut_without_a_title_stays_under_its_line_beside_one_that_has_one() -> None:
    text = "<A>: sums up.\n\n(1) P.\n----\n  <_ That does not follow.\n(2) [C]: C.\n\n<U>\n  _> <A>\n"
    assert "-----\n  <_ That does not follow.\n(2)" in convert(loads(text, "argdown"), "argdown")


def test_a_tag_before_a_full_stop_is_not_written_twice() -> None:
    text = "[M]: Some *bold* words #tag.\n  + [N]: More.\n"
    assert convert(loads(text, "argdown"), "argdown").count("#tag") == 1
