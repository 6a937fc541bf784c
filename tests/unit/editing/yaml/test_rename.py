"""Renaming in YAML: the name changes wherever it stands, and nothing else does."""

import pytest

from argmap.core.diagnostics import apply_edits
from argmap.core.source import SourceFile
from argmap.editing import EDITORS, RefusedError
from argmap.editing.operations import Rename
from argmap.formats.native import read_yaml


def renamed(text, old, new, kind=None):
    source = SourceFile("map.argmap.yaml", text)
    argument_map = read_yaml(source).map
    return apply_edits(source, EDITORS["yaml"].edit(argument_map, Rename(old, new, kind)).edits).text


def refused(text, old, new, kind=None):
    with pytest.raises(RefusedError) as caught:
        renamed(text, old, new, kind)
    return caught.value.message, caught.value.help


def claims(*lines):
    return "\n".join(("argmap: 1", "claims:", *(f"  {line}" for line in lines), ""))


TRAM = """\
argmap: 1
# tram stays in a comment
claims:
  tram:   {text: tram, title: tram, tags: [tram]}   # tram
  'b': {text: x, supports: {to:  "tram" , with: [ c,tram ]}}
  c: {text: x, attacks: [b +  tram+c->  tram , 'tram']}
relations:
  - kind: support
    premises: tram
    target: c   # so
    argument: tram
groups: {g: [tram, "b"]}
"""


def test_every_reference_follows_and_every_other_byte_stays():
    assert (
        renamed(TRAM, "tram", "rail")
        == """\
argmap: 1
# tram stays in a comment
claims:
  rail:   {text: tram, title: tram, tags: [tram]}   # tram
  'b': {text: x, supports: {to:  "rail" , with: [ c,rail ]}}
  c: {text: x, attacks: [b +  rail+c->  rail , 'rail']}
relations:
  - kind: support
    premises: rail
    target: c   # so
    argument: rail
groups: {g: [rail, "b"]}
"""
    )


def test_windows_line_ends_and_a_missing_last_one_stay():
    text = TRAM.replace("\n", "\r\n").rstrip()
    assert renamed(text, "tram", "rail") == renamed(TRAM, "tram", "rail").replace("\n", "\r\n").rstrip()


def test_speakers_and_sources_have_names_of_their_own():
    text = """\
argmap: 1
sources: {no: S}
speakers: {no: X}
claims:
  no: {text: x, by: no, cites: [no, no#p2, {source: 'no'}]}
  a: {text: x, supports: {to: no, by: [no], cites: "no#s2.p1"}}
"""
    assert renamed(text, "no", "yes", "speaker") == text.replace("{no: X", "{yes: X").replace(
        "by: no", "by: yes"
    ).replace("[no]", "[yes]")
    cited = text.replace("{no: S", "{yes: S").replace(
        "cites: [no, no#p2, {source: 'no'", "cites: [yes, yes#p2, {source: 'yes'"
    )
    assert renamed(text, "no", "yes", "source") == cited.replace('"no#s2', '"yes#s2')
    assert renamed(text, "no", "yes") == text.replace("  no:", "  yes:").replace("to: no", "to: yes")


def test_a_relation_by_its_id_and_by_its_ends():
    text = claims("a: {text: x, supports: {to: t, id: r}}", "t: x", "b: {text: x, attacks: [r, a -> t, c -> r]}", "c:")
    text += "    text: x\n    attacks: r\n"
    assert renamed(text, "r", "s") == text.replace("id: r", "id: s").replace("[r,", "[s,").replace(
        "> r", "> s"
    ).replace("attacks: r", "attacks: s")
    assert "attacks: [r, z -> t, c -> r]" in renamed(text, "a", "z")


def test_names_get_quotes_only_where_they_need_them():
    text = claims("a: x", "b: {text: x, supports: a}", 'c: {text: x, supports: "a"}', "d: {text: x, attacks: [c -> a]}")
    assert renamed(text, "a", "no") == text.replace("a: x", "no: x").replace("supports: a", "supports: no").replace(
        '"a"', '"no"'
    ).replace("-> a", "-> no")
    assert renamed(text, "a", "null") == text.replace("a: x", '"null": x').replace("ts: a", 'ts: "null"').replace(
        '"a"', '"null"'
    ).replace("-> a", "-> null")
    assert renamed(text, "a", "1.0").splitlines()[2:4] == ['  "1.0": x', "  b: {text: x, supports: 1.0}"]


def test_names_in_escapes_blocks_and_other_forms_of_letters():
    text = claims('"\\u0065\\u0301": x', 'b: {text: x, supports: "\\xe9"}', "c:")
    text += "    text: x\n    supports:\n      - >-  # why\n        é\n      - |\n        b -> e\u0301\n"
    text += "    attacks: b->  é\n"
    assert renamed(text, "é", "z") == text.replace("\\u0065\\u0301", "z").replace("\\xe9", "z").replace(
        "é", "z"
    ).replace("e\u0301", "z")


def test_an_alias_follows_its_anchor():
    text = claims("a: x", "b: {text: x, supports: &t a, attacks: *t}", "c: {text: x, supports: *t}")
    assert renamed(text, "a", "z") == text.replace("a: x", "z: x").replace("&t a", "&t z")


def test_a_name_whose_anchor_is_used_for_something_else_is_refused():
    text = claims("a: {text: x, tags: &t a}", "b: {text: x, supports: *t}")
    message, hint = refused(text, "a", "z")
    assert message == "`a` stands at an anchor and is used for something else as well"
    assert hint == "write it out where its alias (`*name`) stands"


def test_a_title_of_a_group_that_is_its_id_goes_with_it():
    text = claims("a: x") + "groups:\n  g: {title: g, members: a}\n  h: {title: G, parent: g}\n"
    assert renamed(text, "g", "k").endswith("groups:\n  k: {title: k, members: a}\n  h: {title: G, parent: k}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{text: x, supports: t}", "{text: x, supports: {to: t, id: r}}"),
        ("{text: x, supports: [t , c]}", "{text: x, supports: [{to: t, id: r} , c]}"),
        ("{text: x, supports: {to: t, note: n}}", "{text: x, supports: {to: t, id: r, note: n}}"),
        ("\n    text: x\n    supports: t  # so", "\n    text: x\n    supports: {to: t, id: r}  # so"),
        ("\n    text: x\n    supports:\n      - t  # so", "\n    text: x\n    supports:\n      - {to: t, id: r}  # so"),
        (
            "\n    text: x\n    supports:\n      - to: t  # so\n        note: n",
            "\n    text: x\n    supports:\n      - to: t  # so\n        id: r\n        note: n",
        ),
    ],
)
def test_a_relation_without_an_id_gets_one(before, after):
    rest = ("c: {text: x, attacks: [ a->t, c -> a -> t ]}", "t: x")
    told = ("c: {text: x, attacks: [ r, c -> r ]}", "t: x")
    assert renamed(claims(f"a: {before}", *rest), "a -> t", "r") == claims(f"a: {after}", *told)


def test_a_relation_in_the_list_gets_an_id():
    text = claims("a: x", "t: x") + "relations:\n- kind: attack\n  premises: a\n  target: t\n"
    assert renamed(text, "a->t", "r") == text + "  id: r\n"


def test_what_is_refused():
    text = claims("tram: {text: x, supports: bus}", "bus: x") + "speakers: {mayor: X}\n"
    assert refused(text, "trm", "a") == ("there is no thing `trm` in this map", "did you mean `tram`?")
    assert refused(text, "mayr", "a", "speaker") == ("there is no speaker `mayr` in this map", "did you mean `mayor`?")
    assert refused(text, "tram", "bus") == ("the id `bus` is taken", None)
    assert refused(text, "tram", "tram") == ("the id `tram` is taken", None)
    assert refused(text, "tram", "a tram") == ("`a tram` cannot be an id", "write `a-tram`")
    assert refused(text, "tram", "")[0] == "`` cannot be an id"
    assert refused(text, "tram -> zoo", "r")[0] == "there is no thing `tram -> zoo` in this map"
    assert renamed(text, "tram", "mayor").startswith("argmap: 1\nclaims:\n  mayor:")
