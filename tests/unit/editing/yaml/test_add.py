"""New things in a YAML map: they look like what stands beside them."""

from argmap.core.model import Citation, Claim, Group, Question, Relation, RelationKind, Source, Speaker
from argmap.editing.operations import Add
from tests.edited import claims, edited, refused

SUPPORT, ATTACK, CONFLICT = RelationKind.SUPPORT, RelationKind.ATTACK, RelationKind.CONFLICT


def relation(kind, premises, target, name=None, **fields):
    premises = tuple(premises.split())
    return Relation(name or f"{' + '.join(premises)} -> {target}", kind, premises, target, name is not None, **fields)


BLOCKS = """\
argmap: 1
title: A tram?  # or a bus

speakers:
  mayor: The mayor

claims:
  # -- The plan ---

  # what it is all about
  tram: The town should build a tram line.  # yes

  faster:
    text: >-
      A tram halves the trip,
      nobody doubts it.
    supports: tram
    # so much for that

groups:
  money: [tram]
"""


def test_a_claim_in_blocks_that_blank_lines_stand_between():
    new = Claim("cost", "It costs a lot: 40 million.", by=("mayor",))
    assert edited(BLOCKS, Add(new, (relation(ATTACK, "cost", "tram"),), "money")) == BLOCKS.replace(
        "that\n",
        'that\n\n  cost:\n    text: "It costs a lot: 40 million."\n    by: mayor\n    attacks: tram\n',
    ).replace("[tram]", "[tram, cost]")


def test_a_claim_behind_another_one():
    after = edited(BLOCKS, Add(Claim("cost", "It costs."), after="tram"))
    assert after == BLOCKS.replace("# yes\n", "# yes\n\n  cost: It costs.\n")


def test_new_sections_come_in_the_usual_order():
    after = edited(
        BLOCKS,
        Add(Question("build", "Should it be built?")),
        Add(Source("study", "The study", author="The council")),
        Add(Speaker("shops", "The shops")),
    )
    assert after == BLOCKS.replace(
        "or a bus\n", "or a bus\n\nsources:\n  study:\n    title: The study\n    author: The council\n"
    ).replace(
        "The mayor\n",
        "The mayor\n  shops: The shops\n\nquestions:\n  build: Should it be built?\n",
    )


def test_a_group():
    after = edited(BLOCKS, Add(Group("plan", "The plan", ("faster",))), Add(Group("empty", "empty")))
    assert after == BLOCKS + "  plan:\n    title: The plan\n    members: [faster]\n  empty: []\n"


def test_in_brackets():
    text = "{argmap: 1, claims: {a: x, b: {text: y, supports: a}}}"
    new = Claim("c", "u, v", cites=(Citation("s", paragraph=3),))
    assert edited(text, Add(Source("s", "S")), Add(new, (relation(SUPPORT, "c", "a"),))) == (
        "{argmap: 1, sources: {s: S}, claims: {a: x, b: {text: y, supports: a},"
        ' c: {text: "u, v", cites: s#p3, supports: a}}}'
    )


def test_in_brackets_over_several_lines():
    text = claims("a: x", "b: {", "  text: y,  # one", "  }") + "groups: {\n  g: [a]  # two\n  }\n"
    after = edited(text, Add(Group("h", "h", ("b",))), Add(relation(SUPPORT, "b", "a")))
    assert after == text.replace("[a]  # two\n", "[a],  # two\n  h: [b]\n").replace(
        "# one\n", "# one\n    supports: a,\n"
    )


def test_beside_entries_in_brackets():
    text = claims("a: x", "b: {text: y, supports: a}")
    after = edited(text, Add(Claim("c", "z", "Z"), (relation(ATTACK, "c", "a"),)))
    assert after == text + "  c: {text: z, title: Z, attacks: a}\n"


def test_empty_sections():
    assert edited("argmap: 1\nclaims: {}\n", Add(Claim("a", "x"))) == claims("a: x")
    assert edited("argmap: 1\nclaims:  # none\n", Add(Claim("a", "x"))) == "argmap: 1\nclaims:  # none\n  a: x\n"
    assert edited("---\nargmap: 1\n...\n", Add(Claim("a", "x"))) == "---\nargmap: 1\nclaims:\n  a: x\n...\n"


def test_line_ends_and_their_lack():
    text = "argmap: 1\r\nclaims:\r\n  a: x"
    assert edited(text, Add(Claim("b", "y", "Y"))) == f"{text}\r\n  b:\r\n    text: y\r\n    title: Y"


def test_a_wide_indentation():
    text = "argmap: 1\nclaims:\n    a: x\n    b:\n        text: y\n        attacks:\n            - a\n"
    note = "A note that is long enough to be too long for one line together with all the rest of it."
    after = edited(text, Add(Claim("c", "z", "Z")), Add(relation(SUPPORT, "b c", "a", "r", note=note)))
    assert after == text.replace(
        "        attacks:",
        "        supports:\n            to: a\n            with: [c]\n            id: r\n"
        f"            note: {note}\n        attacks:",
    ) + ("    c:\n        text: z\n        title: Z\n")


def test_a_relation_in_its_claim():
    text = claims(
        "a: x", "b: y  # so", "c: {text: z, supports: a}", "d:", "  text: w", "  attacks:", "    - a", "    - b"
    )
    after = edited(
        text,
        Add(relation(SUPPORT, "b", "a")),
        Add(relation(SUPPORT, "c d", "b", scheme="analogy")),
        Add(relation(ATTACK, "d", "b -> a", "r")),
        Add(relation(CONFLICT, "d", "c")),
    )
    assert after == claims(
        "a: x",
        "b: {text: y, supports: a}  # so",
        "c: {text: z, supports: [a, {to: b, with: [d], scheme: analogy}]}",
        "d:",
        "  text: w",
        "  attacks:",
        "    - a",
        "    - b",
        "    - {to: b -> a, id: r}",
        "  conflicts: c",
    )


def test_a_long_form_becomes_the_first_of_a_list():
    text = claims("a: x", "b:", "  text: y", "  supports:  # why", "    to: a", "    # an aside", "    note: n", "c: z")
    after = edited(text, Add(relation(SUPPORT, "b", "c")))
    assert after == claims(
        "a: x",
        "b:",
        "  text: y",
        "  supports:  # why",
        "    - to: a",
        "      # an aside",
        "      note: n",
        "    - c",
        "c: z",
    )


def test_relations_apart_stay_apart():
    text = claims("a: x", "b: y") + "relations:\n- kind: support  # one\n  premises: [b]\n  target: a\n"
    after = edited(
        text, Add(relation(ATTACK, "a", "b -> a")), Add(Claim("c", "z"), (relation(SUPPORT, "c", "a", note="n"),))
    )
    assert after == text.replace("b: y\n", "b: y\n  c: z\n") + (
        "- {kind: attack, premises: a, target: b -> a}\n- {kind: support, premises: c, target: a, note: n}\n"
    )


def test_a_second_relation_with_the_same_ends_does_not_take_the_name_of_the_first():
    text = claims("a: x", "b: {text: y, supports: a}", "c: {text: z, attacks: b -> a}")
    after = edited(text, Add(relation(ATTACK, "b", "a")))
    assert after == text.replace("supports: a}", "supports: a, attacks: a}")


def test_refusals():
    text = claims("tram: x", "bus: {text: y, supports: {to: tram, id: r}}") + "groups: {g: [tram]}\n"
    assert refused(text, Add(Claim("r", "z"))) == ("the id `r` is taken", None)
    assert refused(text, Add(Claim("a b", "z"))) == ("`a b` cannot be an id", "write `a-b`")
    assert refused(text, Add(Claim("c", "z"), after="tran")) == (
        "there is no claim `tran` in this map",
        "did you mean `tram`?",
    )
    assert refused(text, Add(Claim("c", "z"), group="h"))[0] == "there is no group `h` in this map"
    assert refused(text, Add(relation(SUPPORT, "tram", "bux")))[1] == "did you mean `bus`?"
    assert refused(text, Add(relation(SUPPORT, "nobody", "bus")))[0] == "there is no claim `nobody` in this map"
    assert refused(text, Add(relation(CONFLICT, "tram bus", "bus")))[0] == "a conflict has one premise"
    shared = claims("a: &x {text: x, title: t}", "b: *x")
    assert (
        refused(shared, Add(relation(SUPPORT, "a", "b")))[0]
        == "this stands at the anchor `&x` and is used elsewhere, too"
    )
