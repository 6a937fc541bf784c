"""Things taken out of YAML maps: with what belongs to them, and nothing else."""

from argmap.editing.operations import Extract, Move, Remove
from tests.edited import claims, edited, refused

TRAM = """\
argmap: 1

speakers:
  mayor: The mayor
  shops: The shops  # two of them

questions:
  build: Should it be built?

claims:
  # -- The plan ---

  # what it is all about
  # (a second line)
  tram: {text: We should build it., answers: build, by: [mayor, shops]}  # yes

  # it is faster
  faster:
    text: >-
      A tram halves
      the trip.
    by: shops
    supports: tram  # why not
    # so much for that

  # -- The money ---

  cost:
    text: It costs.
    attacks:
      - tram
      # the step
      - faster -> tram

groups:
  money: {members: [cost], parent: all}
  all:
    title: All of it
    members:
    - tram
    - faster  # of course
    note: n
"""


def test_a_claim_goes_with_its_comments_and_all_that_hangs_on_it():
    assert edited(TRAM, Remove(("faster",), True)) == TRAM.replace(
        """\
  # it is faster
  faster:
    text: >-
      A tram halves
      the trip.
    by: shops
    supports: tram  # why not
    # so much for that

""",
        "",
    ).replace("      # the step\n      - faster -> tram\n", "").replace("    - faster  # of course\n", "")


def test_the_heading_above_a_claim_stays():
    assert edited(TRAM, Remove(("tram",), True)) == TRAM.replace(
        """\
  # what it is all about
  # (a second line)
  tram: {text: We should build it., answers: build, by: [mayor, shops]}  # yes

""",
        "",
    ).replace("    supports: tram  # why not\n", "").replace(
        "    attacks:\n      - tram\n      # the step\n      - faster -> tram\n", ""
    ).replace("    - tram\n", "")


def test_a_relation():
    text = claims("a: x", "b: {text: y, supports: [a, c]}", "c: {text: z, attacks: a, note: n}")
    assert edited(text, Remove(("b -> a",))) == text.replace("[a, c]", "[c]")
    assert edited(text, Remove(("b->a", "b -> c"))) == text.replace(", supports: [a, c]", "")
    assert edited(text, Remove(("c -> a",))) == text.replace("attacks: a, ", "")


def test_a_speaker_with_what_refers_to_it():
    assert edited(TRAM, Remove(("shops",), True)) == TRAM.replace("  shops: The shops  # two of them\n", "").replace(
        "[mayor, shops]", "[mayor]"
    ).replace("    by: shops\n", "")


def test_a_section_goes_with_its_last_entry():
    assert edited(TRAM, Remove(("build",), True)) == TRAM.replace(
        "questions:\n  build: Should it be built?\n\n", ""
    ).replace("answers: build, ", "")


def test_members_of_a_group_leave_it_and_groups_in_it_go_up():
    assert edited(TRAM, Remove(("all",))) == TRAM.partition("  all:")[0].replace(", parent: all", "")
    text = claims("a: x") + "groups: {top: [a], mid: {members: [], parent: top}, low: {members: [], parent: mid}}\n"
    assert edited(text, Remove(("mid",))) == text.replace(" mid: {members: [], parent: top},", "").replace(
        "parent: mid", "parent: top"
    )


def test_a_group_of_which_nothing_is_left_stays():
    text = (
        claims("a: x", "b: y")
        + "groups:\n  g: [a]\n  h:\n    - a  # one\n  i: {members: [a]}\n  j:\n    members: [a]\n"
    )
    assert edited(text, Remove(("a",))) == claims("b: y") + "groups:\n  g: []\n  h: []\n  i: {}\n  j: {}\n"


def test_a_name_in_a_number_of_a_relation_is_kept_up():
    text = claims("a: x", "b: {text: y, supports: [a, {to: a, note: n}]}", "c: {text: z, attacks: b -> a (2)}")
    assert edited(text, Remove(("b -> a",))) == text.replace("[a, {to", "[{to").replace(" (2)", "")


def test_the_first_field_behind_a_dash_and_the_last_of_a_file():
    text = claims("a: x", "b: y") + "relations:\n  - kind: support\n    by: p\n    premises: b\n    target: a"
    assert edited(text + "\nspeakers: {p: P}", Remove(("p",), True)) == text.replace("    by: p\n", "")
    swapped = text.replace("kind: support\n    by: p", "by: p  # he\n    kind: support")
    assert edited(swapped + "\nspeakers: {p: P}\n", Remove(("p",), True)) == text.replace("    by: p\n", "") + "\n"


def test_line_ends():
    text = "argmap: 1\r\nclaims:\r\n  a: x\r\n  # b\r\n  b: >-\r\n    y\r\n    z\r\n"
    assert edited(text, Remove(("b",))) == "argmap: 1\r\nclaims:\r\n  a: x\r\n"
    assert edited(text.removesuffix("\r\n"), Remove(("b",))) == "argmap: 1\r\nclaims:\r\n  a: x"


def test_a_comment_does_not_become_part_of_a_text():
    text = "argmap: 1\nclaims:\n  a: x\ndescription: >-\n  on and\n  on\ntitle: T\n\n  # note\nlanguage: en\n"
    after = edited(text, Extract(("a",)))
    assert after == text
    assert edited(text.replace("title: T", "speakers: {p: P}"), Remove(("p",))) == text.replace("title: T\n\n  ", "\n")


def test_flow_over_several_lines():
    text = claims("a: x", "b: y", "c: z") + "groups: {  # all\n  # g\n  g: [a, b],  # one\n\n  h: [c]  # two\n  }\n"
    assert edited(text, Remove(("g",))) == text.replace("  # g\n  g: [a, b],  # one\n\n", "\n")
    assert edited(text, Remove(("h",))) == text.replace("],  # one", "]  # one").replace("  h: [c]  # two\n", "")
    assert edited(text, Remove(("g", "h"))) == claims("a: x", "b: y", "c: z")
    assert edited(text, Remove(("a",))) == text.replace("  a: x\n", "").replace("[a, b]", "[b]")


def test_what_is_refused():
    advice = "`--with-relations` takes out what hangs on it, too"
    assert refused(TRAM, Remove(("faster",))) == ("`faster` has a relation to `tram`, and 1 more hangs on it", advice)
    assert refused(TRAM, Remove(("cost -> tram", "faster -> tram"))) == (
        "`cost -> faster -> tram` undercuts `faster -> tram`",
        advice,
    )
    assert refused(TRAM, Remove(("tram", "cost -> tram")))[0] == (
        "`faster -> tram` is a relation of `tram`, and 1 more hangs on it"
    )
    assert refused(TRAM, Remove(("mayor",))) == ("`tram` is by `mayor`", advice)
    assert refused(TRAM, Remove(("build",))) == ("`tram` answers `build`", advice)
    assert refused(TRAM, Remove(("trm",))) == ("there is no thing `trm` in this map", "did you mean `tram`?")
    shared = claims("a: &x x", "b: *x")
    assert refused(shared, Remove(("a",)))[0] == "this stands at the anchor `&x` and is used elsewhere, too"
    assert edited(shared, Remove(("b",))) == claims("a: &x x")
    assert edited(shared, Remove(("a", "b"))) == "argmap: 1\n"


def test_a_part_of_a_map():
    assert edited(TRAM, Extract(("tram", "faster"))) == TRAM.replace(
        """\
  # -- The money ---

  cost:
    text: It costs.
    attacks:
      - tram
      # the step
      - faster -> tram

""",
        "  # -- The money ---\n\n",
    ).replace("  money: {members: [cost], parent: all}\n", "")


def test_a_group_as_a_map():
    assert edited(TRAM, Extract(("money",))) == (
        "argmap: 1\n\nclaims:\n  # -- The plan ---\n\n  # -- The money ---\n\n  cost:\n    text: It costs.\n\n"
        "groups:\n  money: {members: [cost], parent: all}\n  all:\n    title: All of it\n    note: n\n"
    )


def test_steps_of_an_argument_stay_without_it():
    text = claims(
        "a: x",
        "b: {text: y, supports: {to: a, argument: c}}",
        "c: {title: z, kind: argument, supports: {to: a, argument: c}}",
    )
    assert edited(text, Extract(("a", "b"))) == claims("a: x", "b: {text: y, supports: {to: a}}")
    assert edited(text, Remove(("c",), True)) == claims("a: x", "b: {text: y}")


def test_moving():
    assert edited(TRAM, Move(("faster", "build"), "money")) == TRAM.replace("[cost]", "[cost, faster, build]").replace(
        "    - faster  # of course\n", ""
    )
    assert edited(TRAM, Move(("tram", "money"), None)) == TRAM.replace(
        "    members:\n    - tram\n", "    members:\n"
    ).replace(", parent: all", "")
    assert edited(TRAM, Move(("tram",), "all")) == TRAM.replace(
        "    - tram\n    - faster  # of course\n", "    - faster  # of course\n    - tram\n"
    )
    assert edited(TRAM, Move(("faster",), "all")) == TRAM
    text = claims("a: x", "b: y") + "groups:\n  g: [a]\n  h: []\n  i:\n"
    assert edited(text, Move(("a",), "h")) == text.replace("g: [a]", "g: []").replace("h: []", "h: [a]")
    assert edited(text, Move(("b",), "i")) == text.replace("i:\n", "i: {members: [b]}\n")
    assert edited(text, Move(("h",), "g")) == text.replace("h: []", "h: {parent: g}")


def test_moves_that_are_refused():
    assert refused(TRAM, Move(("all",), "money")) == ("the group `all` cannot lie in itself", None)
    assert refused(TRAM, Move(("mayor",), "money"))[0] == "there is no claim, question or group `mayor` in this map"
    assert refused(TRAM, Move(("tram",), "mone")) == ("there is no group `mone` in this map", "did you mean `money`?")
