"""New values of fields in YAML maps: in the quotes, blocks and lists that stand there, and in the usual order."""

from argmap.editing.operations import Items, SetFields
from tests.edited import claims, edited, refused


def with_fields(before, name, /, **fields):
    return edited(before, SetFields(name, fields))


def test_short_forms_become_long_ones_with_their_own_characters():
    text = claims("a: x  # one", "b: >-", "    y and", "    z", "c: 'it''s'", "# two", "d: {text: w, note: n}")
    after = edited(text, *(SetFields(name, {"title": "T"}) for name in "abc"))
    assert after == claims(
        "a: {text: x, title: T}  # one",
        "b:",
        "  text: >-",
        "      y and",
        "      z",
        "  title: T",
        "c:",
        "  text: 'it''s'",
        "  title: T",
        "# two",
        "d: {text: w, note: n}",
    )


def test_short_forms_beside_blocks_become_blocks():
    text = claims("a: x  # one", "b: &here", "    y", "c:", "  text: z")
    after = edited(text, SetFields("a", {"score": "0.5", "by": "p"}), SetFields("b", {"title": "b"}))
    assert after == claims(
        "a:",
        "  text: x  # one",
        "  by: p",
        "  score: 0.5",
        "b:",
        "  text: &here",
        "      y",
        "  title: b",
        "c:",
        "  text: z",
    )


def test_short_forms_of_groups_speakers_and_sources():
    text = "argmap: 1\nspeakers: {p: P}\nclaims: {a: x, b: y}\ngroups:\n  g: [a]\n  h:\n  - b  # so\n"
    after = edited(
        text,
        SetFields("p", {"role": "chair"}),
        SetFields("g", {"title": "G", "note": "n"}),
        SetFields("h", {"colour": "#ff0000"}),
    )
    assert after == (
        "argmap: 1\nspeakers: {p: {name: P, role: chair}}\nclaims: {a: x, b: y}\ngroups:\n"
        "  g:\n    title: G\n    members: [a]\n    note: n\n"
        '  h:\n    members:\n    - b  # so\n    colour: "#ff0000"\n'
    )


TEXTS = claims(
    "plain: one # a",
    "single: 'it''s'  # b",
    'double: "a \\" b"',
    "folded: >-  # c",
    "  a text that goes on",
    "  and on",
    "literal: |",
    "  one",
    "  two",
    "wrapped: a text that goes",
    "  on and on",
)


def test_texts_keep_their_style():
    assert with_fields(TEXTS, "plain", text="two: three") == TEXTS.replace("one # a", '"two: three" # a')
    assert with_fields(TEXTS, "single", text="isn't") == TEXTS.replace("'it''s'", "'isn''t'")
    assert with_fields(TEXTS, "double", text="a, b") == TEXTS.replace('"a \\" b"', '"a, b"')
    assert with_fields(TEXTS, "double", text="tab\there") == TEXTS.replace('"a \\" b"', '"tab\\there"')
    assert with_fields(TEXTS, "literal", text="one # no comment\nthree") == TEXTS.replace(
        "one\n    two", "one # no comment\n    three"
    )
    assert with_fields(TEXTS, "folded", text="short") == TEXTS.replace("a text that goes on\n    and on\n", "short\n")
    long = "It takes a good many words to fill a line of a text, and still more of them for the next."
    assert with_fields(TEXTS, "folded", text=long) == TEXTS.replace(
        "a text that goes on\n    and on\n",
        "It takes a good many words to fill a line of a text, and\n    still more of them for the next.\n",
    )
    assert with_fields(TEXTS, "wrapped", text=long) == TEXTS.replace(
        "a text that goes\n    on and on\n",
        "It takes a good many words to fill a line of a\n    text, and still more of them for the next.\n",
    )


def test_new_fields_stand_in_the_usual_order():
    text = claims("a:", "  text: x", "  note: n  # why", "  # the end", "", "b: y")
    assert with_fields(text, "a", tags=("t",), link="l") == claims(
        "a:", "  text: x", "  tags: t", "  note: n  # why", "  link: l", "  # the end", "", "b: y"
    )
    assert with_fields(claims("a: {title: A, kind: argument}"), "a", text="x") == claims(
        "a: {text: x, title: A, kind: argument}"
    )


def test_fields_go_with_their_comments():
    text = claims("a:", "  text: x", "", "  # one", "", "  # two", "  note: n  # three", "  link: l")
    assert with_fields(text, "a", note=None) == claims("a:", "  text: x", "", "  # one", "", "  link: l")
    assert with_fields(claims("a: {text: x, note: n, link: l}"), "a", note=None, link=None) == claims("a: {text: x}")
    assert with_fields(claims("a:", "  note: n  # n", "  text: x"), "a", note=None) == claims("a:", "  text: x")


def test_values_that_say_nothing_are_filled_in():
    text = claims("a:", "  text: x", "  note:  # to do", "  title: ~", "b: {text: y, note: , by: null}")
    after = edited(text, SetFields("a", {"note": "n", "title": "T"}), SetFields("b", {"note": "m", "by": "p"}))
    assert after == claims("a:", "  text: x", "  note: n  # to do", "  title: T", "b: {text: y, note: m, by: p}")


def test_lists_by_difference():
    text = claims(
        "a: {text: x, tags: [one, 'two' , three]}", "b:", "  text: y", "  tags:", "  - one  # 1", "  # 2", "  - two"
    )
    assert with_fields(text, "a", tags=("one", "three", "four")) == text.replace("'two' , three", "three, four")
    assert with_fields(text, "a", tags=("zero", "one", "two", "three")) == text.replace("[one", "[zero, one")
    assert with_fields(text, "a", tags=("new",)) == text.replace("[one, 'two' , three]", "new")
    assert with_fields(text, "a", tags=()) == text.replace(", tags: [one, 'two' , three]", "")
    assert with_fields(text, "b", tags=Items(("three",), ("two",))) == text.replace("  # 2\n    - two", "  - three")
    assert with_fields(text, "b", tags=Items((), ("one", "two"))) == text.replace(
        "\n    tags:\n    - one  # 1\n    # 2\n    - two", ""
    )


def test_a_single_value_becomes_a_list():
    text = claims("a: {text: x, by: 'p'}", "b:", "  text: y", "  restatements: >-", "    so, they", "    say")
    assert with_fields(text, "a", by=Items(("q",))) == text.replace("'p'", "['p', q]")
    assert with_fields(text, "a", by=Items(("q",), ("p",))) == text.replace("'p'", "'q'")
    assert with_fields(text, "b", restatements=Items(("Or so.",))) == text.replace(
        " >-\n      so, they\n      say\n", "\n      - >-\n        so, they\n        say\n      - Or so.\n"
    )


def test_citations_in_long_form_are_known():
    text = (
        claims("a: {text: x, cites: [s#p1, {source: t, paragraph: 2}, {source: s, quote: q}]}")
        + "sources: {s: S, t: T}\n"
    )
    assert with_fields(text, "a", cites=Items(("s#sCosts.p1", "s#p1"), ("t#p2",))) == text.replace(
        "{source: t, paragraph: 2}, {source: s, quote: q}", "{source: s, quote: q}, s#sCosts.p1"
    )


def test_data_have_types():
    text = claims("a: x", "b: {text: y, data: {n: 1}}") + "data:\n  status: draft  # still\n"
    after = edited(
        text,
        SetFields("a", {"data.cost": "40"}),
        SetFields("b", {"data.n": "2.5", "data.m": ("a", "true")}),
        SetFields(None, {"data.status": "no", "data.from": "2024"}),
    )
    assert after == claims("a: {text: x, data: {cost: 40}}", "b: {text: y, data: {n: 2.5, m: [a, true]}}") + (
        'data:\n  status: "no"  # still\n  from: 2024\n'
    )
    assert with_fields(text, "b", **{"data.n": None}) == text.replace(", data: {n: 1}", "")
    assert with_fields(text, None, **{"data.status": None}) == claims("a: x", "b: {text: y, data: {n: 1}}")


def test_the_map_itself():
    text = "# top\nargmap: 1\n\nclaims:\n  a: x\n"
    assert with_fields(text, None, title="A: b", language="en") == text.replace(
        "1\n", '1\ntitle: "A: b"\nlanguage: en\n', 1
    )
    assert with_fields("{argmap: 1}", None, title="T, U") == '{argmap: 1, title: "T, U"}'


RELATIONS = claims("a: x", "b: {text: y, supports: a}", "c:", "  text: z", "  attacks:", "    - a  # 1", "    - b -> a")


def test_relations_get_long_forms():
    after = edited(
        RELATIONS,
        SetFields("b -> a", {"weight": "0.5", "scheme": "analogy"}),
        SetFields("c -> a", {"note": "n"}),
        SetFields("c->b  ->a", {"by": ("p", "q")}),
    )
    assert after == RELATIONS.replace("supports: a", "supports: {to: a, scheme: analogy, weight: 0.5}").replace(
        "- a  # 1\n      - b -> a", "- {to: a, note: n}  # 1\n      - {to: b -> a, by: [p, q]}"
    )


def test_undercuts_follow_a_relation_to_its_new_target():
    text = RELATIONS + "  d: {text: w, attacks: c -> b -> a}\n"
    assert with_fields(text, "b -> a", target="c") == text.replace("supports: a", "supports: c").replace(
        "b -> a", "b -> c"
    )


def test_another_kind():
    assert with_fields(RELATIONS, "b -> a", kind="conflict") == RELATIONS.replace("supports", "conflicts")
    assert with_fields(RELATIONS, "c -> a", kind="support") == RELATIONS.replace("      - a  # 1\n", "").replace(
        "  text: z\n", "  text: z\n    supports: a\n"
    )
    apart = claims("a: x", "b: y") + "relations:\n- kind: support  # 1\n  premises: b\n  target: a\n"
    assert with_fields(apart, "b -> a", kind="attack", note="n") == apart.replace("support ", "attack ").replace(
        "target: a\n", "target: a\n  note: n\n"
    )


def test_line_ends_and_their_lack():
    text = "argmap: 1\r\nclaims:\r\n  a: >-\r\n    x y\r\n    z"
    assert with_fields(text, "a", title="T") == (
        "argmap: 1\r\nclaims:\r\n  a:\r\n    text: >-\r\n      x y\r\n      z\r\n    title: T"
    )


def test_anchors_stay_and_what_they_share_is_not_changed():
    text = claims("a: &x {text: &y x, title: T}", "b: {text: *y}")
    assert with_fields(text, "a", title="U") == text.replace("title: T", "title: U")
    assert with_fields(text, "b", text="new") == text.replace("*y", "new")
    assert refused(text, SetFields("a", {"text": "new"})) == (
        "this stands at the anchor `&y` and is used elsewhere, too",
        "write it out where its alias `*y` stands",
    )
    assert refused(claims("a: &x {text: x, title: T}", "b: *x"), SetFields("b", {"title": "U"}))[0] == (
        "this is an alias for what stands at `&x`"
    )


def test_refusals():
    text = claims("tram: {text: x, tags: [t]}", "bus: {text: y, supports: {to: tram, with: [car]}}", "car: z")
    assert refused(text, SetFields("tarm", {"title": "T"})) == (
        "there is no thing `tarm` in this map",
        "did you mean `tram`?",
    )
    assert refused(text, SetFields("tram", {"titel": "T"})) == ("`tram` has no field `titel`", "did you mean `title`?")
    assert refused(text, SetFields("tram", {"supports": "bus"})) == (
        "`supports` of `tram` cannot be set",
        "argmap add and argmap remove change relations",
    )
    assert refused(text, SetFields("tram", {"id": "x"}))[1] == "argmap rename changes an id"
    assert refused(text, SetFields("tram", {"data": "x"}))[1] == "set one of them: `data.KEY`"
    assert refused(text, SetFields("tram", {"title": ("x", "y")}))[0] == "`title` is no list"
    assert refused(text, SetFields("car", {"text": None}))[0] == "`text` must be there"
    assert refused(text, SetFields("bus + car -> tram", {"kind": "suport"}))[1] == "did you mean `support`?"
    assert refused(text, SetFields("car + bus -> tram", {"kind": "conflict"}))[0] == (
        "`bus + car -> tram` has linked premises, and a conflict has one premise"
    )
    assert refused(text, SetFields("bus + car -> tram", {"target": "trams"}))[1] == "did you mean `tram`?"
    twice = claims("a: x", "b: y", "a: z")
    assert refused(twice, SetFields("a", {"title": "T"}))[0] == "`a` is defined twice"
