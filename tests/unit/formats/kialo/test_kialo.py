"""What discussions of Kialo become, and how maps become such discussions."""

from dataclasses import replace
from itertools import pairwise

import pytest

from argmap.core.model import ArgumentMap, Claim, Question, Relation, RelationKind
from argmap.core.source import SourceFile
from argmap.formats.detection import format_within
from argmap.formats.kialo.placing import DEEPEST
from argmap.formats.kialo.texts import Typing, is_link, seen
from argmap.pipeline import load, write
from tests.interchange import reading, there_and_back

HEAD = "Discussion Title: Trams\n\n"


def found(text):
    return reading(HEAD + text, "kialo")[0]


def findings(text):
    return [(item.name, item.primary.line) for item in reading(HEAD + text, "kialo")[1]]


def relations(argument_map):
    return [(item.kind.value, *item.premises, item.target) for item in argument_map.relations]


def again(text):
    return write(found(text), "kialo").text.removeprefix(HEAD)


CLASSIC = [
    ("a \\(b\\) \\[c\\]", "a (b) [c]"),
    ("C:\\\\new", "C:\\new"),
    ("one\\ntwo", "one\ntwo"),
    ("a \\d \\* \\@", "a \\d * @"),
    ("Pro\\: and con", "Pro: and con"),
    ("\\-> See 1.2.", "-> See 1.2."),
    ("x [3] y", "x [3] y"),
    ("[t](https://e.org/a_\\(b\\)) u", "t u"),
    ("[ ](https://e.org)", "https://e.org"),
    ("-> See discussion #12: Streets", "Streets"),
]


@pytest.mark.parametrize(("typed", "text"), CLASSIC)
def test_texts_are_read_without_their_marks(typed, text):
    assert Typing().read(typed).text == text


@pytest.mark.parametrize("outlined", [False, True])
@pytest.mark.parametrize("link", [None, "https://e.org/a_(b)\\c"])
@pytest.mark.parametrize("text", [*(text for _, text in CLASSIC), "Sources:\n[1] x", "a\n1.1. Con:\nb", "\\", "](x"])
def test_texts_are_typed_so_that_they_are_read_again(text, link, outlined):
    typing = Typing(outlined, {"1": "https://example.org", "3": "https://example.org"})
    assert typing.read(typing.write(text, link)) == (text, link)


def test_the_first_address_that_can_be_followed_is_the_link():
    assert found("1. [a](javascript:x) [b](https://e.org/b) [c](https://e.org/c)\n").claims[0].link == "https://e.org/b"
    assert not is_link("ftp://e.org")
    assert not is_link("https://e.org/a b")


@pytest.mark.parametrize("typed", ["-> See 1.2.", "->  see 1.2", "→ See 1.2."])
def test_links_to_other_claims(typed):
    assert seen(typed) == "1.2"


def test_a_link_lets_a_claim_bear_on_a_second_one_in_its_own_way():
    text = "1. a\n1.1. Pro: b\n1.2. Con: c\n1.2.1. Con: -> See 1.1.\n"
    assert relations(found(text)) == [("support", "b", "a"), ("attack", "c", "a"), ("attack", "b", "c")]
    assert again(text) == text


def test_a_link_may_come_before_its_claim_and_lead_to_a_link():
    text = "1. a\n1.1. Pro: b\n1.1.1. Con: -> See 1.2.\n1.2. Con: -> See 1.3.\n1.3. Pro: c\n"
    assert relations(found(text)) == [
        ("support", "b", "a"),
        ("attack", "c", "b"),
        ("attack", "c", "a"),
        ("support", "c", "a"),
    ]
    assert there_and_back(found(text), "kialo") == found(text)


def test_what_stands_below_a_link_bears_on_the_claim_that_it_leads_to():
    text = "1. a\n1.1. Pro: b\n1.2. Con: c\n1.2.1. Con: -> See 1.1.\n1.2.1.1. Pro: d\n"
    assert ("support", "d", "b") in relations(found(text))


def test_what_stands_below_a_link_to_itself_is_kept():
    argument_map = found("1. a\n1.1. Pro: -> See 1.1.1.\n1.1.1. Con: b\n")
    assert [item.text for item in argument_map.claims] == ["a", "b"]


def test_several_theses_answer_the_question_above_them():
    argument_map = found("1. Where?\n1.1. Here.\n1.1.1. Pro: Near.\n1.2. There.\n1.3. -> See 1.1.1.\n")
    assert [item.text for item in argument_map.questions] == ["Where?"]
    assert {item.text: item.answers for item in argument_map.claims} == {
        "Here.": ("where",),
        "Near.": ("where",),
        "There.": ("where",),
    }


def test_numbers_are_kept_where_some_are_missing():
    text = "1. a\n1.2. Pro: b\n1.2.4. Con: c\n1.3. Con: d\n"
    assert again(text) == text
    assert found(text).claims[1].data == {"kialo": {"number": "1.2"}}
    assert found(text).claims[3].data == {}


def test_lines_in_another_order_are_put_in_the_order_of_their_numbers():
    text = "1. a\n1.1. Pro: b\n1.10. Con: d\n1.2. Pro: c\n"
    assert [item.id for item in found(text).claims] == ["a", "b", "c", "d"]


def test_a_line_without_a_number_goes_on_with_the_claim_before_it():
    argument_map = found("1. a\nb\n\n  1. c\n1.1. Pro: d\n")
    assert [item.text for item in argument_map.claims] == ["a\nb\n\n  1. c", "d"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. a\n1.1. Pro: -> See 1.7.\n", [("dangling-edge", 4)]),
        ("1. a\n1.1. Pro: -> See 1.\n", [("looping-edge", 4)]),
        ("1. a\n1.1. Pro: b\n1.2. c\n", [("edge-without-step", 5)]),
        ("1. a\n1.3.1. Pro: b\n", [("dangling-edge", 4)]),
        ("1. a\n1.1. Pro:\n", [("node-without-text", 4)]),
        ("1. a\n2. Con: b\n", [("edge-without-step", 4)]),
        ("1. a\n1.1. b\n1.2. c\n1.3. Pro: d\n", [("edge-without-step", 6)]),
    ],
)
def test_what_is_wrong_is_told_and_kept(text, expected):
    assert findings(text) == expected
    assert again(text) == text
    assert there_and_back(found(text), "kialo") == found(text)


def test_repeated_numbers_are_told_and_become_others():
    text = "1. a\n1.1. Pro: b\n1.1. Con: c\n1.2. Con: -> See 1.1.\n"
    assert findings(text) == [("repeated-node", 5)]
    assert relations(found(text))[2] == ("attack", "b", "a")
    assert again(text) == "1. a\n1.1. Pro: b\n1.2. Con: c\n1.3. Con: -> See 1.1.\n"


@pytest.mark.parametrize("text", ["", "\n", "Some words.\n", "[]"])
def test_what_is_no_discussion_is_refused(text):
    loaded = load(SourceFile("x", text), "kialo")
    assert loaded.map is None
    assert [item.name for item in loaded.diagnostics] == ["syntax-error"]


def test_places_are_those_of_the_file_whatever_its_line_ends():
    for line_end in ("\n", "\r\n", "\r"):
        text = f"{HEAD}1. é\n1.1. Pro: \u00fcber\n".replace("\n", line_end)
        argument_map, _ = reading(text, "kialo")
        span = argument_map.claims[1].spans["text"]
        assert span.text == "über"
        assert argument_map.relations[0].spans["id"].text == "1.1."
        assert write(argument_map, "kialo").text == text


def test_a_changed_text_is_typed_anew_and_the_rest_stays():
    text = "1. a [b](https://e.org)\n1.1. Pro: c [d](https://e.org)\n"
    argument_map = found(text)
    first = replace(argument_map.claims[0], text="a (x)")
    changed = replace(argument_map, claims=(first, argument_map.claims[1]))
    assert write(changed, "kialo").text == f"{HEAD}1. [a \\(x\\)](https://e.org)\n1.1. Pro: c [d](https://e.org)\n"


def claims(*names):
    return tuple(Claim(name, f"Claim {name}") for name in names)


def relation(kind, premises, target):
    return Relation(f"{'+'.join(premises)}-{target}", RelationKind(kind), tuple(premises), target, True)


def written(argument_map):
    return write(argument_map, "kialo").text


def losses(argument_map):
    return {item.what: item.where for item in write(argument_map, "kialo").losses}


def test_each_claim_stands_once():
    argument_map = ArgumentMap(
        title="T",
        claims=claims("a", "b", "c"),
        relations=(relation("support", "b", "a"), relation("attack", "c", "a"), relation("attack", "b", "c")),
    )
    assert written(argument_map) == (
        "Discussion Title: T\n\n1. Claim a\n1.1. Pro: Claim b\n1.2. Con: Claim c\n1.2.1. Con: -> See 1.1.\n"
    )
    assert losses(argument_map).keys() == {"ids of relations"}


def test_circles_are_opened_by_a_link():
    argument_map = ArgumentMap(
        claims=claims("a", "b"), relations=(relation("support", "a", "b"), relation("support", "b", "a"))
    )
    assert written(argument_map) == ("Discussion Title:\n\n1. Claim a\n1.1. Pro: Claim b\n1.1.1. Pro: -> See 1.\n")


def test_linked_premises_stand_side_by_side_and_undercuts_not_at_all():
    linked, undercut = relation("support", "bc", "a"), relation("attack", "d", "b+c-a")
    argument_map = ArgumentMap(claims=claims("a", "b", "c", "d"), relations=(linked, undercut))
    assert written(argument_map).endswith("1. Claim a\n1.1. Pro: Claim b\n1.2. Pro: Claim c\n2. Claim d\n")
    assert losses(argument_map)["linked premises"] == ("b+c-a",)
    assert losses(argument_map)["undercuts"] == ("d-b+c-a",)


def test_a_conflict_is_a_con_on_either_side():
    argument_map = ArgumentMap(claims=claims("a", "b"), relations=(relation("conflict", "a", "b"),))
    assert written(argument_map).endswith("1. Claim a\n1.1. Con: -> See 2.\n2. Claim b\n2.1. Con: -> See 1.\n")
    assert losses(argument_map)["symmetric conflicts"] == ("a-b",)


def test_questions_are_told_from_theses():
    argument_map = ArgumentMap(
        claims=(Claim("a", "A", answers=("q",)), Claim("b", "B")), questions=(Question("q", "Q?"), Question("r", "R?"))
    )
    assert written(argument_map).endswith("1. Q?\n1.1. A\n2. Question: R?\n3. B\n")
    back = there_and_back(argument_map, "kialo")
    assert ([item.text for item in back.questions], [item.text for item in back.claims]) == (["Q?", "R?"], ["A", "B"])


def test_links_that_are_no_addresses_are_lost():
    argument_map = ArgumentMap(claims=(Claim("a", "A", link="notes.txt"),))
    assert losses(argument_map) == {"links of claims that are no web addresses": ("a",)}


def test_what_lies_very_deep_is_a_thesis_of_its_own():
    names = [f"c{number}" for number in range(3 * DEEPEST)]
    argument_map = ArgumentMap(
        claims=claims(*names),
        relations=tuple(relation("support", [lower], upper) for upper, lower in pairwise(names)),
    )
    text = written(argument_map)
    assert max(map(len, text.splitlines())) < 3 * DEEPEST
    back = there_and_back(argument_map, "kialo")
    assert len(back.relations) == len(argument_map.relations)
    assert written(back) == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Discussion Title: x\n\n1. a\n", "kialo"),
        ("Discussion Name:\nx\n\n1. Thesis:\na\n", "kialo"),
        ("\ufeffdiscussion title: x\r\n\r\n1. a\r\n", "kialo"),
        ("1. a\n1.1. Pro: b\n", "kialo"),
        ("1. Buy milk.\n2. Buy bread.\n", "yaml"),
        ("Discussion Title: x\nNothing else\nfollows here\n", "yaml"),
    ],
)
def test_discussions_are_known_by_their_content(text, name):
    assert format_within(text).name == name
