"""How explanations, changes and sensitivities are told: to people, to programs."""

import json
from dataclasses import replace

import pytest

from argmap.core.labelling import Label
from argmap.core.model import Claim
from argmap.diagram.columns import columns
from argmap.reporters.answers import ANSWER_FORMATS, Account
from argmap.semantics.explanation.change import what_if
from argmap.semantics.explanation.sensitivity import sensitivity
from argmap.semantics.explanation.why import why
from tests.debates import debate

TITLES = {"a": "Too dear", "b": "Build the tram", "c": "A grant pays for it", "d": "The grant is gone"}


def titled(shown):
    return replace(shown, claims=tuple(replace(item, title=TITLES.get(item.id)) for item in shown.claims))


def told(shown, content, how="text", **options):
    return ANSWER_FORMATS[how].write(Account(shown, content, **{"width": 100, **options}))


def explained(shown, claim, *arguments, width=100, **options):
    shown = titled(shown)
    return told(shown, why(shown, claim, *arguments, **options), width=width)


def test_the_first_sentence_says_it_all():
    assert explained(debate("ab", "a ! b"), "b") == (
        "“Build the tram” falls: it is attacked by “Too dear”, which nothing answers.\n"
    )


@pytest.mark.parametrize(
    ("relations", "claim", "text"),
    [
        ([], "a", "“Too dear” stands: nothing attacks it.\n"),
        (
            ["a ! b", "c ! a"],
            "b",
            "“Build the tram” stands: the only attack on it, by “Too dear”, fails because that claim falls: it is "
            "attacked by “A grant pays for it”, which nothing answers.\n",
        ),
        (
            ["a > b", "c ! a > b"],
            "b",
            "“Build the tram” falls: its only support, by “Too dear”, fails: the step is undercut by “A grant pays for "
            "it”, which nothing answers.\n",
        ),
        (
            ["a + c > b", "d ! c"],
            "b",
            "“Build the tram” falls: its only support, by “Too dear” together with “A grant pays for it”, fails "
            "because “A grant pays for it”, which it cannot do without, falls: it is attacked by “The grant is gone”, "
            "which nothing answers.\n",
        ),
        (
            ["a > b"],
            "b",
            "“Build the tram” stands: it is supported by “Too dear”, and nothing attacks either.\n",
        ),
        (
            ["a = b"],
            "a",
            "“Too dear” is undecided: it is in conflict with “Build the tram”, and nothing settles which of the two "
            "gives way.\n",
        ),
        (
            ["a ! b", "b ! a"],
            "a",
            "“Too dear” is undecided: it and “Build the tram” attack each other, and nothing settles which of the two "
            "gives way.\n",
        ),
        (
            ["a ! b", "b ! c", "c ! a"],
            "a",
            "“Too dear” is undecided: “Too dear” attacks “Build the tram”, “Build the tram” attacks “A grant pays "
            "for it” and “A grant pays for it” attacks “Too dear”; with an odd number of attacks, whatever stood in "
            "this circle would bring itself down.\n",
        ),
        (["a ! a"], "a", "“Too dear” is undecided: it attacks itself, so that it can neither stand nor fall.\n"),
        (
            ["a > b", "b > a"],
            "a",
            "“Too dear” falls: it is supported only in a circle: “Too dear” supports “Build the tram” and “Build the "
            "tram” supports “Too dear”.\n",
        ),
    ],
)
def test_every_pattern_has_its_sentence(relations, claim, text):
    assert explained(debate("abcd", *relations), claim, width=1000) == text


def test_an_undercut_of_an_undercut_is_named_for_what_it_is():
    assert explained(debate("abcd", "a > b", "c ! a > b", "d ! c ! a > b"), "b", width=90) == (
        "“Build the tram” stands: it is supported by “Too dear”, which stands, and the undercut of\n"
        "that step by “A grant pays for it” fails; and nothing attacks it.\n"
        "├─ ✓ “Too dear” stands because nothing attacks it\n"
        "└─ ✗ the undercut by “A grant pays for it” fails: the step is undercut by “The grant is\n"
        "     gone”, which nothing answers\n"
    )


def test_hanging_on_a_conflict_names_the_way_and_the_circle_once():
    assert explained(debate("abcd", "a = c", "a > d", "d ! b"), "b") == (
        "“Build the tram” is undecided: it hangs on a conflict that nothing settles: “Too dear” and “A grant\n"
        "pays for it” are in conflict, and nothing settles which of the two gives way.\n"
        "└─ ◐ attacked by “The grant is gone”, which is undecided by way of the same conflict\n"
        "   └─ ◐ supported by “Too dear”, which is undecided by the same conflict\n"
    )


def test_some_and_other_labellings():
    text = explained(debate("ab", "a = b"), "a", "preferred")
    assert text.startswith("In some of the 2 preferred labellings, “Too dear” stands: in its only conflict, with")
    assert "\n\nIn other preferred labellings, “Too dear” falls: it is in conflict with “Build the tram”" in text


def test_the_words_follow_the_reading():
    shown = debate("abc", "a > b", "c ! b")
    assert explained(shown, "a", support="deductive", width=1000) == (
        "“Too dear” falls: accepting it would commit to “Build the tram”, which falls because it is attacked by “A "
        "grant pays for it”, which nothing answers.\n"
    )
    needy = debate("abc", "a > b", "c ! a")
    assert explained(needy, "b", support="necessary", width=1000) == (
        "“Build the tram” falls: it needs “Too dear”, which falls because it is attacked by “A grant pays for it”, "
        "which nothing answers.\n"
    )


def test_no_answer():
    assert explained(debate("a", "a ! a"), "a", "stable") == "There is no answer to explain.\n"


def test_strengths_largest_first():
    shown = titled(debate("abc", "a > b", "c ! b", scores={"a": 0.8, "c": 0.4}))
    assert told(shown, why(shown, "b", "df-quad")) == (
        "“Build the tram” has strength 0.70, up from its base score of 0.50: “Too dear” adds most (+0.40) and\n"
        "“A grant pays for it” takes away most (−0.20).\n"
        "In front, what the claim above would lose or gain without that reason; gradient, how fast its\n"
        "strength grows with the weight of that reason.\n"
        "├─ +0.40 supported by “Too dear” (0.80), gradient +0.40\n"
        "└─ −0.20 attacked by “A grant pays for it” (0.40), gradient −0.20\n"
    )


def test_names_are_bold_in_colour_and_quoted_without():
    shown = titled(debate("ab", "a ! b"))
    text = told(shown, why(shown, "b"), colour=True)
    assert "“" not in text
    assert "\x1b[1mBuild the tram\x1b[0m falls" in text
    assert "\x1b" not in told(shown, why(shown, "b"))


def test_plain_terminals_get_plain_signs():
    shown = titled(debate("abcd", "a > b", "c ! a > b", "d ! c ! a > b"))
    for content in (
        why(shown, "b"),
        why(shown, "b", "df-quad"),
        what_if(shown, {"d": Label.OUT}),
        sensitivity(shown, "b"),
    ):
        assert told(shown, content, unicode=False).isascii()


@pytest.mark.parametrize("width", [40, 60])
def test_lines_keep_to_the_width(width):
    shown = titled(debate("abcdefgh", "a ! b", "c ! a", "d ! c", "e ! d", "f ! e", "g + h ! f", "b = g"))
    for content in (
        why(shown, "b"), why(shown, "b", "df-quad"), why(shown, "b", "preferred"),
        what_if(shown, {"d": Label.OUT}), sensitivity(shown, "b"), sensitivity(shown, "b", "df-quad"),
    ):  # fmt: skip
        assert max(columns(line) for line in told(shown, content, width=width).splitlines()) <= width


def test_no_text_of_a_map_can_steer_a_terminal():
    shown = debate("ab", "a ! b")
    shown = replace(shown, claims=(Claim("a", "Red \x1b[31m and \u202eback"), shown.claims[1]))
    for content in (
        why(shown, "b"),
        what_if(shown, {"a": Label.OUT}),
        sensitivity(shown, "b"),
        why(shown, "b", "df-quad"),
    ):
        text = told(shown, content)
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_a_change_in_words():
    shown = titled(debate("abcd", "a + d ! b", "c ! a"))
    assert told(shown, what_if(shown, {"c": Label.OUT})) == (
        "If “A grant pays for it” fell, 3 claims would change (grounded semantics).\n"
        "  ✓ “Too dear” stands, where it fell\n"
        "  ✗ “Build the tram” falls, where it stood\n"
        "  ✗ “A grant pays for it” falls, where it stood\n"
    )


def test_a_change_of_an_undercut_step_is_told():
    shown = titled(debate("abc", "a > b", "c ! a > b"))
    assert "the step from “Too dear” to “Build the tram” takes effect, where it was without" in told(
        shown, what_if(shown, {"c": Label.OUT})
    )


def test_a_change_of_strengths():
    shown = titled(debate("ab", "a ! b"))
    assert told(shown, what_if(shown, {"a": 1.0}, "df-quad")) == (
        "If “Too dear” had a base score of 1, 2 claims would change (strength by DF-QuAD).\n"
        "  “Too dear” 0.50 → 1.00 (+0.50)\n"
        "  “Build the tram” 0.25 → 0.00 (−0.25)\n"
    )


def test_no_change():
    shown = titled(debate("ab", "a ! b"))
    assert told(shown, what_if(shown, {"a": Label.IN})) == "If “Too dear” stood, nothing would change.\n"


def test_what_a_conclusion_hangs_on():
    shown = titled(debate("abcde", "a > b", "c > b", "d > a", "e > b", "e ! e"))
    assert told(shown, sensitivity(shown, "b")) == (
        "“Build the tram” stands (grounded semantics). It would no longer stand if any of these fell:\n"
        "  - “Too dear” and “A grant pays for it” together\n"
        "  - “A grant pays for it” and “The grant is gone” together\n"
        "\n"
        "what it hangs on       if it fell  if it stood  sets\n"
        "“A grant pays for it”                           2\n"
        "“Too dear”                                      1\n"
        "“The grant is gone”                             1\n"
        "1 other claim that leads to it makes no difference, alone or in a set of up to 3.\n"
    )


def test_nothing_flips_it():
    shown = titled(debate("ab"))
    assert told(shown, sensitivity(shown, "a")) == (
        "“Too dear” stands (grounded semantics). No other claim leads to it.\n"
    )


def test_programs_get_every_part():
    shown = titled(debate("abc", "a = b", "c > a"))
    found = json.loads(told(shown, why(shown, "a"), "json", file="tram.argmap.yaml"))
    assert {key: found[key] for key in ("version", "file", "kind", "semantics", "claim", "complete")} == {
        "version": 1,
        "file": "tram.argmap.yaml",
        "kind": "explanation",
        "semantics": "grounded",
        "claim": "a",
        "complete": True,
    }
    (case,) = found["cases"]
    root = case["root"]
    assert (root["id"], root["label"], root["pattern"]) == ("a", "undecided", "conflict")
    assert root["circle"] == {"kind": "mutual-attack", "relations": ["a = b", "a = b"], "claims": ["a", "b"]}
    assert [child["role"] for child in root["children"]] == ["conflict", "support"]


def test_programs_get_strengths_changes_and_sensitivity():
    shown = titled(debate("ab", "a ! b"))
    strength = json.loads(told(shown, why(shown, "b", "df-quad"), "json"))["cases"][0]["root"]
    assert (strength["strength"], strength["base"]) == (0.25, 0.5)
    assert strength["children"][0]["contribution"] == {"removal": -0.25, "gradient": -0.25}
    change = json.loads(told(shown, what_if(shown, {"a": Label.OUT}), "json"))
    assert (change["kind"], change["forced"]) == ("change", {"a": "out"})
    assert change["claims"] == [
        {"id": "a", "before": "in", "after": "out"},
        {"id": "b", "before": "out", "after": "in"},
    ]
    hanging = json.loads(told(shown, sensitivity(shown, "b"), "json"))
    assert (hanging["value"], hanging["sets"]) == ("out", [["a"]])
    assert hanging["influences"] == [{"claim": "a", "if_out": "in", "if_in": "out", "sets": 1, "gradient": None}]
